"""The duties of the council in the part "Tổ chức thực hiện" of a plan, and in its tables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.duty_table import duty_part, duty_table
from tdkt_desktop.documents.blocks import Block, Heading, Level, Table
from tdkt_desktop.documents.document import Annex, Orientation
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.sections import level_of
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.compose.facts import CouncilFacts
    from tdkt_desktop.documents.document import OfficialDocument

_SECTION: Final = "to chuc thuc hien"
_ROLE: Final = (
    r"(?:cac )?(?:pho chu tich|chu tich|thu ky|uy vien thuong truc|uy vien|thanh vien"
    r"|thuong truc)"
)
_OF_COUNCIL: Final = re.compile(_ROLE + r"(?:\s*$|\s*:|\s*\(| hoi dong\b)")
_NAMED: Final = re.compile(_ROLE + r"\s*:\s*\S")
_ANNEX: Final = "BẢNG PHÂN CÔNG NHIỆM VỤ THÀNH VIÊN HỘI ĐỒNG"
_CHARGED: Final = "nhiem vu duoc phan cong"


def duty_range(body: Sequence[Block]) -> range:
    """Return which blocks of a body say what the members of the council are charged with.

    An empty range tells where such blocks belong: below the heading of "Tổ chức thực hiện", or at
    the end of a body without that part.
    """
    section = _section(body)
    if section is None:
        return range(len(body), len(body))
    heads = [at for at in section if _is_of_council(body[at])]
    if not heads:
        return range(section.start + 1, section.start + 1)
    stop = heads[0]
    while stop < section.stop and (stop in heads or not _begins(body[stop], body[heads[0]])):
        stop += 1
    return range(heads[0], stop)


def duty_blocks(body: Sequence[Block], council: CouncilFacts) -> tuple[Block, ...]:
    """Return the blocks that belong into the range of a body, with a heading if it has none."""
    part = duty_part(council)
    if _section(body) is None:
        return (Heading(Level.ROMAN, RichText("TỔ CHỨC THỰC HIỆN")), *part)
    return part


def duty_annex(document: OfficialDocument) -> int | None:
    """Return which annex begins with a table of duties, None where there is none."""
    for number, annex in enumerate(document.annexes):
        first = next((block for block in annex.blocks if isinstance(block, Table)), None)
        if first is not None and _charge_column(first) is not None:
            return number
    return None


def new_duty_annex(table: Table) -> Annex:
    """Return the annex that shows who is charged with what."""
    return Annex(RichText(_ANNEX), (table,), Orientation.LANDSCAPE)


def with_duty_annex(document: OfficialDocument, table: Table) -> OfficialDocument:
    """Return a plan with the table of duties in its annex, a new one where it has none."""
    number = duty_annex(document)
    if number is None:
        return replace(document, annexes=(*document.annexes, new_duty_annex(table)))
    annex = document.annexes[number]
    at = next(n for n, block in enumerate(annex.blocks) if isinstance(block, Table))
    filled = replace(annex, blocks=(*annex.blocks[:at], table, *annex.blocks[at + 1 :]))
    annexes = (*document.annexes[:number], filled, *document.annexes[number + 1 :])
    return replace(document, annexes=annexes)


def disagrees(document: OfficialDocument, council: CouncilFacts) -> bool:
    """Tell whether a plan that names members with their duties says other than the council does.

    A plan that speaks of roles only, or of no duties, says nothing that could be out of date.
    """
    named = [block for block in _stated(document.body) if _is_named(block)]
    if named and _texts(_stated(document.body)) != _texts(duty_part(council)):
        return True
    wanted = _charges(duty_table(council))
    return any(_charges(table) != wanted for table in _tables(document))


def _section(body: Sequence[Block]) -> range | None:
    """Return the blocks of the part "Tổ chức thực hiện" with its heading."""
    for at, block in enumerate(body):
        if isinstance(block, Heading) and fold(block.title.plain).startswith(_SECTION):
            later = range(at + 1, len(body))
            stop = next((n for n in later if level_of(body[n]) <= block.level), len(body))
            return range(at, stop)
    return None


def _stated(body: Sequence[Block]) -> tuple[Block, ...]:
    found = duty_range(body)
    return tuple(body[found.start : found.stop])


def _is_of_council(block: Block) -> bool:
    return isinstance(block, Heading) and bool(_OF_COUNCIL.match(fold(block.title.plain)))


def _is_named(block: Block) -> bool:
    return isinstance(block, Heading) and bool(_NAMED.match(fold(block.title.plain)))


def _begins(block: Block, head: Block) -> bool:
    """Tell whether a block begins something beside or above a heading, not within it."""
    return level_of(block) <= level_of(head)


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [_bare(_words(block)) for block in blocks if _words(block)]


def _words(block: Block) -> str:
    if isinstance(block, Table):
        return ""
    return block.title.plain if isinstance(block, Heading) else block.text.plain


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,")


def _tables(document: OfficialDocument) -> Iterator[Table]:
    annexes = (block for annex in document.annexes for block in annex.blocks)
    for block in (*document.body, *annexes):
        if isinstance(block, Table) and _charge_column(block) is not None:
            yield block


def _charge_column(table: Table) -> int | None:
    titles = [fold(column.title) for column in table.cell_columns]
    return next((at for at, title in enumerate(titles) if _CHARGED in title), None)


def _charges(table: Table) -> list[list[str]]:
    """Return what each row of a table charges somebody with, line by line."""
    column = _charge_column(table)
    if column is None:
        return []
    cells = (row.cells[column].plain for group in table.groups for row in group.rows)
    return [[_bare(line.lstrip("-– ")) for line in cell.splitlines()] for cell in cells]
