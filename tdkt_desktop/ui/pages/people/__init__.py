"""The page of the people and the collectives of the school."""
