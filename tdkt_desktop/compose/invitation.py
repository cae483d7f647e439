"""The invitation to a meeting of a council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, sentence
from tdkt_desktop.compose.meeting_papers import meeting_values

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts


def invitation_content(meeting: MeetingFacts, council: CouncilFacts) -> Content:
    """Return the data of the invitation: the council and its guests."""
    invited = (f"Các thành viên {council.name}", *meeting.guests)
    blocks = {
        "danh_sach_moi": dashes(map(sentence, invited)),
        "chuong_trinh": dashes(map(sentence, meeting.agenda), "Theo chương trình gửi kèm."),
    }
    return Content(meeting_values(meeting, council), blocks)
