"""One round of voting: the count, who takes part, conflicts, rules; at the foot it is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.awards.vote.conflicts_pane import ConflictsPane
from tdkt_desktop.ui.pages.awards.vote.count_pane import CountPane
from tdkt_desktop.ui.pages.awards.vote.insets import InsetLabel
from tdkt_desktop.ui.pages.awards.vote.people_pane import PeoplePane
from tdkt_desktop.ui.pages.awards.vote.rules_pane import RulesPane
from tdkt_desktop.ui.pages.awards.vote.words import round_chip, round_name
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.vote.acts import VoteActs
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews

_COUNT: Final = "count"
_GAP: Final = 12
_VIEWS: Final = (
    (_COUNT, N_("Kiểm phiếu")),
    ("people", N_("Thành phần")),
    ("conflicts", N_("Xung đột")),
    ("rules", N_("Quy tắc")),
)


class RoundPane(QFrame):
    """Locking is only offered once everything agrees; what does not is said beside it."""

    back = Signal()
    corrected = Signal(int)
    settings_wanted = Signal()

    def __init__(self, desk: Desk, acts: VoteActs) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._acts = acts
        self._news: RoundNews | None = None
        self.to_list = tool_button(desk.theme, "arrow-left", _("Danh sách đề nghị"), self.back.emit)
        self.name = text_label("", "section")
        self.chip = ChipLabel(desk.theme)
        self.views = Segments(
            _("Phần của vòng bầu"), [Segment(key, _(word)) for key, word in _VIEWS], desk.theme
        )
        self.remove = tool_button(
            desk.theme, "trash-can-outline", _("Xoá vòng bầu chưa khoá"), self._throw_away
        )
        self.reason = InsetLabel("hint", 0, 6)
        self.count = CountPane(desk, acts)
        self.people = PeoplePane(desk, acts)
        self.conflicts = ConflictsPane(desk, acts)
        self.rules = RulesPane(desk.theme)
        self._panes: dict[str, CountPane | PeoplePane | ConflictsPane | RulesPane] = {
            _COUNT: self.count,
            "people": self.people,
            "conflicts": self.conflicts,
            "rules": self.rules,
        }
        self._stale: set[str] = set()
        self._stack = QStackedWidget()
        self.endings = QPushButton(_("Mức thấp hơn, cao hơn…"))
        self.told = text_label("", "error", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.close_round = IconButton(desk.theme, _("Khoá vòng bầu"), "lock-outline", primary=True)
        self.correct = QPushButton(_("Lập vòng sửa với lý do…"))
        self.views.set_value(_COUNT)
        self._lay_out()
        self._connect()

    def show_round(self, news: RoundNews) -> None:
        """Show a round."""
        self._news = news
        self.name.setText(round_name(news.view))
        self.chip.show_chip(round_chip(news.view))
        self._fit_head()
        self.remove.setVisible(not news.is_closed)
        said = news.view.reason
        self.reason.setText(_("Lý do sửa: {reason}").format(reason=said) if said else "")
        self.reason.setVisible(bool(said))
        self._stale = set(self._panes)
        self._freshen()
        self._show_foot(news)

    def show_view(self, key: str) -> None:
        """Bring a part of the round to the front."""
        self.count.flush()
        self.views.set_value(key)
        self._stack.setCurrentWidget(self._panes[key])
        self._freshen()
        if self._news is not None:
            self._show_foot(self._news)

    def _freshen(self) -> None:
        """Show the round in the part in front; the others wait until they are looked at."""
        key = self.views.value()
        if self._news is not None and key in self._stale:
            self._stale.discard(key)
            self._panes[key].show_round(self._news)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Leave the state out of a head that has no room for it; the foot says it too."""
        parts = (self.to_list, self.name, self.chip, self.views, self.remove)
        there = [one for one in parts if one is self.chip or not one.isHidden()]
        needed = sum(one.sizeHint().width() + _GAP for one in there)
        self.chip.setVisible(needed < self.width())

    def flush(self) -> None:
        """Store what is still in a field."""
        self.count.flush()

    def _show_foot(self, news: RoundNews) -> None:
        closed = news.is_closed
        wrong = len(news.state.problems)
        self.endings.setVisible(not closed and self.views.value() == _COUNT)
        self.close_round.setVisible(not closed)
        self.close_round.setEnabled(not closed and news.state.may_close)
        self.correct.setVisible(closed and news.view.corrected_by is None)
        self.told.setProperty("look", "error" if wrong else "hint")
        self.told.style().polish(self.told)
        if closed:
            self.told.setText(_("Vòng đã khoá không sửa được nữa."))
        elif wrong:
            self.told.setText(_("{n} điều chưa khớp").format(n=wrong))
        else:
            self.told.setText(_("Mọi số đã khớp."))
        self.told.setToolTip("\n".join(news.state.problems))

    # --- acts ---

    def _close(self) -> None:
        self.count.flush()
        if self._news is not None:
            self._acts.close(self._news.view)

    def _correct(self) -> None:
        if self._news is not None:
            made = self._acts.correct(self._news.view)
            if made is not None:
                self.corrected.emit(made)

    def _throw_away(self) -> None:
        if self._news is not None:
            self._acts.throw_away(self._news.view)

    # --- arrangement ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(10)
        head.addWidget(self.to_list)
        head.addWidget(self.name)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.views)
        head.addWidget(self.remove)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        foot.setSpacing(10)
        foot.addWidget(self.endings)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.correct)
        foot.addWidget(self.close_round)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.reason)
        layout.addWidget(across_line())
        layout.addWidget(self._stack, 1)
        layout.addWidget(across_line())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.endings.clicked.connect(self.count.ask_endings)
        self.close_round.clicked.connect(self._close)
        self.correct.clicked.connect(self._correct)
        self.rules.settings_wanted.connect(self.settings_wanted)
