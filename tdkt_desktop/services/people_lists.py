"""Filters and sorts lists of people already read: plain lists, so that 5,000 take a few ms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.services.people_views import PersonState, Sex
from tdkt_desktop.services.years import days_of
from tdkt_desktop.vietnamese.text import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tdkt_desktop.services.people_views import PersonRow


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What a list shows; what is left out does not matter.

    The words of `text` must all be there, in any order and without regard to diacritics. `year`
    keeps those who were at the school in that year ("2025-2026" or "2025"); `ungrouped` keeps those
    who are in no group.
    """

    text: str = ""
    group_id: int | None = None
    ungrouped: bool = False
    state: PersonState | None = None
    year: str = ""
    sex: Sex | None = None
    manager: bool | None = None
    party_member: bool | None = None


class PeopleOrder(StrEnum):
    """The columns that a list can be sorted by."""

    NAME = "name"
    BIRTH = "birth"
    GROUP = "group"
    POSITION = "position"
    JOB_TITLE = "job-title"
    SECTOR_SINCE = "sector-since"
    HIRED_ON = "hired-on"


_LAST: Final = date.max
_KEYS: Final[dict[PeopleOrder, Callable[[PersonRow], Any]]] = {
    PeopleOrder.NAME: lambda row: row.name_key,
    PeopleOrder.BIRTH: lambda row: (row.birth_date or _LAST, row.name_key),
    PeopleOrder.GROUP: lambda row: (row.group_id is None, row.group_place, row.name_key),
    PeopleOrder.SECTOR_SINCE: lambda row: (row.sector_since or _LAST, row.name_key),
    PeopleOrder.HIRED_ON: lambda row: (row.hired_on or _LAST, row.name_key),
}


def filtered(rows: Iterable[PersonRow], wanted: PeopleFilter) -> list[PersonRow]:
    """Return the rows that a filter keeps, in their order."""
    kept = list(rows)
    for word in fold(wanted.text).split():
        kept = [row for row in kept if word in row.folded]
    for keeps in _conditions(wanted):
        kept = [row for row in kept if keeps(row)]
    return kept


def _conditions(wanted: PeopleFilter) -> list[Callable[[PersonRow], bool]]:
    """Return one question for each thing that a filter asks."""
    asked: list[Callable[[PersonRow], bool]] = []
    if wanted.group_id is not None:
        asked.append(lambda row: row.group_id == wanted.group_id)
    if wanted.ungrouped:
        asked.append(lambda row: not row.group_name)
    if wanted.state is not None:
        asked.append(lambda row: row.state is wanted.state)
    if wanted.sex is not None:
        asked.append(lambda row: row.sex is wanted.sex)
    if wanted.manager is not None:
        asked.append(lambda row: row.manager is wanted.manager)
    if wanted.party_member is not None:
        asked.append(lambda row: row.party_member is wanted.party_member)
    if wanted.year:
        first, last = days_of(wanted.year)
        asked.append(lambda row: row.worked_between(first, last))
    return asked


def ordered(
    rows: Iterable[PersonRow], by: PeopleOrder = PeopleOrder.NAME, *, reverse: bool = False
) -> list[PersonRow]:
    """Return the rows in an order; words sort as the Vietnamese dictionary does."""
    key = _KEYS.get(by) or _word_key(by)
    return sorted(rows, key=key, reverse=reverse)


def _word_key(by: PeopleOrder) -> Callable[[PersonRow], Any]:
    """Return the key of a column of words; few of them differ, so each is weighed once."""
    weights: dict[str, str] = {}

    def key(row: PersonRow) -> tuple[bool, str, str]:
        text = row.position if by is PeopleOrder.POSITION else row.job_title
        if text not in weights:
            weights[text] = sort_key(text)
        return (not text, weights[text], row.name_key)

    return key
