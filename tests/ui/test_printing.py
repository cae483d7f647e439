"""Printing: the same pages on paper, ranges, copies, and a printer that is not there."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageRanges, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from sample_plan import sample_plan
from window_desk import make_desk

from tdkt_desktop.errors import Cancelled, InputError
from tdkt_desktop.ui.printing import (
    PrinterSetup,
    PrintService,
    chosen_pages,
    new_printer,
    paint_pages,
)
from tdkt_desktop.ui.tasks import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.theme.theme import Theme

DRAFT_DPI = 100
"""Tests print coarsely: the place of everything is the same at every resolution."""


@pytest.fixture
def pdf(context: AppContext) -> bytes:
    return context.files.print(sample_plan()).pdf


def onto_file(path: Path) -> QPrinter:
    printer = new_printer("Kế hoạch thử")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(DRAFT_DPI)
    return printer


def quiet() -> Progress:
    return Progress(lambda _done, _total, _text: None)


def picture(document: QPdfDocument, page: int) -> QImage:
    """Return a page on white, small enough that grey edges of letters do not count."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() / 3), round(points.height() / 3))
    paper = QImage(size, QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper


def difference(first: QImage, second: QImage) -> float:
    """Return the mean difference of two pictures of one size, 0 to 255."""
    assert first.size() == second.size()
    rows = range(first.height())
    width = first.width()
    total = sum(
        abs(a - b)
        for row in rows
        for a, b in zip(
            bytes(first.constScanLine(row))[:width],
            bytes(second.constScanLine(row))[:width],
            strict=True,
        )
    )
    return total / (width * first.height())


def ink_box(paper: QImage) -> tuple[int, int, int, int]:
    """Return the rows and columns between which there is ink."""
    lines = [bytes(paper.constScanLine(row))[: paper.width()] for row in range(paper.height())]
    rows = [n for n, line in enumerate(lines) if min(line) < 200]
    columns = [n for n in range(paper.width()) if min(line[n] for line in lines) < 200]
    return rows[0], rows[-1], columns[0], columns[-1]


def test_the_printed_pages_are_those_of_the_file(pdf: bytes, tmp_path: Path, theme: Theme) -> None:
    (tmp_path / "file.pdf").write_bytes(pdf)
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert paint_pages(onto_file(tmp_path / "paper.pdf"), pdf, range(pages), quiet()) == pages
    wanted, printed = QPdfDocument(theme), QPdfDocument(theme)
    wanted.load(str(tmp_path / "file.pdf"))
    printed.load(str(tmp_path / "paper.pdf"))
    assert printed.pageCount() == pages
    for page in (0, pages // 2, pages - 1):
        paper, file = printed.pagePointSize(page), wanted.pagePointSize(page)
        assert paper.width() == pytest.approx(file.width(), abs=1)
        assert paper.height() == pytest.approx(file.height(), abs=1)
        own = difference(picture(wanted, page), picture(printed, page))
        assert own < difference(picture(wanted, 1), picture(wanted, 2)) / 2
        first, second = ink_box(picture(wanted, page)), ink_box(picture(printed, page))
        assert all(abs(a - b) <= 1 for a, b in zip(first, second, strict=True))
    wanted.close()
    printed.close()


def test_only_the_chosen_pages_come_out_with_their_copies(pdf: bytes, tmp_path: Path) -> None:
    printer = onto_file(tmp_path / "paper.pdf")
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    assert paint_pages(printer, pdf, (1, 0), quiet()) == 4
    assert len(pypdf.PdfReader(tmp_path / "paper.pdf").pages) == 4


def test_ranges_are_read_as_people_write_them() -> None:
    printer = new_printer("x")
    assert chosen_pages(printer, 3) == (0, 1, 2)
    printer.setPageRanges(QPageRanges.fromString("2-3,5,9"))
    assert chosen_pages(printer, 5) == (1, 2, 4)


def test_pages_come_out_last_first_where_that_was_chosen() -> None:
    printer = new_printer("Kế hoạch thử")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == (2, 1, 0)


def test_copies_come_out_page_by_page_where_they_are_not_sorted(pdf: bytes, tmp_path: Path) -> None:
    target = tmp_path / "in.pdf"
    printer = onto_file(target)
    printer.setCopyCount(2)
    printer.setCollateCopies(False)
    last = len(pypdf.PdfReader(io.BytesIO(pdf)).pages) - 1
    assert paint_pages(printer, pdf, (0, last), quiet()) == 4
    sizes = [page.mediabox.width > page.mediabox.height for page in pypdf.PdfReader(target).pages]
    assert sizes == [False, False, True, True]


def test_letters_reach_the_paper_without_loss_at_a_printers_fineness(
    pdf: bytes, tmp_path: Path
) -> None:
    target = tmp_path / "in.pdf"
    printer = onto_file(target)
    printer.setResolution(600)
    paint_pages(printer, pdf, (0,), quiet())
    drawn = pypdf.PdfReader(target).pages[0]["/Resources"]["/XObject"].values()
    pictures = [one.get_object() for one in drawn]
    assert [(one["/Width"], one["/Height"]) for one in pictures] == [(4961, 7016)]
    assert {one["/Filter"] for one in pictures} == {"/FlateDecode"}


def test_printing_can_be_stopped_between_pages(pdf: bytes, tmp_path: Path) -> None:
    seen: list[int] = []

    def report(done: int, _total: int, _text: str) -> None:
        seen.append(done)
        if done == 1:
            progress.stop()

    progress = Progress(report)
    with pytest.raises(Cancelled):
        paint_pages(onto_file(tmp_path / "paper.pdf"), pdf, range(9), progress)
    assert seen == [0, 1]


def test_a_printer_that_takes_nothing_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không nhận bản in"):
        paint_pages(onto_file(tmp_path / "no folder" / "paper.pdf"), pdf, (0,), quiet())


class Setup(PrinterSetup):
    """A machine with one printer that writes files, or with none."""

    def __init__(self, target: Path | None) -> None:
        self.target = target

    def has_printer(self) -> bool:
        return self.target is not None

    def ask(self, printer: QPrinter, pages: int, parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setResolution(DRAFT_DPI)
        printer.setPageRanges(QPageRanges.fromString("1"))
        return True


def service(
    qtbot: QtBot,
    context: AppContext,
    theme: Theme,
    recorder: Recorder,
    tmp_path: Path,
    to: Path | None,
) -> tuple[PrintService, list[OfficialDocument]]:
    owner = QWidget()
    qtbot.addWidget(owner)
    offered: list[OfficialDocument] = []
    desk = make_desk(context, theme, recorder, tmp_path)
    return PrintService(desk, owner, offered.append, Setup(to)), offered


def test_a_plan_goes_to_the_printer_and_that_is_said(
    qtbot: QtBot, context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path
) -> None:
    prints, offered = service(qtbot, context, theme, recorder, tmp_path, tmp_path / "paper.pdf")
    prints.print(sample_plan())
    assert len(pypdf.PdfReader(tmp_path / "paper.pdf").pages) == 1
    assert recorder.notes == ["Đã gửi 1 trang tới máy in."]
    assert not offered


@pytest.mark.parametrize("gone", ["never there", "gone while printing"])
def test_without_a_printer_a_pdf_is_offered(
    qtbot: QtBot, context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path, gone: str
) -> None:
    target = None if gone == "never there" else tmp_path / "no folder" / "paper.pdf"
    prints, offered = service(qtbot, context, theme, recorder, tmp_path, target)
    recorder.way = 0
    prints.print(sample_plan())
    assert offered == [sample_plan()]
    assert "máy in" in recorder.picks[0][0].lower()
