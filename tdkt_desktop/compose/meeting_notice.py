"""The notice of what was concluded at a meeting of a council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content
from tdkt_desktop.compose.meeting_papers import meeting_values
from tdkt_desktop.compose.minutes import conclusions

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts


def notice_content(meeting: MeetingFacts, council: CouncilFacts) -> Content:
    """Return the data of the notice."""
    return Content(meeting_values(meeting, council), {"ket_luan": conclusions(meeting.conclusions)})
