"""Forms: the one way in which fields get a label, a name for screen readers, help and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class _WheelGuard(QObject):
    """Keeps the wheel from changing a value that has no focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wheel = event.type() is QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def guard_wheel(widget: QWidget) -> None:
    """Let the wheel pass over a combo box or spin box that has no focus."""
    widget.installEventFilter(_WheelGuard(widget))


class Field(QWidget):
    """A field under its label, with a hint that gives way to an error."""

    def __init__(self, label: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.widget = widget
        self._hint = hint
        self._label = _label(label, "label")
        self._label.setBuddy(widget)
        self._note = _label(hint, "hint")
        self._note.setWordWrap(True)
        # Showing a label that has no parent yet would open a window of its own for a moment.
        if not hint:
            self._note.hide()
        widget.setAccessibleName(label)
        widget.setAccessibleDescription(hint)
        if isinstance(widget, QComboBox | QAbstractSpinBox):
            guard_wheel(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._label, widget, self._note):
            layout.addWidget(part)

    def set_hint(self, text: str) -> None:
        """Show another hint, unless an error stands in its place."""
        shows_error = bool(self._note.text()) and self._note.text() != self._hint
        self._hint = text
        if not shows_error:
            self.set_error("")

    def set_error(self, text: str) -> None:
        """Show what is wrong with the field, or its hint again when the text is empty."""
        self._note.setText(text or self._hint)
        self._note.setProperty("look", "error" if text else "hint")
        self._note.setVisible(bool(text or self._hint))
        self.widget.setProperty("invalid", bool(text))
        self.widget.setAccessibleDescription(text or self._hint)
        for widget in (self._note, self.widget):
            repolish(widget)


def add_row(layout: QVBoxLayout, label: str, widget: QWidget, hint: str = "") -> Field:
    """Add a field to a form: label above, hint below."""
    field = Field(label, widget, hint)
    layout.addWidget(field)
    return field


def add_pair(layout: QVBoxLayout, fields: Iterable[tuple[Field, int]]) -> None:
    """Put short fields side by side, each with its share of the width."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, share in fields:
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(row)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    return label


def text_label(text: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the looks of the style sheet: title, section, hint, strong …"""
    label = _label(text, look)
    label.setWordWrap(wrap)
    return label
