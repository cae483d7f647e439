"""`tdkt plan compare` tells what differs and writes the marked text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tdkt_desktop.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_plans_and_files_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--data", str(tmp_path / "kho")]
    ids = []
    for year in ("2026", "2027"):
        assert (
            main([*store, "plan", "new", "--template", "nam-cong-tac", "--year", year, "--json"])
            == 0
        )
        ids.append(str(json.loads(capsys.readouterr().out)["id"]))
    target = tmp_path / "so.docx"
    assert main([*store, "plan", "compare", *ids, "--to", str(target), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {tuple(one) for one in found} == {("kind", "where", "before", "after")}
    assert any("2026" in one["before"] and "2027" in one["after"] for one in found)
    assert target.is_file()
    assert main([*store, "plan", "export", ids[0], "--to", str(tmp_path / "a.docx")]) == 0
    capsys.readouterr()
    assert main([*store, "plan", "compare", ids[0], str(tmp_path / "a.docx"), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) < len(found)
