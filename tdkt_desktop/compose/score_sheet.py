"""The sheet on which one judge scores one initiative; empty lines are filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, sentence
from tdkt_desktop.compose.initiative_request import decimal, work_values
from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Paragraph,
    Row,
    RowGroup,
    RowMarker,
    Table,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from tdkt_desktop.compose.initiative_facts import CriterionFacts, SheetFacts

_LINE = "." * 120
_LINES = 2
"""Lines for a remark that is written by hand."""


def score_sheet_content(sheet: SheetFacts) -> Content:
    """Return the data of a judge's sheet."""
    judge = ", ".join(part for part in (sheet.judge.name, sheet.judge.position) if part)
    values = {
        **work_values(sheet.initiative),
        "nguoi_cham": judge,
        "vai_tro": sheet.judge.role,
        "ten_nguoi_cham": sheet.judge.name,
    }
    written = [sentence(sheet.remark)] if sheet.remark else [_LINE] * _LINES
    remark = tuple(Paragraph(RichText(line)) for line in written)
    return Content(values, {"bang_diem": (_table(sheet),), "nhan_xet": remark})


def _table(sheet: SheetFacts) -> Table:
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.9),
        Column("Tiêu chí", ColumnRole.CONTENT, width=9.6),
        Column("Điểm tối đa", ColumnRole.DUE, width=1.7),
        Column("Điểm chấm", ColumnRole.DUE, width=1.7),
    )
    rows = [Row(tuple(_cells(one))) for one in sheet.criteria]
    most = sum(one.most for one in sheet.criteria)
    total = ("**Tổng cộng**", f"**{decimal(most)}**", _bold(decimal(sheet.total)))
    rows.append(Row(tuple(map(RichText.from_markup, total)), RowMarker.NONE))
    return Table(columns, (RowGroup(tuple(rows)),))


def _cells(one: CriterionFacts) -> tuple[RichText, ...]:
    name = RichText(one.name)
    if one.hint:
        name += RichText("\n") + RichText.from_markup(f"*{one.hint.replace('*', '')}*")
    return name, RichText(decimal(one.most)), RichText(decimal(one.points))


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""
