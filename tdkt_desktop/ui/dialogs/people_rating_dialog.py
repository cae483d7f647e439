"""The rating of a year, for one or for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.years import days_of, read_year
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import add_row, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.rules.ratings import RatingWords


class RatingDialog(ActDialog):
    """Offers the levels as they were called in that year; the last choice takes the rating away."""

    def __init__(
        self,
        words: RatingWords,
        year: str,
        who: str,
        parent: QWidget | None = None,
        code: str = "",
    ) -> None:
        super().__init__(_("Ghi xếp loại"), _("Ghi"), parent)
        self._words = words
        self._year = QLineEdit(year)
        self._level = QComboBox()
        self.body.addWidget(text_label(who, "section", wrap=True))
        hint = _("Năm học dạng 2025-2026, năm công tác dạng 2025.")
        self._field = add_row(self.body, _("Năm"), self._year, hint)
        add_row(self.body, _("Mức xếp loại"), self._level)
        self._year.textChanged.connect(lambda _text: self._offer())
        self._offer(code)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)
        self._level.setFocus()

    def year(self) -> str:
        """Return the year as it is stored."""
        return read_year(self._year.text())

    def code(self) -> str | None:
        """Return the level, None to take a rating away."""
        chosen: str = self._level.currentData()
        return chosen or None

    def _offer(self, code: str = "") -> None:
        """Offer the levels of the year that is written, and say when it is none."""
        chosen = code or self._level.currentData()
        try:
            day = days_of(self.year())[1]
        except UserError as error:
            self._field.set_error(error.message)
            self.act.setEnabled(False)
            return
        self._field.set_error("")
        self.act.setEnabled(True)
        self._level.clear()
        for word in self._words.on(day):
            self._level.addItem(f"{word.name} ({word.code})", word.code)
        self._level.addItem(_("Bỏ xếp loại năm này"), "")
        self._level.setCurrentIndex(max(0, self._level.findData(chosen)))
