"""No page that LibreOffice begins by count follows a paragraph that is kept with the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.page_settings import PageSettings, layout_for
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.office_pages import low_paragraphs
from tdkt_desktop.exports.pieces import Line

LAYOUT = layout_for(PageSettings())
FIRST_OF_SHORT, FIRST_OF_LONG = 25, 20


def _lines(kinds: str) -> list[Line]:
    """Make a heading for each H and a paragraph for each other letter."""
    roles = [Role.HEADING_ROMAN if kind == "H" else Role.PARAGRAPH for kind in kinds]
    return [Line(role, LAYOUT.style(role), RichText("chữ")) for role in roles]


def test_a_document_without_headings_gets_nothing() -> None:
    assert low_paragraphs(_lines("p" * 60), ()) == 0


@pytest.mark.parametrize(("length", "first"), [(60, FIRST_OF_SHORT), (200, FIRST_OF_LONG)])
def test_a_heading_right_before_a_new_page_is_moved_away_from_it(length: int, first: int) -> None:
    kinds = ["p"] * length
    kinds[first - 3] = "H"  # after the two rows of the header, the last one of the page
    assert low_paragraphs(_lines("".join(kinds)), ()) == 1
    kinds[first - 4] = "H"
    assert low_paragraphs(_lines("".join(kinds)), ()) == 2


def test_annexes_count_for_the_length_of_the_document() -> None:
    kinds = ["p"] * 60
    kinds[FIRST_OF_LONG - 3] = "H"
    assert low_paragraphs(_lines("".join(kinds)), ()) == 0
    assert low_paragraphs(_lines("".join(kinds)), _lines("p" * 60)) == 1


@given(st.text("Hpp", max_size=150))
def test_there_are_never_more_than_a_few(kinds: str) -> None:
    assert 0 <= low_paragraphs(_lines(kinds), ()) <= 2
