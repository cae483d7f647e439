"""The minutes of a meeting of a council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, sentence
from tdkt_desktop.compose.meeting_papers import introduced, meeting_values
from tdkt_desktop.documents.blocks import Block, Clause, Level
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts


def minutes_content(meeting: MeetingFacts, council: CouncilFacts) -> Content:
    """Return the data of the minutes."""
    there = [introduced(member) for member in meeting.present]
    guests = [f"Khách mời: {guest}" for guest in meeting.guests]
    blocks = {
        "co_mat": dashes(map(_listed, (*there, *guests))),
        "chuong_trinh": dashes(map(sentence, meeting.agenda), "…"),
        "y_kien": dashes(map(sentence, meeting.opinions), "Các thành viên không có ý kiến khác."),
        "ket_luan": conclusions(meeting.conclusions),
    }
    return Content(meeting_values(meeting, council), blocks)


def conclusions(texts: Sequence[str]) -> tuple[Block, ...]:
    """Return conclusions as numbered clauses, or a place to write them in."""
    written = tuple(Clause(Level.ARABIC, RichText(sentence(text))) for text in texts)
    return written or dashes(("…",))


def _listed(text: str) -> str:
    return f"{text};"
