"""Rows of the settings: what it is and a hint at the left, the control at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.ui.widgets.form import guard_wheel, repolish, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_NAME_LETTERS: Final = 24


class Row(QWidget):
    """One setting; its hint gives way to an error."""

    def __init__(self, label: str, hint: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self._note = text_label(hint, "hint", wrap=True)
        if not hint:
            self._note.hide()
        name = text_label(label, wrap=True)
        name.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        if isinstance(control, QComboBox | QAbstractSpinBox):
            guard_wheel(control)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(self._note)
        words.addStretch(1)
        self._wide = isinstance(control, QLineEdit) or bool(control.property("wide"))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(16, 10, 16, 10)
        self._line.setSpacing(16)
        self._line.addLayout(words, 5)
        if self._wide:
            self._line.addWidget(control, 6)
        else:
            self._line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the wider part: in a narrow page the control stands below."""
        hint = super().minimumSizeHint()
        control = self.control.minimumSizeHint().width() + 2 * 16
        letters = self.fontMetrics().averageCharWidth() * _NAME_LETTERS
        return QSize(min(hint.width(), max(control, letters)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.fontMetrics().averageCharWidth() * _NAME_LETTERS
        control = self.control.sizeHint().width() if not self._wide else letters
        narrow = self.width() < letters + control + 3 * 16
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._line.setSpacing(6 if narrow else 16)

    def set_hint(self, text: str) -> None:
        """Explain the setting anew."""
        self._hint = text
        self.set_error("")

    def set_error(self, text: str) -> None:
        """Say what is wrong with the value, or show the hint again."""
        self._note.setText(text or self._hint)
        self._note.setProperty("look", "error" if text else "hint")
        self._note.setVisible(bool(text or self._hint))
        self.control.setProperty("invalid", bool(text))
        self.control.setAccessibleDescription(text or self._hint)
        for widget in (self._note, self.control):
            repolish(widget)

    @property
    def note(self) -> str:
        """The hint or the error that is shown."""
        return self._note.text()


class Card(QFrame):
    """A panel of rows with lines between them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, label: str, control: QWidget, hint: str = "") -> Row:
        """Add a setting below the others."""
        row = Row(label, hint, control)
        self.add_widget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add something that spans the panel."""
        if self._column.count():
            line = QFrame()
            line.setProperty("line", "h")
            self._column.addWidget(line)
        self._column.addWidget(widget)


def side_by_side(controls: Sequence[QWidget], *, wide: bool = False) -> QWidget:
    """Return controls in one row as one control."""
    box = QWidget()
    box.setProperty("wide", wide)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, control in enumerate(controls):
        row.addWidget(control, 1 if wide and number == 0 else 0)
    box.setFocusProxy(controls[0])
    return box
