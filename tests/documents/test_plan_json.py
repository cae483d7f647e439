"""The JSON value of a plan holds everything, under the agreed keys."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from made_up import documents

from tdkt_desktop.documents.blocks import (
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowMarker,
    Table,
)
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.plan_json import plan_json
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.vietnamese.school_year import SchoolYear


def rich(*texts: str) -> tuple[RichText, ...]:
    return tuple(RichText.from_markup(text) for text in texts)


TABLE = Table(
    (
        Column("TT", ColumnRole.NUMBER),
        Column("Việc", ColumnRole.CONTENT),
        Column("Chủ trì", ColumnRole.LEAD, "Phân công"),
        Column("Hạn", ColumnRole.DUE),
    ),
    (
        RowGroup(
            (
                Row(rich("Họp **xét**", "Tổ 1", "Tháng 02/2022")),
                Row(rich("Nhỏ", "", ""), RowMarker.DASH),
            ),
            RichText("Quý I"),
        ),
        RowGroup((Row(rich("Khác", "", "Thường xuyên")),), RichText("Khác"), False),
    ),
)
PLAN = OfficialDocument(
    DocumentKind.PLAN,
    "KẾ HOẠCH",
    RichText("Công tác thi đua năm 2022"),
    Letterhead((), ("TRƯỜNG MẦM NON", "SAO KHUÊ")),
    DocumentNumber("01", "KH-MNSK"),
    "Bến Hạc",
    date(2022, 2, 15),
    grounds=rich("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
    preamble=rich("Thực hiện Kế hoạch số 2/KH-UBND ngày 30/01/2022 của UBND phường về thi đua."),
    body=(
        Paragraph(RichText("Dẫn")),
        Heading(Level.ROMAN, RichText("MỤC ĐÍCH")),
        Heading(Level.ARABIC, RichText("Mục đích")),
        Clause(Level.DASH, *rich("Nêu *gương*")),
        TABLE,
    ),
    closing=rich("Trên đây là Kế hoạch"),
    signature=Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG", "Lò Văn Pản"),
    recipients=("Các tổ", "Lưu: VT"),
    annexes=(
        Annex(RichText("TIẾN ĐỘ"), (Paragraph(RichText("Ghi chú")), TABLE, TABLE)),
        Annex(RichText("CHỈ CÓ CHỮ"), (Paragraph(RichText("Hết")),)),
    ),
)
VALUE = plan_json(PLAN, plan_id=3, status="draft", year=2022, warnings=["Một lời"])


def test_the_keys_stand_in_the_agreed_order() -> None:
    assert list(VALUE) == [
        "id", "title", "subject", "year", "school_year", "status", "number", "symbol", "place",
        "issued_on", "parent_body", "issuing_body", "preamble", "legal_bases", "sections",
        "closing", "appendices", "recipients", "signature", "renumbered", "warnings",
    ]  # fmt: skip


def test_the_frame_is_plain_values() -> None:
    assert VALUE["id"] == 3
    assert (VALUE["year"], VALUE["school_year"], VALUE["status"]) == (2022, None, "draft")
    assert (VALUE["number"], VALUE["symbol"], VALUE["issued_on"]) == ("01", "KH-MNSK", "2022-02-15")
    assert (VALUE["parent_body"], VALUE["issuing_body"]) == (None, "TRƯỜNG MẦM NON SAO KHUÊ")
    assert VALUE["signature"] == {
        "authority": "TM. HỘI ĐỒNG",
        "title": "CHỦ TỊCH",
        "office": "HIỆU TRƯỞNG",
        "name": "Lò Văn Pản",
    }
    assert (VALUE["renumbered"], VALUE["warnings"]) == ([], ["Một lời"])


def test_what_is_not_filled_in_is_null() -> None:
    bare = OfficialDocument(
        DocumentKind.PLAN, "KẾ HOẠCH", RichText("A"), year=2026, school_year=SchoolYear(2026)
    )
    value = plan_json(bare, plan_id=None, status="draft")
    assert (value["year"], value["school_year"]) == (2026, "2026-2027")
    for key in ("id", "number", "symbol", "place", "issued_on", "parent_body", "issuing_body"):
        assert value[key] is None
    assert set(value["signature"].values()) == {None}


def test_grounds_come_first_in_the_preamble_and_their_references_are_listed() -> None:
    assert VALUE["preamble"] == [text.plain for text in (*PLAN.grounds, *PLAN.preamble)]
    assert VALUE["legal_bases"] == [
        {
            "kind": "Luật",
            "number": None,
            "issued_on": "2022-06-15",
            "issuer": None,
            "subject": "Thi đua, khen thưởng",
        },
        {
            "kind": "Kế hoạch",
            "number": "2/KH-UBND",
            "issued_on": "2022-01-30",
            "issuer": "UBND phường",
            "subject": "về thi đua",
        },
    ]


def test_sections_nest_with_titles_for_headings_and_texts_for_clauses() -> None:
    opening, section = VALUE["sections"]
    assert opening == {"level": 7, "number": None, "title": None, "text": "Dẫn", "children": []}
    assert (section["level"], section["number"], section["title"]) == (1, "I", "MỤC ĐÍCH")
    assert section["text"] is None
    (below,) = section["children"]
    dash, table = below["children"]
    assert dash == {"level": 5, "number": "-", "title": None, "text": "Nêu *gương*", "children": []}
    assert table["level"] == 9
    assert table["table"]["columns"] == ["TT", "Việc", "Phân công - Chủ trì", "Hạn"]


def test_an_annex_shows_its_table_and_keeps_all_else_as_children() -> None:
    first, second = VALUE["appendices"]
    assert (first["number"], first["title"]) == ("1", "TIẾN ĐỘ")
    assert first["columns"] == ["TT", "Việc", "Phân công - Chủ trì", "Hạn"]
    quarter, other = first["groups"]
    assert (quarter["number"], quarter["title"]) == ("I", "Quý I")
    assert (other["number"], other["title"]) == (None, "Khác")
    assert quarter["rows"] == [
        {
            "number": "1",
            "cells": ["Họp **xét**", "Tổ 1", "Tháng 02/2022"],
            "due": {"text": "Tháng 02/2022", "from": "2022-02-01", "to": "2022-02-28"},
        },
        {"number": "-", "cells": ["Nhỏ", "", ""], "due": None},
    ]
    assert [child["level"] for child in first["children"]] == [7, 9]
    assert (second["number"], second["columns"], second["groups"]) == ("2", [], [])
    assert second["children"][0]["text"] == "Hết"


def strings(value: Any) -> list[str]:
    """Return every string in a JSON value."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) else []


@settings(max_examples=25)
@given(documents())
def test_every_text_of_a_document_stands_in_its_value(document: OfficialDocument) -> None:
    value = plan_json(replace(document, co_signature=None), plan_id=1, status="draft")
    assert json.loads(json.dumps(value)) == value
    all_of_it = "\n".join(strings(value)).replace("*", "")
    skipped = ("letterhead", "number", "issued_on", "signature/authority")
    for node in nodes(document):
        if not node.place.path.startswith(skipped):
            assert node.text.plain in all_of_it
