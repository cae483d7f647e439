"""The frame of a dialog: fields above, at the foot verbs; the safe one may have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_FRAME: Final = QSize(20, 60)
"""What the system draws around a dialog, roughly."""


class ActDialog(QDialog):
    """A dialog for one act, named by its verb; `body` takes the fields.

    With `safe` the way out has the focus and Enter leaves, since the act cannot be taken back.
    """

    def __init__(
        self,
        title: str,
        verb: str,
        parent: QWidget | None = None,
        *,
        safe: bool = False,
        leave: str = "",
    ) -> None:
        super().__init__(parent)
        self._safe = safe
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.act = QPushButton(verb)
        self.act.setProperty("kind", "primary")
        self.act.clicked.connect(self.accept)
        self.leave = QPushButton(leave or _("Huỷ"))
        self.leave.clicked.connect(self.reject)
        for button, default in ((self.act, not safe), (self.leave, safe)):
            button.setAutoDefault(False)
            button.setDefault(default)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        layout.addLayout(self.body, 1)
        layout.addWidget(_line())
        layout.addLayout(self.foot)

    def add_at_foot(self, widget: QWidget) -> None:
        """Put something at the left of the verbs."""
        self.foot.insertWidget(self.foot.count() - 3, widget)

    def fit(self) -> None:
        """Grow to what the wrapped words need, and stay on the screen."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        needed = QSize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
        self.resize(needed.boundedTo(self.screen().availableGeometry().size() - _FRAME))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        if self._safe:
            self.leave.setFocus()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "h")
    return line


def bullet_list(texts: tuple[str, ...], look: str = "") -> QLabel:
    """Return sentences one under the other, each with a mark."""
    label = text_label("\n".join(f"•  {text}" for text in texts), look, wrap=True)
    # Showing a label that has no parent yet would open a window of its own for a moment.
    if not texts:
        label.hide()
    return label
