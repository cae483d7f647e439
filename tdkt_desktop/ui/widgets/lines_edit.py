"""A field of several lines, each a box of its own, with a button for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class LinesEdit(QWidget):
    """Keeps at least one box; boxes left empty are no lines.

    `edited` comes with every key, `finished` when a box is left or Enter is pressed.
    """

    edited = Signal(tuple)
    finished = Signal(tuple)

    def __init__(self, name: str, theme: Theme, placeholder: str = "") -> None:
        super().__init__()
        self._name, self._theme, self._placeholder = name, theme, placeholder
        self._boxes: list[QLineEdit] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._more = QToolButton()
        self._more.setProperty("kind", "button")
        self._more.setIconSize(_ICON)
        self._more.setToolTip(_("Thêm một dòng"))
        self._more.setAccessibleName(_("{name}: thêm một dòng").format(name=name))
        self._more.clicked.connect(self._add_empty)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._add_box("")

    def lines(self) -> tuple[str, ...]:
        """Return the lines that hold something, as typed."""
        return tuple(box.text() for box in self._boxes if box.text().strip())

    def is_modified(self) -> bool:
        """Tell whether something was typed that nobody has taken yet."""
        return any(box.isModified() for box in self._boxes)

    def take(self) -> tuple[str, ...]:
        """Return the lines as typed; from now on they count as taken."""
        for box in self._boxes:
            box.setModified(False)
        return self.lines()

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show lines; a box with the focus keeps what is being typed into it."""
        if tuple(lines) == self.lines():
            return
        wanted = list(lines) or [""]
        while len(self._boxes) > len(wanted):
            box = self._boxes.pop()
            self._column.removeWidget(box)
            box.deleteLater()
        for text in wanted[len(self._boxes) :]:
            self._add_box(text)
        for box, text in zip(self._boxes, wanted, strict=True):
            if not box.hasFocus() and box.text() != text:
                box.setText(text)
        self._rename()

    def box(self, number: int = 0) -> QLineEdit:
        """Return one of the boxes."""
        return self._boxes[number]

    def has_focus(self) -> bool:
        """Tell whether somebody is typing here."""
        return any(box.hasFocus() for box in self._boxes)

    def setFocus(self) -> None:  # type: ignore[override] # the first box stands for the field
        self._boxes[0].setFocus()

    def _add_box(self, text: str) -> QLineEdit:
        box = QLineEdit(text)
        box.setPlaceholderText(self._placeholder)
        box.textEdited.connect(lambda _text: self.edited.emit(self.lines()))
        box.editingFinished.connect(lambda: self.finished.emit(self.lines()))
        self._boxes.append(box)
        self._column.addWidget(box)
        QWidget.setTabOrder(box, self._more)
        if len(self._boxes) > 1:
            QWidget.setTabOrder(self._boxes[-2], box)
        self._rename()
        return box

    def _add_empty(self) -> None:
        last = self._boxes[-1]
        box = last if not last.text().strip() else self._add_box("")
        box.setFocus()

    def _rename(self) -> None:
        for number, box in enumerate(self._boxes, 1):
            name = _("{name}, dòng {number}").format(name=self._name, number=number)
            box.setAccessibleName(name if len(self._boxes) > 1 else self._name)

    def _recolour(self) -> None:
        self._more.setIcon(self._theme.icon("plus"))
