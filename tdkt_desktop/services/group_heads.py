"""Who heads a collective: the person in it whose position says so, for no other record is kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import GroupKind, Person
from tdkt_desktop.services.people_views import PersonState, state_of
from tdkt_desktop.services.person_writing import refresh_keys
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from tdkt_desktop.services.people_views import GroupView, PersonRow

HEAD: Final = "Tổ trưởng"
"""The word as positions have it; people write it so in every language of the program."""
_HEAD: Final = re.compile(r"(?<![a-z])(to|nhom|khoi) truong(?![a-z])")
_PRINCIPAL: Final = re.compile(r"(?<!pho )hieu truong(?![a-z])")
_PARTS: Final = re.compile(r"\s*[,;]\s*")


def heads_of(groups: Iterable[GroupView], people: Iterable[PersonRow]) -> Mapping[int, PersonRow]:
    """Return the head of each collective that has one: of the school, its principal."""
    kinds = {group.id: group.kind for group in groups}
    school = next((key for key, kind in kinds.items() if kind is GroupKind.SCHOOL), None)
    found: dict[int, PersonRow] = {}
    for row in people:
        if row.state is PersonState.AWAY:
            continue
        if school is not None and _is_principal(row.position):
            found.setdefault(school, row)
        if row.group_id in kinds and is_head(row.position):
            found.setdefault(row.group_id, row)
    return found


@lru_cache(maxsize=2048)
def is_head(position: str) -> bool:
    """Tell whether a position is that of a head of a group; few of them differ among many."""
    return _HEAD.search(fold(position)) is not None


@lru_cache(maxsize=2048)
def _is_principal(position: str) -> bool:
    return _PRINCIPAL.search(fold(position)) is not None


def set_head(session: Session, group_id: int, person_id: int | None) -> None:
    """Take the word out of the positions of those who headed a group, and give it to one of it.

    Raises InputError for somebody who is not in the group.
    """
    query = select(Person).where(Person.group_id == group_id, Person.deleted_at.is_(None))
    members = list(session.scalars(query))
    if person_id is not None and all(one.id != person_id for one in members):
        raise InputError(
            _("Người này không thuộc tổ."), _("Xin chuyển người này vào tổ rồi chọn lại.")
        )
    for person in members:
        present = state_of(person.left_on, person.returned_on) is PersonState.WORKING
        heads = person.id == person_id
        if present and heads != is_head(person.position):
            person.position = _with_head(person.position) if heads else _without(person.position)
            refresh_keys(person)


def _with_head(position: str) -> str:
    return f"{position}, {HEAD}" if position else HEAD


def _without(position: str) -> str:
    parts = [part for part in _PARTS.split(position) if part and not is_head(part)]
    return ", ".join(parts)
