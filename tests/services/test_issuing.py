"""Plans are numbered, locked, kept and revised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import InputError, UserError
from tdkt_desktop.models.plan import PlanStatus
from tdkt_desktop.services.school_profile import Issuer

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

DAY = date(2026, 9, 5)


def test_an_issued_plan_has_number_date_and_a_kept_file(context: AppContext, plan_id: int) -> None:
    line = context.issuing.issue(plan_id, DAY)
    view = context.plans.plan(plan_id)
    assert (line.number, line.year, line.plan_id) == ("01", 2026, plan_id)
    assert view.summary.status is PlanStatus.ISSUED
    assert view.document.number.value == "01"
    assert view.document.issued_on == DAY
    with context.issuing.kept_path(line).open("rb") as stream:
        words = "\n".join(
            cell.text for row in docx.Document(stream).tables[0].rows for cell in row.cells
        )
    assert "Số: 01/KH-THHP" in words
    assert "ngày 05 tháng 9 năm 2026" in words


def test_numbers_go_on_within_a_calendar_year_and_start_anew(context: AppContext) -> None:
    given = []
    for day in (date(2026, 9, 5), date(2026, 12, 31), date(2027, 1, 1)):
        draft = context.drafting.draft("th-nam-hoc", 2026)
        plan = context.plans.add_draft(draft.document, draft.period)
        given.append(context.issuing.issue(plan, day).number)
    assert given == ["01", "02", "01"]


def test_the_council_has_a_register_of_its_own(context: AppContext, plan_id: int) -> None:
    context.issuing.issue(plan_id, DAY)
    context.school.save(replace(context.school.profile(), issuer=Issuer.COUNCIL))
    draft = context.drafting.draft("th-nam-hoc", 2026)
    council_plan = context.plans.add_draft(draft.document, draft.period)
    line = context.issuing.issue(council_plan, DAY)
    assert line.number == "01"
    assert line.issuing_body.startswith("Hội đồng Thi đua - Khen thưởng")


def test_a_number_that_is_taken_is_refused_with_the_next_one(
    context: AppContext, plan_id: int
) -> None:
    context.issuing.issue(plan_id, DAY, number=7)
    other = context.plans.duplicate(plan_id)
    with pytest.raises(InputError) as caught:
        context.issuing.issue(other, DAY, number=7)
    assert "08" in caught.value.hint
    assert context.plans.plan(other).summary.status is PlanStatus.DRAFT


def test_a_plan_goes_to_its_signature_and_back(context: AppContext, plan_id: int) -> None:
    context.issuing.submit(plan_id)
    assert context.plans.plan(plan_id).summary.status is PlanStatus.WAITING
    context.issuing.take_back(plan_id)
    assert context.plans.plan(plan_id).summary.status is PlanStatus.DRAFT
    with pytest.raises(InputError):
        context.issuing.take_back(plan_id)


def test_a_plan_is_issued_once(context: AppContext, plan_id: int) -> None:
    context.issuing.issue(plan_id, DAY)
    with pytest.raises(InputError, match="Đã ban hành"):
        context.issuing.issue(plan_id, DAY)
    assert len(context.issuing.register(2026)) == 1


def test_a_revision_replaces_the_plan_only_when_it_is_issued(
    context: AppContext, plan_id: int
) -> None:
    context.issuing.issue(plan_id, DAY)
    revision = context.issuing.revise(plan_id, "Đổi thời gian tổ chức hội thi")
    assert context.plans.plan(plan_id).summary.status is PlanStatus.ISSUED
    document = context.plans.plan(revision).document
    changed = replace(document, preamble=(RichText("Lời mở đầu mới"), *document.preamble[1:]))
    context.plans.save_document(revision, changed)
    context.issuing.issue(revision, date(2026, 10, 1))
    assert context.plans.plan(plan_id).summary.status is PlanStatus.REVISED
    first, second = context.issuing.versions(revision)
    assert (first.version, first.number, second.version, second.number) == (1, "01", 2, "02")
    assert second.reason == "Đổi thời gian tổ chức hội thi"
    assert any("Lời mở đầu mới" in sentence for sentence in second.changes)
    assert context.issuing.version_document(revision, 1).issued_on == DAY


def test_a_revision_needs_a_reason_and_an_issued_plan(context: AppContext, plan_id: int) -> None:
    with pytest.raises(InputError):
        context.issuing.revise(plan_id, "lý do")
    context.issuing.issue(plan_id, DAY)
    with pytest.raises(InputError):
        context.issuing.revise(plan_id, "  ")


def test_undo_does_not_take_an_issue_back(context: AppContext, plan_id: int) -> None:
    context.issuing.issue(plan_id, DAY)
    if context.history.undo_label:
        with pytest.raises(UserError):
            context.history.undo()
    assert context.plans.plan(plan_id).summary.status is PlanStatus.ISSUED
    assert len(context.issuing.register()) == 1
