"""The notice that shares out the duties of a council, and the same duties as part of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, sentence
from tdkt_desktop.compose.council_decision import council_values
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.compose.facts import CouncilFacts, MemberFacts


def duty_content(council: CouncilFacts) -> Content:
    """Return the data of the notice."""
    return Content(council_values(council), {"bang_phan_cong": (duty_table(council),)})


def duty_table(council: CouncilFacts) -> Table:
    """Return who is charged with what, one row for each member."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column("Họ và tên, chức vụ", ColumnRole.OTHER, width=3),
        Column("Vai trò", ColumnRole.OTHER, width=2),
        Column("Nhiệm vụ được phân công", ColumnRole.CONTENT, width=8),
        Column("Ghi chú", ColumnRole.NOTE, width=1.5),
    )
    rows = tuple(Row(tuple(_cells(member))) for member in council.members)
    return Table(columns, (RowGroup(rows),))


def _cells(member: MemberFacts) -> Iterator[RichText]:
    name = RichText.from_markup(f"**{member.name}**") if "*" not in member.name else None
    yield (name or RichText(member.name)) + (f"\n{member.position}" if member.position else "")
    yield RichText(member.role)
    yield RichText("\n".join(f"- {sentence(duty)}" for duty in member.duties))
    yield RichText(member.note)


def duty_part(council: CouncilFacts) -> tuple[Block, ...]:
    """Return the duties as blocks for the part "Tổ chức thực hiện" of a plan."""
    blocks: list[Block] = []
    for member in council.members:
        if member.duties:
            blocks.append(Heading(Level.ARABIC, RichText(f"{member.role}: {member.name}")))
            blocks += [Clause(Level.DASH, RichText(sentence(duty))) for duty in member.duties]
    return tuple(blocks)
