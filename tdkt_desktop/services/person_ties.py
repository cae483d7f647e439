"""What somebody still has to do at the school, to be said before they are removed or leave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.council import Council, CouncilMember
from tdkt_desktop.models.task import Movement, TaskRole, TaskState
from tdkt_desktop.services.task_views import TaskQuery

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.tasks import TaskService


class TieKind(StrEnum):
    """The kinds of things that somebody may be charged with."""

    TASK = "task"
    SEAT = "council"
    MOVEMENT = "movement"


_ROLES: Final = {
    TaskRole.LEAD: N_("chủ trì nhiệm vụ “{name}” (năm {year})"),
    TaskRole.EXECUTOR: N_("thực hiện nhiệm vụ “{name}” (năm {year})"),
    TaskRole.COORDINATOR: N_("phối hợp nhiệm vụ “{name}” (năm {year})"),
}
_OPEN: Final = frozenset({TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.WAITING})


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that somebody is charged with: whose it is, what it is, and its sentence."""

    person_id: int
    kind: TieKind
    record: int
    text: str


class PersonTies:
    """Looks through the tasks, the councils and the movements for somebody's part in them."""

    def __init__(self, store: Store, tasks: TaskService) -> None:
        self._store, self._tasks = store, tasks

    def of(self, person_ids: Collection[int], day: date) -> tuple[Tie, ...]:
        """Return what people are charged with and what is not over on a day.

        Whoever the words of a task name by name or position has a part in it, too.
        """
        if not person_ids:
            return ()
        with self._store.read() as session:
            kept = [*_seats(session, person_ids), *_movements(session, person_ids)]
        return (*self._of_tasks(frozenset(person_ids), day), *kept)

    def _of_tasks(self, person_ids: Collection[int], day: date) -> Iterator[Tie]:
        for task in self._tasks.tasks(TaskQuery(states=_OPEN), day):
            for party in task.parties:
                if party.person_id in person_ids:
                    text = _(_ROLES[party.role]).format(name=task.name, year=task.year)
                    yield Tie(party.person_id or 0, TieKind.TASK, task.id, text)


def _seats(session: Session, person_ids: Collection[int]) -> Iterator[Tie]:
    newest = select(Council.year).where(Council.deleted_at.is_(None)).order_by(Council.year.desc())
    last = session.scalars(newest.limit(1)).first()
    query = (
        select(CouncilMember.person_id, Council.id, Council.name, Council.year)
        .join(Council, Council.id == CouncilMember.council_id)
        .where(CouncilMember.person_id.in_(person_ids), Council.deleted_at.is_(None))
        .where(CouncilMember.ends_on.is_(None), Council.year == last)
    )
    for person_id, council_id, name, year in session.execute(query):
        text = _("là thành viên {name} (năm {year})").format(name=name or _("Hội đồng"), year=year)
        yield Tie(person_id or 0, TieKind.SEAT, council_id, text)


def _movements(session: Session, person_ids: Collection[int]) -> Iterator[Tie]:
    query = select(Movement.person_id, Movement.id, Movement.name, Movement.year).where(
        Movement.person_id.in_(person_ids),
        Movement.deleted_at.is_(None),
        Movement.final_result == "",
    )
    for person_id, movement_id, name, year in session.execute(query):
        text = _("phụ trách phong trào “{name}” (năm {year})").format(name=name, year=year)
        yield Tie(person_id or 0, TieKind.MOVEMENT, movement_id, text)
