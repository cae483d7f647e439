"""Tables of tasks as they arrive: merged heads, pages, groups, wrong numbers, missing cells."""

from __future__ import annotations

from outlines import table_outline

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reading import Flag, Recognition
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
HEAD = ("TT", "Nội dung", "Phụ trách", "Thời gian")


def line(text: str) -> SourceLine:
    return SourceLine(RichText(text), PLACE)


def cells(*texts: str) -> tuple[SourceCell, ...]:
    return tuple(SourceCell(RichText(text)) for text in texts)


def table(*rows: tuple[str, ...], head_rows: int = 0) -> SourceTable:
    return SourceTable(tuple(cells(*row) for row in rows), PLACE, head_rows=head_rows)


def understood(*items: SourceItem) -> tuple[Table, Recognition]:
    before = (line("KẾ HOẠCH"), line("Thi đua năm 2026"), line("I. TIẾN ĐỘ"))
    source = SourceDocument("x.docx", SourceKind.DOCX, (*before, *items))
    recognition = build(recognise(source))
    found = [block for block in recognition.document.body if isinstance(block, Table)]
    assert len(found) == 1
    return found[0], recognition


def test_a_head_of_two_merged_rows_names_the_columns_and_what_stands_over_them() -> None:
    upper = (
        SourceCell(RichText("STT"), rows=2),
        SourceCell(RichText("Nhiệm vụ"), rows=2),
        SourceCell(RichText("Phân công"), columns=2),
        SourceCell(RichText(), covered=True),
        SourceCell(RichText("Hạn"), rows=2),
    )
    lower = (
        SourceCell(RichText(), covered=True),
        SourceCell(RichText(), covered=True),
        SourceCell(RichText("Chủ trì")),
        SourceCell(RichText("Phối hợp")),
        SourceCell(RichText(), covered=True),
    )
    counted = tuple(SourceCell(RichText(f"({n})")) for n in range(1, 6))
    row = tuple(SourceCell(RichText(t)) for t in ("01", "Ra quân", "Đoàn", "Đội", "10/3"))

    found, recognition = understood(SourceTable((upper, lower, counted, row), PLACE))

    assert [(c.title, c.over) for c in found.columns] == [
        ("STT", ""), ("Nhiệm vụ", ""), ("Chủ trì", "Phân công"), ("Phối hợp", "Phân công"),
        ("Hạn", ""),
    ]  # fmt: skip
    assert list(table_outline(found)) == [
        "number | content | lead | coordinator | due",
        "1 | Ra quân | Đoàn | Đội | 10/3",
    ]
    assert recognition.renumbered == ()


def test_a_head_repeated_on_the_next_page_is_no_row_and_a_cut_row_is_one() -> None:
    first = table(
        HEAD,
        ("1", "Phát động", "Ban Giám hiệu", "Tháng 9"),
        ("2", "Tuyên truyền trên", "Đoàn", "Cả năm"),
    )
    second = table(
        HEAD, ("", "bảng tin của trường", "", ""), ("3", "Tổng kết", "Hội đồng", "Tháng 5")
    )

    found, _recognition = understood(first, SourceBreak(PLACE), second)

    assert list(table_outline(found, 40)) == [
        "number | content | lead | due",
        "1 | Phát động | Ban Giám hiệu | Tháng 9",
        "2 | Tuyên truyền trên bảng tin của trường | Đoàn | Cả năm",
        "3 | Tổng kết | Hội đồng | Tháng 5",
    ]


def test_two_tables_with_different_heads_stay_two() -> None:
    first = table(HEAD, ("1", "Phát động", "Ban Giám hiệu", "Tháng 9"))
    second = table(
        ("STT", "Danh hiệu", "Chỉ tiêu", "Ghi chú"), ("1", "Lao động tiên tiến", "30", "")
    )
    source = SourceDocument(
        "x", SourceKind.DOCX, (line("KẾ HOẠCH"), line("Thi đua"), line("I. A"), first, second)
    )

    blocks = build(recognise(source)).document.body

    assert [type(block).__name__ for block in blocks] == ["Heading", "Table", "Table"]


