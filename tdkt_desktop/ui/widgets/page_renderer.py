"""Turns the pages of a PDF into pictures, on a thread of its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, QThread, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture of `width` device pixels; `edition` tells of which loading."""

    edition: int
    page: int
    width: int
    image: QImage


class _Worker(QObject):
    """Lives on the thread and owns the document there."""

    loaded = Signal(int, list)
    painted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._buffer: QBuffer | None = None
        self._document: QPdfDocument | None = None
        self._edition = 0

    def load(self, edition: int, data: QByteArray) -> None:
        """Open a PDF and tell the sizes of its pages in points."""
        self._edition = edition
        document = self._document or QPdfDocument(self)
        self._document = document
        document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
        self.loaded.emit(edition, sizes)

    def paint(self, edition: int, page: int, width: int) -> None:
        """Paint a page; a request for an edition that is gone is passed over."""
        if edition != self._edition or self._document is None:
            return
        size = self._document.pagePointSize(page)
        height = round(width * size.height() / max(size.width(), 1))
        image = self._document.render(page, QSize(width, height))
        self.painted.emit(PagePicture(edition, page, width, image))


class PageRenderer(QObject):
    """Takes a PDF and requests for its pages; answers by signals in the interface's thread."""

    loaded = Signal(int, list)
    painted = Signal(object)
    _load = Signal(int, QByteArray)
    _paint = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = 0
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._load.connect(self._worker.load)
        self._paint.connect(self._worker.paint)
        self._worker.loaded.connect(self.loaded)
        self._worker.painted.connect(self.painted)
        self._thread.finished.connect(self._worker.deleteLater)
        self._thread.start()

    def load(self, pdf: bytes) -> int:
        """Open another PDF and return its edition."""
        self._edition += 1
        self._load.emit(self._edition, QByteArray(pdf))
        return self._edition

    def request(self, page: int, width: int) -> None:
        """Ask for a page of the present edition, `width` device pixels wide."""
        self._paint.emit(self._edition, page, width)

    def stop(self) -> None:
        """End the thread; nothing is answered any more."""
        self._thread.quit()
        self._thread.wait()


def fitting(size: QSizeF, width: float) -> QSizeF:
    """Return a page's size scaled to a width."""
    return QSizeF(width, width * size.height() / max(size.width(), 1.0))
