"""The sample school has registered, reviewed and voted, and its records agree with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.models.merit import AwardKind
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.dossier_views import DossierState, EntryResult
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.vote_views import VoteOutcome
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.sample_store import copied_store
from tests.support.year_of_work import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YEAR = "2025-2026"
PERIOD = PlanPeriod(2025, SchoolYear(2025))


@pytest.fixture(scope="module")
def sample(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    copy = tmp_path_factory.mktemp("sample") / "kho"
    with AppContext.open(copied_store(sample_store, copy)) as context:
        yield context


def test_whoever_has_a_title_was_registered_and_passed_the_vote(sample: AppContext) -> None:
    rows = sample.registrations.comparison(YEAR)
    titled = {
        (subject, award.data.code)
        for subject, history in sample.records.histories().items()
        for award in history.of_kind(AwardKind.TITLE)
        if award.data.year == YEAR
    }
    passed = set()
    for row in rows:
        for one in row.proposed:
            if one.outcome is VoteOutcome.PASSED:
                passed.add((row.candidate.subject, one.award))
            elif one.outcome is VoteOutcome.LOWER:
                passed.add((row.candidate.subject, "LDTT"))
    assert titled == passed
    registered = {(row.candidate.subject, code.award) for row in rows for code in row.registered}
    assert titled <= registered


def test_some_were_added_late_some_failed_and_one_got_less(sample: AppContext) -> None:
    (round_id,) = sample.votes.in_force(year=YEAR)
    count = sample.votes.closed(round_id)
    outcomes = {one.outcome for one in count.results}
    assert outcomes == {VoteOutcome.PASSED, VoteOutcome.NOT_PASSED, VoteOutcome.LOWER}
    assert len(count.results) == 41
    assert (count.members, count.present) == (11, 10)
    rows = sample.registrations.grid(YEAR).rows
    assert [one.candidate.name for one in rows if any(r.late for r in one.registered)] == [
        "Đoàn Thị Hà My"
    ]
    assert len(sample.registrations.grid("2026-2027").without) > 0
    assert len(sample.group_reviews.reviews(YEAR)) == 6


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("danh-sach-dang-ky", "Bổ sung ngày 28/10/2025"),
        ("danh-sach-dang-ky-to", "HIỆU TRƯỞNG"),
        ("bien-ban-binh-xet-to", "Hoàn thành"),
        ("phieu-bau", "Không ghi tên, không ký vào phiếu."),
        ("bien-ban-kiem-phieu", "Chiến sĩ thi đua cơ sở: đạt 07/08 trường hợp được xét."),
        ("bien-ban-hop-xet", "Có mặt 10/11 thành viên; số cần có để họp là 08 (2/3)"),
        ("tb-cong-khai-ket-qua", "trong 10 ngày kể từ ngày ký"),
    ],
)
def test_every_paper_has_something_true_to_say(sample: AppContext, kind: str, words: str) -> None:
    made = sample.papers.compose(kind, PERIOD, None, DAY)
    assert made.composed.missing == ()
    assert words in to_text(made.composed.document)


def test_all_papers_of_the_vote_tell_the_same_count(sample: AppContext) -> None:
    (round_id,) = sample.votes.in_force(year=YEAR)
    for kind in ("bien-ban-kiem-phieu", "bien-ban-hop-xet", "tb-cong-khai-ket-qua"):
        text = to_text(sample.papers.compose(kind, PERIOD, None, DAY).composed.document)
        for result in sample.votes.closed(round_id).results:
            passed = result.outcome is not VoteOutcome.NOT_PASSED
            lines = [line for line in text.splitlines() if f"| {result.nominee.name} |" in line]
            told = any(result.percent in line for line in lines)
            assert told == (passed or kind != "tb-cong-khai-ket-qua"), result.nominee.name


def test_a_dossier_was_decided_and_another_is_still_being_made(sample: AppContext) -> None:
    decided, draft = sample.dossiers.dossiers(YEAR)
    assert (decided.state, draft.state) == (DossierState.DECIDED, DossierState.DRAFT)
    assert len(decided.entries) == 6
    assert all(one.result is EntryResult.GRANTED for one in decided.entries)
    assert [slot.name for slot in sample.dossier_slots.missing(decided)] == []
    numbers = {
        award.data.number
        for one in decided.entries
        for award in sample.records.history(one.subject).awards
        if award.id == one.record_id
    }
    assert numbers == {"305/QĐ-UBND"}
