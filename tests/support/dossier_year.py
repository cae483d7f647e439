"""A year whose vote is closed: who passed, and a dossier of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.services.dossier_views import DossierForm, DossierLevel
from tdkt_desktop.services.vote_views import Ballots, Teller
from tests.support.vote_year import YEAR, VoteYear, add_vote_year, opened

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

MADE_ON = date(2026, 5, 30)
SENT_ON = date(2026, 6, 3)
DECIDED_ON = date(2026, 6, 20)
RECEIVER = "Uỷ ban nhân dân phường An Thịnh"


@dataclass(frozen=True, slots=True)
class DossierYear:
    """The vote's year, its closed round, and the dossier."""

    vote: VoteYear
    round_id: int
    dossier: int


def add_dossier_year(context: AppContext, level: DossierLevel = DossierLevel.ABOVE) -> DossierYear:
    """Store the vote, close it, and make a dossier of all that passed."""
    vote = add_vote_year(context)
    round_id = opened(context, vote)
    an_first, an_second, ha, group = vote.nominations
    marks = {an_first: (7, 0, 0), an_second: (7, 0, 0), ha: (5, 1, 1), group: (7, 0, 0)}
    context.votes.enter(round_id, Ballots(8, 8, 7, 1), marks)
    context.votes.set_tellers(round_id, [Teller("Bùi Thanh Tâm"), Teller("Hoàng Đình Phúc")])
    context.votes.close(round_id)
    form = DossierForm(
        name="Hồ sơ đề nghị danh hiệu thi đua",
        receiver=RECEIVER,
        level=level,
        deadline=date(2026, 6, 10),
    )
    chosen = context.dossiers.proposable(YEAR)
    dossier = context.dossiers.make(YEAR, form, chosen, MADE_ON)
    return DossierYear(vote, round_id, dossier)
