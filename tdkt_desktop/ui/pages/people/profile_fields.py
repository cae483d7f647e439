"""The fields of a person's profile: how each is read from its widget and written into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Bound:
    """A field of the data with its widget, its frame, and the two ways between them."""

    name: str
    widget: QWidget
    frame: Field
    read: Callable[[], Any]
    write: Callable[[Any], None]


class ChoiceBox(QComboBox):
    """A combo box over values of any kind; what is not among them is the first."""

    def __init__(self, choices: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer other choices, with the same one chosen if it is still there."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for _text, value in choices]
        self.addItems([text for text, _value in choices])
        self.choose(chosen)
        self.blockSignals(False)

    def value(self) -> Any:
        """Return the value that is chosen."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def choose(self, value: object) -> None:
        """Choose a value."""
        places = [place for place, one in enumerate(self._values) if one == value]
        self.setCurrentIndex(places[0] if places else 0)


def bound(name: str, widget: QWidget, frame: Field) -> Bound:
    """Bind a field of the data to a widget of one of the kinds that forms have."""
    if isinstance(widget, DateEdit):
        return Bound(name, widget, frame, widget.day, widget.set_day)
    if isinstance(widget, ChoiceBox):
        return Bound(name, widget, frame, widget.value, widget.choose)
    if isinstance(widget, QPlainTextEdit):
        return Bound(name, widget, frame, lambda: clean(widget.toPlainText()), widget.setPlainText)
    if isinstance(widget, QSpinBox):
        return Bound(
            name, widget, frame, lambda: widget.value() or None, lambda n: widget.setValue(n or 0)
        )
    if isinstance(widget, QLineEdit):
        return Bound(name, widget, frame, lambda: clean_line(widget.text()), widget.setText)
    raise TypeError(type(widget).__name__)


def is_wrong(field: Bound) -> bool:
    """Tell whether something is written that cannot be."""
    return isinstance(field.widget, DateEdit) and field.widget.is_wrong()
