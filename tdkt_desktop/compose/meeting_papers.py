"""The words about a meeting that its invitation, its minutes and its conclusions share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import day_words
from tdkt_desktop.vietnamese.dates import short_date, weekday_name

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts, MemberFacts

_CLOCK = re.compile(r"(\d{1,2})\s*[:hg]\s*(\d{1,2})?")


def meeting_values(meeting: MeetingFacts, council: CouncilFacts) -> dict[str, str]:
    """Return the words; what nobody has said yet is empty and stays to be filled in."""
    day = meeting.held_on
    total = len(meeting.present) + len(meeting.absent)
    return {
        "ten_hoi_dong": council.name,
        "noi_dung_hop": meeting.subject,
        "noi_dung_hop_trong_cau": meeting.subject[:1].lower() + meeting.subject[1:],
        "ngay_hop": day_words(day),
        "ngay_hop_ngan": short_date(day) if day else "",
        "thu_hop": day_of_week(day) if day else "",
        "gio_hop": clock_words(meeting.starts_at),
        "gio_ket_thuc": clock_words(meeting.ends_at),
        "dia_diem": meeting.venue,
        "chu_tri": introduced(meeting.chair),
        "thu_ky": introduced(meeting.secretary),
        "ten_chu_tri": meeting.chair.name if meeting.chair else "",
        "ten_thu_ky": meeting.secretary.name if meeting.secretary else "",
        "si_so": "{present}/{total} thành viên".format(
            present=f"{len(meeting.present):02d}", total=f"{total:02d}"
        ),
        "vang_mat": "; ".join(map(_missed, meeting.absent)) or "không có",
    }


def day_of_week(day: date) -> str:
    """Return "thứ Hai" of a Monday: the word small, its number or name capital (L57)."""
    first, last = weekday_name(day).split()
    return f"{first.lower()} {last.capitalize()}"


def introduced(member: MemberFacts | None) -> str:
    """Return a member as minutes introduce one: name, position, role."""
    if member is None:
        return ""
    return ", ".join(part for part in (member.name, member.position, member.role) if part)


def _missed(member: MemberFacts) -> str:
    """Return a member who was not there, with the reason where one was given."""
    return f"{introduced(member)} ({member.note})" if member.note else introduced(member)


def clock_words(clock: str) -> str:
    """Return "14 giờ 00" of "14:00"; other words stay as they are."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        return clock.strip()
    return "{hour} giờ {minute}".format(
        hour=f"{int(match[1]):02d}", minute=f"{int(match[2] or 0):02d}"
    )
