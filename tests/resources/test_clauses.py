"""The clause library offers real alternatives to the sentences of the templates."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from shipped_texts import (
    CLAUSE_FILES,
    TEMPLATE_FILES,
    Clause,
    faults_of_writing,
    placeholders,
    sentences,
    shipped_clauses,
    shipped_template,
    template_texts,
    unknown_placeholders,
)

from tdkt_desktop.documents.blocks import Heading
from tdkt_desktop.documents.markup import parse_blocks
from tdkt_desktop.documents.template import LEVELS
from tdkt_desktop.vietnamese.anniversaries import commemorative_days
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from pathlib import Path

CLAUSES = shipped_clauses()
ALL_LEVELS = "all"


def offered_to(level: str) -> list[Clause]:
    return [clause for clause in CLAUSES if {level, ALL_LEVELS} & set(clause.levels)]


def test_there_are_more_than_a_hundred_and_twenty_clauses_with_keys_of_their_own() -> None:
    assert len(CLAUSES) >= 120
    assert [key for key, count in Counter(c.key for c in CLAUSES).items() if count > 1] == []


@pytest.mark.parametrize("path", CLAUSE_FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_heading_and_its_keys_are_named_after_it(path: Path) -> None:
    mine = [clause for clause in CLAUSES if clause.key.startswith(f"{path.stem}.")]
    assert len(mine) >= 8
    assert len({clause.heading for clause in mine}) == 1


def test_keys_are_stable_words_without_marks() -> None:
    pattern = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
    assert [c.key for c in CLAUSES if not pattern.fullmatch(c.key)] == []


def test_levels_are_known_and_each_level_has_a_choice_of_its_own() -> None:
    for clause in CLAUSES:
        assert clause.levels == (ALL_LEVELS,) or set(clause.levels) <= set(LEVELS)
    for level in LEVELS:
        assert len(offered_to(level)) >= 100
        assert sum(level in clause.levels for clause in CLAUSES) >= 15


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_finds_several_clauses_under_every_heading(level: str) -> None:
    headings = Counter(clause.heading for clause in offered_to(level))
    assert set(headings) == {clause.heading for clause in CLAUSES}
    assert min(headings.values()) >= 5


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.key)
def test_a_clause_is_read_as_blocks_and_is_well_written(clause: Clause) -> None:
    blocks = parse_blocks(clause.text, clause.key)
    assert blocks
    assert len(blocks) == 1 or isinstance(blocks[0], Heading)
    assert clause.text.endswith(".")
    assert faults_of_writing(clause.text) == []
    assert clause.tags
    assert all(tag == tag.strip() and tag for tag in clause.tags)


def test_every_commemorative_day_is_in_the_calendar() -> None:
    known = {day.key for day in commemorative_days()}
    used = set().union(*(placeholders(clause.text) for clause in CLAUSES))
    assert {name.partition(":")[2] for name in used if ":" in name} <= known


def test_no_clause_says_what_another_clause_says() -> None:
    counted = Counter(text for clause in CLAUSES for text in sentences(clause.text))
    assert [text for text, count in counted.items() if count > 1] == []


def test_no_clause_is_a_sentence_of_a_template() -> None:
    templates = [shipped_template(path.name) for path in TEMPLATE_FILES]
    spoken = {
        sentence
        for template in templates
        for text in template_texts(template)
        for sentence in sentences(text)
    }
    assert {text for clause in CLAUSES for text in sentences(clause.text)} & spoken == set()


def test_a_search_for_a_word_without_marks_finds_its_clauses() -> None:
    found = {
        clause.key
        for clause in CLAUSES
        if "huong nghiep" in fold(" ".join((clause.text, *clause.tags)))
    }
    assert "muc-dich.phan-luong-huong-nghiep" in found
    assert len(found) < 12


def test_every_placeholder_is_in_the_dictionary() -> None:
    used = set().union(*(placeholders(clause.text) for clause in CLAUSES))
    assert used
    assert unknown_placeholders(used) == set()
