"""Kept files stand under their fingerprint and stay as they were."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.models.attachments import Attachments

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "attachments")


def test_a_file_is_kept_as_it_is_and_once(kept: Attachments, tmp_path: Path) -> None:
    source = tmp_path / "Biên bản.pdf"
    source.write_bytes(b"%PDF" * 700_000)
    first, second = kept.keep(source), kept.keep(source)
    assert first == second
    assert first.size == 2_800_000
    assert first.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert kept.path(first.sha256).read_bytes() == source.read_bytes()
    assert kept.names() == [first.sha256]
    assert [path for path in kept.folder.iterdir() if path.is_file()] == []


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(
    kept: Attachments, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"mất\.pdf"):
        kept.keep(tmp_path / "mất.pdf")
    with pytest.raises(InputError):
        kept.keep(tmp_path)
    assert kept.names() == []


def test_a_kept_file_that_was_changed_or_lost_is_noticed(kept: Attachments) -> None:
    name = kept.keep_bytes(b"goc").sha256
    assert kept.is_whole(name)
    kept.path(name).write_bytes(b"sua")
    assert not kept.is_whole(name)
    kept.path(name).unlink()
    assert not kept.is_whole(name)
    with pytest.raises(InputError, match="không còn"):
        kept.path(name)


def test_what_nothing_speaks_of_is_removed(kept: Attachments) -> None:
    names = [kept.keep_bytes(text).sha256 for text in (b"a", b"b", b"c")]
    assert kept.remove_all_but({names[1]}) == 2
    assert kept.names() == [names[1]]


def test_what_a_killed_copy_left_is_swept_away_after_a_day(kept: Attachments) -> None:
    kept.keep_bytes(b"a")
    old, fresh = kept.folder / "1.part", kept.folder / "2.part"
    for part in (old, fresh):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    kept.remove_all_but([])
    assert not old.exists()
    assert fresh.exists()
