"""The sheet that tells one person what he or she is charged with in the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, sentence
from tdkt_desktop.documents.blocks import (
    Block,
    Column,
    ColumnRole,
    Paragraph,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.models.task import TaskRole

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import PersonFacts

_PARTS = {
    TaskRole.LEAD: "Chủ trì",
    TaskRole.EXECUTOR: "Thực hiện",
    TaskRole.COORDINATOR: "Phối hợp",
}


def sheet_content(person: PersonFacts) -> Content:
    """Return the data of a person's sheet."""
    values = {
        "ho_ten": person.name,
        "chuc_vu": person.position or "…",
        "vai_tro": person.council_role or "không tham gia Hội đồng",
    }
    own = "Thực hiện nhiệm vụ theo vị trí việc làm và sự phân công của tổ."
    duties = dashes(map(sentence, person.duties), own)
    return Content(values, {"nhiem_vu": duties, "bang_cong_viec": _work(person)})


def _work(person: PersonFacts) -> tuple[Block, ...]:
    if not person.tasks:
        return (Paragraph(RichText("Chưa có việc được giao đích danh trong kế hoạch.")),)
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column("Nội dung công việc", ColumnRole.CONTENT, width=5.2),
        Column("Phần việc", ColumnRole.OTHER, width=1.7),
        Column("Thời hạn", ColumnRole.DUE, width=2.4),
        Column("Kết quả", ColumnRole.OTHER, width=3.4),
    )
    rows = tuple(
        Row(
            (
                RichText(task.title),
                RichText(", ".join(_PARTS[role] for role in task.roles)),
                RichText(task.due),
                RichText(task.result),
            )
        )
        for task in person.tasks
    )
    return (Table(columns, (RowGroup(rows),)),)
