"""The banner over a plan that has been issued: it may only be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from tdkt_desktop.i18n import _


class LockedBanner(QFrame):
    """Says why nothing can be changed, and the way to a change."""

    revise_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", True)
        words = QLabel(_("Kế hoạch đã ban hành nên đã khoá; chỉ đọc, in và xuất được."))
        words.setWordWrap(True)
        button = QPushButton(_("Lập bản sửa đổi"))
        button.setProperty("kind", "link")
        button.clicked.connect(self.revise_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(words, 1)
        row.addWidget(button)
