"""A document written as a few short lines, so that a test can show what it expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Paragraph, Table
from tdkt_desktop.documents.numbering import block_labels, group_numbers, row_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def outline(blocks: Sequence[Block], length: int = 18) -> list[str]:
    """Return a line for each block: `#` before a title, the number, how its text begins."""
    return [
        line
        for pair in zip(blocks, block_labels(blocks), strict=True)
        for line in _lines(*pair, length)
    ]


def _lines(block: Block, label: str, length: int) -> Iterator[str]:
    if isinstance(block, Table):
        yield from table_outline(block, length)
        return
    text = block.title if isinstance(block, Heading) else block.text
    mark = {Heading: "# ", Clause: "", Paragraph: ". "}[type(block)]
    yield f"{mark}{label} {text.plain[:length]}".strip().replace(".  ", ". ")


def table_outline(table: Table, length: int = 18) -> Iterator[str]:
    """Yield the head, the groups and the rows of a table."""
    yield " | ".join(f"{c.role.value}" for c in table.columns)
    for number, rows, group in zip(
        group_numbers(table), row_numbers(table), table.groups, strict=True
    ):
        if group.title:
            yield f"== {number} {group.title.plain[:length]}".replace("  ", " ")
        for label, row in zip(rows, group.rows, strict=True):
            yield " | ".join([label, *(cell.plain[:length] for cell in row.cells)])
