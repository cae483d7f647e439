"""Passages that two texts share are found whatever their diacritics, and told by their places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.vietnamese.overlap import (
    LEAST,
    FoldedText,
    dump_sketch,
    likeness,
    load_sketch,
    passages,
    share_of,
)

SENTENCE = "mỗi ngày hai em đọc to một trang sách cho cả lớp cùng nghe và cùng hỏi lại"
SYLLABLES = ("ba", "ca", "da", "ga", "la", "ma", "na", "pha", "qua", "ra")
WORDS = st.lists(st.sampled_from(SYLLABLES), max_size=60)


def test_a_common_sentence_is_found_with_its_places_in_both() -> None:
    own = {"a": "Cách làm mới.", "b": f"Ở lớp 1A, {SENTENCE}. Sau đó các em vẽ."}
    other = {"c": f"Giải pháp: {SENTENCE.upper()}!"}
    (found,) = passages(FoldedText(own), FoldedText(other))
    assert own[found.own.part][found.own.start : found.own.end] == SENTENCE
    assert other[found.other.part][found.other.start : found.other.end] == SENTENCE.upper()
    assert found.length == len(SENTENCE.split())


def test_diacritics_signs_and_line_ends_do_not_hide_a_passage() -> None:
    bare = "moi ngay hai em doc to, mot trang sach\ncho ca lop cung nghe - va cung hoi lai"
    (found,) = passages(FoldedText({"a": SENTENCE}), FoldedText({"a": bare}))
    assert found.length == len(SENTENCE.split())


def test_a_short_common_phrase_is_no_passage() -> None:
    own, other = FoldedText({"a": "học sinh lớp 1 của trường"}), FoldedText({"a": "học sinh lớp 1"})
    assert passages(own, other) == ()


def test_no_passage_runs_over_the_end_of_a_part() -> None:
    words = SENTENCE.split()
    own = FoldedText({"a": " ".join(words[:9]), "b": " ".join(words[9:])})
    assert passages(own, FoldedText({"a": SENTENCE})) == ()


@given(WORDS, WORDS, WORDS)
@settings(max_examples=80)
def test_what_is_long_enough_is_always_found_by_its_sketch(
    before: list[str], after: list[str], other: list[str]
) -> None:
    common = SENTENCE.split()[:LEAST]
    own = FoldedText({"a": " ".join([*before, *common, *after])})
    there = FoldedText({"a": " ".join([*other, *common])})
    assert own.sketch() & there.sketch()
    assert sum(one.length for one in passages(own, there)) >= LEAST


@given(WORDS, WORDS)
@settings(max_examples=80)
def test_passages_say_the_same_in_both_and_do_not_overlap(
    first: list[str], second: list[str]
) -> None:
    texts = " ".join(first), " ".join(second)
    own, other = FoldedText({"a": texts[0]}), FoldedText({"a": texts[1]})
    end = 0
    for one in passages(own, other):
        assert texts[0][one.own.start : one.own.end] == texts[1][one.other.start : one.other.end]
        assert one.own.start >= end
        end = one.own.end
    assert 0.0 <= share_of(passages(own, other), own) <= 1.0


def test_a_text_is_wholly_covered_by_itself() -> None:
    own = FoldedText({"a": SENTENCE})
    assert share_of(passages(own, own), own) == 1.0
    assert share_of((), FoldedText({})) == 0.0


def test_a_sketch_is_stored_as_text_and_read_again() -> None:
    marks = FoldedText({"a": SENTENCE}).sketch()
    assert set(load_sketch(dump_sketch(marks)) or ()) == marks
    assert load_sketch("") is None
    assert load_sketch(dump_sketch(())) == ()


def test_titles_are_alike_by_their_words() -> None:
    title = "Rèn kĩ năng đọc cho học sinh lớp 1"
    assert likeness(title, "rèn kĩ năng đọc cho học sinh lớp 1") == 1.0
    assert likeness(title, "Rèn kĩ năng đọc cho học sinh lớp 2") > 0.6
    assert likeness(title, "Vườn rau thuỷ canh") == 0.0
