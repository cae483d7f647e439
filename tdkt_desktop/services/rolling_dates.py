"""Days, months and weekdays in a text, moved by the years between two plans."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_changes import ChangeKind, Edit
from tdkt_desktop.services.rolling_frame import Found, Frame, Scan
from tdkt_desktop.vietnamese.anniversaries import CommemorativeDay, commemorative_days, day
from tdkt_desktop.vietnamese.dates import FoundDate, find_dates, short_date, weekday_name
from tdkt_desktop.vietnamese.lunar import tet
from tdkt_desktop.vietnamese.text import fold

_WEEKDAY: Final = re.compile(
    r"\b(?P<name>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?P<gap>[\s,(]*(?:ngày\s*)?)$",
    re.IGNORECASE,
)
_DAY_MONTH: Final = re.compile(r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
_DEADLINE: Final = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|hạn|hạn chót|hạn cuối|hoàn thành|đến|xong)"
    r"(?:\s(?:là|vào|trong|trước|hết|hạn))*\s*(?:(?:thứ \w+|chủ nhật),?\s*)?(?:ngày\s*)?$",
    re.IGNORECASE,
)
_FIXED_HOLIDAYS: Final = frozenset({(1, 1), (30, 4), (1, 5), (2, 9)})
_TET_DAYS: Final = range(-2, 5)
_SUNDAY: Final = 6
_LEAP_DAY: Final = (2, 29)
_ONE_DAY: Final = timedelta(days=1)


def moved_day(old: date, shift: int) -> date:
    """Return the same day some years on; 29 February becomes 28 where there is none."""
    try:
        return old.replace(year=old.year + shift)
    except ValueError:
        return old.replace(year=old.year + shift, day=28)


def is_holiday(one: date) -> bool:
    """Tell whether a day is a public holiday (Labour Code 2019, article 112)."""
    if (one.day, one.month) in _FIXED_HOLIDAYS or one == day("gio-to-hung-vuong").on(one.year):
        return True
    return (one - tet(one.year)).days in _TET_DAYS


def is_free(one: date) -> bool:
    """Tell whether nobody can be expected to hand in on a day."""
    return one.weekday() == _SUNDAY or is_holiday(one)


def working_day_before(one: date) -> date:
    """Return the last day before a free one on which people work, Saturdays left out."""
    while is_free(one) or one.weekday() == _SUNDAY - 1:
        one -= _ONE_DAY
    return one


def dates(scan: Scan) -> None:
    """Move each date of the plan's time, and the weekday written beside it."""
    for one in find_dates(scan.text):
        if one.day and scan.free(one.start, one.end) and scan.frame.near(one.day.year):
            _move(scan, one, one.day)


def _move(scan: Scan, one: FoundDate, old: date) -> None:
    new = _new_day(scan, old)
    after = _rewritten(one.quote, old, new)
    reason, offer = _doubt(scan, one, old, new)
    weekday = _WEEKDAY.search(scan.text[: one.start])
    if weekday and scan.free(weekday.start(), one.end):
        after = f"{_weekday_like(weekday['name'], new)}{weekday['gap']}{after}"
        scan.put(Found(weekday.start(), one.end, after, ChangeKind.DUE, reason, offer))
        return
    scan.put(Found(one.start, one.end, after, ChangeKind.DUE, reason, offer))


def _weekday_like(old: str, new: date) -> str:
    """Name a weekday as the old one was written: "thứ Ba", "THỨ BA", "thứ ba" or "thứ 3"."""
    name = weekday_name(new)
    if old[-1].isdigit() and new.weekday() != _SUNDAY:
        return f"{old[:-1]}{new.weekday() + 2}"
    if old.islower():
        return name.lower()
    if old.isupper():
        return name.upper()
    return name[0].lower() + name[1:] if old[0].islower() else name


def _new_day(scan: Scan, old: date) -> date:
    """Return where a date goes: a day of the lunar calendar to its day in the new year."""
    lunar = _lunar_day(scan, old)
    return lunar.on(old.year + scan.frame.shift) if lunar else moved_day(old, scan.frame.shift)


def _lunar_day(scan: Scan, old: date) -> CommemorativeDay | None:
    words = fold(scan.text)
    named = (
        known
        for known in commemorative_days()
        if known.lunar and any(fold(name) in words for name in (known.name, *known.aliases))
    )
    return next((known for known in named if known.on(old.year) == old), None)


def _rewritten(quote: str, old: date, new: date) -> str:
    """Write a day as the old one was written: its own separators, zeros and words."""
    figures = [*re.finditer(r"\d+", quote)]
    order = ("year", "month", "day") if len(figures[0][0]) > 2 else ("day", "month", "year")
    for part, match in reversed(list(zip(order, figures, strict=True))):
        value = getattr(new, part)
        if getattr(old, part) != value:
            padded = f"{value:0{len(match[0])}d}"
            quote = quote[: match.start()] + padded + quote[match.end() :]
    return quote


def _doubt(scan: Scan, one: FoundDate, old: date, new: date) -> tuple[str, Edit | None]:
    """Return what to ask about a new day, and the day to offer for it."""
    if (old.month, old.day) == _LEAP_DAY and new.day != old.day:
        reason = _("Năm {year} không có ngày 29/02; đã ghi {day}.")
        return reason.format(year=new.year, day=short_date(new)), None
    outside = not _in_reach(scan.frame, old)
    if outside:
        return _("Ngày {day} không thuộc {period}; xin xem lại.").format(
            day=short_date(new), period=scan.frame.new.name
        ), None
    deadline = scan.is_due or _DEADLINE.search(scan.before(one.start, 40))
    if not deadline or not is_free(new) or is_free(old) or _is_kept_day(new):
        return "", None
    offered = working_day_before(new)
    words = _("Hạn {day} rơi vào {weekday}; có thể ghi {offered} ({name}).").format(
        day=short_date(new),
        weekday=_("ngày nghỉ lễ") if is_holiday(new) else weekday_name(new).lower(),
        offered=short_date(offered),
        name=weekday_name(offered).lower(),
    )
    return words, Edit(one.start, one.end, _rewritten(one.quote, old, offered))


def _in_reach(frame: Frame, one: date) -> bool:
    """Tell whether a day lies in the old period, or within three months around it."""
    margin = timedelta(days=92)
    return frame.old.first_day - margin <= one <= frame.old.last_day + margin


def _is_kept_day(one: date) -> bool:
    """Tell whether a day is kept each year, whatever weekday it falls on."""
    return any(
        (known.day, known.month) == (one.day, one.month)
        for known in commemorative_days()
        if not known.lunar
    )


def weekdays(scan: Scan) -> None:
    """Recompute a weekday that stands beside a day and month without a year."""
    for match in _DAY_MONTH.finditer(scan.text):
        beside = _WEEKDAY.search(scan.text[: match.start()])
        if beside is None or not scan.free(beside.start(), match.end()):
            continue
        new = _day_in(scan, int(match["m"]), int(match["d"]))
        if new is None:
            continue
        span = beside.span("name")
        scan.put(Found(*span, _weekday_like(beside["name"], new), ChangeKind.DUE))


def _day_in(scan: Scan, month: int, number: int) -> date | None:
    """Return the day of the new period that a day and month mean; None for an impossible one."""
    for year in sorted({scan.frame.new.first_day.year, scan.frame.new.last_day.year}):
        try:
            one = date(year, month, number)
        except ValueError:
            continue
        if scan.frame.new.first_day <= one <= scan.frame.new.last_day:
            return one
    return None
