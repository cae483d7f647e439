"""The minutes of a group's review at the end of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, day_words, sentence
from tdkt_desktop.compose.meeting_papers import clock_words
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.compose.award_facts import ReviewFacts, ReviewLine


def review_content(facts: ReviewFacts) -> Content:
    """Return the data of the minutes."""
    way = "bỏ phiếu" if facts.by_votes else "thống nhất chung"
    values = {
        "ten_to": facts.group,
        "ngay_hop": day_words(facts.held_on),
        "gio_hop": clock_words(facts.starts_at),
        "gio_ket_thuc": clock_words(facts.ends_at),
        "dia_diem": facts.venue,
        "chu_tri": facts.chair,
        "thu_ky": facts.secretary,
        "si_so": f"{facts.present:02d}/{facts.members:02d} người",
        "vang_mat": "; ".join(facts.absent) or "không có",
        "hinh_thuc_binh_xet": way,
    }
    blocks = {
        "y_kien": dashes(map(sentence, facts.opinions), "Các thành viên không có ý kiến khác."),
        "bang_xep_loai": _table(facts.ratings, "Mức xếp loại đề nghị", facts),
        "bang_danh_hieu": _table(facts.awards, "Danh hiệu, hình thức đề nghị", facts),
    }
    return Content(values, blocks)


def _table(lines: Sequence[ReviewLine], words: str, facts: ReviewFacts) -> tuple[Block, ...]:
    if not lines:
        return (Paragraph(RichText("Tổ không có đề nghị nào ở mục này.")),)
    columns = [
        Column("TT", ColumnRole.NUMBER, width=1),
        Column("Họ và tên, tập thể", ColumnRole.OTHER, width=4.2),
        Column(words, ColumnRole.OTHER, width=4.2),
    ]
    if facts.by_votes:
        columns.append(Column("Đồng ý", ColumnRole.COUNT, "Số phiếu", width=1.6))
        columns.append(Column("Không đồng ý", ColumnRole.COUNT, "Số phiếu", width=1.8))
    columns.append(Column("Ghi chú", ColumnRole.NOTE, width=2))
    rows = tuple(_row(line, by_votes=facts.by_votes) for line in lines)
    return (Table(tuple(columns), (RowGroup(rows),)),)


def _row(line: ReviewLine, *, by_votes: bool) -> Row:
    counted = (_number(line.yes), _number(line.no)) if by_votes else ()
    return Row(tuple(map(RichText, (line.name, line.words, *counted, line.note))))


def _number(votes: int | None) -> str:
    return "" if votes is None else str(votes)
