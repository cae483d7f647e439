"""Many documents at once: told how far it has come, stopped without leaving anything behind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest

from tdkt_desktop.errors import Cancelled, InputError
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.paper_choices import GROUP_NAMES, group_of, needs_of, paper_choices
from tests.support.council_year import add_year
from tests.support.year_of_work import PERIOD

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

DAY = date(2026, 11, 20)


def silent(_done: int, _total: int) -> None:
    """Hear nothing."""


def test_the_sheets_of_all_people_tell_how_far_they_are(
    context: AppContext, tmp_path: Path
) -> None:
    add_year(context)
    told: list[tuple[int, int]] = []
    path = context.paper_files.sheets(
        PERIOD, tmp_path / "phieu.pdf", DAY, lambda done, total: told.append((done, total))
    )
    people = len(context.people.rows())
    assert told == [(number, people) for number in range(people)]
    assert len(pypdf.PdfReader(path).pages) >= people


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_what_is_stopped_leaves_nothing_behind(
    context: AppContext, tmp_path: Path, ending: str
) -> None:
    add_year(context)
    folder = tmp_path / "xuat"
    folder.mkdir()

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        context.paper_files.sheets(PERIOD, folder / f"phieu{ending}", DAY, stop)
    assert list(folder.iterdir()) == []


def test_a_school_without_people_has_no_sheets(context: AppContext, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="danh sách nhân sự"):
        context.paper_files.sheets(PERIOD, tmp_path / "phieu.pdf", DAY, silent)


def test_files_in_a_folder_never_take_the_place_of_others(
    context: AppContext, tmp_path: Path
) -> None:
    ids = add_year(context)
    made, _doubts = context.papers.add_draft("giay-moi-hop", PERIOD, str(ids["meeting"]), DAY)
    first = context.paper_files.into_folder([made], tmp_path, FileKind.WORD, silent)
    again = context.paper_files.into_folder([made], tmp_path, FileKind.WORD, silent)
    assert first[0] != again[0]
    assert first[0].exists()
    assert again[0].exists()
    assert context.papers.paper(made).summary.exported_at is not None


def test_each_kind_has_its_place_and_says_what_it_needs(context: AppContext) -> None:
    ids = add_year(context)
    for kind in context.papers.kinds():
        assert group_of(kind) in GROUP_NAMES
        assert needs_of(kind)
    kinds = {kind.key: kind for kind in context.papers.kinds()}
    meetings = paper_choices(context, kinds["bien-ban-hop"], PERIOD)
    assert str(ids["meeting"]) in [one.about for one in meetings]
    months = paper_choices(context, kinds["bao-cao-thang"], PERIOD)
    assert [one.about for one in months][:5] == [
        "2026-09",
        "2026-10",
        "2026-11",
        "2026-12",
        "2027-01",
    ]
    assert len(months) == 12


def test_every_choice_that_is_offered_can_be_drafted_or_says_why_not(context: AppContext) -> None:
    add_year(context)
    made, refused = 0, []
    for kind in context.papers.kinds():
        for choice in paper_choices(context, kind, PERIOD)[:2]:
            try:
                context.papers.compose(kind.key, PERIOD, choice.about, DAY)
            except InputError as error:
                refused.append(error)
            else:
                made += 1
    assert all(error.message and error.hint for error in refused)
    assert made >= 11
