"""A school with people, a council with duties, a meeting, and a year of tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.services.council_views import (
    CouncilFacts,
    CouncilRole,
    MeetingFacts,
    SeatFacts,
)
from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.task_views import TaskQuery, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tests.support.initiative_year import ROUND, add_initiatives, score
from tests.support.year_of_work import DAY, PERIOD, add_people, add_plan

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

SEATS = (
    SeatFacts("Lê Thị Minh Nguyệt", CouncilRole.CHAIR, "Hiệu trưởng"),
    SeatFacts("Trần Quốc Bảo", CouncilRole.VICE_CHAIR, "Phó Hiệu trưởng"),
    SeatFacts("Phạm Thu Hà", CouncilRole.SECRETARY, "Giáo viên"),
    SeatFacts("Đỗ Văn Lâm", CouncilRole.MEMBER, "Tổ trưởng Tổ 2"),
    SeatFacts("Ngô Thị Mai", CouncilRole.MEMBER, "Chủ tịch Công đoàn"),
)
MEETING = MeetingFacts(
    subject="Họp Hội đồng đầu năm học",
    held_on=date(2026, 9, 18),
    starts_at="14:00",
    ends_at="16h15",
    venue="Phòng họp của trường",
    agenda=("Thông qua kế hoạch", "Phân công nhiệm vụ"),
    guests=("Trưởng ban đại diện cha mẹ học sinh",),
    opinions=("Đề nghị lùi thao giảng một tuần",),
    conclusions=("Thông qua kế hoạch", "Giữ lịch thao giảng"),
)


def add_year(context: AppContext) -> dict[str, int]:
    """Store everything; return the ids of the people, of the council and of the meeting."""
    ids = add_people(context)
    seats = [replace(seat, person_id=ids.get(seat.name)) for seat in SEATS]
    facts = CouncilFacts(decision_number="15/QĐ-THHP", decided_on=date(2026, 9, 8))
    ids["council"] = context.councils.add(facts, PERIOD, seats)
    context.councils.give_usual_duties(ids["council"])
    away = context.councils.council(ids["council"]).members[-1].id
    assert away is not None
    meeting = replace(MEETING, absent=(away,))
    ids["meeting"] = context.councils.add_meeting(ids["council"], meeting)
    ids["plan"] = add_plan(context)
    _score_initiatives(context, ids)
    _report(context)
    context.movements.add(
        MovementFacts("Mỗi ngày một trang sách", half_year_result="96% lớp có góc đọc"), PERIOD
    )
    return ids


def _score_initiatives(context: AppContext, ids: dict[str, int]) -> None:
    """Score two initiatives before the meeting, so that the last meeting stays the last one."""
    before = replace(ROUND, held_on=date(2026, 9, 10))
    round_id = add_initiatives(context, ids, before)["round"]
    score(context, round_id, {"Rèn ": (80.0, 84.0, 88.5), "Vườn": (90.0, 88.0, 86.0)})
    context.scoring.close(round_id)


def _report(context: AppContext) -> None:
    """Do the first two tasks, one of them late, and drop the third."""
    first, second, third, *_others = context.tasks.tasks(TaskQuery(year=2026), DAY)
    done = TaskReport(state=TaskState.DONE, result="100% lớp ký giao ước")
    context.tasks.report([first.id], done, date(2026, 9, 5))
    context.tasks.report([second.id], TaskReport(state=TaskState.DONE), date(2026, 9, 28))
    context.tasks.report([third.id], TaskReport(state=TaskState.DROPPED, reason="Mưa bão"), DAY)
    words = TaskWords("Thăm học sinh vùng lũ", lead="Công đoàn", due="Ngày 10/11/2026")
    context.tasks.add(words, PERIOD)
