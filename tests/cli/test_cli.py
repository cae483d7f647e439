"""The command line does what its description promises, for people and for machines."""

from __future__ import annotations

import json
import subprocess
import sys
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


def test_a_folder_that_does_not_exist_becomes_an_empty_store(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    assert ask("plan", "list") == []
    assert ask("store", "info")["counts"]["plan"] == 0
    assert (tmp_path / "kho" / "tdkt.sqlite3").exists()


def test_the_templates_are_listed_with_key_level_and_title(ask: Callable[..., Any]) -> None:
    listed = {one["key"]: one for one in ask("plan", "templates")}
    assert listed["mn-nam-hoc"]["levels"] == ["MN"]
    assert listed["th-nam-hoc"]["level"] == "TH"
    assert all(one["title"] for one in listed.values())


def test_a_plan_goes_from_template_to_paper(ask: Callable[..., Any], tmp_path: Path) -> None:
    made = ask("plan", "new", "--template", "thpt-nam-hoc", "--year", "2026")
    assert made["year"] == 2026
    assert made["school_year"] == "2026-2027"
    assert made["status"] == "draft"
    assert [one["id"] for one in ask("plan", "list")] == [made["id"]]
    shown = ask("plan", "show", str(made["id"]))
    assert shown["sections"][0]["number"] == "I"
    assert shown["appendices"][0]["groups"][0]["rows"][0]["due"]["text"]
    for ending, magic in ((".docx", b"PK"), (".pdf", b"%PDF")):
        target = tmp_path / f"kế hoạch{ending}"
        assert ask("plan", "export", str(made["id"]), "--to", str(target))["file"] == str(target)
        assert target.read_bytes().startswith(magic)


def test_an_export_overwrites_only_by_force(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any], tmp_path: Path
) -> None:
    made = ask("plan", "new", "--template", "phong-trao", "--year", "2026")
    target = tmp_path / "a.pdf"
    target.write_text("của tôi")
    status, _out, err = run("plan", "export", str(made["id"]), "--to", str(target))
    assert status == 3
    assert "a.pdf" in err
    assert target.read_text() == "của tôi"
    ask("plan", "export", str(made["id"]), "--to", str(target), "--force")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_file_is_read_into_a_draft(ask: Callable[..., Any], tmp_path: Path) -> None:
    source = tmp_path / "ke hoach cu.txt"
    source.write_text(
        "KẾ HOẠCH\nCông tác thi đua năm 2024\n\nI. MỤC ĐÍCH\n- Nâng cao chất lượng.\n"
        "II. NHIỆM VỤ\n1. Phong trào\n- Tổ chức hội thi.\nII. TỔ CHỨC THỰC HIỆN\n"
        "- Các tổ thực hiện.\n",
        "utf-8",
    )
    made = ask("plan", "import", str(source))
    assert made["year"] == 2024
    assert [section["number"] for section in made["sections"]] == ["I", "II", "III"]
    assert made["renumbered"] == [{"from": "II", "to": "III", "title": "TỔ CHỨC THỰC HIỆN"}]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["plan", "show", "7"], 3),
        (["plan", "show", "bảy"], 2),
        (["plan", "new", "--template", "không-có", "--year", "2026"], 2),
        (["plan", "new", "--template", "phong-trao", "--year", "xưa"], 2),
        (["plan", "import", "không có tệp này.docx"], 3),
        (["plan", "bay"], 2),
        (["plan"], 2),
        (["school", "set", "không có.toml"], 3),
        (["backup", "restore", "không-có"], 3),
    ],
)
def test_what_cannot_be_done_is_told_with_its_status(
    run: Callable[..., tuple[int, str, str]], words: list[str], status: int
) -> None:
    found, out, err = run(*words)
    assert found == status
    assert out == ""
    assert err.strip()


def test_the_school_is_set_from_a_file(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any], tmp_path: Path
) -> None:
    profile = tmp_path / "trường.toml"
    profile.write_text(
        'level = "MN"\nofficial_name = "Trường Mầm non Sao Mai"\nabbreviation = "MNSM"\n'
        'parent_body = ["UBND xã Bình Lâm"]\nplace = "Bình Lâm"\nmargin_left = 35\n',
        "utf-8",
    )
    ask("school", "set", str(profile))
    shown = ask("school", "show")
    assert shown["official_name"] == "Trường Mầm non Sao Mai"
    assert shown["margin_left"] == 35
    profile.write_text("margin_left = 60\n", "utf-8")
    status, _out, err = run("school", "set", str(profile))
    assert status == 3
    assert "35" in err
    profile.write_text('ten = "sai"\n', "utf-8")
    assert run("school", "set", str(profile))[0] == 3
    assert ask("school", "show")["margin_left"] == 35


