"""The rounds of scoring: which one, what is in it, and the sheet of the chosen initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import CouncilKind
from tdkt_desktop.ui.pages.initiatives.score_pane import ScorePane
from tdkt_desktop.ui.pages.initiatives.widths import fit_widths
from tdkt_desktop.ui.pages.initiatives.words import number, outcome_chip
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipState
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.scoring_views import EntryView, RoundView
    from tdkt_desktop.ui.desk import Desk

_MENU: Final = (
    ("sheets-word", N_("Phiếu chấm của mọi người (Word)…"), "file-word-outline"),
    ("sheets-pdf", N_("Phiếu chấm của mọi người (PDF)…"), "file-pdf-box"),
    ("minutes-word", N_("Biên bản họp Hội đồng (Word)…"), "file-word-outline"),
    ("minutes-pdf", N_("Biên bản họp Hội đồng (PDF)…"), "file-pdf-box"),
    ("", "", ""),
    ("edit", N_("Sửa ngày, giờ, địa điểm…"), "pencil-outline"),
    ("take", N_("Bỏ sáng kiến đang chọn khỏi đợt"), "minus-circle-outline"),
    ("remove", N_("Xoá đợt chấm"), "trash-can-outline"),
)
_COLUMNS: Final[tuple[TextColumn[EntryView], ...]] = (
    TextColumn(N_("Sáng kiến"), lambda one: one.initiative.title),
    TextColumn(
        N_("Điểm"), lambda one: number(one.average), lambda one: one.average or -1.0, right=True
    ),
    TextColumn(
        N_("Chênh"),
        lambda one: number(one.result.spread),
        lambda one: one.result.spread or -1.0,
        right=True,
        quiet=True,
    ),
    TextColumn(N_("Kết quả"), lambda one: outcome_chip(one).text),
)
_SPREAD: Final = 2
_OUTCOME: Final = 3
_ROOMY_FROM: Final = 58
"""From so many heights of a letter on, the list has room for all columns."""


class ScoringView(QWidget):
    """`acted` tells an act on the round by name; the pane tells what is written."""

    acted = Signal(str)
    round_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rounds: tuple[RoundView, ...] = ()
        self._kinds: dict[int, CouncilKind] = {}
        self.rounds = QComboBox()
        guard_wheel(self.rounds)
        self.rounds.setAccessibleName(_("Đợt chấm"))
        self.rounds.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.chip = ChipLabel(desk.theme)
        self._facts = text_label("", "hint", wrap=True)
        self.model = StateColumnsModel(_COLUMNS, {_OUTCOME: outcome_chip})
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Sáng kiến trong đợt chấm"))
        self.pane = ScorePane(desk)
        self.empty = EmptyState(
            _("Chưa có đợt chấm nào. Mỗi đợt có hội đồng, người chấm và các sáng kiến."),
            _("Mở đợt chấm…"),
            _("Xem phiếu chấm"),
        )
        self.round_actions = {key: self._action(key, text) for key, text, _icon in _MENU if key}
        self._stack = FrontStack()
        self._lay_out()
        self.rounds.activated.connect(lambda _row: self._chosen())
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._show_entry())
        self.empty.act.connect(lambda: self.acted.emit("open"))
        self.empty.other.connect(lambda: self.acted.emit("criteria"))

    # --- making ---

    def _action(self, key: str, text: str) -> QAction:
        action = QAction(_(text), self)
        action.triggered.connect(lambda _checked=False: self.acted.emit(key))
        return action

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tools())
        facts = QHBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(self.chip)
        facts.addWidget(self._facts, 1)
        column.addLayout(facts)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setProperty("gap", True)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        list_panel = QFrame()
        list_panel.setProperty("panel", True)
        self.view.setProperty("frameless", True)
        inside = QVBoxLayout(list_panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        both.addWidget(list_panel)
        both.addWidget(self.pane)
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        column.addWidget(both, 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)

    def _tools(self) -> QWidget:
        theme = self._desk.theme
        tools = QWidget()
        row = FlowLayout(tools)
        self.papers = QToolButton()
        self.papers.setProperty("kind", "menu")
        self.papers.setText(_("Văn bản, việc khác") + " ▾")
        self.papers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.papers)
        for key, _text, icon in _MENU:
            if not key:
                menu.addSeparator()
                continue
            self.round_actions[key].setIcon(theme.icon(icon))
            menu.addAction(self.round_actions[key])
        self.papers.setMenu(menu)
        self.close_round = IconButton(theme, _("Chốt đợt chấm"), "lock-outline")
        self.close_round.clicked.connect(lambda: self.acted.emit("close"))
        self.correct = IconButton(theme, _("Chấm lại…"), "history")
        self.correct.clicked.connect(lambda: self.acted.emit("correct"))
        self.recognise = IconButton(theme, _("Công nhận sáng kiến đạt…"), "file-sign")
        self.recognise.clicked.connect(lambda: self.acted.emit("recognise"))
        self.open = IconButton(theme, _("Mở đợt chấm…"), "plus")
        self.open.clicked.connect(lambda: self.acted.emit("open"))
        buttons = (self.close_round, self.recognise, self.correct, self.open, self.papers)
        for part in (self.rounds, *buttons):
            row.addWidget(part)
        return tools

    # --- what is shown ---

    def show_rounds(self, rounds: Sequence[RoundView], kinds: dict[int, CouncilKind]) -> None:
        """Show the rounds there are now; the chosen round and initiative stay chosen."""
        chosen = self.current.id if self.current is not None else None
        self._rounds, self._kinds = tuple(rounds), kinds
        self.rounds.clear()
        for one in self._rounds:
            self.rounds.addItem(_called(one), one.id)
        self.rounds.setCurrentIndex(max(self.rounds.findData(chosen), 0) if rounds else -1)
        self._stack.setCurrentIndex(0 if rounds else 1)
        self._show_round()

    def choose(self, round_id: int) -> None:
        """Show a round."""
        at = self.rounds.findData(round_id)
        if at >= 0:
            self.rounds.setCurrentIndex(at)
            self._chosen()

    @property
    def current(self) -> RoundView | None:
        """The round that is shown."""
        row = self.rounds.currentIndex()
        return self._rounds[row] if 0 <= row < len(self._rounds) else None

    @property
    def entry(self) -> EntryView | None:
        """The initiative whose sheet is shown."""
        rows = self.view.rows()
        return self.model.item(rows[0]) if rows else None

    def _chosen(self) -> None:
        self._show_round()
        self.round_chosen.emit()

    def _show_round(self) -> None:
        view = self.current
        if view is None:
            return
        entry = self.entry
        row = max(self.view.currentIndex().row(), 0)
        self._dress(view)
        self.model.show(view.entries)
        fit_widths(self.view, {})
        ids = [one.id for one in view.entries]
        at = ids.index(entry.id) if entry is not None and entry.id in ids else row
        if view.entries:
            self.view.selectRow(min(at, len(view.entries) - 1))
        self._show_entry()

    def _dress(self, view: RoundView) -> None:
        done = view.is_closed
        words = _("Đã chốt") if done else _("Đang chấm")
        chip = Chip(ChipState.DONE if done else ChipState.IN_PROGRESS, words)
        if view.corrected_by is not None:
            chip = Chip(ChipState.NOT_YET, _("Đã chấm lại"), "history")
        self.chip.show_chip(chip)
        self._facts.setText(_facts(view))
        self.close_round.setVisible(not done)
        self.correct.setVisible(done and view.corrected_by is None)
        self.recognise.setVisible(done and bool(view.passed()))
        for key in ("edit", "take", "remove"):
            self.round_actions[key].setEnabled(not done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().height() * _ROOMY_FROM
        for column in (_SPREAD, _OUTCOME):
            self.view.setColumnHidden(column, narrow)

    def _show_entry(self) -> None:
        view = self.current
        if view is not None:
            kind = self._kinds.get(view.council_id or 0, CouncilKind.INITIATIVE)
            self.pane.show_entry(view, self.entry, kind)


def _facts(view: RoundView) -> str:
    day = short_date(view.facts.held_on, padded=True) if view.facts.held_on else ""
    judges = _("{n} người chấm").format(n=len(view.judges))
    mark = _("đạt từ {mark}/{full} điểm").format(
        mark=number(view.sheet.pass_mark), full=number(view.sheet.full_marks)
    )
    reason = _("chấm lại vì: {reason}").format(reason=view.reason) if view.reason else ""
    return " · ".join(part for part in (day, view.facts.venue, judges, mark, reason) if part)


def _called(view: RoundView) -> str:
    name = view.facts.name
    return name if view.year in name else f"{name} · {view.year}"
