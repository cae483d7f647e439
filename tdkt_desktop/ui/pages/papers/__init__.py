"""The page of the documents: the list of the year, and the editor of one."""
