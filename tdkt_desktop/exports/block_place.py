"""Where a block of a document begins on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MAIN: Final = -1
"""The place of the main document among the annexes."""


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block begins on paper.

    `annex` is the place of the annex in the document, MAIN for the body; `block` the place of the
    block in the body or the annex. `page` counts all sheets from 1, `top` is millimetres from the
    upper edge.
    """

    annex: int
    block: int
    page: int
    top: float
