"""A short note at the bottom right of the window that goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

SHOWN_MS: Final = 6000
_DISTANCE: Final = 20


class Toast(QFrame):
    """Says what was done, with one thing that can be done about it ("Hoàn tác").

    It stays while the mouse is over it or the focus in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("toast", True)
        self._window = window
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._act: Callable[[], object] | None = None
        self._button.clicked.connect(self._do)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self._text)
        layout.addWidget(self._button)
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a note, with a button when there is something to do about it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def _place(self) -> None:
        area = self._window.rect()
        left = area.right() - self.width() - _DISTANCE
        self.move(left, area.bottom() - self.height() - 2 * _DISTANCE)

    def _leave(self) -> None:
        if self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
