"""Where a folder is decides how SQLite keeps its journal."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from tdkt_desktop.models import location
from tdkt_desktop.models.location import Location, location_of
from tdkt_desktop.models.sqlite_file import without_server
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import Setting

MOUNTS = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:40 / /mnt/chung\040truong rw shared:9 - cifs //may-chu/chung rw
41 22 0:41 / /mnt/chung\040truong/o rw - ext4 /dev/sdb1 rw
42 22 0:42 / /mnt/nas rw - nfs4 nas:/vol rw
"""


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(MOUNTS.lstrip(), "utf-8")
    monkeypatch.setattr(location, "_MOUNTS", table)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/lan/du-lieu", Location.LOCAL),
        ("/mnt/chung truong/tdkt", Location.NETWORK),
        ("/mnt/chung truong/o/tdkt", Location.LOCAL),
        ("/mnt/nas", Location.NETWORK),
        ("/home/lan/OneDrive/Trường", Location.SYNCED),
        ("/home/lan/OneDrive - Sở GDĐT/Trường", Location.SYNCED),
        ("/home/lan/Dropbox", Location.SYNCED),
        ("/home/lan/Google Drive/x", Location.SYNCED),
        ("/home/lan/Boxes/x", Location.LOCAL),
    ],
)
@pytest.mark.usefixtures("mounts")
def test_shares_and_synchronised_folders_are_recognised(folder: str, expected: Location) -> None:
    assert location_of(Path(folder)) is expected


def test_the_folder_that_onedrive_names_is_synchronised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Đám mây"))
    assert location_of(tmp_path / "Đám mây" / "tdkt") is Location.SYNCED


def test_a_share_of_windows_is_a_network_folder() -> None:
    assert location.is_network(Path("//may-chu/chung/tdkt"))


def mode(store: Store) -> str:
    with closing(sqlite3.connect(store.path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_a_local_store_writes_ahead_and_a_shared_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "a") as store:
        assert mode(store) == "wal"
    with Store.open(tmp_path / "OneDrive" / "b") as store:
        assert mode(store) == "delete"
    monkeypatch.setattr(location, "is_network", lambda _folder: True)
    with Store.open(tmp_path / "a") as store:
        assert mode(store) == "delete"
        assert not list(store.folder.glob("*-wal"))


def test_a_file_on_a_share_has_an_address_that_sqlite_takes() -> None:
    share = PureWindowsPath("//may-chu/chung/Kế hoạch/tdkt.sqlite3").as_uri()
    assert without_server(share).startswith("file:////may-chu/chung/K")
    drive = PureWindowsPath("D:/Kế hoạch/tdkt.sqlite3").as_uri()
    assert without_server(drive) == drive


WINDOWS_TOO = ["50%20", "a#b", "trường 'hoa' & sen; 1=1"]
UNIX_ONLY = [] if sys.platform == "win32" else ["a?mode=ro", 'x"y']


@pytest.mark.parametrize("name", WINDOWS_TOO + UNIX_ONLY)
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name) as store, store.transaction("Đặt") as tx:
        tx.session.add(Setting(key="a", value=1))
    with Store.open(tmp_path / name, read_only=True) as store, store.read() as session:
        assert session.get_one(Setting, 1).value == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]
