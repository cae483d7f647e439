"""What a Word file says and how it is built, read from its XML."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date

import docx
import pytest
from hypothesis import given, settings

from tdkt_desktop.documents.blocks import (
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.document import (
    Annex,
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Orientation,
    Signature,
)
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import ROLES_BY_STYLE, STYLE_IDS, STYLE_NAMES
from tdkt_desktop.exports.docx_writer import write_docx
from tests.support.docx_judge import Judge, W, attr
from tests.support.made_up import any_documents, documents
from tests.support.sample_plan import progress_table, sample_plan

T = RichText.from_markup
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = (
    "".join(
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in TONES
    )
    + "đĐ"
)


def written(document: OfficialDocument, page: PageSettings | None = None) -> bytes:
    stream = io.BytesIO()
    write_docx(document, stream, page or PageSettings())
    return stream.getvalue()


def judged(document: OfficialDocument, page: PageSettings | None = None) -> Judge:
    return Judge(written(document, page))


def plan(**changes: object) -> OfficialDocument:
    """A small plan."""
    base = OfficialDocument(
        kind=DocumentKind.PLAN,
        title="KẾ HOẠCH",
        subject=T("Công tác thi đua năm 2026"),
        letterhead=Letterhead(("UBND XÃ BẾN HẠC",), ("TRƯỜNG TIỂU HỌC ĐỒI THÔNG",)),
        number=DocumentNumber("7", "KH-THĐT"),
        place="Bến Hạc",
        issued_on=date(2026, 1, 5),
        grounds=(T("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),),
        body=(Heading(Level.ROMAN, T("Mục đích")), Paragraph(T("Một việc."))),
        closing=(T("Trên đây là Kế hoạch của nhà trường"),),
        signature=Signature((), "HIỆU TRƯỞNG", "", "Lò Văn Pản"),
        recipients=("Các tổ chuyên môn", "Lưu: VT"),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_plan_reads_as_it_was_written() -> None:
    judge = judged(plan())
    assert judge.texts("TdktNumber") == ["Số: 07/KH-THĐT"]
    assert judge.texts("TdktPlaceDate") == ["Bến Hạc, ngày 05 tháng 01 năm 2026"]
    assert judge.texts("TdktTitle") == ["KẾ HOẠCH"]
    assert judge.texts("TdktHeadingRoman") == ["I. Mục đích"]
    assert judge.on("TdktHeadingRoman", "caps")
    assert judge.texts("TdktClosing") == ["Trên đây là Kế hoạch của nhà trường./."]
    assert judge.texts("TdktGround")[0].endswith("năm 2022.")
    assert judge.texts("TdktRecipientsHead") == ["Nơi nhận:"]
    assert judge.texts("TdktRecipient") == ["- Các tổ chuyên môn;", "- Lưu: VT."]


def test_a_draft_leaves_room_for_number_and_day() -> None:
    draft = plan(number=DocumentNumber("", "KH-THĐT"), issued_on=None, year=2026)
    judge = judged(draft)
    (number,), (day,) = judge.texts("TdktNumber"), judge.texts("TdktPlaceDate")
    assert number.startswith("Số:" + 6 * "\u00a0")
    assert number.endswith("/KH-THĐT")
    assert day.replace("\u00a0", "") == "Bến Hạc, ngàythángnăm 2026"


@pytest.mark.parametrize(
    ("value", "shown"), [("1", "01"), ("09", "09"), ("10", "10"), ("125", "125")]
)
def test_numbers_below_ten_take_a_zero(value: str, shown: str) -> None:
    judge = judged(plan(number=DocumentNumber(value, "KH-THĐT")))
    assert judge.texts("TdktNumber") == [f"Số: {shown}/KH-THĐT"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(sample_plan()) == written(sample_plan())


def test_decomposed_text_gives_the_same_bytes_as_composed_text() -> None:
    composed = "Trường học hạnh phúc: cờ đỏ, ngữ văn"
    files = {
        written(plan(body=(Paragraph(RichText(unicodedata.normalize(form, composed))),)))
        for form in ("NFC", "NFD")
    }
    assert len(files) == 1


def test_python_docx_opens_the_file_and_knows_whose_it_is() -> None:
    opened = docx.Document(io.BytesIO(written(sample_plan())))
    properties = opened.core_properties
    assert properties.title.startswith("KẾ HOẠCH Tổ chức các phong trào")
    assert properties.author == "Hội đồng Thi đua - Khen thưởng Trường Tiểu học Đồi Thông"
    assert properties.language == "vi-VN"


def test_every_role_has_a_style_of_its_own_in_the_file() -> None:
    judge = judged(plan())
    names = {attr(style.find(f"{W}name"), "val") for style in judge.styles.values()}
    assert set(STYLE_IDS) == set(STYLE_NAMES) == set(Role)
    assert set(ROLES_BY_STYLE) <= set(judge.styles)
    assert set(STYLE_NAMES.values()) <= names
    assert len(set(STYLE_NAMES.values())) == len(Role)


@pytest.mark.parametrize("marks", ["", "*", "**", "***"])
def test_all_vietnamese_letters_come_through_in_four_faces(marks: str) -> None:
    judge = judged(plan(body=(Paragraph(T(f"{marks}{LETTERS}{marks}")),)))
    assert judge.texts("TdktParagraph") == [LETTERS]
    assert len(LETTERS) == 146


def test_characters_that_xml_reserves_or_forbids_do_no_harm() -> None:
    text = 'Toán & Tin <10A1> "giỏi" \x00\x0b\u200b\ud800]]> {{x}}'
    judge = judged(plan(body=(Paragraph(RichText(text)),), place="A & <B>"))
    assert judge.texts("TdktParagraph") == ['Toán & Tin <10A1> "giỏi" \n]]> {{x}}']
    assert judge.texts("TdktPlaceDate")[0].startswith("A & <B>, ngày")


def test_only_marked_words_are_bold_or_italic() -> None:
    judge = judged(plan(body=(Clause(Level.DASH, T("một **hai** *ba* bốn")),)))
    (paragraph,) = judge.paragraphs("TdktClauseDash")
    runs = [
        (
            judge.text(run),
            run.find(f"{W}rPr/{W}b") is not None,
            run.find(f"{W}rPr/{W}i") is not None,
        )
        for run in paragraph.iter(f"{W}r")
    ]
    assert runs == [
        ("- một ", False, False),
        ("hai", True, False),
        (" ", False, False),
        ("ba", False, True),
        (" bốn", False, False),
    ]


def test_a_part_stands_above_its_title_and_only_the_title_is_in_capitals() -> None:
    judge = judged(plan(body=(Heading(Level.PART, T("Những việc chung")), Paragraph(T("Chữ.")))))
    (paragraph,) = judge.paragraphs("TdktHeadingPart")
    assert judge.text(paragraph) == "Phần I\nNhững việc chung"
    label = next(paragraph.iter(f"{W}r"))
    assert attr(label.find(f"{W}rPr/{W}caps"), "val") == "0"


def test_points_follow_the_vietnamese_alphabet() -> None:
    judge = judged(plan(body=tuple(Clause(Level.LETTER, T(f"việc {n}")) for n in range(8))))
    assert [text[:2] for text in judge.texts("TdktClauseLetter")] == [
        "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)",
    ]  # fmt: skip


def test_one_addressee_stands_beside_the_salutation_and_several_below_it() -> None:
    report = plan(kind=DocumentKind.REPORT, title="BÁO CÁO", addressees=("UBND xã Bến Hạc",))
    assert judged(report).texts("TdktAddressee") == ["Kính gửi: UBND xã Bến Hạc"]
    several = replace(report, addressees=("UBND xã Bến Hạc", "Phòng Văn hoá - Xã hội"))
    judge = judged(several)
    first, *others = judge.paragraphs("TdktAddressee")
    assert judge.text(first) == "Kính gửi:"
    assert [judge.text(p) for p in others] == [
        "- UBND xã Bến Hạc;",
        "- Phòng Văn hoá - Xã hội.",
    ]
    left = [int(attr(p.find(f"{W}pPr/{W}ind"), "left")) for p in (first, *others)]
    assert left[1] == left[2] > left[0]


def test_a_council_signs_above_the_gap_and_its_office_stands_above_the_name() -> None:
    judge = judged(sample_plan())
    row = judge.tables()[1].find(f"{W}tr")
    right = row.findall(f"{W}tc")[1]
    styles = [judge.style(p) for p in right.iter(f"{W}p")]
    assert styles == [
        "TdktSigningAuthority",
        "TdktSignerTitle",
        "TdktSignerOffice",
        "TdktSignerName",
    ]
    gaps = [int(attr(p.find(f"{W}pPr/{W}spacing"), "before", "0")) for p in right.iter(f"{W}p")]
    assert gaps[2] == pytest.approx(25 * 1440 / 25.4, abs=2)
    assert gaps[1] == gaps[3] == 0


def test_minutes_carry_two_signatures_and_no_date() -> None:
    minutes = plan(
        kind=DocumentKind.MINUTES,
        title="BIÊN BẢN",
        co_signature=Signature((), "THƯ KÝ", "", "Ông Thị Mỹ Duyên"),
    )
    judge = judged(minutes)
    assert judge.texts("TdktPlaceDate") == []
    left, right = judge.tables()[1].find(f"{W}tr").findall(f"{W}tc")
    assert [judge.text(p) for p in left.iter(f"{W}p")] == [
        "THƯ KÝ", "Ông Thị Mỹ Duyên", "Nơi nhận:", "- Các tổ chuyên môn;", "- Lưu: VT.",
    ]  # fmt: skip
    assert [judge.text(p) for p in right.iter(f"{W}p")] == ["HIỆU TRƯỞNG", "Lò Văn Pản"]


def test_annexes_are_sections_of_their_own_and_say_what_they_belong_to() -> None:
    blocks = (Paragraph(T("Một dòng")),)
    annexes = (
        Annex(T("Danh sách"), blocks, Orientation.LANDSCAPE),
        Annex(T("Tiến độ"), (progress_table(6),)),
    )
    judge = judged(plan(annexes=annexes))
    assert judge.texts("TdktAnnexLabel") == ["Phụ lục I", "Phụ lục II"]
    assert judge.texts("TdktAnnexReference") == 2 * [
        "(Kèm theo Kế hoạch số 07/KH-THĐT ngày 05 tháng 01 năm 2026 của Trường Tiểu học Đồi Thông)"
    ]
    turned = [attr(s.find(f"{W}pgSz"), "orient") for s in judge.sections()]
    assert turned == ["", "landscape", ""]
    assert judge.faults() == []


def test_the_page_number_is_hidden_on_first_pages_and_plain_on_others() -> None:
    judge = judged(plan())
    numbered, first = judge.parts["word/numbered.xml"], judge.parts["word/unnumbered.xml"]
    assert [e.text.strip() for e in numbered.iter(f"{W}instrText")] == ["PAGE"]
    assert list(first.iter(f"{W}instrText")) == []
    assert judge.size("TdktPageNumber") == 14


def test_neighbouring_columns_share_a_merged_head() -> None:
    judge = judged(plan(annexes=(Annex(T("Tiến độ"), (progress_table(9),)),)))
    table = judge.tables()[2]
    upper, lower = table.findall(f"{W}tr")[:2]
    assert [judge.text(c) for c in upper] == [
        "", "TT", "Nội dung công việc", "Phân công", "Thời gian hoàn thành",
    ]  # fmt: skip
    spans = [attr(c.find(f"{W}tcPr/{W}gridSpan"), "val") for c in upper.findall(f"{W}tc")]
    assert spans == ["", "", "3", ""]
    merges = [c.find(f"{W}tcPr/{W}vMerge") for c in lower.findall(f"{W}tc")]
    assert [merge is not None for merge in merges] == [True, True, False, False, False, True]


def test_widths_set_by_hand_are_kept_in_proportion() -> None:
    columns = (
        Column("TT", ColumnRole.NUMBER),
        Column("Nội dung", ColumnRole.CONTENT, width=3),
        Column("Người làm", ColumnRole.EXECUTOR, width=1),
    )
    table = Table(columns, (RowGroup((Row((T("Việc"), T("Ai"))),)),))
    judge = judged(plan(body=(table,)))
    number, content, executor = (int(attr(c, "w")) for c in judge.tables()[1].find(f"{W}tblGrid"))
    assert content == pytest.approx(3 * executor, abs=3)
    assert number / 56.7 == pytest.approx(11, abs=0.1)


def test_a_table_before_the_signature_stays_with_it() -> None:
    judge = judged(plan(body=(progress_table(9),), closing=()))
    rows = judge.tables()[1].findall(f"{W}tr")
    kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in r.iter(f"{W}p")) for r in rows]
    assert kept[-1]
    assert not kept[-2]
    assert judge.faults() == []


def test_two_tables_never_touch() -> None:
    judge = judged(plan(body=(progress_table(9), progress_table(9))))
    first = judge.tables()[1]
    assert judge.style(first.getnext()) == "TdktSpacer"


def test_only_a_row_taller_than_a_page_may_be_split() -> None:
    columns = (Column("TT", ColumnRole.NUMBER), Column("Nội dung", ColumnRole.CONTENT))
    rows = (Row((T("ngắn"),)), Row((T("rất dài " * 1200),)))
    judge = judged(plan(body=(Table(columns, (RowGroup(rows),)),)))
    whole = [r.find(f"{W}trPr/{W}cantSplit") is not None for r in judge.tables()[1].iter(f"{W}tr")]
    assert whole == [True, True, False]


def test_writing_loads_no_library_of_documents() -> None:
    code = (
        "import sys, tdkt_desktop.exports.docx_writer;"
        "print({'docx', 'lxml', 'reportlab', 'openpyxl'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def spoken(document: OfficialDocument) -> list[str]:
    """The running texts of a document, in reading order."""
    texts = [*document.grounds, *document.preamble]
    for blocks in (document.body, document.closing, *(a.blocks for a in document.annexes)):
        for block in blocks:
            if isinstance(block, RichText):
                texts.append(block)
            elif isinstance(block, Table):
                for group in block.groups:
                    texts += [group.title, *(cell for row in group.rows for cell in row.cells)]
            else:
                texts.append(block.title if isinstance(block, Heading) else block.text)
    return [text.plain for text in texts if text]


@settings(max_examples=40, deadline=None)
@given(documents())
def test_all_words_come_through_in_order(document: OfficialDocument) -> None:
    judge = judged(document)
    everything = judge.text(judge.body)
    place = 0
    for text in spoken(document):
        place = everything.index(text.rstrip(" .;:"), place)


@settings(max_examples=40, deadline=None)
@given(any_documents())
def test_any_tree_gives_a_file_that_opens(document: OfficialDocument) -> None:
    # A ballot is a form of one sheet; it has no annexes.
    annexes = () if document.kind is DocumentKind.BALLOT else document.annexes
    opened = docx.Document(io.BytesIO(written(document)))
    assert len(opened.sections) == 1 + len(annexes)
