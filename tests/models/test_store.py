"""The store: acts are whole, heard of, audited, and rows carry their times."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import AuditAct, AuditEntry, Plan, School, Setting, next_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.models.changes import Change

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "Kế hoạch thi đua", clock=lambda: NOON, who="lan") as opened:
        yield opened


def add_plan(store: Store, subject: str = "Công tác thi đua") -> int:
    with store.transaction("Tạo kế hoạch") as tx:
        plan = Plan(year=2026, subject=subject, document='{"format": 1}')
        tx.session.add(plan)
    return plan.id


def test_a_store_is_made_where_there_is_none_and_kept_when_it_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "mới" / "dữ liệu"
    with Store.open(folder) as store, store.transaction("Nhập") as tx:
        tx.session.add(School(official_name="Trường Tiểu học Hoa Sen", parent_body=["A", "B"]))
    with Store.open(folder) as store, store.read() as session:
        school = session.scalars(select(School)).one()
    assert school.official_name == "Trường Tiểu học Hoa Sen"
    assert school.parent_body == ["A", "B"]
    assert school.created_at.tzinfo is UTC


def test_an_act_says_what_it_touched(store: Store) -> None:
    heard: list[Change] = []
    stop = store.on_change(heard.append)
    with store.transaction("Tạo kế hoạch") as tx:
        plan = Plan(year=2026)
        tx.session.add_all([plan, Setting(key="a", value={"b": 1})])
    assert tx.change.touched == {"plan", "setting"}
    assert {(row.table, row.id) for row in tx.change.rows} == {("plan", 1), ("setting", 1)}
    assert heard == [tx.change]
    stop()
    add_plan(store)
    assert len(heard) == 1


def test_an_act_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    heard: list[Change] = []
    add_plan(store)
    store.on_change(heard.append)
    with store.transaction("Đổi tên") as tx:
        plan = tx.session.get_one(Plan, 1)
        plan.subject = "Khác"
        plan.subject = "Công tác thi đua"
    assert not tx.change
    assert heard == []
    assert store.undo_label == "Tạo kế hoạch"


def test_an_act_that_fails_is_not_kept(store: Store) -> None:
    def failing() -> None:
        with store.transaction("Hỏng") as tx:
            tx.session.add(Plan(year=2026))
            tx.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    with store.read() as session:
        assert session.scalars(select(Plan)).all() == []
        assert session.scalars(select(AuditAct)).all() == []


def test_an_act_inside_another_is_part_of_it(store: Store) -> None:
    with store.transaction("Cả hai") as outer:
        with store.transaction("Một phần") as inner:
            inner.session.add(Plan(year=2026))
        assert inner.change.touched == {"plan"}
        outer.session.add(Setting(key="a", value=1))
    assert outer.change.touched == {"plan", "setting"}
    store.undo()
    with store.read() as session:
        assert session.scalars(select(Plan)).all() == []


def test_an_act_inside_another_that_fails_takes_it_along(store: Store) -> None:
    def inner() -> None:
        with store.transaction("Trong"):
            raise KeyError

    def outer() -> None:
        with store.transaction("Ngoài") as tx:
            tx.session.add(Plan(year=2026))
            with pytest.raises(KeyError):
                inner()

    with pytest.raises(RuntimeError, match="neither"):
        outer()
    with store.read() as session:
        assert session.scalars(select(Plan)).all() == []


def test_the_audit_says_who_when_what_and_keeps_long_text_out(store: Store) -> None:
    plan_id = add_plan(store)
    with store.transaction("Soạn") as tx:
        plan = tx.session.get_one(Plan, plan_id)
        plan.document = "x" * 50_000
        plan.subject = "Mới"
    with store.read() as session:
        act = session.get_one(AuditAct, tx.change.act_id)
        entry = session.scalars(select(AuditEntry).where(AuditEntry.act_id == act.id)).one()
    assert (act.label, act.who, act.at) == ("Soạn", "lan", NOON)
    assert (entry.table_name, entry.row_id, entry.action) == ("plan", plan_id, "update")
    assert entry.before == {
        "subject": "Công tác thi đua",
        "document": {"length": 13, "sha256": entry.before["document"]["sha256"]},
    }
    assert entry.after["subject"] == "Mới"
    assert entry.after["document"]["length"] == 50_000


def test_statements_that_would_escape_the_audit_are_refused(store: Store) -> None:
    def bulk() -> None:
        with store.transaction("Lén") as tx:
            tx.session.execute(update(Plan).values(subject="x"))

    with pytest.raises(RuntimeError, match="image"):
        bulk()


def test_a_change_made_while_reading_is_refused_not_lost(store: Store) -> None:
    plan_id = add_plan(store)

    def careless() -> None:
        with store.read() as session:
            session.get_one(Plan, plan_id).subject = "Mất"

    with pytest.raises(RuntimeError, match="transaction"):
        careless()


def test_reading_inside_an_act_sees_what_it_has_done(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(Plan(year=2031))
        with store.read() as session:
            assert session.scalars(select(Plan.year)).all() == [2031]


def test_numbers_of_a_register_follow_each_other_by_body_and_year(store: Store) -> None:
    from datetime import date

    from tdkt_desktop.models.tables import IssuedDocument

    def issue(body: str, year: int) -> int:
        with store.transaction("Phát hành") as tx:
            number = next_number(tx.session, body, year)
            tx.session.add(
                IssuedDocument(
                    issuing_body=body, year=year, number=number, issued_on=date(year, 1, 5)
                )
            )
        return number

    assert [issue("Trường", 2026), issue("Trường", 2026), issue("Hội đồng", 2026)] == [1, 2, 1]
    assert [issue("Trường", 2027), issue("Trường", 2026)] == [1, 3]
