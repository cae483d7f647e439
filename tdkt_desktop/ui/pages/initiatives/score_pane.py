"""One initiative in a round: the sheet, its figures, and what the council concludes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.scoring_views import OUTCOME_NAMES, ScoreOutcome
from tdkt_desktop.ui.pages.initiatives.score_grid import (
    JudgeRow,
    ScoreGrid,
    changes,
    judge_rows,
    score_columns,
)
from tdkt_desktop.ui.pages.initiatives.words import number, outcome_chip
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import Field, guard_wheel, text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.council_views import CouncilKind
    from tdkt_desktop.services.scoring_views import EntryView, RoundView
    from tdkt_desktop.ui.desk import Desk

_AVERAGES_FROM: Final = 18
"""From so many heights of a letter on, the averages have room."""


class ScorePane(QFrame):
    """Tells by `given` the points that changed, by `remarked` and `concluded` what was written."""

    given = Signal(int, object)
    remarked = Signal(int, int, str)
    concluded = Signal(int, object, str)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._desk = desk
        self._entry: EntryView | None = None
        self._round: RoundView | None = None
        self.grid: ScoreGrid | None = None
        self._locked = False
        self.title = ElidedLabel("")
        self.title.setProperty("look", "section")
        self.chip = ChipLabel(desk.theme)
        self.figures, self.averages = text_label("", "strong"), text_label("", "hint", wrap=True)
        self.outcome, self.words = QComboBox(), QLineEdit()
        guard_wheel(self.outcome)
        for outcome in ScoreOutcome:
            name = OUTCOME_NAMES[outcome] if outcome is not ScoreOutcome.OPEN else _("Theo điểm")
            self.outcome.addItem(_(name), outcome.value)
        self._lay_out()
        self.outcome.activated.connect(lambda _row: self._conclude())
        self.words.editingFinished.connect(self._conclude)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        self._place = QVBoxLayout()
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 5, 14, 6)
        foot.setSpacing(3)
        foot.addWidget(self.figures)
        foot.addWidget(self.averages)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(_("Kết luận của Hội đồng"), self.outcome), 1)
        row.addWidget(Field(_("Ý kiến, lý do (in vào biên bản)"), self.words), 3)
        foot.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._place, 1)
        layout.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the averages out where the sheet itself has hardly any room."""
        super().resizeEvent(event)
        self.averages.setVisible(self.height() > self.fontMetrics().height() * _AVERAGES_FROM)

    # --- what is shown ---

    def show_entry(self, view: RoundView, entry: EntryView | None, kind: CouncilKind) -> None:
        """Show an initiative of a round; where one stood in the sheet one stands again."""
        self.setVisible(entry is not None)
        if entry is None:
            self._entry = None
            return
        if self._round is None or self._round.id != view.id or self.grid is None:
            self._make_grid(view)
        other = self._entry is None or self._entry.id != entry.id
        self._round, self._entry = view, entry
        self._show(view, entry, kind)
        if other and self.grid is not None:
            self.grid.go(0, 2)

    def _make_grid(self, view: RoundView) -> None:
        if self.grid is not None:
            self._place.removeWidget(self.grid)
            self.grid.deleteLater()
        model: EditGridModel[JudgeRow] = EditGridModel(score_columns(view), parent=self)
        self.model = model
        self.grid = ScoreGrid(self._desk.theme, model, self._desk.today, _("Bảng chấm điểm"))
        self.grid.setDragDropMode(self.grid.DragDropMode.NoDragDrop)
        model.edited.connect(self._edited)
        model.refused.connect(self.refused)
        self._place.addWidget(self.grid)
        self._locked = False

    def _show(self, view: RoundView, entry: EntryView, kind: CouncilKind) -> None:
        result, sheet = entry.result, view.sheet
        self.title.setText(entry.initiative.title)
        self.chip.show_chip(outcome_chip(entry))
        if view.is_closed != self._locked:
            self._locked = view.is_closed
            self.model.set_locked(locked=view.is_closed)
        self.model.show(judge_rows(view, entry, kind))
        self.figures.setText(_figures(entry, sheet.full_marks))
        self.averages.setText(
            " · ".join(
                f"{one.name} {number(value) or '–'}/{number(one.max)}"
                for one, value in zip(sheet.criteria, result.by_criterion, strict=True)
            )
        )
        self.outcome.setCurrentIndex(self.outcome.findData(entry.outcome.value))
        if not self.words.hasFocus():
            self.words.setText(entry.conclusion)
        for field in (self.outcome, self.words):
            field.setEnabled(not view.is_closed)

    # --- what is written ---

    def _edited(self, rows: tuple[JudgeRow, ...]) -> None:
        if self._entry is None:
            return
        before = self.model.items
        if [row.judge for row in rows] != [row.judge for row in before]:
            return
        given, remarks = changes(before, rows)
        if given:
            self.given.emit(self._entry.id, given)
        for judge, words in remarks.items():
            self.remarked.emit(self._entry.id, judge, words)

    def _conclude(self) -> None:
        if self._entry is None:
            return
        outcome = ScoreOutcome(self.outcome.currentData())
        if (outcome, self.words.text()) != (self._entry.outcome, self._entry.conclusion):
            self.concluded.emit(self._entry.id, outcome, self.words.text())


def _figures(entry: EntryView, full: float) -> str:
    result = entry.result
    words = _("Trung bình {average} / {full} · {low} – {high} (chênh {spread}) · {n}/{all} người")
    return words.format(
        average=number(entry.average) or "–",
        full=number(full),
        low=number(result.lowest) or "–",
        high=number(result.highest) or "–",
        spread=number(result.spread) or "–",
        n=result.scored,
        all=result.expected,
    )
