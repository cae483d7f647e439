"""Years, school years and quarters in a text: which move with the plan, and which must not."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_changes import ChangeKind
from tdkt_desktop.services.rolling_frame import Found, Scan

_Y: Final = r"(?:19|20)\d\d"
_FIXED_RANGE: Final = re.compile(
    rf"\b(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|khoá|khóa)\s*(?:từ\s+)?(?:năm\s+)?\(?{_Y}(?:\s*(?:[-–—]|đến(?:\s+năm)?)\s*{_Y})?",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"(?<![\d/.\w])(?P<first>{_Y})(?P<joint>\s*[-–—/]\s*|\s+đến\s+(?:năm\s+)?)(?P<last>{_Y}|\d\d(?!\d))(?![\d/])"
)
_SHORT_RANGE: Final = re.compile(
    r"(?P<lead>\b(?:năm\s+học|NH)\s*:?\s*)(?P<first>\d\d)(?P<joint>\s*[-–—/]\s*)(?P<last>\d\d)(?![\d/])",
    re.IGNORECASE,
)
_LAW_YEAR: Final = re.compile(
    rf"\b(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Hiến\s+pháp|Điều\s+lệ)\b(?:(?!kế hoạch|công tác)[^.;:()\d])"
    rf"{{0,90}}?\s*năm\s+{_Y}",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(
    r"(?<!\d)\d+\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ][\w&]*(?:\s?[-–/_]\s?[A-ZĐ][\w&]*)*"
)
_ITS_DATE: Final = re.compile(
    r"[\s,(]*(?:ký\s+)?ngày\s*(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})",
    re.IGNORECASE,
)
_COUNTED: Final = r"\s(?:học sinh|đồng|em|cháu|người|trẻ|m2)"
_YEAR: Final = re.compile(rf"(?<![\w/.@–-])(?P<year>{_Y})(?![\w/@])(?!\s?[-–—]\s?\d)(?!{_COUNTED})")
_BOUND_WORDS: Final = (
    "sinh", "từ", "kể từ", "đến", "tới", "trước", "sau", "thành lập", "ra đời", "tách", "sáp nhập",
    "xây dựng từ",
)  # fmt: skip
_BOUND: Final = re.compile(
    rf"(?:\b(?:{'|'.join(_BOUND_WORDS)})(?:\s+hết|\s+trường)?(?:\s+(?:vào|từ))?\s+năm\s*|[(]\s*)$",
    re.IGNORECASE,
)
_REACHED_WORDS: Final = (
    "thành lập", "ra đời", "được công nhận", "đạt chuẩn", "được tặng", "vinh dự", "đón nhận",
    "khởi công", "được nhận", "sáp nhập", "chia tách",
    "đại hội", "bầu cử",
)  # fmt: skip
_REACHED: Final = re.compile(rf"\b(?:{'|'.join(_REACHED_WORDS)})\b[^.;]{{0,70}}$", re.IGNORECASE)
_PLAN_WORDS: Final = (
    "kết quả", "tổng kết", "sơ kết", "thành tích", "công tác", "nhiệm vụ", "kế hoạch", "dự thảo",
    "chuẩn bị", "phát huy", "tồn tại", "hạn chế", "khen", "so với", "báo cáo", "phong trào",
    "thi đua", "đánh giá", "cuối", "đầu", "xây dựng", "phát động", "chỉ tiêu", "hồ sơ", "học sinh",
    "hè", "xuân", "tết", "tháng", "quý", "ngân sách", "dự toán", "kinh phí", "hội nghị", "đăng ký",
    "năm học", "xét", "đợt", "danh hiệu", "chương trình", "sáng kiến", "học kỳ", "tuyên dương",
)  # fmt: skip
_OF_PLAN: Final = re.compile(rf"\b(?:{'|'.join(_PLAN_WORDS)})\b[^.;]{{0,190}}$", re.IGNORECASE)
_THEME: Final = re.compile(r"\bchủ đề\b[^.;]{0,40}[“\"]|\bchủ đề năm\b", re.IGNORECASE)
_ORDINAL: Final = re.compile(
    r"\bnăm\s+(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|\d{1,2})|đầu tiên|đầu|cuối cùng|cuối"
    r"|bản lề)\s+(?:thực hiện|triển khai|của|nhiệm kỳ)",
    re.IGNORECASE,
)
_CONTEXT: Final = 210
_QUOTE: Final = 40


def hold_fixed(scan: Scan) -> None:
    """Keep programme periods, names of laws and the numbers of documents as they are."""
    for match in _FIXED_RANGE.finditer(scan.text):
        scan.hold(*match.span())
    for match in _SYMBOL.finditer(scan.text):
        dated = _ITS_DATE.match(scan.text, match.end())
        scan.hold(match.start(), dated.end() if dated else match.end())
    for match in _LAW_YEAR.finditer(scan.text):
        scan.hold(match.end() - 4, match.end())


def school_years(scan: Scan) -> None:
    """Move school years near the plan; any other span of years stays."""
    for match in _RANGE.finditer(scan.text):
        first, last = int(match["first"]), match["last"]
        if not scan.free(*match.span()):
            continue
        if int(last) % 100 != (first + 1) % 100 or not scan.frame.near_school_year(first):
            scan.hold(*match.span())
        elif _REACHED.search(scan.before(match.start(), _CONTEXT)):
            _leave(scan, *match.span())
        else:
            moved = first + scan.frame.shift
            end = str(moved + 1) if len(last) == len("2026") else f"{(moved + 1) % 100:02d}"
            _put(scan, match.span(), f"{moved}{match['joint']}{end}")
    for match in _SHORT_RANGE.finditer(scan.text):
        _short_school_year(scan, match)


def _short_school_year(scan: Scan, match: re.Match[str]) -> None:
    """Move "năm học 25-26"."""
    first, last = int(match["first"]), int(match["last"])
    span = match.start("first"), match.end("last")
    if last == (first + 1) % 100 and scan.free(*span) and scan.frame.near_school_year(2000 + first):
        moved = first + scan.frame.shift
        _put(scan, span, f"{moved % 100:02d}{match['joint']}{(moved + 1) % 100:02d}")


def _put(scan: Scan, span: tuple[int, int], after: str) -> None:
    scan.put(Found(*span, after, ChangeKind.SCHOOL_YEAR))


def single_years(scan: Scan) -> None:
    """Move the plan's year, and those beside it that are named as last year's or next year's."""
    for match in _YEAR.finditer(scan.text):
        year, span = int(match["year"]), match.span("year")
        if not scan.free(*span) or not scan.frame.near(year):
            continue
        if _moves(scan, year, span[0]):
            scan.put(Found(*span, str(year + scan.frame.shift), ChangeKind.YEAR))
        else:
            _leave(scan, *span)


