"""The ledger: for which award of which year each initiative was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.pages.initiatives.widths import fit_widths
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_panel import list_panel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.initiative_views import LedgerLine
    from tdkt_desktop.ui.desk import Desk

_COLUMNS: Final[tuple[TextColumn[LedgerLine], ...]] = (
    TextColumn(N_("Sáng kiến"), lambda one: one.title),
    TextColumn(N_("Tác giả"), lambda one: one.author_names),
    TextColumn(N_("Năm áp dụng"), lambda one: one.year, quiet=True),
    TextColumn(N_("Dùng để xét"), lambda one: one.award_name),
    TextColumn(N_("Năm xét"), lambda one: one.award_year),
)


class LedgerView(QWidget):
    """`opened` tells which initiative to show, `releasing` which uses to take out."""

    opened = Signal(int)
    releasing = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._all: tuple[LedgerLine, ...] = ()
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Sổ sử dụng sáng kiến"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Lọc tên, tác giả, danh hiệu, năm…"))
        self.filter.setAccessibleName(_("Lọc sổ sử dụng"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.release = IconButton(desk.theme, _("Bỏ ghi"), "trash-can-outline")
        self.empty = EmptyState(
            _("Chưa ghi sáng kiến nào đã dùng. Chọn sáng kiến được công nhận rồi bấm Ghi sử dụng."),
            _("Về danh sách"),
        )
        self._count = text_label("", "hint")
        self._stack = FrontStack()
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self._rebuild())
        self.view.opened.connect(lambda row: self.opened.emit(self.model.item(row).initiative_id))
        self.view.removing.connect(lambda _rows: self._release())
        self.release.clicked.connect(self._release)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.filter, 1)
        tools.addStretch(1)
        tools.addWidget(self.release)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(tools)
        column.addWidget(list_panel(self.view, self._count), 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_lines(self, lines: Sequence[LedgerLine]) -> None:
        """Show the uses there are now."""
        first = not self._all
        self._all = tuple(lines)
        self._rebuild()
        if first and lines:
            fit_widths(self.view, {1: 24, 3: 28})
        self._stack.setCurrentIndex(0 if lines else 1)

    def _rebuild(self) -> None:
        words = fold(self.filter.text()).split()
        kept = [one for one in self._all if all(word in _searched(one) for word in words)]
        self.model.show(kept)
        self._count.setText(_("Hiện {n} / {all} lần dùng").format(n=len(kept), all=len(self._all)))
        if kept:
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        self.release.setEnabled(bool(self.view.rows()))

    def _release(self) -> None:
        lines = [self.model.item(row) for row in self.view.rows()]
        if lines:
            self.releasing.emit(lines)


def _searched(one: LedgerLine) -> str:
    words = (one.title, one.author_names, one.award, one.award_name, one.award_year, one.year)
    return fold(" ".join(words))
