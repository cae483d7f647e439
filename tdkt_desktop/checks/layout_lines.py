"""What LAYOUT wants of each line of a file: letters, alignment, indent, spacing, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tdkt_desktop.checks.facts import LineMeasures, Measures

_TITLES: Final = frozenset(
    ("KẾ HOẠCH", "QUYẾT ĐỊNH", "TỜ TRÌNH", "BIÊN BẢN", "BÁO CÁO", "THÔNG BÁO", "GIẤY MỜI")
)
_NATION: Final = re.compile("cong hoa xa hoi chu nghia viet nam")
_MOTTO: Final = re.compile(r"doc lap\s*[-–—−]\s*tu do\s*[-–—−]\s*hanh phuc")
_NUMBER: Final = re.compile(r"Số\s*:")
_PLACE_DATE: Final = re.compile(r"[^,:\d]{2,60},\s*ngày\b.{0,12}\btháng\b.{0,12}\bnăm\b[\s\d.…]*$")
_GROUND: Final = re.compile(r"Căn cứ\s.*;\s*$", re.DOTALL)
_SECTION: Final = re.compile(r"(?:[IVX]+)[.)]\s+\S")
_RECIPIENTS: Final = re.compile(r"Nơi nhận\s*:")
_POWER: Final = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*\S")
_SIGNER: Final = re.compile(r"(?:PHÓ )?(?:HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|BÍ THƯ)$")
_ANNEX: Final = re.compile(r"Phụ lục(?:\s+[IVX]+|\s+\d+)?$", re.IGNORECASE)
_HEAD_LINES: Final = 16
_LONG: Final = 90
_FEW: Final = 4
_INDENTS: Final = (10.0, 12.7)
_INDENT_SLACK: Final = 0.6
_SINGLE, _WIDEST = 0.98, 1.52
_LEAST_GAP: Final = 6.0
_ONE_PAGE: Final = 2600


@dataclass(frozen=True, slots=True)
class LineFault:
    """What a rule found: a stable key, the part's name, what is there, what should be, and why."""

    key: str
    name: str
    measured: str
    wanted: str
    message: str


@dataclass(frozen=True, slots=True)
class _Look:
    """How a part of a document is set; None is not prescribed. Sizes are points, low and high."""

    key: str
    name: str
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    align: str = ""


_LOOKS: Final = {
    "national-name": _Look("national-name", N_("Quốc hiệu"), (12, 13), bold=True, italic=False),
    "motto": _Look("motto", N_("Tiêu ngữ"), (13, 14), bold=True, italic=False),
    "number": _Look("number", N_("Số, ký hiệu"), (12, 13), bold=False, italic=False),
    "place-date": _Look("place-date", N_("Địa danh, ngày"), (13, 14), bold=False, italic=True),
    "title": _Look("title", N_("Tên loại văn bản"), (13, 14), bold=True, italic=False,
                   align="center"),
    "subject": _Look("subject", N_("Trích yếu"), (13, 14), bold=True, italic=False,
                     align="center"),
    "ground": _Look("ground", N_("Căn cứ"), (13, 14), bold=False, italic=True),
    "section": _Look("section", N_("Tên mục"), (13, 14), bold=True),
    "recipients": _Look("recipients", N_("Nơi nhận"), (12, 12), bold=True, italic=True),
    "recipient": _Look("recipient", N_("Dòng nơi nhận"), (11, 11), bold=False, italic=False),
    "signer": _Look("signer", N_("Chức vụ người ký"), (13, 14), bold=True, italic=False),
    "annex": _Look("annex", N_("Phụ lục"), (14, 14), bold=True, italic=False, align="center"),
}  # fmt: skip


def line_faults(measures: Measures) -> Iterator[LineFault]:
    """Yield each fault of the lines once, and those of the page numbers."""
    if not measures.lines:
        return
    told: set[str] = set()
    for part, line in _parts(measures.lines):
        for fault in _look_faults(_LOOKS[part], line):
            if fault.key not in told:
                told.add(fault.key)
                yield fault
    yield from _motto_faults(measures.lines)
    yield from _row_faults(measures.lines)
    yield from _body_faults(measures.lines)
    yield from _page_number_faults(measures)


# Which line is what --------------------------------------------------------------------------


def _parts(lines: Sequence[LineMeasures]) -> Iterator[tuple[str, LineMeasures]]:
    """Yield the lines that are known for what they are."""
    yield from _head_parts(lines)
    recipients: tuple[int, int, int] | None = None
    begun = False
    for place, line in enumerate(lines):
        begun = begun or bool(_SECTION.match(line.text))
        if _RECIPIENTS.match(line.text):
            recipients = line.cell
            yield "recipients", line
        elif line.text.startswith(("-", "–")) and line.cell and line.cell == recipients:
            yield "recipient", line
        elif _GROUND.match(line.text) and not begun and line.cell is None:
            yield "ground", line
        elif _SECTION.match(line.text) and line.text.isupper() and line.cell is None:
            yield "section", line
        elif place > _HEAD_LINES and (_POWER.match(line.text) or _SIGNER.match(line.text)):
            if line.text.isupper():
                yield "signer", line
        elif place > _HEAD_LINES and line.cell is None and _ANNEX.match(line.text):
            yield "annex", line


def _head_parts(lines: Sequence[LineMeasures]) -> Iterator[tuple[str, LineMeasures]]:
    for place, line in enumerate(lines[:_HEAD_LINES]):
        folded = fold(line.text)
        if _NATION.fullmatch(folded):
            yield "national-name", line
        elif _MOTTO.fullmatch(folded):
            yield "motto", line
        elif _NUMBER.match(line.text) and len(line.text) < _LONG:
            yield "number", line
        elif _PLACE_DATE.match(line.text):
            yield "place-date", line
        elif line.text.strip() in _TITLES:
            yield "title", line
            if place + 1 < len(lines) and not _GROUND.match(lines[place + 1].text):
                yield "subject", lines[place + 1]


