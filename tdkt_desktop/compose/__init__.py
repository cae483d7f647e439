"""One file for each kind of document: from what the school knows to a document tree."""
