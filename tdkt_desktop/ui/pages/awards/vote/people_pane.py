"""Who votes in a round, and who counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_views import PART_NAMES, Part, Teller, Voter
from tdkt_desktop.ui.pages.awards.vote.insets import InsetLabel
from tdkt_desktop.ui.pages.awards.vote.words import basis_chip, basis_words, share_words
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, EditGridModel, Suggestion
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.vote.acts import VoteActs
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews

_VOTERS, _TELLERS = 420, 170
_ROOMY_LINES: Final = 20
_SIDES: Final = (14, 8, 14, 8)


class PeoplePane(QSplitter):
    """The members of the council above, the board that counts below."""

    def __init__(self, desk: Desk, acts: VoteActs) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._desk, self._acts = desk, acts
        self._news: RoundNews | None = None
        self._people: tuple[PersonRow, ...] = ()
        self.present = text_label("", "strong")
        self.quorum_chip = ChipLabel(desk.theme)
        self.doubt = ChipLabel(desk.theme)
        self.source = text_label("", "hint", wrap=True)
        self.again = IconButton(desk.theme, _("Lấy lại từ cuộc họp"), "refresh")
        self.again.setToolTip(
            _("Điểm danh của cuộc họp và quy tắc hiện nay thay cho những gì đã sửa ở đây")
        )
        self.voter_model: EditGridModel[Voter] = EditGridModel(_voter_columns(), parent=self)
        self.voters = EditGrid(desk.theme, self.voter_model, desk.today, _("Người bỏ phiếu"))
        self.teller_model: EditGridModel[Teller] = EditGridModel(
            self._teller_columns(), lambda: Teller(""), _("Gõ tên để thêm người"), parent=self
        )
        self.tellers = EditGrid(desk.theme, self.teller_model, desk.today, _("Ban kiểm phiếu"))
        self._lay_out()
        self._connect()

    def show_round(self, news: RoundNews) -> None:
        """Show who takes part in a round."""
        other = self._news is None or self._news.view.id != news.view.id
        self._news = news
        locked = news.is_closed
        for model in (self.voter_model, self.teller_model):
            if other or model.is_locked != locked:
                model.set_locked(locked=locked)
        self.voter_model.show(news.view.voters)
        self.teller_model.show(news.view.tellers)
        self.again.setVisible(not locked)
        self._people = self._desk.context.people.rows()
        self._show_quorum(news)

    def _show_quorum(self, news: RoundNews) -> None:
        closed = news.closed
        members = closed.members if closed else news.quorum.members
        present = closed.present if closed else news.present
        needed = closed.quorum_needed if closed else news.quorum.needed
        self.present.setText(_("Có mặt {n} / {all}").format(n=present, all=members))
        enough = present >= needed
        words = _("Đủ số (cần {n})") if enough else _("Chưa đủ số (cần {n})")
        state = ChipState.DONE if enough else ChipState.LATE
        self.quorum_chip.show_chip(Chip(state, words.format(n=needed)))
        rule = news.rules.quorum
        self.doubt.show_chip(None if closed else basis_chip(rule.basis))
        asked = _("Cần {share} của {base}: {source}").format(
            share=closed.quorum if closed else share_words(rule.share),
            base=_("tổng số thành viên Hội đồng"),
            source=_("quy tắc lúc khoá") if closed else basis_words(rule.basis),
        )
        self.source.setText(asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rule out where they would take the room of the lists."""
        super().resizeEvent(event)
        self.source.setVisible(self.height() > self.fontMetrics().height() * _ROOMY_LINES)

    # --- edits ---

    def _edit_voters(self, voters: tuple[Voter, ...]) -> None:
        """Keep what each does; nobody of the council can be left out."""
        news = self._news
        if news is None:
            return
        if {one.seat_id for one in voters} != {one.seat_id for one in news.view.voters}:
            self._desk.feedback.note(
                _("Mọi thành viên Hội đồng đều có trong danh sách; xin ghi vắng thay vì xoá.")
            )
            return
        self._acts.set_voters(voters)

    def _edit_tellers(self, tellers: tuple[Teller, ...]) -> None:
        self._acts.set_tellers(tellers)

    def _teller_columns(self) -> tuple[EditColumn[Teller], ...]:
        return (
            EditColumn[Teller](
                N_("Ban kiểm phiếu"), lambda one: one.name, self._name_teller,
                suggestions=lambda _one: self._offered(), share=12, least="0" * 14,
            ),
            EditColumn[Teller](
                N_("Chức vụ"), lambda one: one.position,
                lambda one, text: replace(one, position=_text(text)), share=14, least="0" * 10,
            ),
        )  # fmt: skip

    def _offered(self) -> tuple[Suggestion, ...]:
        return tuple(Suggestion(one.full_name, one.position, one.id) for one in self._people)

    def _name_teller(self, teller: Teller, text: str | Suggestion) -> Teller:
        """Take a name; with somebody of the school comes the position."""
        name = _text(text)
        found = [one for one in self._people if one.full_name == name]
        if isinstance(text, Suggestion):
            found = [one for one in self._people if one.id == text.key] or found
        position = found[0].position if len(found) == 1 else teller.position
        return Teller(name, position)

    # --- arrangement ---

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.present)
        row.addWidget(self.quorum_chip)
        row.addWidget(self.doubt)
        row.addStretch(1)
        row.addWidget(self.again)
        head = QVBoxLayout()
        head.setContentsMargins(*_SIDES)
        head.setSpacing(4)
        head.addLayout(row)
        head.addWidget(self.source)
        above, below = QWidget(), QWidget()
        first = QVBoxLayout(above)
        second = QVBoxLayout(below)
        for column in (first, second):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        first.addLayout(head)
        first.addWidget(across_line())
        first.addWidget(self.voters, 1)
        hint = InsetLabel("hint")
        hint.setText(_("Người đứng đầu danh sách là Trưởng ban kiểm phiếu."))
        second.addWidget(across_line())
        second.addWidget(self.tellers, 1)
        second.addWidget(hint)
        self.addWidget(above)
        self.addWidget(below)
        self.setSizes([_VOTERS, _TELLERS])
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)

    def _connect(self) -> None:
        self.again.clicked.connect(self._acts.take_from_meeting)
        self.voter_model.edited.connect(self._edit_voters)
        self.teller_model.edited.connect(self._edit_tellers)
        for model in (self.voter_model, self.teller_model):
            model.refused.connect(lambda error: self._desk.feedback.error(error, self))


def _voter_columns() -> tuple[EditColumn[Voter], ...]:
    return (
        EditColumn[Voter](N_("Thành viên"), lambda one: one.name, share=12, least="0" * 14),
        EditColumn[Voter](
            N_("Nhiệm vụ"), lambda one: _(one.role), share=4, least="0" * 9, quiet=True
        ),
        EditColumn[Voter](
            N_("Tham gia"), lambda one: _(PART_NAMES[one.part]), _write_part,
            choices=lambda: [_(words) for words in PART_NAMES.values()], share=10,
            least="0" * 16,
        ),
        EditColumn[Voter](
            N_("Lý do"), lambda one: one.reason,
            lambda one, text: replace(one, reason=_text(text)), share=10, least="0" * 8,
        ),
    )  # fmt: skip


def _write_part(voter: Voter, text: str | Suggestion) -> Voter:
    words = _text(text)
    for part, name in PART_NAMES.items():
        if words in (_(name), part.value):
            return replace(voter, part=Part(part))
    raise InputError(
        _("Không hiểu “{text}”.").format(text=words), _("Xin chọn trong danh sách của ô.")
    )


def _text(value: str | Suggestion) -> str:
    return " ".join((value if isinstance(value, str) else value.text).split())
