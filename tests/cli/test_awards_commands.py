"""`tdkt awards` explains who may be proposed for what, from a file or from the store."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.cli import main
from tdkt_desktop.services.context import AppContext
from tests.support.award_cases import discipline, group, person, rated, titles, work
from tests.support.sample_store import copied_store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kho"


@pytest.fixture(scope="module")
def demo(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied_store(sample_store, tmp_path_factory.mktemp("trường mẫu") / "kho")


def ask(
    folder: Path, capsys: pytest.CaptureFixture[str], data: Any, *more: str, status: int
) -> Any:
    path = folder.parent / "dữ kiện.json"
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    words = ["--data", str(folder), "awards", "check", "--facts", str(path), "--json", *more]
    assert main(words) == status
    return json.loads(capsys.readouterr().out)


def test_facts_of_a_file_are_answered_condition_by_condition(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = person(ratings=rated("HTXSNV"), initiatives=[work(reach="TINH")])
    answers = {one["award"]: one for one in ask(folder, capsys, data, status=1)}
    fighter = answers["CSTDCS"]
    assert (fighter["version"], fighter["status"], fighter["verified"]) == (
        "2024", "eligible", True,
    )  # fmt: skip
    assert fighter["warnings"] == []
    group_names = {one.get("any_of") for one in fighter["conditions"]} - {None}
    assert len(group_names) == 1
    alternative = next(one for one in fighter["conditions"] if one.get("any_of"))
    assert alternative["source"] == "Luật 06/2022/QH15, Điều 23"
    assert alternative["met"] is True
    (attested,) = [one for one in fighter["conditions"] if one.get("attest")]
    assert attested["met"] is None
    whole = next(one for one in answers["BK_TINH"]["conditions"] if one.get("parts"))
    assert [part["met"] for part in whole["parts"]] == [None, False]
    assert not folder.exists()


def test_nothing_refused_is_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ask(folder, capsys, group(ratings=rated("HTXSNV", "HTXSNV")), status=0)
    assert {one["status"] for one in answers} == {"eligible", "needs_person"}


def test_from_the_day_of_recheck_on_an_award_carries_a_warning(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ask(folder, capsys, person(received_on="2026-09-30"), status=1)
    assert not any(one["warnings"] for one in before)
    after = ask(folder, capsys, person(received_on="2026-10-01"), status=1)
    assert all(one["warnings"] for one in after)
    assert "CSTDCS" not in {one["award"] for one in after}


def test_two_awards_of_the_state_in_a_year_are_warned_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ask(folder, capsys, person(awards=titles("HCLD_3", 2025)), status=1)
    warned = {one["award"] for one in answers if one["warnings"]}
    assert "BK_TTG" in warned
    assert "LDTT" not in warned


def test_the_day_of_receipt_can_be_tried_and_text_is_for_people(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = ask(folder, capsys, person(), "--received-on", "2024-02-14", status=1)
    assert "KNC_GD" not in {one["award"] for one in late}
    path = folder.parent / "dữ kiện.json"
    assert main(["--data", str(folder), "awards", "check", "--facts", str(path)]) == 1
    text = capsys.readouterr().out
    assert "Chiến sĩ thi đua cơ sở: chưa đủ" in text
    assert "[Luật 06/2022/QH15, Điều 23]" in text
    assert "chưa kiểm chứng" in text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (person(ratings=[{"year": "2025-2026", "rating": "GIOI"}]), "person.ratings[0].rating"),
        (person(ratings=[{"year": "2025-2027", "rating": "HTTNV"}]), "person.ratings[0].year"),
        (person(ratings=rated("HTTNV") + rated("HTNV")), "person.ratings"),
        (person(sector_since="1/9/2008"), "person.sector_since"),
        (person(initiatives=[work(reach="XOM")]), "person.initiatives[0].reach"),
        (person(discipline=[discipline("2026-01-10", "2025-01-10")]), "person.discipline[0]"),
        (person(leave=[{"kind": "nghỉ", "from": "2026-01-01"}]), "person.leave[0].kind"),
        (person(open_proceedings="không"), "person.open_proceedings"),
        (group(ldtt=21), "collective.ldtt"),
        (group(members=-1), "collective.members"),
        (person(year="năm nay"), "year"),
        ({"person": {}}, "year"),
        ([], "JSON"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], data: Any, place: str
) -> None:
    path = folder.parent / "sai.json"
    path.write_text(json.dumps(data), "utf-8")
    assert main(["--data", str(folder), "awards", "check", "--facts", str(path), "--json"]) == 3
    written = capsys.readouterr()
    assert written.out == ""
    assert place in written.err
    assert "sai.json" in written.err


def test_a_file_that_is_not_json_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.parent / "hỏng.json"
    path.write_text("{", "utf-8")
    assert main(["--data", str(folder), "awards", "check", "--facts", str(path)]) == 3
    assert "hỏng.json" in capsys.readouterr().err


def test_words_that_the_rules_do_not_use_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.parent / "dữ kiện.json"
    data = person(awards=titles("CSTD", 2025), raitings=[])
    path.write_text(json.dumps(data), "utf-8")
    main(["--data", str(folder), "awards", "check", "--facts", str(path), "--json"])
    assert "raitings, CSTD" in capsys.readouterr().err


def test_the_school_s_own_rules_hold_where_its_store_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with AppContext.open(folder) as context:
        context.law_book.edit("condition:LDTT/2024/xep-loai", {"rating": "HTXSNV"})
    answers = {one["award"]: one for one in ask(folder, capsys, person(), status=1)}
    assert answers["LDTT"]["status"] == "not_yet"


def test_a_store_is_checked_as_a_whole_or_by_person(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", str(demo), "awards", "check", "--year", "2025-2026"]
    assert main([*words, "--json"]) == 1
    everybody = json.loads(capsys.readouterr().out)
    assert len(everybody) > 45
    someone = next(one for one in everybody if one["person"])
    assert main([*words, "--person", str(someone["person"]), "--json"]) in (0, 1)
    assert json.loads(capsys.readouterr().out) == [someone]
    assert main(words) == 1
    assert someone["name"] in capsys.readouterr().out
    assert main([*words, "--person", "99999"]) == 3


def test_statistics_give_numbers_by_award(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--data", str(demo), "awards", "statistics", "--year", "2025"]
    assert main([*words, "--json"]) == 0
    numbers = json.loads(capsys.readouterr().out)
    assert numbers["year"] == "2025-2026"
    assert numbers["whole"]["total"] == sum(one["total"] for one in numbers["awards"]) > 0
    assert sum(numbers["levels"].values()) == numbers["whole"]["total"]
    for one in numbers["awards"]:
        assert one["people"] == sum(one["groups"].values())
    assert main(words) == 0
    assert "Lao động tiên tiến" in capsys.readouterr().out


def test_either_a_year_or_a_file_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(folder), "awards", "check"]) == 2
    assert "--facts" in capsys.readouterr().err


def test_a_file_of_facts_is_answered_without_loading_what_opens_stores(folder: Path) -> None:
    path = folder.parent / "dữ kiện.json"
    path.write_text(json.dumps(person()), "utf-8")
    code = (
        "import sys; from tdkt_desktop.cli import main\n"
        "main(['--data', sys.argv[1], 'awards', 'check', '--facts', sys.argv[2], '--json'])\n"
        "print(*({'sqlalchemy', 'PySide6', 'docx', 'openpyxl'} & set(sys.modules)),"
        " file=sys.stderr)"
    )
    words = [sys.executable, "-c", code, str(folder), str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stderr.split() == []
