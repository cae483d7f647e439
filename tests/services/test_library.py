"""The school's own templates, clauses and legal documents stand over the shipped ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.clause_library import LibraryClause
from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.legal_documents import LegalDocument
from tdkt_desktop.services.clauses import blocks_of
from tdkt_desktop.services.drafting import placeholder_values
from tdkt_desktop.services.period import PlanPeriod

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext


def test_a_plan_becomes_a_template_of_the_school(context: AppContext, plan_id: int) -> None:
    document = context.plans.plan(plan_id).document
    base = context.templates.template("th-nam-hoc").meta
    key = context.templates.save_as_template(document, "Mẫu của trường Hoa Phượng", base)
    assert key == "mau-cua-truong-hoa-phuong"
    entry = next(one for one in context.templates.entries() if one.meta.key == key)
    assert entry.own
    again = context.drafting.draft(key, 2027)
    assert again.document.body == document.body
    assert again.document.issued_on is None


def test_a_template_goes_out_and_comes_in_as_a_file(context: AppContext, tmp_path: Path) -> None:
    target = tmp_path / "mẫu gửi trường bạn.tdkt.md"
    context.templates.export("phong-trao", target)
    shipped = context.templates.template("phong-trao")
    target.write_text(target.read_text("utf-8").replace("phong-trao", "phong-trao-moi"), "utf-8")
    assert context.templates.take_in(target) == "phong-trao-moi"
    assert context.templates.template("phong-trao-moi").document == shipped.document


def test_a_file_that_is_no_template_is_refused_with_its_line(
    empty: AppContext, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.tdkt.md"
    bad.write_text("+++\nkey = \n+++\n", "utf-8")
    with pytest.raises(InputError, match=r"hỏng\.tdkt\.md"):
        empty.templates.take_in(bad)
    bad.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(InputError):
        empty.templates.take_in(bad)
    with pytest.raises(InputError):
        empty.templates.take_in(tmp_path / "không có")


def test_an_edited_shipped_template_can_go_back(context: AppContext) -> None:
    shipped = context.templates.template("th-nam-hoc")
    edited = replace(shipped, meta=replace(shipped.meta, name="Tên khác"))
    context.templates.save(edited)
    assert context.templates.template("th-nam-hoc").meta.name == "Tên khác"
    context.templates.restore_shipped("th-nam-hoc")
    assert context.templates.template("th-nam-hoc") == shipped


def test_a_hidden_template_is_off_the_list_and_comes_back(empty: AppContext) -> None:
    empty.templates.hide("mn-nam-hoc")
    assert "mn-nam-hoc" not in [one.meta.key for one in empty.templates.entries()]
    empty.templates.hide("mn-nam-hoc", hidden=False)
    assert "mn-nam-hoc" in [one.meta.key for one in empty.templates.entries()]


def test_clauses_are_found_without_diacritics_and_by_level(empty: AppContext) -> None:
    found = empty.clauses.find("khen thuong", level="MN")
    assert found
    assert all(one.clause.suits("MN") for one in found)
    assert empty.clauses.find("chữ này không có ở đâu") == ()


def test_a_clause_of_the_school_is_kept_edited_and_removed(context: AppContext) -> None:
    own = LibraryClause("truong.mot", "Việc riêng", ("all",), "- {{ten_truong}} có rau thuỷ canh")
    context.clauses.save(own)
    entry = context.clauses.find("thuy canh")[0]
    assert entry.own
    values = placeholder_values(context.school.profile(), PlanPeriod(2026))
    assert "Trường Tiểu học Hoa Phượng" in str(blocks_of(entry.clause, values))
    context.clauses.restore_shipped("truong.mot")
    assert context.clauses.find("thuy canh") == ()


def test_an_empty_clause_is_refused(empty: AppContext) -> None:
    with pytest.raises(InputError):
        empty.clauses.save(LibraryClause("a", "Đề mục", ("all",), "   "))


def test_the_school_says_more_of_a_law_and_updates_reach_the_rest(empty: AppContext) -> None:
    shipped = next(one for one in empty.legal.entries() if one.document.id == "ND_152_2025")
    empty.legal.save(replace(shipped.document, effective_to=date(2026, 12, 31)), "Theo Sở báo")
    entry = next(one for one in empty.legal.entries() if one.document.id == "ND_152_2025")
    assert entry.edited
    assert entry.school_note == "Theo Sở báo"
    assert entry.document == replace(shipped.document, effective_to=date(2026, 12, 31))
    empty.legal.restore_shipped("ND_152_2025")
    entry = next(one for one in empty.legal.entries() if one.document.id == "ND_152_2025")
    assert entry.document == shipped.document


def test_a_document_of_the_school_can_be_a_ground(empty: AppContext) -> None:
    plan = LegalDocument(
        id="KH_PHUONG",
        kind="Kế hoạch",
        number="12/KH-UBND",
        issuer="Uỷ ban nhân dân phường An Thịnh",
        issued=date(2026, 9, 1),
        subject="về phong trào thi đua năm học 2026 - 2027",
    )
    empty.legal.save(plan)
    ground = empty.legal.ground("KH_PHUONG") or ""
    assert ground.startswith("Căn cứ Kế hoạch số 12/KH-UBND ngày 01 tháng 9 năm 2026")
    assert [one.document.id for one in empty.legal.find("12/kh-ubnd")] == ["KH_PHUONG"]


def test_a_nameless_document_is_refused(empty: AppContext) -> None:
    with pytest.raises(InputError):
        empty.legal.save(LegalDocument(id="X", kind=""))


def test_an_expired_ground_is_told_with_what_took_its_place(empty: AppContext) -> None:
    ground = empty.legal.ground("ND_98_2023") or ""
    (sentence,) = empty.legal.doubts([ground], date(2026, 9, 1))
    assert "hết hiệu lực" in sentence
    assert "152/2025" in sentence
