"""Files that prove a task are kept under safe names; those gone or too large are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.kept_files import LARGEST, only_shows, safe_name
from tdkt_desktop.services.store_health import check_store
from tdkt_desktop.services.tasks import TaskWords
from tests.support.year_of_work import PERIOD

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def task_id(context: AppContext) -> int:
    return context.tasks.add(TaskWords("Hội thao"), PERIOD)


def test_a_file_is_copied_in_and_comes_out_the_same(
    context: AppContext, task_id: int, tmp_path: Path
) -> None:
    source = tmp_path / "Ảnh hội thao 22-12.jpg"
    source.write_bytes(b"\xff\xd8 anh")
    evidence_id = context.evidence.attach(task_id, source, "Đồng diễn")
    source.unlink()
    (shown,) = context.tasks.task(task_id).evidence
    assert (shown.id, shown.file_name, shown.size, shown.there) == (
        evidence_id,
        source.name,
        6,
        True,
    )
    assert context.tasks.task(task_id).task.evidence == 0 + len(context.evidence.of_task(task_id))
    copy = context.evidence.copy_to(evidence_id, tmp_path)
    assert copy.read_bytes() == b"\xff\xd8 anh"
    second = context.evidence.copy_to(evidence_id, tmp_path)
    assert second != copy


def test_a_file_taken_away_comes_back_by_undo(
    context: AppContext, task_id: int, tmp_path: Path
) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    evidence_id = context.evidence.attach(task_id, source)
    context.evidence.annotate(evidence_id, "Biên bản")
    context.evidence.detach(evidence_id)
    assert context.evidence.of_task(task_id) == ()
    context.store.undo()
    assert [one.note for one in context.evidence.of_task(task_id)] == ["Biên bản"]


def test_what_cannot_be_kept_is_told_and_nothing_changes(
    context: AppContext, task_id: int, tmp_path: Path
) -> None:
    empty, large = tmp_path / "rong.docx", tmp_path / "phim.mp4"
    empty.touch()
    with large.open("wb") as stream:
        stream.truncate(2_000_000_000)
    assert large.stat().st_size > LARGEST
    for source, words in (
        (tmp_path / "mat.jpg", "Không thấy tệp"),
        (tmp_path, "không phải một tệp"),
        (empty, "rỗng"),
        (large, "2000 MB"),
    ):
        with pytest.raises(InputError, match=words):
            context.evidence.attach(task_id, source)
    assert context.evidence.of_task(task_id) == ()


def test_a_kept_file_that_is_gone_is_told_by_the_list_and_by_the_check(
    context: AppContext, task_id: int, tmp_path: Path
) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    evidence_id = context.evidence.attach(task_id, source)
    context.store.attachments.path(context.evidence.evidence(evidence_id).sha256).unlink()
    assert not context.evidence.evidence(evidence_id).there
    with pytest.raises(InputError, match="không còn"):
        context.evidence.copy_to(evidence_id, tmp_path / "ra")
    assert any("a.pdf" in problem for problem in check_store(context.store))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\nul.txt", "_nul.txt"),
        ('a<b>:c"|?*.pdf', "a-b-c-.pdf"),
        ("...", "tep"),
        ("x" * 300 + ".docx", "x" * 95 + ".docx"),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_only_files_that_show_something_are_handed_to_the_system() -> None:
    assert only_shows("Biên bản.PDF")
    for name in ("a.exe", "a.pdf.lnk", "a.docm", "a.bat", "a", "a.html", "a.js", "a.desktop"):
        assert not only_shows(name)
