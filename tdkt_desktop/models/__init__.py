"""What the school knows: mapped classes and the store."""
