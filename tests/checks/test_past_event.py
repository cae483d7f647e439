"""Nothing is announced for a day before the document's own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.proof import plan, quotes, with_due

LATE = {"issued_on": date(2026, 3, 20)}


def test_a_due_before_the_date_of_the_document_is_noted() -> None:
    assert quotes("past-event", with_due("Tháng 02/2026", **LATE)) == ("Tháng 02/2026",)


def test_an_announcement_of_a_past_day_is_found() -> None:
    document = plan("Hội thi sẽ tổ chức vào ngày 10/3/2026.", **LATE)
    assert quotes("past-event", document) == ("10/3/2026",)


@pytest.mark.parametrize(
    "due", ["Tháng 02/2026, đã hoàn thành", "Thường xuyên", "Tháng 3/2026", "Tháng 9"]
)
def test_what_is_done_recurs_or_comes_is_left_alone(due: str) -> None:
    assert quotes("past-event", with_due(due, **LATE)) == ()


@pytest.mark.parametrize(
    "text", ["Hội thi đã tổ chức ngày 10/3/2026.", "Hội thi sẽ tổ chức vào ngày 10/4/2026."]
)
def test_a_report_or_a_day_to_come_is_left_alone(text: str) -> None:
    assert quotes("past-event", plan(text, **LATE)) == ()


def test_a_draft_without_a_date_announces_in_time() -> None:
    assert quotes("past-event", with_due("Tháng 01/2026", issued_on=None)) == ()
