"""Use cases about likeness: where an initiative says what another of the school's says.

A hint for a person who reads both, never a verdict: quotations, forms and common sentences are
like each other by right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.models.merit import Initiative
from tdkt_desktop.services.initiative_reading import authors_of, parts_of
from tdkt_desktop.vietnamese.overlap import (
    FoldedText,
    Passage,
    likeness,
    load_sketch,
    passages,
    share_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.store import Store

ALIKE_TITLES: Final = 0.6
_MOST: Final = 12
"""So many of the likest works are compared word by word."""


@dataclass(frozen=True, slots=True)
class SimilarWork:
    """Another work of the school with what it has in common with the one asked about.

    `share` is how much of the asked text stands in this one too, from 0 to 1; `alike_title` tells
    that the titles are close. `parts` are the texts that the passages point into.
    """

    id: int
    title: str
    year: str
    author_names: str
    share: float
    alike_title: bool
    passages: tuple[Passage, ...]
    parts: Mapping[str, str]


class SimilarityService:
    """Looks through the school's archive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def similar_to(
        self, title: str, parts: Mapping[str, str], leaving: int | None = None
    ) -> tuple[SimilarWork, ...]:
        """Return the works that are like a text, the likest first; `leaving` is its own id."""
        own = FoldedText(parts)
        with self._store.read() as session:
            near = _candidates(session, title, own.sketch(), leaving)
            names = authors_of(session, [row_id for row_id, *_rest in near])
            found = [
                _compared(session, own, row, [one.name for one in names.get(row[0], ())])
                for row in near
            ]
        kept = (one for one in found if one.passages or one.alike_title)
        return tuple(sorted(kept, key=lambda one: (-one.share, not one.alike_title, -one.id)))


_Row = tuple[int, str, str, bool]


def _candidates(
    session: Session, title: str, sketch: frozenset[int], leaving: int | None
) -> list[_Row]:
    """Return the works worth comparing word by word: id, title, year, whether titles are close."""
    query = select(Initiative.id, Initiative.title, Initiative.year, Initiative.sketch).where(
        Initiative.deleted_at.is_(None), Initiative.id != (leaving or 0)
    )
    near: list[tuple[int, _Row]] = []
    for row_id, other, year, stored in session.execute(query):
        common = len(sketch.intersection(_marks(session, row_id, stored)))
        alike = likeness(title, other) >= ALIKE_TITLES
        if common or alike:
            near.append((common, (row_id, other, year, alike)))
    near.sort(key=lambda one: (-one[0], not one[1][3]))
    return [row for _common, row in near[:_MOST]]


def _marks(session: Session, row_id: int, stored: str) -> Iterator[int] | tuple[int, ...]:
    """Return the marks of a work; one that was stored without them is read whole."""
    marks = load_sketch(stored)
    if marks is not None:
        return marks
    return tuple(FoldedText(parts_of(session, row_id)).sketch())


def _compared(session: Session, own: FoldedText, row: _Row, names: list[str]) -> SimilarWork:
    row_id, title, year, alike = row
    parts = parts_of(session, row_id)
    common = passages(own, FoldedText(parts))
    share = share_of(common, own)
    return SimilarWork(row_id, title, year, ", ".join(names), share, alike, common, parts)
