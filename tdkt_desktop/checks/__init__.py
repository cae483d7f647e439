"""The proof-reader: one file for each check."""
