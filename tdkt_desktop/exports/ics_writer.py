"""Writes a calendar file (RFC 5545) that Outlook, Google and phones read.

Own code instead of a library: all-day entries with a reminder need a page of it. A second import
of the same entries updates the first, since an entry keeps its `uid` and its stamp moves on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

_LINE_BREAK: Final = "\r\n"
_LONGEST: Final = 75
"""Octets of the longest line, its break not counted (RFC 5545, 3.1)."""
_PRODUCT: Final = "-//TDKT Desktop//Tien do//VI"
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class EntryStatus(StrEnum):
    """How an entry stands, in the words of the standard."""

    OPEN = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An all-day entry on the days `start` to `end`, both included.

    `uid` is the same for the same entry for ever. `remind_days` asks for a reminder so many days
    before at eight in the morning; without one there is none.
    """

    uid: str
    title: str
    start: date
    end: date
    changed_at: datetime
    description: str = ""
    category: str = ""
    status: EntryStatus = EntryStatus.OPEN
    remind_days: int | None = None


def write_ics(name: str, entries: Iterable[CalendarEntry], stream: BinaryIO) -> None:
    """Write entries as a calendar of that name, in UTF-8."""
    for line in _calendar(name, entries):
        stream.write(_folded(line))


def _calendar(name: str, entries: Iterable[CalendarEntry]) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(name)}"
    for entry in entries:
        yield from _event(entry)
    yield "END:VCALENDAR"


def _event(entry: CalendarEntry) -> Iterator[str]:
    changed = _moment(entry.changed_at)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    # Seconds since 2020: a later edit has a higher number, as an update must.
    yield f"SEQUENCE:{max(0, int((entry.changed_at - _EPOCH).total_seconds()))}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.start)}"
    # The end of an all-day entry is the day after it (RFC 5545, 3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(entry.end + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.category:
        yield f"CATEGORIES:{_text(entry.category)}"
    yield f"STATUS:{entry.status.value}"
    yield "TRANSP:TRANSPARENT"
    if entry.remind_days is not None:
        yield from _alarm(entry)
    yield "END:VEVENT"


_EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)
_MORNING: Final = 8


def _alarm(entry: CalendarEntry) -> Iterator[str]:
    """Remind before the last day: an all-day entry begins at midnight."""
    before = (entry.end - entry.start).days - (entry.remind_days or 0)
    hours = before * 24 + _MORNING
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(entry.title)}"
    yield f"TRIGGER:{'-' if hours < 0 else ''}PT{abs(hours)}H"
    yield "END:VALARM"


def _text(words: str) -> str:
    return clean(words).strip().replace("\t", " ").translate(_ESCAPED)


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> bytes:
    """Break a line into pieces of at most 75 octets, never inside a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        room = _LONGEST - (1 if pieces else 0)
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece = b""
        piece += octets
    pieces.append(piece)
    return f"{_LINE_BREAK} ".encode().join(pieces) + _LINE_BREAK.encode()
