"""The list of what people and collectives registered for: of a group, and of the whole school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, day_words
from tdkt_desktop.documents.blocks import (
    Block,
    Column,
    ColumnRole,
    Paragraph,
    Row,
    RowGroup,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from tdkt_desktop.compose.award_facts import RegistrationFacts, RegistrationLine

_COLUMNS = (
    Column("TT", ColumnRole.NUMBER, width=1.25),
    Column("Họ và tên, tập thể", ColumnRole.OTHER, width=3.3),
    Column("Chức vụ", ColumnRole.OTHER, width=2),
    Column("Danh hiệu thi đua", ColumnRole.OTHER, "Đăng ký", width=4.3),
    Column("Hình thức khen thưởng", ColumnRole.OTHER, "Đăng ký", width=2.5),
    Column("Ghi chú", ColumnRole.NOTE, width=2.3),
)


def registration_content(facts: RegistrationFacts) -> Content:
    """Return the data of the list; without registrations a sentence stands in its place."""
    people = len(facts.lines)
    values = {
        "ten_to": facts.group,
        "ten_to_truong": facts.leader,
        "chuc_danh_to_truong": facts.leader_title,
        "so_dang_ky": f"{people:02d}",
        "han_dang_ky": day_words(facts.closing),
    }
    return Content(values, {"bang_dang_ky": _table(facts)})


def _table(facts: RegistrationFacts) -> tuple[Block, ...]:
    if not facts.lines:
        return (Paragraph(RichText("Chưa có cá nhân, tập thể nào đăng ký.")),)
    several = len(facts.parts) > 1
    groups = tuple(
        RowGroup(tuple(map(_row, lines)), RichText(name if several else ""))
        for name, lines in facts.parts
        if lines
    )
    return (Table(_COLUMNS, groups, RowNumbering.CONTINUOUS),)


def _row(line: RegistrationLine) -> Row:
    cells = (line.name, line.position, line.titles, line.commendations, line.note)
    return Row(tuple(map(RichText, cells)))
