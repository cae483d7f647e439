"""Placeholders are filled, and what cannot be filled is shown and reported."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from made_up import any_documents

from tdkt_desktop.documents.blocks import Clause, Column, Level, Row, RowGroup, Table
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    Letterhead,
    OfficialDocument,
    Signature,
)
from tdkt_desktop.documents.mapping import map_texts
from tdkt_desktop.documents.placeholders import (
    Placeholder,
    fill,
    fill_text,
    find_placeholders,
    placeholder_dictionary,
    placeholder_label,
    placeholders_of,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import nodes


def markup(text: str) -> RichText:
    return RichText.from_markup(text)


PLAN = OfficialDocument(
    DocumentKind.PLAN,
    "KẾ HOẠCH {{nam}}",
    markup("Năm học {{nam_hoc}}"),
    Letterhead(("{{cap_tren}}",)),
    body=(Clause(Level.DASH, markup("{{la}} và {{ten_truong}}, lại {{la}}")),),
    signature=Signature(name="{{hieu_truong}}"),
    recipients=("{{ten_truong}}",),
    annexes=(
        Annex(
            markup("Phụ lục {{nam}}"),
            (
                Table(
                    (Column("Việc {{nam}}", over="{{nam}}"),),
                    (RowGroup((Row((markup("{{nam}}"),)),), markup("Quý {{nam}}")),),
                ),
            ),
        ),
    ),
)


def test_placeholders_are_found_with_their_places_and_parameters() -> None:
    assert find_placeholders("a {{nam}} { ky_niem } {{ ky_niem : quoc-khanh }}") == (
        Placeholder("nam", 2, 9),
        Placeholder("ky_niem:quoc-khanh", 22, 48),
    )


def test_values_stand_in_every_text_of_the_document() -> None:
    names = ("nam", "nam_hoc", "cap_tren", "la", "ten_truong", "hieu_truong")
    filled, missing = fill(PLAN, {name: f"={name}=" for name in names})
    assert missing == ()
    texts = [node.text.plain for node in nodes(filled)]
    assert not any("{{" in text for text in texts)
    assert {"KẾ HOẠCH =nam=", "Phụ lục =nam=", "Việc =nam=", "Quý =nam=", "=hieu_truong="} < {
        *texts
    }


def test_what_has_no_value_shows_its_label_and_is_reported_once_with_its_place() -> None:
    filled, missing = fill(PLAN, {"nam": "2026", "nam_hoc": " ", "cap_tren": "UBND phường"})
    assert [(m.name, m.label, m.place.label) for m in missing] == [
        ("nam_hoc", "Năm học", "Trích yếu"),
        ("la", "la", "Nội dung, gạch đầu dòng thứ 1"),
        ("ten_truong", "Tên trường", "Nội dung, gạch đầu dòng thứ 1"),
        ("hieu_truong", "Họ tên hiệu trưởng", "Chữ ký, họ tên người ký"),
    ]
    assert filled.subject.plain == "Năm học «Năm học»"
    assert filled.recipients == ("«Tên trường»",)


def test_a_value_keeps_the_marks_around_it() -> None:
    text = markup("của **{{ten_truong}} ta** và *{{nam}}*{{nam}}")
    filled = fill_text(text, {"ten_truong": "Trường Đồi * Thông", "nam": "2026"})
    assert filled == markup("của **Trường Đồi \\* Thông ta** và *2026*2026")


def test_labels_say_the_parameter_and_show_misspelt_names_as_they_are() -> None:
    assert placeholder_label("ky_niem:quoc-khanh") == "Số năm kỷ niệm: quoc-khanh"
    assert placeholder_label("ky_niem") == "ky_niem"
    assert placeholder_label("nam:quoc-khanh") == "nam:quoc-khanh"
    assert placeholder_label("") == "chỗ điền"


def test_names_come_in_reading_order_each_once() -> None:
    assert placeholders_of(replace(PLAN, annexes=())) == (
        "cap_tren", "nam", "nam_hoc", "la", "ten_truong", "hieu_truong",
    )  # fmt: skip


def test_the_dictionary_explains_every_name_in_full() -> None:
    entries = placeholder_dictionary()
    assert {"ten_truong", "nam_hoc", "nam_dau", "ky_niem", "ngay", "hoi_dong"} <= set(entries)
    for entry in entries.values():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", entry.name)
        assert entry.label
        assert entry.explanation.endswith(".")
        assert entry.example


@settings(max_examples=25)
@given(any_documents())
def test_changing_no_text_changes_nothing(document: OfficialDocument) -> None:
    assert map_texts(document, lambda text: text) == document


@settings(max_examples=25)
@given(any_documents())
def test_no_placeholder_is_left_after_filling(document: OfficialDocument) -> None:
    filled, missing = fill(document, {})
    assert placeholders_of(filled) == ()
    assert tuple(found.name for found in missing) == placeholders_of(document)
