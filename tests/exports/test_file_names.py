"""Names of exported files are ASCII, ordered, short enough and safe on every system."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.document import DocumentKind, DocumentNumber, OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.file_names import (
    MAX_LENGTH,
    file_name,
    file_stem,
    free_path,
    safe_stem,
)

if TYPE_CHECKING:
    from pathlib import Path

PLAN = OfficialDocument(
    DocumentKind.PLAN,
    "KẾ HOẠCH",
    RichText("Tổ chức phong trào thi đua"),
    number=DocumentNumber("15", "KH-HĐTĐKT"),
    issued_on=date(2026, 11, 21),
)


def test_a_name_tells_kind_number_issuer_day_and_subject() -> None:
    expected = "KH_15_HDTDKT_2026-11-21_to-chuc-phong-trao-thi-dua.docx"
    assert file_name(PLAN, "docx") == expected


def test_a_draft_says_so_and_carries_its_year() -> None:
    draft = replace(PLAN, number=DocumentNumber("", "KH-THĐT"), issued_on=None, year=2026)
    assert file_stem(draft) == "KH_du-thao_THDT_2026_to-chuc-phong-trao-thi-dua"


@given(
    subject=st.text(max_size=300),
    number=st.text(max_size=40),
    symbol=st.text(max_size=60),
    kind=st.sampled_from(DocumentKind),
)
def test_any_document_has_a_name_that_every_system_takes(
    subject: str, number: str, symbol: str, kind: DocumentKind
) -> None:
    document = replace(
        PLAN, kind=kind, subject=RichText(subject), number=DocumentNumber(number, symbol)
    )
    name = file_name(document, "docx")
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*\.docx", name)
    assert len(name) <= MAX_LENGTH


@given(st.text(max_size=300))
def test_any_text_gives_a_safe_name(text: str) -> None:
    stem = safe_stem(text)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", stem)
    assert len(stem) <= MAX_LENGTH


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT9", "aux"])
def test_names_that_windows_keeps_for_itself_are_avoided(name: str) -> None:
    assert safe_stem(name).casefold() != name.casefold()


def test_a_free_name_counts_on_from_the_last_one(tmp_path: Path) -> None:
    first = tmp_path / "a.docx"
    assert free_path(first) == first
    first.touch()
    assert free_path(first).name == "a_v2.docx"
    (tmp_path / "a_v2.docx").touch()
    assert free_path(first).name == "a_v3.docx"
    assert free_path(tmp_path / "a_v2.docx").name == "a_v3.docx"
