"""What a command writes: a value for machines on standard output, words for people."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go: one JSON value, or text for people."""

    as_json: bool

    def value(self, value: Any, text: str) -> None:
        """Write a result: `value` as JSON, or `text` for people."""
        written = json.dumps(value, ensure_ascii=False, indent=1) if self.as_json else text
        sys.stdout.write(f"{written}\n")

    def note(self, text: str) -> None:
        """Tell a person something beside the result."""
        sys.stderr.write(f"{text}\n")

    def notes(self, texts: Iterable[str]) -> None:
        """Tell several things, one a line."""
        for text in texts:
            self.note(text)

    def error(self, error: UserError) -> None:
        """Say what went wrong and what to do now."""
        self.note(error.message)
        if error.hint:
            self.note(error.hint)


def table(rows: Sequence[Sequence[object]], heads: Sequence[str]) -> str:
    """Lay rows out in columns as wide as their longest cell."""
    cells = [list(map(str, row)) for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return "\n".join(lines)
