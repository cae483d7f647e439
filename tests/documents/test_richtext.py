"""Text with marks: cut, joined, written as markup, and equal when it looks equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText, Run

BOLD, ITALIC = MarkStyle.BOLD, MarkStyle.ITALIC


def rich_texts() -> st.SearchStrategy[RichText]:
    texts = st.text(st.sampled_from("aấđ *\\\n."), max_size=12)
    marks = st.builds(Mark, st.integers(-2, 14), st.integers(-2, 14), st.sampled_from(MarkStyle))
    return st.builds(RichText, texts, st.lists(marks, max_size=4).map(tuple))


def test_marks_that_touch_or_overlap_become_one() -> None:
    text = RichText("thi đua", (Mark(4, 7, BOLD), Mark(0, 3, BOLD), Mark(3, 5, BOLD)))
    assert text.marks == (Mark(0, 7, BOLD),)


def test_marks_outside_the_text_are_cut_off() -> None:
    assert RichText("thi", (Mark(-5, 2, BOLD), Mark(2, 9, ITALIC), Mark(3, 8, BOLD))).marks == (
        Mark(0, 2, BOLD),
        Mark(2, 3, ITALIC),
    )


def test_two_texts_that_look_the_same_are_equal() -> None:
    one = RichText.from_runs([Run("thi ", bold=True), Run("đua", bold=True)])
    assert one == RichText("thi đua", (Mark(0, 7, BOLD),))
    assert hash(one) == hash(RichText("thi đua", (Mark(0, 7, BOLD),)))


def test_runs_are_the_stretches_of_one_style() -> None:
    text = RichText("abcd", (Mark(0, 3, BOLD), Mark(2, 4, ITALIC)))
    assert list(text.runs()) == [
        Run("ab", bold=True),
        Run("c", bold=True, italic=True),
        Run("d", italic=True),
    ]
    assert list(RichText("").runs()) == []


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("**đậm**", RichText("đậm", (Mark(0, 3, BOLD),))),
        ("*nghiêng*", RichText("nghiêng", (Mark(0, 7, ITALIC),))),
        ("***cả hai***", RichText("cả hai", (Mark(0, 6, BOLD), Mark(0, 6, ITALIC)))),
        ("*a **b** c*", RichText("a b c", (Mark(0, 5, ITALIC), Mark(2, 3, BOLD)))),
        (r"2 \* 3 = 6, \\", RichText("2 * 3 = 6, \\")),
        ("dấu * lẻ loi", RichText("dấu * lẻ loi")),
        ("**chưa đóng", RichText("**chưa đóng")),
    ],
)
def test_markup_is_read(markup: str, text: RichText) -> None:
    assert RichText.from_markup(markup) == text


@given(rich_texts())
def test_markup_gives_the_text_back(text: RichText) -> None:
    assert RichText.from_markup(text.to_markup()) == text
    assert RichText.from_runs(text.runs()) == text


@given(rich_texts(), st.integers(0, 12))
def test_a_text_cut_in_two_and_joined_is_the_same(text: RichText, cut: int) -> None:
    assert text[:cut] + text[cut:] == text


@given(rich_texts())
def test_stripping_takes_blanks_off_the_ends_and_keeps_the_marks_on_the_letters(
    text: RichText,
) -> None:
    stripped = text.stripped()
    assert stripped.plain == text.plain.strip()
    styled = [(run.bold, run.italic, letter) for run in text.runs() for letter in run.text]
    start = len(text.plain) - len(text.plain.lstrip())
    kept = styled[start : start + len(stripped.plain)]
    assert [(run.bold, run.italic, each) for run in stripped.runs() for each in run.text] == kept


def test_joined_strings_carry_no_marks() -> None:
    assert RichText("a", (Mark(0, 1, BOLD),)) + "b" == RichText("ab", (Mark(0, 1, BOLD),))


def test_words_change_under_their_marks_only_at_the_same_length() -> None:
    text = RichText("năm 2025", (Mark(4, 8, BOLD),))
    assert text.replace_plain("năm 2026") == RichText("năm 2026", (Mark(4, 8, BOLD),))
    with pytest.raises(ValueError, match="length"):
        text.replace_plain("năm 26")


def test_a_text_of_blanks_says_nothing() -> None:
    assert not RichText(" \n")
    assert RichText("a")
    assert str(RichText("a")) == "a"


def test_a_text_is_cut_in_one_piece_only() -> None:
    with pytest.raises(ValueError, match="one piece"):
        RichText("abcd")[::2]
