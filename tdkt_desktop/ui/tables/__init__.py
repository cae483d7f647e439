"""Item models: rows are values read from services, sorted and filtered as lists."""
