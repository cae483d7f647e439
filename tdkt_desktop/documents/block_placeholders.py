"""Placeholders that stand for whole blocks: `{{bang_thanh_vien}}` alone in a paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Paragraph
from tdkt_desktop.documents.placeholders import find_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tdkt_desktop.documents.document import OfficialDocument


def fill_blocks(
    document: OfficialDocument, blocks: Mapping[str, Sequence[Block]]
) -> OfficialDocument:
    """Put blocks in the place of paragraphs of body and annexes that hold only their placeholder.

    A placeholder that `blocks` does not know stays for `placeholders.fill`.
    """
    return replace(
        document,
        body=tuple(_filled(document.body, blocks)),
        annexes=tuple(
            replace(annex, blocks=tuple(_filled(annex.blocks, blocks)))
            for annex in document.annexes
        ),
    )


def _filled(there: Sequence[Block], blocks: Mapping[str, Sequence[Block]]) -> Iterator[Block]:
    for block in there:
        name = _name_alone(block)
        if name in blocks:
            yield from blocks[name]
        else:
            yield block


def _name_alone(block: Block) -> str:
    """Return the name of the placeholder that a paragraph consists of; empty for any other."""
    if not isinstance(block, Paragraph):
        return ""
    text = block.text.plain.strip()
    found = find_placeholders(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].name if whole else ""
