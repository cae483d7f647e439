"""A calendar file keeps to RFC 5545: lines, escapes, whole days, reminders, stable entries."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.exports.ics_writer import CalendarEntry, EntryStatus, write_ics

MOMENT = datetime(2026, 9, 1, 7, 30, tzinfo=UTC)
ENTRY = CalendarEntry("t1@x", "Nộp hồ sơ", date(2026, 12, 1), date(2026, 12, 5), MOMENT)


def written(*entries: CalendarEntry) -> bytes:
    stream = io.BytesIO()
    write_ics("Lịch thi đua", entries, stream)
    return stream.getvalue()


def lines(data: bytes) -> list[str]:
    """Return the lines of a calendar as a reader unfolds them."""
    return data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def value(data: bytes, name: str) -> str:
    found = next(line for line in lines(data) if line.split(":")[0].split(";")[0] == name)
    return found.partition(":")[2]


def test_the_days_are_whole_and_the_end_is_the_day_after() -> None:
    data = written(ENTRY)
    assert lines(data)[0] == "BEGIN:VCALENDAR"
    assert lines(data)[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20261201" in lines(data)
    assert "DTEND;VALUE=DATE:20261206" in lines(data)
    assert "DTSTAMP:20260901T073000Z" in lines(data)


def test_signs_that_mean_something_are_escaped() -> None:
    title = "Họp; xem xét, duyệt \\ ký\nlần 2"
    data = written(CalendarEntry("a", title, ENTRY.start, ENTRY.end, MOMENT))
    assert value(data, "SUMMARY") == "Họp\\; xem xét\\, duyệt \\\\ ký\\nlần 2"


def test_a_reminder_rings_in_the_morning_before_the_last_day() -> None:
    one_day = CalendarEntry("a", "x", ENTRY.end, ENTRY.end, MOMENT, remind_days=3)
    assert value(written(one_day), "TRIGGER") == "-PT64H"
    days = CalendarEntry("a", "x", ENTRY.start, ENTRY.end, MOMENT, remind_days=3)
    assert value(written(days), "TRIGGER") == "PT32H"
    assert b"VALARM" not in written(ENTRY)


def test_a_later_edit_is_an_update_of_the_same_entry() -> None:
    later = CalendarEntry(
        "t1@x",
        "Đã huỷ",
        ENTRY.start,
        ENTRY.end,
        MOMENT.replace(hour=9),
        status=EntryStatus.CANCELLED,
    )
    first, second = written(ENTRY), written(later)
    assert value(first, "UID") == value(second, "UID")
    assert int(value(second, "SEQUENCE")) > int(value(first, "SEQUENCE"))
    assert value(second, "STATUS") == "CANCELLED"
    assert written(ENTRY) == first


@given(title=st.text(max_size=200))
def test_any_words_come_back_from_lines_of_at_most_75_octets(title: str) -> None:
    data = written(CalendarEntry("a", f"x{title}x", ENTRY.start, ENTRY.end, MOMENT))
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert b"\n" not in data.replace(b"\r\n", b"")
    back = value(data, "SUMMARY")
    assert back.startswith("x")
    assert back.endswith("x")
