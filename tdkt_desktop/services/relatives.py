"""Use cases about who is related to whom at the school, which decides who may vote on whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person
from tdkt_desktop.models.vote import Relative
from tdkt_desktop.services.people import find_person
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class RelativeView:
    """Two people who are related; `kind` says how, in words."""

    id: int
    person_id: int
    person: str
    other_id: int
    other: str
    kind: str


class RelativeService:
    """Keeps pairs of relatives; a pair counts in both directions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def relatives(self, person_id: int | None = None) -> tuple[RelativeView, ...]:
        """Return the pairs, or those of one person; people in the bin are left out."""
        query = select(Relative).order_by(Relative.id)
        if person_id is not None:
            query = query.where(
                or_(Relative.person_id == person_id, Relative.other_id == person_id)
            )
        with self._store.read() as session:
            names = _names(session)
            rows = [
                row for row in session.scalars(query) if {row.person_id, row.other_id} <= set(names)
            ]
            return tuple(
                RelativeView(
                    row.id, row.person_id, names[row.person_id], row.other_id,
                    names[row.other_id], row.kind,
                )
                for row in rows
            )  # fmt: skip

    def add(self, person_id: int, other_id: int, kind: str = "") -> int:
        """Say that two people are related and return the pair's id; saying it again changes it."""
        if person_id == other_id:
            raise InputError(
                _("Một người không thể là người thân của chính mình."), _("Xin chọn hai người.")
            )
        with self._store.transaction(_("Ghi quan hệ người thân")) as act:
            for one in (person_id, other_id):
                find_person(act.session, one)
            pair = {person_id, other_id}
            kept = act.session.scalars(select(Relative).where(Relative.person_id.in_(pair)))
            row = next((one for one in kept if {one.person_id, one.other_id} == pair), None)
            row = row or Relative(person_id=person_id, other_id=other_id)
            row.kind = clean_line(kind)
            act.session.add(row)
            act.session.flush()
            return row.id

    def remove(self, relative_id: int) -> Change:
        """Take back that two people are related."""
        with self._store.transaction(_("Xoá quan hệ người thân")) as act:
            row = act.session.get(Relative, relative_id)
            if row is not None:
                act.session.delete(row)
        return act.change


def _names(session: Session) -> dict[int, str]:
    query = select(Person.id, Person.full_name).where(Person.deleted_at.is_(None))
    # Rows as a list: a result has keys, for which dict would take it for a mapping.
    return dict(session.execute(query).all())
