"""`tdkt doc` names the documents that can be made, and makes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.cli import main
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tests.support.council_year import add_year
from tests.support.vote_year import add_votes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with AppContext.open(tmp_path / "kho") as context:
        context.school.save(SAMPLE_SCHOOL)
        add_votes(context, add_year(context))
    return tmp_path / "kho"


def ask(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["--data", str(folder), *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_kind_that_is_named_can_be_exported_as_word_and_pdf(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = ask(folder, capsys, "doc", "kinds")
    assert len(kinds) >= 10
    for kind in kinds:
        for ending, magic in ((".docx", b"PK"), (".pdf", b"%PDF")):
            target = tmp_path / f"{kind['key']}{ending}"
            words = ["doc", "export", kind["key"], "--year", "2026", "--to", str(target)]
            assert ask(folder, capsys, *words)["file"] == str(target)
            assert target.read_bytes().startswith(magic)


def test_a_document_is_made_for_somebody_or_some_month(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, many = tmp_path / "một.pdf", tmp_path / "cả trường.pdf"
    sheet = ["doc", "export", "phieu-giao-viec", "--year", "2026-2027"]
    ask(folder, capsys, *sheet, "--for", "1", "--to", str(one))
    ask(folder, capsys, *sheet, "--to", str(many))
    assert many.stat().st_size > one.stat().st_size
    report = ["doc", "export", "bao-cao-thang", "--year", "2026", "--for", "10"]
    ask(folder, capsys, *report, "--to", str(tmp_path / "tháng.docx"))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["doc", "export", "thu-la", "--year", "2026", "--to", "a.pdf"], 2),
        (["doc", "export", "bao-cao-nam", "--year", "xưa", "--to", "a.pdf"], 2),
        (["doc", "export", "bao-cao-nam", "--year", "2026", "--to", "a.txt"], 2),
        (["doc", "export", "bao-cao-nam", "--to", "a.pdf"], 2),
        (["doc", "export", "phieu-giao-viec", "--year", "2026", "--for", "9", "--to", "a.pdf"], 3),
        (["doc", "export", "bien-ban-hop", "--year", "2025", "--to", "a.pdf"], 3),
        (["doc"], 2),
    ],
)
def test_what_cannot_be_made_is_told_with_its_status(
    folder: Path, words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(folder), *words]) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
