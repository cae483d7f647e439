"""The decision that recognises initiatives, with their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, day_words
from tdkt_desktop.compose.initiative_request import decimal
from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from tdkt_desktop.compose.initiative_facts import (
        InitiativeFacts,
        RecognisedFacts,
        ScoredFacts,
    )


def recognition_content(given: RecognisedFacts) -> Content:
    """Return the data of the decision."""
    authors = {author.name for one in given.scored for author in one.initiative.authors}
    values = {
        "so_sang_kien": f"{len(given.scored):02d}",
        "so_tac_gia": f"{len(authors):02d}",
        "cap_cong_nhan": given.level,
        "ten_hoi_dong": given.council_name,
        "can_cu_bien_ban": _minutes(given),
    }
    return Content(values, {"bang_sang_kien": (_list(given.scored),)})


def _minutes(given: RecognisedFacts) -> str:
    day = day_words(given.held_on)
    if not day:
        return f"kết quả xét công nhận sáng kiến của {given.council_name}"
    return f"Biên bản họp {given.council_name} {day}"


def _list(scored: tuple[ScoredFacts, ...]) -> Table:
    columns = (
        Column("TT", ColumnRole.NUMBER, width=1.1),
        Column("Tên sáng kiến", ColumnRole.CONTENT, width=5.2),
        Column("Tác giả (tỷ lệ đóng góp)", ColumnRole.OTHER, width=3.6),
        Column("Chức danh, nơi công tác", ColumnRole.OTHER, width=3.2),
        Column("Lĩnh vực", ColumnRole.OTHER, width=2.1),
        Column("Điểm", ColumnRole.DUE, width=1.7),
    )
    rows = tuple(Row(tuple(map(RichText, _cells(one)))) for one in scored)
    return Table(columns, (RowGroup(rows),))


def _cells(one: ScoredFacts) -> tuple[str, ...]:
    work = one.initiative
    return (work.title, _shares(work), _places(work), work.field, decimal(one.average))


def _shares(work: InitiativeFacts) -> str:
    if len(work.authors) == 1:
        return work.authors[0].name
    return "\n".join(
        f"{one.name} ({decimal(one.share)}%)" if one.share is not None else one.name
        for one in work.authors
    )


def _places(work: InitiativeFacts) -> str:
    places = (", ".join(part for part in (one.position, one.unit) if part) for one in work.authors)
    return "\n".join(dict.fromkeys(place for place in places if place))
