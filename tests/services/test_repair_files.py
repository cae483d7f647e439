"""Scanned files are restored item by item, cells of tables too, and handed on to the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.source import (
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceKind,
    SourceLine,
    SourcePlace,
    SourceTable,
)
from tdkt_desktop.services.repair_files import wants_repair, with_texts
from tdkt_desktop.services.repair_review import RepairReview

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

GOOD = (
    "Nhà trường phát động phong trào thi đua trong toàn thể cán bộ, giáo viên và học sinh năm nay."
)
BAD = (
    "Nha trudng phat d6ng phong trao thi dua trong toan thé can bd, gido vién va hoc sinh nam nay."
)


def line(text: str, number: int, *, hard: bool = True) -> SourceLine:
    return SourceLine(
        RichText(text), SourcePlace(1, number), hard_break=hard, box=(0.1, 0.1 * number, 0.9, 0.2)
    )


def scan(*texts: str) -> SourceDocument:
    items = tuple(line(text, number) for number, text in enumerate(texts, start=1))
    return SourceDocument("quét.pdf", SourceKind.PDF, items)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (scan(GOOD), False),
        (scan(BAD), True),
        (scan("KE HOACH"), False),
        (SourceDocument("a.pdf", SourceKind.PDF, (line(GOOD, 1),), scanned=True), True),
        (scan(), False),
    ],
)
def test_only_scans_and_garbled_files_go_through_the_repair(
    source: SourceDocument, wanted: bool
) -> None:
    assert wants_repair(source) is wanted


def test_lines_that_go_on_become_one_and_tables_keep_their_shape(context: AppContext) -> None:
    rows = ((SourceCell(RichText("TT")), SourceCell(RichText("Noi dung c6ng viéc"))),)
    table = SourceTable(rows, SourcePlace(1, 3))
    items = (
        line("Kién toan t§ chirc", 1, hard=False),
        line("b may", 2),
        SourceBreak(SourcePlace(2, 1)),
        table,
        line("Noi nhan:", 4),
    )
    source = SourceDocument("quét.pdf", SourceKind.PDF, items, scanned=True)
    reading = context.repair.restored(source)
    restored = with_texts(reading, [one.proposal for one in reading.lines])
    first, ended, cells, last = restored.items
    assert isinstance(first, SourceLine)
    assert first.text.plain == "Kiện toàn tổ chức bộ máy"
    assert isinstance(ended, SourceBreak)
    assert isinstance(cells, SourceTable)
    assert [cell.text.plain for cell in cells.rows[0]] == ["TT", "Nội dung công việc"]
    assert isinstance(last, SourceLine)
    assert last.text.plain == "Nơi nhận:"


def test_a_title_in_capitals_does_not_run_into_the_line_below(context: AppContext) -> None:
    lines = ("TIEN DO THUC HIEN", "(Kem theo Ké hoach sé 05/KH-THHP)", "1. Muc dich")
    items = tuple(line(text, n, hard=False) for n, text in enumerate(lines, start=1))
    source = SourceDocument("quét.pdf", SourceKind.PDF, items, scanned=True)
    proposals = [one.proposal for one in context.repair.restored(source).lines]
    assert proposals == ["TIẾN ĐỘ THỰC HIỆN", "(Kèm theo Kế hoạch số 05/KH-THHP)", "1. Mục đích"]


def test_a_line_that_is_left_out_goes(context: AppContext) -> None:
    reading = context.repair.restored(scan("KE HOACH", "Noi nhan:"))
    restored = with_texts(reading, [None, "Nơi nhận:"])
    assert [item.text.plain for item in restored.items if isinstance(item, SourceLine)] == [
        "Nơi nhận:"
    ]


def test_an_import_without_a_person_takes_every_proposal(
    context: AppContext, tmp_path: Path
) -> None:
    path = tmp_path / "quét.txt"
    path.write_text(
        "KE HOACH\nCong tac thi dua nam hoc 2026 - 2027\n\nI. MUC DICH\n\n- " + BAD + "\n", "utf-8"
    )
    reading = context.reading.read_plan(path, None, context.repair.restored_source)
    assert reading.document.title == "KẾ HOẠCH"
    assert "thi đua năm học" in reading.document.subject.plain
    assert any("khôi phục dấu" in sentence for sentence in reading.warnings)


def test_a_good_file_is_imported_untouched(context: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "tốt.txt"
    path.write_text("KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\n- " + GOOD + "\n", "utf-8")
    reading = context.reading.read_plan(path, None, context.repair.restored_source)
    assert not any("khôi phục dấu" in sentence for sentence in reading.warnings)


def test_a_review_takes_choices_back_and_forth(context: AppContext) -> None:
    review = RepairReview(context.repair.restored(scan("KE HOACH", "Noi nhan:")))
    review.keep_as_read(0)
    assert review.rows[0].text == "KE HOACH"
    review.undo()
    assert review.rows[0].text == "KẾ HOẠCH"
    review.redo()
    assert review.rows[0].is_as_read
    review.write(1, "  ")
    assert review.rows[1].dropped
    said = [item.text.plain for item in review.restored().items if isinstance(item, SourceLine)]
    assert said == ["KE HOACH"]
