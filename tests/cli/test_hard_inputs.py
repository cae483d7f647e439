"""Whatever is given to the command line, it ends with the stated status and words for people."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.cli import main
from tests.support.award_cases import group, person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--data", str(tmp_path / "kho"), *words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def judged(run: Run, folder: Path, data: dict[str, Any], award: str) -> dict[str, Any]:
    path = folder / "dữ kiện.json"
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    answers = json.loads(run("awards", "check", "--facts", str(path), "--json")[1])
    return next(one for one in answers if one["award"] == award)


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "show", "9" * 30),
        ("plan", "show", "hai"),
        ("plan", "check", "9" * 30),
        ("plan", "compare", "9" * 30, "1"),
        ("plan", "roll", "9" * 5000, "--year", "2026"),
        ("tasks", "list", "--member", "9" * 30),
    ],
)
def test_a_number_that_no_record_can_have_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert "không phải là mã số" in err


def test_tasks_of_somebody_who_is_not_there_are_refused(run: Run) -> None:
    status, out, err = run("tasks", "list", "--member", "77", "--json")
    assert (status, out) == (3, "")
    assert "77" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan",), "Còn thiếu: VIỆC."),
        (("plan", "export", "1"), "Còn thiếu: --to."),
        (("awards", "check"), "Cần một trong các mục: --year --facts."),
        (("awards", "check", "--year", "2026", "--facts", "x"), "không dùng cùng với"),
        (("awards", "check", "--facts", "x", "--person", "1"), "không dùng cùng với"),
        (("plan", "list", "--nhanh"), "Không hiểu: --nhanh."),
        (("plan", "new", "--template"), "--template còn thiếu giá trị."),
        (("kế-hoạch",), "LỆNH không nhận 'kế-hoạch'."),
    ],
)
def test_wrong_usage_is_said_in_vietnamese(run: Run, words: tuple[str, ...], said: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert said in err


def test_help_speaks_vietnamese_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "show", "--help"])
    text = capsys.readouterr().out
    assert text.count("Cách dùng: ") == 1
    assert text.count("Tuỳ chọn:") == 1
    assert not {"usage:", "options:", "show this help"} & {w for w in text.split("\n") if w}


def test_help_follows_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang=en", "--help"])
    assert "Emulation and commendation" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "không có tệp hoặc thư mục này"),
        (b"{\n x}", "dòng 2, cột 2"),
        (b"[" * 100_000, "không phải JSON hợp lệ"),
        (b"\xff\xfe{", "không phải văn bản UTF-8"),
    ],
)
def test_facts_that_cannot_be_read_are_told_in_vietnamese(
    run: Run, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "dữ kiện hỏng.json"
    if content is not None:
        path.write_bytes(content)
    status, out, err = run("awards", "check", "--facts", str(path))
    assert (status, out) == (3, "")
    assert said in err
    assert "dữ kiện hỏng.json" in err


def test_a_profile_that_is_not_there_is_told_in_vietnamese(run: Run, tmp_path: Path) -> None:
    status, _out, err = run("school", "set", str(tmp_path / "hồ sơ.toml"))
    assert status == 3
    assert "không có tệp hoặc thư mục này" in err


def test_a_back_up_to_where_nothing_can_be_written_is_not_the_store_s_fault(
    run: Run, tmp_path: Path
) -> None:
    blocked = tmp_path / "ổ USB"
    blocked.write_bytes(b"")
    status, out, err = run("backup", "create", "--to", str(blocked))
    assert (status, out) == (3, "")
    assert "ổ USB" in err


def test_the_profile_is_shown_as_a_file_that_can_be_set_again(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hồ sơ.toml"
    path.write_text(
        'official_name = "Trường “Hoa Sen”"\nparent_body = ["UBND phường A", "Khối \\"B\\""]\n',
        "utf-8",
    )
    assert run("school", "set", str(path))[0] == 0
    shown = run("school", "show")[1]
    path.write_text(shown, "utf-8")
    assert tomllib.loads(shown)["parent_body"] == ["UBND phường A", 'Khối "B"']
    assert run("school", "set", str(path))[1] == shown


def test_what_is_in_the_store_is_said_in_words(run: Run) -> None:
    text = run("store", "info")[1]
    assert "Kế hoạch: 0" in text
    assert "{" not in text
    assert "schema_version" not in text


# --- what the law asks, at its edges ---


@pytest.mark.parametrize(
    ("hired", "received", "met"),
    [
        ("2025-08-31", "2026-02-28", True),
        ("2025-08-31", "2026-02-27", False),
        ("2025-11-28", "2026-05-28", True),
        ("2025-11-29", "2026-05-28", False),
    ],
)
def test_six_months_end_on_the_same_day_or_the_month_s_last(
    run: Run, tmp_path: Path, hired: str, received: str, *, met: bool
) -> None:
    data = person(hired_on=hired, sector_since=hired, received_on=received)
    answer = judged(run, tmp_path, data, "LDTT")
    recruit = next(one for one in answer["conditions"] if "mới tuyển dụng" in one["text"])
    assert recruit["met"] is met
    assert answer["status"] == ("eligible" if met else "needs_person")


@pytest.mark.parametrize(
    ("members", "advanced", "met", "share"),
    [
        (20, 14, True, "70%"),
        (3333, 2333, False, "69,99%"),
        (100_000, 69_999, False, "69,99%"),
        (1_000_000, 700_001, True, "trên 70%"),
    ],
)
def test_a_share_beside_the_bound_is_not_shown_as_the_bound(
    run: Run, tmp_path: Path, members: int, advanced: int, share: str, *, met: bool
) -> None:
    data = group(members=members, completed=members, ldtt=advanced)
    answer = judged(run, tmp_path, data, "TTLDXS")
    found = next(one for one in answer["conditions"] if "70%" in one["text"])
    assert found["met"] is met
    assert found["found"] == f"{advanced}/{members} người, {share}"
