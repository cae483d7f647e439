"""The page of statistics: numbers and pictures of a year and over years."""
