"""A field for a date that is typed as people write it: 5/6, 5/6/26, 05/06/2026."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import repolish
from tdkt_desktop.vietnamese.dates import read_date, short_date

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

_SHORT: Final = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{2}))?\s*")
_RUN: Final = re.compile(r"\s*(\d{2})(\d{2})(\d{4})?\s*")


def understood_date(text: str, near: date) -> date | None:
    """Return the date that a text means; a year that is not written is the one of `near`."""
    whole = read_date(text)
    if whole is not None:
        return whole
    short, run = _SHORT.fullmatch(text), _RUN.fullmatch(text)
    match = short or run
    if match is None:
        return None
    written = match[3]
    year = near.year if written is None else int(written) + (2000 if len(written) == 2 else 0)
    try:
        return date(year, int(match[2]), int(match[1]))
    except ValueError:
        return None


class DateEdit(QLineEdit):
    """A line for one date; what is understood is written out when the field is left.

    Up and down move by a day. A date that no calendar has stays as typed and is told.
    """

    date_changed = Signal(object)

    def __init__(self, today: date, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._last = day
        self.setPlaceholderText(_("ngày/tháng/năm"))
        self.setText(short_date(day, padded=True) if day else "")
        self.textChanged.connect(self._typed)

    def day(self) -> date | None:
        """Return the date that is written, None for none or for one that is wrong."""
        return understood_date(self.text(), self._last or self._today)

    def set_day(self, day: date | None) -> None:
        """Show a date, or none."""
        self.setText(short_date(day, padded=True) if day else "")

    def is_wrong(self) -> bool:
        """Tell whether something is written that is no date."""
        return bool(self.text().strip()) and self.day() is None

    def fault(self) -> str:
        """Return what is wrong with what is written, empty where nothing is."""
        if not self.is_wrong():
            return ""
        return _("Không có ngày “{text}”. Xin ghi dạng 05/06/{year}.").format(
            text=self.text().strip(), year=self._today.year
        )

    def step(self, days: int) -> None:
        """Move the date by some days; an empty field becomes today."""
        day = self.day()
        ordinal = day.toordinal() + days if day else self._today.toordinal()
        if date.min.toordinal() <= ordinal <= date.max.toordinal():
            self.set_day(date.fromordinal(ordinal))

    def _typed(self) -> None:
        day = self.day()
        self.setProperty("invalid", False)
        repolish(self)
        if day != self._last:
            self._last = day or self._last
            self.date_changed.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and not self.isReadOnly():
            self.step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        day = self.day()
        if day is not None:
            self.set_day(day)
        self.setProperty("invalid", self.is_wrong())
        repolish(self)
        super().focusOutEvent(event)
