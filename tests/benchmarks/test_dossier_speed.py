"""How long a dossier of forty nominees takes: all its papers as .docx and .pdf, and the .zip.

Figures: `pytest tests/benchmarks/test_dossier_speed.py --benchmark-enable`.
"""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL
from tdkt_desktop.services.dossier_views import DossierForm
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import AwardData, AwardKind, Subject
from tdkt_desktop.services.vote_views import Ballots
from tests.support.dossier_year import MADE_ON, RECEIVER
from tests.support.vote_year import YEAR, add_vote_year

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from tdkt_desktop.services.dossier_views import DossierView

NOMINEES = 40
SECONDS = 20.0
BUSY = 3
"""A shared machine may be busy; the figure of the benchmark is the one that counts."""


def forty_nominees(context: AppContext) -> DossierView:
    """Store forty people with awards of earlier years who passed, and a dossier of them."""
    context.school.save(SAMPLE_SCHOOL)
    year = add_vote_year(context)
    with context.store.transaction("Bốn mươi người"):
        chosen = [_nominee(context, year.groups["Tổ 1"], number) for number in range(NOMINEES)]
    round_id = context.votes.open_round(year.meeting, chosen)
    context.votes.enter(round_id, Ballots(8, 8, 8, 0), dict.fromkeys(chosen, (8, 0, 0)))
    context.votes.close(round_id)
    form = DossierForm(name="Hồ sơ bốn mươi người", receiver=RECEIVER)
    passed = context.dossiers.proposable(YEAR)
    return context.dossiers.dossier(context.dossiers.make(YEAR, form, passed, MADE_ON))


def _nominee(context: AppContext, group: int, number: int) -> int:
    data = PersonData(
        f"Nguyễn Hoàng Phương Thảo {number:02d}",
        birth_date=date(1985, 1, 1 + number % 28),
        position="Giáo viên",
        group_id=group,
        hired_on=date(2015, 9, 1),
    )
    subject = Subject.of_person(context.people.add(data))
    for start in range(2016, 2025):
        award = AwardData(
            kind=AwardKind.TITLE,
            name="Lao động tiên tiến",
            code="LDTT",
            year=f"{start}-{start + 1}",
            number=f"{start % 100}/QĐ-UBND",
            decided_on=date(start + 1, 6, 12),
            body=RECEIVER,
        )
        context.records.add_award(subject, award)
    return context.nominations.add(subject, "CSTDCS", YEAR)


def exported(context: AppContext, view: DossierView, target: Path) -> int:
    made = context.dossier_files.export(view, target, MADE_ON, lambda _done, _total: None)
    return made.files


def test_a_dossier_of_forty_is_written_in_twenty_seconds(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    with AppContext.open(tmp_path / "kho") as context:
        view = forty_nominees(context)
        before = perf_counter()
        files = benchmark.pedantic(exported, (context, view, tmp_path), rounds=1, iterations=1)
        took = perf_counter() - before
    assert files == 2 * (NOMINEES + 6 + 1)
    assert took < BUSY * SECONDS
