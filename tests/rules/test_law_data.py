"""The shipped data of the law hold together, and broken data are told with their place."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.resources import resource
from tdkt_desktop.rules.conditions import KINDS
from tdkt_desktop.rules.law_reader import book_of, shipped_book
from tdkt_desktop.rules.raw_law import LawEdit, edited_entries, entries_in, shipped_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.rules.law_values import Rule, Version

BOOK = shipped_book()
VERSIONS = [version for award in BOOK.awards.values() for version in award.versions]


def rules_of(version: Version) -> Iterator[Rule]:
    waiting = list(version.conditions)
    while waiting:
        rule = waiting.pop()
        yield rule
        waiting += rule.parts


@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one.award}/{one.version}")
def test_every_version_speaks_of_what_the_data_know(version: Version) -> None:
    assert {slot.form for slot in version.slots} <= set(BOOK.forms)
    assert set(version.exclusions) <= set(BOOK.exclusions)
    assert version.sources
    assert version.conditions
    for rule in rules_of(version):
        for code in [*getattr(rule.check, "awards", ()), getattr(rule.check, "award", "LDTT")]:
            assert code in BOOK.awards
        assert getattr(rule.check, "rating", "") in {"", *BOOK.ranks}
        for level in ("recognised", "reach"):
            assert getattr(rule.check, level, "") in {"", *BOOK.levels}
        assert rule.verified or rule.verification
    groups = Counter(rule.any_of for rule in version.conditions if rule.any_of)
    assert all(count > 1 for count in groups.values())


def test_a_draft_never_applies_and_two_versions_never_overlap() -> None:
    day = date(2017, 1, 1)
    while day < date(2028, 1, 1):
        for award in BOOK.awards.values():
            applying = [one for one in award.versions if one.applies_on(day)]
            assert len(applying) <= 1
            assert not any(one.draft for one in applying)
        day += timedelta(days=7)


def test_the_version_is_chosen_by_the_day_of_receipt() -> None:
    days = {
        date(2023, 12, 31): "2017", date(2024, 1, 1): "2024", date(2026, 9, 30): "2024",
    }  # fmt: skip
    for day, name in days.items():
        version = BOOK.version_on("CSTDCS", day)
        assert version is not None
        assert version.version == name
    assert BOOK.version_on("CSTDCS", date(2026, 10, 1)) is None
    assert BOOK.version_on("CSTDCS", date(2017, 9, 30)) is None


@pytest.mark.parametrize(
    ("level", "day", "who"),
    [
        ("TH", date(2025, 6, 30), "Chủ tịch Uỷ ban nhân dân cấp huyện"),
        ("TH", date(2025, 7, 1), "Chủ tịch Uỷ ban nhân dân cấp xã"),
        ("THPT", date(2025, 7, 1), "Giám đốc Sở Giáo dục và Đào tạo"),
    ],
)
def test_who_decides_depends_on_school_and_day(level: str, day: date, who: str) -> None:
    version = BOOK.version_on("LDTT", day)
    assert version is not None
    decider = version.decider(level, day)
    assert decider is not None
    assert decider.who == who


def test_the_dossier_of_a_collective_holds_its_own_report() -> None:
    version = BOOK.version_on("GK_SO", date(2026, 5, 28))
    assert version is not None
    forms = {slot.form for slot in version.slots_for("collective")}
    assert "F_BC_TAPTHE" in forms
    assert "F_BC_CANHAN" not in forms


def test_every_kind_of_condition_is_described_for_those_who_keep_the_data() -> None:
    text = resource("law", "awards", "DOC-TRUOC.md").read_text("utf-8")
    described = {
        name
        for line in re.findall(r"^\| ([a-z_, ]+) \|", text, re.MULTILINE)
        for name in line.split(", ")
    }
    assert described - {"kind"} == set(KINDS)


@pytest.mark.parametrize(
    ("key", "values", "reason"),
    [
        ("condition:LDTT/2024/xep-loai", {"rating": 3}, "rating"),
        ("condition:LDTT/2024/xep-loai", {"ratings": "HTTNV"}, "ratings"),
        ("condition:LDTT/2024/xep-loai", {"kind": "khac"}, "khac"),
        ("condition:LDTT/2024/xep-loai", {"text": ""}, "có lời"),
        ("condition:LDTT/2024/xep-loai", {"sources": []}, "có nguồn"),
        ("condition:LDTT/2024/xep-loai", {"sources": [{"document": "LUAT_X"}]}, "LUAT_X"),
        ("version:LDTT/2024", {"effective_from": "hôm nay"}, "effective_from"),
        ("version:LDTT/2024", {"exclusions": "X"}, "exclusions"),
        ("cap:CAP_CSTDCS_2017", {"share": "nhiều"}, "share"),
        ("salary:SALARY_20240701", {"vnd": None}, "vnd"),
    ],
)
def test_an_entry_that_does_not_fit_is_named(key: str, values: Any, reason: str) -> None:
    broken = edited_entries(shipped_entries(), [LawEdit(key, values)])
    with pytest.raises(InputError) as caught:
        book_of(broken)
    assert key in caught.value.message
    assert reason in caught.value.message


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "awards").mkdir()
    (tmp_path / "awards" / "hong.toml").write_text("code =", "utf-8")
    with pytest.raises(InputError, match=r"hong\.toml"):
        entries_in(tmp_path)


def test_what_is_still_to_be_found_out_is_told() -> None:
    assert {one.kind for one in BOOK.questions} == {"obtain", "conflict"}
    assert any("06/2026/QH16" in one.text for one in BOOK.questions)
    assert {one.topic for one in BOOK.comparisons if not one.next} == set()
