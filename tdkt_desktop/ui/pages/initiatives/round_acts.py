"""What can be done with rounds of scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import CouncilKind
from tdkt_desktop.services.initiative_views import InitiativeState
from tdkt_desktop.services.period import read_period
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.initiative_views import InitiativeRow
    from tdkt_desktop.services.scoring import Given
    from tdkt_desktop.services.scoring_views import EntryView, RoundView, ScoreOutcome
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.initiatives.acts import InitiativeActs

_WAITING = (InitiativeState.DRAFT, InitiativeState.SUBMITTED)


class RoundActs(QObject):
    """Runs acts; `opened` tells of a round to be shown, `place_wanted` of another page."""

    opened = Signal(int)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget, acts: InitiativeActs) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._acts = desk, owner, acts

    # --- beginning ---

    def open(self, year: str, chosen: Sequence[InitiativeRow] = ()) -> None:
        """Ask what a new round is to be; without a council the person is led to make one."""
        from tdkt_desktop.ui.pages.initiatives.round_dialog import RoundDialog

        context = self._desk.context
        rows = list(context.initiatives.rows(year))
        councils = self._councils(year)
        if not rows:
            self._desk.feedback.note(
                _("Năm {year} chưa có sáng kiến nào để chấm.").format(year=year)
            )
            return
        if not councils:
            self._lead_to_councils(year)
            return
        wanted = {row.id for row in chosen} or {row.id for row in rows if row.state in _WAITING}
        count = len(context.scoring.rounds(year)) + 1
        name = _("Chấm sáng kiến đợt {n}, {year}").format(n=count, year=year)
        dialog = RoundDialog(councils, rows, wanted, name, self._desk.today(), self._owner)
        if not self._acts.accepted(dialog):
            return
        made = self._acts.tried(
            lambda: context.scoring.open_round(
                dialog.council_id(),
                year,
                dialog.facts(),
                dialog.chosen_works(),
                dialog.chosen_judges(),
            )
        )
        if made is not None:
            self._desk.feedback.note(_("Đã mở đợt chấm."))
            self.opened.emit(made)

    def put_in(self, rows: Sequence[InitiativeRow]) -> None:
        """Put initiatives into the open round of their year, or into a new one."""
        year = rows[0].year
        running = [one for one in self._desk.context.scoring.rounds(year) if not one.is_closed]
        if running:
            answers = [_("Đưa vào “{name}”").format(name=running[0].facts.name), _("Mở đợt mới")]
            text = _("Năm {year} đang có một đợt chấm.").format(year=year)
            way = self._desk.feedback.pick(text, "", answers, self._owner)
            if way is None:
                return
            if way == 0:
                ids, round_id = [row.id for row in rows], running[0].id
                told = _("Đã đưa {n} sáng kiến vào đợt chấm.").format(n=len(ids))
                act = self._desk.context.scoring.add_to_round
                if self._acts.undoable(lambda: act(round_id, ids), told):
                    self.opened.emit(round_id)
                return
        self.open(year, rows)

    def edit(self, view: RoundView) -> None:
        """Ask for another name, day or place."""
        from tdkt_desktop.ui.pages.initiatives.round_facts_dialog import RoundFactsDialog

        dialog = RoundFactsDialog(view.facts, self._desk.today(), self._owner)
        if self._acts.accepted(dialog):
            facts, save = dialog.facts(), self._desk.context.scoring.save_round
            self._acts.undoable(lambda: save(view.id, facts), _("Đã sửa đợt chấm."))

    def take(self, entry: EntryView) -> None:
        """Take an initiative out of a round."""
        take = self._desk.context.scoring.take_from_round
        self._acts.undoable(lambda: take([entry.id]), _("Đã bỏ sáng kiến khỏi đợt chấm."))

    def remove(self, view: RoundView) -> None:
        """Put an open round into the bin."""
        remove = self._desk.context.scoring.throw_away
        told = _("Đã xoá đợt chấm “{name}”.").format(name=view.facts.name)
        self._acts.undoable(lambda: remove(view.id), told)

    # --- points ---

    def give(self, entry_id: int, given: Given) -> None:
        """Store points."""
        self._acts.tried(lambda: self._desk.context.scoring.give(entry_id, given))

    def remark(self, entry_id: int, judge: int, words: str) -> None:
        """Store what a judge says."""
        self._acts.tried(lambda: self._desk.context.scoring.remark(entry_id, judge, words))

    def conclude(self, entry_id: int, outcome: ScoreOutcome, words: str) -> bool:
        """Store what the council concludes; tell whether it was stored."""
        conclude = self._desk.context.scoring.conclude
        return self._acts.tried(lambda: conclude(entry_id, outcome, words)) is not None

    # --- the end ---

    def close(self, view: RoundView) -> None:
        """Close a round after a question, since nothing changes it any more."""
        question = Question(
            _("Chốt đợt chấm “{name}”?").format(name=view.facts.name),
            _("Sau khi chốt, điểm và kết luận không sửa được; chấm lại phải mở đợt mới có lý do."),
            _("Chốt"),
            dangerous=True,
        )
        if self._desk.feedback.ask(question, self._owner):
            close = self._desk.context.scoring.close
            self._acts.undoable(lambda: close(view.id), _("Đã chốt đợt chấm."))

    def correct(self, view: RoundView) -> None:
        """Ask why a closed round is done again, and begin the new one."""
        from tdkt_desktop.ui.pages.initiatives.dialogs import ReasonDialog

        dialog = ReasonDialog(
            _("Chấm lại"), _("Mở đợt chấm lại"), _("Lý do"),
            _("Đợt cũ giữ nguyên; lý do được in vào biên bản."), self._owner,
        )  # fmt: skip
        if self._acts.accepted(dialog):
            reason, correct = dialog.words(), self._desk.context.scoring.correct
            made = self._acts.tried(lambda: correct(view.id, reason))
            if made is not None:
                self.opened.emit(made)

    # --- councils ---

    def _councils(self, year: str) -> list[CouncilView]:
        """Return the councils that may score: the year's own first, then those before."""
        planning = self._desk.context.school.profile().planning
        running = read_period(year, planning).year
        found = [
            one
            for kind in (CouncilKind.INITIATIVE, CouncilKind.EMULATION)
            for one in self._desk.context.councils.councils(running, kind)
        ]
        return [one for one in found if one.members]

    def _lead_to_councils(self, year: str) -> None:
        text = _("Năm {year} chưa có hội đồng nào để chấm sáng kiến.").format(year=year)
        detail = _("Xin lập Hội đồng Sáng kiến ở trang Hội đồng rồi quay lại.")
        if self._desk.feedback.ask(Question(text, detail, _("Sang trang Hội đồng")), self._owner):
            self.place_wanted.emit(Place("councils"))
