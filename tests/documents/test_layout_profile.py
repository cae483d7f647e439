"""The profile of the decree, and what a school may and may not choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents import layout_profile
from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.layout_profile import Margins, load_profile
from tdkt_desktop.documents.page_settings import PageSettings, layout_for, make_layout
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.errors import InputError
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def test_every_role_and_every_column_has_its_rule() -> None:
    profile = load_profile()
    assert set(profile.roles) == set(Role)
    assert set(profile.table.columns) == set(ColumnRole)
    assert profile.effective_from == date(2020, 3, 5)


@pytest.mark.parametrize("preset", ["A13", "A12"])
def test_sizes_move_together(preset: str) -> None:
    layout = layout_for(PageSettings(preset=preset))
    size = {role: layout.style(role).size for role in Role}
    assert size[Role.MOTTO] == size[Role.NATIONAL_NAME] + 1
    assert size[Role.PLACE_DATE] == size[Role.MOTTO] == size[Role.PARAGRAPH]
    assert size[Role.ISSUING_BODY] == size[Role.PARENT_BODY] == size[Role.NATIONAL_NAME]
    assert (size[Role.NUMBER], size[Role.RECIPIENTS_HEAD], size[Role.RECIPIENT]) == (13, 12, 11)


def test_a_school_may_choose_within_the_law() -> None:
    page = PageSettings(
        Margins(25, 25, 35, 20), Margins(25, 20, 30, 20), "A12", indent=10, gap=8, line=1.5
    )
    layout = layout_for(page)
    assert layout.portrait.text_width == 155
    assert (layout.landscape.width, layout.landscape.height) == (297, 210)
    style = layout.style(Role.PARAGRAPH)
    assert (style.indent, style.before, style.line, style.size) == (10, 8, 1.5, 13)
    assert layout.style(Role.TITLE).line == 1


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (PageSettings(Margins(20, 20, 29.9, 15)), "Lề trái 29,9 mm"),
        (PageSettings(Margins(26, 20, 30, 15)), "Lề trên 26 mm"),
        (PageSettings(Margins(20, 15, 30, 15)), "Lề dưới 15 mm"),
        (PageSettings(landscape=Margins(20, 20, 30, 25)), "Lề phải 25 mm"),
        (PageSettings(line=1.6), "Khoảng cách dòng 1,6"),
        (PageSettings(gap=3), "Khoảng cách giữa các đoạn 3"),
        (PageSettings(indent=15), "Thụt đầu dòng 15 mm"),
        (PageSettings(preset="A14"), "A14"),
    ],
)
def test_what_the_law_does_not_allow_is_refused_with_what_it_does(
    page: PageSettings, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        layout_for(page)
    assert caught.value.hint


@given(st.floats(allow_nan=True))
def test_a_margin_is_taken_as_it_is_or_refused(left: float) -> None:
    page = PageSettings(Margins(20, 20, left, 15))
    try:
        layout = layout_for(page)
    except InputError:
        assert not 30 <= left <= 35
    else:
        assert layout.portrait.margins.left == left


def test_a_decree_that_replaces_another_is_taken_from_its_first_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = resource("layouts", "nd30.toml").read_text(encoding="utf-8")
    old = text.replace(
        'font = "Times', 'effective_to = 2027-07-01\nreplaced_by = "new"\nfont = "Times'
    )
    new = text.replace('key = "nd30"', 'key = "new"').replace("2020-03-05", "2027-07-01")
    (tmp_path / "old.toml").write_text(old, encoding="utf-8")
    (tmp_path / "new.toml").write_text(new, encoding="utf-8")
    monkeypatch.setattr(layout_profile, "resource", lambda _, name: tmp_path / name)
    assert load_profile("old", date(2027, 6, 30)).key == "nd30"
    assert load_profile("old", date(2027, 7, 1)).key == "new"
    assert load_profile("old").key == "nd30"


def test_a_layout_can_be_made_for_any_profile() -> None:
    profile = replace(load_profile(), default_preset="A12")
    layout = make_layout(profile, PageSettings())
    assert layout.style(Role.NATIONAL_NAME).size == 12
    assert layout.sheet(Orientation.LANDSCAPE).text_width == 297 - 45