def _moves(scan: Scan, year: int, start: int) -> bool:
    """Tell whether a year is the plan's own or counts from it; a fact of the past does neither."""
    before = scan.before(start, _CONTEXT)
    if _REACHED.search(before):
        return False
    bound = _BOUND.search(before)
    if bound:
        own = year in scan.frame.years
        return own and (before.endswith("(") or "hết" in bound[0].lower())
    return year in scan.frame.years or _OF_PLAN.search(before) is not None or scan.is_due


def _leave(scan: Scan, start: int, end: int) -> None:
    scan.hold(start, end)
    quote = scan.text[max(0, start - _QUOTE) : end].strip()
    scan.left.append(_("“…{quote}” để nguyên; xin xem có phải đổi năm không.").format(quote=quote))


def told_by_year(scan: Scan) -> None:
    """Tell what only a person knows for the new year: its theme, the how-manieth year it is."""
    if _THEME.search(scan.text) and any(str(year) in scan.text for year in scan.frame.years):
        scan.left.append(
            _("Chủ đề năm là của {old}; xin ghi chủ đề của {new}.").format(
                old=scan.frame.old.name, new=scan.frame.new.name
            )
        )
    match = _ORDINAL.search(scan.text)
    if match:
        scan.left.append(
            _("“{quote}” tính theo {old}; xin ghi lại cho {new}.").format(
                quote=match[0], old=scan.frame.old.name, new=scan.frame.new.name
            )
        )
