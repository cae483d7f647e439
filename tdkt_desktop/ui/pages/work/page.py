"""The page of the year's work: four views of the same rows, one filter over them, one drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskState
from tdkt_desktop.services.work_views import Lateness, WorkFilter, counts
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.work.acts import WorkActs
from tdkt_desktop.ui.pages.work.board import Board
from tdkt_desktop.ui.pages.work.calendar import Calendar
from tdkt_desktop.ui.pages.work.details import TaskDrawer
from tdkt_desktop.ui.pages.work.done_bar import DoneBar
from tdkt_desktop.ui.pages.work.empty import WorkEmpty
from tdkt_desktop.ui.pages.work.exporting import WorkExporter
from tdkt_desktop.ui.pages.work.filter_bar import FilterBar
from tdkt_desktop.ui.pages.work.head import WorkHead, WorkView
from tdkt_desktop.ui.pages.work.movements_panel import MovementsPanel
from tdkt_desktop.ui.pages.work.reader import WorkReader
from tdkt_desktop.ui.pages.work.table_panel import TablePanel
from tdkt_desktop.ui.pages.work.timeline import Timeline
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.tasks import TaskReport
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.reader import WorkNews

_VIEW: Final = "work-view"
_LATENESS: Final = {one.value: one for one in Lateness}
"""Parts of this page that other pages lead to: what is late, and what comes."""
_WORDS_FROM: Final = 62
"""From this many text heights on, acts have words beside their icons."""
_BOTH_FROM: Final = 58
"""From this many text heights on, the drawer has room beside a view."""
_SIDE: Final = 20


class WorkPage(Page):
    """Shows one year's work; every view hands its acts to the same hands."""

    KEY: ClassVar[str] = "work"
    ICON: ClassVar[str] = "progress-check"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"task", "task_party", "task_evidence", "task_event", "plan", "movement"}
        | {"person", "staff_group", "council", "council_member"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.year: int | None = None
        self._stale, self._showing = True, False
        self._news: WorkNews | None = None
        self.head = WorkHead(desk.theme)
        self.filter = FilterBar(desk)
        self.acts = WorkActs(desk, self)
        self.exporter = WorkExporter(desk, self)
        self.reader = WorkReader(desk, self)
        self.table = TablePanel(desk, self.acts)
        self.board = Board(desk, self.acts)
        self.calendar = Calendar(desk, self.acts)
        self.timeline = Timeline(desk, self.acts)
        self.movements = MovementsPanel(desk)
        self.drawer = TaskDrawer(desk, self.acts)
        self.done_bar = DoneBar(desk.today())
        self.empty = WorkEmpty()
        self.view = WorkView.TABLE
        self._stack = FrontStack()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()
        self._choose_view(self._desk.preferences.current.layouts.get(_VIEW, ""))

    def title(self) -> str:
        return _("Tiến độ")

    # --- what is shown ---

    @property
    def rows(self) -> tuple[WorkRow, ...]:
        """The rows that were read last, whether the filter keeps them or not."""
        return self._news.rows if self._news is not None else ()

    @property
    def shown(self) -> list[WorkRow]:
        """The rows that the filter keeps."""
        wanted, today = self.filter.value(), self._desk.today()
        return [row for row in self.rows if wanted.takes(row, today)]

    def shown_year(self) -> int:
        """Return the year in front: the chosen one, or this one."""
        if self.year is not None:
            return self.year
        return self._desk.context.years.current(self._desk.today()).year

    def refresh(self) -> None:
        self._stale = False
        self.reader.read(self.shown_year())

    def show_year(self, year: int | None) -> None:
        """Show the work of one year; None is this year."""
        if year != self.year or self._stale:
            self.year = year
            self.refresh()

    def on_changed(self, touched: AbstractSet[str]) -> None:
        if not touched & self.SHOWS:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def entered(self) -> None:
        if self._stale:
            self.refresh()
        self._focus_view()

    def flush(self) -> None:
        self.filter.keep()
        self.drawer.store()
        self.movements.store()

    def show_place(self, place: Place) -> None:
        if place.part in _LATENESS:
            self.filter.set_value(WorkFilter(lateness=_LATENESS[place.part]))
            if self.view is WorkView.MOVEMENTS:
                self._choose_view(WorkView.TABLE)
        elif place.part == "task" and place.record is not None:
            self._go_to_task(place.record)
        elif place.part == "movement" and place.record is not None:
            movement = self._desk.context.movements.movement(place.record)
            if movement.year != self.shown_year():
                self.show_year(movement.year)
            self._choose_view(WorkView.MOVEMENTS)
            self.movements.choose(place.record)

    def _go_to_task(self, task_id: int) -> None:
        """Show a task of whichever year."""
        try:
            task = self._desk.context.tasks.task(task_id).task
        except UserError as error:
            self.acts.tell(error)
            return
        if task.year != self.shown_year():
            self.show_year(task.year)
        self.show_task(task_id)
        self.open_task(task_id)

    def shut_down(self) -> None:
        self.filter.keep()
        self.table.keep_layout()
        self._desk.preferences.keep_layout(_VIEW, self.view.value)

    def _show(self, news: WorkNews) -> None:
        """Show what was read."""
        self._news = news
        self.filter.show_people(news)
        self._show_rows()
        if self.drawer.isVisibleTo(self):
            self.drawer.reload(news.movements)

    def _show_rows(self) -> None:
        """Show the rows that the filter keeps, in the view in front."""
        news = self._news
        if news is None:
            return
        today, rows = self._desk.today(), self.shown
        live = [row for row in news.rows if not row.task.withdrawn]
        changed = sum(bool(row.changes) or row.task.withdrawn for row in news.rows)
        added = sum(row.whole.added for row in live)
        self.filter.show_counts(counts(live, today), changed, added)
        count = _("{n} nhiệm vụ").format(n=len(live)) if live else ""
        self.head.show_count(count, news.source if live else "")
        # The view chooses again what was chosen; that is nobody's wish to see another task.
        self._showing = True
        self._fill_view(news, rows, live)
        self._showing = False
        self._choose_part(bool(live), bool(rows))

    def _fill_view(self, news: WorkNews, rows: list[WorkRow], live: list[WorkRow]) -> None:
        if self.view is WorkView.TABLE:
            self.table.show_rows(rows, len(live), news.movements)
        elif self.view is WorkView.BOARD:
            self.board.show_rows(rows, news.movements)
        elif self.view is WorkView.CALENDAR:
            self.calendar.show_rows(rows, news.movements)
        elif self.view is WorkView.TIMELINE:
            period = self._desk.context.years.period(news.year)
            self.timeline.show_rows(rows, news.movements, period.first_day, period.last_day)
        else:
            self.movements.show_movements(news.movements, tuple(live))

    def _choose_part(self, any_tasks: bool, any_shown: bool) -> None:
        """Show the view in front, or say why there is nothing."""
        news = self._news
        if news is None:
            return
        if self.view is WorkView.MOVEMENTS:
            self.filter.hide()
            self._stack.setCurrentWidget(self.movements)
            return
        self.filter.setVisible(any_tasks)
        for tool in self.table.tools:
            tool.setVisible(self.view is WorkView.TABLE)
        if any_tasks and any_shown:
            self._stack.setCurrentWidget(self._parts[self.view])
            return
        if any_tasks:
            self.empty.nothing_found()
        else:
            self.empty.no_tasks(news)
        self._stack.setCurrentWidget(self.empty)

    # --- making ---

    def _arrange(self) -> None:
        self._parts: dict[WorkView, QWidget] = {
            WorkView.TABLE: self.table,
            WorkView.BOARD: self.board,
            WorkView.CALENDAR: self.calendar,
            WorkView.TIMELINE: self.timeline,
            WorkView.MOVEMENTS: self.movements,
        }
        for part in (*self._parts.values(), self.empty):
            self._stack.addWidget(part)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.drawer)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self.drawer.hide()
        for tool in self.table.tools:
            self.filter.add_tool(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 10, _SIDE, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.filter)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.done_bar)

    def _connect(self) -> None:
        self.reader.read_done.connect(self._show)
        self.filter.changed.connect(self._show_rows)
        self.head.view_chosen.connect(self._choose_view)
        self.head.wanted.connect(self._wanted)
        self.acts.finished.connect(self._finished)
        self.done_bar.said.connect(self._said)
        self.board.add_wanted.connect(self.add_task)
        for view in (self.table, self.board, self.calendar, self.timeline):
            view.task_opened.connect(self.open_task)
            view.task_chosen.connect(self._follow)
        self.movements.task_opened.connect(self.open_task)
        self.movements.add_wanted.connect(self.add_movement)
        self.movements.tasks_wanted.connect(self._show_tasks_of)
        self.drawer.closed.connect(self._close_drawer)
        self.drawer.task_wanted.connect(self.open_task)
        self.drawer.plan_wanted.connect(
            lambda plan: self.place_wanted.emit(Place("plans", "", plan))
        )
        self.drawer.reword_wanted.connect(self._reword)
        self.empty.plans_wanted.connect(lambda: self.place_wanted.emit(Place("plans")))
        self.empty.add_wanted.connect(lambda: self._wanted("add"))
        self.empty.clear_wanted.connect(self.filter.reset)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.words.setFocus)

    def _choose_view(self, value: str) -> None:
        found = next((view for view in self._parts if view == value), WorkView.TABLE)
        self.view = found
        self.head.set_view(found)
        had_keys = self._stack.isAncestorOf(self.focusWidget() or self)
        self._show_rows()
        if had_keys:
            self._focus_view()

    # --- acts ---

    def _wanted(self, key: str) -> None:
        tasks = [row.task for row in self.shown]
        ways: dict[str, Callable[[], object]] = {
            "ics": lambda: self.exporter.export("ics", tasks, self.shown_year()),
            "xlsx": lambda: self.exporter.export("xlsx", tasks, self.shown_year()),
            "add": self.add_task,
            "movement": self.add_movement,
            "report": self.write_report,
            "bin": self.show_bin,
        }
        if key in ways:
            ways[key]()

    def add_task(self, state: str = "") -> None:
        """Ask for a task that comes during the year, and bring it to the front."""
        from tdkt_desktop.ui.pages.work.add_task import AddTaskDialog

        movements = self._news.movements if self._news is not None else ()
        period = self._desk.context.years.period(self.shown_year())
        dialog = AddTaskDialog(self._desk, period, movements, self)
        dialog.exec()
        task_id = dialog.task_id
        dialog.deleteLater()
        if task_id is None:
            return
        if state and state != TaskState.NOT_STARTED:
            task = self._desk.context.tasks.task(task_id).task
            self.acts.set_state([task], TaskState(state))
        self.show_task(task_id)

    def show_task(self, task_id: int) -> None:
        """Choose a task in the view in front; a filter that hides it gives way."""
        if not any(row.task.id == task_id or row.whole.id == task_id for row in self.shown):
            self.filter.reset()
        row = next((one for one in self.rows if task_id in (one.task.id, one.whole.id)), None)
        wanted = row.task.id if row is not None else task_id
        if self.view is WorkView.TABLE:
            self.table.table.choose(wanted)
        elif self.view is WorkView.BOARD:
            self.board.choose(wanted)
        elif self.view is WorkView.CALENDAR:
            self.calendar.choose(wanted)
        elif self.view is WorkView.TIMELINE:
            self.timeline.choose(wanted)

    def add_movement(self) -> None:
        """Ask for a movement and bring it to the front."""
        from tdkt_desktop.ui.pages.work.movement_form import AddMovementDialog

        period = self._desk.context.years.period(self.shown_year())
        dialog = AddMovementDialog(self._desk, period, self)
        dialog.exec()
        made = dialog.movement_id
        dialog.deleteLater()
        if made is not None:
            self._choose_view(WorkView.MOVEMENTS)
            self.movements.choose(made)

    def _show_tasks_of(self, movement_id: int) -> None:
        self._choose_view(WorkView.TABLE)
        self.filter.set_value(WorkFilter(movement_id=movement_id))

    def write_report(self) -> None:
        """Ask which report is wanted, draft it of the rows, and open it among the documents."""
        from tdkt_desktop.ui.pages.work.report_dialog import ReportDialog

        self.flush()
        context, today = self._desk.context, self._desk.today()
        period = context.years.period(self.shown_year())
        dialog = ReportDialog(period, today, self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        kind, month = dialog.kind(), dialog.month()
        dialog.deleteLater()
        if accepted:
            self._desk.tasks.run(
                self,
                lambda _progress: context.papers.add_draft(kind, period, month, today),
                self._report_made,
                self.acts.tell,
                _("Đang soạn báo cáo…"),
            )

    def _report_made(self, made: tuple[int, tuple[str, ...]]) -> None:
        paper_id, doubts = made
        told = _("Đã soạn báo cáo. Còn {n} chỗ cần xem.").format(n=len(doubts))
        self._desk.feedback.note(told if doubts else _("Đã soạn báo cáo."))
        self.place_wanted.emit(Place("papers", "paper", paper_id))

    def show_bin(self) -> None:
        """Show the added tasks that were removed, to be brought back."""
        from tdkt_desktop.ui.pages.work.task_bin import TaskBin

        dialog = TaskBin(self._desk, self)
        dialog.exec()
        dialog.deleteLater()

    # --- the drawer ---

    def open_task(self, task_id: int) -> None:
        """Open the drawer with a task."""
        movements = self._news.movements if self._news is not None else ()
        if self.drawer.open_task(task_id, movements):
            self.drawer.show()
            self._share_room()

    def _follow(self, task_id: int) -> None:
        """Let an open drawer show the task in turn."""
        task = self.drawer.task
        is_other = task is None or task.id != task_id
        if self.drawer.isVisibleTo(self) and is_other and not self._showing:
            self.open_task(task_id)

    def _close_drawer(self) -> None:
        self.drawer.hide()
        self._share_room()
        self._focus_view()

    def _focus_view(self) -> None:
        """Let the keys go to the view in front."""
        focus: dict[WorkView, QWidget] = {
            WorkView.TABLE: self.table.table,
            WorkView.BOARD: next(iter(self.board.columns.values())).list,
            WorkView.CALENDAR: self.calendar.grid,
            WorkView.TIMELINE: self.timeline.rows,
            WorkView.MOVEMENTS: self.movements.view,
        }
        focus[self.view].setFocus()

    def _reword(self, task: TaskView) -> None:
        from tdkt_desktop.ui.pages.work.add_task import AddTaskDialog

        movements = self._news.movements if self._news is not None else ()
        period = self._desk.context.years.period(task.year)
        dialog = AddTaskDialog(self._desk, period, movements, self, task)
        dialog.exec()
        dialog.deleteLater()

    def _finished(self, ids: list[int]) -> None:
        """Offer to say what came of tasks that have just been done."""
        task = self._task(ids[0])
        if task is not None:
            self.done_bar.ask(ids, task.name, task.result, self._desk.today())

    def _said(self, ids: list[int], report: TaskReport) -> None:
        tasks = [task for one in ids if (task := self._task(one)) is not None]
        self.acts.report(tasks, report)

    def _task(self, task_id: int) -> TaskView | None:
        """Return a task of the rows that were read."""
        for row in self.rows:
            for task in (row.task, row.whole, *row.parts):
                if task.id == task_id:
                    return task
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < self.fontMetrics().height() * _WORDS_FROM
        self.head.fit(self.width() - 2 * _SIDE)
        self.table.bar.set_compact(compact=compact)
        self._share_room()

    def _share_room(self) -> None:
        """Where there is no room for both, the open drawer takes the place of the view."""
        narrow = self.width() < self.fontMetrics().height() * _BOTH_FROM
        self._stack.setVisible(not narrow or not self.drawer.isVisibleTo(self))
