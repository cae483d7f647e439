"""The law's data can be read and written as people do, and what is not touched stays exact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.conditions import KINDS
from tdkt_desktop.services.law_field_names import ADDED, FIELD_NAMES, KIND_NAMES, SECTION_NAMES
from tdkt_desktop.services.law_fields import FieldShape, LawFields

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def fields(context: AppContext) -> LawFields:
    return LawFields(context.law_book)


def test_every_shipped_entry_has_named_fields_and_reads_back(
    context: AppContext, fields: LawFields
) -> None:
    for entry in context.law_book.entries():
        shown = fields.of(entry)
        assert {one.name for one in shown} <= set(FIELD_NAMES), entry.key
        assert fields.changes(entry.values, shown, {one.name: one.text for one in shown}) == {}
        for one in shown:
            if one.shape in (FieldShape.SOURCES, FieldShape.CODES, FieldShape.TABLE):
                kept = entry.values.get(one.name) or []
                assert fields.read(one, one.text) == list(kept), (entry.key, one.name)


def test_every_section_and_kind_has_a_name() -> None:
    assert set(KINDS) == set(KIND_NAMES)
    assert set(ADDED) <= set(SECTION_NAMES)


def test_only_what_is_written_otherwise_is_a_change(context: AppContext, fields: LawFields) -> None:
    entry = context.law_book.entry("version:CSTDCS/2024")
    texts = {"bonus.multiplier": "1,2", "effective_to": "30/9/2026", "report_years": "3"}
    found = fields.changes(entry.values, fields.of(entry), texts)
    assert found == {
        "bonus": {**entry.values["bonus"], "multiplier": Decimal("1.2")},
        "effective_to": date(2026, 9, 30),
        "report_years": 3,
    }
    context.law_book.edit(entry.key, found)
    version = context.law_book.book().awards["CSTDCS"].versions[1]
    assert version.effective_to == date(2026, 9, 30)
    assert version.bonus is not None
    assert version.bonus.multiplier == Decimal("1.2")


def test_awards_and_documents_are_written_by_their_names(
    context: AppContext, fields: LawFields
) -> None:
    named = {one.name: one for one in fields.blank("cap")}
    assert fields.read(named["award"], "chiến sĩ thi đua cơ sở") == "CSTDCS"
    assert fields.read(named["share"], "15%") == Decimal("0.15")
    assert fields.read(named["share"], "0,15") == Decimal("0.15")
    said = "Luật 06/2022/QH15: Điều 23\nCông văn số 12 của Phòng"
    assert fields.read(named["sources"], said) == [
        {"document": "LUAT_06_2022", "article": "Điều 23"},
        {"text": "Công văn số 12 của Phòng"},
    ]


@pytest.mark.parametrize(
    ("section", "name", "text"),
    [
        ("cap", "share", "một phần"),
        ("salary", "vnd", "hai triệu"),
        ("salary", "from", "hôm qua"),
        ("form", "spans", "{ awards = "),
    ],
)
def test_what_is_not_understood_is_told_with_the_field(
    fields: LawFields, section: str, name: str, text: str
) -> None:
    field = next(one for one in fields.blank(section) if one.name == name)
    with pytest.raises(InputError) as told:
        fields.read(field, text)
    assert field.label in told.value.message
    assert told.value.hint


def test_a_field_that_an_entry_cannot_do_without_is_asked_for(fields: LawFields) -> None:
    with pytest.raises(InputError) as told:
        fields.changes({}, fields.blank("salary"), {"from": "1/7/2026"})
    assert FIELD_NAMES["vnd"] in told.value.message


def test_a_condition_offers_the_fields_of_its_kind(fields: LawFields) -> None:
    names = [one.name for one in fields.blank("condition", "months_since_hired")]
    assert names == ["text", "months", "any_of", "sources", "verified", "note"]
