"""Documents and pages that every writer must get right: the corners of what the law allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Clause, Heading, Level, Paragraph
from tdkt_desktop.documents.document import (
    Annex,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Orientation,
)
from tdkt_desktop.documents.layout_profile import Margins
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tests.support.sample_plan import progress_table, sample_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

PRESETS = ("A13", "A12")
MARGINS = (
    Margins(20, 20, 30, 15),
    Margins(25, 20, 35, 20),
    Margins(20, 25, 30, 20),
    Margins(25, 25, 35, 15),
)
SHORT = (Letterhead(("UBND XÃ A LƯỚI",), ("TRƯỜNG MẦM NON SEN",)), "Thi đua năm 2026", "KH-MNS")
LONG = (
    Letterhead(
        ("ỦY BAN NHÂN DÂN PHƯỜNG NAM ĐÔNG HƯNG THUẬN",),
        ("TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THƯỢNG UYỂN",),
    ),
    "Tổ chức các phong trào thi đua, công tác khen thưởng, xây dựng và nhân rộng điển hình tiên "
    "tiến chào mừng kỷ niệm 50 năm ngày thành lập trường trong năm học 2026 - 2027 và những năm "
    "tiếp theo",
    "KH-TH&THCSNTU",
)
ORIENTATIONS = (Orientation.LANDSCAPE, Orientation.PORTRAIT, Orientation.LANDSCAPE)


@dataclass(frozen=True, slots=True)
class ExportCase:
    """A document, the page it is printed on, and a name for a failing test."""

    name: str
    document: OfficialDocument
    page: PageSettings


def export_cases() -> Iterator[ExportCase]:
    """Yield presets x margins x number or none x 0 to 3 annexes x short or very long names."""
    for preset, margins, numbered, annexes, names in product(
        PRESETS, MARGINS, (True, False), range(4), (SHORT, LONG)
    ):
        sides = "-".join(
            f"{side:g}" for side in (margins.top, margins.bottom, margins.left, margins.right)
        )
        length = "short" if names is SHORT else "long"
        yield ExportCase(
            f"{preset}_{sides}_{'number' if numbered else 'draft'}_{annexes}_{length}",
            _document(names, annexes, numbered=numbered),
            PageSettings(portrait=margins, landscape=margins, preset=preset),
        )


def _document(
    names: tuple[Letterhead, str, str], annexes: int, *, numbered: bool
) -> OfficialDocument:
    letterhead, subject, symbol = names
    plan = sample_plan()
    body = (*plan.body[:6], Heading(Level.ROMAN, RichText("Tổ chức thực hiện")))
    clauses = tuple(Clause(Level.LETTER, RichText(f"Việc thứ {n + 1}.")) for n in range(8))
    return replace(
        plan,
        letterhead=letterhead,
        subject=RichText(subject),
        number=DocumentNumber("7" if numbered else "", symbol),
        issued_on=plan.issued_on if numbered else None,
        year=2026,
        body=(*body, *clauses, Paragraph(RichText("(Kèm theo các phụ lục)"))),
        annexes=tuple(_annex(ORIENTATIONS[place], place) for place in range(annexes)),
    )


def _annex(orientation: Orientation, place: int) -> Annex:
    blocks = (
        (progress_table(12),) if place != 1 else (Paragraph(RichText("Nội dung của phụ lục.")),)
    )
    return Annex(RichText(f"Bảng theo dõi số {place + 1}"), blocks, orientation)
