"""Chips: a state as icon, word, shape and colour; painted, in tables and beside titles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.plan_views import STATUS_NAMES, PlanStatus
from tdkt_desktop.ui.theme.tokens import ChipShape

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.theme.theme import Theme
    from tdkt_desktop.ui.theme.tokens import StateLook

ICON: Final = 15
_PADDING: Final = 7
_GAP: Final = 5
_PILL: Final = 11
_SMALL: Final = 10 / 10.5


class ChipState(StrEnum):
    """The states that a chip can show, by their names among the tokens."""

    LATE = "late"
    SOON = "soon"
    DONE = "done"
    NEEDS_PERSON = "needs_person"
    UNVERIFIED = "unverified"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    WAITING = "waiting"
    DRAFT = "draft"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Chip:
    """A state and its words; `icon` only where it is not that of the state."""

    state: ChipState
    text: str
    icon: str = ""


_PLAN_STATES: Final = {
    PlanStatus.DRAFT: (ChipState.DRAFT, ""),
    PlanStatus.WAITING: (ChipState.IN_PROGRESS, "draw-pen"),
    PlanStatus.ISSUED: (ChipState.DONE, ""),
    PlanStatus.REVISED: (ChipState.NOT_YET, "history"),
}


def plan_chip(plan: PlanSummary) -> Chip:
    """Return the chip of a plan's state."""
    state, icon = _PLAN_STATES[plan.status]
    return Chip(state, _(STATUS_NAMES[plan.status]), icon)


class ChipPainter:
    """Measures and paints chips in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def look(self, chip: Chip) -> StateLook:
        """Return how the theme draws a chip's state."""
        found: StateLook = getattr(self._theme.tokens.states, chip.state.value)
        return found

    def size(self, chip: Chip, font: QFont) -> QSize:
        """Return the room that a chip needs."""
        measure = QFontMetricsF(self._font(chip, font))
        width = measure.horizontalAdvance(chip.text) + ICON + _GAP + 2 * _PADDING
        return QSize(int(width) + 1, int(measure.height()) + 5)

    def paint(
        self, painter: QPainter, box: QRectF, chip: Chip, font: QFont, *, selected: bool = False
    ) -> None:
        """Paint a chip at the left of a box, in its middle; words that do not fit are elided."""
        look, written = self.look(chip), self._font(chip, font)
        size = self.size(chip, font)
        frame = QRectF(box.left(), 0, min(size.width(), box.width()), size.height())
        frame.moveTop(box.center().y() - frame.height() / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, frame.adjusted(0.5, 0.5, -0.5, -0.5), look, selected=selected)
        icon = QRectF(frame.left() + _PADDING, frame.center().y() - ICON / 2, ICON, ICON)
        self._theme.icons.draw(painter, chip.icon or look.icon, look.ink, icon)
        painter.setPen(QColor(look.ink))
        painter.setFont(written)
        words = frame.adjusted(_PADDING + ICON + _GAP, 0, -_PADDING + 2, 0)
        text = QFontMetricsF(written).elidedText(
            chip.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, frame: QRectF, look: StateLook, *, selected: bool
    ) -> None:
        tokens = self._theme.tokens
        outlined = look.shape in (ChipShape.OUTLINE, ChipShape.PILL, ChipShape.DASHED)
        edge = tokens.edge if look.ground == tokens.hover else look.ink
        pen = QPen(QColor(edge)) if outlined else QPen(Qt.PenStyle.NoPen)
        if look.shape is ChipShape.DASHED:
            pen.setStyle(Qt.PenStyle.DashLine)
        # On a selected row grey and soft grounds would drown in the row's own.
        calm = look.ground in (tokens.hover, tokens.soft)
        ground = tokens.surface if selected and calm else look.ground
        painter.setPen(pen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        radius = {ChipShape.SOLID: 2, ChipShape.PILL: _PILL}.get(look.shape, 4)
        painter.drawRoundedRect(frame, radius, radius)

    def _font(self, chip: Chip, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(max(10.0, font.pointSizeF() * _SMALL))
        small.setWeight(QFont.Weight.DemiBold if self.look(chip).bold else QFont.Weight.Normal)
        return small


class ChipLabel(QWidget):
    """A chip beside a title."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._painter = ChipPainter(theme)
        self._chip: Chip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyled)
        self.hide()

    def show_chip(self, chip: Chip | None) -> None:
        """Show a state, or nothing."""
        self._chip = chip
        self.setAccessibleName(chip.text if chip else "")
        if self.parentWidget() is None and chip is not None:
            # Shown now it would be a window of its own for a moment; so it comes with its parent.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            self.setVisible(chip is not None)
        self._restyled()

    def sizeHint(self) -> QSize:
        return self._painter.size(self._chip, self.font()) if self._chip else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chip is not None:
            painter = QPainter(self)
            self._painter.paint(painter, QRectF(self.rect()), self._chip, self.font())

    def _restyled(self) -> None:
        self.updateGeometry()
        self.update()
