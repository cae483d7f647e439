"""The store: acts are whole, heard of, audited, and rows carry their times."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import JSON, Boolean, Date, Float, Integer, String, Text, select, update

from tdkt_desktop.models.base import LONG, Base, Record, UtcDateTime
from tdkt_desktop.models.database import quick_check
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import AuditAct, AuditEntry, Plan, School, Setting, next_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Mapper

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


def test_reading_a_store_that_is_not_there_makes_an_empty_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "mới", read_only=True) as store, store.read() as session:
        assert store.read_only
        assert session.scalars(select(Plan)).all() == []


def test_acts_of_several_threads_come_one_after_the_other(store: Store) -> None:
    add_plan(store)

    def work(name: str) -> None:
        for _ in range(20):
            with store.transaction(name) as tx:
                plan = tx.session.get_one(Plan, 1)
                plan.year += 1
            with store.read() as session:
                assert session.scalar(select(Plan.year)) > 2026

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, "abcd"))
    with store.read() as session:
        assert session.get_one(Plan, 1).year == 2026 + 80


def test_reading_on_another_thread_does_not_see_an_act_under_way(store: Store) -> None:
    def years() -> list[int]:
        with store.read() as session:
            return list(session.scalars(select(Plan.year)))

    with ThreadPoolExecutor(1) as pool, store.transaction("Tạo") as tx:
        tx.session.add(Plan(year=2031))
        tx.session.flush()
        assert pool.submit(years).result() == []
    assert years() == [2031]


def test_times_are_stamped_by_the_store(store: Store) -> None:
    add_plan(store)
    later = NOON + timedelta(days=3)
    store.clock = lambda: later
    with store.transaction("Sửa") as tx:
        tx.session.get_one(Plan, 1).subject = "Mới"
    with store.read() as session:
        plan = session.get_one(Plan, 1)
    assert (plan.created_at, plan.updated_at) == (NOON, later)


def test_a_dangling_reference_is_found_by_the_long_check(store: Store) -> None:
    assert store.faults() == ()
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO undo_step VALUES (1, 99, '', '', '2026-01-01', 0, '', '')")
    assert store.faults() == ("undo_step 1 -> audit_act",)


@pytest.mark.parametrize(
    "mapper", [m for m in Base.registry.mappers if issubclass(m.class_, Record)]
)
def test_every_record_can_be_imaged_and_keeps_long_text_at_its_end(mapper: Mapper[Record]) -> None:
    columns = list(mapper.local_table.c)
    kinds = (Integer, String, Float, Boolean, JSON, Date, UtcDateTime)
    assert all(isinstance(column.type, kinds) for column in columns)
    long = [bool(column.info.get(LONG)) for column in columns]
    assert long == sorted(long)
    assert all(not isinstance(column.type, Text) or column.info for column in columns)


def test_the_look_at_start_ends_in_bounded_time(store: Store) -> None:
    with store.transaction("Đổ") as tx:
        tx.session.add_all(Setting(key=str(number), value="x" * 900) for number in range(2000))
    with closing(sqlite3.connect(store.path)) as connection:
        assert quick_check(connection, seconds=-1) == ""
        assert quick_check(connection) == ""
