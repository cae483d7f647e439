"""Understands what a paper of registration, review or vote is made for, and gives its data.

Documents are Vietnamese whatever language the window speaks, so that nothing here is translated
but errors.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.compose.registration_list import registration_content
from tdkt_desktop.compose.review_minutes import review_content
from tdkt_desktop.compose.vote_papers import (
    ballot_content,
    public_notice_content,
    review_meeting_content,
    tally_content,
)
from tdkt_desktop.documents.document import DocumentNumber, Letterhead, Signature
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tdkt_desktop.compose.assembly import Content
    from tdkt_desktop.compose.facts import Frame
    from tdkt_desktop.services.award_paper_data import AwardPaperData
    from tdkt_desktop.services.period import PlanPeriod

SCHOOL_LIST: Final = "danh-sach-dang-ky"
GROUP_LIST: Final = "danh-sach-dang-ky-to"
GROUP_MINUTES: Final = "bien-ban-binh-xet-to"
BALLOT: Final = "phieu-bau"
TALLY_MINUTES: Final = "bien-ban-kiem-phieu"
MEETING_MINUTES: Final = "bien-ban-hop-xet"
PUBLIC_NOTICE: Final = "tb-cong-khai-ket-qua"
AWARD_KINDS: Final[Mapping[str, About]] = {
    SCHOOL_LIST: About.YEAR,
    GROUP_LIST: About.GROUP,
    GROUP_MINUTES: About.GROUP,
    BALLOT: About.VOTE,
    TALLY_MINUTES: About.VOTE,
    MEETING_MINUTES: About.MEETING,
    PUBLIC_NOTICE: About.MEETING,
}
_OF_GROUPS: Final = (GROUP_LIST, GROUP_MINUTES)


def record_year(period: PlanPeriod) -> str:
    """Return a period as records write their year: "2025-2026", or "2025"."""
    return str(period.school_year) if period.school_year else str(period.year)


class AwardPapers:
    """Makes the contents of the papers on the way to an award."""

    def __init__(self, data: AwardPaperData) -> None:
        self._data = data

    def about(self, kind: str, period: PlanPeriod, written: str | None) -> dict[str, Any]:
        """Return what is stored of what a paper is made for; `written` as the command takes it.

        Without words the newest round or meeting of the year is meant, of groups the first one.
        Raises UsageError for words that are no number, InputError where the year has nothing.
        """
        about = AWARD_KINDS[kind]
        if about is About.YEAR:
            return {}
        if written is None:
            return {about.value: self._newest(kind, record_year(period))}
        if not written.strip().isdecimal():
            raise UsageError(
                _("“{text}” không phải mã của tổ, cuộc họp hay lượt bỏ phiếu.").format(
                    text=written
                ),
                _("Xin ghi mã bằng chữ số."),
            )
        return {about.value: int(written)}

    def groups_of(self, kind: str, period: PlanPeriod) -> tuple[dict[str, Any], ...]:
        """Return what each group's paper of a kind is made for; empty for other kinds."""
        if kind not in _OF_GROUPS:
            return ()
        found = self._data.groups_with(record_year(period), reviewed=kind == GROUP_MINUTES)
        return tuple({About.GROUP.value: one} for one in found)

    def frame(self, frame: Frame, kind: str, about: Mapping[str, Any]) -> Frame:
        """Return what stands around a paper.

        That of a group is issued and signed in the group; that of a vote is dated in the calendar
        year of its meeting, not in the one that the school year began in.
        """
        made_for = AWARD_KINDS[kind]
        if made_for in (About.VOTE, About.MEETING):
            year = self._data.year_of(made_for, about[made_for.value])
            # A secret ballot is signed by nobody.
            signature = Signature() if kind == BALLOT else frame.signature
            return replace(frame, year=year or frame.year, signature=signature)
        if kind not in _OF_GROUPS:
            return frame
        name = self._data.group_name(about[About.GROUP.value])
        school = frame.letterhead.issuing_body
        symbol = f"BB-{_initials(name)}" if kind == GROUP_MINUTES else ""
        return replace(
            frame,
            letterhead=Letterhead(school, (name,)),
            number=DocumentNumber("", symbol),
            signature=Signature(),
        )

    def content(self, kind: str, period: PlanPeriod, about: Mapping[str, Any]) -> Content:
        """Return the data of a paper."""
        year = record_year(period)
        if kind == SCHOOL_LIST:
            return registration_content(self._data.registrations(year))
        if kind == GROUP_LIST:
            return registration_content(self._data.registrations(year, about[About.GROUP.value]))
        if kind == GROUP_MINUTES:
            return review_content(self._data.review(about[About.GROUP.value], year))
        if kind == BALLOT:
            return ballot_content(self._data.ballot(about[About.VOTE.value]))
        if kind == TALLY_MINUTES:
            return tally_content(*self._data.vote(about[About.VOTE.value]))
        votes, meeting, council = self._data.votes_of(about[About.MEETING.value])
        if kind == MEETING_MINUTES:
            return review_meeting_content(votes, meeting, council)
        return public_notice_content(votes, meeting, council, self._data.days_of_notice())

    def _newest(self, kind: str, year: str) -> int:
        if kind in _OF_GROUPS:
            groups = self._data.groups_with(year, reviewed=kind == GROUP_MINUTES)
            if not groups:
                raise InputError(
                    _("Năm {year} chưa có tổ nào để lập văn bản này.").format(year=year),
                    _("Xin ghi đăng ký hoặc kết quả bình xét của tổ trước."),
                )
            return groups[0]
        if kind == BALLOT:
            return self._data.last_round(year, closed=False)
        round_id = self._data.last_round(year, closed=True)
        return round_id if kind == TALLY_MINUTES else self._data.meeting_of(round_id)


def _initials(name: str) -> str:
    """Return the letters of a group in a symbol: "T1" of "Tổ 1"."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(name)).split()
    return "".join(word if word.isdecimal() else word[0] for word in words).upper()
