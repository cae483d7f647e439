"""Entering the count: the ballots above, a line for each nominee, and what does not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_views import METHOD_NAMES, Ballots, VoteMethod
from tdkt_desktop.ui.pages.awards.vote.count_grid import DIGITS, CountGrid
from tdkt_desktop.ui.pages.awards.vote.count_rows import (
    CountRow,
    count_columns,
    count_rows,
    marks_of,
)
from tdkt_desktop.ui.pages.awards.vote.insets import InsetLabel
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.vote.acts import VoteActs
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews

_PAUSE_MS: Final = 300
_LINES: Final = 2
_BALLOTS: Final = (
    ("issued", N_("Phát ra")),
    ("returned", N_("Thu về")),
    ("valid", N_("Hợp lệ")),
    ("invalid", N_("Không hợp lệ")),
)


class CountPane(QWidget):
    """A line that is moved or removed changes who is voted on; figures are kept as typed."""

    def __init__(self, desk: Desk, acts: VoteActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._news: RoundNews | None = None
        self.fields = {name: QLineEdit() for name, _words in _BALLOTS}
        self.method = QComboBox()
        self.ballots = QWidget()
        self.hint = text_label("", "hint", wrap=True)
        self.model: EditGridModel[CountRow] = EditGridModel(
            count_columns(VoteMethod.SECRET), parent=self
        )
        self.grid = CountGrid(desk.theme, self.model, desk.today)
        self.grid.extra_actions = self._extra
        self.problems = InsetLabel("error")
        self.warnings = InsetLabel("warning")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self._lay_out()
        self._connect()

    def show_round(self, news: RoundNews) -> None:
        """Show a round; what is being typed in a field stays."""
        other = self._news is None or self._news.view.id != news.view.id
        if other:
            self._timer.stop()
        self._news = news
        self._show_ballots(news)
        locked = news.is_closed
        self.model.columns = count_columns(news.view.method)
        if other or self.model.is_locked != locked:
            self.model.set_locked(locked=locked)
        self.model.show(count_rows(news))
        self._tell(news)

    def flush(self) -> None:
        """Store the ballots that are still in the fields."""
        self._timer.stop()
        if self._news is None or self._news.is_closed:
            return
        ballots = self._read()
        if ballots != self._news.view.ballots:
            self._acts.enter(ballots, marks_of(self.model.items))

    def current(self) -> CountRow | None:
        """Return the line that the cursor is in."""
        return self.model.item(self.grid.row)

    # --- what is shown ---

    def _show_ballots(self, news: RoundNews) -> None:
        view = news.view
        self.method.setCurrentIndex(self.method.findData(view.method))
        self.method.setEnabled(not news.is_closed)
        secret = view.method is VoteMethod.SECRET
        self.ballots.setVisible(secret)
        for name, field in self.fields.items():
            field.setReadOnly(news.is_closed)
            value = getattr(view.ballots, name)
            text = "" if value is None else str(value)
            if not self._timer.isActive() and field.text() != text:
                field.setText(text)
            field.setPlaceholderText(str(view.voting) if name == "issued" else "")
        self.hint.setText(
            ""
            if secret
            else _("Mỗi dòng cộng lại bằng {n} người biểu quyết.").format(n=view.voting)
        )
        self.hint.setVisible(not secret)

    def _tell(self, news: RoundNews) -> None:
        """Say what does not agree, the line in front first; at most a few sentences."""
        row = self.current()
        first = [row.problem] if row is not None and row.problem else []
        empty = [one for one in self.model.items if not one.is_counted and one.problem]
        waiting = {one.problem for one in empty} if len(empty) > 1 else set()
        found = [one for one in (*first, *news.state.problems) if one not in waiting]
        found = list(dict.fromkeys(found))
        if waiting:
            found.append(_("Còn {n} dòng chưa ghi số phiếu.").format(n=len(empty)))
        shown = found[:_LINES]
        if len(found) > _LINES:
            shown.append(_("và {n} điều khác.").format(n=len(found) - _LINES))
        self.problems.setText("\n".join(shown))
        self.problems.setToolTip("\n".join(found))
        self.problems.setVisible(bool(shown))
        self.warnings.setText("\n".join(news.state.warnings[:_LINES]) if not shown else "")
        self.warnings.setVisible(bool(self.warnings.text()))

    def _tell_row(self) -> None:
        if self._news is not None:
            self._tell(self._news)

    # --- edits ---

    def _read(self) -> Ballots:
        read = {name: field.text().strip() for name, field in self.fields.items()}
        return Ballots(**{name: int(text) if text else None for name, text in read.items()})

    def _edit(self, rows: tuple[CountRow, ...]) -> None:
        """Keep figures, or another order or choice of nominees."""
        if self._news is None:
            return
        before = [one.nomination_id for one in self._news.view.nominees]
        after = [row.nominee.nomination_id for row in rows]
        if after != before:
            self._acts.set_nominees(after)
        else:
            self._acts.enter(self._read(), marks_of(rows))

    def _choose_method(self) -> None:
        self.flush()
        self._acts.set_method(VoteMethod(self.method.currentData()))

    def ask_endings(self) -> None:
        """Ask which lower or higher award the nominee in front may end with."""
        row = self.current()
        if row is not None and self._news is not None and not self._news.is_closed:
            self._acts.ask_endings(row.nominee, self._news.view.year)

    def _extra(self) -> list[QAction]:
        if self._news is None or self._news.is_closed:
            return []
        action = QAction(_("Mức thấp hơn, mức cao hơn…"), self)
        action.triggered.connect(self.ask_endings)
        return [action]

    # --- arrangement ---

    def _lay_out(self) -> None:
        for method, words in METHOD_NAMES.items():
            self.method.addItem(_(words), method)
        row = QHBoxLayout(self.ballots)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, words in _BALLOTS:
            field = self.fields[name]
            field.setValidator(QRegularExpressionValidator(DIGITS, field))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(Field(_(words), field))
        above = QHBoxLayout()
        above.setContentsMargins(14, 8, 14, 10)
        above.setSpacing(12)
        above.addWidget(self.ballots, 4)
        above.addWidget(self.hint, 4, Qt.AlignmentFlag.AlignBottom)
        above.addWidget(Field(_("Hình thức"), self.method), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(across_line())
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.problems)
        layout.addWidget(self.warnings)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textEdited.connect(lambda _text: self._timer.start())
            field.editingFinished.connect(self.flush)
        self.method.activated.connect(lambda _row: self._choose_method())
        self.model.edited.connect(self._edit)
        self.model.refused.connect(lambda error: self._desk.feedback.error(error, self))
        self.grid.row_changed.connect(lambda _row: self._tell_row())
