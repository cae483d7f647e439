"""Group review: what each group rates and proposes."""
