"""A panel that lies over the printed page while something is chosen to be inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.ui.theme.theme import Theme


class SidePanel(QWidget):
    """A head with a title and a way to close it; Esc closes too."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QFrame()
        head.setProperty("bar", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(text_label(title, "section"), 1)
        row.addWidget(tool_button(theme, "close", _("Đóng (Esc)"), self.closed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        body = QWidget()
        self.inside = QVBoxLayout(body)
        self.inside.setContentsMargins(12, 10, 12, 12)
        self.inside.setSpacing(8)
        column.addWidget(body, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
