"""Single habits of people and programs: labels kept apart, two columns, marks, edits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outlines import outline

from tdkt_desktop.documents.document import OfficialDocument, Signature
from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reading import (
    Flag,
    Reading,
    Recognition,
    join_items,
    split_item,
    with_role,
)
from tdkt_desktop.imports.recogniser import recognise
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceItem,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)

PLACE = SourcePlace(None, 1)


def line(text: str, label: str = "", **look: bool) -> SourceLine:
    return SourceLine(RichText(text), PLACE, label=label, **look)  # type: ignore[arg-type]


def source(*items: SourceItem | str) -> SourceDocument:
    made = (line(item) if isinstance(item, str) else item for item in items)
    return SourceDocument("x.docx", SourceKind.DOCX, tuple(made))


def reading_of(*items: SourceItem | str) -> Reading:
    return recognise(source("KẾ HOẠCH", "Thi đua năm 2026", *items))


def document_of(*items: SourceItem | str) -> OfficialDocument:
    return build(reading_of(*items)).document


def test_numbers_that_word_counts_by_itself_are_levels_and_stay_out_of_the_text() -> None:
    document = document_of(
        line("MỤC ĐÍCH", "I."), line("Mục đích chung", "1."), line("Vui", "-"),
        line("Khoẻ", "\uf0b7"), line("Mục đích riêng", "2."), line("Đúng hạn.", "a)"),
        line("NỘI DUNG", "II."),
    )  # fmt: skip

    assert outline(document.body) == [
        "# I. MỤC ĐÍCH", "# 1. Mục đích chung", "- Vui", "+ Khoẻ", "# 2. Mục đích riêng",
        "a) Đúng hạn.", "# II. NỘI DUNG",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("I. MỤC ĐÍCH", Role.HEADING_ROMAN), ("I/ MỤC ĐÍCH", Role.HEADING_ROMAN),
        ("i. Mục đích", Role.HEADING_ROMAN), ("I- Mục đích", Role.HEADING_ROMAN),
        ("I MỤC ĐÍCH", Role.HEADING_ROMAN), ("Phần thứ nhất: CHUNG", Role.HEADING_PART),
        ("1/ Khen đúng người.", Role.CLAUSE_ARABIC), ("1) Khen đúng người.", Role.CLAUSE_ARABIC),
        ("1.Khen đúng người.", Role.CLAUSE_ARABIC), ("1- Khen đúng người.", Role.CLAUSE_ARABIC),
        ("a) Khen đúng người.", Role.CLAUSE_LETTER), ("a. Khen đúng người.", Role.CLAUSE_LETTER),
        ("– Khen đúng người.", Role.CLAUSE_DASH), ("-Khen đúng người.", Role.CLAUSE_DASH),
        ("• Khen đúng người.", Role.CLAUSE_DASH), ("* Khen đúng người.", Role.CLAUSE_DASH),
        ("+ Khen đúng người.", Role.CLAUSE_PLUS),
    ],
)  # fmt: skip
def test_every_way_to_type_a_number_is_known(typed: str, level: Role) -> None:
    items = reading_of("Trường làm các việc sau:", typed, "Hết.").lines

    assert items[3].role is level
    assert items[3].text.plain[0] in "KMC"


@pytest.mark.parametrize(
    "text",
    [
        "20/11 là ngày hội của nhà giáo.", "1.500.000 đồng cho giải Nhất.",
        "5 - 7 tuổi là tuổi vàng.", "100% giáo viên tham gia.", "2026 là năm bản lề.",
        "Phần thưởng gồm sách và vở.",
        "1,5 triệu đồng một giải.", "V/v phát động thi đua.",
    ],
)  # fmt: skip
def test_numbers_that_begin_a_sentence_are_no_labels(text: str) -> None:
    document = document_of("I. MỤC ĐÍCH", "1. Chung", text, "2. Riêng", "Hết việc.")

    assert f". {text[:18].strip()}" in outline(document.body)


def test_signer_and_recipients_that_arrive_interleaved_are_told_apart() -> None:
    document = document_of(
        "I. MỘT", "Làm ngay.", "Nơi nhận: TM. HỘI ĐỒNG", "- Phòng Văn hoá; CHỦ TỊCH", "- Các tổ;",
        "HIỆU TRƯỞNG", "- Lưu: VT. Trần Thị Mộng Tuyền",
    )  # fmt: skip

    assert document.recipients == ("Phòng Văn hoá", "Các tổ", "Lưu: VT")
    assert document.signature == Signature(
        ("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG", "Trần Thị Mộng Tuyền"
    )


def test_a_layout_table_of_the_letterhead_is_no_table() -> None:
    def cell(text: str) -> SourceCell:
        return SourceCell(RichText(text))

    state = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head = SourceTable(
        (
            (cell("UBND XÃ AN\nTRƯỜNG MẦM NON AN"), cell(state)),
            (cell("Số: 4/KH-MNA"), cell("An, ngày 6 tháng 3 năm 2026")),
        ),
        PLACE,
    )  # fmt: skip

    document = build(recognise(source(head, "KẾ HOẠCH", "Thi đua", "I. MỘT", "Làm ngay."))).document

    assert document.letterhead.parent_body == ("UBND XÃ AN",)
    assert document.letterhead.issuing_body == ("TRƯỜNG MẦM NON AN",)
    assert (document.number.value, document.place) == ("4", "An")
    assert outline(document.body) == ["# I. MỘT", ". Làm ngay"]


def test_a_title_that_is_bold_all_over_carries_no_mark_but_a_bold_word_stays_bold() -> None:
    bold = RichText("1. Chỉ tiêu", (Mark(0, 11, MarkStyle.BOLD),))
    word = RichText("- Giữ vững nền nếp.", (Mark(2, 10, MarkStyle.BOLD),))

    document = document_of("I. MỘT", SourceLine(bold, PLACE, bold=True), SourceLine(word, PLACE))

    assert document.body[1].title == RichText("Chỉ tiêu")  # type: ignore[union-attr]
    assert document.body[2].text.to_markup() == "**Giữ vững** nền nếp"  # type: ignore[union-attr]


def test_a_running_head_of_every_page_is_left_out() -> None:
    pages: list[SourceItem | str] = ["I. MỘT"]
    for number in range(2, 6):
        pages += [SourceBreak(PLACE), "Kế hoạch thi đua Trường A", f"- Việc thứ {number}."]

    document = document_of(*pages)

    assert outline(document.body)[1:] == [f"- Việc thứ {n}." for n in range(2, 5)] + [
        "- Việc thứ 5"
    ]


def test_a_person_changes_a_level_and_the_numbers_follow() -> None:
    reading = reading_of("I. MỘT", "1. A.", "2. B.", "3. C.")

    changed = build(with_role(reading, 4, Role.CLAUSE_DASH))

    assert outline(changed.document.body) == ["# I. MỘT", "1. A.", "- B.", "2. C"]
    assert [(r.from_, r.to) for r in changed.renumbered] == [("2", "-"), ("3", "2")]


def test_a_person_joins_splits_and_leaves_out() -> None:
    reading = reading_of("I. MỘT", "- Vui, khoẻ, có ích.", "Và an toàn.", "Trang trí", "- Hết.")

    joined = join_items(reading, 3)
    split = split_item(joined, 3, joined.lines[3].text.plain.index("Và"))
    left = with_role(split, 5, None)

    assert joined.lines[3].text.plain == "Vui, khoẻ, có ích. Và an toàn."
    assert Flag.JOINED in joined.lines[3].flags
    assert [item.text.plain for item in split.lines[3:5]] == ["Vui, khoẻ, có ích.", "Và an toàn."]
    assert "Trang trí" not in str(build(left).document)


def test_an_item_edited_by_hand_is_built_as_it_stands() -> None:
    reading = reading_of("I. MỘT", "1. A.")
    items = list(reading.lines)
    items[3] = replace(items[3], text=RichText("Sửa tay"))

    recognition: Recognition = build(replace(reading, lines=tuple(items)))

    assert outline(recognition.document.body) == ["# I. MỘT", "1. Sửa tay"]


def test_a_paragraph_added_in_word_without_our_style_finds_its_place() -> None:
    def styled(text: str, role: Role) -> SourceLine:
        return SourceLine(RichText(text), PLACE, role=role)

    document = build(
        recognise(
            source(
                styled("KẾ HOẠCH", Role.TITLE), styled("Thi đua", Role.SUBJECT),
                styled("Kế hoạch như sau:", Role.PREAMBLE), styled("I. Một", Role.HEADING_ROMAN),
                styled("1. Việc đầu.", Role.CLAUSE_ARABIC), "2. Việc thêm tay.", "- Gạch thêm tay.",
                styled("II. Hai", Role.HEADING_ROMAN), "1. Một việc nữa.",
                styled("Hết.", Role.CLOSING), styled("Nơi nhận:", Role.RECIPIENTS_HEAD),
                styled("- Các tổ;", Role.RECIPIENT), styled("Hà Thị Mơ", Role.SIGNER_NAME),
            )
        )
    ).document  # fmt: skip

    assert outline(document.body) == [
        "# I. Một", "1. Việc đầu.", "2. Việc thêm tay.", "- Gạch thêm tay.", "# II. Hai",
        "1. Một việc nữa.",
    ]  # fmt: skip
    assert document.recipients == ("Các tổ",)
