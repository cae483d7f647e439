"""Readers: from files to the document tree and to rows."""
