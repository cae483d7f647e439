"""Ratings, awards, initiatives, leave and discipline are kept by year, in the words of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import (
    Author,
    AwardData,
    AwardKind,
    AwardUse,
    DisciplineData,
    DisciplineKind,
    InitiativeData,
    LeaveData,
    LeaveKind,
    RecordKind,
    Subject,
)

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

TITLE = AwardData(
    kind=AwardKind.TITLE, code="LDTT", name="Lao động tiên tiến", year="2024-2025",
    level="CO_SO", number="21/QĐ", decided_on=date(2025, 6, 1), body="Trường",
)  # fmt: skip
PAPER = replace(TITLE, kind=AwardKind.COMMENDATION, code="GK_XA", name="Giấy khen", thematic=True)


@pytest.fixture
def person(empty: AppContext) -> int:
    return empty.people.add(PersonData("Đỗ Thị Ánh"))


@pytest.fixture
def subject(person: int) -> Subject:
    return Subject.of_person(person)


def test_a_year_has_one_rating_in_the_words_of_its_time(
    empty: AppContext, subject: Subject
) -> None:
    group = Subject.of_group(empty.groups.add("Tổ 1"))
    empty.records.rate("2024-2025", {subject: "HTNV", group: "HTXSNV"})
    empty.records.rate("2024 - 2025", {subject: "HTTNV"})
    empty.records.rate("2017-2018", {subject: "HTNV"})
    found = empty.records.history(subject).ratings
    assert [(one.year, one.code) for one in found] == [
        ("2024-2025", "HTTNV"), ("2017-2018", "HTNV"),
    ]  # fmt: skip
    assert found[0].words == "Hoàn thành tốt nhiệm vụ"
    assert "hạn chế" in found[1].words
    assert empty.records.history(group).ratings[0].code == "HTXSNV"
    empty.records.rate("2024-2025", {subject: None})
    assert [one.year for one in empty.records.history(subject).ratings] == ["2017-2018"]


@pytest.mark.parametrize(("year", "code"), [("2024-2026", "HTTNV"), ("2024-2025", "GIỎI")])
def test_a_rating_of_no_year_or_no_level_is_refused(
    empty: AppContext, subject: Subject, year: str, code: str
) -> None:
    with pytest.raises(InputError):
        empty.records.rate(year, {subject: code})
    assert empty.records.history(subject).ratings == ()


def test_a_whole_group_is_rated_in_one_step(empty: AppContext) -> None:
    people = [Subject.of_person(empty.people.add(PersonData(f"Lê {n}"))) for n in "ABC"]
    empty.records.rate("2024-2025", dict.fromkeys(people, "HTTNV"))
    assert empty.history.undo_label == "Ghi xếp loại"
    empty.history.undo()
    assert empty.records.histories() == {}


def test_a_rating_comes_back_only_where_its_year_is_free(
    empty: AppContext, subject: Subject
) -> None:
    empty.records.rate("2024-2025", {subject: "HTTNV"})
    (old,) = empty.records.history(subject).ratings
    empty.records.throw_away(RecordKind.RATING, old.id)
    empty.records.rate("2024-2025", {subject: "HTNV"})
    with pytest.raises(InputError, match="2024-2025"):
        empty.records.bring_back(RecordKind.RATING, old.id)


def test_titles_and_commendations_are_kept_apart(empty: AppContext, subject: Subject) -> None:
    award_id = empty.records.add_award(subject, TITLE)
    empty.records.add_award(subject, PAPER)
    history = empty.records.history(subject)
    assert [one.data for one in history.of_kind(AwardKind.TITLE)] == [TITLE]
    assert [one.data for one in history.of_kind(AwardKind.COMMENDATION)] == [PAPER]
    revoked = replace(TITLE, revoked=True, revoked_reason="Khai sai")
    empty.records.save_award(award_id, revoked)
    assert empty.records.history(subject).of_kind(AwardKind.TITLE)[0].data == revoked
    empty.records.throw_away(RecordKind.AWARD, award_id)
    assert empty.records.history(subject).of_kind(AwardKind.TITLE) == ()
    assert empty.records.history(subject, in_bin=True).awards[0].id == award_id
    empty.records.bring_back(RecordKind.AWARD, award_id)
    assert len(empty.records.history(subject).awards) == 2
    with pytest.raises(InputError, match="để trống"):
        empty.records.add_award(subject, replace(TITLE, name=" "))


def test_an_initiative_has_its_authors_and_what_it_was_used_for(
    empty: AppContext, person: int, subject: Subject
) -> None:
    other = empty.people.add(PersonData("Lê Văn Bình"))
    data = InitiativeData(
        title="Góc đọc mở", year="2024-2025", recognised="CO_SO", reach="TINH",
        authors=(Author(person, share=50.0), Author(other, share=30.0), Author(None, "An", 20.0)),
        used_for=(AwardUse("CSTDCS", "2024-2025"),), notes="hai\ndòng",
    )  # fmt: skip
    initiative_id = empty.records.add_initiative(data)
    (view,) = empty.records.history(subject).initiatives
    assert view.data == data
    assert len(empty.records.history(Subject.of_person(other)).initiatives) == 1
    fewer = replace(data, authors=(Author(person, share=100.0),), used_for=())
    empty.records.save_initiative(initiative_id, fewer)
    assert empty.records.history(subject).initiatives[0].data == fewer
    assert empty.records.history(Subject.of_person(other)).initiatives == ()
    empty.history.undo()
    assert empty.records.history(subject).initiatives[0].data == data


@pytest.mark.parametrize("shares", [(60.0, 50.0), (30.0, 30.0), (0.0, 100.0), (-5.0, 105.0)])
def test_shares_that_make_no_whole_are_refused(
    empty: AppContext, person: int, shares: tuple[float, float]
) -> None:
    authors = (Author(person, share=shares[0]), Author(name="Ngoài", share=shares[1]))
    with pytest.raises(InputError):
        empty.records.add_initiative(InitiativeData(title="A", year="2025", authors=authors))
    assert empty.records.histories() == {}


def test_three_equal_shares_and_unknown_ones_are_taken(empty: AppContext, person: int) -> None:
    for shares in ((33.33, 33.33, 33.33), (None, None, None), (50.0, None, None)):
        authors = tuple(Author(person, share=share) for share in shares)
        empty.records.add_initiative(InitiativeData(title="A", year="2025", authors=authors))
    assert len(empty.records.history(Subject.of_person(person)).initiatives) == 3


def test_leave_and_discipline_end_after_they_begin(
    empty: AppContext, person: int, subject: Subject
) -> None:
    leave = LeaveData(kind=LeaveKind.MATERNITY, starts_on=date(2025, 1, 1))
    measure = DisciplineData(kind=DisciplineKind.WARNING, starts_on=date(2025, 2, 1), number="3")
    leave_id = empty.records.add_leave(person, leave)
    measure_id = empty.records.add_discipline(person, measure)
    ended = replace(leave, ends_on=date(2025, 6, 30))
    empty.records.save_leave(leave_id, ended)
    empty.records.save_discipline(measure_id, replace(measure, body="Trường"))
    history = empty.records.history(subject)
    assert [one.data for one in history.leaves] == [ended]
    assert history.disciplines[0].data.body == "Trường"
    with pytest.raises(InputError, match="trước ngày bắt đầu"):
        empty.records.save_leave(leave_id, replace(leave, ends_on=date(2024, 1, 1)))


def test_all_histories_at_once_are_those_of_each(context: AppContext) -> None:
    from tdkt_desktop.services.demo_people import add_sample_people

    add_sample_people(context)
    found = context.records.histories()
    assert len(found) > 45
    for subject, history in found.items():
        assert context.records.history(subject) == history
