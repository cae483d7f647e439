"""Lines break where a word processor breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.metrics import text_width
from tdkt_desktop.exports.pdf_text import Look, break_lines

LOOK = Look(14.0)
TWIPS_PER_MM = 1440 / 25.4


def _width(text: str, *, italic: bool = False) -> float:
    """Return the room that text needs, a twip more than its width."""
    return text_width(text, LOOK.size, italic=italic) * TWIPS_PER_MM + 1


def _lines(text: str, room: float, first: float | None = None) -> list[str]:
    broken = break_lines(RichText.from_markup(text), LOOK, room if first is None else first, room)
    return ["".join(segment.text for segment in line.segments) for line in broken]


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert _lines("một hai ba bốn", _width("một hai ba")) == ["một hai ba", "bốn"]
    assert _lines("một hai ba bốn", _width("một hai ba") - 2) == ["một hai", "ba bốn"]


def test_the_first_line_may_be_shorter() -> None:
    room = _width("một hai ba bốn")
    assert _lines("một hai ba bốn", room, _width("một hai")) == ["một hai", "ba bốn"]


@pytest.mark.parametrize(
    ("word", "head"),
    [("2026-2027", "2026-"), ("QĐ-THNVT", "QĐ-"), ("xanh–sạch", "xanh–"), ("dài…ngắn", "dài…")],
)
def test_a_word_breaks_after_a_dash(word: str, head: str) -> None:
    assert _lines(f"ab {word}", _width(f"ab {head}"))[0] == f"ab {head}"


@pytest.mark.parametrize(
    "word", ["30/2020", "năm\u00a0học", "aa.bb", "98,5%", "(a)(b)", "a:b", "x/y", "xong./."]
)
def test_other_words_stay_whole(word: str) -> None:
    assert _lines(f"ab {word}", _width(f"ab {word}") - 2) == ["ab", word]


def test_a_word_longer_than_the_line_is_cut_between_letters() -> None:
    lines = _lines("m" * 50, _width("m" * 20))
    assert [len(line) for line in lines] == [20, 20, 10]


def test_a_line_break_is_kept_even_twice() -> None:
    assert _lines("một\n\nhai", 9000) == ["một", "", "hai"]


def test_only_the_last_line_ends_the_paragraph() -> None:
    lines = break_lines(RichText("một hai\nba bốn năm"), LOOK, 9000, _width("ba bốn"))
    assert [line.ends for line in lines] == [True, False, True]


def test_a_line_that_ends_in_italics_keeps_a_little_room() -> None:
    room = _width("một hai", italic=True)
    assert _lines("*một hai*", room + 27) == ["một hai"]
    assert _lines("*một hai*", room + 20) == ["một", "hai"]


def test_marks_change_the_face_within_a_line() -> None:
    (line,) = break_lines(RichText.from_markup("một **hai** *ba*"), LOOK, 9000, 9000)
    faces = [(segment.text, segment.face) for segment in line.segments]
    assert faces == [
        ("một ", (False, False)),
        ("hai", (True, False)),
        (" ", (False, False)),
        ("ba", (False, True)),
    ]
    assert line.width == pytest.approx(sum(segment.width for segment in line.segments))


@given(
    words=st.lists(st.text("aăâbcđéêịơư-/.,5", min_size=1, max_size=12), max_size=40),
    room=st.floats(400, 9000),
)
def test_no_letter_is_lost_and_no_line_is_too_wide(words: list[str], room: float) -> None:
    text = " ".join(words)
    lines = break_lines(RichText(text), LOOK, room, room)
    shown = "".join(segment.text for line in lines for segment in line.segments)
    assert shown.replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= room for line in lines)
