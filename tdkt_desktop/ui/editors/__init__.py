"""The editors: the continuous text of a plan, and the sheet of tasks."""
