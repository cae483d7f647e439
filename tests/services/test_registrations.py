"""People and groups register for awards; the year puts registered, proposed, decided together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import AwardData, Subject
from tdkt_desktop.services.registration_views import RegistrationEdit
from tests.support.vote_year import YEAR, add_vote_year, counted

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.registration_views import RegistrationRow
    from tests.support.vote_year import VoteYear

EARLY, LATE = date(2025, 9, 26), date(2025, 11, 3)


@pytest.fixture
def year(context: AppContext) -> VoteYear:
    return add_vote_year(context)


def an(year: VoteYear) -> Subject:
    return Subject.of_person(year.people["Lý Thu An"])


def row(context: AppContext, subject: Subject, year: str = YEAR) -> RegistrationRow:
    rows = context.registrations.grid(year).rows
    return next(one for one in rows if one.candidate.subject == subject)


def test_a_group_is_on_one_screen_with_itself_before_its_people(
    context: AppContext, year: VoteYear
) -> None:
    grid = context.registrations.grid(YEAR, year.groups["Tổ 1"])
    names = [one.candidate.name for one in grid.rows]
    assert names[0] == "Tổ 1"
    assert set(names[1:]) == {
        "Trần Quốc Bảo", "Đỗ Văn Lâm", "Vũ Thị Khánh Hạ", "Bùi Thanh Tâm", "Lý Thu An"
    }  # fmt: skip
    whole = context.registrations.grid(YEAR)
    assert len(whole.rows) == 13
    assert len(whole.without) == 11


def test_only_who_was_at_the_school_in_the_year_is_asked(
    context: AppContext, year: VoteYear
) -> None:
    context.people.mark_left([year.people["Mạc Văn Bình"]], date(2024, 6, 30))
    context.people.add(PersonData("Người mới", hired_on=date(2026, 9, 1)))
    names = {one.candidate.name for one in context.registrations.grid(YEAR).rows}
    assert names.isdisjoint({"Mạc Văn Bình", "Người mới"})
    assert "Người mới" in {
        one.candidate.name for one in context.registrations.grid("2026-2027").rows
    }


def test_many_are_registered_in_one_step_that_undo_takes_back(
    context: AppContext, year: VoteYear
) -> None:
    people = [Subject.of_person(one) for one in year.people.values()]
    edits = [RegistrationEdit(one, ("LDTT",)) for one in people]
    edits.append(RegistrationEdit(Subject.of_group(year.groups["Tổ 2"]), ("TTLDTT",)))
    context.registrations.set_many(YEAR, edits, EARLY)
    assert row(context, an(year)).codes == ("LDTT",)
    assert row(context, an(year)).registered[0].name == "Lao động tiên tiến"
    context.registrations.set_many(YEAR, [RegistrationEdit(an(year), ("CSTDCS",), "Đổi")], EARLY)
    (one,) = row(context, an(year)).registered
    assert (one.award, one.note) == ("CSTDCS", "Đổi")
    context.store.undo()
    assert row(context, an(year)).codes == ("LDTT",)
    context.store.undo()
    assert [one for one in context.registrations.grid(YEAR).rows if one.registered] == []


def test_what_comes_after_the_closing_date_is_marked_as_an_addition(
    context: AppContext, year: VoteYear
) -> None:
    context.registrations.set_closing_day(YEAR, date(2025, 10, 15))
    context.registrations.set_many(YEAR, [RegistrationEdit(an(year), ("LDTT",))], EARLY)
    both = RegistrationEdit(an(year), ("LDTT", "CSTDCS"))
    context.registrations.set_many(YEAR, [both], LATE)
    first, second = row(context, an(year)).registered
    assert (first.late, second.late, second.registered_on) == (False, True, LATE)
    assert context.registrations.closing_day(YEAR) == date(2025, 10, 15)
    context.store.undo()
    context.store.undo()
    context.store.undo()
    assert context.registrations.closing_day(YEAR) is None


def test_last_years_registrations_are_a_start_for_those_who_have_none(
    context: AppContext, year: VoteYear
) -> None:
    bao = Subject.of_person(year.people["Trần Quốc Bảo"])
    edits = [RegistrationEdit(an(year), ("LDTT", "CSTDCS")), RegistrationEdit(bao, ("LDTT",))]
    context.registrations.set_many(YEAR, edits, EARLY)
    following = "2026-2027"
    with pytest.raises(InputError, match="Năm trước không có đăng ký"):
        context.registrations.start_from_last_year(YEAR, EARLY)
    day = date(2026, 9, 25)
    context.registrations.set_many(following, [RegistrationEdit(bao, ("CSTDCS",))], day)
    context.registrations.start_from_last_year(following, day)
    assert row(context, an(year), following).codes == ("LDTT", "CSTDCS")
    assert row(context, bao, following).codes == ("CSTDCS",)
    assert [one.award for one in row(context, bao, following).last_year] == ["LDTT"]


def test_registered_proposed_and_decided_stand_side_by_side(
    context: AppContext, year: VoteYear
) -> None:
    context.registrations.set_many(YEAR, [RegistrationEdit(an(year), ("LDTT", "CSTDCS"))], EARLY)
    context.votes.close(counted(context, year))
    context.records.add_award(
        an(year), AwardData(kind=AwardKind.TITLE, name="Lao động tiên tiến", code="LDTT", year=YEAR)
    )
    rows = {one.candidate.name: one for one in context.registrations.comparison(YEAR)}
    found = rows["Lý Thu An"]
    assert [one.award for one in found.registered] == ["LDTT", "CSTDCS"]
    assert [(one.award, str(one.outcome)) for one in found.proposed] == [
        ("LDTT", "passed"), ("CSTDCS", "not-passed")
    ]  # fmt: skip
    assert found.decided == (("LDTT", "Lao động tiên tiến"),)
    assert found.reached is False
    assert rows["Mạc Văn Bình"].reached is None


@pytest.mark.parametrize(
    ("subject", "awards", "words"),
    [
        ("an", ("TTLDTT",), "chỉ xét cho tập thể"),
        ("group", ("CSTDCS",), "chỉ xét cho cá nhân"),
        ("an", ("KHONG_CO",), "mã “KHONG_CO”"),
        ("an", ("LDTT", "LDTT"), "“Lý Thu An” đăng ký một danh hiệu hai lần"),
    ],
)
def test_what_cannot_be_registered_is_refused_whole(
    context: AppContext, year: VoteYear, subject: str, awards: tuple[str, ...], words: str
) -> None:
    one = an(year) if subject == "an" else Subject.of_group(year.groups["Tổ 1"])
    bao = Subject.of_person(year.people["Trần Quốc Bảo"])
    edits = [RegistrationEdit(bao, ("LDTT",)), RegistrationEdit(one, awards)]
    with pytest.raises(InputError, match=words):
        context.registrations.set_many(YEAR, edits, EARLY)
    assert row(context, bao).registered == ()


def test_a_person_who_was_removed_is_not_registered(context: AppContext, year: VoteYear) -> None:
    context.people.throw_away([year.people["Lý Thu An"]])
    with pytest.raises(InputError, match="“Lý Thu An” không còn trong danh sách nhân sự"):
        context.registrations.set_many(YEAR, [RegistrationEdit(an(year), ("LDTT",))], EARLY)


def test_removing_a_person_for_good_takes_what_was_registered_along(
    context: AppContext, year: VoteYear
) -> None:
    context.registrations.set_many(YEAR, [RegistrationEdit(an(year), ("LDTT",))], EARLY)
    context.people.throw_away([year.people["Lý Thu An"]])
    context.people.remove_for_good([year.people["Lý Thu An"]])
    assert [one for one in context.registrations.grid(YEAR).rows if one.registered] == []
    assert {one.award for one in context.nominations.nominations(YEAR)} == {"CSTDCS", "TTLDTT"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LĐTT, CSTĐCS", ("LDTT", "CSTDCS")),
        ("CSTĐ cơ sở", ("CSTDCS",)),
        ("lao động tiên tiến; Chiến sĩ thi đua cơ sở", ("LDTT", "CSTDCS")),
        ("LDTT\nLDTT", ("LDTT",)),
        ("  ", ()),
    ],
)
def test_cells_are_read_as_people_write_them(
    context: AppContext, text: str, codes: tuple[str, ...]
) -> None:
    assert context.award_words.read(text, EARLY) == codes


def test_a_cell_nobody_understands_says_which_words(context: AppContext) -> None:
    with pytest.raises(InputError, match="“giỏi nhất”"):
        context.award_words.read("LĐTT, giỏi nhất", EARLY)


# --- nominations and reviews ---


def test_nominations_are_ordered_withdrawn_and_proposed_again(
    context: AppContext, year: VoteYear
) -> None:
    first, *others = year.nominations
    context.nominations.put_in_order([*others, first])
    assert [one.id for one in context.nominations.nominations(YEAR)] == [*others, first]
    with pytest.raises(InputError, match="lý do"):
        context.nominations.withdraw([first], " ")
    context.nominations.withdraw([first], "Xin rút")
    assert not context.nominations.nomination(first).stands
    assert context.nominations.nomination(first).reason == "Xin rút"
    context.nominations.propose_again([first])
    assert context.nominations.nomination(first).stands
    context.nominations.throw_away([first])
    assert [one.id for one in context.nominations.nominations(YEAR, in_bin=True)] == [first]
    context.nominations.add(an(year), "LDTT", YEAR, override_reason="Đủ thành tích")
    with pytest.raises(InputError, match="đã có trong danh sách"):
        context.nominations.bring_back([first])


def test_a_review_begins_with_ratings_and_registrations_and_becomes_nominations(
    context: AppContext, year: VoteYear
) -> None:
    bao = Subject.of_person(year.people["Trần Quốc Bảo"])
    context.records.rate(YEAR, {bao: "HTXSNV"})
    context.registrations.set_many(YEAR, [RegistrationEdit(bao, ("LDTT",))], EARLY)
    blank = context.group_reviews.blank(year.groups["Tổ 1"], YEAR)
    assert [(one.name, one.words) for one in blank.entries] == [
        ("Trần Quốc Bảo", "Hoàn thành xuất sắc nhiệm vụ"),
        ("Trần Quốc Bảo", "Lao động tiên tiến"),
    ]
    assert (blank.members, blank.present) == (5, 5)
    review_id = context.group_reviews.add(blank)
    with pytest.raises(InputError, match="đã có biên bản"):
        context.group_reviews.add(blank)
    context.nominations.add_from_reviews(YEAR)
    context.nominations.add_from_reviews(YEAR)
    standing = context.nominations.nominations(YEAR)
    assert [one.award for one in standing if one.candidate and one.candidate.subject == bao] == [
        "LDTT"
    ]
    context.group_reviews.throw_away(review_id)
    assert context.group_reviews.of_group(year.groups["Tổ 1"], YEAR) is None


def test_a_review_names_what_cannot_be(context: AppContext, year: VoteYear) -> None:
    group = year.groups["Tổ 1"]
    bao = Subject.of_person(year.people["Trần Quốc Bảo"])
    context.records.rate(YEAR, {bao: "HTXSNV"})
    blank = context.group_reviews.blank(group, YEAR)
    (entry,) = blank.entries
    stranger = Subject.of_person(year.people["Mạc Văn Bình"])
    bad = {
        "hai dòng": replace(blank, entries=(entry, entry)),
        "không thuộc tổ": replace(blank, entries=(replace(entry, subject=stranger),)),
        "nhưng tổ chỉ có 5 người": replace(blank, present=6),
        "tổ không bỏ phiếu": replace(blank, entries=(replace(entry, yes=5, no=0),)),
    }
    for words, facts in bad.items():
        with pytest.raises(InputError, match=words):
            context.group_reviews.add(facts)


def test_who_registered_is_put_forward_where_no_group_reviews(
    context: AppContext, year: VoteYear
) -> None:
    bao = Subject.of_person(year.people["Trần Quốc Bảo"])
    edits = [RegistrationEdit(bao, ("LDTT",)), RegistrationEdit(an(year), ("LDTT",))]
    context.registrations.set_many(YEAR, edits, EARLY)
    context.nominations.add_from_registrations(YEAR, year.groups["Tổ 2"])
    assert len(context.nominations.nominations(YEAR)) == 4
    context.nominations.add_from_registrations(YEAR)
    added = context.nominations.nominations(YEAR)[4:]
    assert [(one.candidate.name, one.award) for one in added if one.candidate] == [
        ("Trần Quốc Bảo", "LDTT")
    ]
    context.store.undo()
    assert len(context.nominations.nominations(YEAR)) == 4


def test_words_and_initials_may_be_mixed(context: AppContext) -> None:
    read = context.award_words.read
    assert read("Tập thể LĐTT", EARLY, collective=True) == ("TTLDTT",)
    with pytest.raises(InputError, match="Tập LĐTT"):
        read("Tập LĐTT", EARLY, collective=True)
