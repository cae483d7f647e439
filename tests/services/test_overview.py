"""The year at a glance agrees with the lists it comes from, and is printed on one sheet."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from tdkt_desktop.services.overview_views import StepState, YearStep, step_words
from tdkt_desktop.services.task_views import Standing, TaskState
from tests.support.year_of_work import PERIOD, add_people, add_plan

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.overview_views import Overview, StepView

DAY = date(2026, 11, 21)


@pytest.fixture
def view(context: AppContext) -> Overview:
    add_people(context)
    add_plan(context)
    return context.overview.overview(PERIOD, DAY)


def step(view: Overview, which: YearStep) -> StepView:
    return next(one for one in view.steps if one.step is which)


def test_a_store_with_nothing_says_so(context: AppContext) -> None:
    view = context.overview.overview(PERIOD, DAY)
    assert view.is_empty
    assert [one.state for one in view.steps] == [StepState.TO_DO] * len(view.steps)


def test_figures_agree_with_the_lists(context: AppContext, view: Overview) -> None:
    tasks = context.work.rows(PERIOD.year, DAY)
    assert tasks
    assert len(view.late) == sum(one.standing(DAY) is Standing.LATE for one in tasks)
    assert len(view.soon) == sum(one.standing(DAY) is Standing.SOON for one in tasks)
    assert view.total == sum(one.task.state is not TaskState.DROPPED for one in tasks)
    assert sum(line.total for line in view.quarters) == view.total
    counts = context.overview.due_counts(PERIOD.year, DAY)
    assert counts == (len(view.late), len(view.soon))


def test_what_is_late_comes_in_the_order_of_its_due(view: Overview) -> None:
    dues = [task.ends_on for task in view.late if task.ends_on]
    assert dues == sorted(dues)


def test_steps_tell_how_far_the_year_is(view: Overview) -> None:
    assert step(view, YearStep.PLAN).state is not StepState.TO_DO
    registration = step(view, YearStep.REGISTRATION)
    assert (registration.done, registration.total) == (0, view.people)
    assert step_words(registration) == f"0 / {view.people}"
    assert step_words(step(view, YearStep.COUNCIL)) == "chưa làm"


def test_the_sheet_is_one_page_whatever_the_work(context: AppContext) -> None:
    rows = [(f"Việc số {n} của năm học", "Hiệu trưởng", "", "", "15/9/2026") for n in range(80)]
    add_people(context)
    add_plan(context, rows)
    view = context.overview.overview(PERIOD, DAY)
    printed = context.overview.printed(view)
    with pdfplumber.open(BytesIO(printed.pdf)) as pdf:
        words = pdf.pages[0].extract_text()
        assert len(pdf.pages) == printed.pages == 1
        inside = [c for c in pdf.pages[0].chars if c["x1"] <= 842 and c["bottom"] <= 595]
        assert len(inside) == len(pdf.pages[0].chars)
    assert "việc nữa" in words
    assert "Các bước của năm" in words
