"""Files are written whole or not at all, and every hindrance is explained."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.exports.gateway import FileExists, FileInUse, FileNotWritten, write_file

if TYPE_CHECKING:
    from typing import BinaryIO


def hello(stream: BinaryIO) -> None:
    stream.write("chào".encode())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "Kế hoạch.docx"
    assert write_file(target, hello) == target
    assert target.read_text(encoding="utf-8") == "chào"
    assert names(tmp_path) == ["Kế hoạch.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_others_may_read_the_file_as_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    written = write_file(tmp_path / "a.docx", hello)
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_file_is_not_written_over_unasked_and_a_free_name_is_offered(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_text("cũ", encoding="utf-8")
    (tmp_path / "a_v2.docx").write_text("cũ", encoding="utf-8")
    with pytest.raises(FileExists) as caught:
        write_file(target, hello)
    assert caught.value.free == tmp_path / "a_v3.docx"
    assert "a_v3.docx" in caught.value.hint
    assert target.read_text(encoding="utf-8") == "cũ"
    write_file(target, hello, overwrite=True)
    assert target.read_text(encoding="utf-8") == "chào"


def test_a_file_that_comes_in_between_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"

    def slow(stream: BinaryIO) -> None:
        hello(stream)
        target.write_text("của người khác", encoding="utf-8")

    with pytest.raises(FileExists):
        write_file(target, slow)
    assert target.read_text(encoding="utf-8") == "của người khác"
    assert names(tmp_path) == ["a.docx"]


def test_a_file_open_in_word_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_text("cũ", encoding="utf-8")

    def refuse(self: Path, target: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileInUse, match="đang mở trong Word") as caught:
        write_file(target, hello, overwrite=True)
    assert caught.value.free == tmp_path / "a_v2.docx"
    assert names(tmp_path) == ["a.docx"]
    assert target.read_text(encoding="utf-8") == "cũ"


def test_a_full_disk_is_explained_and_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_text("cũ", encoding="utf-8")

    def full(stream: BinaryIO) -> None:
        hello(stream)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FileNotWritten, match="đã đầy"):
        write_file(target, full, overwrite=True)
    assert target.read_text(encoding="utf-8") == "cũ"
    assert names(tmp_path) == ["a.docx"]


def test_a_disk_that_is_full_when_the_bytes_go_down_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritten, match="đã đầy"):
        write_file(tmp_path / "a.docx", hello)
    assert names(tmp_path) == []


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="Không có thư mục"):
        write_file(tmp_path / "không có" / "a.docx", hello)
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(FileNotWritten, match="là một thư mục"):
        write_file(tmp_path / "a.docx", hello, overwrite=True)


def test_a_folder_that_may_not_be_written_to_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, mode: str) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileNotWritten, match="Không được phép ghi"):
        write_file(tmp_path / "a.docx", hello)


def test_a_name_too_long_is_explained(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="không dùng được"):
        write_file(tmp_path / ("a" * 300 + ".docx"), hello)
    assert names(tmp_path) == []


def test_a_file_for_reading_only_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_text("cũ", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileNotWritten, match="chỉ cho phép đọc"):
        write_file(target, hello, overwrite=True)
    assert target.read_text(encoding="utf-8") == "cũ"


def test_a_writer_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken(stream: BinaryIO) -> None:
        hello(stream)
        raise InputError("Lề trái không đúng.")

    with pytest.raises(InputError, match="Lề trái"):
        write_file(tmp_path / "a.docx", broken)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows renames without links")
def test_a_stick_without_hard_links_takes_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> NoReturn:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_file(tmp_path / "a.docx", hello)
    assert names(tmp_path) == ["a.docx"]