def test_back_ups_are_made_listed_checked_and_restored(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any]
) -> None:
    ask("demo")
    made = ask("backup", "create")
    ask("plan", "new", "--template", "phong-trao", "--year", "2026")
    assert len(ask("plan", "list")) == 4
    assert [one["name"] for one in ask("backup", "list")] == [made["name"]]
    assert ask("backup", "verify", made["name"])["ok"] is True
    ask("backup", "restore", made["name"])
    assert len(ask("plan", "list")) == 3
    with open(made["file"], "r+b") as stream:  # noqa: PTH123 - opened for damage
        stream.seek(4096)
        stream.write(b"\0" * 4096)
    status, out, _err = run("backup", "verify", made["name"], "--json")
    assert status == 1
    assert json.loads(out)["ok"] is False


def test_a_store_with_a_school_takes_no_sample(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any]
) -> None:
    ask("demo")
    status, _out, err = run("demo")
    assert status == 3
    assert "trống" in err


def test_a_damaged_store_ends_with_its_own_status(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any], tmp_path: Path
) -> None:
    ask("demo")
    path = tmp_path / "kho" / "tdkt.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\0" * 4096
    path.write_bytes(data)
    status, _out, err = run("plan", "list")
    assert status == 4
    assert "tdkt.sqlite3" in err


def test_a_lost_file_is_found_by_the_check(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any], tmp_path: Path
) -> None:
    ask("demo")
    assert ask("store", "check") == {"ok": True, "problems": []}
    kept = next(p for p in (tmp_path / "kho" / "attachments").rglob("*") if p.is_file())
    kept.unlink()
    status, out, _err = run("store", "check", "--json")
    assert status == 1
    assert len(json.loads(out)["problems"]) == 1


def test_options_stand_before_or_behind_the_command(tmp_path: Path) -> None:
    for words in (
        ["--data", str(tmp_path / "a"), "plan", "list", "--json"],
        ["plan", "list", "--json", "--data", str(tmp_path / "a")],
        ["plan", "--json", "--data", str(tmp_path / "a"), "list"],
    ):
        assert main(words) == 0


def test_commands_load_no_window_and_no_writer(tmp_path: Path) -> None:
    script = (
        "import sys; from tdkt_desktop.cli import main; "
        f"main(['--data', {str(tmp_path / 'kho')!r}, 'plan', 'list']); "
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('PySide6', 'docx', 'reportlab', 'lxml', 'openpyxl', 'pdfplumber', 'alembic')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_the_module_is_the_same_program(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tdkt_desktop",
        "--data",
        str(tmp_path / "kho"),
        "plan",
        "list",
    ]
    done = subprocess.run([*command, "--json"], capture_output=True, cwd=tmp_path, check=True)
    assert json.loads(done.stdout) == []


def test_a_damaged_store_is_restored_from_its_back_ups(
    run: Callable[..., tuple[int, str, str]], ask: Callable[..., Any], tmp_path: Path
) -> None:
    plans = ask("demo")["plans"]
    made = ask("backup", "create")
    path = tmp_path / "kho" / "tdkt.sqlite3"
    path.write_bytes(b"\0" * 8192)
    assert run("plan", "list")[0] == 4
    assert [one["name"] for one in ask("backup", "list")] == [made["name"]]
    ask("backup", "restore", made["name"])
    assert len(ask("plan", "list")) == len(plans)


def test_a_check_tells_by_its_status_that_something_was_found(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\nCông tác năm 2026\nI. NỘI DUNG\n- Họp ngày 31/4/2026.\n", "utf-8")
    status, out, _err = run("plan", "check", str(path), "--json")
    assert status == 1
    keys = {"code", "severity", "where", "quote", "message", "suggestion"}
    assert all(set(one) == keys for one in json.loads(out))
    assert ("impossible-date", "31/4/2026") in {(o["code"], o["quote"]) for o in json.loads(out)}
    assert run("plan", "list", "--json")[1].strip() == "[]"


def test_a_check_of_a_stored_plan_goes_by_its_number(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    made = json.loads(run("plan", "new", "--template", "th-nam-hoc", "--year", "2026", "--json")[1])
    status, out, _err = run("plan", "check", str(made["id"]))
    assert status == 1
    assert "[blank]" in out
    assert run("plan", "check", "999")[0] == 3
    assert run("plan", "check", "không-có.docx")[0] == 3
