"""What somebody is still charged with when they leave, and who heads a group."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.council_views import CouncilFacts, SeatFacts
from tdkt_desktop.services.group_heads import heads_of
from tdkt_desktop.services.people_views import GroupKind, PersonData
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.person_ties import TieKind
from tdkt_desktop.services.task_views import TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

TODAY = date(2026, 10, 1)
YEAR = PlanPeriod(2026)


def test_open_tasks_and_seats_are_told_and_finished_ones_are_not(context: AppContext) -> None:
    an, binh = (context.people.add(PersonData(name)) for name in ("Lê Văn An", "Lê Thị Bình"))
    led = context.tasks.add(TaskWords("Hội giảng", lead="Lê Văn An", due="20/11/2026"), YEAR)
    done = context.tasks.add(TaskWords("Khai giảng", lead="Lê Văn An", due="5/9/2026"), YEAR)
    context.tasks.report([done], TaskReport(state=TaskState.DONE), TODAY)
    helped = context.tasks.add(TaskWords("Hội diễn", due="1/12/2026"), YEAR)
    context.tasks.assign([helped], TaskRole.COORDINATOR, persons=[an])
    seat = SeatFacts("Lê Văn An", person_id=an)
    council = context.councils.add(CouncilFacts(name="Hội đồng TĐKT"), YEAR, [seat])
    ties = context.person_ties.of([an, binh], TODAY)
    assert [(tie.person_id, tie.kind, tie.record) for tie in ties] == [
        (an, TieKind.TASK, led), (an, TieKind.TASK, helped), (an, TieKind.SEAT, council),
    ]  # fmt: skip
    assert ties[0].text == "chủ trì nhiệm vụ “Hội giảng” (năm 2026)"
    assert ties[2].text == "là thành viên Hội đồng TĐKT (năm 2026)"
    assert context.person_ties.of([binh], TODAY) == ()


def test_the_head_of_a_group_is_who_the_position_says(context: AppContext) -> None:
    school = context.groups.add("Trường TH Hoa Mai", GroupKind.SCHOOL)
    group = context.groups.add("Tổ 1")
    people = {
        name: context.people.add(PersonData(name, group_id=group, position=position))
        for name, position in (
            ("Lê An", "Tổ phó"), ("Lê Bình", "Giáo viên, Tổ trưởng"), ("Lê Chi", "Giáo viên"),
        )
    }  # fmt: skip
    context.people.add(PersonData("Lê Dung", position="Phó Hiệu trưởng"))
    principal = context.people.add(PersonData("Lê Em", position="Hiệu trưởng"))
    heads = heads_of(context.groups.groups(), context.people.rows())
    assert {key: row.id for key, row in heads.items()} == {
        group: people["Lê Bình"], school: principal,
    }  # fmt: skip
    context.groups.set_head(group, people["Lê Chi"])
    positions = {row.full_name: row.position for row in context.people.rows()}
    assert (positions["Lê Bình"], positions["Lê Chi"]) == ("Giáo viên", "Giáo viên, Tổ trưởng")
    assert positions["Lê An"] == "Tổ phó"
    context.groups.set_head(group, None)
    assert group not in heads_of(context.groups.groups(), context.people.rows())
    with pytest.raises(InputError, match="không thuộc tổ"):
        context.groups.set_head(group, principal)
