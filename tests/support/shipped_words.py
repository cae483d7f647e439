"""The messages of the program, read from its source as the catalogues are made."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tdkt_desktop"


@cache
def source_words() -> frozenset[str]:
    """Return all messages of the source, the second form of a pair included."""
    keywords = {**DEFAULT_KEYWORDS}
    found: set[str] = set()
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=keywords
    ):
        found.update((message,) if isinstance(message, str) else message)
    return frozenset(found)
