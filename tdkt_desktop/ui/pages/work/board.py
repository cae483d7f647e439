"""The board: a column of cards for each state; cards are moved by hand or by keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import STATE_NAMES, Standing, TaskState
from tdkt_desktop.ui.pages.work.card_delegate import CardDelegate, CardModel, card_height
from tdkt_desktop.ui.pages.work.chips import state_chip
from tdkt_desktop.ui.pages.work.task_menu import TaskMenu
from tdkt_desktop.ui.widgets.chip import ChipPainter
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
    )

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs
    from tdkt_desktop.ui.theme.theme import Theme

MIME: Final = "application/x-tdkt-tasks"
_ICON: Final = QSize(18, 18)
_NARROWEST: Final = 30
_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CardModelWithDrag(CardModel):
    """Cards that can be dragged: what is dragged are the ids of their tasks."""

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = ",".join(str(self.row(index.row()).task.id) for index in indexes)
        data.setData(MIME, ids.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


def dragged_ids(data: QMimeData) -> list[int]:
    """Return the ids of the tasks that are dragged."""
    text = bytes(data.data(MIME).data()).decode()
    return [int(one) for one in text.split(",") if one.isdecimal()]


class CardList(QListView):
    """The cards of one state. `moved` carries steps to the right for the chosen cards."""

    dropped = Signal(list)
    opened = Signal(int)
    chosen = Signal(int)
    moved = Signal(int)
    stepped = Signal(int)
    removing = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._over = False
        self.cards = CardModelWithDrag(self)
        self.delegate = CardDelegate(theme, self, today)
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setProperty("frameless", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._id(index)))
        self.selectionModel().currentChanged.connect(self._told)

    def tasks(self) -> list[TaskView]:
        """Return the chosen tasks."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self.cards.row(place).task for place in places]

    def choose(self, place: int) -> None:
        """Choose one card and bring it to where it can be seen."""
        index = self.cards.index(place)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def _id(self, index: QModelIndex) -> int:
        return self.cards.row(index.row()).task.id

    def _told(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._id(current))

    # --- dragging ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            self._show_over(over=event.source() is not self)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(dragged_ids(event.mimeData()))

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._over:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        height = card_height(self)
        filled = min(self.cards.rowCount() * height, self.viewport().height() - height)
        box = self.viewport().rect().adjusted(4, filled + 4, -5, 0)
        box.setHeight(height - 8)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("Thả vào đây"))

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        index = self.currentIndex()
        if step and control:
            self.moved.emit(step)
        elif step:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self._id(index))
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)


class BoardColumn(QFrame):
    """A state with its cards; the cross in its head adds a task that is in this state."""

    added = Signal(str)

    def __init__(self, theme: Theme, state: TaskState, today: date) -> None:
        super().__init__()
        self._theme, self.state = theme, state
        self.setProperty("boardcolumn", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = CardList(theme, today)
        name = _(STATE_NAMES[state])
        self.list.setAccessibleName(_("Cột {state}").format(state=name))
        self._icon = QLabel()
        self._name = ElidedLabel(name, "strong")
        self._count, self._late = text_label("", "hint"), text_label("", "error")
        self.add = QToolButton()
        self.add.setProperty("kind", "tool")
        self.add.setIconSize(_ICON)
        self.add.setToolTip(_("Thêm nhiệm vụ vào cột “{state}”").format(state=name))
        self.add.setAccessibleName(self.add.toolTip())
        self.add.clicked.connect(lambda: self.added.emit(state.value))
        head = QHBoxLayout()
        head.setContentsMargins(10, 2, 4, 0)
        head.addWidget(self._icon)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._late)
        head.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_rows(self, rows: Sequence[WorkRow], today: date) -> None:
        """Show other cards."""
        self.list.delegate.today = today
        late = sum(row.standing(today) is Standing.LATE for row in rows)
        self._count.setText(str(len(rows)))
        self._late.setText(_("{n} trễ").format(n=late) if late else "")
        self.list.cards.show(rows)

    def _recolour(self) -> None:
        look = ChipPainter(self._theme).look(state_chip(self.state))
        self._icon.setPixmap(self._theme.icon(look.icon, look.ink).pixmap(_ICON))
        self.add.setIcon(self._theme.icon("plus"))


