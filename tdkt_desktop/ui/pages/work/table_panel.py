"""The table with its bar for several rows, its footer, and the tools of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport
from tdkt_desktop.ui.pages.work.columns import ROLE_CELLS, Cell
from tdkt_desktop.ui.pages.work.grouping import GROUPING_NAMES, Grouping
from tdkt_desktop.ui.pages.work.selection_bar import SelectionBar, state_menu
from tdkt_desktop.ui.pages.work.table_model import WorkModel
from tdkt_desktop.ui.pages.work.table_view import WorkTable
from tdkt_desktop.ui.pages.work.task_menu import TaskMenu
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs
    from tdkt_desktop.ui.pages.work.table_model import Entry

_LAYOUT: Final = "work-table"
_GROUPING: Final = "work-grouping"


class TablePanel(QFrame):
    """`task_opened` asks for the details of a task, `task_chosen` tells which one is in turn."""

    task_opened = Signal(int)
    task_chosen = Signal(int)

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._movements: tuple[MovementView, ...] = ()
        self.model = WorkModel(desk.today(), self)
        self.table = WorkTable(desk.theme, self.model)
        self.bar = SelectionBar(desk.theme)
        self.grouping = QComboBox()
        self.columns = QToolButton()
        self._count = text_label("", "hint")
        self._arrange()
        self._connect()
        self._restore()

    def show_rows(
        self, rows: Sequence[WorkRow], total: int, movements: tuple[MovementView, ...]
    ) -> None:
        """Show other rows."""
        self.model.today = self._desk.today()
        self._movements = movements
        names = {one.id: one.facts.name for one in movements}
        self.bar.set_movements([(name, number) for number, name in names.items()])
        self.model.show(rows, names)
        self._count.setText(_("Hiện {n} / {all} nhiệm vụ").format(n=len(rows), all=total))

    def keep_layout(self) -> None:
        """Remember the columns and the groups."""
        self._desk.preferences.keep_layout(_LAYOUT, self.table.layout_state())
        self._desk.preferences.keep_layout(_GROUPING, self.model.grouping.value)

    @property
    def tools(self) -> tuple[QWidget, ...]:
        """The tools that belong beside the filter."""
        return self.grouping, self.columns

    # --- making ---

    def _arrange(self) -> None:
        self.setProperty("ground", "window")
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 5, 12, 5)
        foot.addWidget(self._count)
        foot.addStretch(1)
        keys = _("F2 sửa ô · Enter mở · Cách để chọn · Ctrl+D điền xuống")
        foot.addWidget(ElidedLabel(keys, "hint"))
        inner.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(panel, 1)
        layout.addWidget(self.bar)
        self._make_tools()

    def _make_tools(self) -> None:
        for grouping, name in GROUPING_NAMES.items():
            self.grouping.addItem(_(name), grouping.value)
        self.grouping.setAccessibleName(_("Nhóm các dòng"))
        guard_wheel(self.grouping)
        self.columns.setProperty("kind", "button")
        put_beside(self.columns)
        self.columns.setAccessibleName(_("Chọn cột"))

    def _connect(self) -> None:
        self.grouping.currentIndexChanged.connect(self._group)
        self.columns.clicked.connect(self._show_columns)
        self.table.task_opened.connect(self.task_opened)
        self.table.removing.connect(lambda _rows: self._acts.remove(self.table.tasks()))
        self.table.wanted.connect(self._change)
        self.table.filled.connect(self._fill_down)
        self.table.chosen_changed.connect(self._chosen)
        self.table.customContextMenuRequested.connect(self._context_menu)
        self.model.edited.connect(self._typed)
        self.bar.wanted.connect(self._on_several)
        self._desk.theme.changed.connect(self._recolour)
        self._recolour()

    def _restore(self) -> None:
        layouts = self._desk.preferences.current.layouts
        state = layouts.get(_LAYOUT, "")
        if not state or not self.table.restore_layout(state):
            self.table.reset_columns()
        kept = layouts.get(_GROUPING, "")
        place = self.grouping.findData(kept)
        if place > 0:
            self.grouping.setCurrentIndex(place)
        self._tell_columns()

    def _recolour(self) -> None:
        self.columns.setIcon(self._desk.theme.icon("table-large"))

    def _tell_columns(self) -> None:
        hidden = self.table.hidden_count()
        self.columns.setText(_("Cột · ẩn {n}").format(n=hidden) if hidden else _("Cột"))

    def _show_columns(self) -> None:
        menu = self.table.column_menu()
        menu.aboutToHide.connect(self._tell_columns)
        menu.triggered.connect(lambda _action: self._tell_columns())
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _group(self, place: int) -> None:
        self.model.group_by(Grouping(self.grouping.itemData(place)))

    # --- acts ---

    def _chosen(self) -> None:
        tasks = self.table.tasks()
        self.bar.show_count(len(tasks))
        if len(tasks) == 1:
            self.task_chosen.emit(tasks[0].id)

    def _typed(self, entry: Entry, cell: str, value: object) -> None:
        """Keep what was typed into a cell."""
        if entry.task is None:
            return
        self._put([entry.task], Cell(cell), value)

    def _put(self, tasks: Sequence[TaskView], cell: Cell, value: object) -> None:
        if cell is Cell.PROGRESS and isinstance(value, int):
            self._acts.set_progress(tasks, value)
        elif cell is Cell.RESULT:
            self._acts.report(tasks, TaskReport(result=str(value)))
        elif cell is Cell.ENDS_ON:
            self._acts.typed_due(tasks, value)

    def _change(self, cell: str, place: QPoint) -> None:
        """Offer the choices for a cell that is not typed into."""
        entry = self.table.current_entry()
        if entry is None or entry.task is None:
            return
        role = ROLE_CELLS.get(Cell(cell))
        if role is not None:
            self._acts.pick_parties([entry.task], role)
            return
        task = entry.task
        if cell == Cell.STATE:
            menu = state_menu(self._desk.theme, self)
            menu.triggered.connect(
                lambda action: self._acts.set_state([task], TaskState(action.data()))
            )
        else:
            menu = self._movement_menu([task])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _movement_menu(self, tasks: Sequence[TaskView]) -> QMenu:
        menu = QMenu(self)
        for one in self._movements:
            menu.addAction(one.facts.name, partial(self._acts.join, tasks, one.id))
        if self._movements:
            menu.addSeparator()
        menu.addAction(_("Không thuộc phong trào"), lambda: self._acts.join(tasks, None))
        return menu

    def _on_several(self, act: str, value: str) -> None:
        tasks = self.table.tasks()
        if act == "state":
            self._acts.set_state(tasks, TaskState(value))
        elif act == "due":
            self._acts.ask_due(tasks)
        elif act == "role":
            self._acts.pick_parties(tasks, TaskRole(value))
        elif act == "movement":
            self._acts.join(tasks, int(value) if value else None)
        elif act == "copy":
            self.table.copy()
        elif act == "remove":
            self._acts.remove(tasks)
        else:
            self.table.clear_choice()
        self.table.setFocus()

    def _fill_down(self, cell: str) -> None:
        """Give the other chosen rows what the first one has in a column."""
        tasks, wanted = self.table.tasks(), Cell(cell)
        if len(tasks) > 1:
            self._acts.fill(tasks[0], tasks[1:], wanted)

    def _context_menu(self, place: QPoint) -> None:
        if not self.table.indexAt(place).isValid():
            place = self.table.visualRect(self.table.currentIndex()).center()
        tasks = self.table.tasks()
        if tasks:
            menu = TaskMenu(self._desk.theme, self._acts, tasks, self._movements, self)
            menu.opened.connect(self.task_opened)
            menu.popup(self.table.viewport().mapToGlobal(place))
