"""The year's work in rows: what is to be done now, what is late, what was done when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.task_views import TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tdkt_desktop.services.work_views import Lateness, WorkFilter, counts
from tests.support.year_of_work import DAY, PERIOD, add_people, add_plan, plan_of, row, rows_of

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.work_views import WorkRow


def named(context: AppContext, title: str, day: date = DAY) -> WorkRow:
    return next(one for one in context.work.rows(2026, day) if one.whole.title == title)


def test_a_recurring_task_is_one_row_at_the_time_that_is_still_open(context: AppContext) -> None:
    add_plan(context)
    found = named(context, "Cập nhật minh chứng")
    assert found.task.section == "Tháng 9/2026"
    assert (len(found.parts), found.left(DAY)) == (12, 2)
    past = [part.id for part in found.parts[:2]]
    context.tasks.report(past, TaskReport(state=TaskState.DONE), DAY)
    assert named(context, "Cập nhật minh chứng").task.section == "Tháng 11/2026"
    context.tasks.report([found.parts[2].id], TaskReport(state=TaskState.DONE), DAY)
    again = named(context, "Cập nhật minh chứng")
    assert (again.task.section, again.task.state) == ("Tháng 11/2026", TaskState.DONE)


def test_before_the_year_begins_the_first_time_is_at_hand(context: AppContext) -> None:
    add_plan(context)
    first = named(context, "Cập nhật minh chứng", date(2026, 8, 1))
    assert first.task.section == "Tháng 9/2026"


@pytest.mark.parametrize(
    ("due", "first", "last_day"),
    [
        ("Hằng tuần", "Tuần 31/8 - 06/9/2026", date(2026, 9, 6)),
        ("Thứ Sáu hằng tuần", "Tuần 07/9 - 13/9/2026", date(2026, 9, 11)),
        ("Chiều thứ 2 hằng tuần", "Tuần 07/9 - 13/9/2026", date(2026, 9, 7)),
        ("Chủ nhật mỗi tuần", "Tuần 31/8 - 06/9/2026", date(2026, 9, 6)),
    ],
)
def test_what_comes_every_week_has_a_time_in_each_week_of_school(
    context: AppContext, due: str, first: str, last_day: date
) -> None:
    context.tasks.add(TaskWords("Đánh giá thi đua các lớp", due=due), PERIOD)
    (found,) = context.work.rows(2026, DAY)
    assert (found.parts[0].section, found.parts[0].ends_on) == (first, last_day)
    assert 35 <= len(found.parts) <= 42
    assert found.parts[-1].ends_on < date(2027, 6, 10)


def test_what_comes_every_week_of_the_summer_alone_is_not_lost(context: AppContext) -> None:
    words = TaskWords("Sinh hoạt hè", due="Hằng tuần từ 10/7/2027 đến 30/7/2027")
    context.tasks.add(words, PERIOD)
    (found,) = context.work.rows(2026, DAY)
    assert [part.section for part in found.parts] == [
        "Tuần 05/7 - 11/7/2027",
        "Tuần 12/7 - 18/7/2027",
        "Tuần 19/7 - 25/7/2027",
        "Tuần 26/7 - 01/8/2027",
    ]


def test_the_number_of_late_rows_is_that_of_the_rows_shown_as_late(context: AppContext) -> None:
    add_plan(context)
    rows = context.work.rows(2026, DAY)
    assert counts(rows, DAY) == {Lateness.LATE: 4, Lateness.SOON: 1}
    assert context.work.late_count(2026, DAY) == 4
    assert context.work.late_count(2025, DAY) == 0


def test_a_report_tells_a_weekly_task_that_comes_next_once(context: AppContext) -> None:
    context.tasks.add(TaskWords("Chấm nền nếp", due="Hằng tuần"), PERIOD)
    made, _doubts = context.papers.add_draft("bao-cao-thang", PERIOD, "10", date(2026, 11, 2))
    text = str(context.papers.paper(made).document)
    assert text.count("Chấm nền nếp (Tuần 02/11") == 0
    assert 1 <= text.count("Chấm nền nếp") <= 3


FILTERS = [
    (WorkFilter(lateness=Lateness.SOON), ["Nộp hồ sơ"]),
    (WorkFilter(state=TaskState.DONE), ["Khai giảng, phát động thi đua"]),
    (WorkFilter(words="nop HO so"), ["Nộp hồ sơ"]),
    (WorkFilter(words="cong doan"), ["Nộp hồ sơ"]),
    (WorkFilter(added=True), ["Thăm mô hình mới"]),
    (WorkFilter(words="không có chữ này"), []),
]


@pytest.mark.parametrize(("wanted", "titles"), FILTERS)
def test_filters_keep_what_they_ask_for(
    context: AppContext, wanted: WorkFilter, titles: list[str]
) -> None:
    add_people(context)
    add_plan(context)
    opening = named(context, "Khai giảng, phát động thi đua").task.id
    context.tasks.report([opening], TaskReport(state=TaskState.DONE), DAY)
    context.tasks.add(TaskWords("Thăm mô hình mới", due="Tháng 3/2027"), PERIOD)
    rows = context.work.rows(2026, DAY)
    assert [one.task.title for one in rows if wanted.takes(one, DAY)] == titles


def test_a_filter_finds_people_in_a_role_and_groups(context: AppContext) -> None:
    ids = add_people(context)
    add_plan(context)
    rows = context.work.rows(2026, DAY)
    head = WorkFilter(person_id=ids["Lê Thị Minh Nguyệt"], role=TaskRole.EXECUTOR)
    assert not any(head.takes(one, DAY) for one in rows)
    assert sum(replace(head, role=TaskRole.LEAD).takes(one, DAY) for one in rows) == 2
    office = WorkFilter(group_id=ids["Tổ Văn phòng"])
    assert [one.task.title for one in rows if office.takes(one, DAY)] == ["Nộp hồ sơ"]


def test_rows_that_a_revision_changed_say_what_it_changed(context: AppContext) -> None:
    plan_id = add_plan(context)
    context.issuing.issue(plan_id, date(2026, 9, 10))
    held = named(context, "Họp Hội đồng đầu năm").task
    context.tasks.report([held.id], TaskReport(state=TaskState.IN_PROGRESS), DAY)
    revision = context.issuing.revise(plan_id, "Đổi thời gian")
    rows = rows_of(context.plans.plan(revision).document)
    later = row("Nộp hồ sơ", "Hiệu trưởng", "", "", "Ngày 20/12/2026", uid=rows[3].uid)
    context.plans.save_document(revision, plan_of([rows[0], rows[2], later, rows[4]]))
    context.issuing.issue(revision, date(2026, 11, 25))
    assert "Đổi thời hạn" in named(context, "Nộp hồ sơ").changes[-1]
    gone = named(context, "Họp Hội đồng đầu năm")
    assert gone.task.withdrawn
    shown = [one for one in context.work.rows(2026, DAY) if WorkFilter().takes(one, DAY)]
    assert gone.task.id not in {one.task.id for one in shown}
    changed = WorkFilter(changed=True)
    assert {one.whole.title for one in context.work.rows(2026, DAY) if changed.takes(one, DAY)} == {
        "Nộp hồ sơ",
        "Họp Hội đồng đầu năm",
    }


def test_tasks_belong_to_movements_with_all_their_times(context: AppContext) -> None:
    add_plan(context)
    movement = context.movements.add(MovementFacts("Dạy tốt, học tốt"), PERIOD)
    found = named(context, "Cập nhật minh chứng")
    context.tasks.join_movement([found.task.id], movement)
    again = named(context, "Cập nhật minh chứng")
    assert {one.movement_id for one in (again.whole, *again.parts)} == {movement}
    assert WorkFilter(movement_id=movement).takes(again, DAY)
    context.store.undo()
    assert named(context, "Cập nhật minh chứng").whole.movement_id is None


def test_a_body_outside_the_school_takes_part_by_its_name(context: AppContext) -> None:
    add_people(context)
    add_plan(context)
    task = named(context, "Nộp hồ sơ").task
    context.tasks.assign([task.id], TaskRole.COORDINATOR, bodies=["  Công an  phường ", ""])
    (party,) = [
        one for one in named(context, "Nộp hồ sơ").task.parties if one.role is TaskRole.COORDINATOR
    ]
    assert (party.name, party.person_id, party.group_id, party.chosen) == (
        "Công an phường",
        None,
        None,
        True,
    )
    assert WorkFilter(words="cong an").takes(named(context, "Nộp hồ sơ"), DAY)


def test_the_history_tells_every_act_in_sentences(context: AppContext) -> None:
    ids = add_people(context)
    add_plan(context)
    task = named(context, "Nộp hồ sơ").task
    report = TaskReport(state=TaskState.WAITING, reason="Chờ phường", progress=40)
    context.tasks.report([task.id], report, DAY)
    context.tasks.assign([task.id], TaskRole.LEAD, persons=[ids["Trần Quốc Bảo"]])
    newest, second, first = context.work.history(task.id)
    assert newest.sentences == ("Chủ trì: thêm Trần Quốc Bảo",)
    assert "Trạng thái: Chưa làm → Chờ nơi khác" in second.sentences
    assert "Lý do: – → Chờ phường" in second.sentences
    assert first.sentences == ("Tạo công việc.",)
