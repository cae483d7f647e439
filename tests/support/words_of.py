"""The words of a source and of a tree, in reading order: what a reader must not lose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Heading, Table
from tdkt_desktop.imports.source import SourceDocument, SourceLine, SourceTable
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.document import OfficialDocument

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words and numbers of a text."""
    return _WORD.findall(clean(text))


def source_words(source: SourceDocument) -> list[str]:
    """Return the words of everything that was read."""
    return words(" ".join(_source_texts(source)))


def _source_texts(source: SourceDocument) -> Iterator[str]:
    for item in source.items:
        if isinstance(item, SourceLine):
            yield item.text.plain
        elif isinstance(item, SourceTable):
            yield from (cell.text.plain for row in item.rows for cell in row if not cell.covered)


def tree_words(document: OfficialDocument) -> list[str]:
    """Return the words of a document as it is printed, without the numbers that it is given."""
    return words(" ".join(_tree_texts(document)))


def _tree_texts(document: OfficialDocument) -> Iterator[str]:
    head = document.letterhead
    yield from (*head.parent_body, *head.issuing_body)
    if document.number.symbol:
        yield f"Số {document.number.value} {document.number.symbol}"
    yield document.place
    if day := document.issued_on:
        yield f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    yield from (document.title, document.subject.plain, *document.addressees)
    for text in (*document.grounds, *document.preamble):
        yield text.plain
    yield from _block_texts(document.body)
    yield from (text.plain for text in document.closing)
    yield from ("Nơi nhận", *document.recipients) if document.recipients else ()
    for signer in filter(None, (document.co_signature, document.signature)):
        yield from (*signer.authority, signer.title, signer.office, signer.name)
    for annex in document.annexes:
        yield from ("Phụ lục", annex.title.plain, annex.reference)
        yield from _block_texts(annex.blocks)


def _block_texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (f"{column.over} {column.title}" for column in block.columns)
            for group in block.groups:
                yield group.title.plain
                yield from (cell.plain for row in group.rows for cell in row.cells)
        else:
            yield block.title.plain if isinstance(block, Heading) else block.text.plain
