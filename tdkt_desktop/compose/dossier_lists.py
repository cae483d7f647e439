"""The submission of a dossier, the list of its nominees, and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content, dashes, day_words
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.compose.dossier_facts import (
        AwardPart,
        AwardSum,
        DossierFacts,
        NomineeFacts,
    )

_LIST: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Họ và tên, tập thể", ColumnRole.OTHER, width=3.6),
    Column("Ngày sinh", ColumnRole.OTHER, width=2.2),
    Column("Giới tính", ColumnRole.OTHER, width=1.2),
    Column("Chức vụ, đơn vị", ColumnRole.OTHER, width=3.0),
    Column("Mức xếp loại", ColumnRole.OTHER, width=2.3),
    Column("Sáng kiến, đề tài (số, ngày quyết định)", ColumnRole.OTHER, width=3.7),
    Column("Thành tích liền trước", ColumnRole.OTHER, width=3.6),
    Column("Số phiếu đồng ý", ColumnRole.COUNT, width=1.6),
    Column("Tỷ lệ (%)", ColumnRole.COUNT, width=1.5),
    Column("Ghi chú", ColumnRole.NOTE, width=2.0),
)
_SUMS: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Danh hiệu, hình thức khen thưởng", ColumnRole.OTHER, width=4.4),
    Column("Số đăng ký", ColumnRole.COUNT, width=1.6),
    Column("Số được giới thiệu", ColumnRole.COUNT, width=1.7),
    Column("Số được thông qua", ColumnRole.COUNT, width=1.7),
    Column("Số đề nghị", ColumnRole.COUNT, width=1.6),
    Column("Trong đó nữ", ColumnRole.COUNT, width=1.5),
    Column("Tỷ lệ đề nghị (%)", ColumnRole.COUNT, width=1.9),
)


def submission_content(facts: DossierFacts) -> Content:
    """Return the data of the submission."""
    blocks = {
        "danh_hieu_de_nghi": tuple(_asked(facts.parts, is_title=True)),
        "hinh_thuc_de_nghi": tuple(_asked(facts.parts, is_title=False)),
        "ho_so_kem": dashes(_listed(facts.papers), "Danh sách đề nghị."),
    }
    return Content(dossier_values(facts), blocks)


def list_content(facts: DossierFacts) -> Content:
    """Return the data of the list of nominees."""
    groups = tuple(
        RowGroup(tuple(map(_row, part.nominees)), RichText(part.award)) for part in facts.parts
    )
    table: tuple[Block, ...] = (Table(_LIST, groups, RowNumbering.PER_GROUP),)
    blocks = {
        "bang_de_nghi": table if groups else _nobody(),
        "so_luong_de_nghi": tuple(_counts(facts.parts)),
    }
    return Content(dossier_values(facts), blocks)


def summary_content(facts: DossierFacts) -> Content:
    """Return the data of the summary by award."""
    rows = tuple(_sum_row(one) for one in facts.sums)
    table: tuple[Block, ...] = (Table(_SUMS, (RowGroup(rows),)),)
    return Content(dossier_values(facts), {"bang_tong_hop": table if rows else _nobody()})


def dossier_values(facts: DossierFacts) -> dict[str, str]:
    """Return the words about a dossier that its papers share."""
    nominees = facts.nominees
    people = {(one.name, one.birth_date, one.unit) for one in nominees if one.is_person}
    collectives = {one.name for one in nominees if not one.is_person}
    days = [day_words(day) for day in facts.meetings]
    return {
        "co_quan_nhan": facts.receiver,
        "so_luot_de_nghi": f"{len(nominees):02d}",
        "so_ca_nhan": f"{len(people):02d}",
        "so_tap_the": f"{len(collectives):02d}",
        "ngay_hop_xet": ", ".join(days),
        "can_cu_hop_xet": _minutes(facts, days),
    }


def _minutes(facts: DossierFacts, days: list[str]) -> str:
    if not days:
        return f"kết quả xét của {facts.council}"
    return f"Biên bản họp {facts.council} {', '.join(days)}"


def _nobody() -> tuple[Block, ...]:
    return (Paragraph(RichText("Chưa có cá nhân, tập thể nào trong hồ sơ.")),)


def _asked(parts: Iterable[AwardPart], *, is_title: bool) -> Iterator[Block]:
    """Say how many are asked for of each title, or of each commendation."""
    own = [part for part in parts if part.is_title is is_title]
    if not own:
        yield Paragraph(RichText("Không đề nghị."))
    for part in own:
        yield Clause(Level.ARABIC, RichText(f"{part.award}: {_how_many(part)}."))


def _how_many(part: AwardPart) -> str:
    people = sum(one.is_person for one in part.nominees)
    collectives = len(part.nominees) - people
    said = []
    if people:
        said.append(f"{people:02d} cá nhân")
    if collectives:
        said.append(f"{collectives:02d} tập thể")
    return ", ".join(said)


def _counts(parts: Iterable[AwardPart]) -> Iterator[Block]:
    yield from dashes(_listed(f"{part.award}: {_how_many(part)}" for part in parts))


def _listed(names: Iterable[str]) -> Iterator[str]:
    found = list(names)
    for number, name in enumerate(found, start=1):
        yield f"{name}{'.' if number == len(found) else ';'}"


def _row(one: NomineeFacts) -> Row:
    cells = (
        one.name,
        short_date(one.birth_date, padded=True) if one.birth_date else "",
        one.sex,
        ", ".join(part for part in (one.position, one.unit) if part),
        one.rating,
        "\n".join(one.initiatives),
        "\n".join(one.before),
        one.votes,
        one.percent,
        one.note,
    )
    return Row(tuple(map(RichText, cells)))


def _sum_row(one: AwardSum) -> Row:
    share = f"{one.asked * 100 / one.base:.2f}".replace(".", ",") if one.base else ""
    numbers = (one.registered, one.proposed, one.passed, one.asked, one.women)
    cells = (one.award, *(f"{number:02d}" for number in numbers), share)
    return Row(tuple(map(RichText, cells)))
