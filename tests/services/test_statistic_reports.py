"""Tables, report and workbook say the same numbers, and these agree with the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tdkt_desktop.documents.figures import figures_of, read_number
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.services.statistic_tables import StatisticTable

PERIOD = PlanPeriod(2025, SchoolYear(2025))


@pytest.fixture(scope="module")
def sample(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    copy = tmp_path_factory.mktemp("sample") / "kho"
    with AppContext.open(copied_store(sample_store, copy)) as context:
        yield context


@pytest.fixture(scope="module")
def tables(sample: AppContext) -> dict[str, StatisticTable]:
    return {one.key: one for one in sample.statistic_reports.tables(PERIOD)}


def column(table: StatisticTable, place: int) -> list[float | None]:
    rows = (row for group in table.table.groups for row in group.rows)
    return [read_number(row.cells[place].plain) for row in rows]


def test_the_sum_of_the_awards_is_the_number_of_records(
    sample: AppContext, tables: dict[str, StatisticTable]
) -> None:
    histories = sample.records.histories().values()
    given = [
        award
        for history in histories
        for award in history.awards
        if award.data.year == "2025-2026" and not award.data.revoked
    ]
    assert sum(number or 0 for number in column(tables["awards"], 1)) == len(given)
    assert f"có {len(given)} lượt" in tables["awards"].sentence


def test_women_and_men_make_up_all_people(tables: dict[str, StatisticTable]) -> None:
    people, women, men = (column(tables["people"], place) for place in (1, 2, 3))
    assert people == [(a or 0) + (b or 0) for a, b in zip(women, men, strict=True)]


def test_every_picture_shows_numbers_of_its_table(tables: dict[str, StatisticTable]) -> None:
    pictured = [one for one in tables.values() if one.table.picture]
    assert len(pictured) >= 5
    for one in pictured:
        assert one.table.picture is not None
        assert figures_of(one.table, one.table.picture.series).largest > 0


def test_the_workbook_has_a_sheet_for_each_table_with_real_numbers(
    sample: AppContext, tables: dict[str, StatisticTable], tmp_path: Path
) -> None:
    written = sample.statistic_reports.export(PERIOD, tmp_path / "thong-ke.xlsx")
    book = load_workbook(written)
    assert len(book.sheetnames) == len(tables)
    sheet = book[book.sheetnames[0]]
    numbers = [cell.value for row in sheet.iter_rows() for cell in row[1:2]]
    wanted = [int(number or 0) for number in column(tables["awards"], 1)]
    assert [one for one in numbers if isinstance(one, int)] == wanted


def test_the_report_holds_every_table(
    sample: AppContext, tables: dict[str, StatisticTable]
) -> None:
    made = sample.papers.compose("bao-cao-thong-ke", PERIOD, None, PERIOD.last_day)
    text = to_text(made.composed.document)
    for one in tables.values():
        assert one.title in text
        assert one.sentence in text


def test_a_year_without_awards_says_so(sample: AppContext) -> None:
    period = PlanPeriod(2030, SchoolYear(2030))
    made = sample.papers.compose("bao-cao-thong-ke", period, None, period.last_day)
    assert "chưa có số liệu" in to_text(made.composed.document) or "Qua các năm" in to_text(
        made.composed.document
    )
