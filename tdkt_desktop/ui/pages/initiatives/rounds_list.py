"""The rounds in which an initiative was scored, on its card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.scoring_views import EntryView, RoundView
from tdkt_desktop.ui.pages.initiatives.widths import fit_widths
from tdkt_desktop.ui.pages.initiatives.words import number, outcome_chip
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Scored:
    """An initiative in one round."""

    round: RoundView
    entry: EntryView


def _day(one: Scored) -> str:
    day = one.round.facts.held_on
    return short_date(day, padded=True) if day else ""


class RoundsList(QWidget):
    """`opened` tells which round to show."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        columns = (
            TextColumn[Scored](N_("Đợt chấm"), lambda one: one.round.facts.name),
            TextColumn[Scored](N_("Ngày họp"), _day, right=True, quiet=True),
            TextColumn[Scored](
                N_("Điểm trung bình"), lambda one: number(one.entry.average), right=True
            ),
            TextColumn[Scored](
                N_("Chênh"), lambda one: number(one.entry.result.spread), right=True, quiet=True
            ),
            TextColumn[Scored](N_("Người chấm"), _counted, quiet=True),
            TextColumn[Scored](N_("Kết quả"), lambda one: outcome_chip(one.entry).text),
            TextColumn[Scored](N_("Ý kiến Hội đồng"), lambda one: one.entry.conclusion, quiet=True),
        )
        self.model = StateColumnsModel[Scored](columns, {5: lambda one: outcome_chip(one.entry)})
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Các đợt chấm sáng kiến này"))
        self._empty = text_label(
            _("Sáng kiến này chưa được chấm. Đưa vào một đợt chấm ở mục Chấm điểm."), "hint"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        layout.addStretch()
        self.view.opened.connect(lambda row: self.opened.emit(self.model.item(row).round.id))

    def show_rounds(self, rounds: Sequence[RoundView], initiative_id: int) -> None:
        """Show the rounds that an initiative is part of."""
        found = [
            Scored(view, entry)
            for view in rounds
            for entry in view.entries
            if entry.initiative.id == initiative_id
        ]
        self.model.show(found)
        self.view.setVisible(bool(found))
        self._empty.setVisible(not found)
        if found:
            fit_widths(self.view, {6: 30})
            self.view.selectRow(0)


def _counted(one: Scored) -> str:
    return f"{one.entry.result.scored}/{one.entry.result.expected}"
