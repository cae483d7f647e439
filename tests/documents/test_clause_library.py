"""Clauses are read from files a person can edit, and found by word, level and heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.blocks import Clause, Heading, Level
from tdkt_desktop.documents.clause_library import (
    find_clauses,
    read_clauses,
    shipped_clauses,
)
from tdkt_desktop.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

ONE = """
[[clause]]
key = "kinh-phi.mot"
heading = "Kinh phí"
levels = ["TH", "THCS"]
tags = ["dự toán"]
text = '''- Kế toán lập dự toán.'''
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "kinh-phi.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_clause_keeps_its_words_and_becomes_blocks(tmp_path: Path) -> None:
    (clause,) = read_clauses(written(tmp_path, ONE))
    assert (clause.key, clause.heading, clause.tags) == ("kinh-phi.mot", "Kinh phí", ("dự toán",))
    (block,) = clause.blocks
    assert isinstance(block, Clause)
    assert block.level is Level.DASH
    assert block.text.plain == "Kế toán lập dự toán."


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kinh-phi.toml"
    path.write_text(ONE, encoding="utf-8-sig")
    assert len(read_clauses(path)) == 1


def test_a_clause_with_a_title_becomes_a_heading_and_its_dashes() -> None:
    (chair,) = (c for c in shipped_clauses() if c.key == "to-chuc-thuc-hien.chu-tich")
    first, *others = chair.blocks
    assert isinstance(first, Heading)
    assert first.title.plain == "Chủ tịch Hội đồng"
    assert len(others) == 2


@pytest.mark.parametrize(
    ("level", "fits"),
    [("TH", True), ("THCS", True), ("THPT", False), ("MN", False), ("LIEN_CAP", True)],
)
def test_a_clause_suits_the_levels_it_names(tmp_path: Path, level: str, fits: bool) -> None:
    (clause,) = read_clauses(written(tmp_path, ONE))
    assert clause.suits(level) is fits


def test_a_clause_without_levels_suits_every_school(tmp_path: Path) -> None:
    text = ONE.replace('levels = ["TH", "THCS"]\n', "")
    (clause,) = read_clauses(written(tmp_path, text))
    assert all(clause.suits(level) for level in ("MN", "TH", "THCS", "THPT", "LIEN_CAP"))


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('key = "kinh-phi.mot"', "key = 5", "thiếu key"),
        ("'''- Kế toán lập dự toán.'''", "''' '''", "thiếu text"),
        ('heading = "Kinh phí"\n', "", "thiếu heading"),
        ('["TH", "THCS"]', '["TIEU_HOC"]', "cấp học"),
        ('["TH", "THCS"]', "[]", "cấp học"),
        ('["TH", "THCS"]', '"TH"', "levels"),
        ('["dự toán"]', "[1]", "tags"),
        ("[[clause]]", "[clause]", "[[clause]]"),
        ("[[clause]]", "[[clause]", "Không đọc được"),
    ],
)
def test_a_bad_clause_is_named_with_its_fault_and_its_file(
    tmp_path: Path, before: str, after: str, reason: str
) -> None:
    assert before in ONE
    with pytest.raises(InputError) as caught:
        read_clauses(written(tmp_path, ONE.replace(before, after)))
    assert reason in caught.value.message
    assert "kinh-phi.toml" in caught.value.message
    assert caught.value.hint


def test_two_clauses_with_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"kinh-phi\.mot"):
        read_clauses(written(tmp_path, ONE + ONE))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="khong-co"):
        read_clauses(tmp_path / "khong-co.toml")


def test_clauses_are_found_without_marks_by_words_and_tags() -> None:
    found = {clause.key for clause in find_clauses(shipped_clauses(), "an toan THUC pham")}
    assert found == {"phong-trao.bep-an-an-toan"}


def test_a_choice_narrows_by_level_and_heading() -> None:
    for clause in find_clauses(shipped_clauses(), level="MN", heading="Sáng kiến"):
        assert clause.heading == "Sáng kiến"
        assert {"MN", "all"} & set(clause.levels)
    assert len(find_clauses(shipped_clauses(), level="MN", heading="Sáng kiến")) >= 5


@given(st.text(max_size=30))
def test_any_words_may_be_searched_and_narrow_the_library(words: str) -> None:
    found = find_clauses(shipped_clauses(), words)
    assert set(found) <= set(shipped_clauses())
    assert found == tuple(clause for clause in shipped_clauses() if clause in found)
    assert set(find_clauses(found, "sáng kiến")) <= set(found)
