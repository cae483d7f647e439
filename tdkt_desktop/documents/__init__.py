"""The document tree: values that every writer, reader and check shares."""
