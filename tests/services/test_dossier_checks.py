"""Before a dossier leaves, its papers are held against each other and against the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Paragraph
from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.dossier_checks import Severity
from tests.support.dossier_year import MADE_ON, SENT_ON, add_dossier_year

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.dossier_checks import DossierFinding
    from tests.support.dossier_year import DossierYear

TODAY = date(2026, 6, 1)


@pytest.fixture
def year(context: AppContext) -> DossierYear:
    made = add_dossier_year(context)
    context.dossier_slots.write_all(context.dossiers.dossier(made.dossier), MADE_ON)
    return made


def findings(
    context: AppContext, year: DossierYear, today: date = TODAY
) -> tuple[DossierFinding, ...]:
    return context.dossier_checks.check(context.dossiers.dossier(year.dossier), today)


def paper(context: AppContext, year: DossierYear, key: str) -> int:
    slots = context.dossier_slots.slots(context.dossiers.dossier(year.dossier))
    return next(one for one in slots if one.key == key).paper_ids[0]


def reword(context: AppContext, paper_id: int, old: str, new: str) -> None:
    document = from_json(to_json(context.papers.paper(paper_id).document).replace(old, new))
    context.papers.save_document(paper_id, document)


def errors(found: tuple[DossierFinding, ...], where: str) -> list[str]:
    return [one.message for one in found if one.severity is Severity.ERROR and where in one.where]


def test_papers_fresh_from_the_data_agree(context: AppContext, year: DossierYear) -> None:
    found = findings(context, year)
    assert errors(found, "Tờ trình") == errors(found, "Danh sách") == []
    assert errors(found, "Biên bản kiểm phiếu") == []
    assert errors(found, "sáng kiến") == ["Còn thiếu trước 10/6/2026."]


def test_another_count_in_the_submission_is_found_with_its_place(
    context: AppContext, year: DossierYear
) -> None:
    own = paper(context, year, "F_TOTRINH")
    reword(context, own, "03 trường hợp", "04 trường hợp")
    (found,) = (one for one in findings(context, year) if "Ghi 4" in one.message)
    assert (found.paper_id, found.severity) == (own, Severity.ERROR)
    assert found.message.startswith("Ghi 4 – 1 – 1, hồ sơ có 3 – 1 – 1")


def test_another_name_in_a_report_is_found(context: AppContext, year: DossierYear) -> None:
    own = paper(context, year, "F_BC_CANHAN")
    reword(context, own, "Lý Thu An", "Lý Thu Ân")
    assert "Không thấy tên “Lý Thu An”." in errors(findings(context, year), "Báo cáo")


def test_a_per_cent_that_does_not_follow_from_its_count_is_found(
    context: AppContext, year: DossierYear
) -> None:
    reword(context, paper(context, year, "F_DANHSACH"), "77,78", "87,78")
    assert any("7/9 là 77,78%" in one for one in errors(findings(context, year), "Danh sách"))


def test_a_paper_dated_after_the_dossier_left_is_found(
    context: AppContext, year: DossierYear
) -> None:
    context.papers.issue(paper(context, year, "F_TOTRINH"), date(2026, 6, 9))
    context.dossiers.mark_complete(year.dossier, MADE_ON)
    context.dossiers.send(year.dossier, SENT_ON, "UBND phường")
    assert any("sau ngày gửi" in one for one in errors(findings(context, year), "Tờ trình"))


def test_another_signer_or_addressee_of_the_submission_is_found(
    context: AppContext, year: DossierYear
) -> None:
    own = paper(context, year, "F_TOTRINH")
    document = context.papers.paper(own).document
    signer = replace(document.signature, title="KẾ TOÁN")
    context.papers.save_document(
        own, replace(document, signature=signer, addressees=("Sở Nội vụ",))
    )
    found = " ".join(errors(findings(context, year), "Tờ trình"))
    assert "không phải người đứng đầu trường (KẾ TOÁN)" in found
    assert "Kính gửi không phải" in found


def test_a_place_left_open_is_told_by_the_proof_reader(
    context: AppContext, year: DossierYear
) -> None:
    own = paper(context, year, "F_TOTRINH")
    document = context.papers.paper(own).document
    body = (*document.body, Paragraph(RichText("Từ ngày 31/02/2026 đến nay.")))
    context.papers.save_document(own, replace(document, body=body))
    found = [one for one in findings(context, year) if one.paper_id == own]
    assert any(one.severity is Severity.ERROR for one in found), found


def test_a_nominee_whom_the_records_do_not_carry_is_named(
    context: AppContext, year: DossierYear
) -> None:
    found = [one for one in findings(context, year) if one.where.startswith("Lý Thu An")]
    assert {one.severity for one in found} == {Severity.WARNING}
    assert "Chưa rõ, cần người xem" in found[0].message


def test_a_dossier_late_for_its_deadline_says_so(context: AppContext, year: DossierYear) -> None:
    found = findings(context, year, date(2026, 6, 15))
    assert any(one.message == "Đã quá hạn 5 ngày." for one in found)
