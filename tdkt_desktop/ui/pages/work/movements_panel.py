"""The movements of a year: their list, and the form of the one in turn with its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.task_views import TaskState
from tdkt_desktop.ui.pages.work.chips import chip_of
from tdkt_desktop.ui.pages.work.columns import day_text
from tdkt_desktop.ui.pages.work.movement_form import MovementForm
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk

_ID: Final = Qt.ItemDataRole.UserRole + 1
_NAME: Final = 0
_WIDTHS: Final = {1: 30, 2: 20, 3: 13}

_SCROLL_BAR: Final = 14


class MovementsPanel(QWidget):
    """Fields store themselves when they are left; a movement that is removed can come back."""

    task_opened = Signal(int)
    add_wanted = Signal()
    tasks_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[WorkRow, ...] = ()
        self._shown: MovementView | None = None
        self.model: ColumnsModel[MovementView] = ColumnsModel(self._columns())
        self.view = ListView(desk.theme, self.model, _NAME)
        self.form = MovementForm(desk)
        self.tasks = QListWidget()
        self.filter = QPushButton(_("Xem trong bảng"))
        self.remove = QPushButton(_("Xoá phong trào"))
        self._tasks_head = text_label("", "strong")
        self.empty = EmptyState(
            _("Năm này chưa ghi phong trào nào. Phong trào có chỉ tiêu, người phụ trách, kết quả."),
            _("Thêm phong trào"),
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def show_movements(self, movements: Sequence[MovementView], rows: tuple[WorkRow, ...]) -> None:
        """Show the movements of a year; the one in turn stays so."""
        kept = self._shown.id if self._shown is not None else None
        self._rows = rows
        self.model.show(movements)
        self._stack.setCurrentIndex(0 if movements else 1)
        place = next((n for n, one in enumerate(movements) if one.id == kept), 0)
        if movements:
            self.view.selectRow(place)
            self._show(self.model.item(place))
        else:
            self._shown = None

    def choose(self, movement_id: int) -> None:
        """Bring a movement into turn."""
        for place in range(self.model.rowCount()):
            if self.model.item(place).id == movement_id:
                self.view.selectRow(place)

    def store(self) -> None:
        """Store what is still in a field."""
        shown = self._shown
        if shown is None or not self.form.is_changed() or self.form.faults():
            return
        try:
            self._desk.context.movements.save(shown.id, self.form.facts())
        except UserError as error:
            self.form.show_error(error)

    # --- making ---

    def _columns(self) -> tuple[TextColumn[MovementView], ...]:
        return (
            TextColumn(N_("Phong trào"), lambda one: one.facts.name),
            TextColumn(N_("Từ – đến"), _span, key=lambda one: str(one.facts.starts_on or "")),
            TextColumn(N_("Phụ trách"), lambda one: one.facts.responsible),
            TextColumn(N_("Nhiệm vụ"), self._progress, right=True),
        )

    def _arrange(self) -> None:
        self.view.setAccessibleName(_("Danh sách phong trào"))
        self.view.setProperty("frameless", True)
        self.tasks.setAccessibleName(_("Nhiệm vụ của phong trào"))
        for button in (self.filter, self.remove):
            button.setProperty("kind", "link")
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.view)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(panel)
        splitter.addWidget(self._form_panel())
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 3)
        unit = self.fontMetrics().averageCharWidth()
        splitter.setSizes([unit * 90, unit * 60])
        for place, width in _WIDTHS.items():
            self.view.setColumnWidth(place, width * unit)
        for part in (splitter, self.empty):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _form_panel(self) -> QFrame:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(14, 10, 14, 14)
        body.addWidget(self.form)
        head = QHBoxLayout()
        head.addWidget(self._tasks_head)
        head.addStretch(1)
        head.addWidget(self.filter)
        body.addLayout(head)
        self.tasks.setMinimumHeight(self.fontMetrics().height() * 6)
        body.addWidget(self.tasks, 1)
        body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        panel = QFrame()
        panel.setProperty("panel", True)
        # Nothing scrolls sideways here, so that nothing may be wider than the place.
        panel.setMinimumWidth(inside.minimumSizeHint().width() + _SCROLL_BAR)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(scroll)
        return panel

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._took())
        self.view.opened.connect(lambda _row: self.form.name.setFocus())
        self.view.removing.connect(lambda _rows: self._remove())
        self.form.left.connect(self.store)
        self.tasks.itemActivated.connect(lambda item: self.task_opened.emit(item.data(_ID)))
        self.filter.clicked.connect(self._want_tasks)
        self.remove.clicked.connect(self._remove)
        self.empty.act.connect(self.add_wanted)

    # --- the one in turn ---

    def _took(self) -> None:
        rows = self.view.rows()
        if rows and (self._shown is None or self.model.item(rows[0]).id != self._shown.id):
            self.store()
            self._show(self.model.item(rows[0]))

    def _show(self, movement: MovementView) -> None:
        self._shown = movement
        self.form.show_facts(movement.facts)
        self.tasks.clear()
        mine = self._tasks_of(movement.id)
        for row in mine:
            words = f"{row.whole.title} – {chip_of(row.task, self._desk.today()).text}"
            item = QListWidgetItem(words)
            item.setData(_ID, row.task.id)
            item.setToolTip(words)
            self.tasks.addItem(item)
        self._tasks_head.setText(_("Nhiệm vụ của phong trào · {n}").format(n=len(mine)))
        self.filter.setEnabled(bool(mine))

    def _tasks_of(self, movement_id: int) -> list[WorkRow]:
        return [row for row in self._rows if row.whole.movement_id == movement_id]

    def _progress(self, movement: MovementView) -> str:
        rows = self._tasks_of(movement.id)
        done = sum(row.task.state is TaskState.DONE for row in rows)
        return _("{done}/{all} xong").format(done=done, all=len(rows)) if rows else ""

    def _want_tasks(self) -> None:
        if self._shown is not None:
            self.tasks_wanted.emit(self._shown.id)

    def _remove(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self._shown = None
        change = self._desk.context.movements.throw_away(shown.id)
        history = self._desk.context.history
        told = _("Đã xoá phong trào “{name}”.").format(name=shown.facts.name)
        self._desk.feedback.note(told, _("Hoàn tác"), lambda: history.take_back(change))


def _span(movement: MovementView) -> str:
    first, last = day_text(movement.facts.starts_on), day_text(movement.facts.ends_on)
    return f"{first} – {last}" if first or last else ""
