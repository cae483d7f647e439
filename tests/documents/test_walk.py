"""Every text of a document is met once, in order, at a place that a person understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from made_up import any_documents

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
    RowNumbering,
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
from tdkt_desktop.documents.places import Place, at, replaced
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import nodes, words


def rich(*texts: str) -> tuple[RichText, ...]:
    return tuple(RichText(text) for text in texts)


TASKS = Table(
    (
        Column("TT", ColumnRole.NUMBER),
        Column("Việc", ColumnRole.CONTENT),
        Column("Chủ trì", ColumnRole.LEAD, "Phân công"),
        Column("Phối hợp", ColumnRole.COORDINATOR, "Phân công"),
        Column("Thời gian hoàn thành", ColumnRole.DUE),
    ),
    (
        RowGroup((Row(rich("Họp", "Tổ 1", "Tổ 2", "Tháng 9")),), RichText("Quý I")),
        RowGroup(
            (
                Row(rich("Kiểm tra", "Tổ 3", "", "Tháng 11")),
                Row(rich("Hồ sơ", "Tổ 4", "", "Tháng 12"), RowMarker.DASH),
            ),
            RichText("Quý II"),
        ),
    ),
    RowNumbering.CONTINUOUS,
)
BODY = (
    Paragraph(RichText("Dẫn nhập")),
    Heading(Level.ROMAN, RichText("MỤC ĐÍCH")),
    Heading(Level.ROMAN, RichText("NỘI DUNG")),
    Heading(Level.ARABIC, RichText("Thi đua")),
    Heading(Level.DECIMAL, RichText("Đợt một")),
    Clause(Level.DASH, RichText("Dạy tốt")),
    Clause(Level.DASH, RichText("Học tốt")),
    Clause(Level.PLUS, RichText("Lớp một")),
    Paragraph(RichText("Lưu ý")),
    Clause(Level.DASH, RichText("Vui chơi")),
    Clause(Level.LETTER, RichText("Điểm đầu")),
    Clause(Level.DASH, RichText("Gạch của điểm")),
    Heading(Level.ARABIC, RichText("Khen thưởng")),
    TASKS,
)
PLAN = OfficialDocument(
    DocumentKind.PLAN,
    "KẾ HOẠCH",
    RichText("Thi đua năm 2026"),
    Letterhead(("UBND PHƯỜNG VẠN LỘC",), ("TRƯỜNG TIỂU HỌC", "ĐỒI THÔNG")),
    DocumentNumber("05", "KH-THĐT"),
    "Vạn Lộc",
    date(2026, 1, 5),
    grounds=rich("Căn cứ Luật A", "Căn cứ Luật B"),
    preamble=rich("Nhà trường ban hành kế hoạch"),
    body=BODY,
    closing=rich("Trên đây là kế hoạch"),
    signature=Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG", "Lò Văn Pản"),
    recipients=("Các tổ", "Lưu: VT"),
    annexes=(
        Annex(RichText("TIẾN ĐỘ"), (TASKS,)),
        Annex(RichText("HAI BẢNG"), (TASKS, Paragraph(RichText("Ghi chú")), TASKS)),
    ),
)
LABELS = {node.text.plain: node.place.label for node in nodes(replace(PLAN, annexes=()))}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("UBND PHƯỜNG VẠN LỘC", "Cơ quan chủ quản, dòng 1"),
        ("ĐỒI THÔNG", "Cơ quan ban hành, dòng 2"),
        ("05/KH-THĐT", "Số, ký hiệu"),
        ("Vạn Lộc, ngày 05 tháng 01 năm 2026", "Địa danh, ngày"),
        ("Căn cứ Luật B", "Căn cứ thứ 2"),
        ("Dẫn nhập", "Nội dung, đoạn thứ 1"),
        ("NỘI DUNG", "II"),
        ("Thi đua", "II.1"),
        ("Đợt một", "II.1.1"),
        ("Học tốt", "II.1.1, gạch đầu dòng thứ 2"),
        ("Lớp một", "II.1.1, gạch đầu dòng thứ 2, dấu cộng thứ 1"),
        ("Lưu ý", "II.1.1, đoạn thứ 1"),
        ("Vui chơi", "II.1.1, gạch đầu dòng thứ 3"),
        ("Điểm đầu", "II.1.1, điểm a"),
        ("Gạch của điểm", "II.1.1, điểm a, gạch đầu dòng thứ 1"),
        ("Khen thưởng", "II.2"),
        ("Quý I", "II.2, bảng, nhóm I"),
        ("Kiểm tra", "II.2, bảng, nhóm II, dòng 2, Việc"),
        ("Tổ 3", "II.2, bảng, nhóm II, dòng 2, Phân công - Chủ trì"),
        ("Hồ sơ", "II.2, bảng, nhóm II, dòng thứ 2, Việc"),
        ("Trên đây là kế hoạch", "Đoạn kết thứ 1"),
        ("Lưu: VT", "Nơi nhận, dòng 2"),
        ("TM. HỘI ĐỒNG", "Chữ ký, quyền hạn, dòng 1"),
        ("Lò Văn Pản", "Chữ ký, họ tên người ký"),
    ],
)
def test_a_place_is_named_as_a_person_would_name_it(text: str, label: str) -> None:
    assert LABELS[text] == label


def test_places_in_annexes_name_the_annex_and_the_table_only_where_there_are_several() -> None:
    labels = {node.place.path: node.place.label for node in nodes(PLAN)}
    due = "groups/1/rows/0/cells/3"
    end = "nhóm II, dòng 2, Thời gian hoàn thành"
    assert labels["annexes/0/title"] == "Phụ lục I, tên phụ lục"
    assert labels[f"annexes/0/blocks/0/{due}"] == f"Phụ lục I, {end}"
    assert labels[f"annexes/1/blocks/2/{due}"] == f"Phụ lục II, bảng thứ 2, {end}"
    assert labels["annexes/1/blocks/1/text"] == "Phụ lục II, đoạn thứ 1"


def test_parts_are_named_before_the_sections_in_them() -> None:
    body = (
        Heading(Level.PART, RichText("Một")),
        Heading(Level.ROMAN, RichText("Đầu")),
        Heading(Level.PART, RichText("Hai")),
        Heading(Level.ROMAN, RichText("Tiếp")),
    )
    labels = [n.place.label for n in nodes(replace(PLAN, body=body)) if n.place.path[:4] == "body"]
    assert labels == ["Phần I", "Phần I, I", "Phần II", "Phần II, II"]


def test_a_merged_head_is_read_line_by_line() -> None:
    head = [n.text.plain for n in nodes(PLAN) if n.place.path.startswith("body/13/columns")]
    assert head == ["TT", "Việc", "Phân công", "Thời gian hoàn thành", "Chủ trì", "Phối hợp"]


def test_a_group_without_title_is_counted_only_among_several() -> None:
    row = Row(rich("Việc cần làm", "", "", ""))
    alone = replace(TASKS, groups=(RowGroup((row,)),))
    several = replace(TASKS, groups=(RowGroup((row,)), RowGroup((row,), RichText("Khác"), False)))
    assert cell_labels(alone) == ["Phụ lục, dòng 1, Việc"]
    assert cell_labels(several) == [
        "Phụ lục, nhóm thứ 1, dòng 1, Việc",
        "Phụ lục, nhóm “Khác”, dòng 2, Việc",
    ]


def cell_labels(table: Table) -> list[str]:
    annexed = replace(PLAN, annexes=(Annex(RichText("A"), (table,)),))
    return [node.place.label for node in nodes(annexed) if node.text.plain == "Việc cần làm"]


def test_rows_carry_their_number_and_headings_theirs() -> None:
    numbers = {node.text.plain: node.number for node in nodes(replace(PLAN, annexes=()))}
    assert [numbers[text] for text in ("NỘI DUNG", "Đợt một", "Điểm đầu", "Vui chơi")] == [
        "II.", "1.1.", "a)", "-",
    ]  # fmt: skip
    assert [numbers[text] for text in ("Quý II", "Kiểm tra", "Hồ sơ", "Tổ 3")] == [
        "II",
        "2",
        "-",
        "",
    ]


@settings(max_examples=40)
@given(any_documents())
def test_every_path_leads_to_its_text_and_each_path_is_met_once(document: OfficialDocument) -> None:
    paths = [node.place.path for node in nodes(document)]
    assert len(paths) == len(set(paths))
    for node in nodes(document):
        if node.place.path not in ("number", "issued_on"):
            assert str(at(document, node.place.path)) == node.text.plain


@settings(max_examples=25)
@given(any_documents())
def test_a_text_is_changed_at_its_place_and_nowhere_else(document: OfficialDocument) -> None:
    editable = [n for n in nodes(document) if n.place.path not in ("number", "issued_on")]
    target = editable[len(editable) // 2]
    changed = replaced(document, target.place.path, "chữ mới")
    after = {n.place.path: n.text.plain for n in nodes(changed)}
    before = {n.place.path: n.text.plain for n in editable}
    assert after.pop(target.place.path) == "chữ mới"
    before.pop(target.place.path)
    assert {path: after[path] for path in before} == before


def test_a_path_that_leads_nowhere_is_a_lookup_error() -> None:
    for path in ("body/99", "body/x", "thơ", "title/0/x"):
        with pytest.raises(LookupError):
            at(PLAN, path)


def test_places_are_compared_by_path() -> None:
    assert Place("body/0", "I") == Place("body/0", "II")
    assert len({Place("body/0", "I"), Place("body/0", "II"), Place("body/1", "I")}) == 2


def test_words_come_in_reading_order_without_numbers_of_the_tree() -> None:
    text = " ".join(words(PLAN))
    order = ["UBND", "05 KH THĐT", "KẾ HOẠCH", "Căn cứ Luật A", "Dẫn nhập", "Lưu ý", "TIẾN ĐỘ"]
    positions = [text.index(piece) for piece in order]
    assert positions == sorted(positions)
    assert "II" not in words(replace(PLAN, body=BODY[:4], annexes=()))


def test_plain_text_reads_like_the_printed_page() -> None:
    text = to_text(PLAN)
    assert "Số: 05/KH-THĐT\nVạn Lộc, ngày 05 tháng 01 năm 2026\n" in text
    assert "Căn cứ Luật A;\nCăn cứ Luật B.\nNhà trường" in text
    assert (
        "II. NỘI DUNG\n1. Thi đua\n1.1. Đợt một\n- Dạy tốt\n- Học tốt\n+ Lớp một\nLưu ý\n" in text
    )
    assert "TT | Việc | Phân công - Chủ trì | Phân công - Phối hợp | Thời gian hoàn thành" in text
    assert "II. Quý II\n2 | Kiểm tra | Tổ 3 |  | Tháng 11\n- | Hồ sơ | Tổ 4 |  | Tháng 12" in text
    assert "Trên đây là kế hoạch./.\n\nNơi nhận:\n- Các tổ;\n- Lưu: VT.\n" in text
    assert "TM. HỘI ĐỒNG\nCHỦ TỊCH\nHIỆU TRƯỞNG\nLò Văn Pản\n\nPhụ lục I\nTIẾN ĐỘ\n" in text
