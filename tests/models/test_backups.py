"""Back-ups: whole when made, found when needed, and never in the way of the present store."""

from __future__ import annotations

import json
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError, StoreError
from tdkt_desktop.models import backups, restoring
from tdkt_desktop.models.backup_facts import BackupReason, fault_of, look_inside, note_of
from tdkt_desktop.models.backups import LATEST_KEPT, Shelf
from tdkt_desktop.models.store import Store, recover
from tdkt_desktop.models.tables import Plan, School, Setting
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.store_tools import Clock


def put(store: Store, key: str, value: object = 1) -> None:
    with store.transaction(f"Đặt {key}") as tx:
        tx.session.add(Setting(key=key, value=value))


def keys(store: Store) -> list[str]:
    return [row[1] for row in dump(store.path)["setting"]]


def test_a_back_up_of_an_open_store_holds_what_was_committed(store: Store) -> None:
    put(store, "a")
    assert store.path.with_name(store.path.name + "-wal").stat().st_size > 0
    backup = store.backup()
    put(store, "b")
    assert [row[1] for row in dump(backup.path)["setting"]] == ["a"]
    assert fault_of(backup) == ""
    assert not list(store.shelf.folder.glob("*.part"))


def test_a_look_inside_shows_what_is_there_and_touches_nothing(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(School(official_name="Trường Mầm non Hoa Mai"))
        tx.session.add(Plan(year=2026, title="KẾ HOẠCH", subject="Thi đua"))
    backup = store.backup()
    before = {path: path.read_bytes() for path in store.shelf.folder.iterdir() if path.is_file()}
    inside = look_inside(backup.path)
    assert inside.school == "Trường Mầm non Hoa Mai"
    assert inside.counts["plan"] == 1
    assert [(plan.title, plan.subject, plan.year) for plan in inside.plans] == [
        ("KẾ HOẠCH", "Thi đua", 2026)
    ]
    assert before == {
        path: path.read_bytes() for path in store.shelf.folder.iterdir() if path.is_file()
    }


def test_the_note_beside_a_back_up_says_when_why_and_how_much(store: Store, clock: Clock) -> None:
    put(store, "a")
    backup = store.backup()
    note = json.loads(note_of(backup.path).read_text("utf-8"))
    assert note["reason"] == "manual"
    assert note["created"] == clock().isoformat()
    assert note["counts"]["setting"] == 1
    assert store.shelf.all() == [backup]


@pytest.mark.parametrize("where", [0, 100, 4096, 9000])
def test_a_damaged_back_up_is_told(store: Store, where: int) -> None:
    put(store, "a", "x" * 20_000)
    backup = store.backup()
    with backup.path.open("r+b") as file:
        file.seek(where)
        file.write(b"\xff" * 64)
    assert fault_of(backup)
    with pytest.raises(StoreError, match="không dùng được"):
        store.restore(backup)
    assert keys(store) == ["a"]


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 84])
def test_a_file_that_is_no_back_up_is_told(store: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tdkt-0-manual.sqlite3"
    path.write_bytes(content)
    assert fault_of(Shelf(tmp_path).all()[0])
    if content:
        with pytest.raises(StoreError, match="bị hỏng"):
            look_inside(path)


def test_a_start_backs_up_what_changed_since_the_last_one(store: Store, clock: Clock) -> None:
    assert store.backup_if_due() is None
    put(store, "a")
    assert store.backup_if_due() is not None
    clock.pass_by(days=1)
    assert store.backup_if_due() is None
    with store.transaction("Soạn", merge_key="k") as tx:
        tx.session.get_one(Setting, 1).value = 2
    assert store.backup_if_due() is not None
    put(store, "b")
    clock.pass_by(minutes=5)
    assert store.backup_if_due() is None


def test_after_twelve_days_the_ten_latest_are_there(folder: Path, clock: Clock) -> None:
    for day in range(12):
        with Store.open(folder, clock=clock) as store:
            put(store, f"{day}")
            store.backup_if_due()
        clock.pass_by(days=1)
    found = Shelf.of_store(folder).all()
    assert len(found) == LATEST_KEPT
    assert [row.path for row in found] == sorted((row.path for row in found), reverse=True)


def test_of_each_month_one_stays_and_what_a_person_made_stays(store: Store, clock: Clock) -> None:
    wanted = store.backup()
    months = []
    for number in range(40):
        put(store, f"{number}")
        clock.pass_by(days=5)
        backup = store.backup_if_due()
        months.append((backup.facts.created.month, backup.path))
    left = {row.path for row in store.shelf.all()}
    assert wanted.path in left
    assert {path for _month, path in months[-LATEST_KEPT:]} <= left
    last_of_month = dict(months)
    assert set(last_of_month.values()) <= left
    assert len(left) == 1 + len({*last_of_month.values()} | {p for _m, p in months[-LATEST_KEPT:]})


def test_restoring_brings_the_old_state_and_backs_up_the_present_one(store: Store) -> None:
    put(store, "a")
    kept = store.attachments.keep_bytes(b"phu luc")
    backup = store.backup()
    put(store, "b")
    shutil.rmtree(store.attachments.folder)
    heard = []
    store.on_change(heard.append)
    change = store.restore(backup)
    assert keys(store) == ["a"]
    assert store.attachments.path(kept.sha256).read_bytes() == b"phu luc"
    assert heard == [change]
    assert "plan" in change.touched
    assert store.undo_label is None
    before = store.shelf.all()[0]
    assert before.facts.reason is BackupReason.RESTORE
    assert [row[1] for row in dump(before.path)["setting"]] == ["a", "b"]
    put(store, "c")
    assert keys(store) == ["a", "c"]


def test_a_store_that_cannot_be_opened_is_recovered_and_set_aside(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a")
        backup = store.backup()
    store.path.write_bytes(b"\x00" * 5000)
    recover(folder, backup)
    with Store.open(folder) as store:
        assert keys(store) == ["a"]
    (aside,) = store.shelf.folder.glob("damaged-*/tdkt.sqlite3")
    assert aside.read_bytes() == b"\x00" * 5000


@pytest.mark.parametrize("moment", ["_bring", "_set_aside", "_settle", "sync"])
@pytest.mark.parametrize("after", [False, True])
def test_a_crash_while_restoring_leaves_one_of_the_two_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch, moment: str, after: bool
) -> None:
    put(store, "a")
    backup = store.backup()
    put(store, "b")
    real = getattr(restoring, moment)

    def crash(*args: object) -> None:
        if after:
            real(*args)
        raise SystemExit

    monkeypatch.setattr(restoring, moment, crash)
    with pytest.raises(SystemExit):
        store.restore(backup)
    assert keys(store) in (["a", "b"], ["a"])
    put(store, "c")


def test_a_journal_left_behind_is_not_read_into_the_restored_store(
    store: Store, tmp_path: Path
) -> None:
    put(store, "a")
    backup = store.backup()
    put(store, "b")
    other = tmp_path / "hỏng"
    shutil.copytree(store.folder, other)
    assert (other / "tdkt.sqlite3-wal").stat().st_size > 0
    recover(other, backup)
    with Store.open(other) as restored:
        assert keys(restored) == ["a"]
        assert look_inside(restored.shelf.all()[0].path).counts["setting"] == 2


def test_a_stick_is_a_shelf_and_back_ups_go_there_and_come_back(
    store: Store, tmp_path: Path
) -> None:
    put(store, "a")
    kept = store.attachments.keep_bytes(b"minh chung")
    stick = Shelf(tmp_path / "usb")
    there = stick.take(store.backup(), store.shelf)
    assert fault_of(there) == ""
    direct = store.backup(stick)
    with Store.open(tmp_path / "máy khác") as other:
        other.restore(stick.find(direct.name))
        assert keys(other) == ["a"]
        assert other.attachments.is_whole(kept.sha256)


def test_a_back_up_that_lost_an_attachment_is_told(store: Store) -> None:
    kept = store.attachments.keep_bytes(b"minh chung")
    backup = store.backup()
    store.shelf.attachments.path(kept.sha256).unlink()
    assert "tệp kèm theo" in fault_of(backup)


def test_attachments_are_shared_not_copied_on_one_disk(store: Store) -> None:
    kept = store.attachments.keep_bytes(b"x" * 1000)
    store.backup()
    store.backup()
    assert store.attachments.path(kept.sha256).stat().st_nlink == 2


def test_attachments_leave_the_shelf_with_the_last_back_up_that_holds_them(
    store: Store, clock: Clock
) -> None:
    kept = store.attachments.keep_bytes(b"cu")
    put(store, "a")
    store.backup_if_due()
    store.attachments.remove_all_but([])
    for number in range(LATEST_KEPT + 1):
        put(store, f"{number}")
        clock.pass_by(hours=2)
        store.backup_if_due()
    assert store.shelf.attachments.names() == []
    assert kept.sha256 not in store.attachments.names()


def test_a_back_up_of_a_later_version_is_refused_politely(store: Store) -> None:
    put(store, "a")
    backup = store.backup()
    connection = sqlite3.connect(backup.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    note_of(backup.path).unlink()
    assert "bản mới hơn" in fault_of(store.shelf.all()[0])
    with pytest.raises(StoreError, match="bản mới hơn"):
        store.restore(store.shelf.all()[0])
    assert keys(store) == ["a"]


def test_a_back_up_that_fails_leaves_no_rest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, "a")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "sync", full)
    with pytest.raises(StoreError, match="đầy"):
        store.backup()
    assert [path for path in store.shelf.folder.iterdir() if path.is_file()] == []


def test_a_name_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(InputError, match="khong-co"):
        store.shelf.find("khong-co")


def test_two_back_ups_of_one_moment_have_two_names_in_order(store: Store) -> None:
    names = [store.backup().name for _ in range(3)]
    assert names == sorted(set(names))
    assert store.shelf.find(names[1]).name == names[1]
