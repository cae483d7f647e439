"""Short plans to proof-read, and what one check says of them. All names are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tdkt_desktop.checks.facts import Facts
from tdkt_desktop.checks.proofread import proofread
from tdkt_desktop.documents.blocks import (
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tdkt_desktop.checks.finding import Finding

_PLAN = OfficialDocument(
    kind=DocumentKind.PLAN,
    title="KẾ HOẠCH",
    subject=RichText("Công tác thi đua, khen thưởng năm 2026"),
    letterhead=Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG VẠN LỘC"), ("TRƯỜNG TIỂU HỌC ĐỒI THÔNG",)),
    number=DocumentNumber("05", "KH-THĐT"),
    place="Vạn Lộc",
    issued_on=date(2026, 1, 12),
    year=2026,
    signature=Signature(title="HIỆU TRƯỞNG", name="Lâm Thu Sương"),
    recipients=("Các tổ chuyên môn", "Lưu: VT"),
)


def plan(*texts: str, **changes: Any) -> OfficialDocument:
    """A sound plan for 2026 whose body is a heading and these items."""
    body = (
        Heading(Level.ROMAN, RichText("NỘI DUNG")),
        *(Clause(Level.DASH, RichText(text)) for text in texts),
    )
    return replace(_PLAN, **{"body": body, **changes})


def annex(
    rows: Iterable[tuple[str, str]] = (), *, title: str = "Tiến độ thực hiện", group: str = "",
    reference: str = "", lead: str = "Ban giám hiệu",
) -> Annex:  # fmt: skip
    """An annex with a table of tasks: what, who, until when."""
    columns = (
        Column("TT", ColumnRole.NUMBER),
        Column("Nội dung", ColumnRole.CONTENT),
        Column("Chủ trì", ColumnRole.LEAD),
        Column("Thời gian", ColumnRole.DUE),
    )
    made = tuple(Row((RichText(what), RichText(lead), RichText(due))) for what, due in rows)
    table = Table(columns, (RowGroup(made, RichText(group)),))
    return Annex(RichText(title), (table,), reference=reference)


def with_due(due: str, task: str = "Họp tổ chuyên môn", **changes: Any) -> OfficialDocument:
    """A plan with one task."""
    return plan("Tiến độ ở phụ lục kèm theo.", annexes=(annex([(task, due)]),), **changes)


def look(code: str, document: OfficialDocument, **facts: Any) -> tuple[Finding, ...]:
    """What one check finds."""
    return proofread(document, Facts(**facts), (code,))


def quotes(code: str, document: OfficialDocument, **facts: Any) -> tuple[str, ...]:
    """What one check quotes."""
    return tuple(finding.quote for finding in look(code, document, **facts))
