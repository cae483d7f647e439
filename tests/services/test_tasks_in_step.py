"""Whatever is done to the annex of a plan, its tasks are its rows, and no begun work is lost."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.documents.blocks import Row
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.plan_tasks import needs_row_uids, planned_tasks, with_row_uids
from tdkt_desktop.services.task_views import TaskQuery, TaskState
from tdkt_desktop.services.tasks import TaskReport
from tests.support.year_of_work import COLUMNS, DAY, add_plan, plan_of, row, rows_of

PLACES = st.integers(0, 30)
WORDS = st.sampled_from(["", "Hiệu trưởng", "Các tổ", "Hằng tháng", "Tháng 12/2026", "Họp tổ"])
EDITS = st.one_of(
    st.tuples(st.just("add"), PLACES, WORDS),
    st.tuples(st.just("remove"), PLACES, WORDS),
    st.tuples(st.just("copy"), PLACES, WORDS),
    st.tuples(st.just("move"), PLACES, WORDS),
    st.tuples(st.just("write"), PLACES, WORDS),
    st.tuples(st.just("forget"), PLACES, WORDS),
    st.tuples(st.just("report"), PLACES, WORDS),
    st.tuples(st.just("save"), PLACES, WORDS),
)


@dataclass
class Clerk:
    """Edits an annex as a hand does, and reports about tasks in between."""

    context: AppContext
    plan_id: int
    rows: list[Row]
    begun: set[int] = field(default_factory=set)

    def do(self, edit: str, place: int, words: str) -> None:
        if edit == "add" or not self.rows:
            cells = ("Việc mới", words, "", "", words)
            self.rows.insert(place % (len(self.rows) + 1), row(*cells))
            return
        place %= len(self.rows)
        if edit == "save":
            self.save()
        elif edit == "report":
            self.report(place)
        elif edit == "remove":
            del self.rows[place]
        elif edit == "copy":
            self.rows.append(self.rows[place])
        elif edit == "move":
            self.rows.insert(0, self.rows.pop(place))
        elif edit == "write":
            cells = list(self.rows[place].cells)
            cells[place % (len(COLUMNS) - 1)] = RichText(words)
            self.rows[place] = replace(self.rows[place], cells=tuple(cells))
        else:
            self.rows[place] = replace(self.rows[place], uid="")

    def save(self) -> None:
        self.context.plans.save_document(self.plan_id, plan_of(self.rows))
        self.rows = rows_of(self.context.plans.plan(self.plan_id).document)

    def report(self, place: int) -> None:
        tasks = self.context.tasks.tasks(TaskQuery(plan_id=self.plan_id), DAY)
        if tasks:
            task = tasks[place % len(tasks)]
            report = TaskReport(state=TaskState.DONE, result="Đã làm.")
            self.context.tasks.report([task.id], report, DAY)
            self.begun.add(task.id)


@settings(max_examples=25)
@given(edits=st.lists(EDITS, max_size=14))
def test_the_tasks_stay_in_step_with_any_edit_of_the_annex(
    edits: list[tuple[str, int, str]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        AppContext.open(Path(folder) / "kho") as context,
    ):
        plan_id = add_plan(context)
        clerk = Clerk(context, plan_id, rows_of(context.plans.plan(plan_id).document))
        for edit in edits:
            clerk.do(*edit)
        clerk.save()
        document = context.plans.plan(plan_id).document
        assert not needs_row_uids(document)
        planned = planned_tasks(document)
        tasks = context.tasks.tasks(TaskQuery(plan_id=plan_id), DAY)
        assert [(t.title, t.lead, t.executor, t.coordinator, t.due) for t in tasks] == [
            (p.title, p.lead, p.executor, p.coordinator, p.due) for p in planned
        ]
        every = context.tasks.tasks(TaskQuery(plan_id=plan_id, with_withdrawn=True), DAY)
        assert clerk.begun <= {task.id for task in every}
        assert all(task.result == "Đã làm." for task in every if task.id in clerk.begun)


@given(rows=st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["", "a", "b"])), max_size=8))
def test_every_row_gets_a_uid_of_its_own_and_keeps_it(rows: list[tuple[str, str, str]]) -> None:
    document = plan_of([row(one, two, "", "", "", uid=uid) for one, two, uid in rows])
    known = with_row_uids(document)
    uids = [one.uid for one in rows_of(known)]
    assert all(uids)
    assert len(set(uids)) == len(uids)
    assert with_row_uids(known) == known
    bare = plan_of([replace(one, uid="") for one in rows_of(known)])
    assert sorted(one.uid for one in rows_of(with_row_uids(bare, known))) == sorted(uids)
