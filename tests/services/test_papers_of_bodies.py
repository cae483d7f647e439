"""Who issues a document, of which year it is, and what it says where there is nothing to say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.models.council import CouncilKind
from tdkt_desktop.services.council_views import CouncilFacts, CouncilRole, MeetingFacts, SeatFacts
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext

PERIOD = PlanPeriod(2026, SchoolYear(2026))
DAY = date(2026, 11, 21)
SEATS = [SeatFacts("Lê Thị Minh Nguyệt", CouncilRole.CHAIR, "Hiệu trưởng")]


def composed(context: AppContext, kind: str, about: object = None) -> OfficialDocument:
    what = None if about is None else str(about)
    return context.papers.compose(kind, PERIOD, what, DAY).composed.document


@pytest.fixture
def initiative_council(context: AppContext) -> int:
    facts = CouncilFacts(
        kind=CouncilKind.INITIATIVE, name="Hội đồng Sáng kiến", decision_number="16/QĐ-THHP"
    )
    return context.councils.add(facts, PERIOD, SEATS)


def test_the_papers_of_another_council_are_issued_by_that_council(
    context: AppContext, initiative_council: int
) -> None:
    meeting = MeetingFacts(subject="Chấm sáng kiến", held_on=date(2027, 4, 12))
    meeting_id = context.councils.add_meeting(initiative_council, meeting)
    for kind, symbol in (("giay-moi-hop", "GM"), ("bien-ban-hop", "BB"), ("tb-ket-luan-hop", "TB")):
        made = composed(context, kind, meeting_id)
        assert made.letterhead.issuing_body == ("Hội đồng Sáng kiến",), kind
        assert made.number.symbol == f"{symbol}-HĐSK"
        assert made.year == 2027
        assert "HĐTĐKT" not in to_text(made)
        assert "Thi đua - Khen thưởng" not in to_text(made)
    duties = composed(context, "tb-phan-cong-nhiem-vu", initiative_council)
    assert duties.letterhead.issuing_body == ("Hội đồng Sáng kiến",)
    assert "- Lưu: VT, HĐSK." in to_text(duties)


def test_a_decision_charges_a_council_with_the_work_of_its_kind(
    context: AppContext, initiative_council: int
) -> None:
    decision = to_text(composed(context, "qd-thanh-lap-hoi-dong", initiative_council))
    assert "Chấm điểm từng sáng kiến" in decision
    assert "phong trào thi đua" not in decision
    emulation = context.councils.add(CouncilFacts(), PERIOD, SEATS)
    usual = to_text(composed(context, "qd-thanh-lap-hoi-dong", emulation))
    assert "1. Tổ chức, theo dõi các phong trào thi đua" in usual


@pytest.mark.parametrize(
    ("kind", "about", "year"),
    [
        ("bao-cao-thang", "2026-10", 2026),
        ("bao-cao-thang", "2027-03", 2027),
        ("bao-cao-hoc-ky-1", None, 2027),
        ("bao-cao-6-thang", None, 2027),
        ("bao-cao-nam", None, 2027),
        ("bao-cao-thong-ke", None, 2027),
    ],
)
def test_a_report_is_dated_in_the_year_in_which_its_time_ends(
    context: AppContext, kind: str, about: str | None, year: int
) -> None:
    assert composed(context, kind, about).year == year


def test_half_a_year_of_a_school_year_is_the_one_in_which_it_ends(context: AppContext) -> None:
    assert "6 tháng đầu năm 2027" in composed(context, "bao-cao-6-thang").subject.plain
    calendar = PlanPeriod(2026)
    made = context.papers.compose("bao-cao-6-thang", calendar, None, DAY).composed.document
    assert "6 tháng đầu năm 2026" in made.subject.plain


def test_a_report_on_nothing_has_no_empty_table_and_no_picture(context: AppContext) -> None:
    made = composed(context, "bao-cao-thang", "10")
    (annex,) = made.annexes
    assert not any(isinstance(block, Table) for block in annex.blocks)
    assert "Trong tháng 10 năm 2026 không có việc đến hạn." in to_text(made)
    assert all(block.picture is None for block in made.body if isinstance(block, Table))


def test_a_council_does_not_report_to_its_own_chair(context: AppContext) -> None:
    assert composed(context, "bao-cao-thang", "10").addressees == ()
