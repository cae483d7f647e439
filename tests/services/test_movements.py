"""A movement is kept with what it wants and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.movements import MovementFacts
from tests.support.year_of_work import PERIOD

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

READING = MovementFacts(
    name="Mỗi ngày một trang sách",
    launched_by="Hội đồng Thi đua - Khen thưởng",
    starts_on=date(2026, 9, 5),
    ends_on=date(2027, 5, 15),
    targets="100% lớp có góc đọc.\nMỗi học sinh đọc ít nhất 10 cuốn.",
    responsible="Nhân viên thư viện",
)


def test_a_movement_is_kept_with_its_results(context: AppContext) -> None:
    movement_id = context.movements.add(READING, PERIOD)
    told = replace(READING, half_year_result="92% lớp có góc đọc.", final_result="Đạt.")
    context.movements.save(movement_id, told)
    (view,) = context.movements.movements(2026)
    assert (view.facts, view.school_year) == (told, "2026-2027")
    assert context.movements.movements(2025) == ()


def test_a_movement_goes_to_the_bin_and_back(context: AppContext) -> None:
    movement_id = context.movements.add(READING, PERIOD)
    context.movements.throw_away(movement_id)
    assert context.movements.movements() == ()
    with pytest.raises(InputError):
        context.movements.movement(movement_id)
    context.movements.bring_back(movement_id)
    context.movements.throw_away(movement_id)
    context.movements.remove_for_good(movement_id)
    assert context.movements.movements(in_bin=True) == ()


def test_a_movement_needs_a_name_and_days_in_order(context: AppContext) -> None:
    with pytest.raises(InputError, match="tên phong trào"):
        context.movements.add(MovementFacts(" "), PERIOD)
    with pytest.raises(InputError, match="trước ngày phát động"):
        context.movements.add(replace(READING, ends_on=date(2026, 9, 1)), PERIOD)
