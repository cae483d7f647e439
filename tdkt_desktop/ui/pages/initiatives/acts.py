"""What can be done with initiatives, each with a named undo; dialogs are made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.initiative_views import InitiativeState, Recognition
from tdkt_desktop.ui.acts import Acts
from tdkt_desktop.ui.pages.initiatives.words import called
from tdkt_desktop.ui.tables.edit_grid_model import Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.initiative_views import InitiativeRow
    from tdkt_desktop.ui.desk import Desk


class InitiativeActs(Acts):
    """Runs acts; `arrived` tells of a new initiative."""

    arrived = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(desk, owner)

    # --- new ones, states ---

    def add(self, year: str) -> None:
        """Ask for a new initiative and store it."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import NewInitiativeDialog

        dialog = NewInitiativeDialog(year, people_offered(self._desk), self._owner)
        if not self.accepted(dialog):
            return
        made = self.tried(lambda: self._desk.context.initiatives.add(dialog.form()))
        if made is not None:
            self.arrived.emit(made)

    def submit(self, rows: Sequence[InitiativeRow]) -> None:
        """Say that initiatives were handed in."""
        drafts = [row for row in rows if row.state is InitiativeState.DRAFT]
        ids = [row.id for row in drafts]
        told = _("Đã nộp {works}.").format(works=called(drafts))
        self.undoable(lambda: self._desk.context.initiatives.submit(ids), told)

    def take_back(self, rows: Sequence[InitiativeRow]) -> None:
        """Make drafts again of initiatives."""
        told = _("Đã đưa {works} về nháp.").format(works=called(rows))
        ids = [row.id for row in rows]
        self.undoable(lambda: self._desk.context.initiatives.take_back(ids), told)

    def recognise(self, rows: Sequence[InitiativeRow]) -> None:
        """Ask for a decision and recognise all of them by it."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import RecogniseDialog

        law, today = self._desk.context.initiatives.law, self._desk.today()
        dialog = RecogniseDialog(rows, law, self._usual(rows), today, self._owner)
        if self.accepted(dialog):
            given, ids = dialog.recognition(), [row.id for row in rows]
            told = _("Đã công nhận {works} theo Quyết định số {number}.")
            self.undoable(
                lambda: self._desk.context.initiatives.recognise(ids, given),
                told.format(works=called(rows), number=given.number),
            )

    def take_recognition_back(self, rows: Sequence[InitiativeRow]) -> None:
        """Take the recognition back."""
        told = _("Đã bỏ công nhận {works}.").format(works=called(rows))
        ids = [row.id for row in rows]
        self.undoable(lambda: self._desk.context.initiatives.take_recognition_back(ids), told)

    def confirm_reach(self, rows: Sequence[InitiativeRow]) -> None:
        """Ask how far the effect was confirmed."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import ReachDialog

        law = self._desk.context.initiatives.law
        dialog = ReachDialog(rows, law, self._owner)
        if self.accepted(dialog):
            code, ids = dialog.reach.currentData(), [row.id for row in rows]
            told = _("Đã ghi phạm vi “{reach}” cho {works}.")
            self.undoable(
                lambda: self._desk.context.initiatives.confirm_reach(ids, code),
                told.format(reach=law.reach_name(code), works=called(rows)),
            )

    def refuse(self, rows: Sequence[InitiativeRow]) -> None:
        """Ask why initiatives are not recognised."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import ReasonDialog

        dialog = ReasonDialog(
            _("Không công nhận"), _("Ghi không công nhận"), _("Lý do"),
            _("Lý do được ghi vào ghi chú của sáng kiến."), self._owner,
        )  # fmt: skip
        if self.accepted(dialog):
            reason, ids = dialog.words(), [row.id for row in rows]
            told = _("Đã ghi không công nhận {works}.").format(works=called(rows))
            self.undoable(lambda: self._desk.context.initiatives.refuse(ids, reason), told)

    # --- the ledger ---

    def use(self, rows: Sequence[InitiativeRow], year: str) -> None:
        """Ask for which award initiatives were used."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import UseDialog

        awards = self._desk.context.initiatives.awards_known()
        dialog = UseDialog(rows, awards, year, self._owner)
        if self.accepted(dialog):
            code, used, ids = dialog.code(), dialog.year.text(), [row.id for row in rows]
            told = _("Đã ghi {works} dùng để xét {award} năm {year}.")
            self.undoable(
                lambda: self._desk.context.initiatives.use(ids, code, used),
                told.format(works=called(rows), award=awards.get(code, code), year=used),
            )

    # --- the bin ---

    def throw_away(self, rows: Sequence[InitiativeRow]) -> None:
        """Put initiatives into the bin."""
        ids = [row.id for row in rows]
        told = _("Đã xoá {works}.").format(works=called(rows))
        self.undoable(lambda: self._desk.context.initiatives.throw_away(ids), told)

    def show_bin(self) -> None:
        """Show what was thrown away."""
        from tdkt_desktop.services.initiative_views import InitiativeRow
        from tdkt_desktop.ui.dialogs.record_bin import BinAccess, RecordBin, one_by_one
        from tdkt_desktop.ui.tables.columns_model import TextColumn

        works = self._desk.context.initiatives
        access = BinAccess[InitiativeRow](
            lambda: works.rows(in_bin=True),
            one_by_one(lambda one: works.bring_back([one])),
            one_by_one(works.remove_for_good),
            _("Thùng rác không có sáng kiến nào."),
        )
        columns = (
            TextColumn[InitiativeRow](N_("Tên sáng kiến"), lambda row: row.title),
            TextColumn[InitiativeRow](N_("Tác giả"), lambda row: row.author_names),
            TextColumn[InitiativeRow](N_("Năm"), lambda row: row.year, quiet=True),
        )
        dialog = RecordBin(self._desk, access, columns, self._owner)
        dialog.exec()
        dialog.deleteLater()

    def edit_criteria(self) -> None:
        """Show the criteria sheet to be edited."""
        from tdkt_desktop.ui.pages.initiatives.criteria_dialog import CriteriaDialog

        if self.accepted(CriteriaDialog(self._desk, self._owner)):
            self._desk.feedback.note(_("Đã lưu phiếu chấm; dùng từ đợt chấm sau."))

    # --- inside ---

    def _usual(self, rows: Sequence[InitiativeRow]) -> Recognition:
        """Return the decision that is likely: what stands already, else the school's own."""
        first = rows[0].recognition
        if first.number:
            return first
        level = self._desk.context.initiatives.law.levels[0].code
        return Recognition(
            level, level, "", None, self._desk.context.school.profile().official_name
        )


def people_offered(desk: Desk) -> tuple[Suggestion, ...]:
    """Return the people of the school as suggestions for authors."""
    rows = [row for row in desk.context.people.rows() if not row.left_on]
    return tuple(
        Suggestion(
            row.full_name,
            ", ".join(part for part in (row.position or row.job_title, row.group_name) if part),
            row.id,
            row.folded,
        )
        for row in rows
    )
