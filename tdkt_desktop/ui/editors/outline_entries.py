"""The sections of the text as the outline shows them, and the name of a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Level
from tdkt_desktop.ui.editors.paragraph_style import FACTS, ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A title of the text: its paragraph, the last one under it, its depth and its words."""

    first: int
    last: int
    level: Level
    words: str


def outline_entries(
    paragraphs: Sequence[EditedParagraph], labels: Sequence[str]
) -> tuple[OutlineEntry, ...]:
    """Return the titles of a text in order."""
    titles = [number for number, item in enumerate(paragraphs) if FACTS[item.style].heading]
    end = _end_of_body(paragraphs)
    return tuple(
        OutlineEntry(
            number,
            _last_under(paragraphs, titles[place + 1 :], number, end),
            FACTS[paragraphs[number].style].level,
            f"{labels[number]} {paragraphs[number].text.plain}".strip(),
        )
        for place, number in enumerate(titles)
    )


def _end_of_body(paragraphs: Sequence[EditedParagraph]) -> int:
    """Return the place after the last paragraph that can belong to a section."""
    end = len(paragraphs)
    while end and paragraphs[end - 1].style is ParagraphStyle.CLOSING:
        end -= 1
    return end


def _last_under(
    paragraphs: Sequence[EditedParagraph], later: Sequence[int], number: int, end: int
) -> int:
    level = FACTS[paragraphs[number].style].level
    closers = (one for one in later if FACTS[paragraphs[one].style].level <= level)
    return next(closers, end) - 1


def address(styles: Sequence[ParagraphStyle], labels: Sequence[str], number: int) -> str:
    """Return where a paragraph stands, as a person says it: "II.1.1", "II.3.đ"."""
    parts: list[str] = []
    limit = Level.TABLE
    for place in range(min(number, len(styles) - 1), -1, -1):
        level = FACTS[styles[place]].level
        if level >= limit or level > Level.LETTER:
            continue
        parts.append(labels[place].rstrip(".)"))
        limit = Level.ARABIC if level is Level.DECIMAL and "." in parts[-1] else level
        if level <= Level.ROMAN:
            break
    return ".".join(reversed(parts))
