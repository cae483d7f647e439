"""What is done to rounds and nominations; each is one step that undo takes back, but locking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.pages.awards.check.acts import ReasonDialog
from tdkt_desktop.ui.pages.awards.vote.endings_dialog import EndingsDialog
from tdkt_desktop.ui.pages.awards.vote.words import round_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.nomination_views import NominationView
    from tdkt_desktop.services.vote_views import (
        Ballots,
        HeldBack,
        Nominee,
        RoundView,
        Teller,
        VoteMethod,
        Voter,
    )
    from tdkt_desktop.services.votes import Marks
    from tdkt_desktop.ui.desk import Desk


class VoteActs(QObject):
    """`refused` tells that what is shown is not what is kept; what was kept, the store tells.

    While `is_counting`, a change of the store is one of figures in the round in front.
    """

    refused = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._votes = desk.context.votes
        self.round_id: int | None = None
        self.is_counting = False

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; what hinders is shown."""
        try:
            act()
        except UserError as error:
            self._desk.feedback.error(error, self._owner)
            self.refused.emit()
            return False
        return True

    def _on_round(self, act: Callable[[int], object]) -> None:
        round_id = self.round_id
        if round_id is not None:
            self.attempt(lambda: act(round_id))

    # --- the round in front ---

    def enter(self, ballots: Ballots, marks: Mapping[int, Marks]) -> None:
        """Keep the count as far as it has come."""
        self.is_counting = True
        self._on_round(lambda one: self._votes.enter(one, ballots, marks))
        self.is_counting = False

    def set_nominees(self, nomination_ids: Sequence[int]) -> None:
        """Say who is voted on, in order."""
        self._on_round(lambda one: self._votes.set_nominees(one, nomination_ids))

    def set_method(self, method: VoteMethod) -> None:
        """Say whether the vote is secret or open."""
        self._on_round(lambda one: self._votes.set_method(one, method))

    def set_voters(self, voters: Iterable[Voter]) -> None:
        """Say what each member does."""
        self._on_round(lambda one: self._votes.set_voters(one, voters))

    def set_tellers(self, tellers: Iterable[Teller]) -> None:
        """Say who counts."""
        self._on_round(lambda one: self._votes.set_tellers(one, tellers))

    def set_held_back(self, held_back: Iterable[HeldBack]) -> None:
        """Say who does not vote on whom."""
        self._on_round(lambda one: self._votes.set_held_back(one, held_back))

    def take_from_meeting(self) -> None:
        """Take voters and conflicts anew from the meeting and the rules."""
        self._on_round(self._votes.take_from_meeting)

    def ask_endings(self, nominee: Nominee, year: str) -> None:
        """Ask which lower and higher award a nominee may end with."""
        dialog = EndingsDialog(self._desk, nominee, year, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        lower, higher = dialog.lower_code(), dialog.higher_code()
        dialog.deleteLater()
        if accepted:
            which = nominee.nomination_id
            self._on_round(
                lambda one: self._votes.set_endings(one, which, lower=lower, higher=higher)
            )

    def close(self, view: RoundView) -> None:
        """Lock a round after asking once."""
        asked = Question(
            _("Khoá {round}?").format(round=_lowered(round_name(view))),
            _(
                "Kết quả được ghi lại cùng quy tắc và thành viên của hôm nay. Khoá rồi thì không"
                " sửa và không hoàn tác được; có sai sót thì lập vòng sửa và ghi lý do."
            ),
            _("Khoá vòng bầu"),
            _("Xem lại"),
            dangerous=True,
        )
        if self._desk.feedback.ask(asked, self._owner):
            self._on_round(self._votes.close)

    def correct(self, view: RoundView) -> int | None:
        """Open a round that corrects a locked one; return its id."""
        reason = self._ask_reason(
            _("Lập vòng sửa"),
            _("{round} đã khoá; số phiếu của vòng này được chép sang để sửa.").format(
                round=round_name(view)
            ),
            _("Lý do được in trong biên bản."),
        )
        made: list[int] = []
        if reason:
            self.attempt(lambda: made.append(self._votes.correct(view.id, reason)))
        return made[0] if made else None

    def throw_away(self, view: RoundView) -> None:
        """Remove an open round; undo brings it back."""
        if self.attempt(lambda: self._votes.throw_away(view.id)):
            self._tell_with_undo(_("Đã xoá {round}.").format(round=_lowered(round_name(view))))

    def open_round(self, meeting_id: int, nominees: Sequence[int]) -> int | None:
        """Open a round on nominations in their order; return its id."""
        made: list[int] = []
        self.attempt(lambda: made.append(self._votes.open_round(meeting_id, nominees)))
        return made[0] if made else None

    # --- nominations ---

    def put_in_order(self, nomination_ids: Sequence[int]) -> None:
        """Keep the order in which the council hears of the nominees."""
        self.attempt(lambda: self._desk.context.nominations.put_in_order(nomination_ids))

    def withdraw(self, nominations: Sequence[NominationView]) -> None:
        """Take nominations back with a reason."""
        reason = self._ask_reason(
            _("Rút đề nghị"),
            "; ".join(_named(one) for one in nominations),
            _("Đề nghị đã rút vẫn được lưu cùng lý do."),
        )
        if reason:
            ids = [one.id for one in nominations]
            self.attempt(lambda: self._desk.context.nominations.withdraw(ids, reason))

    def propose_again(self, nominations: Sequence[NominationView]) -> None:
        """Let withdrawn nominations stand again."""
        ids = [one.id for one in nominations]
        self.attempt(lambda: self._desk.context.nominations.propose_again(ids))

    def remove(self, nominations: Sequence[NominationView]) -> None:
        """Remove nominations that were not voted on; undo brings them back."""
        ids = [one.id for one in nominations]
        if ids and self.attempt(lambda: self._desk.context.nominations.throw_away(ids)):
            self._tell_with_undo(_("Đã xoá {n} đề nghị.").format(n=len(ids)))

    def add_from_reviews(self, year: str) -> None:
        """Put forward whom the groups propose."""
        self._add(lambda: self._desk.context.nominations.add_from_reviews(year), year)

    def add_from_registrations(self, year: str) -> None:
        """Put forward who registered."""
        self._add(lambda: self._desk.context.nominations.add_from_registrations(year), year)

    def _add(self, act: Callable[[], object], year: str) -> None:
        before = len(self._desk.context.nominations.nominations(year))
        if self.attempt(act):
            added = len(self._desk.context.nominations.nominations(year)) - before
            self._desk.feedback.note(
                _("Đã thêm {n} đề nghị.").format(n=added)
                if added
                else _("Không có ai mới để thêm vào danh sách đề nghị.")
            )

    # --- inside ---

    def _tell_with_undo(self, text: str) -> None:
        self._desk.feedback.note(
            text, _("Hoàn tác"), lambda: self.attempt(self._desk.context.history.undo)
        )

    def _ask_reason(self, title: str, about: str, hint: str) -> str:
        dialog = ReasonDialog(title, about, hint, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason()
        dialog.deleteLater()
        return reason if accepted else ""


def _named(one: NominationView) -> str:
    return f"{one.candidate.name}: {one.name}" if one.candidate else one.name


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
