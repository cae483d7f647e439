"""The meeting of the council, and its rounds of voting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_views import VoteMethod
from tdkt_desktop.ui.pages.awards.vote.insets import InsetLabel
from tdkt_desktop.ui.pages.awards.vote.words import round_name
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.line_list import LineItem, LineList
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.council_views import MeetingView
    from tdkt_desktop.services.vote_views import RoundView
    from tdkt_desktop.ui.theme.theme import Theme

_LETTERS: Final = 8
_LINES: Final = 4
_METHODS: Final = {
    VoteMethod.SECRET: N_("kín ({n})"),
    VoteMethod.OPEN: N_("công khai ({n})"),
}


class RoundsPanel(QFrame):
    """Tells which meeting and which round are wanted, and that a round shall be opened."""

    meeting_chosen = Signal(int)
    round_chosen = Signal(object)
    opening = Signal()
    council_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.meeting = QComboBox()
        self.meeting.setAccessibleName(_("Cuộc họp xét"))
        self.meeting.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.meeting.setMinimumContentsLength(_LETTERS)
        guard_wheel(self.meeting)
        self.council = IconButton(theme, _("Hội đồng"), "gavel")
        self.council.setToolTip(_("Mở cuộc họp ở trang Hội đồng; chưa có thì lập ở đó"))
        self.rounds = LineList(theme, _("Các vòng bầu"), keeps_choice=True)
        self.none = InsetLabel("hint", 8, 4)
        self.begin = IconButton(theme, _("Mở vòng bầu"), "ballot-outline")
        self._lay_out()
        self.meeting.activated.connect(
            lambda _row: self.meeting_chosen.emit(self.meeting.currentData())
        )
        self.rounds.chosen.connect(self.round_chosen)
        self.begin.clicked.connect(self.opening)
        self.council.clicked.connect(self.council_wanted)

    def show_meetings(self, meetings: Sequence[MeetingView], chosen: int | None) -> None:
        """Offer the meetings of the year."""
        self.meeting.clear()
        for one in meetings:
            day = f"{one.facts.held_on:%d/%m/%Y}" if one.facts.held_on else _("chưa có ngày")
            self.meeting.addItem(f"{day} · {one.facts.subject}", one.id)
        self.meeting.setCurrentIndex(self.meeting.findData(chosen))
        self.meeting.setToolTip(self.meeting.currentText())
        self.meeting.setEnabled(bool(meetings))
        if not meetings:
            self.meeting.setPlaceholderText(_("Chưa có cuộc họp"))

    def show_rounds(self, rounds: Sequence[RoundView], chosen: int | None, standing: int) -> None:
        """Show the rounds of the meeting, and how many a new one would vote on."""
        there = self.meeting.currentIndex() >= 0
        self.rounds.show_lines([_line(one) for one in rounds])
        self.rounds.mark(chosen)
        self.rounds.setVisible(bool(rounds))
        self.none.setVisible(not rounds)
        self.none.setText(
            _("Cuộc họp chưa có vòng bầu nào.")
            if there
            else _("Năm này chưa có cuộc họp của Hội đồng Thi đua - Khen thưởng.")
        )
        self.begin.setEnabled(there and standing > 0)
        self.begin.setText(_("Mở vòng bầu ({n} đề nghị)").format(n=standing))
        line = self.fontMetrics().height() + 14
        self.rounds.setFixedHeight(line * min(max(len(rounds), 1), _LINES) + 2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(8)
        head.addWidget(text_label(_("Cuộc họp"), "section"))
        head.addWidget(self.meeting, 1)
        head.addWidget(self.council)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        foot.addWidget(self.begin, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(across_line())
        layout.addWidget(self.rounds)
        layout.addWidget(self.none)
        layout.addLayout(foot)


def _line(view: RoundView) -> LineItem:
    about = _(_METHODS[view.method]).format(n=len(view.nominees))
    if not view.is_closed:
        state, left = "in_progress", _("đang nhập")
    elif view.corrected_by is not None:
        state, left = "not_yet", _("đã sửa")
    else:
        state, left = "done", _("đã khoá")
    return LineItem(round_name(view), state, about, left=left, tone="text2", target=view.id)
