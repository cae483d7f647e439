"""Dossiers: what is sent upward, and what came back."""
