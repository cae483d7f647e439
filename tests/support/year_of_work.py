"""A plan with a small annex, and people and a council to do what it says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.models.tables import GroupKind, Person, StaffGroup
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.context import AppContext

PERIOD = PlanPeriod(2026, SchoolYear(2026))
DAY = date(2026, 11, 21)
COLUMNS = (
    Column("TT", ColumnRole.NUMBER),
    Column("Nội dung", ColumnRole.CONTENT),
    Column("Chủ trì", ColumnRole.LEAD),
    Column("Thực hiện", ColumnRole.EXECUTOR),
    Column("Phối hợp", ColumnRole.COORDINATOR),
    Column("Thời gian", ColumnRole.DUE),
)
ROWS = (
    ("Khai giảng, phát động thi đua", "Hiệu trưởng", "Tổng phụ trách Đội", "", "Ngày 05/9/2026"),
    ("Họp Hội đồng đầu năm", "Chủ tịch Hội đồng", "Thư ký Hội đồng", "", "Trước ngày 25/9/2026"),
    ("Thao giảng vòng một", "Phó Hiệu trưởng", "Các tổ chuyên môn", "", "Từ 02/11 đến 13/11/2026"),
    ("Nộp hồ sơ", "Hiệu trưởng", "Tổ Văn phòng", "Công đoàn", "Trước ngày 05/12/2026"),
    ("Cập nhật minh chứng", "Thư ký Hội đồng", "Tổ trưởng", "", "Hằng tháng"),
)
PEOPLE = (
    ("Lê Thị Minh Nguyệt", "Hiệu trưởng", None),
    ("Trần Quốc Bảo", "Phó Hiệu trưởng", None),
    ("Phạm Thu Hà", "Giáo viên", "Tổ 1"),
    ("Đỗ Văn Lâm", "Tổ trưởng Tổ 2", "Tổ 2"),
    ("Vũ Thị Khánh Hạ", "Nhân viên văn thư", "Tổ Văn phòng"),
)
GROUPS = (
    ("Tổ 1", GroupKind.TEACHING),
    ("Tổ 2", GroupKind.TEACHING),
    ("Tổ Văn phòng", GroupKind.OFFICE),
)


def row(*cells: str, uid: str = "") -> Row:
    """Return a row of the annex."""
    return Row(tuple(map(RichText, cells)), uid=uid)


def plan_of(rows: Sequence[Row], group: str = "Quý IV") -> OfficialDocument:
    """Return a plan whose only annex holds the rows."""
    table = Table(COLUMNS, (RowGroup(tuple(rows), RichText(group)),))
    return OfficialDocument(
        kind=DocumentKind.PLAN,
        title="KẾ HOẠCH",
        subject=RichText("Công tác thi đua năm học 2026 - 2027"),
        letterhead=Letterhead(("UBND phường An Thịnh",), ("Trường Tiểu học Hoa Phượng",)),
        number=DocumentNumber("", "KH-THHP"),
        place="An Thịnh",
        signature=Signature((), "HIỆU TRƯỞNG", "", "Lê Thị Minh Nguyệt"),
        annexes=(Annex(RichText("Tiến độ"), (table,)),),
    )


def add_plan(context: AppContext, rows: Sequence[Sequence[str]] = ROWS) -> int:
    """Store a draft plan with an annex and return its id."""
    return context.plans.add_draft(plan_of([row(*cells) for cells in rows]), PERIOD)


def rows_of(document: OfficialDocument) -> list[Row]:
    """Return the rows of the only annex."""
    (table,) = document.annexes[0].blocks
    assert isinstance(table, Table)
    return [one for group in table.groups for one in group.rows]


def add_people(context: AppContext) -> dict[str, int]:
    """Store the people and groups of a small school; return their ids by name."""
    with context.store.transaction("Nhập nhân sự") as act:
        groups = [StaffGroup(name=name, folded=fold(name), kind=kind) for name, kind in GROUPS]
        act.session.add_all(groups)
        act.session.flush()
        ids = {group.name: group.id for group in groups}
        for name, position, group in PEOPLE:
            person = Person(full_name=name, name_key=name_key(name), folded=fold(name))
            person.position, person.group_id = position, ids.get(group or "")
            act.session.add(person)
            act.session.flush()
            ids[name] = person.id
    return ids
