"""A month as a grid of days, painted by itself; dues are moved by hand from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.pages.work.board import MIME, dragged_ids
from tdkt_desktop.ui.pages.work.chips import chip_of
from tdkt_desktop.ui.pages.work.month_layout import ONE_DAY, WEEK, DueItem, next_month, weeks_of
from tdkt_desktop.ui.theme.tokens import ChipShape
from tdkt_desktop.ui.widgets.chip import ChipPainter
from tdkt_desktop.vietnamese.dates import weekday_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QWheelEvent,
    )

    from tdkt_desktop.ui.theme.theme import Theme

_HEADS: Final = tuple(
    map(N_, ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"))
)
_WEEKEND_SHARE: Final = 0.66
_WORKDAYS: Final = 5
_SUNDAY: Final = 6
_ICON: Final = 14
_PAD: Final = 5


@dataclass(frozen=True, slots=True)
class _Spot:
    """A painted due and where it lies; without an item the line that counts what has no room."""

    box: QRectF
    day: date
    item: DueItem | None


class MonthGrid(QWidget):
    """`moved` carries the ids of tasks and the day they were put on."""

    moved = Signal(list, object)
    day_chosen = Signal(object)
    task_opened = Signal(int)
    task_chosen = Signal(int)
    menu_wanted = Signal(int, QPoint)
    month_changed = Signal(object)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self.today = theme, today
        self.month, self.day = today.replace(day=1), today
        self._items: Mapping[date, list[DueItem]] = {}
        self._names: Mapping[date, str] = {}
        self._spots: list[_Spot] = []
        self._chips = ChipPainter(theme)
        self._pressed: tuple[QPointF, _Spot] | None = None
        self._drag: QPointF | None = None
        self._over: date | None = None
        self._lit: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Lịch tháng"))
        theme.changed.connect(self.update)

    def show_items(
        self, items: Mapping[date, list[DueItem]], names: Mapping[date, str], today: date
    ) -> None:
        """Show other dues, and the names of days that have one."""
        self._items, self._names, self.today = items, names, today
        self._drag = self._pressed = None
        self._tell_screen_reader()
        self.update()

    def show_month(self, month: date) -> None:
        """Show another month; the day in turn goes along."""
        self.month = month.replace(day=1)
        if (self.day.year, self.day.month) != (month.year, month.month):
            self.day = self.today if self._is_this_month(self.today) else self.month
        self.month_changed.emit(self.month)
        self.choose_day(self.day)

    def choose_day(self, day: date) -> None:
        """Bring a day into turn, with its month."""
        self.day = day
        if not self._is_this_month(day):
            self.month = day.replace(day=1)
            self.month_changed.emit(self.month)
        self._tell_screen_reader()
        self.day_chosen.emit(day)
        self.update()

    def light(self, task_id: int | None) -> None:
        """Frame the due of a task."""
        self._lit = task_id
        self.update()

    def _is_this_month(self, day: date) -> bool:
        return (day.year, day.month) == (self.month.year, self.month.month)

    def _tell_screen_reader(self) -> None:
        items = self._items.get(self.day, [])
        titles = "; ".join(item.title for item in items)
        words = _("{weekday}, {day}: {n} nhiệm vụ đến hạn. {titles}")
        self.setAccessibleDescription(
            words.format(
                weekday=weekday_name(self.day),
                day=f"{self.day:%d/%m/%Y}",
                n=len(items),
                titles=titles,
            )
        )

    # --- where things lie ---

    def _head(self) -> int:
        return self.fontMetrics().height() + 14

    def _edges(self) -> list[float]:
        """Return the left edges of the seven columns and the right edge of the last."""
        unit = self.width() / (_WORKDAYS + (WEEK - _WORKDAYS) * _WEEKEND_SHARE)
        edges = [0.0]
        for number in range(WEEK):
            edges.append(edges[-1] + unit * (1 if number < _WORKDAYS else _WEEKEND_SHARE))
        return edges

    def box_of(self, day: date) -> QRectF | None:
        """Return where a day lies, None for one that is not shown."""
        weeks = weeks_of(self.month)
        for number, week in enumerate(weeks):
            if day in week:
                edges, place = self._edges(), week.index(day)
                height = (self.height() - self._head()) / len(weeks)
                top = self._head() + number * height
                return QRectF(edges[place], top, edges[place + 1] - edges[place], height)
        return None

    def day_at(self, place: QPointF) -> date | None:
        """Return the day at a place."""
        for week in weeks_of(self.month):
            for day in week:
                box = self.box_of(day)
                if box is not None and box.contains(place):
                    return day
        return None

    def spot_of(self, task_id: int) -> QRectF | None:
        """Return where a task's due is painted, None where it is not."""
        found = (spot.box for spot in self._spots if spot.item and spot.item.task.id == task_id)
        return next(found, None)

    def _spot_at(self, place: QPointF) -> _Spot | None:
        return next((spot for spot in self._spots if spot.box.contains(place)), None)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.surface))
        self._paint_heads(painter)
        self._spots = []
        for week in weeks_of(self.month):
            for day in week:
                box = self.box_of(day)
                if box is not None:
                    self._paint_day(painter, day, box)
        self._paint_dragged(painter)

    def _paint_heads(self, painter: QPainter) -> None:
        tokens, edges = self._theme.tokens, self._edges()
        painter.fillRect(QRectF(0, 0, self.width(), self._head()), QColor(tokens.alt))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for number, name in enumerate(_HEADS):
            painter.setPen(QColor(tokens.late if number == _SUNDAY else tokens.text2))
            width = edges[number + 1] - edges[number] - 2 * _PAD
            box = QRectF(edges[number] + _PAD + 3, 0, width, self._head())
            text = QFontMetricsF(font).elidedText(_(name), Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_day(self, painter: QPainter, day: date, box: QRectF) -> None:
        tokens = self._theme.tokens
        other, weekend = not self._is_this_month(day), day.weekday() >= _WORKDAYS
        if other or weekend:
            painter.fillRect(box, QColor(tokens.alt))
        if day == self._over:
            painter.fillRect(box, QColor(tokens.soft))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if day == self.day:
            self._frame(painter, box)
        line = QFontMetricsF(self.font()).height()
        head = QRectF(box.left() + _PAD, box.top() + 3, box.width() - 2 * _PAD, line + 4)
        self._paint_number(painter, day, head, other=other)
        self._paint_items(painter, day, box.adjusted(_PAD, line + 10, -_PAD, -3))

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        tokens, width = self._theme.tokens, 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1.5, -1))

    def _paint_number(self, painter: QPainter, day: date, head: QRectF, *, other: bool) -> None:
        tokens = self._theme.tokens
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal if other else QFont.Weight.DemiBold)
        text = f"{day.day}/{day.month}" if day.day == 1 else str(day.day)
        width = QFontMetricsF(font).horizontalAdvance(text) + 10
        badge = QRectF(head.left(), head.top(), width, head.height())
        painter.setFont(font)
        if day == self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(QColor(tokens.on_accent))
        else:
            painter.setPen(QColor(tokens.text3 if other else tokens.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        name = self._names.get(day, "")
        if name:
            painter.setFont(self.font())
            painter.setPen(QColor(tokens.text3))
            rest = head.adjusted(width + 4, 0, 0, 0)
            shown = QFontMetricsF(self.font()).elidedText(
                name, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_items(self, painter: QPainter, day: date, room: QRectF) -> None:
        """Paint as many dues as there is room for, and how many there are besides."""
        items = self._items.get(day, [])
        if not items:
            return
        height = QFontMetricsF(self.font()).height() + 5
        most = max(1, int((room.height() + 2) // (height + 2)))
        shown = items if len(items) <= most else items[: most - 1]
        top = room.top()
        for item in shown:
            box = QRectF(room.left(), top, room.width(), height)
            self._spots.append(_Spot(box, day, item))
            self._paint_item(painter, box, item)
            top += height + 2
        if len(shown) < len(items):
            box = QRectF(room.left(), top, room.width(), height)
            self._spots.append(_Spot(box, day, None))
            painter.setFont(self.font())
            painter.setPen(QColor(self._theme.tokens.accent))
            painter.drawText(box.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                             _("+{n} nữa").format(n=len(items) - len(shown)))  # fmt: skip

    def _paint_item(self, painter: QPainter, box: QRectF, item: DueItem) -> None:
        chip = chip_of(item.task, self.today)
        look, tokens = self._chips.look(chip), self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = item.task.id == self._lit
        outlined = look.shape in (ChipShape.OUTLINE, ChipShape.DASHED) or lit
        painter.setPen(QPen(QColor(tokens.accent if lit else look.ink), 2 if lit else 1)
                       if outlined else Qt.PenStyle.NoPen)  # fmt: skip
        painter.setBrush(QColor(look.ground or tokens.surface))
        radius = 2 if look.shape is ChipShape.SOLID else 4
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        scale = self.devicePixelRatioF()
        picture = self._theme.icons.picture(look.icon, look.ink, _ICON, scale)
        painter.drawPixmap(QPointF(box.left() + 4, box.center().y() - _ICON / 2), picture)
        painter.setPen(QColor(look.ink))
        painter.setFont(self.font())
        words = box.adjusted(4 + _ICON + 4, 0, -3, 0)
        text = QFontMetricsF(self.font()).elidedText(
            item.title, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_dragged(self, painter: QPainter) -> None:
        if self._drag is None or self._pressed is None or self._pressed[1].item is None:
            return
        box = QRectF(self._pressed[1].box)
        box.moveTopLeft(self._drag + QPointF(6, 6))
        painter.setOpacity(0.85)
        self._paint_item(painter, box, self._pressed[1].item)

    # --- the hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        day = self.day_at(place)
        if day is not None:
            self.choose_day(day)
        spot = self._spot_at(place)
        self.light(spot.item.task.id if spot and spot.item else None)
        if spot is not None and spot.item is not None:
            self.task_chosen.emit(spot.item.task.id)
            if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = (place, spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            spot = self._spot_at(event.position())
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        far = (event.position() - self._pressed[0]).manhattanLength()
        if self._drag is not None or far >= QApplication.startDragDistance():
            self._drag = event.position()
            self._over = self.day_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged, day = self._pressed, self._drag is not None, self.day_at(event.position())
        self._end_drag()
        if pressed is None or not dragged or day is None or pressed[1].item is None:
            return
        if day != pressed[1].day:
            self.moved.emit([pressed[1].item.task.id], day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None and spot.item is not None:
            self.task_opened.emit(spot.item.task.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = self._spot_at(QPointF(event.pos()))
        if spot is not None and spot.item is not None:
            self.menu_wanted.emit(spot.item.task.id, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.show_month(next_month(self.month, -1 if event.angleDelta().y() > 0 else 1))

    def _end_drag(self) -> None:
        self._pressed = self._drag = self._over = None
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._over = self.day_at(event.position())
        event.acceptProposedAction()
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        day = self.day_at(event.position())
        self._end_drag()
        if day is not None and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.moved.emit(dragged_ids(event.mimeData()), day)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())  # type: ignore[attr-defined] # help event
            return True
        return super().event(event)

    def _show_tip(self, at: QPoint, where: QPoint) -> None:
        spot = self._spot_at(QPointF(at))
        day = self.day_at(QPointF(at))
        if spot is not None and spot.item is not None:
            box = QRect(spot.box.toRect())
            words = f"{spot.item.title}\n{chip_of(spot.item.task, self.today).text}"
            QToolTip.showText(where, words, self, box)
        elif day is not None and day in self._names:
            QToolTip.showText(where, self._names[day], self)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -WEEK,
            Qt.Key.Key_Down: WEEK,
        }.get(Qt.Key(event.key()), 0)
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if days and control:
            self._carry(days)
        elif days:
            self.choose_day(self.day + days * ONE_DAY)
        elif months:
            self.show_month(next_month(self.month, months))
        elif event.key() == Qt.Key.Key_Home:
            self.choose_day(self.today)
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif event.key() == Qt.Key.Key_Space:
            self._light_next()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lit_item() is not None:
            self.task_opened.emit(self._lit)
        else:
            super().keyPressEvent(event)

    def _lit_item(self) -> DueItem | None:
        """Return the due of this day that is framed."""
        items = self._items.get(self.day, [])
        return next((item for item in items if item.task.id == self._lit), None)

    def _light_next(self) -> None:
        """Frame the next due of the day."""
        items = self._items.get(self.day, [])
        if items:
            lit = self._lit_item()
            place = (items.index(lit) + 1) % len(items) if lit is not None else 0
            self.light(items[place].task.id)
            self.task_chosen.emit(items[place].task.id)

    def _carry(self, days: int) -> None:
        """Move the framed due of the day, or its first one, and go along."""
        item = self._lit_item() or next(iter(self._items.get(self.day, [])), None)
        if item is None:
            return
        self.light(item.task.id)
        target = self.day + days * ONE_DAY
        self.moved.emit([item.task.id], target)
        self.choose_day(target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
