"""Finding anything by a few words, diacritics aside: people, tasks, plans, documents, awards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, select

from tdkt_desktop.models.merit import AwardRecord, Initiative
from tdkt_desktop.models.paper import Paper
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.plan import Plan
from tdkt_desktop.models.task import Movement, Task
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from tdkt_desktop.models.store import Store

_MOST: Final = 5


class FoundKind(StrEnum):
    """What was found."""

    PERSON = "person"
    GROUP = "group"
    TASK = "task"
    MOVEMENT = "movement"
    PLAN = "plan"
    PAPER = "paper"
    AWARD = "award"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: its kind, its id (of an award the id of who has it), its name and year."""

    kind: FoundKind
    id: int
    name: str
    where: str = ""


class FindingService:
    """Looks through the store; a few things of each kind, the newest first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, words: str, most: int = _MOST) -> tuple[Found, ...]:
        """Return what holds all the words, at most so many of each kind; nothing for no words."""
        wanted = fold(words).split()
        if not wanted:
            return ()
        with self._store.read() as session:
            return tuple(
                one
                for kind in (_people, _groups, _tasks, _movements, _plans, _papers, _initiatives)
                for one in kind(session, wanted, most)
            ) + tuple(_awards(session, words, most))


def _holds(column: InstrumentedAttribute[str], wanted: list[str]) -> ColumnElement[bool]:
    return and_(*(column.contains(word, autoescape=True) for word in wanted))


def _people(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = (
        select(Person.id, Person.full_name, StaffGroup.name)
        .outerjoin(StaffGroup, Person.group_id == StaffGroup.id)
        .where(Person.deleted_at.is_(None), _holds(Person.folded, wanted))
        .order_by(Person.name_key)
        .limit(most)
    )
    for person_id, name, group in session.execute(query):
        yield Found(FoundKind.PERSON, person_id, name, group or "")


def _groups(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(StaffGroup.id, StaffGroup.name)
    query = query.where(StaffGroup.deleted_at.is_(None), _holds(StaffGroup.folded, wanted))
    for group_id, name in session.execute(query.order_by(StaffGroup.place).limit(most)):
        yield Found(FoundKind.GROUP, group_id, name)


def _tasks(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(Task.id, Task.title, Task.year)
    # An occurrence says what the task it belongs to says.
    there = (Task.deleted_at.is_(None), Task.parent_id.is_(None), Task.withdrawn.is_(False))
    query = query.where(*there, _holds(Task.folded, wanted))
    for task_id, title, year in session.execute(query.order_by(Task.year.desc()).limit(most)):
        yield Found(FoundKind.TASK, task_id, title, str(year))


def _movements(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(Movement.id, Movement.name, Movement.year)
    query = query.where(Movement.deleted_at.is_(None), _holds(Movement.folded, wanted))
    for key, name, year in session.execute(query.order_by(Movement.year.desc()).limit(most)):
        yield Found(FoundKind.MOVEMENT, key, name, str(year))


def _plans(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(Plan.id, Plan.title, Plan.subject, Plan.year)
    query = query.where(Plan.deleted_at.is_(None), _holds(Plan.folded, wanted))
    rows = session.execute(query.order_by(Plan.year.desc(), Plan.id.desc()).limit(most))
    for key, title, subject, year in rows:
        yield Found(FoundKind.PLAN, key, f"{title.capitalize()} {subject}".strip(), str(year))


def _papers(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(Paper.id, Paper.title, Paper.subject, Paper.year)
    query = query.where(Paper.deleted_at.is_(None), _holds(Paper.folded, wanted))
    rows = session.execute(query.order_by(Paper.year.desc(), Paper.id.desc()).limit(most))
    for key, title, subject, year in rows:
        yield Found(FoundKind.PAPER, key, f"{title.capitalize()} {subject}".strip(), str(year))


def _initiatives(session: Session, wanted: list[str], most: int) -> Iterator[Found]:
    query = select(Initiative.id, Initiative.title, Initiative.year)
    query = query.where(Initiative.deleted_at.is_(None), _holds(Initiative.folded, wanted))
    for key, title, year in session.execute(query.order_by(Initiative.year.desc()).limit(most)):
        yield Found(FoundKind.INITIATIVE, key, title, year)


def _awards(session: Session, words: str, most: int) -> Iterator[Found]:
    """Find awards by the number of their decision, which is copied rather than typed."""
    query = (
        select(Person.id, AwardRecord.name, AwardRecord.number, Person.full_name)
        .join(Person, AwardRecord.person_id == Person.id)
        .where(AwardRecord.deleted_at.is_(None), Person.deleted_at.is_(None))
        .where(AwardRecord.number.contains(words.strip(), autoescape=True))
        .order_by(AwardRecord.year.desc())
        .limit(most)
    )
    for person_id, name, number, who in session.execute(query):
        yield Found(FoundKind.AWARD, person_id, f"{who}: {name}", number)
