"""A dossier says which papers it must hold, and what is there of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.dossier_views import SlotState
from tdkt_desktop.services.record_views import Author, InitiativeData
from tests.support.dossier_year import MADE_ON, add_dossier_year
from tests.support.vote_year import YEAR

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.dossier_slot_finding import SlotView
    from tests.support.dossier_year import DossierYear


@pytest.fixture
def year(context: AppContext) -> DossierYear:
    return add_dossier_year(context)


def slots(context: AppContext, year: DossierYear) -> tuple[SlotView, ...]:
    return context.dossier_slots.slots(context.dossiers.dossier(year.dossier))


def slot(context: AppContext, year: DossierYear, key: str) -> SlotView:
    return next(one for one in slots(context, year) if one.key == key)


def test_the_law_says_which_papers_each_nominee_needs(
    context: AppContext, year: DossierYear
) -> None:
    found = [(one.key, one.entry.who if one.entry else "") for one in slots(context, year)]
    assert found == [
        ("F_TOTRINH", ""), ("F_DANHSACH", ""), ("F_BB_HOP", ""), ("F_BB_KIEMPHIEU", ""),
        ("F_BC_CANHAN", "Lý Thu An"), ("F_QD_SANGKIEN", "Lý Thu An"), ("F_BC_TAPTHE", "Tổ 1"),
    ]  # fmt: skip
    assert all(one.missing for one in slots(context, year))


def test_writing_all_leaves_only_what_comes_from_elsewhere(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    assert context.dossier_slots.write_all(view, MADE_ON) == 6
    missing = context.dossier_slots.missing(view)
    assert [one.key for one in missing] == ["F_QD_SANGKIEN"]
    assert slot(context, year, "F_TOTRINH").state is SlotState.READY
    context.history.undo()
    assert len(context.dossier_slots.missing(view)) == 7


def test_a_paper_is_written_once_and_opened_afterwards(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    first = context.dossier_slots.write(view, slot(context, year, "F_BC_CANHAN"), MADE_ON)
    again = context.dossier_slots.write(view, slot(context, year, "F_BC_CANHAN"), MADE_ON)
    assert first == again
    assert "Lý Thu An" in context.papers.paper(first).document.signature.name


def test_an_attached_file_fills_a_paper_until_it_is_taken_out(
    context: AppContext, year: DossierYear, tmp_path: Path
) -> None:
    scan = tmp_path / "Quyết định sáng kiến.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    wanted = slot(context, year, "F_QD_SANGKIEN")
    context.dossier_slots.attach(year.dossier, [wanted.slot_key], scan)
    found = slot(context, year, "F_QD_SANGKIEN")
    assert (found.state, found.file_name) == (SlotState.ATTACHED, scan.name)
    assert context.dossier_slots.file_of(found).read_bytes() == b"%PDF-1.4 scan"
    context.dossier_slots.detach(year.dossier, [wanted.slot_key])
    assert slot(context, year, "F_QD_SANGKIEN").missing


def test_a_paper_that_is_not_needed_keeps_the_reason(
    context: AppContext, year: DossierYear
) -> None:
    wanted = slot(context, year, "F_QD_SANGKIEN")
    context.dossier_slots.waive(year.dossier, [wanted.slot_key], note="Xét theo đề tài")
    found = slot(context, year, "F_QD_SANGKIEN")
    assert (found.state, found.note) == (SlotState.NOT_NEEDED, "Xét theo đề tài")
    context.dossier_slots.waive(year.dossier, [wanted.slot_key], waived=False)
    assert slot(context, year, "F_QD_SANGKIEN").missing


def test_what_is_missing_is_named_before_a_dossier_is_called_complete(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    with pytest.raises(InputError, match="còn thiếu 7 giấy tờ: Tờ trình"):
        context.dossier_slots.require_complete(view)


def test_what_is_said_of_several_papers_is_one_step_back(
    context: AppContext, year: DossierYear
) -> None:
    keys = [one.slot_key for one in slots(context, year)]
    context.dossier_slots.waive(year.dossier, keys, note="Nộp bản giấy")
    assert {one.state for one in slots(context, year)} == {SlotState.NOT_NEEDED}
    context.history.undo()
    assert all(one.missing for one in slots(context, year))


def test_the_decision_on_an_initiative_fills_its_paper(
    context: AppContext, year: DossierYear
) -> None:
    initiative = InitiativeData(
        title="Góc đọc mở",
        year=YEAR,
        recognised="CO_SO",
        number="12/QĐ-THHP",
        authors=(Author(person_id=year.vote.people["Lý Thu An"]),),
    )
    context.records.add_initiative(initiative)
    found = slot(context, year, "F_QD_SANGKIEN")
    assert (found.state, found.found) == (SlotState.READY, "Quyết định số 12/QĐ-THHP")
