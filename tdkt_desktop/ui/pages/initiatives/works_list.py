"""The list of initiatives with its filters, its tools and its footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.initiative_views import InitiativeState
from tdkt_desktop.ui.pages.initiatives.widths import fit_widths
from tdkt_desktop.ui.pages.initiatives.works_filters import WorksFilters
from tdkt_desktop.ui.pages.initiatives.works_model import (
    AUTHORS_COLUMN,
    FIELD_COLUMN,
    REACH_COLUMN,
    TITLE_COLUMN,
    USES_COLUMN,
    WorksModel,
)
from tdkt_desktop.ui.tables.kept_columns import KeptColumns
from tdkt_desktop.ui.tables.list_panel import list_panel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.initiative_views import InitiativeRow
    from tdkt_desktop.ui.desk import Desk

_LAYOUT: Final = "initiative-list"
_ALL_COLUMNS_FROM: Final = 60
"""From so many heights of a letter on, all columns find room."""
_MOST_COLUMNS_FROM: Final = 48
_MOST_LETTERS: Final = {AUTHORS_COLUMN: 23, FIELD_COLUMN: 15, REACH_COLUMN: 13, USES_COLUMN: 19}
"""How wide the columns begin at most; the title takes the rest."""
_ACTS: Final = (
    ("open", N_("Mở"), "pencil-outline"),
    ("submit", N_("Nộp"), "send-outline"),
    ("take_back", N_("Đưa về nháp"), "undo-variant"),
    ("round", N_("Đưa vào đợt chấm…"), "format-list-numbered"),
    ("recognise", N_("Công nhận…"), "file-sign"),
    ("reach", N_("Ghi phạm vi ảnh hưởng…"), "open-in-new"),
    ("refuse", N_("Không công nhận…"), "minus-circle-outline"),
    ("use", N_("Ghi sử dụng…"), "medal-outline"),
    ("decision", N_("Quyết định công nhận (Word)…"), "file-word-outline"),
    ("remove", N_("Xoá"), "trash-can-outline"),
)
_BAR: Final = ("submit", "round", "recognise", "use", "remove")


class WorksList(QWidget):
    """`acted` tells an act by name, `opened` which initiative is to be shown."""

    acted = Signal(str)
    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        law = desk.context.initiatives.law
        self.model = WorksModel(law)
        self.view = ListView(desk.theme, self.model, TITLE_COLUMN)
        self.filters = WorksFilters(law)
        self.actions_of_row = {key: self._action(key, text) for key, text, _icon in _ACTS}
        self.empty = EmptyState(
            _("Chưa có sáng kiến nào. Mỗi sáng kiến có tác giả, mô tả, điểm và quyết định."),
            _("Thêm sáng kiến"),
        )
        self._none = text_label(_("Không có sáng kiến nào khớp với bộ lọc."), "hint")
        self._count, self._facts = text_label("", "hint"), text_label("", "hint")
        self._stack = FrontStack()
        self._columns = KeptColumns(
            desk.preferences, self.view, _LAYOUT, lambda: fit_widths(self.view, _MOST_LETTERS)
        )
        self._arrange()
        self._connect()

    def show_rows(
        self, rows: Sequence[InitiativeRow], names: Callable[[], Mapping[str, str]]
    ) -> None:
        """Show the initiatives there are now; what was chosen stays chosen."""
        chosen = [row.id for row in self.selected()]
        self.filters.show_fields(rows)
        self.model.show_rows(rows, names)
        if rows:
            self._columns.restore()
        self._filter()
        self._select(chosen)

    def selected(self) -> list[InitiativeRow]:
        """Return the chosen initiatives in the order of the list."""
        return [self.model.item(row) for row in self.view.rows()]

    def select(self, initiative_id: int) -> None:
        """Choose an initiative, whatever the filters say."""
        if self.model.row_of(initiative_id) is None:
            self.filters.show_all()
        self._select([initiative_id])

    def keep_layout(self) -> None:
        """Remember the widths of the columns."""
        self._columns.keep()

    # --- making ---

    def _action(self, key: str, text: str) -> QAction:
        action = QAction(_(text), self)
        action.triggered.connect(lambda _checked=False: self.acted.emit(key))
        return action

    def _arrange(self) -> None:
        self.view.setAccessibleName(_("Danh sách sáng kiến"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.filters)
        for part in (list_panel(self.view, self._count, self._facts), self._nothing(), self.empty):
            self._stack.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bulk())

    def _nothing(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.addWidget(self._none, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return part

    def _bulk(self) -> QFrame:
        """Return the bar with what can be done with several at once."""
        self.bulk = QFrame()
        self.bulk.setProperty("bar", "selection")
        around = QHBoxLayout(self.bulk)
        around.setContentsMargins(12, 5, 8, 5)
        self._chosen_words = text_label("", "strong")
        around.addWidget(self._chosen_words)
        tools = QWidget()
        row = FlowLayout(tools)
        around.addWidget(tools, 1)
        icons = {key: icon for key, _text, icon in _ACTS}
        for key in _BAR:
            action = self.actions_of_row[key]
            button = IconButton(self._desk.theme, action.text(), icons[key])
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            row.addWidget(button)
        self.bulk.hide()
        return self.bulk

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter_keeping)
        self.view.opened.connect(lambda row: self.opened.emit(self.model.item(row).id))
        self.view.removing.connect(lambda _rows: self.acted.emit("remove"))
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._chosen())
        self.empty.act.connect(lambda: self.acted.emit("new"))
        edit = self.actions_of_row["open"]
        edit.setShortcut(QKeySequence(Qt.Key.Key_F2))
        edit.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.view.addAction(edit)

    # --- inside ---

    def _filter_keeping(self) -> None:
        chosen = [row.id for row in self.selected()]
        self._filter()
        self._select(chosen)

    def _filter(self) -> None:
        self.model.filter(self.filters.wanted())
        shown, total = self.model.rowCount(), self.model.total
        self._count.setText(_("Hiện {n} / {all} sáng kiến").format(n=shown, all=total))
        self._facts.setText(self._figures())
        self.filters.setVisible(total > 0)
        self._stack.setCurrentIndex(0 if shown else 1 if total else 2)

    def _figures(self) -> str:
        rows = [self.model.item(row) for row in range(self.model.rowCount())]
        done = sum(row.state is InitiativeState.RECOGNISED for row in rows)
        used = sum(bool(row.used_for) for row in rows)
        return _("Được công nhận {done} · Đã dùng {used}").format(done=done, used=used)

    def _select(self, ids: Sequence[int]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row is not None]
        self.view.clearSelection()
        mode = self.view.selectionMode()
        self.view.setSelectionMode(self.view.SelectionMode.MultiSelection)
        for row in rows or ([0] if self.model.rowCount() else []):
            self.view.selectRow(row)
        self.view.setSelectionMode(mode)
        self._chosen()

    def _chosen(self) -> None:
        rows = self.selected()
        states = {row.state for row in rows}
        draft = InitiativeState.DRAFT in states
        back = bool(states & {InitiativeState.SUBMITTED, InitiativeState.REFUSED})
        able = {
            "open": len(rows) == 1,
            "submit": draft,
            "take_back": back,
            "reach": states == {InitiativeState.RECOGNISED},
            "use": states == {InitiativeState.RECOGNISED},
        }
        for key, action in self.actions_of_row.items():
            action.setEnabled(bool(rows) and able.get(key, True))
        self._chosen_words.setText(_("Đã chọn {n}").format(n=len(rows)))
        self.bulk.setVisible(len(rows) > 1)

    def _context_menu(self, place: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        for key, _text, icon in _ACTS:
            action = self.actions_of_row[key]
            action.setIcon(self._desk.theme.icon(icon))
            if key == "remove":
                menu.addSeparator()
            menu.addAction(action)
        self.view.pop_up(menu, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.fontMetrics().height()
        self.filters.set_compact(compact=self.width() < height * _ALL_COLUMNS_FROM)
        self.view.setColumnHidden(USES_COLUMN, self.width() < height * _ALL_COLUMNS_FROM)
        for column in (FIELD_COLUMN, REACH_COLUMN):
            self.view.setColumnHidden(column, self.width() < height * _MOST_COLUMNS_FROM)
