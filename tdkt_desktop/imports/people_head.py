"""Finds the head of a staff list, in one row or two, under whatever titles stand above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.people_headings import Field, columns_of, heading_of, names_people, plain
from tdkt_desktop.imports.sheet import shown
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.sheet import Sheet, SheetRow

NAME_FIELDS: Final = (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
_HEAD_WITHIN: Final = 40
_RATING: Final = re.compile(r"\b(xep loai|danh gia|muc do hoan thanh)\b")
_YEARS: Final = re.compile(r"\b(20\d\d)\s*[-–/]\s*(20\d\d)\b|\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head of a table ends and what its columns say."""

    end: int
    headings: tuple[str, ...]
    columns: dict[int, Field]
    ratings: dict[int, str]


def find_head(sheet: Sheet) -> Head | None:
    """Return the head that says most: of one row, or of two with the narrower words below."""
    best: Head | None = None
    for place, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        if row.alone:
            continue
        for head in _heads_at(sheet.rows, place):
            if names_people(head.columns) and (best is None or _says_more(head, best)):
                best = head
    return best


def _says_more(head: Head, other: Head) -> bool:
    return len(head.columns) + len(head.ratings) > len(other.columns) + len(other.ratings)


def _heads_at(rows: Sequence[SheetRow], place: int) -> Iterator[Head]:
    upper = [shown(cell) for cell in rows[place].cells]
    yield _head(place + 1, upper)
    if place + 1 < len(rows) and _may_go_on(rows[place], rows[place + 1]):
        lower = [shown(cell) for cell in rows[place + 1].cells]
        yield _head(place + 2, _joined(upper, lower))


def _may_go_on(upper: SheetRow, lower: SheetRow) -> bool:
    """Tell whether a row can be the second of a head: words only, and no name below "Họ và tên"."""
    if any(cell is not None and not isinstance(cell, str) for cell in lower.cells):
        return False
    return all(
        lower.cell(place) in (None, cell) or heading_of(shown(lower.cell(place))) in NAME_FIELDS
        for place, cell in enumerate(upper.cells)
        if heading_of(shown(cell)) is Field.FULL_NAME
    )


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """Return the headings of two rows: what stands above, then what stands below if it differs."""
    width = max(len(upper), len(lower))
    pairs = zip(
        upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower)), strict=True
    )
    return [above if above == below else f"{above} {below}".strip() for above, below in pairs]


def _head(end: int, texts: list[str]) -> Head:
    headings = tuple(clean_line(text) for text in texts)
    ratings = {place: year for place, text in enumerate(headings) if (year := _rated_year(text))}
    columns = columns_of(["" if place in ratings else text for place, text in enumerate(headings)])
    return Head(end, headings, columns, ratings)


def _rated_year(heading: str) -> str:
    """Return the year that a column of ratings is for, "" for any other column."""
    match = _YEARS.search(heading)
    if match is None or not _RATING.search(plain(heading)):
        return ""
    return f"{match[1]}-{match[2]}" if match[1] else match[3]
