"""The first page: what to do today, and where the year stands."""
