"""A panel: a framed part of a page with its head."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tdkt_desktop.ui.widgets.form import text_label

_HEAD: tuple[int, int, int, int] = (14, 8, 14, 8)


class Panel(QFrame):
    """A title with what stands at its right, and the content below a line."""

    def __init__(self, title: str, *at_right: QWidget) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setContentsMargins(*_HEAD)
        self._title = text_label(title, "section")
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in at_right:
            head.addWidget(widget)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(across_line())
        layout.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Change the words of the head."""
        self._title.setText(title)
        self.setAccessibleName(title)


def across_line() -> QFrame:
    """Return a line from edge to edge."""
    line = QFrame()
    line.setProperty("line", "h")
    line.setFixedHeight(1)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
