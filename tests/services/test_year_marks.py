"""What a list says of everybody's year: ratings, titles, commendations, each of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import AwardData, AwardKind, RecordKind, Subject
from tdkt_desktop.services.year_marks import YearMark

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


def received(kind: AwardKind, name: str, year: str, *, revoked: bool = False) -> AwardData:
    return AwardData(kind=kind, name=name, year=year, revoked=revoked)


def test_without_a_year_each_ones_newest_rating_and_titles_count(empty: AppContext) -> None:
    an = Subject(empty.people.add(PersonData("Lê An")))
    group = Subject.of_group(empty.groups.add("Tổ 1"))
    empty.records.rate("2023-2024", {an: "HTNV", group: "HTXSNV"})
    empty.records.rate("2024-2025", {an: "HTTNV"})
    for data in (
        received(AwardKind.TITLE, "Lao động tiên tiến", "2024-2025"),
        received(AwardKind.TITLE, "Chiến sĩ thi đua cơ sở", "2024-2025"),
        received(AwardKind.TITLE, "Danh hiệu cũ", "2023-2024"),
        received(AwardKind.COMMENDATION, "Giấy khen", "2022-2023"),
    ):
        empty.records.add_award(an, data)
    assert empty.records.marks() == {
        an: YearMark(
            "HTTNV",
            3,
            "2024-2025",
            ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"),
            ("Giấy khen",),
        ),
        group: YearMark("HTXSNV", 4, "2023-2024"),
    }


def test_a_year_takes_the_school_year_and_the_working_year_that_begin_in_it(
    empty: AppContext,
) -> None:
    an, binh = (Subject(empty.people.add(PersonData(name))) for name in ("Lê An", "Lê Bình"))
    empty.records.rate("2024-2025", {an: "HTTNV"})
    empty.records.rate("2024", {binh: "HTNV"})
    empty.records.rate("2025-2026", {an: "HTXSNV"})
    found = empty.records.marks(2024)
    assert {subject: mark.rating for subject, mark in found.items()} == {an: "HTTNV", binh: "HTNV"}


def test_what_was_revoked_or_thrown_away_is_not_told(empty: AppContext) -> None:
    an = Subject(empty.people.add(PersonData("Lê An")))
    empty.records.add_award(an, received(AwardKind.TITLE, "Thu hồi", "2024-2025", revoked=True))
    made = empty.records.add_award(an, received(AwardKind.TITLE, "Ghi nhầm", "2024-2025"))
    empty.records.throw_away(RecordKind.AWARD, made)
    empty.records.rate("2024-2025", {an: "HTNV"})
    empty.records.rate("2024-2025", {an: None})
    assert empty.records.marks() == {}
