"""Whatever stands in a document, the proof-reader answers, and says exactly where it looks."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.checks.facts import Facts
from tdkt_desktop.checks.proofread import proofread
from tdkt_desktop.checks.repairing import repair
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.places import at
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.proof import annex, plan

PIECES = (
    "ngày 31/4", "02/", "năm học 2020-2021", "Quý IV - 2031", "kỷ niệm 20 năm", "thành lập Đảng",
    "Phụ lục IX", "“", ")", "..", " ,", "số /KH-UBND", "Kế hoạch số 05/KH_UBND ngày 30/02/2026",
    "nhanh tố mới", "vieenc", "TĐKT", "TDKT", "thứ Hai, ngày 99/99/2026", "của của", "Giáp Tý",
    "từ ngày 05/6/2026 đến ngày 01/6/2026", "trước tháng 0/2026", "ĐẦU ĐỀ", "\n", "học tốt.",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=9).map(" ".join)


@settings(max_examples=60)
@given(text=TEXTS, due=TEXTS, year=st.sampled_from([None, 2026, 1990, 2099]))
def test_a_finding_quotes_what_stands_at_its_place(text: str, due: str, year: int | None) -> None:
    document = plan(text, year=year, annexes=(annex([(text, due)], reference=due),))
    for finding in proofread(document, Facts(from_file=True)):
        if finding.end:
            words = str(at(document, finding.place.path))
            assert words[finding.start : finding.end] == finding.quote


@settings(max_examples=40)
@given(text=TEXTS)
def test_a_repair_changes_only_its_own_place(text: str) -> None:
    document = plan(text, "Việc khác.")
    for finding in proofread(document, Facts()):
        repaired = repair(document, finding)
        assert repaired.body[-1] == document.body[-1]
        assert (repaired == document) is (finding.repair in (None, finding.quote))


def test_an_empty_document_is_asked_for_its_end_only() -> None:
    empty = OfficialDocument(kind=DocumentKind.PLAN, title="", subject=RichText())
    assert {one.code for one in proofread(empty, Facts())} == {"signature", "recipients"}


def test_a_plan_for_a_school_year_is_read_whole() -> None:
    document = plan("Họp ngày 05/9.", year=2026, school_year=SchoolYear(2026))
    assert proofread(document, Facts()) == ()
    late = plan("Họp.", issued_on=date(2026, 9, 1), year=None, school_year=SchoolYear(2026))
    assert proofread(late, Facts(signed=True)) == ()
