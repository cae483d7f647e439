"""The page of the councils: members, duties, meetings."""
