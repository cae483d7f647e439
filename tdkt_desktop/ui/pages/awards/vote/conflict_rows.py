"""The lines of who does not vote on whom, and of who is related to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_views import (
    CONFLICT_NAMES,
    HANDLING_NAMES,
    Conflict,
    Handling,
    HeldBack,
)
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.services.relatives import RelativeView
    from tdkt_desktop.services.vote_views import Nominee, RoundView


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A member and a nominee by names; `seat_id` and `nomination_id` are 0 in a new line."""

    held: HeldBack
    member: str = ""
    nominee: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the line names both."""
        return bool(self.held.seat_id and self.held.nomination_id)


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """Two people by names; the ids are 0 where nobody is chosen yet, `id` in a new line."""

    id: int = 0
    person_id: int = 0
    person: str = ""
    other_id: int = 0
    other: str = ""
    kind: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the line names both."""
        return bool(self.person_id and self.other_id)


def blank_conflict() -> ConflictRow:
    """Return a line that is to be filled by hand."""
    return ConflictRow(HeldBack(0, 0, Conflict.OTHER, Handling.ABSTAINS))


def conflict_rows(view: RoundView) -> tuple[ConflictRow, ...]:
    """Return the lines of a round."""
    members = {one.seat_id: one.name for one in view.voters}
    nominees = {one.nomination_id: one for one in view.nominees}
    return tuple(
        ConflictRow(
            held,
            members.get(held.seat_id, "–"),
            _nominee(nominees[held.nomination_id]) if held.nomination_id in nominees else "–",
        )
        for held in view.held_back
    )


class ConflictColumns:
    """Reads and writes the cells for one round."""

    def __init__(self, view: RoundView | None) -> None:
        self._members = [(one.seat_id, one.name) for one in view.voters] if view else []
        self._nominees = (
            [(one.nomination_id, _nominee(one)) for one in view.nominees] if view else []
        )

    def columns(self) -> tuple[EditColumn[ConflictRow], ...]:
        """Return the columns of the grid."""
        return (
            EditColumn[ConflictRow](
                N_("Thành viên Hội đồng"), lambda row: row.member, self._write_member,
                suggestions=lambda _row: _offered(self._members), share=10, least="0" * 12,
            ),
            EditColumn[ConflictRow](
                N_("Không bỏ phiếu cho"), lambda row: row.nominee, self._write_nominee,
                suggestions=lambda _row: _offered(self._nominees), share=14, least="0" * 12,
            ),
            EditColumn[ConflictRow](
                N_("Vì"), _why, _write_why, share=6, least="0" * 9
            ),
            EditColumn[ConflictRow](
                N_("Xử lý"), lambda row: _(HANDLING_NAMES[row.held.handling]), _write_handling,
                choices=lambda: [_(words) for words in HANDLING_NAMES.values()], share=12,
                least="0" * 14,
            ),
        )  # fmt: skip

    def _write_member(self, row: ConflictRow, text: str | Suggestion) -> ConflictRow:
        seat, name = _found(self._members, text)
        return replace(row, member=name, held=replace(row.held, seat_id=seat))

    def _write_nominee(self, row: ConflictRow, text: str | Suggestion) -> ConflictRow:
        nomination, name = _found(self._nominees, text)
        return replace(row, nominee=name, held=replace(row.held, nomination_id=nomination))


def relative_rows(views: Sequence[RelativeView]) -> tuple[RelativeRow, ...]:
    """Return the stored pairs as lines."""
    return tuple(
        RelativeRow(one.id, one.person_id, one.person, one.other_id, one.other, one.kind)
        for one in views
    )


def relative_columns(people: Sequence[PersonRow]) -> tuple[EditColumn[RelativeRow], ...]:
    """Return the columns of the pairs."""
    names = [(one.id, one.full_name) for one in people]
    offered = tuple(Suggestion(one.full_name, one.position, one.id) for one in people)

    def write_person(row: RelativeRow, text: str | Suggestion) -> RelativeRow:
        found, name = _found(names, text)
        return replace(row, person_id=found, person=name)

    def write_other(row: RelativeRow, text: str | Suggestion) -> RelativeRow:
        found, name = _found(names, text)
        return replace(row, other_id=found, other=name)

    return (
        EditColumn[RelativeRow](
            N_("Người thứ nhất"), lambda row: row.person, write_person,
            suggestions=lambda _row: offered, share=10, least="0" * 12,
        ),
        EditColumn[RelativeRow](
            N_("Người thân"), lambda row: row.other, write_other,
            suggestions=lambda _row: offered, share=10, least="0" * 12,
        ),
        EditColumn[RelativeRow](
            N_("Quan hệ"), lambda row: row.kind,
            lambda row, text: replace(row, kind=_text(text)), share=8, least="0" * 8,
        ),
    )  # fmt: skip


def _nominee(one: Nominee) -> str:
    return f"{one.name} ({one.award_name})"


def _offered(known: Sequence[tuple[int, str]]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(name, "", key) for key, name in known)


def _found(known: Sequence[tuple[int, str]], text: str | Suggestion) -> tuple[int, str]:
    """Return who is meant; raises InputError where it is nobody, or more than one."""
    if isinstance(text, Suggestion) and text.key is not None:
        return next(one for one in known if one[0] == text.key)
    wanted = fold(_text(text))
    found = [one for one in known if fold(one[1]) == wanted]
    if len(found) != 1:
        raise InputError(
            _("Không có một người duy nhất tên “{name}”.").format(name=_text(text)),
            _("Xin chọn trong danh sách hiện ra khi gõ."),
        )
    return found[0]


def _why(row: ConflictRow) -> str:
    held = row.held
    if held.conflict is Conflict.OTHER and held.note:
        return held.note
    words = _(CONFLICT_NAMES[held.conflict])
    return f"{words} ({held.note})" if held.note else words


def _write_why(row: ConflictRow, text: str | Suggestion) -> ConflictRow:
    """Take a reason told by hand; the one that the program found goes."""
    held = replace(row.held, conflict=Conflict.OTHER, note=_text(text))
    return replace(row, held=held)


def _write_handling(row: ConflictRow, text: str | Suggestion) -> ConflictRow:
    words = _text(text)
    for handling, name in HANDLING_NAMES.items():
        if words in (_(name), handling.value):
            return replace(row, held=replace(row.held, handling=handling))
    raise InputError(
        _("Không hiểu “{text}”.").format(text=words), _("Xin chọn trong danh sách của ô.")
    )


def _text(value: str | Suggestion) -> str:
    return " ".join((value if isinstance(value, str) else value.text).split())
