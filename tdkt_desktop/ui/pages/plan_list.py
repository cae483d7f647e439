"""The list of plans with its head, filter, tool row and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.pages.plan_list_head import PlanListHead
from tdkt_desktop.ui.plan_actions import PlanActions
from tdkt_desktop.ui.tables.list_panel import list_panel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.plan_list_model import (
    CHANGED_COLUMN,
    PERIOD_COLUMN,
    SUBJECT_COLUMN,
    PlanListModel,
)
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.desk import Desk

_ICON: Final = QSize(18, 18)
_LAYOUT: Final = "plan-list"
_ROW_ACTIONS: Final = ("word", "pdf", "print", "duplicate", "remove")
_WORDS_FROM: Final = 64
"""From this many text heights on, the tool row has words beside its icons."""
_PERIOD_FROM: Final = 45


class PlanList(QWidget):
    """Shows plans and says which act was asked for: `acted` with its name and the plans."""

    acted = Signal(str, list)
    opened = Signal(int)
    all_years = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = PlanListModel(self)
        self.view = ListView(desk.theme, self.model, SUBJECT_COLUMN)
        self.head = PlanListHead(desk.theme)
        self.filter = QLineEdit()
        self._year: int | None = None
        self.actions_of_plan = PlanActions(desk.theme, self, self._act)
        self.empty = EmptyState(
            _("Chưa có kế hoạch nào. Có thể bắt đầu từ mẫu của chương trình."),
            _("Kế hoạch mới từ mẫu"),
            _("hoặc nhập từ tệp Word, PDF"),
        )
        self._buttons: list[QToolButton] = []
        self._count = text_label("", "hint")
        self._none = text_label("", "hint")
        self.clear_filter = QPushButton(_("Bỏ lọc"))
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def show_plans(self, plans: tuple[PlanSummary, ...], year: int | None = None) -> None:
        """Show the plans there are now, of a year or of all; the chosen one stays chosen."""
        self._year = year
        chosen = [plan.id for plan in self.selected()]
        first = self.model.total == 0
        self.model.show(plans)
        if first and plans:
            self._restore_widths()
        elif plans and not self.view.widths_set:
            self.view.fit_columns()
        self._filter()
        rows = [row for row in map(self.model.row_of, chosen) if row is not None]
        self.view.selectRow(rows[0] if rows else 0)
        self._enable()

    def selected(self) -> list[PlanSummary]:
        """Return the chosen plans."""
        return [self.model.plan(row) for row in self.view.rows()]

    def select(self, plan_id: int) -> None:
        """Choose a plan, if it is shown."""
        row = self.model.row_of(plan_id)
        if row is not None:
            self.view.selectRow(row)

    def keep_layout(self) -> None:
        """Remember the widths of the columns where a person has set them."""
        if not self.model.total or not self.view.widths_set:
            return
        self._desk.preferences.keep_layout(_LAYOUT, self.view.layout_state())

    # --- making ---

    def _arrange(self) -> None:
        self.filter.setPlaceholderText(_("Lọc số, trích yếu, năm…"))
        self.filter.setAccessibleName(_("Lọc kế hoạch"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.view.setAccessibleName(_("Danh sách kế hoạch"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self._tool_row())
        for part in (list_panel(self.view, self._count), self._nothing_found(), self.empty):
            self._stack.addWidget(part)
        layout.addWidget(self._stack, 1)

    def _tool_row(self) -> QWidget:
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        for key in _ROW_ACTIONS:
            button = QToolButton()
            button.setDefaultAction(self.actions_of_plan[key])
            button.setProperty("kind", "tool")
            button.setIconSize(_ICON)
            button.setAccessibleName(self.actions_of_plan[key].text())
            self._buttons.append(button)
            row.addWidget(button)
        return self._tools

    def _nothing_found(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.addStretch(1)
        row.addWidget(self._none)
        row.addWidget(self.clear_filter)
        row.addStretch(1)
        return part

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.clear_filter.clicked.connect(self._clear_filter)
        self.view.opened.connect(lambda row: self.opened.emit(self.model.plan(row).id))
        self.view.removing.connect(lambda _rows: self._act("remove"))
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        self.model.modelReset.connect(self._enable)

    # --- what is shown ---

    def _filter(self) -> None:
        self.model.filter(self.filter.text())
        shown, total = self.model.rowCount(), self.model.total
        self._count.setText(_("Hiện {n} / {all} kế hoạch").format(n=shown, all=total))
        self.head.show_count(total, writable=bool(total or self._year))
        self._tools.setVisible(total > 0)
        self._tell_nothing(total)
        empty = not total and self._year is None
        self._stack.setCurrentIndex(2 if empty else 0 if shown else 1)
        if shown and not self.view.rows():
            self.view.selectRow(0)

    def _tell_nothing(self, total: int) -> None:
        """Say why the list is empty: the filter, or the year."""
        filtered, year = _("Không có kế hoạch nào khớp với bộ lọc."), self._year
        self._none.setText(
            filtered if total else _("Năm {year} chưa có kế hoạch nào.").format(year=year)
        )
        self.clear_filter.setText(_("Bỏ lọc") if total else _("Xem mọi năm"))

    def _clear_filter(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.all_years.emit()

    def _restore_widths(self) -> None:
        state = self._desk.preferences.current.layouts.get(_LAYOUT, "")
        if not state or not self.view.restore_layout(state):
            self.view.fit_columns()

    # --- acts ---

    def _enable(self) -> None:
        self.actions_of_plan.choose(self.selected())

    def _act(self, key: str) -> None:
        plans = self.selected()
        if plans:
            self.acted.emit(key, plans)

    def _context_menu(self, place: QPoint) -> None:
        if self.selected():
            self.view.pop_up(self.actions_of_plan.menu(), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.fontMetrics().height()
        wide = self.width() > height * _WORDS_FROM
        for button in self._buttons:
            put_beside(button, words=wide)
        self.view.setColumnHidden(CHANGED_COLUMN, not wide)
        self.view.setColumnHidden(PERIOD_COLUMN, self.width() < height * _PERIOD_FROM)
        self.head.set_compact(compact=not wide)
