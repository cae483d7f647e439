"""The check sheet of a dossier: every condition of the law against every nominee's records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content, sentence
from tdkt_desktop.documents.blocks import (
    Block,
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.compose.dossier_facts import CheckedNominee, CheckLine

_COLUMNS: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Điều kiện", ColumnRole.OTHER, width=4.4),
    Column("Hồ sơ có", ColumnRole.OTHER, width=4.2),
    Column("Kết quả", ColumnRole.OTHER, width=2.2),
    Column("Căn cứ", ColumnRole.OTHER, width=4.0),
)


def check_sheet_content(nominees: Sequence[CheckedNominee]) -> Content:
    """Return the data of the check sheet."""
    blocks = [block for one in nominees for block in _of(one)]
    overrides = sum(bool(one.override) for one in nominees)
    values = {"so_doi_chieu": f"{len(nominees):02d}", "so_ghi_de": f"{overrides:02d}"}
    nobody: list[Block] = [Paragraph(RichText("Chưa có cá nhân, tập thể nào trong hồ sơ."))]
    return Content(values, {"bang_doi_chieu": tuple(blocks or nobody)})


def _of(one: CheckedNominee) -> Iterator[Block]:
    yield Heading(Level.ARABIC, RichText(f"{one.name}: {one.award}"))
    said = f"Kết quả đối chiếu: {one.verdict}"
    yield Paragraph(RichText(sentence(f"{said} (quy định {one.version})" if one.version else said)))
    if one.override:
        yield Paragraph(
            RichText(sentence(f"Người có trách nhiệm quyết định đề nghị: {one.override}"))
        )
    for warning in one.warnings:
        yield Paragraph(RichText(sentence(f"Lưu ý: {warning}")))
    if one.lines:
        yield Table(_COLUMNS, (RowGroup(tuple(map(_row, one.lines))),))


def _row(line: CheckLine) -> Row:
    return Row(tuple(map(RichText, (line.text, line.found, line.verdict, line.source))))
