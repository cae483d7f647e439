"""The stored form keeps everything and says what it cannot read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from made_up import any_documents

from tdkt_desktop.documents.blocks import Row, Table
from tdkt_desktop.documents.codec import FORMAT, from_json, to_json
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import StoreError

EMPTY = OfficialDocument(DocumentKind.PLAN, "KẾ HOẠCH", RichText("Thi đua"))


def uids(document: OfficialDocument) -> list[str]:
    tables = [b for annex in document.annexes for b in annex.blocks if isinstance(b, Table)]
    return [row.uid for table in tables for group in table.groups for row in group.rows]


@settings(max_examples=60)
@given(any_documents())
def test_every_document_comes_back_from_its_stored_form(document: OfficialDocument) -> None:
    back = from_json(to_json(document))
    assert back == document
    assert uids(back) == uids(document)


def test_values_that_are_defaults_are_not_stored() -> None:
    stored = json.loads(to_json(EMPTY))
    assert stored == {"format": 1, "kind": "ke-hoach", "title": "KẾ HOẠCH", "subject": "Thi đua"}


def test_the_uid_of_a_row_is_stored_though_it_takes_no_part_in_comparison() -> None:
    assert Row((), uid="a") == Row((), uid="b")
    table = '{"is":"table","columns":[],"groups":[{"rows":[{"cells":[],"uid":"t7"}]}]}'
    text = to_json(EMPTY)[:-1] + ',"annexes":[{"title":"A","blocks":[' + table + "]}]}"
    assert uids(from_json(text)) == ["t7"]
    assert '"uid":"t7"' in to_json(from_json(text))


def test_a_newer_format_is_refused_politely() -> None:
    newer = to_json(EMPTY).replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}')
    with pytest.raises(StoreError) as told:
        from_json(newer)
    assert "mới hơn" in told.value.message
    assert "cập nhật" in told.value.hint


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"format":"x"}',
        '{"format":1}',
        '{"format":1,"kind":"thơ","title":"","subject":""}',
        '{"format":1,"kind":"ke-hoach","title":"","subject":5}',
        '{"format":1,"kind":"ke-hoach","title":"","subject":"","body":[{"is":"picture"}]}',
        '{"format":1,"kind":"ke-hoach","title":"","subject":"","body":[{"is":"heading"}]}',
        '{"format":1,"kind":"ke-hoach","title":"","subject":"","issued_on":"2026-13-40"}',
        '{"format":1,"kind":"ke-hoach","title":"","subject":"","school_year":"2026-2030"}',
    ],
)
def test_damaged_text_is_told_and_not_a_crash(damaged: str) -> None:
    with pytest.raises(StoreError) as told:
        from_json(damaged)
    assert "bị hỏng" in told.value.message
