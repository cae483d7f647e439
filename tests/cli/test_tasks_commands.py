"""`tdkt tasks` lists and exports the year's work for people and for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tdkt_desktop.cli import main
from tdkt_desktop.services.context import AppContext
from tests.support.year_of_work import add_people, add_plan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kho"


@pytest.fixture
def people(folder: Path) -> dict[str, int]:
    with AppContext.open(folder) as context:
        ids = add_people(context)
        add_plan(context)
        return ids


def ask(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["--data", str(folder), *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_tasks_are_listed_by_year_due_and_member(
    folder: Path, people: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = ask(folder, capsys, "tasks", "list", "--year", "2026")
    assert len(tasks) == 4 + 12
    assert tasks[0]["due"] == {
        "text": "Ngày 05/9/2026",
        "from": "2026-09-05",
        "to": "2026-09-05",
    }
    assert tasks[0]["members"][0]["person"] == people["Lê Thị Minh Nguyệt"]
    assert ask(folder, capsys, "tasks", "list", "--year", "2025") == []
    early = ask(folder, capsys, "tasks", "list", "--due-before", "25/9/2026")
    assert [task["title"] for task in early] == ["Khai giảng, phát động thi đua"]
    member = str(people["Lê Thị Minh Nguyệt"])
    mine = ask(folder, capsys, "tasks", "list", "--member", member)
    assert [task["title"] for task in mine] == ["Khai giảng, phát động thi đua", "Nộp hồ sơ"]


@pytest.mark.usefixtures("people")
def test_the_tasks_go_into_a_calendar_and_into_a_table(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar, sheet = tmp_path / "lịch.ics", tmp_path / "việc.xlsx"
    assert ask(folder, capsys, "tasks", "export", "--to", str(calendar))["tasks"] == 16
    text = calendar.read_bytes().replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 16
    assert "SUMMARY:Nộp hồ sơ" in text
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(set(uids)) == 16
    ask(folder, capsys, "tasks", "export", "--to", str(calendar), "--force")
    again = calendar.read_bytes().replace(b"\r\n ", b"").decode()
    assert [line for line in again.split("\r\n") if line.startswith("UID:")] == uids
    ask(folder, capsys, "tasks", "export", "--to", str(sheet))
    cells = [[cell.value for cell in row] for row in load_workbook(sheet).active.iter_rows()]
    assert any("Thao giảng vòng một" in row for row in cells)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["tasks", "list", "--due-before", "mai"], 2),
        (["tasks", "list", "--year", "xưa"], 2),
        (["tasks", "list", "--member", "Lan"], 2),
        (["tasks", "export", "--to", "viec.pdf"], 2),
        (["tasks", "export", "--to", "khong/co/thu/muc.ics"], 3),
        (["tasks", "export"], 2),
    ],
)
def test_what_cannot_be_done_is_told_with_its_status(
    folder: Path, words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(folder), *words]) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
