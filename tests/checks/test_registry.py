"""Every code has a check, a name and a page of help, in an order that does not change."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tdkt_desktop.checks.facts import Facts
from tdkt_desktop.checks.proofread import proofread
from tdkt_desktop.checks.registry import CODES, NAMES, check_for, help_page
from tdkt_desktop.checks.syllables import is_syllable
from tdkt_desktop.checks.tables import table
from tests.support.proof import plan

REAL = (
    "nghiêng", "quyết", "giếng", "gìn", "khuya", "thuở", "ngoằn", "ngoèo", "xoong", "quýt",
    "quỳnh", "yêu", "uyên", "ươm", "ưỡn", "ngượng", "quốc", "giặt", "khuỷu", "huých",
)  # fmt: skip
ODD = ("vieenc", "ngiêng", "kàm", "gè", "quềt", "nghành", "thíchh", "tât", "xyz", "đừoc")
FIRST = ("numbering", "year-mismatch", "anniversary", "known-day", "weekday")


def test_the_order_of_the_codes_is_stable() -> None:
    assert CODES[: len(FIRST)] == FIRST
    assert len(CODES) == 26


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_check_a_name_and_a_page_of_help(code: str) -> None:
    assert callable(check_for(code))
    assert NAMES[code]
    page = help_page(code).read_text(encoding="utf-8")
    assert "## Vì sao" in page
    assert "## Quy định" in page


def test_a_sound_plan_says_nothing() -> None:
    document = plan("Mỗi tổ chọn một việc khó để làm.", "Công khai kết quả hằng tháng.")
    assert proofread(document, Facts()) == ()


def test_findings_come_in_reading_order() -> None:
    document = plan("Họp ngày 31/4/2026.", "Nhanh tố mới.", "Họp,, báo cáo.")
    found = proofread(document, Facts())
    assert [one.code for one in found] == ["impossible-date", "spelling", "punctuation"]


def test_the_registry_loads_no_check_before_it_is_asked() -> None:
    code = (
        "import sys, tdkt_desktop.checks.registry; "
        "sys.exit(any('checks.spelling' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "giếng",
        "gìn",
        "khuya",
        "thuở",
        "ngoằn",
        "ngoèo",
        "xoong",
        "quýt",
        "quỳnh",
        "yêu",
        "uyên",
        "ươm",
        "ưỡn",
        "ngượng",
    ],
)
def test_a_real_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["vieenc", "ngiêng", "kàm", "gè", "quềt", "nghành", "thíchh", "tât", "xyz", "đừoc"]
)
def test_what_cannot_be_a_syllable_is_not(word: str) -> None:
    assert not is_syllable(word)


def test_what_is_proposed_for_a_confusion_is_none_itself() -> None:
    phrases = table("confusions")["phrases"]
    assert len(phrases) >= 60
    right = f" {' ; '.join(phrases.values()).lower()} "
    assert [wrong for wrong in phrases if f" {wrong} " in right] == []
