"""Writers: from the document tree to files."""
