"""Adding, changing and removing the records of one person or one collective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.services.record_views import (
    AwardData,
    AwardKind,
    AwardView,
    DisciplineView,
    LeaveView,
    RatingView,
    RecordKind,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.record_views import AwardData as Data
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs


class RecordActs:
    """Asks in a small dialog, stores, says so and offers to take it back."""

    def __init__(self, desk: Desk, acts: PeopleActs, owner: QWidget) -> None:
        self._desk, self._acts, self._owner = desk, acts, owner

    # --- awards ---

    def add_award(
        self, subject: Subject, who: str, year: str, kind: AwardKind = AwardKind.TITLE
    ) -> None:
        """Ask for a title or a commendation and store it."""
        data = self._asked_award(AwardData(kind=kind, name="", year=year), subject, who, new=True)
        if data is not None:
            add = self._desk.context.records.add_award
            self._added(lambda: add(subject, data), _("Đã thêm “{name}”.").format(name=data.name))

    def edit_award(self, award: AwardView, who: str) -> None:
        """Ask what is otherwise about an award, and store it."""
        data = self._asked_award(award.data, award.subject, who, new=False)
        if data is not None:
            save = self._desk.context.records.save_award
            told = _("Đã lưu “{name}”.").format(name=data.name)
            self._acts.undoable(lambda: save(award.id, data), told)

    def _asked_award(
        self, data: Data, subject: Subject, who: str, *, new: bool
    ) -> AwardData | None:
        from tdkt_desktop.ui.dialogs.people_award_dialog import AwardDialog

        collective = subject.group_id is not None
        dialog = AwardDialog(self._desk, data, who, self._owner, collective=collective, new=new)
        return dialog.data() if self._acts.accepted(dialog) else None

    # --- ratings ---

    def rate(self, subject: Subject, who: str, year: str, code: str = "") -> None:
        """Ask for the rating of a year and store it."""
        self._acts.rate([subject], who, year, code)

    # --- leave and discipline ---

    def add_leave(self, person_id: int, who: str) -> None:
        """Ask for a time away and store it."""
        from tdkt_desktop.ui.dialogs.people_span_dialog import LeaveDialog

        dialog = LeaveDialog(self._desk, None, who, self._owner)
        if self._acts.accepted(dialog):
            data, add = dialog.data(), self._desk.context.records.add_leave
            self._added(lambda: add(person_id, data), _("Đã thêm thời gian nghỉ."))

    def add_discipline(self, person_id: int, who: str) -> None:
        """Ask for a measure of discipline and store it."""
        from tdkt_desktop.ui.dialogs.people_span_dialog import DisciplineDialog

        dialog = DisciplineDialog(self._desk, None, who, self._owner)
        if self._acts.accepted(dialog):
            data, add = dialog.data(), self._desk.context.records.add_discipline
            self._added(lambda: add(person_id, data), _("Đã thêm kỷ luật."))

    def edit_span(self, span: LeaveView | DisciplineView, who: str) -> None:
        """Ask what is otherwise about a time away or a measure of discipline."""
        from tdkt_desktop.ui.dialogs.people_span_dialog import DisciplineDialog, LeaveDialog

        records = self._desk.context.records
        if isinstance(span, LeaveView):
            leave = LeaveDialog(self._desk, span.data, who, self._owner)
            if self._acts.accepted(leave):
                data = leave.data()
                self._acts.undoable(
                    lambda: records.save_leave(span.id, data), _("Đã lưu thời gian nghỉ.")
                )
            return
        discipline = DisciplineDialog(self._desk, span.data, who, self._owner)
        if self._acts.accepted(discipline):
            changed = discipline.data()
            self._acts.undoable(
                lambda: records.save_discipline(span.id, changed), _("Đã lưu kỷ luật.")
            )

    # --- the bin ---

    def remove(self, record: AwardView | RatingView | LeaveView | DisciplineView) -> None:
        """Put a record into the bin; the note offers to take that back."""
        kinds: dict[type, RecordKind] = {
            AwardView: RecordKind.AWARD,
            RatingView: RecordKind.RATING,
            LeaveView: RecordKind.LEAVE,
            DisciplineView: RecordKind.DISCIPLINE,
        }
        throw = self._desk.context.records.throw_away
        self._acts.undoable(
            lambda: throw(kinds[type(record)], record.id),
            _("Đã xoá {what}.").format(what=_called(record)),
        )

    def _added(self, add: Callable[[], int], told: str) -> None:
        if self._acts.tried(add) is not None:
            self._acts.told(told)


def _called(record: AwardView | RatingView | LeaveView | DisciplineView) -> str:
    if isinstance(record, AwardView):
        return f"“{record.data.name}”"
    if isinstance(record, RatingView):
        return _("xếp loại năm {year}").format(year=record.year)
    return _("thời gian nghỉ") if isinstance(record, LeaveView) else _("kỷ luật")
