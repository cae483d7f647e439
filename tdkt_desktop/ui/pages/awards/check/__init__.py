"""Conditions: who may be proposed for what, and why not yet."""
