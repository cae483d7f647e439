"""Names for what a school adds to the libraries that come with the program."""

from __future__ import annotations

from uuid import uuid4


def new_key() -> str:
    """Return a key that no shipped entry has, and no other school's either."""
    return f"truong-{uuid4().hex[:10]}"
