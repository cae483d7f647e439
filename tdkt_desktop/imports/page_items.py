"""Turns what stands on pages - words in lines, tables - into source items in reading order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.pdf_text import Line, in_columns
from tdkt_desktop.imports.rich_builder import join_runs, whole_look, without
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceItem,
    SourceLine,
    SourcePlace,
    SourceTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.pdf_tables import Box

_POINTS_PER_MM: Final = 72 / 25.4
_EDGE: Final = 0.12
"""The share of a page's height, at its top and foot, where page numbers and running heads stand."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:[-–]\s*)?(?:trang\s+|page\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?$", re.IGNORECASE
)
_LABEL_START: Final = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[IVXLC]+\.|[A-ZĐa-zđ][.)]|[-–+*•●▪])\s")
_SENTENCE_END: Final = re.compile(r"[.;:!?…/”\"]\s*$")
_OTHER_SIZE: Final = 0.7


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table and how far down its page it begins and ends."""

    top: float
    bottom: float
    item: SourceTable


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, running heads too; `scanned` if it was read off a picture."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    scanned: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width > self.height


def page_items(pages: Sequence[Page]) -> Iterator[SourceItem]:
    """Yield lines, tables and page breaks in reading order; page numbers are left out."""
    running = _running_heads(pages)
    kept = [[line for line in page.lines if not _is_running(line, page, running)] for page in pages]
    for index, page in enumerate(pages):
        if index:
            yield SourceBreak(SourcePlace(page.number, 1), landscape=page.landscape)
        following = next((lines[0] for lines in kept[index + 1 :] if lines), None)
        yield from _items_of(page, kept[index], following)


def _items_of(page: Page, lines: Sequence[Line], following: Line | None) -> Iterator[SourceItem]:
    """Yield lines and tables of a page from top to bottom."""
    left, right = _text_edges(page)
    done = 0
    for table in sorted(page.tables, key=lambda table: table.top):
        end = sum(line.top < table.top for line in lines)
        yield from _lines(page, lines[done:end], left, right, None, done)
        yield table.item
        done = end
    yield from _lines(page, lines[done:], left, right, following, done)


def _lines(
    page: Page, lines: Sequence[Line], left: float, right: float, following: Line | None, done: int
) -> Iterator[SourceLine]:
    ordered = list(in_columns(lines, left, right))
    for index, (line, in_column) in enumerate(ordered):
        beside = index + 1 < len(ordered) and ordered[index + 1][1]
        after = ordered[index + 1][0] if index + 1 < len(ordered) else following
        if after is None or in_column or beside:
            hard = after is None or not (in_column and beside and _wraps(line, after))
        else:
            hard = _is_hard(line, after, left, right)
        place = SourcePlace(page.number, done + index + 1)
        yield _source_line(
            line, place, hard_break=hard, indent_mm=(line.x0 - left) / _POINTS_PER_MM,
            centered=not in_column and _is_centred(line, left, right), box=_box(page, line),
        )  # fmt: skip


def _box(page: Page, line: Line) -> Box | None:
    """Return where a line stands on the picture of its page."""
    if not page.scanned:
        return None
    across, down = page.width, page.height
    return (line.x0 / across, line.top / down, line.x1 / across, line.bottom / down)


def _is_centred(line: Line, left: float, right: float) -> bool:
    """Tell whether a line keeps the same distance from both edges.

    A nearly full line must keep it to the point: justified lines touch both edges.
    """
    before, after = line.x0 - left, right - line.x1
    if min(before, after) > line.size:
        return abs(before - after) < 0.06 * (right - left)
    return min(before, after) > 1.0 and abs(before - after) < 1.0


def _source_line(
    line: Line,
    place: SourcePlace,
    *,
    hard_break: bool,
    indent_mm: float,
    centered: bool,
    box: Box | None,
) -> SourceLine:
    text = join_runs(line.runs())
    bold, italic = whole_look(text)
    return SourceLine(
        without(text, bold=bold, italic=italic), place, bold=bold, italic=italic,
        centered=centered, indent_mm=round(max(indent_mm, 0.0), 1), size_pt=round(line.size, 1),
        hard_break=hard_break, box=box,
    )  # fmt: skip


def _is_hard(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph ends: the next word would have fitted, or a new one begins."""
    if _LABEL_START.match(after.text + " ") or _look_changes(line, after, left, right):
        return True
    first = after.words[0]
    if line.x1 + 0.3 * line.size + (first.x1 - first.x0) < right - 1.5:
        return True
    indented = after.x0 > max(left, min(line.x0, left)) + 0.8 * after.size
    return indented and bool(_SENTENCE_END.search(line.text))


def _look_changes(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a title or an italic ground ends and other text begins."""
    if abs(line.size - after.size) > _OTHER_SIZE:
        return True
    if _is_centred(line, left, right) and after.x0 > left + after.size:
        return not _is_centred(after, left, right)
    return any(
        all(getattr(word, mark) for word in line.words)
        and not any(getattr(word, mark) for word in after.words)
        for mark in ("bold", "italic")
    )


def _wraps(line: Line, after: Line) -> bool:
    """Tell whether a line in a column goes on in small letters right below."""
    near = 0 <= after.top - line.bottom < 0.8 * line.size
    return near and after.text[:1].islower() and not _LABEL_START.match(after.text + " ")


def _text_edges(page: Page) -> tuple[float, float]:
    """Return where the text of a page begins and ends; far out lines alone do not count."""
    wide = [line for line in page.lines if line.x1 - line.x0 > 0.5 * page.width]
    if not wide:
        return 0.14 * page.width, 0.93 * page.width
    return min(line.x0 for line in page.lines), max(line.x1 for line in wide)


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Return the texts that stand at the edge of three or more pages, digits aside."""
    seen = Counter(
        text
        for page in pages
        for text in {_without_digits(line.text) for line in page.lines if _at_edge(line, page)}
    )
    return frozenset(text for text, count in seen.items() if count >= max(3, len(pages) // 2 + 1))


def _is_running(line: Line, page: Page, running: frozenset[str]) -> bool:
    if not _at_edge(line, page):
        return False
    return bool(_PAGE_NUMBER.match(line.text.strip())) or _without_digits(line.text) in running


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())
