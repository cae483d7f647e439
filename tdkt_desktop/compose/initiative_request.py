"""The request of the authors that their initiative be recognised, and its description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, day_words
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.compose.initiative_facts import AuthorFacts, InitiativeFacts, PartFacts

_TO_WRITE = "…"


def request_content(work: InitiativeFacts, addressee: str) -> Content:
    """Return the data of the request."""
    several = len(work.authors) > 1
    values = {
        **work_values(work),
        "noi_nhan_don": addressee,
        "nguoi_de_nghi": "Chúng tôi" if several else "Tôi",
        "chuc_danh_nguoi_nop": "ĐẠI DIỆN NHÓM TÁC GIẢ" if several else "NGƯỜI NỘP ĐƠN",
    }
    blocks = {
        "bang_tac_gia": (author_table(work.authors),),
        "noi_dung_don": tuple(_parts(work.request, Level.ARABIC)),
    }
    return Content(values, blocks)


def report_content(work: InitiativeFacts) -> Content:
    """Return the data of the description."""
    several = len(work.authors) > 1
    values = {
        **work_values(work),
        "chuc_danh_tac_gia": "ĐẠI DIỆN NHÓM TÁC GIẢ" if several else "TÁC GIẢ",
        "nguoi_viet_mo_ta": "Nhóm tác giả" if several else "Tác giả",
    }
    return Content(values, {"noi_dung_mo_ta": tuple(_parts(work.report, Level.DECIMAL))})


def work_values(work: InitiativeFacts) -> dict[str, str]:
    """Return the words about an initiative that its papers share."""
    return {
        "ten_sang_kien": work.title,
        "linh_vuc": work.field or _TO_WRITE,
        "ngay_ap_dung": day_words(work.applied_on) or _TO_WRITE,
        "ten_nguoi_nop": work.authors[0].name if work.authors else "",
        "ten_tac_gia": names_of(work) or _TO_WRITE,
    }


def names_of(work: InitiativeFacts) -> str:
    """Return the names of the authors in their order."""
    return ", ".join(author.name for author in work.authors)


def author_table(authors: Iterable[AuthorFacts]) -> Table:
    """Return the authors with all that the request asks of them."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column("Họ và tên", ColumnRole.OTHER, width=3),
        Column("Ngày sinh", ColumnRole.DUE, width=2.2),
        Column("Nơi công tác", ColumnRole.OTHER, width=3.2),
        Column("Chức danh", ColumnRole.OTHER, width=2.2),
        Column("Trình độ chuyên môn", ColumnRole.OTHER, width=2.4),
        Column("Tỷ lệ (%) đóng góp", ColumnRole.DUE, width=1.9),
    )
    rows = tuple(Row(tuple(map(RichText, _author_cells(one)))) for one in authors)
    return Table(columns, (RowGroup(rows or (Row((RichText(),) * 6),)),))


def _author_cells(author: AuthorFacts) -> tuple[str, ...]:
    return (
        author.name,
        short_date(author.birth_date, padded=True) if author.birth_date else "",
        author.workplace,
        author.position,
        author.qualification,
        decimal(author.share),
    )


def decimal(value: float | None) -> str:
    """Return a number as it is written on paper: "84,5"; empty for none."""
    if value is None:
        return ""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _parts(parts: Iterable[PartFacts], level: Level) -> Iterator[Block]:
    for part in parts:
        yield Heading(level, RichText(part.name))
        yield from text_blocks(part.text)


def text_blocks(text: str) -> Iterator[Block]:
    """Yield what somebody wrote line by line; a line that begins with a dash is a dash."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines or [_TO_WRITE]:
        bare = line.lstrip("-–•").lstrip()
        if bare != line and bare:
            yield Clause(Level.DASH, RichText(bare))
        else:
            yield Paragraph(RichText(line))
