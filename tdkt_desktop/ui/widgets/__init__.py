"""Controls and fields that every page shares."""
