"""The contents page of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Paragraph,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.document import DocumentKind, Letterhead, OfficialDocument, Signature
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Tên giấy tờ", ColumnRole.OTHER, width=6.0),
    Column("Của cá nhân, tập thể", ColumnRole.OTHER, width=4.0),
    Column("Số, ngày", ColumnRole.OTHER, width=3.0),
    Column("Tên tệp", ColumnRole.OTHER, width=3.6),
)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A paper in the contents: its name, whose it is, number and day, and the file."""

    name: str
    whose: str = ""
    number: str = ""
    file_name: str = ""


def contents_page(
    name: str,
    lines: Sequence[ContentsLine],
    letterhead: Letterhead,
    place: str,
    year: int,
    signature: Signature,
) -> OfficialDocument:
    """Return the contents page of a dossier with the name that the school gave it."""
    rows = tuple(
        Row(tuple(map(RichText, (one.name, one.whose, one.number, one.file_name)))) for one in lines
    )
    total = Paragraph(RichText(f"Hồ sơ gồm {len(lines):02d} loại giấy tờ, theo thứ tự sau:"))
    return OfficialDocument(
        kind=DocumentKind.FORM,
        title="MỤC LỤC HỒ SƠ",
        subject=RichText(name),
        letterhead=letterhead,
        place=place,
        year=year,
        body=(total, Table(_COLUMNS, (RowGroup(rows),))),
        signature=signature,
        recipients=("Lưu: VT, Hồ sơ khen thưởng",),
    )
