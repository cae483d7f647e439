"""Every template becomes a plan of the school, with nothing silently missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import UsageError
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.period import PlanPeriod, read_period
from tdkt_desktop.services.school_profile import (
    Issuer,
    Planning,
    SchoolProfile,
    Signer,
    letterhead_of,
    signature_of,
)
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

TEMPLATES = (
    "mn-nam-hoc",
    "th-nam-hoc",
    "thcs-nam-hoc",
    "thpt-nam-hoc",
    "nam-cong-tac",
    "phong-trao",
    "dot-thi-dua-20-11",
)


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_draft_names_the_school_and_leaves_no_placeholder(context: AppContext, key: str) -> None:
    draft = context.drafting.draft(key, 2026)
    text = to_text(draft.document)
    assert "Hoa Phượng" in text
    assert "{{" not in text
    assert "@" not in text
    assert draft.document.number.symbol in ("KH-THHP", "KH-HĐTĐKT")


@pytest.mark.parametrize("key", TEMPLATES)
def test_what_nobody_has_said_is_shown_and_told(empty: AppContext, key: str) -> None:
    draft = empty.drafting.draft(key, 2026)
    assert "«Tên trường»" in to_text(draft.document)
    assert any("Tên trường" in doubt for doubt in draft.doubts)


def test_a_school_year_plan_speaks_of_both_years(context: AppContext) -> None:
    draft = context.drafting.draft("th-nam-hoc", 2026)
    assert draft.period == PlanPeriod(2026, SchoolYear(2026))
    assert "năm học 2026 - 2027" in draft.document.subject.plain
    assert "44 năm Ngày Nhà giáo Việt Nam" in to_text(draft.document)


def test_grounds_not_in_force_at_the_start_of_the_plan_are_told(context: AppContext) -> None:
    doubts = context.drafting.draft("th-nam-hoc", 2020).doubts
    assert any("chưa có hiệu lực" in doubt for doubt in doubts)


def test_a_council_issues_under_the_school_and_signs_with_its_seal() -> None:
    profile = replace(SAMPLE_SCHOOL, issuer=Issuer.COUNCIL)
    assert letterhead_of(profile).parent_body == ("Trường Tiểu học Hoa Phượng",)
    signature = signature_of(profile)
    assert signature.authority == ("TM. HỘI ĐỒNG",)
    assert (signature.title, signature.office) == ("CHỦ TỊCH", "HIỆU TRƯỞNG")


def test_a_deputy_signs_on_behalf() -> None:
    profile = replace(SAMPLE_SCHOOL, signer=Signer.DEPUTY)
    assert signature_of(profile).authority == ("KT. HIỆU TRƯỞNG",)
    council = signature_of(replace(profile, issuer=Issuer.COUNCIL))
    assert council.authority == ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH")
    assert (council.title, council.office) == ("PHÓ CHỦ TỊCH", "PHÓ HIỆU TRƯỞNG")


def test_an_unknown_template_is_told_with_the_known_ones(empty: AppContext) -> None:
    with pytest.raises(UsageError) as caught:
        empty.drafting.draft("không-có", 2026)
    assert "th-nam-hoc" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "planning", "expected"),
    [
        ("2026", Planning.WORKING_YEAR, PlanPeriod(2026)),
        ("2026", Planning.SCHOOL_YEAR, PlanPeriod(2026, SchoolYear(2026))),
        (" 2025 - 2026 ", Planning.WORKING_YEAR, PlanPeriod(2025, SchoolYear(2025))),
    ],
)
def test_a_year_is_read_as_it_is_meant(text: str, planning: Planning, expected: PlanPeriod) -> None:
    assert read_period(text, planning) == expected


@pytest.mark.parametrize("text", ["", "hai nghìn", "2025-2027", "20260", "0", "-2026"])
def test_a_year_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_period(text, Planning.SCHOOL_YEAR)


def test_an_unnamed_school_has_an_empty_letterhead() -> None:
    assert letterhead_of(SchoolProfile()).issuing_body == ()
