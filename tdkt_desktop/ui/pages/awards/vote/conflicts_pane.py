"""Who does not vote on whom in a round, and who is related to whom at the school."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.vote_views import CONFLICT_NAMES, HANDLING_NAMES, Conflict
from tdkt_desktop.ui.pages.awards.vote.conflict_rows import (
    ConflictColumns,
    ConflictRow,
    RelativeRow,
    blank_conflict,
    conflict_rows,
    relative_columns,
    relative_rows,
)
from tdkt_desktop.ui.pages.awards.vote.words import basis_chip, basis_words
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.vote.acts import VoteActs
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews

_HELD, _RELATED = 300, 220
_ROOMY_LINES: Final = 20
_SIDES: Final = (14, 8, 14, 8)
_KINDS: Final = (Conflict.OWN, Conflict.GROUP, Conflict.RELATIVE)


class ConflictsPane(QSplitter):
    """What was found can be changed or removed, more can be told; a locked round only shows it."""

    def __init__(self, desk: Desk, acts: VoteActs) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._desk, self._acts = desk, acts
        self._news: RoundNews | None = None
        self.rule = text_label("", "hint", wrap=True)
        self.doubt = ChipLabel(desk.theme)
        self.again = IconButton(desk.theme, _("Tìm lại"), "refresh")
        self.again.setToolTip(
            _("Tìm lại theo người thân và quy tắc hiện nay; người bỏ phiếu cũng lấy lại")
        )
        self.held_model: EditGridModel[ConflictRow] = EditGridModel(
            ConflictColumns(None).columns(), blank_conflict, _("Gõ tên để thêm"), parent=self
        )
        self.held = EditGrid(desk.theme, self.held_model, desk.today, _("Ai không bỏ phiếu"))
        self.relative_model: EditGridModel[RelativeRow] = EditGridModel(
            relative_columns(()), RelativeRow, _("Gõ tên để thêm"), parent=self
        )
        self.relatives = EditGrid(
            desk.theme, self.relative_model, desk.today, _("Quan hệ người thân")
        )
        self._lay_out()
        self._connect()

    def show_round(self, news: RoundNews) -> None:
        """Show who is held back in a round; lines that are half filled in stay."""
        other = self._news is None or self._news.view.id != news.view.id
        self._news = news
        self.held_model.columns = ConflictColumns(news.view).columns()
        if other or self.held_model.is_locked != news.is_closed:
            self.held_model.set_locked(locked=news.is_closed)
        half = () if other else tuple(row for row in self.held_model.items if not row.is_whole)
        self.held_model.show((*conflict_rows(news.view), *half))
        self.again.setVisible(not news.is_closed)
        self._show_rule(news)
        context = self._desk.context
        self.relative_model.columns = relative_columns(context.people.rows())
        begun = tuple(row for row in self.relative_model.items if not row.is_whole)
        self.relative_model.show((*relative_rows(context.relatives.relatives()), *begun))

    def _show_rule(self, news: RoundNews) -> None:
        if news.is_closed:
            self.rule.setText(_("Như lúc khoá vòng bầu."))
            self.doubt.show_chip(None)
            return
        rules = news.rules
        parts = [
            f"{_(CONFLICT_NAMES[kind])}: {_(HANDLING_NAMES[rules.handling(kind)])}"
            for kind in _KINDS
        ]
        said = "; ".join(parts)
        self.rule.setText(f"{said[:1].upper()}{said[1:]}. {basis_words(rules.conflict_basis)}.")
        self.doubt.show_chip(basis_chip(rules.conflict_basis))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rule out where they would take the room of the lists."""
        super().resizeEvent(event)
        self.rule.setVisible(self.height() > self.fontMetrics().height() * _ROOMY_LINES)

    # --- edits ---

    def _edit_held(self, rows: tuple[ConflictRow, ...]) -> None:
        """Keep whole lines at once; a half one waits in the grid."""
        if self._news is None:
            return
        self.held_model.show(rows)
        held = tuple(row.held for row in rows if row.is_whole)
        if held != self._news.view.held_back:
            self._acts.set_held_back(held)

    def _edit_relatives(self, rows: tuple[RelativeRow, ...]) -> None:
        """Keep what is new or changed, remove what is gone."""
        service = self._desk.context.relatives
        before = {row.id: row for row in relative_rows(service.relatives())}
        self.relative_model.show(rows)
        kept = {row.id: row for row in rows if row.id}
        for row in before.values():
            now = kept.get(row.id)
            if now is None or _pair(now) != _pair(row):
                self._acts.attempt(partial(service.remove, row.id))
        for row in rows:
            if row.is_whole and before.get(row.id) != row:
                self._acts.attempt(partial(service.add, row.person_id, row.other_id, row.kind))

    # --- arrangement ---

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(text_label(_("Không bỏ phiếu"), "strong"))
        row.addWidget(self.doubt)
        row.addStretch(1)
        row.addWidget(self.again)
        head = QVBoxLayout()
        head.setContentsMargins(*_SIDES)
        head.setSpacing(4)
        head.addLayout(row)
        head.addWidget(self.rule)
        above, below = QWidget(), QWidget()
        first, second = QVBoxLayout(above), QVBoxLayout(below)
        for column in (first, second):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        first.addLayout(head)
        first.addWidget(across_line())
        first.addWidget(self.held, 1)
        words = QVBoxLayout()
        words.setContentsMargins(*_SIDES)
        words.setSpacing(2)
        words.addWidget(text_label(_("Quan hệ người thân ở trường"), "strong"))
        words.addWidget(
            text_label(
                _("Dùng chung cho mọi vòng; vòng đang mở thì bấm Tìm lại."), "hint", wrap=True
            )
        )
        second.addWidget(across_line())
        second.addLayout(words)
        second.addWidget(across_line())
        second.addWidget(self.relatives, 1)
        self.addWidget(above)
        self.addWidget(below)
        self.setSizes([_HELD, _RELATED])
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)

    def _connect(self) -> None:
        self.again.clicked.connect(self._acts.take_from_meeting)
        self.held_model.edited.connect(self._edit_held)
        self.relative_model.edited.connect(self._edit_relatives)
        for model in (self.held_model, self.relative_model):
            model.refused.connect(lambda error: self._desk.feedback.error(error, self))


def _pair(row: RelativeRow) -> frozenset[int]:
    return frozenset((row.person_id, row.other_id))
