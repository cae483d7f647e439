"""The drawer with all that is known of a task; Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskState
from tdkt_desktop.ui.pages.work.chips import chip_of
from tdkt_desktop.ui.pages.work.details_fields import DateFields, PartyFields, StateFields
from tdkt_desktop.ui.pages.work.evidence_list import EvidenceList
from tdkt_desktop.ui.widgets.chip import ChipLabel, ChipPainter
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_history import HistoryLine
    from tdkt_desktop.services.task_views import TaskDetails, TaskView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs

_ID: Final = Qt.ItemDataRole.UserRole + 1
_ICON: Final = QSize(18, 18)
_MOST_LINES: Final = 40
_NARROWEST: Final = 42


class TaskDrawer(QFrame):
    """Shows one task; what is typed is stored when a field is left."""

    closed = Signal()
    plan_wanted = Signal(int)
    task_wanted = Signal(int)
    reword_wanted = Signal(object)

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._shown: TaskDetails | None = None
        self._movements: tuple[MovementView, ...] = ()
        self._parts: tuple[TaskView, ...] = ()
        self.setProperty("panel", True)
        self.chip = ChipLabel(desk.theme)
        self.title = text_label("", "section", wrap=True)
        self.source = QPushButton(_("Mở kế hoạch"))
        self.changes = text_label("", "warning", wrap=True)
        self.state = StateFields(desk, acts)
        self.dates = DateFields(desk, acts)
        self.parties = PartyFields(acts)
        self.evidence = EvidenceList(desk)
        self.parts = QListWidget()
        self.done_past = QPushButton(_("Đánh dấu xong các lần đã qua"))
        self.past = text_label("", "hint", wrap=True)
        self._close = QToolButton()
        self._parts_head = text_label("", "strong")
        self._arrange()
        self._connect()

    @property
    def task(self) -> TaskView | None:
        """The task that is shown."""
        return self._shown.task if self._shown is not None else None

    def open_task(self, task_id: int, movements: tuple[MovementView, ...]) -> bool:
        """Show a task; False where it is not there any more."""
        if self._shown is not None and self._shown.task.id != task_id:
            self.store()
        self._movements = movements
        return self._read(task_id)

    def reload(self, movements: tuple[MovementView, ...]) -> None:
        """Show the same task as it is now; one that is gone closes the drawer."""
        self._movements = movements
        if self._shown is not None and not self._read(self._shown.task.id):
            self._shown = None
            self.closed.emit()

    def store(self) -> None:
        """Store whatever is still in a field."""
        if self._shown is not None:
            self.state.store()
            self.dates.store()

    def _read(self, task_id: int) -> bool:
        context = self._desk.context
        try:
            self._shown = context.tasks.task(task_id)
            whole = self._shown.task.parent_id
            parts = context.tasks.task(whole).occurrences if whole else self._shown.occurrences
        except UserError:
            return False
        self._show(self._shown, parts)
        self._show_history(context.work.history(task_id))
        return True

    # --- what is shown ---

    def _show(self, details: TaskDetails, parts: Sequence[TaskView]) -> None:
        task = details.task
        self.chip.show_chip(chip_of(task, self._desk.today()))
        self.title.setText(task.name)
        self._show_source(task)
        told = "\n".join(f"•  {event.sentence}" for event in details.events)
        self.changes.setText(_("Kế hoạch sửa đổi:\n{changes}").format(changes=told))
        self.changes.setVisible(bool(told))
        self.state.show_task(task)
        self.dates.show_task(task)
        self.parties.show_task(task, self._movements)
        self.evidence.show_files(task.id, details.evidence)
        self._show_parts(task, [one for one in parts if not one.withdrawn])

    def _show_source(self, task: TaskView) -> None:
        section = f" · {task.section}" if task.section and task.parent_id is None else ""
        if task.plan_id is not None:
            self.source.setText(_("Phụ lục kế hoạch{section}").format(section=section))
            self.source.setToolTip(_("Mở kế hoạch"))
        else:
            self.source.setText(_("Thêm trong năm{section} · Sửa nội dung").format(section=section))
            self.source.setToolTip(_("Sửa nội dung, thời gian của nhiệm vụ thêm trong năm"))
        self.source.setEnabled(task.plan_id is not None or task.parent_id is None)

    def _show_parts(self, task: TaskView, parts: Sequence[TaskView]) -> None:
        today, painter = self._desk.today(), ChipPainter(self._desk.theme)
        self.parts.clear()
        for part in parts:
            chip = chip_of(part, today)
            item = QListWidgetItem(f"{part.section} – {chip.text}")
            look = painter.look(chip)
            item.setIcon(self._desk.theme.icon(look.icon, _ink(look.ink, look.ground, self._desk)))
            item.setData(_ID, part.id)
            self.parts.addItem(item)
            if part.id == task.id:
                self.parts.setCurrentItem(item)
        done = sum(part.state is TaskState.DONE for part in parts)
        words = _("Các lần làm: {done}/{all} xong").format(done=done, all=len(parts))
        self._parts_head.setText(words)
        past = self._past_parts(parts)
        self.done_past.setText(_("Đánh dấu xong {n} lần đã qua").format(n=len(past)))
        self.done_past.setVisible(bool(past))
        for widget in (self._parts_head, self.parts):
            widget.setVisible(bool(parts))
        self._parts = tuple(parts)
        self.parts.setFixedHeight(min(len(parts), 7) * (self.fontMetrics().height() + 8) + 4)

    def _past_parts(self, parts: Sequence[TaskView]) -> list[TaskView]:
        today = self._desk.today()
        return [one for one in parts if not one.finished and one.ends_on and one.ends_on < today]

    def _show_history(self, lines: Sequence[HistoryLine]) -> None:
        told = [
            f"{line.at.astimezone():%d/%m/%Y %H:%M} · {line.who}\n"
            + "\n".join(f"   {sentence}" for sentence in line.sentences)
            for line in lines[:_MOST_LINES]
        ]
        self.past.setText("\n".join(told))

    # --- making ---

    def _arrange(self) -> None:
        self.source.setProperty("kind", "link")
        self._close.setProperty("kind", "tool")
        self._close.setIconSize(_ICON)
        self._close.setToolTip(_("Đóng (Esc)"))
        self._close.setAccessibleName(_("Đóng chi tiết"))
        self.done_past.setProperty("kind", "link")
        self.parts.setAccessibleName(_("Các lần làm"))
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 6, 4)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self._close)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(14, 0, 14, 14)
        body.setSpacing(10)
        left = Qt.AlignmentFlag.AlignLeft
        body.addWidget(self.title)
        body.addWidget(self.source, 0, left)
        body.addWidget(self.changes)
        self._add(body, "", self.state)
        self._add(body, _("Thời gian"), self.dates)
        self._add(body, _("Người làm"), self.parties)
        self._add(body, _("Minh chứng"), self.evidence)
        for widget in (self._parts_head, self.parts):
            body.addWidget(widget)
        body.addWidget(self.done_past, 0, left)
        self._add(body, _("Đã thay đổi"), self.past)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST)
        self.setAccessibleName(_("Chi tiết nhiệm vụ"))

    @staticmethod
    def _add(body: QVBoxLayout, name: str, part: QWidget) -> None:
        if name:
            line = QFrame()
            line.setProperty("line", "h")
            body.addWidget(line)
            body.addWidget(text_label(name, "strong"))
        body.addWidget(part)

    def _connect(self) -> None:
        self._close.clicked.connect(self._leave)
        self.source.clicked.connect(self._follow_source)
        self.parts.itemActivated.connect(lambda item: self.task_wanted.emit(item.data(_ID)))
        self.done_past.clicked.connect(
            lambda: self._acts.set_state(self._past_parts(self._parts), TaskState.DONE)
        )
        self._desk.theme.changed.connect(self._recolour)
        self._recolour()

    def _follow_source(self) -> None:
        task = self.task
        if task is None:
            return
        if task.plan_id is not None:
            self.plan_wanted.emit(task.plan_id)
        else:
            self.reword_wanted.emit(task)

    def _leave(self) -> None:
        self.store()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        self._close.setIcon(self._desk.theme.icon("close"))


def _ink(ink: str, ground: str, desk: Desk) -> str:
    """Return the colour of a state's icon on a plain ground: that of a solid chip is its ground."""
    return ground if ink == desk.theme.tokens.states.late.ink else ink
