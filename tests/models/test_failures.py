"""Whatever is wrong with disk or file is told in words, and what was stored stays."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import StoreError
from tdkt_desktop.models.failures import DamagedStoreError, NewerStoreError
from tdkt_desktop.models.sqlite_file import FILE_NAME, SCHEMA_VERSION
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Plan, Setting
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and permissions of Unix")


def put(store: Store, key: str, value: object = 1) -> None:
    with store.transaction(f"Đặt {key}") as tx:
        tx.session.add(Setting(key=key, value=value))


def filled(folder: Path, *, backup: bool = True) -> Path:
    with Store.open(folder) as store:
        for number in range(40):
            with store.transaction("Tạo") as tx:
                tx.session.add(Plan(year=2026, document="kế hoạch " * 300 + str(number)))
        if backup:
            store.backup()
    return store.path


def print_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_page_of_zeros_is_told_with_the_back_up_and_the_file_stays(folder: Path) -> None:
    path = filled(folder)
    data = bytearray(path.read_bytes())
    data[4096 : 2 * 4096] = bytes(4096)
    path.write_bytes(data)
    before = print_of(path)
    with pytest.raises(DamagedStoreError) as caught:
        Store.open(folder)
    assert str(path) in caught.value.message
    assert caught.value.backup is not None
    assert caught.value.backup.name in caught.value.hint
    assert print_of(path) == before
    assert {found.name for found in folder.iterdir()} == {"backups", FILE_NAME, "tdkt.lock"}
    with pytest.raises(DamagedStoreError):
        Store.open(folder, read_only=True)
    assert print_of(path) == before


@pytest.mark.parametrize("content", [b"x", b"\x00" * 9000, b"PK\x03\x04" * 100])
def test_a_file_that_is_no_database_is_told(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(DamagedStoreError, match="bị hỏng"):
        Store.open(folder)
    assert (folder / FILE_NAME).read_bytes() == content


def test_half_a_file_is_told(folder: Path) -> None:
    path = filled(folder)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DamagedStoreError):
        Store.open(folder)


def test_a_database_of_another_program_is_told_and_left_alone(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("CREATE TABLE khac (a)")
    before = print_of(folder / FILE_NAME)
    with pytest.raises(DamagedStoreError):
        Store.open(folder)
    assert print_of(folder / FILE_NAME) == before


@pytest.mark.parametrize("gone", [True, False])
def test_a_lost_file_with_back_ups_is_not_taken_for_a_new_store(folder: Path, gone: bool) -> None:
    path = filled(folder)
    if gone:
        path.unlink()
    else:
        path.write_bytes(b"")
    with pytest.raises(DamagedStoreError, match="không còn hoặc rỗng") as caught:
        Store.open(folder)
    assert caught.value.backup is not None


def test_the_newest_good_back_up_is_named_not_a_damaged_one(folder: Path) -> None:
    path = filled(folder)
    with Store.open(folder) as store:
        good = store.shelf.all()[0]
        bad = store.backup()
    bad.path.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    path.write_bytes(b"\x00" * 100)
    with pytest.raises(DamagedStoreError) as caught:
        Store.open(folder)
    assert caught.value.backup == good.path


def test_a_store_of_a_later_version_is_refused_and_left_alone(folder: Path) -> None:
    path = filled(folder, backup=False)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = print_of(path)
    for read_only in (False, True):
        with pytest.raises(NewerStoreError, match="bản mới hơn"):
            Store.open(folder, read_only=read_only)
    assert print_of(path) == before


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(StoreError, match="không phải là thư mục"):
        Store.open(tmp_path / "tệp")
    with pytest.raises(StoreError, match="không phải là thư mục"):
        Store.open(tmp_path / "tệp" / "con")


@posix
def test_a_folder_that_may_not_be_written_is_told_and_can_be_read(as_nobody: Path) -> None:
    folder = as_nobody / "Kế hoạch"
    path = filled(folder, backup=False)
    before = dump(path)
    for name in (path, folder / "tdkt.lock"):
        name.chmod(0o444)
    folder.chmod(0o555)
    try:
        with pytest.raises(StoreError, match="chỉ cho đọc"):
            Store.open(folder)
        with Store.open(folder, read_only=True) as store:
            with store.read() as session:
                assert session.get_one(Plan, 1).year == 2026
            with pytest.raises(StoreError, match="chỉ cho đọc"):
                put(store, "a")
        with pytest.raises(StoreError, match="chỉ cho đọc"):
            Store.open(folder / "con")
    finally:
        folder.chmod(0o755)
    assert dump(path) == before


def test_a_store_opened_for_reading_writes_nothing(folder: Path) -> None:
    path = filled(folder)
    with (
        Store.open(folder, read_only=True) as store,
        pytest.raises(StoreError, match="chỉ cho đọc"),
    ):
        put(store, "a")
    assert dump(path)["setting"] == []


FULL_DISK = """
import pathlib, resource, signal, sys
from tdkt_desktop.errors import StoreError
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Setting
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = pathlib.Path(sys.argv[1])
stored = []
with Store.open(folder) as store:
    for number in range(10):
        with store.transaction("a") as tx:
            tx.session.add(Setting(key=str(number), value="x" * 5000))
        stored.append(number)
    size = sum(path.stat().st_size for path in folder.glob("tdkt.sqlite3*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        for number in range(10, 900):
            with store.transaction("a") as tx:
                tx.session.add(Setting(key=str(number), value="x" * 5000))
            stored.append(number)
    except StoreError as error:
        print(error.message, "|", error.hint)
    try:
        store.backup()
    except StoreError as error:
        print(error.message)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with store.transaction("a") as tx:
        tx.session.add(Setting(key="cuối", value=1))
print(len(stored))
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of two megabytes, where this machine lets us make one."""
    disk = tmp_path / "usb"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root only")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_disk_that_fills_up_keeps_all_that_was_stored(small_disk: Path) -> None:
    stored: list[str] = []

    def fill(store: Store) -> None:
        for number in range(200):
            put(store, str(number), "x" * 20_000)
            stored.append(str(number))

    with Store.open(small_disk / "Kế hoạch") as store:
        with pytest.raises(StoreError, match="ổ đĩa đã đầy"):
            fill(store)
        with pytest.raises(StoreError, match="ổ đĩa đã đầy"):
            store.backup()
        assert not any(store.shelf.folder.iterdir())
    with Store.open(small_disk / "Kế hoạch", read_only=True) as store:
        assert [row[1] for row in dump(store.path)["setting"]] == stored
    assert stored


@posix
def test_a_full_disk_is_told_and_what_was_stored_stays(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, folder],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    told, *others, stored = done.stdout.splitlines()
    assert "đầy" in told
    assert "giải phóng dung lượng" in told
    assert 10 <= int(stored) < 900
    assert all("đầy" in other for other in others)
    found = {row[1] for row in dump(folder / FILE_NAME)["setting"]}
    assert found == {str(number) for number in range(int(stored))} | {"cuối"}


def test_an_error_of_a_service_inside_an_act_stays_what_it_is(store: Store) -> None:
    def reads_a_file() -> None:
        with store.transaction("Đọc"):
            raise FileNotFoundError("mẫu.toml")

    with pytest.raises(FileNotFoundError, match="mẫu"):
        reads_a_file()
