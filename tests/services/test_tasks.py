"""The year's work comes from the plan, stays in step with it, and is followed to its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.task_views import Extent, Standing, TaskQuery, TaskRole, TaskState
from tdkt_desktop.services.tasks import TaskReport, TaskWords
from tests.support.year_of_work import DAY, PERIOD, add_people, add_plan, plan_of, row, rows_of

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.task_views import TaskView

ALL = TaskQuery(year=2026)


def titles(context: AppContext, query: TaskQuery = ALL) -> list[str]:
    return [task.title for task in context.tasks.tasks(query, DAY)]


def named(context: AppContext, title: str) -> TaskView:
    return next(task for task in context.tasks.tasks(ALL, DAY) if task.title == title)


def test_the_rows_of_a_plan_are_the_tasks_of_its_year(context: AppContext) -> None:
    add_plan(context)
    first, *_others, last = context.tasks.tasks(ALL, DAY)
    assert first.title == "Khai giảng, phát động thi đua"
    assert (first.lead, first.section, first.due) == ("Hiệu trưởng", "Quý IV", "Ngày 05/9/2026")
    assert (first.starts_on, first.ends_on) == (date(2026, 9, 5), date(2026, 9, 5))
    assert not first.added
    assert last.recurring
    assert last.occurrences == (0, 12)


def test_a_template_brings_its_tasks_along(context: AppContext, plan_id: int) -> None:
    tasks = context.tasks.tasks(TaskQuery(plan_id=plan_id), DAY)
    assert len(tasks) > 30
    assert all(task.title for task in tasks)


def test_a_task_keeps_what_was_done_when_its_row_is_edited_and_moved(context: AppContext) -> None:
    plan_id = add_plan(context)
    task = named(context, "Nộp hồ sơ")
    context.tasks.report([task.id], TaskReport(state=TaskState.IN_PROGRESS, progress=40), DAY)
    rows = rows_of(context.plans.plan(plan_id).document)
    edited = row("Nộp hồ sơ đề nghị", "Phó Hiệu trưởng", "", "", "Tháng 12/2026", uid=rows[3].uid)
    context.plans.save_document(plan_id, plan_of([edited, *rows[:3], rows[4]]))
    again = context.tasks.task(task.id).task
    assert (again.title, again.lead, again.place) == ("Nộp hồ sơ đề nghị", "Phó Hiệu trưởng", 0)
    assert (again.state, again.progress) == (TaskState.IN_PROGRESS, 40)
    assert again.ends_on == date(2026, 12, 31)


def test_rows_that_the_editor_gives_without_uid_are_known_again(context: AppContext) -> None:
    plan_id = add_plan(context)
    before = {task.title: task.id for task in context.tasks.tasks(ALL, DAY)}
    bare = [replace(one, uid="") for one in rows_of(context.plans.plan(plan_id).document)]
    changed = row("Nộp hồ sơ", "Hiệu trưởng", "Tổ Văn phòng", "", "Ngày 01/12/2026")
    context.plans.save_document(plan_id, plan_of([*bare[:3], changed, bare[4]]))
    assert {task.title: task.id for task in context.tasks.tasks(ALL, DAY)} == before
    assert named(context, "Nộp hồ sơ").due == "Ngày 01/12/2026"


def test_a_row_that_goes_takes_its_task_along_unless_it_was_begun(context: AppContext) -> None:
    plan_id = add_plan(context)
    begun = named(context, "Nộp hồ sơ")
    context.tasks.report([begun.id], TaskReport(state=TaskState.DONE, result="Đã nộp."), DAY)
    rows = rows_of(context.plans.plan(plan_id).document)
    context.plans.save_document(plan_id, plan_of(rows[:2]))
    assert len(titles(context)) == 2
    assert titles(context, replace(ALL, with_withdrawn=True))[2:] == ["Nộp hồ sơ"]
    assert context.tasks.task(begun.id).task.result == "Đã nộp."
    context.plans.save_document(plan_id, plan_of(rows))
    assert named(context, "Nộp hồ sơ").id == begun.id
    assert not named(context, "Nộp hồ sơ").withdrawn


def test_one_undo_takes_a_saved_plan_and_its_tasks_back(context: AppContext) -> None:
    plan_id = add_plan(context)
    before = context.tasks.tasks(replace(ALL, extent=Extent.ALL), DAY)
    context.tasks.report([before[0].id], TaskReport(progress=10), DAY)
    context.store.undo()
    context.plans.save_document(plan_id, plan_of([row("Việc khác", "Hiệu trưởng", "", "", "")]))
    assert titles(context) == ["Việc khác"]
    context.store.undo()
    assert context.tasks.tasks(replace(ALL, extent=Extent.ALL), DAY) == before


def test_a_copy_of_a_plan_has_tasks_of_its_own(context: AppContext) -> None:
    plan_id = add_plan(context)
    copy = context.plans.duplicate(plan_id)
    mine = {task.id for task in context.tasks.tasks(TaskQuery(plan_id=plan_id), DAY)}
    others = {task.id for task in context.tasks.tasks(TaskQuery(plan_id=copy), DAY)}
    assert len(mine) == len(others) == 5
    assert mine.isdisjoint(others)


def test_drafts_give_way_to_the_plan_in_force(context: AppContext) -> None:
    plan_id = add_plan(context)
    context.plans.duplicate(plan_id)
    assert len(titles(context)) == 10
    context.issuing.issue(plan_id, date(2026, 9, 10))
    assert len(titles(context)) == 5


def test_a_plan_in_the_bin_has_no_tasks_and_comes_back_with_them(context: AppContext) -> None:
    plan_id = add_plan(context)
    context.plans.throw_away(plan_id)
    assert titles(context) == []
    context.plans.bring_back(plan_id)
    assert len(titles(context)) == 5


def test_a_plan_removed_for_good_leaves_what_was_begun(context: AppContext) -> None:
    plan_id = add_plan(context)
    task = named(context, "Nộp hồ sơ")
    context.tasks.report([task.id], TaskReport(state=TaskState.DONE), DAY)
    context.plans.throw_away(plan_id)
    context.plans.remove_for_good(plan_id)
    (left,) = context.tasks.tasks(replace(ALL, extent=Extent.ALL), DAY)
    assert (left.id, left.added, left.state) == (task.id, True, TaskState.DONE)


def test_a_revised_plan_takes_the_tasks_over_and_says_what_changed(context: AppContext) -> None:
    plan_id = add_plan(context)
    context.issuing.issue(plan_id, date(2026, 9, 10))
    held, filed = named(context, "Họp Hội đồng đầu năm"), named(context, "Nộp hồ sơ")
    context.tasks.report([held.id], TaskReport(state=TaskState.DONE, result="Đủ 11/11."), DAY)
    revision = context.issuing.revise(plan_id, "Đổi thời gian")
    rows = rows_of(context.plans.plan(revision).document)
    later = row("Nộp hồ sơ", "Hiệu trưởng", "Tổ Văn phòng", "", "Ngày 20/12/2026", uid=rows[3].uid)
    new = row("Hội thao", "Phó Hiệu trưởng", "", "", "Tháng 12/2026")
    context.plans.save_document(revision, plan_of([rows[0], rows[1], later, rows[4], new]))
    assert named(context, "Nộp hồ sơ").due == "Trước ngày 05/12/2026"
    context.issuing.issue(revision, date(2026, 11, 25))
    assert context.tasks.task(held.id).task.result == "Đủ 11/11."
    assert context.tasks.task(filed.id).task.plan_id == revision
    told = context.tasks.changed_by(revision)
    assert told[filed.id] == (
        "Bỏ phối hợp “Công đoàn”.",
        "Đổi thời hạn từ “Trước ngày 05/12/2026” thành “Ngày 20/12/2026”.",
    )
    assert told[named(context, "Hội thao").id] == ("Bổ sung vào kế hoạch.",)
    gone = context.tasks.tasks(replace(ALL, with_withdrawn=True, words="thao giang"), DAY)
    assert [task.withdrawn for task in gone] == [True]
    assert context.tasks.task(gone[0].id).events[0].sentence.startswith("Không còn")
    assert held.id not in told


def test_how_a_task_stands_follows_from_the_day(context: AppContext) -> None:
    add_plan(context)
    task = named(context, "Nộp hồ sơ")
    assert task.standing(date(2026, 11, 1)) is Standing.OPEN
    assert task.standing(date(2026, 11, 21)) is Standing.SOON
    assert task.standing(date(2026, 12, 5)) is Standing.SOON
    assert task.standing(date(2026, 12, 6)) is Standing.LATE
    context.tasks.report([task.id], TaskReport(state=TaskState.DONE), date(2026, 12, 7))
    assert named(context, "Nộp hồ sơ").standing(DAY) is Standing.DONE_LATE
    late = TaskReport(done_on=date(2026, 12, 4))
    context.tasks.report([task.id], late, DAY)
    assert named(context, "Nộp hồ sơ").standing(DAY) is Standing.DONE


def test_people_groups_and_seats_are_found_in_the_words(context: AppContext) -> None:
    ids = add_people(context)
    add_plan(context)
    mine = replace(ALL, person_id=ids["Lê Thị Minh Nguyệt"])
    assert titles(context, mine) == ["Khai giảng, phát động thi đua", "Nộp hồ sơ"]
    office = replace(ALL, group_id=ids["Tổ Văn phòng"])
    assert titles(context, office) == ["Nộp hồ sơ"]
    teaching = replace(ALL, group_id=ids["Tổ 1"], roles=frozenset({TaskRole.EXECUTOR}))
    assert titles(context, teaching) == ["Thao giảng vòng một"]
    head = replace(ALL, person_id=ids["Đỗ Văn Lâm"])
    assert titles(context, head) == ["Cập nhật minh chứng"]


def test_somebody_named_for_a_task_counts_before_its_words(context: AppContext) -> None:
    ids = add_people(context)
    add_plan(context)
    task = named(context, "Nộp hồ sơ")
    context.tasks.assign([task.id], TaskRole.LEAD, persons=[ids["Phạm Thu Hà"]])
    (lead,) = [p for p in named(context, "Nộp hồ sơ").parties if p.role is TaskRole.LEAD]
    assert (lead.name, lead.chosen) == ("Phạm Thu Hà", True)
    context.tasks.assign([task.id], TaskRole.LEAD)
    (lead,) = [p for p in named(context, "Nộp hồ sơ").parties if p.role is TaskRole.LEAD]
    assert lead.name == "Lê Thị Minh Nguyệt"


def test_a_due_within_two_weeks_and_a_late_one_are_found(context: AppContext) -> None:
    add_plan(context)
    late = replace(ALL, standings=frozenset({Standing.LATE}), extent=Extent.WORK)
    assert titles(context, late)[:3] == [
        "Khai giảng, phát động thi đua",
        "Họp Hội đồng đầu năm",
        "Thao giảng vòng một",
    ]
    soon = replace(ALL, standings=frozenset({Standing.SOON}), extent=Extent.WORK)
    assert titles(context, soon) == ["Nộp hồ sơ", "Cập nhật minh chứng"]
    before = replace(ALL, due_before=date(2026, 9, 26))
    assert len(titles(context, before)) == 2


def test_an_occurrence_is_done_by_itself_and_counted(context: AppContext) -> None:
    add_plan(context)
    task = named(context, "Cập nhật minh chứng")
    first, second, *_others = context.tasks.task(task.id).occurrences
    assert (first.section, first.ends_on) == ("Tháng 9/2026", date(2026, 9, 30))
    context.tasks.report([first.id, second.id], TaskReport(state=TaskState.DONE), DAY)
    assert named(context, "Cập nhật minh chứng").occurrences == (2, 12)
    assert first.title == task.title


def test_what_is_done_of_a_recurring_task_stays_when_its_rhythm_changes(
    context: AppContext,
) -> None:
    plan_id = add_plan(context)
    task = named(context, "Cập nhật minh chứng")
    first = context.tasks.task(task.id).occurrences[0]
    context.tasks.report([first.id], TaskReport(state=TaskState.DONE), DAY)
    rows = rows_of(context.plans.plan(plan_id).document)
    cells = ("Cập nhật minh chứng", "Thư ký Hội đồng", "", "", "Hằng quý")
    context.plans.save_document(plan_id, plan_of([*rows[:4], row(*cells, uid=rows[4].uid)]))
    parts = context.tasks.task(task.id).occurrences
    assert [part.section for part in parts if not part.withdrawn] == [
        "Quý III/2026",
        "Quý IV/2026",
        "Quý I/2027",
        "Quý II/2027",
        "Quý III/2027",
    ]
    assert [part.id for part in parts if part.withdrawn] == [first.id]


def test_several_tasks_are_reported_as_one_step(context: AppContext) -> None:
    add_plan(context)
    ids = [task.id for task in context.tasks.tasks(ALL, DAY)[:3]]
    context.tasks.report(ids, TaskReport(state=TaskState.DONE, result="Xong."), DAY)
    done = context.tasks.tasks(replace(ALL, states=frozenset({TaskState.DONE})), DAY)
    assert [task.id for task in done] == ids
    assert {task.done_on for task in done} == {DAY}
    context.store.undo()
    assert not context.tasks.tasks(replace(ALL, states=frozenset({TaskState.DONE})), DAY)


def test_a_dropped_task_needs_a_reason_and_none_is_changed_without(context: AppContext) -> None:
    add_plan(context)
    ids = [task.id for task in context.tasks.tasks(ALL, DAY)[:2]]
    with pytest.raises(InputError, match="lý do"):
        context.tasks.report(ids, TaskReport(state=TaskState.DROPPED), DAY)
    assert {task.state for task in context.tasks.tasks(ALL, DAY)} == {TaskState.NOT_STARTED}
    context.tasks.report(ids, TaskReport(state=TaskState.DROPPED, reason="Mưa bão"), DAY)
    assert context.tasks.task(ids[0]).task.standing(DAY) is Standing.DROPPED


def test_a_finished_task_that_opens_again_forgets_its_day(context: AppContext) -> None:
    add_plan(context)
    task = named(context, "Nộp hồ sơ")
    context.tasks.report([task.id], TaskReport(state=TaskState.DONE), DAY)
    context.tasks.report([task.id], TaskReport(state=TaskState.WAITING, reason="Chờ xã"), DAY)
    again = named(context, "Nộp hồ sơ")
    assert (again.done_on, again.progress, again.begun_on) == (None, 0, DAY)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (TaskReport(progress=101), "101%"),
        (TaskReport(progress=-1), "-1%"),
        (
            TaskReport(TaskState.DONE, begun_on=date(2026, 12, 2), done_on=date(2026, 12, 1)),
            "01/12/2026",
        ),
    ],
)
def test_impossible_figures_are_told(context: AppContext, report: TaskReport, words: str) -> None:
    add_plan(context)
    with pytest.raises(InputError, match=words):
        context.tasks.report([named(context, "Nộp hồ sơ").id], report, DAY)


def test_real_dates_stay_until_the_due_is_written_anew(context: AppContext) -> None:
    plan_id = add_plan(context)
    task = named(context, "Nộp hồ sơ")
    context.tasks.set_dates([task.id], date(2026, 12, 1), date(2026, 12, 9))
    rows = rows_of(context.plans.plan(plan_id).document)
    context.plans.save_document(plan_id, plan_of(rows, "Quý cuối"))
    assert named(context, "Nộp hồ sơ").ends_on == date(2026, 12, 9)
    with pytest.raises(InputError, match="trước ngày bắt đầu"):
        context.tasks.set_dates([task.id], date(2026, 12, 9), date(2026, 12, 1))
    context.tasks.follow_due([task.id])
    assert named(context, "Nộp hồ sơ").ends_on == date(2026, 12, 5)


def test_a_task_may_come_during_the_year_and_go_again(context: AppContext) -> None:
    add_plan(context)
    words = TaskWords("Thăm gia đình học sinh vùng lũ", lead="Công đoàn", due="Ngày 30/11/2026")
    task_id = context.tasks.add(words, PERIOD)
    added = context.tasks.task(task_id).task
    assert added.added
    assert added.ends_on == date(2026, 11, 30)
    context.tasks.reword(task_id, replace(words, due="Hằng tháng"))
    assert context.tasks.task(task_id).task.occurrences == (0, 12)
    context.tasks.throw_away([task_id])
    assert len(titles(context, replace(ALL, extent=Extent.ALL))) == 5 + 12
    assert [task.id for task in context.tasks.in_bin()] == [task_id]
    context.tasks.bring_back([task_id])
    assert context.tasks.task(task_id).task.occurrences == (0, 12)
    context.tasks.throw_away([task_id])
    context.tasks.remove_for_good(task_id)
    assert context.tasks.in_bin() == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (TaskWords("  "), "nội dung"),
        (TaskWords("Việc", due="Ngày 31/4/2027"), "31/4/2027"),
        (TaskWords("Việc", due="Từ 20/12/2026 đến 01/12/2026"), "trước khi bắt đầu"),
    ],
)
def test_bad_words_of_a_task_are_told(context: AppContext, words: TaskWords, told: str) -> None:
    with pytest.raises(InputError, match=told):
        context.tasks.add(words, PERIOD)
    assert titles(context) == []


def test_the_words_and_the_end_of_a_plans_task_are_the_plans(context: AppContext) -> None:
    add_plan(context)
    task = named(context, "Nộp hồ sơ")
    with pytest.raises(InputError, match="trong kế hoạch"):
        context.tasks.reword(task.id, TaskWords("Khác"))
    with pytest.raises(InputError, match="trong kế hoạch"):
        context.tasks.throw_away([task.id])
    with pytest.raises(InputError, match="Không có công việc số 999"):
        context.tasks.task(999)


def test_somebody_who_left_still_shows_as_leading(context: AppContext) -> None:
    ids = add_people(context)
    context.tasks.add(TaskWords("Việc", lead="Phạm Thu Hà"), PERIOD)
    from tdkt_desktop.models.tables import Person

    with context.store.transaction("Nghỉ việc") as act:
        act.session.get_one(Person, ids["Phạm Thu Hà"]).left_on = date(2026, 11, 1)
    (party,) = named(context, "Việc").parties
    assert (party.person_id, party.present) == (ids["Phạm Thu Hà"], False)
