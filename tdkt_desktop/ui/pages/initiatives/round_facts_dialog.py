"""Asks for the name, day and place of a round that has begun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.scoring_views import RoundFacts


class RoundFactsDialog(ActDialog):
    """What is written here goes into the meeting of the round too."""

    def __init__(self, facts: RoundFacts, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Đợt chấm"), _("Lưu"), parent)
        self._facts = facts
        self.name, self.venue = QLineEdit(facts.name), QLineEdit(facts.venue)
        self.day = DateEdit(today, facts.held_on)
        self.starts, self.ends = QLineEdit(facts.starts_at), QLineEdit(facts.ends_at)
        add_row(self.body, _("Tên đợt chấm"), self.name)
        self._day_field = Field(_("Ngày họp"), self.day)
        fields = (
            (self._day_field, 2),
            (Field(_("Từ (nếu biết)"), self.starts), 1),
            (Field(_("Đến (nếu biết)"), self.ends), 1),
        )
        add_pair(self.body, fields)
        add_row(self.body, _("Địa điểm"), self.venue)
        self.day.textChanged.connect(self._check)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def facts(self) -> RoundFacts:
        """Return what stands in the fields."""
        return replace(
            self._facts,
            name=clean_line(self.name.text()),
            held_on=self.day.day(),
            starts_at=clean_line(self.starts.text()),
            ends_at=clean_line(self.ends.text()),
            venue=clean_line(self.venue.text()),
        )

    def _check(self) -> None:
        self._day_field.set_error(self.day.fault())
        self.act.setEnabled(not self.day.is_wrong())
