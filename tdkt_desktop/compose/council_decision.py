"""The decision that makes or renews a council, with the list of its members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, day_words
from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import CouncilFacts


def council_values(council: CouncilFacts) -> dict[str, str]:
    """Return the words about a council that templates ask for."""
    return {
        "ten_hoi_dong": council.name,
        "so_thanh_vien": f"{len(council.members):02d}",
        "so_qd_hoi_dong": council.decision_number,
        "ngay_qd_hoi_dong": day_words(council.decided_on),
    }


def decision_content(council: CouncilFacts) -> Content:
    """Return the data of the decision."""
    return Content(council_values(council), {"bang_thanh_vien": (member_table(council),)})


def member_table(council: CouncilFacts) -> Table:
    """Return the list of members by rank."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=1),
        Column("Họ và tên", ColumnRole.OTHER, width=4),
        Column("Chức vụ, đơn vị công tác", ColumnRole.OTHER, width=4.5),
        Column("Nhiệm vụ trong Hội đồng", ColumnRole.OTHER, width=3.5),
    )
    rows = tuple(
        Row(tuple(map(RichText, (one.name, one.position, one.role)))) for one in council.members
    )
    return Table(columns, (RowGroup(rows),))
