"""Fields of several lines for the short texts of a document, and the field of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tdkt_desktop.vietnamese.dates import DateFault, date_fault, read_date
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_PADDING = 16


class LinesField(QPlainTextEdit):
    """A small field in which every line counts as one entry."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._rows = rows
        self._fit()

    def set_lines(self, lines: Iterable[str]) -> None:
        """Show entries, one a line."""
        self.setPlainText("\n".join(lines))

    def lines(self) -> tuple[str, ...]:
        """Return the entries; empty lines are none."""
        written = (clean_line(line) for line in clean(self.toPlainText()).split("\n"))
        return tuple(line for line in written if line)

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._rows + _PADDING)


class DateField(QLineEdit):
    """A date as people type it (5/9/2026); empty means none yet."""

    date_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("dd/mm/yyyy")
        self.textEdited.connect(self.date_changed)

    def set_date(self, day: date | None) -> None:
        """Show a date."""
        self.setText(f"{day:%d/%m/%Y}" if day else "")

    def date(self) -> date | None:
        """Return the date, None while there is none that can be meant."""
        return read_date(self.text())

    def fault(self) -> DateFault | None:
        """Return what is wrong with what was typed."""
        return date_fault(self.text()) if self.text().strip() else None
