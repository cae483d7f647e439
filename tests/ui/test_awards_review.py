"""A group's review is kept as it is typed, and what it proposes becomes nominations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.review_views import ReviewMethod, ReviewSubject
from tdkt_desktop.ui.pages.awards.page import AwardsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.review.part import ReviewPart
    from tests.ui.conftest import Recorder

NAME, WORDS, YES, NO = 1, 2, 3, 4


@pytest.fixture
def desk(october_desk: Desk) -> Desk:
    return october_desk


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> ReviewPart:
    page = AwardsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    page.entered()
    page.show_part("review")
    desk.context.store.on_change(lambda change: page.on_changed(change.touched))
    found: ReviewPart = page.part  # type: ignore[assignment]  # the part of this key
    found.empty.act.emit()
    return found


def test_a_group_without_a_review_offers_one(part: ReviewPart, desk: Desk) -> None:
    assert part.form.isVisible()
    reviews = desk.context.group_reviews.reviews(part.year)
    assert [one.facts.group_id for one in reviews] == [part.group_id]


def test_what_is_typed_is_kept_after_a_moment(part: ReviewPart, desk: Desk) -> None:
    part.form.venue.setText("Phòng họp tầng hai")
    part.form.venue.textEdited.emit("")
    part.flush()
    kept = desk.context.group_reviews.reviews(part.year)[0].facts
    assert kept.venue == "Phòng họp tầng hai"


def test_ratings_and_awards_are_told_apart_by_their_words(part: ReviewPart, desk: Desk) -> None:
    member = next(one for one in part._candidates() if one.group_id == part.group_id)
    model = part.form.model
    last = len(model.items)
    assert model.setData(model.index(last, NAME), member.name)
    award = next(
        one
        for one in desk.context.registrations.awards.on(desk.today())
        if (one.individual if member.is_person else one.collective)
    )
    assert model.setData(model.index(last, WORDS), award.name)
    facts = desk.context.group_reviews.reviews(part.year)[0].facts
    assert [one.code for one in facts.of(ReviewSubject.AWARD)] == [award.code]
    part.nominate.click()
    nominated = desk.context.nominations.nominations(part.year)
    assert [(one.award, one.candidate and one.candidate.name) for one in nominated] == [
        (award.code, member.name)
    ]


def test_votes_are_asked_for_only_where_the_group_voted(part: ReviewPart) -> None:
    form = part.form
    assert form.grid.isColumnHidden(YES)
    form.method.setCurrentIndex(form.method.findData(ReviewMethod.VOTE))
    form.method.activated.emit(0)
    assert not form.grid.isColumnHidden(YES)
    assert not form.grid.isColumnHidden(NO)


def test_a_name_nobody_in_the_group_bears_is_refused(part: ReviewPart, recorder: Recorder) -> None:
    model = part.form.model
    assert not model.setData(model.index(len(model.items), NAME), "Người không có ở tổ")
    assert "Người không có ở tổ" in recorder.errors[0].message


def test_a_review_thrown_away_comes_back_with_undo(part: ReviewPart, desk: Desk) -> None:
    part.form.remove.click()
    assert part.empty.isVisible()
    desk.context.history.undo()
    assert part.form.isVisible()


def test_the_note_says_how_many_were_put_forward(part: ReviewPart, recorder: Recorder) -> None:
    part.nominate.click()
    first = recorder.notes[-1]
    part.nominate.click()
    assert "Không có ai mới" in str(recorder.notes[-1])
    assert first is not None
