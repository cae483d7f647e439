"""Settings: the library of clauses that are offered while a plan is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QComboBox, QDialog

from tdkt_desktop.documents.clause_library import EVERY_LEVEL, LibraryClause
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.clauses import ClauseEntry
from tdkt_desktop.services.library_keys import new_key
from tdkt_desktop.ui.dialogs.clause_dialog import ClauseDialog
from tdkt_desktop.ui.pages.settings.library_chips import levels_text, origin_chip
from tdkt_desktop.ui.pages.settings.list_section import ListSection
from tdkt_desktop.ui.pages.settings.section import Entry
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.form import guard_wheel

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_TEXT, _ORIGIN = 1, 3


class ClausesSection(ListSection[ClauseEntry]):
    """Find, add, edit, hide, and back to what is shipped."""

    KEY: ClassVar[str] = "clauses"
    ICON: ClassVar[str] = "bookshelf"
    TITLE: ClassVar[str] = N_("Điều khoản mẫu")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"school_clause"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("filter", N_("Thư viện điều khoản"), "đoạn văn mẫu câu đề mục"),
    )

    def __init__(self, desk: Desk) -> None:
        columns = (
            TextColumn[ClauseEntry](N_("Đề mục"), lambda entry: entry.clause.heading),
            TextColumn[ClauseEntry](N_("Lời văn"), _one_line),
            TextColumn[ClauseEntry](
                N_("Dùng cho"), lambda entry: levels_text(entry.clause.levels), quiet=True
            ),
            TextColumn[ClauseEntry](N_("Nguồn"), lambda entry: origin_chip(entry).text),
        )
        model = StateColumnsModel(columns, {_ORIGIN: origin_chip}, lambda entry: entry.hidden)
        super().__init__(desk, model, _TEXT)
        self.view.setAccessibleName(_("Thư viện điều khoản"))
        self.filter.setPlaceholderText(_("Lọc theo lời văn, không cần dấu…"))
        self.filter.setAccessibleName(_("Lọc điều khoản"))
        self.heading = QComboBox()
        self.heading.setAccessibleName(_("Lọc theo đề mục"))
        self.heading.setMinimumContentsLength(9)
        self.heading.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        guard_wheel(self.heading)
        self.heading.activated.connect(lambda _index: self.refresh())
        self.filters.addWidget(self.heading)
        self.add = self.button(_("Thêm điều khoản…"), self.add_clause, "plus")
        self.change = self.button(_("Sửa…"), self.edit, "pencil-outline")
        self.hide_button = self.button(_("Ẩn"), self.hide_or_show, "eye-off-outline")
        self.back = self.button(_("Trả về bản gốc"), self.restore_shipped, "restore")
        self.lay_out()
        self.refresh()

    def refresh(self) -> None:
        entries = self.context.clauses.entries(with_hidden=self.with_hidden.isChecked())
        self._offer_headings(entries)
        heading, words = self.heading.currentData(), self.filter.text()
        shown = [
            entry
            for entry in entries
            if heading in (None, entry.clause.heading) and entry.clause.speaks_of(words)
        ]
        self.show_items(shown, len(entries))

    def enable(self) -> None:
        entry = self.chosen()
        self.change.setEnabled(entry is not None)
        self.hide_button.setEnabled(entry is not None)
        self.hide_button.setText(_("Hiện lại") if entry and entry.hidden else _("Ẩn"))
        self.back.setEnabled(entry is not None and (entry.edited or entry.own))
        self.back.setText(_("Xoá") if entry and entry.own else _("Trả về bản gốc"))

    def _offer_headings(self, entries: tuple[ClauseEntry, ...]) -> None:
        """Offer the headings that there are, the chosen one kept if it is still there."""
        headings = list(dict.fromkeys(entry.clause.heading for entry in entries))
        if [self.heading.itemData(n) for n in range(1, self.heading.count())] == headings:
            return
        chosen = self.heading.currentData()
        self.heading.clear()
        self.heading.addItem(_("Mọi đề mục"), None)
        for heading in headings:
            self.heading.addItem(heading, heading)
        self.heading.setCurrentIndex(max(self.heading.findData(chosen), 0) if chosen else 0)

    # --- acts ---

    def add_clause(self) -> None:
        """Ask for a clause of the school's own."""
        heading = self.heading.currentData() or ""
        blank = LibraryClause(new_key(), heading, (EVERY_LEVEL,), "")
        self._ask(blank, _("Thêm điều khoản"))

    def edit(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self._ask(entry.clause, _("Sửa điều khoản"))

    def hide_or_show(self) -> None:
        """Take the chosen clause off the lists, or put it back."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.clauses.hide(entry.clause.key, hidden=not entry.hidden)
            self.told(
                change, _("Đã hiện lại điều khoản.") if entry.hidden else _("Đã ẩn điều khoản.")
            )

    def restore_shipped(self) -> None:
        """Forget the school's edition of the chosen clause."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.clauses.restore_shipped(entry.clause.key)
            done = _("Đã xoá điều khoản.") if entry.own else _("Đã trả điều khoản về bản gốc.")
            self.told(change, done)

    def _ask(self, clause: LibraryClause, title: str) -> None:
        dialog = ClauseDialog(self.desk, clause, title, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.change is not None:
            self.told(dialog.change, _("Đã lưu điều khoản."))
        dialog.deleteLater()


def _one_line(entry: ClauseEntry) -> str:
    return " ".join(entry.clause.text.split())
