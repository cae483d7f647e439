"""`year-mismatch`: deadlines, periods and school years that cannot belong to the plan's year."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.due_cells import due_nodes, row_text
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.moments import SCHOOL_YEARS, find_moments
from tdkt_desktop.checks.sheet import HEADINGS, PROSE, Sheet, found
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.checks.moments import Moment
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "year-mismatch"
_DEADLINE: Final = re.compile(
    r"\b(?:trước|chậm nhất|hạn cuối|hạn chót|hạn nộp|hoàn thành|xong|muộn nhất)"
    r"(?:\s(?:là|vào|trong|trước|ngày|tháng|hết|việc)){0,4}\s?$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\bnăm\s(?P<year>20\d\d)(?!\d|\s?[-–—/]\s?\d)", re.IGNORECASE)
_WORK: Final = re.compile(
    r"(?:nhiệm vụ|công tác|kế hoạch|chỉ tiêu|phát động|chủ đề|thi đua|khen thưởng)"
    r"[\w\s,\-–]{0,30}\snăm\s(?P<year>20\d\d)(?!\d|\s?[-–—/]\s?\d)",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"kết quả|thành tích|tổng kết|so với|từ năm|đạt được|báo cáo|đã |giai đoạn|luật|đến năm"
    r"|nghị quyết|đề án|chương trình|chiến lược|kỷ niệm|thành lập",
    re.IGNORECASE,
)
_REVIEW: Final = re.compile(r"\b(?:tổng kết|khen tổng kết)\b", re.IGNORECASE)
_TITLES: Final = HEADINGS | {Role.ANNEX_TITLE, Role.TABLE_GROUP, Role.CLOSING}
_REACH: Final = 60


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what speaks of a year that is not the plan's."""
    span = sheet.span
    if span is None:
        return
    yield from _dues(sheet, span)
    yield from _deadlines(sheet, span)
    for node in sheet.worded:
        text = sheet.bare(node)
        yield from _school_years(sheet, node, text)
        yield from _named_years(sheet, node, text)


def _allowed(sheet: Sheet, span: Span) -> Span:
    """Return the days in which a due may lie: some months of preparing before, of closing after.

    A plan for a calendar year is closed in the first quarter of the next; one for a school year is
    prepared from June on and closed by October.
    """
    if sheet.school_year is None:
        return Span(span.start, date(span.end.year + 1, 3, 31))
    return Span(date(span.start.year, 6, 1), date(span.end.year, 10, 31))


def _dues(sheet: Sheet, span: Span) -> Iterator[Finding]:
    allowed = _allowed(sheet, span)
    groups = [node for node in sheet.nodes if node.role is Role.TABLE_GROUP]
    for node in (*due_nodes(sheet), *groups):
        for moment in sheet.moments(node):
            if not moment.span.overlap(allowed):
                yield _wrong_due(sheet, node, moment, span)


def _wrong_due(sheet: Sheet, node: Node, moment: Moment, span: Span) -> Finding:
    message = _("Thời hạn thuộc năm {found}, còn kế hoạch là của {plan}.").format(
        found=moment.span.start.year, plan=_plan_name(sheet)
    )
    year = str(moment.span.start.year)
    suggestion = moment.quote.replace(year, str(_year_for(sheet, moment, span)))
    return found(_CODE, Severity.ERROR, node, (moment.start, moment.end), message, suggestion)


def _year_for(sheet: Sheet, moment: Moment, span: Span) -> int:
    if sheet.school_year is None:
        return span.start.year
    month = moment.span.start.month
    return span.start.year if month >= span.start.month else span.end.year


def _plan_name(sheet: Sheet) -> str:
    if sheet.school_year is not None:
        return _("năm học {years}").format(years=sheet.school_year)
    return _("năm {year}").format(year=sheet.year)


def _deadlines(sheet: Sheet, span: Span) -> Iterator[Finding]:
    """Look at the deadlines in running text; other days there may be of any year."""
    allowed = _allowed(sheet, span)
    for node in sheet.worded:
        if node.role not in PROSE:
            continue
        text = sheet.bare(node)
        for moment in sheet.moments(node):
            before = text[max(0, moment.start - _REACH) : moment.start]
            if _DEADLINE.search(before) and not moment.span.overlap(allowed):
                yield _wrong_due(sheet, node, moment, span)


# School years --------------------------------------------------------------------------------


def _school_years(sheet: Sheet, node: Node, text: str) -> Iterator[Finding]:
    for match in SCHOOL_YEARS.finditer(text):
        before = fold(text[max(0, match.start() - 12) : match.start()])
        if "nam hoc" not in before or int(match["last"]) != int(match["first"]) + 1:
            continue
        written = SchoolYear(int(match["first"]))
        message = _school_year_fault(sheet, node, text[: match.start()], written)
        if message:
            yield found(_CODE, Severity.WARNING, node, match.span(), message, _likely(sheet, text))


def _school_year_fault(sheet: Sheet, node: Node, before: str, written: SchoolYear) -> str:
    """Return why a school year does not fit, empty where it does or may."""
    if written not in _school_years_of(sheet):
        if _PAST.search(before[-_REACH:]) and not _REVIEW.search(before[-_REACH:]):
            return ""
        return _("Năm học {found} không thuộc thời gian của kế hoạch ({plan}).").format(
            found=written, plan=_plan_name(sheet)
        )
    due = row_text(sheet, node)
    if _REVIEW.search(before[-_REACH:]) and due:
        moments = find_moments(due)
        if moments and moments[-1].span.end < date(written.start + 1, 3, 1):
            return _("Tổng kết năm học {found} không thể xong vào {due}.").format(
                found=written, due=due.strip()
            )
    return ""


def _school_years_of(sheet: Sheet) -> tuple[SchoolYear, ...]:
    own = sheet.school_year
    if own is not None:
        return (own.shifted(-1), own, own.shifted(1))
    return tuple(SchoolYear(year + step) for year in sheet.years for step in (-1, 0))


def _likely(sheet: Sheet, text: str) -> str:
    year = sheet.school_year or SchoolYear(sheet.years[0] - 1)
    return f"{year.start} - {year.start + 1}" if " - " in text else str(year)


# Years by name -------------------------------------------------------------------------------


def _named_years(sheet: Sheet, node: Node, text: str) -> Iterator[Finding]:
    years = sheet.years
    title = node.role in _TITLES
    for match in (_NAMED if title else _WORK).finditer(text):
        year = int(match["year"])
        near = years if title else (years[0] - 1, *years, years[-1] + 1)
        before = text[max(0, match.start("year") - _REACH) : match.start("year")]
        if year in near or _PAST.search(before):
            continue
        message = _("Nhắc tới năm {found} trong kế hoạch của {plan}.").format(
            found=year, plan=_plan_name(sheet)
        )
        span = match.span("year")
        yield found(_CODE, Severity.WARNING, node, span, message, str(years[0]))
