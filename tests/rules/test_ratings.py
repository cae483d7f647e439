"""The words of ratings belong to their time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.ratings import load_ratings

if TYPE_CHECKING:
    from pathlib import Path

WORDS = load_ratings()


@pytest.mark.parametrize(
    "day", [date(2005, 5, 31), date(2020, 8, 19), date(2020, 8, 20), date(2026, 5, 31)]
)
def test_every_day_has_each_level_once_the_highest_first(day: date) -> None:
    assert [word.code for word in WORDS.on(day)] == ["HTXSNV", "HTTNV", "HTNV", "KHTNV"]


def test_the_words_follow_the_day() -> None:
    assert WORDS.name("HTNV", date(2026, 5, 31)) == "Hoàn thành nhiệm vụ"
    assert "hạn chế" in WORDS.name("HTNV", date(2018, 5, 31))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HTXSNV", "HTXSNV"),
        ("hoan thanh tot nhiem vu", "HTTNV"),
        ("Xuất sắc", "HTXSNV"),
        ("abc", None),
    ],
)
def test_words_of_any_time_give_their_code(text: str, code: str | None) -> None:
    assert WORDS.code_of(text) == code


def test_no_two_words_of_different_levels_are_alike() -> None:
    names = [(name, word.code) for word in WORDS.words for name in (word.name, *word.aliases)]
    assert all(WORDS.code_of(name) == code for name, code in names)


def test_every_word_says_how_far_it_was_verified() -> None:
    assert all(word.verification for word in WORDS.words)
    assert not any(word.verified and word.verification == "MEMORY" for word in WORDS.words)


@pytest.mark.parametrize("text", ["ratings = 3", "[[ratings]]\nmood = 1", "="])
def test_a_bad_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "của trường.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="của trường"):
        load_ratings(path)
