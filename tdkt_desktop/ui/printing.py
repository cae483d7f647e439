"""Printing: the pages of the PDF, painted at the printer's resolution, nothing scaled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QMarginsF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

from tdkt_desktop.errors import Cancelled, InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.files import PrintedPages
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress

_POINTS_PER_INCH: Final = 72
_FINEST: Final = 600
"""Above this, a printed letter does not get better, only the job larger."""


class PrinterSetup:
    """Asks for printer, copies, pages and sides; tests put answers in its place."""

    def has_printer(self) -> bool:
        """Tell whether the system knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask(self, printer: QPrinter, pages: int, parent: QWidget) -> bool:
        """Show the system's dialog; False where the person leaves it."""
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_("In kế hoạch"))
        dialog.setMinMax(1, pages)
        options = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(options.PrintPageRange, True)
        dialog.setOption(options.PrintCollateCopies, True)
        dialog.setOption(options.PrintSelection, False)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted


@dataclass(frozen=True, slots=True)
class _Sheets:
    """A PDF ready to be printed: its bytes and which pages, in order, come out."""

    pdf: bytes
    pages: tuple[int, ...]


class PrintService:
    """Prints documents for one widget; a printer that fails is told, and a PDF offered."""

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        offer_pdf: Callable[[OfficialDocument], None],
        setup: PrinterSetup | None = None,
    ) -> None:
        self._desk, self._owner, self._offer_pdf = desk, owner, offer_pdf
        self._setup = setup or PrinterSetup()

    def print(self, document: OfficialDocument) -> None:
        """Make the pages of a document, ask how to print them, and send them to the printer."""
        files = self._desk.context.files
        name = document.subject.plain or document.title
        self.print_pages(name, lambda: files.print(document), lambda: self._offer_pdf(document))

    def print_pages(
        self, name: str, make: Callable[[], PrintedPages], offer_pdf: Callable[[], object]
    ) -> None:
        """Print pages that `make` makes; it runs on a working thread."""
        if not self._setup.has_printer():
            self._no_printer(_("Máy này chưa có máy in nào."), offer_pdf)
            return
        self._desk.tasks.run(
            self._owner,
            lambda _progress: make(),
            lambda made: self._choose(name, made.pdf, made.pages, offer_pdf),
            lambda error: self._desk.feedback.error(error, self._owner),
            _("Đang dàn trang…"),
        )

    def _choose(self, name: str, pdf: bytes, pages: int, offer_pdf: Callable[[], object]) -> None:
        printer = new_printer(name)
        if not self._setup.ask(printer, pages, self._owner):
            return
        sheets = _Sheets(pdf, chosen_pages(printer, pages))
        self._desk.tasks.run(
            self._owner,
            lambda progress: paint_pages(printer, sheets.pdf, sheets.pages, progress),
            lambda count: self._desk.feedback.note(
                _("Đã gửi {count} trang tới máy in.").format(count=count)
            ),
            lambda error: self._no_printer(error.message, offer_pdf),
            _("Đang in…"),
        )

    def _no_printer(self, text: str, offer_pdf: Callable[[], object]) -> None:
        detail = _("Có thể xuất PDF để in ở máy khác; trang in giống hệt.")
        if self._desk.feedback.pick(text, detail, [_("Xuất PDF")], self._owner) == 0:
            offer_pdf()


def new_printer(name: str) -> QPrinter:
    """Return a printer set to whole A4 sheets, so that the margins are those of the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def chosen_pages(printer: QPrinter, pages: int) -> tuple[int, ...]:
    """Return which pages, counted from 0, were asked for, in their order.

    All where no range was given.
    """
    wanted = [
        page - 1
        for part in printer.pageRanges().toRangeList()
        for page in range(part.from_, part.to + 1)
    ]
    if not wanted and printer.fromPage():
        wanted = list(range(printer.fromPage() - 1, printer.toPage()))
    chosen = tuple(page for page in wanted if page < pages) or tuple(range(pages))
    return chosen[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else chosen


def paint_pages(printer: QPrinter, pdf: bytes, pages: Sequence[int], progress: Progress) -> int:
    """Paint pages of a PDF onto a printer and return how many; runs on a working thread.

    Copies that the printer's driver cannot make itself are painted one after the other. Raises
    InputError where the printer does not answer, Cancelled where the person stopped it.
    """
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(buffer)
    document.load(buffer)
    if printer.resolution() > _FINEST:
        printer.setResolution(_FINEST)
    order = _with_copies(printer, pages)
    try:
        _paint_all(printer, document, order, progress)
    finally:
        document.close()
        buffer.close()
    return len(order)


def _with_copies(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """Return pages as they come out, with the copies that the driver does not make itself."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return [*pages] * copies
    return [page for page in pages for _copy in range(copies)]


def _paint_all(
    printer: QPrinter, document: QPdfDocument, order: Sequence[int], progress: Progress
) -> None:
    painter = QPainter()
    # Without it pages reach a printer of Linux as photographs, with grey specks around letters.
    crisp = QPainter.RenderHint.LosslessImageRendering
    try:
        for count, page in enumerate(order):
            progress.step(count, len(order), _("Đang in trang {n}…").format(n=page + 1))
            _turn(printer, document.pagePointSize(page))
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise _no_answer(printer)
            painter.setRenderHint(crisp)
            _paint_page(painter, printer.resolution(), document, page)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()


def _no_answer(printer: QPrinter) -> InputError:
    return InputError(
        _("Máy in “{name}” không nhận bản in.").format(name=printer.printerName()),
        _("Xin kiểm tra máy in có bật và còn kết nối không."),
    )


def _turn(printer: QPrinter, size: QSizeF) -> None:
    """Lay the sheet as the page lies: an annex may be wider than high."""
    wide = size.width() > size.height()
    modes = QPageLayout.Orientation
    printer.setPageOrientation(modes.Landscape if wide else modes.Portrait)


def _paint_page(painter: QPainter, resolution: int, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    scale = resolution / _POINTS_PER_INCH
    whole = QSize(round(points.width() * scale), round(points.height() * scale))
    # In one piece: pieces rendered by their clip come out a pixel or two off at the seams.
    painter.drawImage(0, 0, _on_paper(document.render(page, whole)))


def _on_paper(page: QImage) -> QImage:
    """Return a picture as ink on white: nothing see-through, and no more data than it needs."""
    paper = QImage(page.size(), QImage.Format.Format_Grayscale8)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    return paper
