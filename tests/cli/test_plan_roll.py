"""`tdkt plan roll` makes a new draft and tells every change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--data", str(tmp_path / "kho"), *words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def ask(run: Callable[..., tuple[int, str, str]]) -> Callable[..., Any]:
    def call(*words: str) -> Any:
        status, out, err = run(*words, "--json")
        assert status == 0, err
        return json.loads(out)

    return call


def test_the_answer_has_the_id_the_changes_and_what_is_left(ask: Callable[..., Any]) -> None:
    made = ask("plan", "new", "--template", "nam-cong-tac", "--year", "2026")
    answer = ask("plan", "roll", str(made["id"]), "--year", "2027")
    assert set(answer) == {"id", "changes", "left"}
    assert {tuple(one) for one in answer["changes"]} == {
        ("where", "kind", "before", "after", "status")
    }
    due = next(one for one in answer["changes"] if one["before"] == "Tháng 02/2026")
    assert (due["kind"], due["after"], due["status"]) == ("due", "Tháng 02/2027", "applied")
    assert any("28/02/2027" in sentence for sentence in answer["left"])
    shown = ask("plan", "show", str(answer["id"]))
    assert (shown["year"], shown["status"]) == (2027, "draft")


def test_a_plan_of_a_school_year_stays_one(ask: Callable[..., Any]) -> None:
    made = ask("plan", "new", "--template", "th-nam-hoc", "--year", "2026")
    answer = ask("plan", "roll", str(made["id"]), "--year", "2027")
    assert ask("plan", "show", str(answer["id"]))["school_year"] == "2027-2028"


def test_people_read_the_changes_line_by_line(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any]
) -> None:
    made = ask("plan", "new", "--template", "nam-cong-tac", "--year", "2026")
    status, out, err = run("plan", "roll", str(made["id"]), "--year", "2027")
    assert status == 0
    assert "Tháng 02/2026 → Tháng 02/2027" in out
    assert "cần xem" in out
    assert "năm 2027" in err


def test_a_plan_that_is_not_there_is_an_error(run: Callable[..., tuple[int, str, str]]) -> None:
    status, _out, err = run("plan", "roll", "99", "--year", "2027")
    assert status != 0
    assert "99" in err
