"""Things worth a look, quietly: a line that says how many, and the sentences when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(16, 16)
_MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence, and the rule it comes from; `verified` is False for rules not compared yet."""

    text: str
    basis: str = ""
    verified: bool = True

    @property
    def source(self) -> str:
        """The rule as it is shown under the sentence."""
        if not self.basis:
            return ""
        return (
            self.basis if self.verified else _("{basis} – chưa kiểm chứng").format(basis=self.basis)
        )


class NotesPanel(QFrame):
    """Not there while there is nothing to say; open or shut as the person leaves it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notes: tuple[Note, ...] = ()
        self.setProperty("bar", "foot")
        self.head = QToolButton()
        self.head.setProperty("kind", "quiet")
        self.head.setCheckable(True)
        self.head.setAccessibleName(_("Những điều nên xem"))
        self.head.setIconSize(_ICON)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.toggled.connect(self._fold)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(12, 0, 12, 6)
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._scroll.setAccessibleName(_("Những điều nên xem"))
        self._scroll.setWidget(self._body)
        self._scroll.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show other sentences."""
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        self._fill()
        self.head.setText(_("{n} điều nên xem").format(n=len(notes)))
        self.head.setAccessibleName(self.head.text())
        self.setVisible(bool(notes))
        self._recolour()

    def texts(self) -> tuple[str, ...]:
        """Return the sentences shown."""
        return tuple(note.text for note in self._notes)

    def _fill(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for row, note in enumerate(self._notes):
            mark = QLabel()
            mark.setFixedWidth(_ICON.width() + 4)
            self._grid.addWidget(mark, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text_label(note.text, wrap=True), 2 * row, 1)
            if note.source:
                self._grid.addWidget(text_label(note.source, "hint", wrap=True), 2 * row + 1, 1)
        lines = min(len(self._notes) * 2, _MOST_LINES)
        self._scroll.setMaximumHeight(lines * (self.fontMetrics().height() + 10))

    def _fold(self, on: bool) -> None:
        self._scroll.setVisible(on)
        self._recolour()

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        self.head.setIcon(
            self._theme.icon("chevron-down" if self.head.isChecked() else "chevron-right")
        )
        for row in range(len(self._notes)):
            item = self._grid.itemAtPosition(2 * row, 0)
            mark = item.widget() if item else None
            if isinstance(mark, QLabel):
                icon = self._theme.icon("information-outline", tokens.text2)
                mark.setPixmap(icon.pixmap(_ICON))
