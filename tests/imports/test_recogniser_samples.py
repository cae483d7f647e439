"""Real plans, where the machine has them: `TDKT_SAMPLES` names their folder."""

from __future__ import annotations

import json
import os
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from words_of import source_words, tree_words, words

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Table
from tdkt_desktop.documents.numbering import block_numbers
from tdkt_desktop.imports.plan_import import import_plan
from tdkt_desktop.imports.reader import read_source

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.imports.reading import Recognition

FOLDER = Path(os.environ.get("TDKT_SAMPLES", ""))
EXPECTED = sorted(FOLDER.glob("expected/*.json")) if "TDKT_SAMPLES" in os.environ else []

pytestmark = pytest.mark.skipif(not EXPECTED, reason="TDKT_SAMPLES names no folder of samples")
each_sample = pytest.mark.parametrize("expected_path", EXPECTED, ids=lambda path: path.stem)


@cache
def imported(path: Path) -> tuple[dict[str, Any], Recognition]:
    expected = json.loads(path.read_text("utf-8"))
    return expected, import_plan(FOLDER / expected["source"])


def numbered(document: OfficialDocument, level: Level) -> list[tuple[Block, str]]:
    numbers = block_numbers(document.body)
    return [
        (block, number)
        for block, number in zip(document.body, numbers, strict=True)
        if isinstance(block, Heading | Clause) and block.level is level
    ]


def children_per_section(document: OfficialDocument) -> list[int]:
    counts: list[int] = []
    for block in document.body:
        level = getattr(block, "level", None)
        if level is Level.ROMAN:
            counts.append(0)
        elif level is Level.ARABIC:
            counts[-1] += 1
    return counts


@each_sample
def test_the_head_and_the_end_are_what_they_should_be(expected_path: Path) -> None:
    expected, recognition = imported(expected_path)
    document = recognition.document

    assert document.year == expected["year"]
    assert (document.number.value or None) == expected["number"]
    assert (document.place or None) == expected["place"]
    issued_on = document.issued_on.isoformat() if document.issued_on else None
    assert issued_on == expected["issued_on"]
    assert len(document.recipients) == expected["recipients"]
    assert document.signature.name == expected["signer"]


@each_sample
def test_every_document_that_the_plan_rests_on_stands_in_its_opening(expected_path: Path) -> None:
    expected, recognition = imported(expected_path)
    document = recognition.document

    opening = " ".join(text.plain for text in (*document.grounds, *document.preamble))
    assert [
        base["number"] for base in expected["legal_bases"] if base["number"] not in opening
    ] == []


@each_sample
def test_the_levels_are_what_they_should_be(expected_path: Path) -> None:
    expected, recognition = imported(expected_path)

    sections = [number for _block, number in numbered(recognition.document, Level.ROMAN)]
    assert sections == expected["level_1"]
    assert children_per_section(recognition.document) == expected["level_2_count_per_section"]


@each_sample
def test_the_tables_have_their_columns_and_rows(expected_path: Path) -> None:
    expected, recognition = imported(expected_path)
    document = recognition.document

    blocks = [*document.body, *(block for annex in document.annexes for block in annex.blocks)]
    found = [
        {
            "columns": len(block.columns),
            "rows_per_group": [len(group.rows) for group in block.groups],
        }
        for block in blocks
        if isinstance(block, Table)
    ]
    assert found == expected["tables"]


@each_sample
def test_every_word_reaches_the_tree_in_order(expected_path: Path) -> None:
    expected, recognition = imported(expected_path)
    source = source_words(read_source(FOLDER / expected["source"]))
    tree = tree_words(recognition.document)
    heads = {word for annex in recognition.document.annexes for word in head_words(annex.blocks)}

    matcher = SequenceMatcher(None, source, tree, autojunk=False)
    gone = [
        word
        for kind, start, end, *_rest in matcher.get_opcodes()
        if kind in ("delete", "replace")
        for word in source[start:end]
    ]
    assert [word for word in gone if word not in heads and not re.fullmatch(TYPED, word)] == []


TYPED = r"\d+|[IVX]+|PHỤ|LỤC"


def head_words(blocks: tuple[Block, ...]) -> list[str]:
    tables = [block for block in blocks if isinstance(block, Table)]
    return words(" ".join(column.title for table in tables for column in table.columns))
