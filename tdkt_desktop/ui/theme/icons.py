"""Icons painted from the shipped drawings in the colours of the theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tdkt_desktop.resources import resource

ICON: Final = QSize(18, 18)
BESIDE_WORDS: Final = QSize(22, 18)
"""The size of an icon that words stand beside: Qt leaves too little room between the two."""


class IconPainter:
    """Paints icons by name and colour; drawings are read once, pictures kept by size and scale."""

    def __init__(self) -> None:
        self._drawings: dict[str, str] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def picture(self, name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
        """Return the icon as a picture of `size` logical pixels."""
        key = (name, colour, size, scale)
        if key not in self._pictures:
            self._pictures[key] = self._painted(name, colour, size, scale)
        return self._pictures[key]

    def icon(self, name: str, colour: str, disabled: str = "") -> QIcon:
        """Return an icon that paints itself sharply at every size and scale."""
        return QIcon(_Engine(self, name, colour, disabled or colour))

    def forget(self) -> None:
        """Drop the painted pictures, after a change of theme."""
        self._pictures.clear()

    def _painted(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        side = max(round(size * scale), 1)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.draw(painter, name, colour, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture

    def draw(self, painter: QPainter, name: str, colour: str, where: QRectF) -> None:
        """Draw the icon into a rectangle."""
        drawing = self._drawing(name).replace("<path ", f'<path fill="{colour}" ', 1)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, where)

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = resource("icons", f"{name}.svg").read_text("utf-8")
        return self._drawings[name]


class _Engine(QIconEngine):
    """Draws one icon at whatever size Qt asks for."""

    def __init__(self, painter: IconPainter, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._painter, self._name = painter, name
        self._colour, self._disabled = colour, disabled

    def clone(self) -> QIconEngine:
        return _Engine(self._painter, self._name, self._colour, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        where = QRectF(0, 0, side, side)
        where.moveCenter(QRectF(rect).center())
        self._painter.draw(painter, self._name, self._chosen(mode), where)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,
        scale: float,
    ) -> QPixmap:
        # Qt asks in logical pixels here, whatever the scale.
        side = min(size.width(), size.height())
        picture = self._painter.picture(self._name, self._chosen(mode), side, scale)
        room = size.width() - side
        return _with_room(picture, room) if room > 0 else picture

    def _chosen(self, mode: QIcon.Mode) -> str:
        return self._disabled if mode is QIcon.Mode.Disabled else self._colour


def _with_room(picture: QPixmap, room: int) -> QPixmap:
    """Return a picture with some logical pixels of nothing at its right."""
    scale = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(room * scale), picture.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(scale)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide
