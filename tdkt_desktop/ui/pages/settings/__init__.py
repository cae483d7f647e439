"""The page of settings: one section a file."""
