"""What a page shows while it has nothing: one sentence, one button, one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class EmptyState(QWidget):
    """Says what belongs here and offers the two ways to begin."""

    act = Signal()
    other = Signal()

    def __init__(self, text: str, button: str, link: str = "", icon: QIcon | None = None) -> None:
        super().__init__()
        words = self._words = QLabel(text)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("look", "hint")
        self.button = QPushButton(button)
        self.button.setProperty("kind", "primary")
        if icon is not None:
            self.button.setIcon(icon)
        self.button.clicked.connect(self.act)
        self.link = QPushButton(link)
        self.link.setProperty("kind", "link")
        # Showing a button that has no parent yet would open a window of its own for a moment.
        if not link:
            self.link.hide()
            self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link.clicked.connect(self.other)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(self.link)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(words)
        layout.addSpacing(8)
        layout.addLayout(row)
        layout.addStretch(3)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