# Letters -------------------------------------------------------------------------------------


def _look_faults(look: _Look, line: LineMeasures) -> Iterator[LineFault]:
    name = _(look.name)
    low, high = look.sizes
    if not low <= line.size <= high:
        wanted = f"{low:g}" if low == high else f"{low:g} - {high:g}"
        message = _("{name} có cỡ chữ {wanted}.").format(name=name, wanted=wanted)
        yield LineFault(f"{look.key}-size", name, f"{line.size:g}", wanted, message)
    for part, wanted_on, is_on, words in (
        ("bold", look.bold, line.bold, (N_("đậm"), N_("không đậm"))),
        ("italic", look.italic, line.italic, (N_("nghiêng"), N_("đứng"))),
    ):
        if wanted_on is not None and wanted_on != is_on:
            wanted = _(words[0] if wanted_on else words[1])
            message = _("{name} là chữ {wanted}.").format(name=name, wanted=wanted)
            yield LineFault(f"{look.key}-{part}", name, line.text, wanted, message)
    if look.align and line.cell is None and line.align != look.align:
        message = _("{name} được canh giữa.").format(name=name)
        yield LineFault(f"{look.key}-align", name, line.text, _("canh giữa"), message)


def _motto_faults(lines: Sequence[LineMeasures]) -> Iterator[LineFault]:
    for line in lines[:_HEAD_LINES]:
        if _MOTTO.fullmatch(fold(line.text)) and line.text.count(" - ") < 2:
            wanted = "Độc lập - Tự do - Hạnh phúc"
            message = _("Giữa các cụm của Tiêu ngữ là gạch nối, có cách chữ hai bên.")
            yield LineFault("motto-hyphen", _("Tiêu ngữ"), line.text, wanted, message)


def _row_faults(lines: Sequence[LineMeasures]) -> Iterator[LineFault]:
    """Tell where number and date stand in two rows of the letterhead (L26)."""
    head = lines[:_HEAD_LINES]
    number = next((line for line in head if _NUMBER.match(line.text)), None)
    date = next((line for line in head if _PLACE_DATE.match(line.text)), None)
    if number is None or date is None or not (number.cell and date.cell):
        return
    if number.cell[:2] != date.cell[:2]:
        message = _("Số, ký hiệu và địa danh, ngày đặt ngang hàng nhau.")
        yield LineFault("number-row", _("Địa danh, ngày"), date.text, _("ngang hàng"), message)


# Running text --------------------------------------------------------------------------------


def _body_faults(lines: Sequence[LineMeasures]) -> Iterator[LineFault]:
    """Judge running text by what most of its paragraphs are."""
    body = [line for line in lines if line.cell is None and len(line.text) >= _LONG]
    if len(body) < _FEW:
        return
    name = _("Nội dung")
    if _mostly(body, lambda line: line.align not in ("both", "distribute")):
        message = _("Nội dung được canh đều cả hai lề.")
        yield LineFault("body-align", name, _("không canh đều"), _("canh đều"), message)
    if _mostly(body, lambda line: not _has_indent(line)):
        found = Counter(line.first_mm for line in body).most_common(1)[0][0]
        message = _("Dòng đầu mỗi đoạn lùi vào 1 cm hoặc 1,27 cm.")
        yield LineFault("body-indent", name, f"{found:g} mm", "10 - 12,7 mm", message)
    if _mostly(body, lambda line: line.spacing is not None and _is_off(line.spacing)):
        found = Counter(line.spacing for line in body).most_common(1)[0][0] or 0
        message = _("Giãn dòng từ một dòng đến một dòng rưỡi.")
        yield LineFault("body-spacing", name, f"{found:g}", "1 - 1,5", message)
    if _mostly(body, lambda line: line.gap_pt < _LEAST_GAP):
        found = Counter(line.gap_pt for line in body).most_common(1)[0][0]
        message = _("Các đoạn cách nhau ít nhất 6 pt.")
        yield LineFault("body-gap", name, f"{found:g} pt", "6 pt", message)


def _mostly(lines: Sequence[LineMeasures], wrong: Callable[[LineMeasures], bool]) -> bool:
    return sum(map(wrong, lines)) > 0.6 * len(lines)


def _has_indent(line: LineMeasures) -> bool:
    return any(abs(line.first_mm - wanted) <= _INDENT_SLACK for wanted in _INDENTS)


def _is_off(spacing: float) -> bool:
    return not _SINGLE <= spacing <= _WIDEST


# Page numbers --------------------------------------------------------------------------------


def _page_number_faults(measures: Measures) -> Iterator[LineFault]:
    name = _("Số trang")
    if not measures.numbers_in:
        if sum(len(line.text) for line in measures.lines) > 2 * _ONE_PAGE:
            message = _("Văn bản nhiều trang có số trang ở giữa lề trên.")
            yield LineFault("page-number", name, _("không có"), _("giữa lề trên"), message)
        return
    if measures.numbers_in == "footer":
        message = _("Số trang đặt ở lề trên, không ở chân trang.")
        yield LineFault("page-number-place", name, _("chân trang"), _("giữa lề trên"), message)
    elif measures.numbers_align != "center":
        message = _("Số trang được canh giữa lề trên.")
        yield LineFault("page-number-align", name, _("không ở giữa"), _("giữa lề trên"), message)
    if not measures.first_hidden:
        message = _("Trang đầu không ghi số trang.")
        yield LineFault("page-number-first", name, _("có ở trang đầu"), _("ẩn"), message)