class Board(QScrollArea):
    """All states side by side; where there is no room for them the board scrolls sideways."""

    task_opened = Signal(int)
    task_chosen = Signal(int)
    add_wanted = Signal(str)

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._movements: tuple[MovementView, ...] = ()
        self._tasks: dict[int, TaskView] = {}
        self._follow: int | None = None
        self.columns = {state: BoardColumn(desk.theme, state, desk.today()) for state in TaskState}
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for column in self.columns.values():
            row.addWidget(column, 1)
            self._connect(column)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: Sequence[WorkRow], movements: tuple[MovementView, ...]) -> None:
        """Deal the rows out to the columns: what is due first is on top, what was done last too."""
        self._movements, today = movements, self._desk.today()
        self._tasks = {row.task.id: row.task for row in rows}
        kept = self._chosen_id()
        for state, column in self.columns.items():
            own = [row for row in rows if row.task.state is state]
            own.sort(key=_done_key if state is TaskState.DONE else _due_key)
            column.show_rows(own, today)
        wanted = self._follow if self._follow is not None else kept
        if wanted is not None:
            self.choose(wanted, focus=self._follow is not None)
        self._follow = None

    def choose(self, task_id: int, *, focus: bool = True) -> bool:
        """Choose the card of a task, wherever it is."""
        for column in self.columns.values():
            place = column.list.cards.place_of(task_id)
            if place is None:
                column.list.clearSelection()
                continue
            column.list.choose(place)
            if focus:
                column.list.setFocus()
                self.ensureWidgetVisible(column)
        return task_id in self._tasks

    def tasks(self) -> list[TaskView]:
        """Return the chosen tasks of all columns."""
        return [task for column in self.columns.values() for task in column.list.tasks()]

    def _chosen_id(self) -> int | None:
        return next((task.id for task in self.tasks()), None)

    def _connect(self, column: BoardColumn) -> None:
        cards, state = column.list, column.state
        column.added.connect(self.add_wanted)
        cards.opened.connect(self.task_opened)
        cards.chosen.connect(lambda task_id: self._took(column, task_id))
        cards.dropped.connect(lambda ids: self._move(ids, state))
        cards.moved.connect(lambda step: self._shift(column, step))
        cards.stepped.connect(lambda step: self._step(column, step))
        cards.removing.connect(lambda: self._acts.remove(cards.tasks()))
        cards.customContextMenuRequested.connect(lambda at: self._menu(cards, at))

    def _took(self, column: BoardColumn, task_id: int) -> None:
        """Let only one column have chosen cards."""
        for other in self.columns.values():
            if other is not column:
                other.list.clearSelection()
        self.task_chosen.emit(task_id)

    def _move(self, ids: Sequence[int], state: TaskState) -> None:
        """Move tasks into a state; the first of them stays in turn, wherever it goes."""
        tasks = [self._tasks[one] for one in ids if one in self._tasks]
        if not tasks:
            return
        self._follow = tasks[0].id
        if not self._acts.set_state(tasks, state):
            self._follow = None

    def _shift(self, column: BoardColumn, step: int) -> None:
        target = self._beside(column, step)
        if target is not None:
            self._move([task.id for task in column.list.tasks()], target.state)

    def _step(self, column: BoardColumn, step: int) -> None:
        """Go to the column beside, at about the same height."""
        target = self._beside(column, step)
        if target is None:
            return
        target.list.setFocus()
        self.ensureWidgetVisible(target)
        last = target.list.cards.rowCount() - 1
        if last >= 0:
            target.list.choose(min(max(column.list.currentIndex().row(), 0), last))

    def _beside(self, column: BoardColumn, step: int) -> BoardColumn | None:
        order = list(self.columns.values())
        place = order.index(column) + step
        return order[place] if 0 <= place < len(order) else None

    def _menu(self, cards: CardList, at: QPoint) -> None:
        tasks = cards.tasks()
        if not tasks:
            return
        if not cards.indexAt(at).isValid():
            at = cards.visualRect(cards.currentIndex()).center()
        menu = TaskMenu(self._desk.theme, self._acts, tasks, self._movements, self)
        menu.opened.connect(self.task_opened)
        menu.popup(cards.viewport().mapToGlobal(at))


def _due_key(row: WorkRow) -> tuple[date, int]:
    return row.task.ends_on or date.max, row.whole.place


def _done_key(row: WorkRow) -> tuple[int, int]:
    done = row.task.done_on or row.task.ends_on or date.min
    return -done.toordinal(), row.whole.place
