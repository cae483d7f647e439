"""Makes a new document by changing every text of another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from tdkt_desktop.documents.blocks import Block, Heading, RowGroup, Table
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tdkt_desktop.documents.document import Annex, OfficialDocument, Signature

    Change: TypeAlias = Callable[[RichText], RichText]


def map_texts(document: OfficialDocument, change: Change) -> OfficialDocument:
    """Return the document with every text changed; texts without marks lose those of `change`."""
    head = document.letterhead
    return replace(
        document,
        title=_plain(document.title, change),
        subject=change(document.subject),
        letterhead=replace(
            head,
            parent_body=_plains(head.parent_body, change),
            issuing_body=_plains(head.issuing_body, change),
        ),
        place=_plain(document.place, change),
        authority=_plain(document.authority, change),
        addressees=_plains(document.addressees, change),
        grounds=tuple(map(change, document.grounds)),
        preamble=tuple(map(change, document.preamble)),
        body=map_block_texts(document.body, change),
        closing=tuple(map(change, document.closing)),
        signature=_signature(document.signature, change),
        co_signature=document.co_signature and _signature(document.co_signature, change),
        recipients=_plains(document.recipients, change),
        annexes=tuple(_annex(annex, change) for annex in document.annexes),
    )


def map_block_texts(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Return blocks with every text changed."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Table):
        return _table(block, change)
    if isinstance(block, Heading):
        return replace(block, title=change(block.title))
    return replace(block, text=change(block.text))


def _table(table: Table, change: Change) -> Table:
    columns = tuple(
        replace(column, title=_plain(column.title, change), over=_plain(column.over, change))
        for column in table.columns
    )
    return replace(
        table, columns=columns, groups=tuple(_group(group, change) for group in table.groups)
    )


def _group(group: RowGroup, change: Change) -> RowGroup:
    rows = tuple(replace(row, cells=tuple(map(change, row.cells))) for row in group.rows)
    return replace(group, title=change(group.title), rows=rows)


def _annex(annex: Annex, change: Change) -> Annex:
    return replace(annex, title=change(annex.title), blocks=map_block_texts(annex.blocks, change))


def _signature(signature: Signature, change: Change) -> Signature:
    return replace(
        signature,
        authority=_plains(signature.authority, change),
        title=_plain(signature.title, change),
        office=_plain(signature.office, change),
        name=_plain(signature.name, change),
    )


def _plain(text: str, change: Change) -> str:
    return change(RichText(text)).plain


def _plains(texts: tuple[str, ...], change: Change) -> tuple[str, ...]:
    return tuple(_plain(text, change) for text in texts)
