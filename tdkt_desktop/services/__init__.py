"""The use cases: each public method is one transaction and one undo step."""
