"""The strip of figures at the head of the first page; each leads to its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = 22


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A figure: its icon and ink in the theme, the number, what follows it, its words, its list."""

    icon: str
    ink: str
    number: int
    words: str
    target: Place
    of: str = ""


class _Figure(QFrame):
    """A number with its words; it is pressed like a button."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, item: FigureItem) -> None:
        super().__init__()
        self._theme, self._item = theme, item
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("figure", True)
        self.setAccessibleName(f"{item.number}{item.of} {item.words}")
        number = QHBoxLayout()
        number.setSpacing(6)
        number.addWidget(self._icon)
        number.addWidget(text_label(str(item.number), "big"))
        if item.of:
            number.addWidget(text_label(item.of, "hint"), 0, Qt.AlignmentFlag.AlignBottom)
        number.addStretch(1)
        words = text_label(item.words, "label")
        words.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 6, 10, 8)
        layout.setVerticalSpacing(0)
        layout.addLayout(number, 0, 0)
        layout.addWidget(words, 1, 0)
        self.recolour()

    def recolour(self) -> None:
        ink = getattr(self._theme.tokens, self._item.ink)
        self._icon.setPixmap(self._theme.icon(self._item.icon, ink).pixmap(_ICON, _ICON))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.pressed.emit(self._item.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._item.target)
        else:
            super().keyPressEvent(event)


class FigureStrip(QFrame):
    """Shows figures side by side; `chosen` carries the place of the one pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figures: list[_Figure] = []
        self.setProperty("panel", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        theme.changed.connect(self._recolour)

    def show_figures(self, items: Sequence[FigureItem]) -> None:
        """Show other figures."""
        while self._row.count():
            taken = self._row.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._figures = []
        for item in items:
            if self._figures:
                self._row.addWidget(_upright_line())
            figure = _Figure(self._theme, item)
            figure.pressed.connect(self.chosen)
            self._figures.append(figure)
            self._row.addWidget(figure, 1)

    def figures(self) -> list[str]:
        """Return what is shown, as it is read aloud."""
        return [figure.accessibleName() for figure in self._figures]

    def _recolour(self) -> None:
        for figure in self._figures:
            figure.recolour()


def _upright_line() -> QWidget:
    line = QFrame()
    line.setProperty("line", "v")
    return line
