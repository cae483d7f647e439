"""Numbers of awards are the lengths of the lists they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.record_views import AwardData, AwardKind, RecordKind, Subject
from tdkt_desktop.services.registration_views import RegistrationEdit
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YEAR = "2025-2026"


@pytest.fixture(scope="module")
def demo(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    copy = tmp_path_factory.mktemp("sample") / "kho"
    with AppContext.open(copied_store(sample_store, copy)) as context:
        yield context


def test_numbers_agree_with_the_records(demo: AppContext) -> None:
    numbers = demo.statistics.year(YEAR)
    records = [
        (subject, one.data)
        for subject, history in demo.records.histories().items()
        for one in history.awards
        if one.data.year == YEAR and not one.data.revoked
    ]
    assert numbers.whole.total == len(records) > 0
    assert sum(one.total for one in numbers.awards) == numbers.whole.total
    for one in numbers.awards:
        assert one.total == len(one.receipts) == one.people + one.collectives
        assert one.total == sum(data.code == one.award for _subject, data in records)
        assert one.people == one.women + one.men == one.managers + one.direct_workers
        assert one.people == sum(count for _name, count in one.by_group)
        assert {receipt.subject for receipt in one.receipts} == {
            subject for subject, data in records if data.code == one.award
        }
    assert sum(count for _level, count in numbers.by_level) == numbers.whole.total


def test_awards_stand_in_the_order_of_the_catalogue(demo: AppContext) -> None:
    book = demo.law_book.book()
    places = [book.awards[one.award].place for one in demo.statistics.year(YEAR).awards]
    assert places == sorted(places)


def test_years_stand_side_by_side(demo: AppContext) -> None:
    years = demo.statistics.years()
    assert [one.year for one in years] == sorted(one.year for one in years)
    assert len(years) >= 3


def test_registered_and_reached_stand_beside_each_other(demo: AppContext) -> None:
    holder, other = _one_with("CSTDCS", demo), _one_without("CSTDCS", demo)
    edits = [RegistrationEdit(subject, ("CSTDCS",)) for subject in (holder, other)]
    demo.registrations.set_many(YEAR, edits, date(2025, 9, 20))
    numbers = demo.statistics.year(YEAR).of("CSTDCS")
    assert numbers is not None
    have = {one.subject for one in numbers.receipts}
    wanted = {one.subject for one in numbers.registered}
    assert {holder, other} <= wanted
    assert numbers.reached == len(have & wanted)


def test_a_revoked_award_and_one_in_the_bin_do_not_count(demo: AppContext) -> None:
    before = demo.statistics.year("2019-2020")
    assert before.whole.total == 0
    subject = _one_with("CSTDCS", demo)
    data = AwardData(kind=AwardKind.TITLE, name="Danh hiệu cũ", year="2019-2020")
    kept = demo.records.add_award(subject, data)
    numbers = demo.statistics.year("2019-2020")
    assert [(one.award, one.name, one.total) for one in numbers.awards] == [("", "Danh hiệu cũ", 1)]
    demo.records.save_award(kept, replace(data, revoked=True, revoked_reason="Kê khai sai"))
    assert demo.statistics.year("2019-2020").whole.total == 0
    demo.records.save_award(kept, data)
    assert demo.statistics.year("2019-2020").whole.total == 1
    demo.records.throw_away(RecordKind.AWARD, kept)
    assert demo.statistics.year("2019-2020").whole.total == 0


def _one_with(code: str, demo: AppContext) -> Subject:
    numbers = demo.statistics.year(YEAR).of(code)
    assert numbers is not None
    return numbers.receipts[0].subject


def _one_without(code: str, demo: AppContext) -> Subject:
    numbers = demo.statistics.year(YEAR).of(code)
    assert numbers is not None
    have = {one.subject for one in numbers.receipts}
    return next(
        one.subject
        for one in demo.eligibility.candidates(YEAR)
        if one.is_person and one.subject not in have
    )
