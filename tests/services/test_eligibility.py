"""Eligibility by the records of the store: answers, what-if, near misses, caps and ties."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.eligibility_views import (
    AwardYear,
    HeldAward,
    Status,
    Supposition,
    Use,
    Work,
    YearRating,
)
from tdkt_desktop.services.people_views import GroupKind, PersonData, Sex
from tdkt_desktop.services.record_views import (
    Author,
    AwardData,
    AwardKind,
    AwardUse,
    DisciplineData,
    DisciplineKind,
    InitiativeData,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YEAR = "2025-2026"
NOW = AwardYear.parse(YEAR)
RECEIVED = date(2026, 5, 28)


class School:
    """A school of one group, to which the tests add people and their years."""

    def __init__(self, context: AppContext) -> None:
        self.context = context
        self.group_id = context.groups.add("Tổ 4")

    def teacher(self, name: str, sex: Sex = Sex.FEMALE, **known: object) -> Subject:
        values = {
            "sector_since": date(2010, 9, 1), "hired_on": date(2010, 9, 1),
            "open_proceedings": False, "manager": False,
        } | known  # fmt: skip
        data = PersonData(name, sex=sex, group_id=self.group_id, **values)  # type: ignore[arg-type]
        return Subject.of_person(self.context.people.add(data))

    def rate(self, subject: Subject, *codes: str) -> None:
        for back, code in enumerate(codes):
            self.context.records.rate(str(NOW.shifted(-back)), {subject: code})

    def give(self, subject: Subject, code: str, *starts: int, **values: object) -> None:
        for start in starts:
            data = AwardData(
                kind=AwardKind.TITLE, name=code, code=code, year=f"{start}-{start + 1}",
                **values,  # type: ignore[arg-type]
            )  # fmt: skip
            self.context.records.add_award(subject, data)

    def work(self, subject: Subject, year: str = YEAR, **values: object) -> None:
        levels = {"recognised": "CO_SO", "reach": "TINH"} | values
        data = InitiativeData(
            title="Góc đọc mở", year=year, authors=(Author(subject.person_id, share=100),),
            **levels,  # type: ignore[arg-type]
        )  # fmt: skip
        self.context.records.add_initiative(data)

    def status(
        self, subject: Subject, award: str, suppose: Supposition | None = None, year: str = YEAR
    ) -> Status | None:
        checked = self.context.eligibility.check(
            year, subject, received_on=RECEIVED, suppose=suppose
        )
        result = checked.result(award)
        return result.status if result else None


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    with AppContext.open(tmp_path / "kho") as context:
        yield School(context)


def test_records_of_the_store_are_put_before_the_law(school: School) -> None:
    lua = school.teacher("Đỗ Thị Lụa")
    school.rate(lua, "HTXSNV")
    school.give(lua, "CSTDCS", 2023, 2024, 2025)
    school.work(lua)
    assert school.status(lua, "LDTT") is Status.ELIGIBLE
    assert school.status(lua, "CSTD_TINH") is Status.ELIGIBLE
    school.context.records.add_discipline(
        lua.person_id or 0,
        DisciplineData(kind=DisciplineKind.WARNING, starts_on=date(2026, 1, 5)),
    )
    assert school.status(lua, "LDTT") is Status.NOT_YET


def test_what_the_school_never_recorded_is_unknown_and_not_missing(school: School) -> None:
    lua, bich = school.teacher("Đỗ Thị Lụa"), school.teacher("Lý Thị Bích")
    for one in (lua, bich):
        school.rate(one, "HTXSNV")
        school.work(one)
    school.give(lua, "CSTDCS", 2025)
    school.give(bich, "LDTT", 2025)
    assert school.status(lua, "CSTD_TINH") is Status.NEEDS_PERSON
    assert school.status(bich, "CSTD_TINH") is Status.NOT_YET
    school.give(lua, "GK_XA", 2023, 2024)
    school.give(bich, "GK_XA", 2023)
    assert school.status(lua, "CSTD_TINH") is Status.NOT_YET
    unrecorded = school.teacher("Cao Thị Trang")
    school.work(unrecorded)
    assert school.status(unrecorded, "CSTD_TINH") is Status.NEEDS_PERSON
    newcomer = school.teacher(
        "Vũ Thị Mai", sector_since=date(2025, 9, 1), hired_on=date(2025, 9, 1)
    )
    school.rate(newcomer, "HTXSNV")
    school.give(newcomer, "CSTDCS", 2025)
    school.work(newcomer)
    assert school.status(newcomer, "CSTD_TINH") is Status.NOT_YET


def test_nothing_being_looked_into_is_for_a_person_to_confirm(school: School) -> None:
    lua = school.teacher("Đỗ Thị Lụa", open_proceedings=None)
    busy = school.teacher("Lý Thị Bích", open_proceedings=True)
    for one in (lua, busy):
        school.rate(one, "HTTNV")
    assert school.status(lua, "LDTT") is Status.NEEDS_PERSON
    school.context.eligibility.confirm_no_proceedings([lua.person_id or 0, busy.person_id or 0])
    assert school.status(lua, "LDTT") is Status.ELIGIBLE
    assert school.status(busy, "LDTT") is Status.NOT_YET


def test_a_nomination_is_a_proposed_award(school: School) -> None:
    lua = school.teacher("Đỗ Thị Lụa")
    school.rate(lua, "HTXSNV")
    school.give(lua, "CSTDCS", 2023, 2024)
    school.give(school.teacher("Lý Thị Bích"), "LDTT", 2025)
    school.work(lua)
    assert school.status(lua, "CSTD_TINH") is Status.NOT_YET
    school.context.nominations.add(lua, "CSTDCS", YEAR)
    assert school.status(lua, "CSTD_TINH") is Status.NEEDS_PERSON


def test_an_initiative_serves_this_year_again_but_not_what_it_served_before(
    school: School,
) -> None:
    lua = school.teacher("Đỗ Thị Lụa")
    school.rate(lua, "HTTNV")
    school.work(lua, used_for=(AwardUse("CSTDCS", YEAR),))
    assert school.status(lua, "CSTDCS") is Status.ELIGIBLE
    bich = school.teacher("Lý Thị Bích")
    school.rate(bich, "HTTNV")
    school.work(bich, used_for=(AwardUse("CSTDCS", "2024-2025"),))
    assert school.status(bich, "CSTDCS") is Status.NOT_YET


def test_what_if_stores_nothing(school: School) -> None:
    lua = school.teacher("Đỗ Thị Lụa")
    school.rate(lua, "HTTNV")
    school.give(lua, "CSTDCS", 2024)
    school.work(lua, year="2023-2024", recognised="")
    suppose = Supposition(
        ratings=(YearRating(NOW, "HTXSNV"),),
        awards=(HeldAward("CSTDCS", NOW),),
        initiatives=(Work("Góc mới", NOW, "CO_SO", "CO_SO", (Use("GK_XA", NOW),)),),
    )
    before = school.context.records.histories()
    assert school.status(lua, "BK_TINH") is not Status.ELIGIBLE
    assert school.status(lua, "BK_TINH", suppose) is Status.ELIGIBLE
    assert school.status(lua, "CSTDCS", suppose) is Status.ELIGIBLE
    assert school.context.records.histories() == before


def test_a_collective_is_counted_from_its_people(school: School) -> None:
    people = [school.teacher(f"Đỗ Thị {name}") for name in ("An", "Bình", "Cúc", "Dung")]
    for one in people:
        school.rate(one, "HTTNV")
    for one in people[:2]:
        school.give(one, "LDTT", 2025)
    school.give(people[2], "CSTDCS", 2025)
    group = Subject.of_group(school.group_id)
    school.context.records.rate(YEAR, {group: "HTXSNV"})
    checked = school.context.eligibility.check(YEAR, group, received_on=RECEIVED)
    assert checked.facts.counts == {
        "members": 4, "ldtt": 3, "cstdcs": 1, "completed": 4, "disciplined": 0,
    }  # fmt: skip
    assert school.status(group, "TTLDXS") is Status.ELIGIBLE
    school.context.records.rate(YEAR, {people[3]: None})
    assert school.status(group, "TTLDXS") is Status.NEEDS_PERSON
    school.context.records.rate(YEAR, {people[3]: "KHTNV"})
    assert school.status(group, "TTLDXS") is Status.NOT_YET
    whole = school.context.groups.add("Trường Tiểu học Hoa Sen", GroupKind.SCHOOL)
    checked = school.context.eligibility.check(YEAR, Subject.of_group(whole))
    assert checked.facts.counts["members"] == 4


def test_the_radar_names_the_one_step_that_is_missing(school: School) -> None:
    near, far = school.teacher("Đỗ Thị Lụa"), school.teacher("Lý Thị Bích")
    for one in (near, far):
        school.rate(one, "HTTNV", "HTTNV")
        school.work(one, recognised="")
    school.give(near, "CSTDCS", 2025)
    school.give(far, "LDTT", 2024, 2023)
    found = school.context.eligibility.radar(YEAR, received_on=RECEIVED)
    of_near = {one.award: one for one in found if one.candidate.subject == near}
    assert "CSTDCS" in of_near
    assert "2 lần liên tục" in of_near["BK_TINH"].step
    assert "Hoàn thành xuất sắc nhiệm vụ" in of_near["CSTDCS"].step
    assert not [one for one in found if one.candidate.subject == far and one.award == "CSTD_TINH"]
    only = school.context.eligibility.radar(YEAR, received_on=RECEIVED, award="CSTDCS")
    assert {one.award for one in only} == {"CSTDCS"}


def test_caps_count_live_while_choosing(school: School) -> None:
    people = [school.teacher(f"Đỗ Thị {name}") for name in ("An", "Bình", "Cúc", "Dung")]
    eligibility, law = school.context.eligibility, school.context.law_book
    assert eligibility.caps(YEAR, {"CSTDCS": people}, received_on=RECEIVED) == ()
    law.add("cap", {
        "id": "TINH", "award": "CSTDCS", "share": 0.5, "of": "LDTT",
        "text": "Không quá một nửa", "sources": [{"text": "Quyết định của tỉnh"}],
    })  # fmt: skip
    law.add("cap", {"id": "SO", "award": "LDTT", "count": 3, "text": "Không quá ba"})
    half, three = eligibility.caps(
        YEAR, {"CSTDCS": people[:2], "LDTT": people}, received_on=RECEIVED
    )
    assert (half.allowed, half.left, half.exceeded) == (2, 0, False)
    assert (three.allowed, three.left, three.exceeded) == (3, -1, True)
    assert "vượt 1" in three.sentence
    assert half.source == "Quyết định của tỉnh"
    for one in people:
        school.give(one, "LDTT", 2025)
    (held, _three) = eligibility.caps(YEAR, {"CSTDCS": people[:3]}, received_on=RECEIVED)
    assert (held.allowed, held.exceeded) == (2, True)


def test_the_old_cap_of_fifteen_per_cent_holds_for_its_time_only(school: School) -> None:
    people = [school.teacher(f"Đỗ Thị {name}") for name in ("An", "Bình")]
    chosen = {"CSTDCS": people[:1], "LDTT": people}
    old = school.context.eligibility.caps("2022-2023", chosen, received_on=date(2023, 6, 1))
    assert [(one.allowed, one.exceeded, one.verified) for one in old] == [(0, True, True)]


def test_women_come_first_among_equals(school: School) -> None:
    khanh = school.teacher("Dương Văn Khánh", Sex.MALE)
    lua = school.teacher("Đỗ Thị Lụa")
    first, second = school.context.eligibility.ties(YEAR, [khanh, lua])
    assert (first.candidate.subject, second.candidate.subject) == (lua, khanh)
    assert "ưu tiên nữ" in first.reason
    assert first.source
    assert second.reason == ""


def test_caps_on_ratings_are_counted(school: School) -> None:
    people = [school.teacher(f"Đỗ Thị {name}") for name in ("An", "Bình", "Cúc")]
    school.context.records.rate(YEAR, dict.fromkeys(people[:2], "HTTNV") | {people[2]: "HTXSNV"})
    found = school.context.eligibility.rating_caps(YEAR)
    assert [(one.chosen, one.allowed, one.exceeded) for one in found] == [(1, 0, True)] * 2


def test_somebody_who_was_not_there_in_the_year_is_told(school: School) -> None:
    lua = school.teacher("Đỗ Thị Lụa", hired_on=date(2025, 9, 1))
    with pytest.raises(InputError, match="Đỗ Thị Lụa"):
        school.context.eligibility.check("2023-2024", lua)
