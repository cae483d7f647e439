"""The calendar view: a month of dues, and beside it what is to be done on the chosen day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.pages.work.board import CardList
from tdkt_desktop.ui.pages.work.month_grid import MonthGrid
from tdkt_desktop.ui.pages.work.month_layout import by_day, next_month, on_day, weeks_of
from tdkt_desktop.ui.pages.work.period_bar import PeriodBar
from tdkt_desktop.ui.pages.work.task_menu import TaskMenu
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.anniversaries import anniversaries
from tdkt_desktop.vietnamese.dates import month_and_year, weekday_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs

_NAMES: Final = "work-day-names"
_SIDE_FROM: Final = 46
"""From this many text heights on there is room for the list of the day."""


class Calendar(QWidget):
    """Dues as chips on their days; a due moved to another day is the task's due from then on."""

    task_opened = Signal(int)
    task_chosen = Signal(int)

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._rows: tuple[WorkRow, ...] = ()
        self._movements: tuple[MovementView, ...] = ()
        self.bar = PeriodBar(
            desk.theme, _("Tháng trước (PageUp)"), _("Tháng sau (PageDown)"), _("Ngày kỷ niệm")
        )
        self.grid = MonthGrid(desk.theme, desk.today())
        self.day_list = CardList(desk.theme, desk.today())
        self.undated = CardList(desk.theme, desk.today())
        self._day_name = text_label("", "section")
        self._day_count = text_label("", "hint")
        self._undated_name = text_label("", "strong")
        self._arrange()
        self._connect()
        kept = desk.preferences.current.layouts.get(_NAMES, "yes")
        self.bar.extra.setChecked(kept == "yes")
        self._month_changed(self.grid.month)

    def show_rows(self, rows: Sequence[WorkRow], movements: tuple[MovementView, ...]) -> None:
        """Show other rows."""
        self._rows, self._movements = tuple(rows), movements
        today = self._desk.today()
        self.grid.show_items(by_day(rows), self._day_names(), today)
        for cards in (self.day_list, self.undated):
            cards.delegate.today = today
        self._show_day(self.grid.day)
        undated = [row for row in rows if not row.parts and row.task.ends_on is None]
        self.undated.cards.show(undated)
        self._undated_name.setText(_("Không có ngày cụ thể · {n}").format(n=len(undated)))
        self.undated.setVisible(bool(undated))
        self._undated_name.setVisible(bool(undated))

    def choose(self, task_id: int) -> None:
        """Bring the due of a task into view."""
        for row in self._rows:
            for task in row.parts or (row.task,):
                if task.id == task_id and task.ends_on is not None:
                    self.grid.choose_day(task.ends_on)
                    self.grid.light(task_id)
                    return

    def tasks(self) -> list[TaskView]:
        """Return the tasks chosen in the list of the day."""
        return self.day_list.tasks() or self.undated.tasks()

    # --- making ---

    def _arrange(self) -> None:
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.grid)
        self._side = QFrame()
        self._side.setProperty("boardcolumn", True)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(6, 8, 6, 6)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.addWidget(self._day_name, 1)
        head.addWidget(self._day_count)
        side.addLayout(head)
        side.addWidget(self.day_list, 3)
        self._undated_name.setContentsMargins(6, 4, 6, 0)
        side.addWidget(self._undated_name)
        side.addWidget(self.undated, 2)
        self._side.setFixedWidth(self.fontMetrics().averageCharWidth() * 34)
        self.day_list.setAccessibleName(_("Việc trong ngày"))
        self.undated.setAccessibleName(_("Việc không có ngày cụ thể"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(panel, 1)
        row.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.today_wanted.connect(lambda: self.grid.choose_day(self._desk.today()))
        self.bar.stepped.connect(
            lambda step: self.grid.show_month(next_month(self.grid.month, step))
        )
        self.bar.extra.toggled.connect(self._show_names)
        self.grid.month_changed.connect(self._month_changed)
        self.grid.day_chosen.connect(self._show_day)
        self.grid.moved.connect(self._move)
        self.grid.task_opened.connect(self.task_opened)
        self.grid.task_chosen.connect(self.task_chosen)
        self.grid.menu_wanted.connect(lambda task_id, at: self._menu(self._found([task_id]), at))
        for cards in (self.day_list, self.undated):
            cards.opened.connect(self.task_opened)
            cards.chosen.connect(self.task_chosen)
            cards.removing.connect(lambda which=cards: self._acts.remove(which.tasks()))
            cards.customContextMenuRequested.connect(
                lambda at, which=cards: self._menu(which.tasks(), which.viewport().mapToGlobal(at))
            )

    # --- what is shown ---

    def _show_day(self, day: date) -> None:
        found = on_day(self._rows, day)
        self._day_name.setText(f"{weekday_name(day)}, {day:%d/%m/%Y}")
        self._day_count.setText(str(len(found)) if found else _("không có việc"))
        self.day_list.cards.show(found)

    def _month_changed(self, month: date) -> None:
        self.bar.show_label(_("Tháng {month}").format(month=month_and_year(month)))
        self.grid.show_items(by_day(self._rows), self._day_names(), self._desk.today())

    def _show_names(self, shown: bool) -> None:
        self._desk.preferences.keep_layout(_NAMES, "yes" if shown else "no")
        self._month_changed(self.grid.month)

    def _day_names(self) -> dict[date, str]:
        """Return the commemorative days among the days that are shown."""
        if not self.bar.extra.isChecked():
            return {}
        weeks = weeks_of(self.grid.month)
        found: dict[date, list[str]] = {}
        for one in anniversaries(weeks[0][0], weeks[-1][-1]):
            found.setdefault(one.date, []).append(one.name)
        return {day: "; ".join(names) for day, names in found.items()}

    # --- acts ---

    def _found(self, ids: Sequence[int]) -> list[TaskView]:
        tasks = (task for row in self._rows for task in row.parts or (row.task,))
        return [task for task in tasks if task.id in set(ids)]

    def _move(self, ids: list[int], day: date) -> None:
        tasks = self._found(ids)
        if tasks:
            self.grid.light(tasks[0].id)
            self._acts.set_due(tasks, day)

    def _menu(self, tasks: Sequence[TaskView], at: QPoint) -> None:
        if tasks:
            menu = TaskMenu(self._desk.theme, self._acts, tasks, self._movements, self)
            menu.opened.connect(self.task_opened)
            menu.popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() > self.fontMetrics().height() * _SIDE_FROM)
