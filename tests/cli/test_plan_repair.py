"""`tdkt plan repair` prints every line of a scan with its proposal and stores nothing."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from tdkt_desktop.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

KEYS = {"line", "text", "proposal", "score", "alternatives", "dropped"}


def test_each_line_comes_with_proposal_score_and_alternatives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quét.txt"
    file.write_text("KE HOACH\n\nKién toan t§ chirc b may\n\n7\n", encoding="utf-8")
    store = str(tmp_path / "kho")
    assert main(["--data", store, "plan", "repair", str(file), "--json"]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert all(set(one) >= KEYS for one in lines)
    assert [one["line"] for one in lines] == [1, 3, 5]
    assert lines[1]["proposal"] == "Kiện toàn tổ chức bộ máy"
    assert lines[2]["dropped"]
    assert main(["--data", store, "plan", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_person_reads_the_proposals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "quét.txt"
    file.write_text("Noi nhan:\n", encoding="utf-8")
    assert main(["--data", str(tmp_path / "kho"), "plan", "repair", str(file)]) == 0
    assert "Nơi nhận:" in capsys.readouterr().out


def test_a_file_that_is_not_there_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "không có.txt")
    assert main(["--data", str(tmp_path / "kho"), "plan", "repair", missing]) == 3
    assert "không có.txt" in capsys.readouterr().err


def test_a_line_without_blanks_is_kept_and_holds_nothing_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quét.txt"
    endless = "ab" * 20_000
    file.write_text(f"{endless}\n\nKién toan t§ chirc b may\n", encoding="utf-8")
    before = time.process_time()
    assert main(["--data", str(tmp_path / "kho"), "plan", "repair", str(file), "--json"]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert [one["proposal"] for one in lines] == [endless, "Kiện toàn tổ chức bộ máy"]
    assert time.process_time() - before < 20
