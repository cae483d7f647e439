"""A document as plain text: what a person reads, with numbers and end marks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Column, ColumnRole, Heading, Table
from tdkt_desktop.documents.end_marks import with_end_marks
from tdkt_desktop.documents.numbering import block_labels, group_numbers, row_numbers
from tdkt_desktop.documents.table_places import column_name
from tdkt_desktop.documents.walk import annex_name, number_text, place_and_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.documents.document import OfficialDocument, Signature
    from tdkt_desktop.documents.richtext import RichText

_CELL_GAP = " | "


def to_text(document: OfficialDocument) -> str:
    """Return the document as plain text, one paragraph or table row a line.

    The national name and motto, the same on every paper, are left out.
    """
    return "\n".join(_lines(with_end_marks(document))) + "\n"


def block_text(block: Block, label: str = "") -> str:
    """Return one block as plain text; a table has a line for each row."""
    if isinstance(block, Table):
        return "\n".join(_table(block))
    text = block.title if isinstance(block, Heading) else block.text
    return f"{label} {text.plain}".strip()


def _lines(document: OfficialDocument) -> Iterator[str]:
    head = document.letterhead
    yield from (*head.parent_body, *head.issuing_body)
    yield f"Số: {number_text(document)}"
    yield place_and_date(document)
    yield from ("", document.title, document.subject.plain, "")
    if document.authority:
        yield document.authority
    yield from (f"Kính gửi: {name}" for name in document.addressees)
    yield from _plain(document.grounds, document.preamble)
    yield from _blocks(document.body)
    yield from _plain(document.closing)
    yield from _end(document)
    for index, annex in enumerate(document.annexes):
        yield from ("", annex_name(document, index), annex.title.plain)
        yield from _blocks(annex.blocks)


def _end(document: OfficialDocument) -> Iterator[str]:
    if document.recipients:
        yield from ("", "Nơi nhận:", *(f"- {name}" for name in document.recipients))
    for signature in filter(None, (document.co_signature, document.signature)):
        yield from _signature(signature)


def _signature(signature: Signature) -> Iterator[str]:
    parts = (*signature.authority, signature.title, signature.office, signature.name)
    filled = [part for part in parts if part]
    yield from ("", *filled) if filled else ()


def _plain(*texts: Sequence[RichText]) -> Iterator[str]:
    return (text.plain for text in chain(*texts))


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block, label in zip(blocks, block_labels(blocks), strict=True):
        yield block_text(block, label)


def _table(table: Table) -> Iterator[str]:
    yield _row(column_name(column) for column in table.columns)
    for group, number, rows in zip(
        table.groups, group_numbers(table), row_numbers(table), strict=True
    ):
        if group.title:
            yield f"{number}. {group.title.plain}" if number else group.title.plain
        for row, mark in zip(group.rows, rows, strict=True):
            yield _row(_with_number(table.columns, [cell.plain for cell in row.cells], mark))


def _with_number(columns: Sequence[Column], cells: list[str], mark: str) -> list[str]:
    """Put a row's number where the number column stands."""
    roles = [column.role for column in columns]
    if ColumnRole.NUMBER in roles:
        cells.insert(roles.index(ColumnRole.NUMBER), mark)
    return cells


def _row(cells: Iterable[str]) -> str:
    return _CELL_GAP.join(cell.replace("\n", " ") for cell in cells)
