"""Anniversaries and lunar years in a text, recomputed for the new year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.day_names import named_days
from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_changes import ChangeKind, Edit
from tdkt_desktop.services.rolling_frame import Found, Scan
from tdkt_desktop.vietnamese.anniversaries import anniversaries
from tdkt_desktop.vietnamese.can_chi import find_year_names, year_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.vietnamese.anniversaries import CommemorativeDay

_COUNT: Final = re.compile(
    r"(?:\bkỷ\sniệm\s(?:lần\sthứ\s)?(?P<a>\d{1,3})(?:\s?năm)?|(?<!\d)(?P<b>\d{1,3})\snăm)"
    r"\s(?=(?:ngày|chiến thắng|cách mạng|quốc khánh|thành lập|khởi nghĩa|truyền thống|giải phóng"
    r"|sinh)\b)"
    r"|\blần\sthứ\s(?P<c>\d{1,3})\s(?=ngày\b)",
    re.IGNORECASE,
)
_DAY: Final = r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?)?"
_SPAN: Final = re.compile(
    rf"{_DAY}(?P<first>(?:1\d|20)\d\d)\s?[-–—]\s?{_DAY}(?P<last>(?:19|20)\d\d)(?!\d)\s?\)?"
)
_END: Final = re.compile(
    r";|,\s(?:kỷ niệm|chào mừng|\d{1,3}\snăm)|\.\s|\svà\s(?:kỷ niệm\s)?\d{1,3}\snăm",
    re.IGNORECASE,
)
_REACH: Final = 150
_NEAR: Final = 10
_ROUND: Final = 5
_YEAR_WORD: Final = re.compile(r"\b(?:năm|xuân|tết|mừng|nguyên đán|đón)\s*\(?$", re.IGNORECASE)


def counts(scan: Scan) -> None:
    """Move the count of each anniversary, and the years in brackets behind it."""
    for match in _COUNT.finditer(scan.text):
        name = next(name for name in "abc" if match[name])
        number, place = int(match[name]), match.span(name)
        if not scan.free(*place):
            continue
        span = _SPAN.search(_clause_after(match, scan.text))
        if span:
            _by_span(scan, match, (number, place), span)
        else:
            _by_name(scan, match, (number, place))


def _clause_after(match: re.Match[str], text: str) -> str:
    rest = text[match.end() : match.end() + _REACH]
    end = _END.search(rest)
    return rest[: end.start()] if end else rest


def _by_span(
    scan: Scan, match: re.Match[str], count: tuple[int, tuple[int, int]], span: re.Match[str]
) -> None:
    """Move the last year of the brackets and make the count agree with it."""
    at = match.end()
    first, last = int(span["first"]), int(span["last"])
    # What is ahead ("hướng tới kỷ niệm …") or past keeps its years.
    if last not in scan.frame.years:
        scan.hold(match.start(), at + span.end())
        return
    moved = last + scan.frame.shift
    years = moved - first
    reason = _reason(scan, years, _words(scan, match))
    if count[0] != last - first:
        reason = _("Từ {first} đến {last} là {years} năm; bản cũ ghi {count} năm.").format(
            first=first, last=moved, years=years, count=count[0]
        )
    end = at + span.end()
    offer = _removal(scan.text, match.start(), end) if reason else None
    scan.groups.append((match.start(), end, ChangeKind.ANNIVERSARY, reason))
    scan.put(Found(*count[1], str(years), ChangeKind.ANNIVERSARY, reason, offer))
    place = at + span.start("last"), at + span.end("last")
    scan.put(Found(*place, str(moved), ChangeKind.ANNIVERSARY))
    scan.hold(match.start(), end)


def _by_name(scan: Scan, match: re.Match[str], count: tuple[int, tuple[int, int]]) -> None:
    """Move a count without brackets; ask where nobody knows the day it counts from."""
    clause = _clause_after(match, scan.text)
    named = [one for start, _e, one in named_days(clause) if start <= _NEAR and one.founded_year]
    is_known = any(scan.frame.near((one.founded_year or 0) + count[0]) for one in named)
    if not named and "niệm" not in match[0].lower():
        return
    years = count[0] + scan.frame.shift
    reason = _reason(scan, years, _words(scan, match))
    if not is_known:
        reason = _("Không rõ “{words}” tính từ năm nào; đã ghi {years} năm.").format(
            words=_words(scan, match), years=years
        )
    end = match.end() + len(_words(scan, match))
    offer = _removal(scan.text, match.start(), end) if reason else None
    scan.groups.append((match.start(), end, ChangeKind.ANNIVERSARY, reason))
    scan.put(Found(*count[1], str(years), ChangeKind.ANNIVERSARY, reason, offer))


def _words(scan: Scan, match: re.Match[str]) -> str:
    return re.split(r"[(,;.]|\s\d{1,2}/", _clause_after(match, scan.text))[0].strip()


def _reason(scan: Scan, years: int, words: str) -> str:
    if years % _ROUND == 0:
        return ""
    return _("{years} năm {words} không phải năm tròn của {period}; có thể bỏ.").format(
        years=years, words=words, period=scan.frame.new.name
    )


def _removal(text: str, start: int, end: int) -> Edit:
    """Return the edit that leaves a phrase out, with the comma that joined it."""
    following = re.compile(r",\s").match(text, end)
    if following:
        return Edit(start, following.end(), "")
    before = re.search(r"(?:,|\svà)\s$", text[:start])
    return Edit(before.start() if before else start, end, "")


def lunar_names(scan: Scan) -> None:
    """Move the names of lunar years: Bính Ngọ becomes Đinh Mùi."""
    for one in find_year_names(scan.text):
        years = [year for year in _candidates(scan) if one.fits(year)]
        if not years or not scan.free(one.start, one.end):
            continue
        if _YEAR_WORD.search(scan.text[: one.start]):
            after = year_name(years[0] + scan.frame.shift)
            after = after.upper() if one.quote.isupper() else after
            scan.put(Found(one.start, one.end, after, ChangeKind.CAN_CHI))


def _candidates(scan: Scan) -> Iterator[int]:
    first, last = scan.frame.years[0], scan.frame.years[-1]
    yield from range(first - 1, last + 2)


def round_ones(texts: Iterable[str], period: PlanPeriod) -> Iterator[str]:
    """Yield a sentence for each round anniversary of the period that no text counts."""
    counted = {one.key for text in texts for one in _counted(text)}
    for found in anniversaries(period.first_day, period.last_day):
        if found.is_round and found.key not in counted:
            yield _("Có thể thêm: {phrase}.").format(phrase=found.phrase)


def _counted(text: str) -> Iterator[CommemorativeDay]:
    for match in _COUNT.finditer(text):
        yield from (one for _s, _e, one in named_days(_clause_after(match, text)))
