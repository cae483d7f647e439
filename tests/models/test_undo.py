"""Undo and redo: every act can be taken back and done again, whatever it was."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tdkt_desktop.errors import UserError
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import (
    AuditAct,
    IssuedDocument,
    Plan,
    PlanStatus,
    School,
    Setting,
    UndoStep,
)
from tdkt_desktop.models.undo import DEPTH, StaleStepError
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tests.support.store_tools import Clock

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def _add_plan(session: Session, text: str, number: int) -> None:
    first = session.scalars(select(Plan).order_by(Plan.id)).first()
    rolled = None if first is None else first.id
    session.add(Plan(year=2000 + number, subject=text, document=text * 50, rolled_from=rolled))


def _edit_plan(session: Session, text: str, number: int) -> None:
    for plan in session.scalars(select(Plan).where(Plan.id % 3 == number % 3)):
        plan.document = text
        plan.status = list(PlanStatus)[number % 4]
        plan.issued_on = date(2026, 1, 1 + number % 28) if number % 2 else None
        plan.reading = {"warnings": [text]}


def _delete_plans(session: Session, text: str, number: int) -> None:
    for plan in session.scalars(select(Plan).where(Plan.rolled_from.is_not(None))):
        if plan.id % 2 == number % 2:
            session.delete(plan)


def _issue(session: Session, text: str, number: int) -> None:
    session.add(
        IssuedDocument(
            issuing_body=text, year=2026, number=number, suffix=str(number), issued_on=date.max
        )
    )


def _swap_settings(session: Session, text: str, number: int) -> None:
    for setting in session.scalars(select(Setting)):
        session.delete(setting)
    session.flush()
    session.add_all([Setting(key="a", value=text), Setting(key=f"b{number % 2}", value=[number])])


def _set_school(session: Session, text: str, number: int) -> None:
    school = session.scalars(select(School)).first() or School()
    school.official_name = text
    session.flush()
    school.parent_body = [text, str(number)]
    session.add(school)


ACTS = [_add_plan, _edit_plan, _delete_plans, _swap_settings, _set_school]
MERGE = st.sampled_from(["", "", "plan:1"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), TEXTS, st.integers(0, 30), MERGE), max_size=12))
def test_undoing_everything_gives_the_old_tables_and_redoing_the_new(
    acts: list[tuple[object, str, int, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name, Store.open(Path(name)) as store:
        with store.transaction("Đầu năm", undoable=False) as tx:
            tx.session.add(Plan(year=1999, subject="cũ", document="{}"))
        states = [dump(store.path)]
        for act, text, number, merge_key in acts:
            before = store.undo_label
            with store.transaction(f"{act.__name__} {merge_key}", merge_key=merge_key) as tx:
                act(tx.session, text, number)
            if tx.change and merge_key and before == tx.change.label:
                states.pop()
            if tx.change:
                states.append(dump(store.path))
        steps = len(states) - 1
        while store.undo_label:
            store.undo()
        assert dump(store.path) == states[0]
        while store.redo_label:
            store.redo()
        assert dump(store.path) == states[-1]
        assert steps == 0 or store.undo_label


def test_each_undo_goes_back_one_act(store: Store) -> None:
    states = []
    for number in range(5):
        states.append(dump(store.path))
        with store.transaction(f"Bước {number}") as tx:
            ACTS[number](tx.session, f"chữ {number}", number)
    for number in reversed(range(5)):
        if store.undo_label == f"Bước {number}":
            store.undo()
        assert dump(store.path) == states[number]


def test_steps_have_names_and_are_heard_of_like_acts(store: Store) -> None:
    heard: list[Change] = []
    with store.transaction("Xoá nhiệm vụ") as tx:
        tx.session.add(Setting(key="a", value=1))
    store.on_change(heard.append)
    assert (store.undo_label, store.redo_label) == ("Xoá nhiệm vụ", None)
    change = store.undo()
    assert change.label == "Hoàn tác: Xoá nhiệm vụ"
    assert change.touched == {"setting"}
    assert (store.undo_label, store.redo_label) == (None, "Xoá nhiệm vụ")
    assert store.redo().label == "Làm lại: Xoá nhiệm vụ"
    assert [found.touched for found in heard] == [{"setting"}, {"setting"}]
    with store.read() as session:
        kinds = session.scalars(select(AuditAct.kind).order_by(AuditAct.id)).all()
    assert kinds == ["done", "undone", "redone"]


def test_with_nothing_to_take_back_the_person_is_told(store: Store) -> None:
    with pytest.raises(UserError, match="Không còn bước nào"):
        store.undo()


def test_a_new_act_ends_what_could_be_done_again(store: Store) -> None:
    for name in "ab":
        with store.transaction(name) as tx:
            tx.session.add(Setting(key=name, value=1))
    store.undo()
    with store.transaction("c") as tx:
        tx.session.add(Setting(key="c", value=1))
    assert store.redo_label is None
    assert store.undo().label == "Hoàn tác: c"


def test_saves_of_one_sitting_are_one_step_and_one_audit_row(store: Store, clock: Clock) -> None:
    with store.transaction("Tạo") as tx:
        plan = Plan(year=2026, document="đầu")
        tx.session.add(plan)
    for minute in range(12):
        with store.transaction("Soạn thảo", merge_key=f"plan:{plan.id}") as tx:
            tx.session.get_one(Plan, plan.id).document = f"phút {minute}"
        clock.pass_by(minutes=1)
    with store.read() as session:
        acts = session.scalars(select(AuditAct).where(AuditAct.label == "Soạn thảo")).all()
    assert [act.saves for act in acts] == [10, 2]
    assert (acts[0].until - acts[0].at).total_seconds() == 9 * 60
    store.undo()
    store.undo()
    with store.read() as session:
        assert session.get_one(Plan, plan.id).document == "đầu"


def test_another_act_between_two_saves_parts_them(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(Plan(year=2026))
    for year in (2027, 2028):
        with store.transaction("Soạn", merge_key="plan:1") as tx:
            tx.session.get_one(Plan, 1).document = str(year)
        with store.transaction("Đổi năm") as tx:
            tx.session.get_one(Plan, 1).year = year
    labels = []
    while store.undo_label:
        labels.append(store.undo_label)
        store.undo()
    assert labels == ["Đổi năm", "Soạn", "Đổi năm", "Soạn", "Tạo"]


def test_steps_outlive_the_program_but_not_the_day(folder: Path, clock: Clock) -> None:
    with Store.open(folder, clock=clock) as store, store.transaction("Hôm nay") as tx:
        tx.session.add(Setting(key="a", value=1))
    clock.pass_by(hours=2)
    with Store.open(folder, clock=clock) as store:
        assert store.undo_label == "Hôm nay"
    clock.pass_by(days=1)
    with Store.open(folder, clock=clock) as store:
        assert store.undo_label is None


def test_a_step_whose_rows_changed_past_it_is_refused_and_changes_nothing(store: Store) -> None:
    with store.transaction("Đặt") as tx:
        tx.session.add(Setting(key="a", value=1))
    with store.transaction("Ngầm", undoable=False) as tx:
        tx.session.scalars(select(Setting)).one().value = 2
    before = dump(store.path)
    with pytest.raises(StaleStepError, match="Đặt"):
        store.undo()
    assert dump(store.path) == before
    assert store.undo_label is None


def test_the_stack_keeps_a_bounded_number_of_steps(store: Store) -> None:
    for number in range(DEPTH + 5):
        with store.transaction(f"{number}") as tx:
            tx.session.add(Setting(key=str(number), value=number))
    with store.read() as session:
        assert len(session.scalars(select(UndoStep.id)).all()) == DEPTH


def test_a_column_set_without_being_loaded_is_restored_all_the_same(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(Plan(year=2026, document="cũ"))
    with store.transaction("Ghi đè") as tx:
        tx.session.get_one(Plan, 1).document = "mới"
    store.undo()
    with store.read() as session:
        assert session.get_one(Plan, 1).document == "cũ"


def test_an_id_is_never_given_twice(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(Setting(key="a", value=1))
    with store.transaction("Xoá") as tx:
        tx.session.delete(tx.session.get_one(Setting, 1))
    with store.transaction("Tạo nữa") as tx:
        again = Setting(key="b", value=1)
        tx.session.add(again)
    assert again.id == 2
