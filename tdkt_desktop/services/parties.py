"""Finds the people and groups that words such as "Thư ký Hội đồng, tổ Văn phòng" name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.models.council import Council, CouncilKind, CouncilMember, CouncilRole
from tdkt_desktop.models.person import GroupKind, Person, StaffGroup
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

_PIECES: Final = re.compile(r"[,;/\n+]|\s-\s|\bva\b|\bcung\b")
_ADDRESS: Final = re.compile(r"^(?:d/c|dong chi|ong|ba|thay|co)\.?\s+")
_EACH: Final = re.compile(r"^(?:cac|toan the|tat ca|moi)\s+")
_CALLED: Final = " \x00 "
_BRACKETS: Final = re.compile(r"\([^)]*\)")
_ALL_TEACHING: Final = frozenset({"to", "to chuyen mon", "to khoi"})
_COUNCIL: Final = r"(?:\s+(?:cua\s+)?(?:hoi dong|hd)\b.*)$"
_ROLE_WORDS: Final = (
    (CouncilRole.VICE_CHAIR, re.compile(r"^(?:cac )?pho chu tich" + _COUNCIL)),
    (CouncilRole.CHAIR, re.compile(r"^chu tich" + _COUNCIL)),
    (CouncilRole.SECRETARY, re.compile(r"^(?:thu ky|tk)" + _COUNCIL)),
    (CouncilRole.STANDING, re.compile(r"^(?:uy vien )?thuong truc" + _COUNCIL)),
)
_WHOLE_COUNCIL: Final = re.compile(
    r"^(?:(?:cac )?(?:thanh vien|uy vien)\s+)?(?:hoi dong(?: thi dua.*)?|hd ?tdkt)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a group of the school."""

    name: str
    person_id: int | None = None
    group_id: int | None = None
    present: bool = True


class Directory:
    """Who is at the school, and who sits in the council of a year.

    What the words name is asked often and seldom new, so that answers are kept.
    """

    def __init__(self, session: Session, year: int) -> None:
        people = list(session.scalars(select(Person)))
        self._persons = {row.id: _named_person(row) for row in people}
        self._positions = {
            row.id: fold(clean_line(row.position))
            for row in people
            if row.position and _is_present(row)
        }
        self._groups = list(session.scalars(select(StaffGroup)))
        self._names = _by_name((*self._persons.values(), *map(_named_group, self._groups)))
        self._seats = _seats(session, year)
        self._known: dict[str, tuple[Named, ...]] = {}

    def named(self, words: str) -> tuple[Named, ...]:
        """Return whom the words name, each once: those called by name first."""
        if words not in self._known:
            self._known[words] = tuple(dict.fromkeys(self._found(words)))
        return self._known[words]

    def _found(self, words: str) -> Iterator[Named]:
        left = f" {fold(_BRACKETS.sub(' ', clean_line(words)))} "
        for name, called in self._names:
            if name in left and (match := _whole_words(name).search(left)):
                yield from called
                left = f"{left[: match.start()]}{_CALLED}{left[match.end() :]}"
        for piece in _pieces(left):
            yield from self._piece(piece)

    def person(self, person_id: int) -> Named | None:
        """Return a person by id."""
        return self._persons.get(person_id)

    def group(self, group_id: int) -> Named | None:
        """Return a group by id."""
        found = [group for group in self._groups if group.id == group_id]
        return _named_group(found[0]) if found else None

    def _piece(self, piece: str) -> Iterator[Named]:
        """Yield whom a piece without a name means: seats of the council, positions, all groups."""
        bare = _EACH.sub("", piece)
        seats = [*self._in_council(piece)]
        yield from seats
        if not seats:
            yield from self._by_position(bare)
        if bare != piece and bare in _ALL_TEACHING:
            teaching = (one for one in self._groups if one.kind is GroupKind.TEACHING)
            yield from (_named_group(one) for one in teaching if not one.in_bin)

    def _in_council(self, piece: str) -> Iterator[Named]:
        role = next((role for role, words in _ROLE_WORDS if words.match(piece)), None)
        if role is None and not _WHOLE_COUNCIL.match(piece):
            return
        for seat in self._seats:
            if seat.person_id in self._persons and role in (None, seat.role):
                yield self._persons[seat.person_id]

    def _by_position(self, piece: str) -> Iterator[Named]:
        for person_id, position in self._positions.items():
            if position == piece or position.startswith(f"{piece} "):
                yield self._persons[person_id]


def _pieces(words: str) -> Iterable[str]:
    parts = (_ADDRESS.sub("", clean_line(part).strip(" .:-")) for part in _PIECES.split(words))
    return (part for part in parts if part and _CALLED not in part)


def _by_name(everybody: Iterable[Named]) -> list[tuple[str, list[Named]]]:
    """Return all by their folded names, the longest first: "Tổ Văn phòng" before "Tổ Văn"."""
    names: dict[str, list[Named]] = {}
    for one in everybody:
        if name := fold(clean_line(one.name)):
            names.setdefault(name, []).append(one)
    return sorted(names.items(), key=lambda entry: -len(entry[0]))


@cache
def _whole_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _named_person(person: Person) -> Named:
    return Named(person.full_name, person_id=person.id, present=_is_present(person))


def _named_group(group: StaffGroup) -> Named:
    return Named(group.name, group_id=group.id, present=not group.in_bin)


def _is_present(person: Person) -> bool:
    away = person.left_on is not None and person.returned_on is None
    return not person.in_bin and not away


def _seats(session: Session, year: int) -> list[CouncilMember]:
    """Return the seats of the year's emulation council that are still taken."""
    query = (
        select(CouncilMember)
        .join(Council, Council.id == CouncilMember.council_id)
        .where(
            Council.year == year,
            Council.kind == CouncilKind.EMULATION,
            Council.deleted_at.is_(None),
            CouncilMember.ends_on.is_(None),
        )
        .order_by(CouncilMember.place)
    )
    return list(session.scalars(query))
