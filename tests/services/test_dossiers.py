"""A dossier goes from the vote to the decision, and the decision into everybody's records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.dossier_views import (
    Decision,
    DossierForm,
    DossierLevel,
    DossierState,
    EntryResult,
)
from tdkt_desktop.services.record_views import Subject
from tests.support.dossier_year import (
    DECIDED_ON,
    MADE_ON,
    RECEIVER,
    SENT_ON,
    add_dossier_year,
)
from tests.support.vote_year import YEAR

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tests.support.dossier_year import DossierYear

DECISION = Decision("123/QĐ-UBND", DECIDED_ON, RECEIVER)


@pytest.fixture
def year(context: AppContext) -> DossierYear:
    return add_dossier_year(context)


def sent(context: AppContext, year: DossierYear) -> int:
    context.dossiers.mark_complete(year.dossier, MADE_ON)
    context.dossiers.send(year.dossier, SENT_ON, RECEIVER)
    return year.dossier


def awards(context: AppContext, year: DossierYear, name: str) -> list[str]:
    history = context.records.history(Subject.of_person(year.vote.people[name]))
    return [one.data.code for one in history.awards]


def test_a_dossier_holds_who_passed_the_vote_with_their_counts(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    assert [(one.who, one.award) for one in view.entries] == [
        ("Lý Thu An", "LDTT"), ("Lý Thu An", "CSTDCS"), ("Tổ 1", "TTLDTT"),
    ]  # fmt: skip
    assert [one.vote.words for one in view.entries if one.vote] == ["7/9"] * 3
    assert view.entries[0].vote
    assert view.entries[0].vote.percent == "77,78"
    assert view.state is DossierState.DRAFT


def test_whoever_is_in_a_dossier_is_not_put_into_another(
    context: AppContext, year: DossierYear
) -> None:
    chosen = context.dossiers.proposable(YEAR)
    assert {one.dossier_id for one in chosen} == {year.dossier}
    with pytest.raises(InputError, match="đã có trong một hồ sơ"):
        context.dossiers.make(YEAR, DossierForm(name="Hồ sơ thứ hai"), chosen, MADE_ON)
    context.dossiers.throw_away([year.dossier])
    assert {one.dossier_id for one in context.dossiers.proposable(YEAR)} == {None}


def test_states_follow_each_other_and_no_other_way(context: AppContext, year: DossierYear) -> None:
    dossiers = context.dossiers
    with pytest.raises(InputError, match="đang ở bước “Đang lập”"):
        dossiers.send(year.dossier, SENT_ON, RECEIVER)
    with pytest.raises(InputError, match="chưa gửi đi"):
        dossiers.decide(year.dossier, DECISION)
    sent(context, year)
    with pytest.raises(InputError, match="không còn ở bước lập"):
        dossiers.take_out([dossiers.dossier(year.dossier).entries[0].id])
    assert dossiers.dossier(year.dossier).sent_to == RECEIVER


def test_a_dossier_that_came_back_goes_on_where_it_was(
    context: AppContext, year: DossierYear
) -> None:
    before = context.dossiers.dossier(sent(context, year)).entries
    with pytest.raises(InputError, match="lý do bị trả lại"):
        context.dossiers.give_back(year.dossier, SENT_ON, " ")
    context.dossiers.give_back(year.dossier, SENT_ON, "Thiếu biên bản kiểm phiếu")
    context.dossiers.resume(year.dossier, SENT_ON)
    view = context.dossiers.dossier(year.dossier)
    assert (view.state, view.entries) == (DossierState.COMPLETE, before)
    assert view.returned_reason == "Thiếu biên bản kiểm phiếu"
    states = [step.state.value for step in view.steps]
    assert states == ["draft", "complete", "sent", "returned", "complete"]


def test_a_decision_becomes_records_in_one_step_that_undo_takes_back(
    context: AppContext, year: DossierYear
) -> None:
    sent(context, year)
    context.dossiers.decide(year.dossier, DECISION)
    assert sorted(awards(context, year, "Lý Thu An")) == ["CSTDCS", "LDTT"]
    subject = Subject.of_person(year.vote.people["Lý Thu An"])
    data = context.records.history(subject).awards[0].data
    assert (data.number, data.decided_on, data.body) == ("123/QĐ-UBND", DECIDED_ON, RECEIVER)
    assert (data.year, data.level) == (YEAR, "CO_SO")
    context.history.undo()
    assert awards(context, year, "Lý Thu An") == []
    assert context.dossiers.dossier(year.dossier).state is DossierState.SENT


def test_only_those_whom_the_decision_names_get_the_award(
    context: AppContext, year: DossierYear
) -> None:
    sent(context, year)
    first, second, _group = context.dossiers.dossier(year.dossier).entries
    context.dossiers.decide(year.dossier, DECISION, [first.id])
    entries = context.dossiers.dossier(year.dossier).entries
    assert [one.result for one in entries] == [
        EntryResult.GRANTED, EntryResult.REFUSED, EntryResult.REFUSED,
    ]  # fmt: skip
    assert awards(context, year, "Lý Thu An") == ["LDTT"]
    context.dossiers.decide(year.dossier, replace(DECISION, number="124/QĐ-UBND"), [second.id])
    assert awards(context, year, "Lý Thu An") == ["CSTDCS"]


def test_an_award_that_is_recorded_already_is_completed_not_doubled(
    context: AppContext, year: DossierYear
) -> None:
    sent(context, year)
    context.dossiers.decide(year.dossier, DECISION)
    corrected = replace(DECISION, number="321/QĐ-UBND")
    context.dossiers.decide(year.dossier, corrected)
    subject = Subject.of_person(year.vote.people["Lý Thu An"])
    numbers = [one.data.number for one in context.records.history(subject).awards]
    assert numbers == ["321/QĐ-UBND", "321/QĐ-UBND"]


def test_the_school_decides_on_its_own_dossier_without_sending_it(context: AppContext) -> None:
    own = add_dossier_year(context, DossierLevel.SCHOOL)
    context.dossiers.mark_complete(own.dossier, MADE_ON)
    context.dossiers.decide(own.dossier, DECISION)
    with pytest.raises(InputError, match="không xoá"):
        context.dossiers.throw_away([own.dossier])


def test_a_refused_dossier_says_why_and_grants_nothing(
    context: AppContext, year: DossierYear
) -> None:
    sent(context, year)
    context.dossiers.refuse(year.dossier, DECIDED_ON, "Vượt tỷ lệ")
    view = context.dossiers.dossier(year.dossier)
    assert (view.state, view.steps[-1].note) == (DossierState.REFUSED, "Vượt tỷ lệ")
    assert awards(context, year, "Lý Thu An") == []
