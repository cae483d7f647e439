"""Cleaning, folding and the Vietnamese order of words and names."""

from __future__ import annotations

import random
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.vietnamese.text import NBSP, clean, clean_line, fold, name_key, sort_key

WORDS = [
    "3 tốt", "12 điều", "a", "à", "ả", "ã", "á", "ạ", "an", "án", "ăn", "ẵn", "âm", "ẩm", "ấm",
    "ba", "ba ba", "ba vạ", "bà", "bà ba", "bả", "bã", "bá", "bạ", "bách", "ca", "chanh", "cốc",
    "da", "dương", "đa", "đã", "đá", "đương", "e", "em", "ê", "ế", "êm", "fa", "ga", "ghế", "hoa",
    "hoà", "hoả", "hoá", "hoạ", "i", "in", "khen", "la", "la bàn", "là", "nga", "ngã", "ngô",
    "nha", "o", "ong", "ô", "ông", "ơ", "ờ", "ơn", "phố", "quà", "ta", "thi đua", "thì", "thỉ",
    "thí", "thị", "tôn", "u", "ung", "ư", "ừ", "ưng", "vườn", "xa", "y", "ỷ", "ý",
]  # fmt: skip

NAMES = [
    "Trần Văn An", "Bùi Thị Ân", "Lê Văn Ân", "Lê Thị Bình", "Phạm Dung", "Võ Thị Thu Dũng",
    "Hồ Văn Đạt", "Cao Minh Đức", "Đặng Minh Đức", "Đỗ Minh Đức", "Vũ Hoa", "Mai Hòa", "Ngô Hoà",
]  # fmt: skip


def shuffled(items: list[str]) -> list[str]:
    copy = list(items)
    random.Random(7).shuffle(copy)
    return copy


def test_words_sort_as_in_a_vietnamese_dictionary() -> None:
    assert sorted(shuffled(WORDS), key=sort_key) == WORDS


def test_numbers_inside_text_sort_by_size() -> None:
    groups = ["Tổ", "Tổ 1", "Tổ 2", "Tổ 10"]
    assert sorted(shuffled(groups), key=sort_key) == groups
    classes = ["6A1", "6A2", "6A10", "7A1", "10A1"]
    assert sorted(shuffled(classes), key=sort_key) == classes


def test_both_places_of_the_tone_mark_weigh_the_same() -> None:
    pairs = ["hoà an", "hòa bình", "hoà ca"]
    assert sorted(shuffled(pairs), key=sort_key) == pairs


def test_people_sort_by_given_name_then_by_the_rest() -> None:
    assert sorted(shuffled(NAMES), key=name_key) == NAMES


def test_capitals_do_not_part_people_of_one_given_name() -> None:
    names = ["Bùi Văn AN", "Cao Thị An", "Đỗ văn an"]
    assert sorted(shuffled(names), key=name_key) == names


def test_sqlite_orders_by_the_keys_as_python_does() -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create table person (name text, key text)")
    rows = [(name, name_key(name)) for name in shuffled(NAMES)]
    base.executemany("insert into person values (?, ?)", rows)
    stored = [row[0] for row in base.execute("select name from person order by key")]
    base.close()
    assert stored == sorted(NAMES, key=name_key)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tru\u031bo\u031bng", "Trương"),
        ("\ufeffKế hoạch\x00", "Kế hoạch"),
        ("thi\u00ad đua\u200b", "thi đua"),
        ("a\u2003b\u3000c", "a b c"),
        (f"Số:{NBSP}12", f"Số:{NBSP}12"),
        ("a\u202fb", f"a{NBSP}b"),
        ("dòng 1\r\ndòng 2\x0bdòng 3\u2028", "dòng 1\ndòng 2\ndòng 3\n"),
        ("cột\tcột", "cột\tcột"),
        ("NÐ-CP", "NĐ-CP"),
        ("a\ud800b\uffff", "ab"),
        ("", ""),
    ],
)
def test_cleaning_leaves_only_what_is_seen(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_line_has_single_spaces_and_keeps_nbsp() -> None:
    assert clean_line("  ngày\t 05 \n tháng  01 ") == "ngày 05 tháng 01"
    assert clean_line(f" năm{NBSP} ") == f"năm{NBSP}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn Thanh niên", "doan thanh nien"),
        ("ĐỨC, ộ ữ ế ẫ", "duc, o u e a"),
        ("Ðề án", "de an"),
        (f"20{NBSP}tháng", "20 thang"),
    ],
)
def test_folding_takes_away_case_and_marks(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_all_vietnamese_letters_fold_to_ascii() -> None:
    vowels = [v + tone for v in "aăâeêioôơuưy" for tone in ("", *"\u0300\u0309\u0303\u0301\u0323")]
    text = unicodedata.normalize("NFC", "".join(vowels)) + "đ"
    assert fold(text.upper()) == fold(text)
    assert fold(text).isascii()


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)
    assert unicodedata.is_normalized("NFC", once)
    assert not {"\x00", "\r", "\ufeff", "\u200b", "\xad"} & set(once)
    once.encode()


@given(st.text())
def test_decomposed_text_means_the_same(text: str) -> None:
    nfd = unicodedata.normalize("NFD", text)
    nfc = unicodedata.normalize("NFC", text)
    assert fold(nfd) == fold(nfc)
    assert sort_key(nfd) == sort_key(nfc)
    assert name_key(nfd) == name_key(nfc)


@given(st.lists(st.text()))
def test_keys_order_alike_in_memory_and_as_bytes(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert sorted(keys) == sorted(keys, key=str.encode)
