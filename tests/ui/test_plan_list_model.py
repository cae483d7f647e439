"""The list of plans: order, filter, words and chips."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from tdkt_desktop.services.plan_views import PlanStatus, PlanSummary
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE
from tdkt_desktop.ui.tables.plan_list_model import (
    COLUMNS,
    STATE_COLUMN,
    SUBJECT_COLUMN,
    PlanListModel,
)
from tdkt_desktop.ui.widgets.chip import ChipState
from tdkt_desktop.vietnamese.school_year import SchoolYear

BASE = PlanSummary(
    id=1,
    title="KẾ HOẠCH",
    subject="Ánh dương",
    year=2026,
    school_year=SchoolYear(2026),
    status=PlanStatus.DRAFT,
    number="",
    symbol="KH-THHP",
    issued_on=None,
    version=0,
    updated_at=datetime(2026, 5, 1, 8, 0, tzinfo=UTC),
    deleted_at=None,
)
ISSUED = replace(
    BASE,
    id=2,
    subject="Đợt thi đua 20/11",
    year=2025,
    school_year=None,
    status=PlanStatus.ISSUED,
    number="05",
    issued_on=date(2025, 9, 15),
)
OTHER = replace(BASE, id=3, subject="Dạy tốt", status=PlanStatus.WAITING)
TENTH = replace(ISSUED, id=4, subject="Bình dân", number="10", issued_on=date(2025, 10, 1))


@pytest.fixture
def model() -> PlanListModel:
    made = PlanListModel()
    made.show((BASE, ISSUED, OTHER, TENTH))
    return made


def ids(model: PlanListModel) -> list[int]:
    return [model.plan(row).id for row in range(model.rowCount())]


def test_subjects_are_ordered_as_in_the_dictionary(model: PlanListModel) -> None:
    model.sort(SUBJECT_COLUMN)
    assert ids(model) == [1, 4, 3, 2]
    model.sort(SUBJECT_COLUMN, Qt.SortOrder.DescendingOrder)
    assert ids(model) == [2, 3, 4, 1]
    model.sort(-1)
    assert ids(model) == [1, 2, 3, 4]


def test_numbers_are_ordered_by_size_and_plans_without_one_come_last(model: PlanListModel) -> None:
    model.sort(0)
    assert ids(model)[:2] == [2, 4]


def test_states_are_ordered_by_their_way(model: PlanListModel) -> None:
    model.sort(STATE_COLUMN)
    assert ids(model) == [1, 3, 2, 4]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dot", [2]),
        ("ĐỢT 05", [2]),
        ("day tot", [3]),
        ("2026", [1, 3]),
        ("cho ky", [3]),
        ("zz", []),
    ],
)
def test_the_filter_knows_no_diacritics(model: PlanListModel, words: str, found: list[int]) -> None:
    model.filter(words)
    assert ids(model) == found
    assert model.total == 4


def test_filter_and_order_outlive_new_plans(model: PlanListModel) -> None:
    model.sort(SUBJECT_COLUMN)
    model.filter("kh-thhp da ban hanh")
    model.show((TENTH, ISSUED, BASE))
    assert ids(model) == [4, 2]
    assert model.row_of(2) == 1
    assert model.row_of(1) is None


def test_a_state_is_a_chip_with_its_word(model: PlanListModel) -> None:
    chip = model.index(1, STATE_COLUMN).data(CHIP_ROLE)
    assert (chip.state, chip.text) == (ChipState.DONE, "Đã ban hành")
    assert model.index(1, SUBJECT_COLUMN).data(CHIP_ROLE) is None


def test_every_column_has_a_head_and_dates_are_padded(model: PlanListModel) -> None:
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert all(heads)
    assert model.index(1, 4).data() == "15/09/2025"
    assert model.index(0, 4).data() == ""
