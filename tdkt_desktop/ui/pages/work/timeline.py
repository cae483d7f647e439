"""The timeline: a bar from start to due for each row, over the quarters of the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.work_views import quarter_of
from tdkt_desktop.ui.pages.work.chips import chip_of
from tdkt_desktop.ui.pages.work.month_layout import ONE_DAY, next_month
from tdkt_desktop.ui.pages.work.period_bar import PeriodBar
from tdkt_desktop.ui.pages.work.task_menu import TaskMenu
from tdkt_desktop.ui.theme.tokens import ChipShape
from tdkt_desktop.ui.widgets.chip import ChipPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from tdkt_desktop.services.movements import MovementView
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.services.work_views import WorkRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.acts import WorkActs
    from tdkt_desktop.ui.theme.theme import Theme

_ROMAN: Final = ("", "I", "II", "III", "IV")
_QUARTER: Final = 3
_NAME_SHARE: Final = 0.30
_PAD: Final = 9
_ICON: Final = 14
_THIN: Final = 12.0
_FULL: Final = 100


@dataclass(frozen=True, slots=True)
class Range:
    """The days that the timeline shows."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


class TimeRows(QAbstractScrollArea):
    """Paints only the rows in view, so that thousands scroll as a few do."""

    task_opened = Signal(int)
    task_chosen = Signal(int)
    menu_wanted = Signal(int, QPointF)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self.today = theme, today
        self.range = Range(date(today.year, 1, 1), date(today.year, 12, 31))
        self.rows: list[WorkRow] = []
        self._current = -1
        self._chips = ChipPainter(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frameless", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Trục thời gian"))
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[WorkRow], shown: Range, today: date) -> None:
        """Show other rows over other days; the row in turn stays so while it is there."""
        kept = self.current_id()
        self.rows, self.range, self.today = list(rows), shown, today
        places = (n for n, row in enumerate(self.rows) if row.task.id == kept)
        self._current = next(places, -1)
        self._fit()

    def current_id(self) -> int | None:
        """Return the task in turn."""
        return self.rows[self._current].task.id if 0 <= self._current < len(self.rows) else None

    def choose(self, task_id: int) -> None:
        """Bring the row of a task into turn and into view."""
        for place, row in enumerate(self.rows):
            if row.task.id == task_id:
                self._go(place)

    # --- where things lie ---

    def row_height(self) -> int:
        """Return the height of a row."""
        return self.fontMetrics().height() + 12

    def _head(self) -> int:
        return 2 * (self.fontMetrics().height() + 8)

    def _names(self) -> float:
        return self.viewport().width() * _NAME_SHARE

    def x_of(self, day: date) -> float:
        """Return where a day begins."""
        left, width = self._names(), self.viewport().width() - self._names()
        return left + width * (day - self.range.first).days / self.range.days

    def row_at(self, y: float) -> int:
        """Return the row at a height, below 0 for none."""
        place = int((y - self._head() + self.verticalScrollBar().value()) // self.row_height())
        return place if y >= self._head() and place < len(self.rows) else -1

    def row_box(self, place: int) -> QRectF:
        """Return where a row lies now."""
        top = self._head() + place * self.row_height() - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self.row_height())

    def _fit(self) -> None:
        page = max(1, self.viewport().height() - self._head())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self.rows) * self.row_height() - page))
        bar.setPageStep(page)
        bar.setSingleStep(self.row_height())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # The head stays where it is, so that nothing can be moved on the screen.
        self.viewport().update()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.tokens.surface))
        first = max(0, self.row_at(self._head() + 1))
        most = self.viewport().height() // self.row_height() + 2
        for place in range(first, min(first + most, len(self.rows))):
            self._paint_row(painter, place)
        self._paint_today(painter)
        self._paint_head(painter)

    def _paint_head(self, painter: QPainter) -> None:
        tokens, half = self._theme.tokens, self._head() / 2
        width = self.viewport().width()
        painter.fillRect(QRectF(0, 0, width, self._head()), QColor(tokens.alt))
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for month in self._months():
            left, right = self.x_of(month), self.x_of(next_month(month))
            if (month.month - 1) % _QUARTER == 0 or month == self.range.first:
                self._paint_quarter(painter, month, bold)
            painter.setFont(self.font())
            painter.setPen(QColor(tokens.text2))
            box = QRectF(left, half, right - left, half)
            wide = right - left > self.fontMetrics().averageCharWidth() * 12
            words = _("Tháng {n}").format(n=month.month) if wide else str(month.month)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QPointF(left, half), QPointF(left, self._head()))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(QPointF(0, self._head()), QPointF(width, self._head()))
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text2))
        box = QRectF(_PAD, 0, self._names() - _PAD, self._head())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _("Nội dung công việc"))

    def _paint_quarter(self, painter: QPainter, month: date, bold: QFont) -> None:
        year, number = quarter_of(month)
        end = next_month(date(year, (number - 1) * _QUARTER + 1, 1), _QUARTER)
        box = QRectF(self.x_of(month), 0, self.x_of(end) - self.x_of(month), self._head() / 2)
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.tokens.text))
        shown = box.intersected(self._head_box())
        words = _("Quý {number}/{year}").format(number=_ROMAN[number], year=year)
        if QFontMetricsF(bold).horizontalAdvance(words) > shown.width():
            words = _ROMAN[number]
        painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, words)

    def _head_box(self) -> QRectF:
        """Return where the quarters are named."""
        left = self._names()
        return QRectF(left, 0, self.viewport().width() - left, self._head() / 2)

    def _months(self) -> list[date]:
        months, month = [], self.range.first.replace(day=1)
        while month <= self.range.last:
            months.append(max(month, self.range.first))
            month = next_month(month)
        return months

    def _paint_row(self, painter: QPainter, place: int) -> None:
        tokens, row, box = self._theme.tokens, self.rows[place], self.row_box(place)
        if place == self._current:
            painter.fillRect(box, QColor(tokens.soft))
            if self.hasFocus():
                painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        for month in self._months():
            quarter = (month.month - 1) % _QUARTER == 0
            painter.setPen(QColor(tokens.edge if quarter else tokens.line))
            x = self.x_of(month)
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        self._paint_name(painter, row, box)
        painter.save()
        painter.setClipRect(QRectF(self._names(), box.top(), box.width(), box.height()))
        for task in row.parts or (row.task,):
            if not task.withdrawn or row.task.withdrawn:
                self._paint_bar(painter, task, box, slim=bool(row.parts))
        painter.restore()

    def _paint_name(self, painter: QPainter, row: WorkRow, box: QRectF) -> None:
        tokens = self._theme.tokens
        look = self._chips.look(chip_of(row.task, self.today))
        ink = tokens.late if look.shape is ChipShape.SOLID else look.ink
        scale = self.devicePixelRatioF()
        picture = self._theme.icons.picture(look.icon, ink, _ICON, scale)
        painter.drawPixmap(QPointF(_PAD, box.center().y() - _ICON / 2), picture)
        painter.setPen(QColor(tokens.text))
        words = QRectF(_PAD + _ICON + 6, box.top(), self._names() - _ICON - 3 * _PAD, box.height())
        text = QFontMetricsF(self.font()).elidedText(
            row.whole.title, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bar(self, painter: QPainter, task: TaskView, row: QRectF, *, slim: bool) -> None:
        """Paint a task from start to due; one with a due only is a short mark that ends there."""
        last = task.ends_on or task.starts_on
        if last is None:
            return
        first = task.starts_on or last
        look, tokens = self._chips.look(chip_of(task, self.today)), self._theme.tokens
        right = self.x_of(last + ONE_DAY)
        left = min(self.x_of(first), right - (4.0 if slim else _THIN))
        bar = QRectF(left, row.top() + 6, right - left, row.height() - 13)
        if slim:
            bar.adjust(0.5, 1, -1.5, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.late if look.shape is ChipShape.SOLID else look.ink), 1))
        painter.setBrush(QColor(look.ground or tokens.surface))
        painter.drawRoundedRect(bar, 3, 3)
        if 0 < task.progress < _FULL and look.shape is not ChipShape.SOLID:
            done = QRectF(bar.left(), bar.bottom() - 4, bar.width() * task.progress / _FULL, 4)
            painter.fillRect(done, QColor(look.ink))
        painter.restore()

    def _paint_today(self, painter: QPainter) -> None:
        if not self.range.first <= self.today <= self.range.last:
            return
        x = self.x_of(self.today) + (self.x_of(self.today + ONE_DAY) - self.x_of(self.today)) / 2
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        painter.drawLine(QPointF(x, self._head()), QPointF(x, self.viewport().height()))

    # --- hand and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position().y())
        if place >= 0:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position().y())
        if place >= 0:
            self.task_opened.emit(self.rows[place].task.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.row_at(event.pos().y())
        if place >= 0:
            self._go(place)
            self.menu_wanted.emit(self.rows[place].task.id, QPointF(event.globalPos()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            place = self.row_at(event.pos().y())  # type: ignore[attr-defined] # a help event
            if place >= 0:
                where = event.globalPos()  # type: ignore[attr-defined] # a help event
                QToolTip.showText(where, self._tip(self.rows[place]), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, row: WorkRow) -> str:
        words = _("{title}\nThời gian: {due}\n{state}")
        state = chip_of(row.task, self.today).text
        return words.format(title=row.task.name, due=row.task.due or "–", state=state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, self.verticalScrollBar().pageStep() // self.row_height())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self.rows),
            Qt.Key.Key_End: len(self.rows),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        current = self.current_id()
        if step and self.rows:
            self._go(min(max(self._current + step, 0), len(self.rows) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.task_opened.emit(current)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._current = place
        bar, box = self.verticalScrollBar(), self.row_box(place)
        if box.top() < self._head():
            bar.setValue(place * self.row_height())
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + int(box.bottom() - self.viewport().height()))
        self.setAccessibleDescription(self._tip(self.rows[place]))
        self.viewport().update()
        self.task_chosen.emit(self.rows[place].task.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class Timeline(QWidget):
    """A whole year, or one quarter of it at a time."""

    task_opened = Signal(int)
    task_chosen = Signal(int)

    def __init__(self, desk: Desk, acts: WorkActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._given: tuple[WorkRow, ...] = ()
        self._movements: tuple[MovementView, ...] = ()
        self._year = Range(date(desk.today().year, 1, 1), date(desk.today().year, 12, 31))
        self._quarter = _first_of_quarter(desk.today())
        self.bar = PeriodBar(desk.theme, _("Quý trước"), _("Quý sau"), _("Cả năm"))
        self.rows = TimeRows(desk.theme, desk.today())
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(panel, 1)
        self.bar.extra.setChecked(True)
        self.bar.extra.toggled.connect(lambda _on: self._arrange())
        self.bar.stepped.connect(self._step)
        self.bar.today_wanted.connect(self._go_today)
        self.rows.task_opened.connect(self.task_opened)
        self.rows.task_chosen.connect(self.task_chosen)
        self.rows.menu_wanted.connect(self._menu)

    def show_rows(
        self,
        rows: Sequence[WorkRow],
        movements: tuple[MovementView, ...],
        first: date,
        last: date,
    ) -> None:
        """Show other rows over a year."""
        self._given, self._movements = tuple(rows), movements
        self._year = Range(first, last)
        self._quarter = min(max(self._quarter, _first_of_quarter(first)), _first_of_quarter(last))
        self._arrange()

    def choose(self, task_id: int) -> None:
        """Bring the row of a task into turn."""
        self.rows.choose(task_id)

    def tasks(self) -> list[TaskView]:
        """Return the task in turn."""
        wanted = self.rows.current_id()
        return [row.task for row in self.rows.rows if row.task.id == wanted]

    def _shown(self) -> Range:
        if self.bar.extra.isChecked():
            return self._year
        return Range(self._quarter, next_month(self._quarter, _QUARTER) - ONE_DAY)

    def _arrange(self) -> None:
        shown, whole = self._shown(), self.bar.extra.isChecked()
        for button in (self.bar.back, self.bar.on):
            button.setEnabled(not whole)
        year, number = quarter_of(shown.first)
        words = _("Quý {number}/{year}").format(number=_ROMAN[number], year=year)
        span = f"{shown.first:%m/%Y} – {shown.last:%m/%Y}"
        self.bar.show_label(span if whole else words)
        found = [row for row in self._given if _touches(row, shown)]
        found.sort(key=_start)
        self.rows.show_rows(found, shown, self._desk.today())

    def _step(self, step: int) -> None:
        wanted = next_month(self._quarter, step * _QUARTER)
        first, last = _first_of_quarter(self._year.first), _first_of_quarter(self._year.last)
        if first <= wanted <= last:
            self._quarter = wanted
            self._arrange()

    def _go_today(self) -> None:
        """Show the quarter of today, or the nearest one that the year has."""
        self._quarter = _first_of_quarter(
            min(max(self._desk.today(), self._year.first), self._year.last)
        )
        if self.bar.extra.isChecked():
            self.bar.extra.setChecked(False)
        else:
            self._arrange()

    def _menu(self, task_id: int, at: QPointF) -> None:
        tasks = [row.task for row in self.rows.rows if row.task.id == task_id]
        if tasks:
            menu = TaskMenu(self._desk.theme, self._acts, tasks, self._movements, self)
            menu.opened.connect(self.task_opened)
            menu.popup(at.toPoint())


def _first_of_quarter(day: date) -> date:
    year, number = quarter_of(day)
    return date(year, (number - 1) * _QUARTER + 1, 1)


def _touches(row: WorkRow, shown: Range) -> bool:
    """Tell whether a row has a day within a time."""
    for task in row.parts or (row.task,):
        last = task.ends_on or task.starts_on
        if last is not None and (task.starts_on or last) <= shown.last and last >= shown.first:
            return True
    return False


def _start(row: WorkRow) -> tuple[bool, date, date, int]:
    task = row.task
    last = task.ends_on or task.starts_on or date.max
    return bool(row.parts), task.starts_on or last, last, row.whole.place
