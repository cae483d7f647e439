"""The report of merits of a person or of a collective, by the headings of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tdkt_desktop.compose.dossier_facts import DatedAward, ReportFacts, YearLine

_TO_WRITE: Final = "…"
_PARTY: Final = {True: "có", False: "không", None: _TO_WRITE}
_YEARS: Final = (
    Column("Năm", ColumnRole.OTHER, width=2.4),
    Column("Mức xếp loại", ColumnRole.OTHER, width=4.2),
    Column("Sáng kiến, đề tài được công nhận", ColumnRole.OTHER, width=9.2),
)


def person_report_content(facts: ReportFacts) -> Content:
    """Return the data of a person's report."""
    values = {
        **_values(facts),
        "ngay_sinh": _day(facts.birth_date),
        "gioi_tinh": facts.sex or _TO_WRITE,
        "chuc_vu_ca_nhan": facts.position or _TO_WRITE,
        "don_vi": facts.unit or _TO_WRITE,
        "trinh_do": facts.qualifications or _TO_WRITE,
        "ly_luan_chinh_tri": facts.political_theory or _TO_WRITE,
        "dang_vien": _PARTY[facts.party_member],
        "vao_nganh": _day(facts.sector_since),
    }
    duties = dashes(map(sentence, facts.duties), _TO_WRITE)
    return Content(values, {**_blocks(facts), "nhiem_vu_duoc_giao": duties})


def collective_report_content(facts: ReportFacts) -> Content:
    """Return the data of a collective's report."""
    values = {
        **_values(facts),
        "so_thanh_vien_tap_the": f"{facts.members:02d}",
        "so_nu": f"{facts.women:02d}",
        "nguoi_dung_dau": facts.leader or _TO_WRITE,
        "chuc_danh_dung_dau": (facts.leader_title or "Người đứng đầu").upper(),
        "ten_nguoi_ky_bao_cao": facts.leader,
    }
    duties = dashes(map(sentence, facts.duties), _TO_WRITE)
    return Content(values, {**_blocks(facts), "nhiem_vu_duoc_giao": duties})


def _values(facts: ReportFacts) -> dict[str, str]:
    return {
        "ten_nguoi_bao_cao": facts.name,
        "co_quan_nhan": facts.receiver,
        "danh_hieu_xin_tang": facts.award,
        "giai_doan_bao_cao": _span(facts.years),
    }


def _span(years: tuple[YearLine, ...]) -> str:
    """Return the years that a report covers: "năm học 2025-2026", or from one to another."""
    if not years:
        return _TO_WRITE
    first, last = years[0].year, years[-1].year
    word = "năm học" if "-" in last else "năm"
    return f"{word} {last}" if first == last else f"từ {word} {first} đến {word} {last}"


def _blocks(facts: ReportFacts) -> dict[str, tuple[Block, ...]]:
    return {
        "thanh_tich_tung_nam": (_years(facts.years),),
        "bang_danh_hieu_da_nhan": tuple(_awards(facts.titles, "Danh hiệu thi đua")),
        "bang_khen_thuong_da_nhan": tuple(_awards(facts.commendations, "Hình thức khen thưởng")),
    }


def _years(years: Iterable[YearLine]) -> Table:
    rows = tuple(
        Row(tuple(map(RichText, (one.year, one.rating, "\n".join(one.initiatives)))))
        for one in years
    )
    return Table(_YEARS, (RowGroup(rows or (Row((RichText(),) * 3),)),))


def _awards(found: tuple[DatedAward, ...], title: str) -> Iterator[Block]:
    if not found:
        yield Paragraph(RichText("Chưa có."))
        return
    columns = (
        Column("Năm", ColumnRole.OTHER, width=2.4),
        Column(title, ColumnRole.OTHER, width=5.4),
        Column("Số, ngày quyết định; cơ quan ban hành", ColumnRole.OTHER, width=8.0),
    )
    rows = (Row(tuple(map(RichText, (one.year, one.name, one.decision)))) for one in found)
    yield Table(columns, (RowGroup(tuple(rows)),))


def _day(day: date | None) -> str:
    return short_date(day, padded=True) if day else _TO_WRITE