def test_roman_rows_and_periods_open_groups_and_wrong_row_numbers_are_put_right() -> None:
    found, recognition = understood(
        table(
            HEAD,
            ("I", "CÔNG TÁC CHUẨN BỊ", "", ""),
            ("1", "Họp", "Chủ tịch", "Tháng 9"),
            ("1", "Ra quyết định", "Chủ tịch", "Tháng 9"),
            ("+", "Gửi các tổ", "", ""),
            ("III", "TRIỂN KHAI", "", ""),
            ("", "Không đánh số", "Các tổ", ""),
        )
    )

    assert list(table_outline(found)) == [
        "number | content | lead | due",
        "== I CÔNG TÁC CHUẨN BỊ",
        "1 | Họp | Chủ tịch | Tháng 9",
        "2 | Ra quyết định | Chủ tịch | Tháng 9",
        "- | Gửi các tổ |  | ",
        "== II TRIỂN KHAI",
        " | Không đánh số | Các tổ | ",
    ]
    assert [(r.from_, r.to, r.title) for r in recognition.renumbered] == [
        ("1", "2", "Ra quyết định"), ("III", "II", "TRIỂN KHAI"),
    ]  # fmt: skip


def test_numbers_that_go_on_through_the_groups_go_on() -> None:
    found, recognition = understood(
        table(
            HEAD,
            ("Quý I", "", "", ""),
            ("1", "A", "", ""),
            ("Quý II", "", "", ""),
            ("2", "B", "", ""),
        )
    )

    assert list(table_outline(found))[1:] == ["== Quý I", "1 | A |  | ", "== Quý II", "2 | B |  | "]
    assert recognition.renumbered == ()


def test_a_merged_period_of_several_rows_holds_for_each_of_them() -> None:
    due = SourceCell(RichText("Tháng 3"), rows=2)
    rows = (
        tuple(SourceCell(RichText(text)) for text in HEAD),
        (SourceCell(RichText("1")), SourceCell(RichText("A")), SourceCell(RichText("Đội")), due),
        (
            SourceCell(RichText("2")),
            SourceCell(RichText("B")),
            SourceCell(RichText("Đoàn")),
            SourceCell(RichText(), covered=True),
        ),
    )

    found, _recognition = understood(SourceTable(rows, PLACE))

    assert list(table_outline(found))[1:] == ["1 | A | Đội | Tháng 3", "2 | B | Đoàn | Tháng 3"]


def test_tasks_with_roman_numbers_are_tasks_and_not_groups() -> None:
    found, _recognition = understood(
        table(HEAD, ("I", "Phát động", "Đội", "Tháng 3"), ("II", "Tổng kết", "Đội", "Tháng 5"))
    )

    assert list(table_outline(found))[1:] == [
        "1 | Phát động | Đội | Tháng 3", "2 | Tổng kết | Đội | Tháng 5",
    ]  # fmt: skip


def test_a_table_without_a_head_keeps_all_its_rows() -> None:
    found, _recognition = understood(
        table(("1", "Dọn vệ sinh lớp học", "5A"), ("2", "Trồng cây", "5B"))
    )

    assert list(table_outline(found, 30))[1:] == [
        "1 | Dọn vệ sinh lớp học | 5A",
        "2 | Trồng cây | 5B",
    ]


def test_a_joined_table_says_so() -> None:
    source = SourceDocument(
        "x",
        SourceKind.PDF,
        (table(HEAD, ("1", "A", "", "")), SourceBreak(PLACE), table(HEAD, ("2", "B", "", ""))),
    )

    items = recognise(source).lines

    assert [item.sources for item in items] == [(0, 2)]
    assert Flag.JOINED in items[0].flags
