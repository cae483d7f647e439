"""Use cases about collectives: teaching groups, the office, the school."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardRecord, Rating
from tdkt_desktop.models.person import GroupKind, Person, StaffGroup
from tdkt_desktop.models.proposing import Nomination, Registration
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.services.group_heads import set_head
from tdkt_desktop.services.people_views import GroupView, PersonState, group_view_of, state_of
from tdkt_desktop.vietnamese.text import clean, clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

_KINDS = (
    (re.compile(r"^(truong|nha truong)\b"), GroupKind.SCHOOL),
    (re.compile(r"\b(van phong|hanh chinh|nhan vien|cap duong)\b"), GroupKind.OFFICE),
    (re.compile(r"^(to|nhom|khoi)\b"), GroupKind.TEACHING),
)


class GroupService:
    """Keeps collectives in the school's order."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def groups(self, *, in_bin: bool = False) -> tuple[GroupView, ...]:
        """Return the collectives in the school's order, each with how many work in it."""
        wanted = StaffGroup.deleted_at.is_not(None) if in_bin else StaffGroup.deleted_at.is_(None)
        with self._store.read() as session:
            sizes = _sizes(session)
            rows = session.scalars(select(StaffGroup).where(wanted))
            found = sorted(rows, key=lambda group: (group.place, group.id))
            return tuple(group_view_of(group, sizes[group.id]) for group in found)

    def add(
        self,
        name: str,
        kind: GroupKind | None = None,
        parent_id: int | None = None,
        notes: str = "",
    ) -> int:
        """Store a new collective after the others and return its id.

        Without a kind its name decides. Raises InputError for a name that is taken.
        """
        with self._store.transaction(_("Thêm tổ")) as act:
            group = new_group(act.session, name)
            group.kind = kind or group.kind
            group.parent_id, group.notes = parent_id, clean(notes)
            act.session.flush()
        return group.id

    def save(
        self, group_id: int, name: str, kind: GroupKind, parent_id: int | None = None,
        notes: str = "",
    ) -> Change:  # fmt: skip
        """Store what a form says about a collective."""
        with self._store.transaction(_("Sửa tổ")) as act:
            group = find_group(act.session, group_id)
            _name(act.session, group, name)
            _require_no_circle(act.session, group_id, parent_id)
            group.kind, group.parent_id, group.notes = kind, parent_id, clean(notes)
        return act.change

    def set_head(self, group_id: int, person_id: int | None) -> Change:
        """Say who heads a collective, by the positions of those in it; None for nobody."""
        with self._store.transaction(_("Chọn tổ trưởng")) as act:
            find_group(act.session, group_id)
            set_head(act.session, group_id, person_id)
        return act.change

    def put_in_order(self, group_ids: Sequence[int]) -> Change:
        """Say in which order the collectives are listed."""
        with self._store.transaction(_("Sắp xếp các tổ")) as act:
            for place, group_id in enumerate(group_ids):
                find_group(act.session, group_id).place = place
        return act.change

    def throw_away(self, group_id: int) -> Change:
        """Put a collective into the bin; its people and the groups under it stay without it."""
        with self._store.transaction(_("Xoá tổ")) as act:
            group = find_group(act.session, group_id)
            group.deleted_at = datetime.now(UTC)
            for person in act.session.scalars(select(Person).where(Person.group_id == group_id)):
                person.group_id = None
            under = select(StaffGroup).where(StaffGroup.parent_id == group_id)
            for other in act.session.scalars(under):
                other.parent_id = None
        return act.change

    def bring_back(self, group_id: int) -> Change:
        """Take a collective out of the bin."""
        with self._store.transaction(_("Lấy lại tổ")) as act:
            group = find_group(act.session, group_id, in_bin=True)
            _name(act.session, group, group.name)
            group.deleted_at = None
        return act.change

    def remove_for_good(self, group_id: int) -> Change:
        """Remove a collective in the bin with its records; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn tổ"), undoable=False) as act:
            group = find_group(act.session, group_id, in_bin=True)
            for table in (Rating, AwardRecord, Registration, Nomination):
                for row in act.session.scalars(select(table).where(table.group_id == group_id)):
                    act.session.delete(row)
            remove_for_good(act.session, group)
        return act.change


def find_group(session: Session, group_id: int, *, in_bin: bool = False) -> StaffGroup:
    """Return the row of a collective; raises InputError where there is none."""
    group = session.get(StaffGroup, group_id)
    if group is None or group.in_bin != in_bin:
        raise InputError(
            _("Không có tổ số {id}.").format(id=group_id),
            _("Tổ này có thể đã được xoá; xin xem lại danh sách."),
        )
    return group


def new_group(session: Session, name: str) -> StaffGroup:
    """Add a collective after the others, its kind told by its name."""
    places = session.scalars(select(StaffGroup.place)).all()
    group = StaffGroup(place=max(places, default=-1) + 1)
    _name(session, group, name)
    group.kind = kind_of(name)
    session.add(group)
    return group


def kind_of(name: str) -> GroupKind:
    """Return what a collective seems to be by its name."""
    folded = fold(name)
    return next((kind for words, kind in _KINDS if words.search(folded)), GroupKind.OTHER)


def _name(session: Session, group: StaffGroup, name: str) -> None:
    """Give a collective a name that no other one has."""
    tidy = clean_line(name)
    if not tidy:
        raise InputError(_("Tên tổ không được để trống."), _("Xin nhập tên tổ rồi lưu lại."))
    folded = fold(tidy)
    with session.no_autoflush:
        others = session.scalars(
            select(StaffGroup).where(StaffGroup.folded == folded, StaffGroup.deleted_at.is_(None))
        )
        taken = any(other is not group for other in others)
    if taken:
        raise InputError(
            _("Đã có “{name}” trong danh sách tổ.").format(name=tidy),
            _("Xin đặt tên khác, hoặc dùng tổ đã có."),
        )
    group.name, group.folded = tidy, folded


def _require_no_circle(session: Session, group_id: int, parent_id: int | None) -> None:
    """Raise InputError where a collective would be under itself."""
    above = parent_id
    while above is not None:
        if above == group_id:
            raise InputError(
                _("Một tổ không thể thuộc chính nó."), _("Xin chọn tập thể cấp trên khác.")
            )
        above = find_group(session, above).parent_id


def _sizes(session: Session) -> Counter[int]:
    """Count the people of each group who work at the school."""
    query = select(Person.group_id, Person.left_on, Person.returned_on).where(
        Person.deleted_at.is_(None), Person.group_id.is_not(None)
    )
    return Counter(
        group_id
        for group_id, left_on, returned_on in session.execute(query)
        if group_id is not None and state_of(left_on, returned_on) is PersonState.WORKING
    )
