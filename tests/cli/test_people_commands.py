"""`tdkt people`: lists come in, go out and are shown, for people and for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.cli import main
from tests.support.staff_lists import staff, write_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: object) -> tuple[int, str, str]:
        status = main(["--data", str(tmp_path / "kho"), "people", *map(str, words)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write_book(tmp_path / "tốt.xlsx", staff(5))


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    rows: list[list[Any]] = [["Họ và tên", "Ngày sinh"], ["Lê An", "31/2/1980"], ["Lê Bình", None]]
    return write_book(tmp_path / "xấu.xlsx", rows)


def test_a_good_list_comes_in_with_status_0(
    run: Callable[..., tuple[int, str, str]], good: Path
) -> None:
    status, out, err = run("import", good)
    assert (status, out.strip()) == (0, "Thêm 5, cập nhật 0, không đổi 0, chưa nhập 0.")
    assert "Tổ mới" in err
    status, out, _err = run("list", "--json")
    assert status == 0
    assert {one["job_title"] for one in json.loads(out)} == {"Giáo viên tiểu học hạng III"}


def test_rows_that_fail_are_said_written_out_and_give_status_1(
    run: Callable[..., tuple[int, str, str]], bad: Path, tmp_path: Path
) -> None:
    failed = tmp_path / "chưa.xlsx"
    status, out, err = run("import", bad, "--failed", failed)
    assert status == 1
    assert "Thêm 1" in out
    assert "Dòng 2 (Lê An): Ngày sinh: không có ngày “31/2/1980” trong lịch." in err
    assert failed.exists()
    status, out, _err = run("import", bad, "--json")
    value = json.loads(out)
    assert (status, value["failed"], value["unchanged"]) == (1, 1, 1)
    assert value["problems"][0]["row"] == 2
    assert value["problems"][0]["outcome"] == "failed"


def test_a_failed_file_that_is_there_stops_the_import_before_it_begins(
    run: Callable[..., tuple[int, str, str]], bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "chưa.xlsx").write_text("của tôi")
    status, _out, err = run("import", bad, "--failed", tmp_path / "chưa.xlsx")
    assert status == 3
    assert "chưa.xlsx" in err
    assert json.loads(run("list", "--json")[1]) == []
    assert run("import", bad, "--failed", tmp_path / "chưa.xlsx", "--force")[0] == 1


@pytest.mark.parametrize("name", ["ra.xlsx", "ra.csv"])
def test_a_list_goes_out_and_comes_in_unchanged(
    run: Callable[..., tuple[int, str, str]], good: Path, tmp_path: Path, name: str
) -> None:
    run("import", good)
    status, out, _err = run("export", "--to", tmp_path / name, "--json")
    assert (status, json.loads(out)["people"]) == (0, 5)
    value = json.loads(run("import", tmp_path / name, "--json")[1])
    assert (value["unchanged"], value["failed"]) == (5, 0)
    assert run("export", "--to", tmp_path / name)[0] == 3
    assert run("export", "--to", tmp_path / name, "--force")[0] == 0


def test_the_template_is_written_once(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert run("template", "--to", tmp_path / "mẫu.xlsx")[0] == 0
    assert run("template", "--to", tmp_path / "mẫu.xlsx")[0] == 3
    assert run("template", "--to", tmp_path / "mẫu.pdf")[0] == 2


def test_people_are_found_by_words_without_diacritics(
    run: Callable[..., tuple[int, str, str]], bad: Path
) -> None:
    run("import", bad)
    assert "Lê Bình" in run("list", "--text", "binh")[1]
    assert "Lê Bình" not in run("list", "--text", "cuong")[1]


def test_what_is_no_list_gives_status_3(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_text("<html><table></table></html>")
    status, out, err = run("import", tmp_path / "a.xlsx")
    assert (status, out) == (3, "")
    assert "trang web" in err
    assert run("import", tmp_path / "không có.xlsx")[0] == 3
    assert run("import")[0] == 2
