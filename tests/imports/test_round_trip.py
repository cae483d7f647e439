"""A plan that the program wrote as a Word file is read back as the same tree."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from made_up import documents

from tdkt_desktop.documents.blocks import Block, RowNumbering, Table
from tdkt_desktop.documents.numbering import row_numbers
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.plan_import import import_plan
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.recogniser import recognise
from tdkt_desktop.imports.source import SourceDocument, SourceLine, SourceTable

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument


PLANS = sorted((Path(__file__).parent / "plans").iterdir())


def as_printed(document: OfficialDocument) -> OfficialDocument:
    """Forget what no paper shows: the years of a plan, widths left to the role."""
    return replace(
        document,
        year=None,
        school_year=None,
        body=tuple(map(_block_as_printed, document.body)),
        annexes=tuple(
            replace(annex, blocks=tuple(map(_block_as_printed, annex.blocks)))
            for annex in document.annexes
        ),
    )


def _block_as_printed(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    columns = tuple(replace(column, width=0.0) for column in block.columns)
    anew = replace(block, columns=columns, numbering=RowNumbering.PER_GROUP)
    # Both ways of counting may print the same numbers.
    return anew if row_numbers(anew) == row_numbers(block) else replace(block, columns=columns)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trip") / "ke-hoach.docx"


def through_word(document: OfficialDocument, target: Path) -> OfficialDocument:
    stream = BytesIO()
    write_docx(document, stream, PageSettings())
    target.write_bytes(stream.getvalue())
    return import_plan(target).document


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_a_written_plan_is_read_back_as_the_same_tree(
    document: OfficialDocument, target: Path
) -> None:
    again = through_word(document, target)

    assert as_printed(again) == as_printed(document)


def without_looks(source: SourceDocument) -> SourceDocument:
    """Take away everything that the file says about its lines but their words."""
    items = tuple(
        SourceLine(item.text, item.place)
        if isinstance(item, SourceLine)
        else replace(item, head_rows=0)
        if isinstance(item, SourceTable)
        else item
        for item in source.items
    )
    return replace(source, items=items)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_written_plan_is_read_back_even_from_its_bare_words(path: Path, target: Path) -> None:
    document = import_plan(path).document
    again = through_word(document, target)

    bare = build(recognise(without_looks(read_source(target))))

    assert as_printed(again) == as_printed(document)
    assert as_printed(bare.document) == as_printed(document)
    assert bare.renumbered == ()
