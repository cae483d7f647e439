"""The printed pages as they leave the printer, one under the other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.page_renderer import PagePicture, PageRenderer, fitting

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.theme.theme import Theme

GAP: Final = 12
_POINTS_PER_MM: Final = 72 / 25.4
_ZOOM: Final = (0.25, 4.0)
_SCREEN_SCALE: Final = 96 / 72
_BAR_HEIGHT_MM: Final = 6.0


class Fit(StrEnum):
    """How large the pages are shown; the stored values are stable."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PageView(QAbstractScrollArea):
    """Shows the pages of a PDF and marks where the cursor of the editor is.

    Pages are painted on a thread; until a new picture is there, the one before stays.
    """

    page_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: list[QSizeF] = []
        self._pictures: dict[int, PagePicture] = {}
        self._asked: set[tuple[int, int]] = set()
        self._fit, self._zoom = Fit.WIDTH, 1.0
        self._mark: tuple[int, float] | None = None
        self._edition = 0
        self._top = (0, 0.0)
        self._renderer = PageRenderer(self)
        self._renderer.loaded.connect(self._loaded)
        self._renderer.painted.connect(self._painted)
        self.setAccessibleName(_("Trang in"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF in the same place."""
        self._edition = self._renderer.load(pdf)

    def stop(self) -> None:
        """End the painting thread, before the view goes."""
        self._renderer.stop()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The page in the upper half of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        tops = [box.top() for box in self._boxes()]
        return max(sum(top <= middle for top in tops) - 1, 0)

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page into view."""
        boxes = self._boxes()
        if boxes:
            place = boxes[min(max(page, 0), len(boxes) - 1)].top()
            self.verticalScrollBar().setValue(int(place) - GAP)

    def mark(self, page: int, top_mm: float) -> None:
        """Mark a line of a page and bring it into view."""
        self._mark = (page, top_mm)
        box = self._mark_box()
        if box is not None:
            self._bring(box)
        self.viewport().update()

    def unmark(self) -> None:
        """Mark no line."""
        self._mark = None
        self.viewport().update()

    def set_fit(self, fit: Fit, zoom: float = 1.0) -> None:
        """Fit pages to the width or the height of the view, or show them at a zoom."""
        self._fit = fit
        self._zoom = min(max(zoom, _ZOOM[0]), _ZOOM[1])
        self._refresh()

    @property
    def zoom(self) -> float:
        """How large the page in view is shown, 1 for its real size on a common screen."""
        if not self._sizes:
            return self._zoom
        return self._scale(self._sizes[self.current_page]) / _SCREEN_SCALE

    # --- where pages stand ---

    def _scale(self, size: QSizeF) -> float:
        """Return logical pixels a point for a page; each page fits by itself, lying or not."""
        if self._fit is Fit.FREE:
            return self._zoom * _SCREEN_SCALE
        by_width = max(self.viewport().width() - 2 * GAP, 50) / max(size.width(), 1.0)
        if self._fit is Fit.WIDTH:
            return by_width
        room = max(self.viewport().height() - 2 * GAP, 50)
        return min(by_width, room / max(size.height(), 1.0))

    def _boxes(self) -> list[QRectF]:
        """Return where each page stands, in the coordinates of the whole strip."""
        top, boxes = float(GAP), []
        view = float(self.viewport().width())
        for size in self._sizes:
            shown = fitting(size, size.width() * self._scale(size))
            left = max((view - shown.width()) / 2, GAP)
            boxes.append(QRectF(QPointF(left, top), shown))
            top += shown.height() + GAP
        return boxes

    def _mark_box(self) -> QRectF | None:
        boxes = self._boxes()
        if self._mark is None or self._mark[0] >= len(boxes):
            return None
        page, top = self._mark
        unit = self._scale(self._sizes[page]) * _POINTS_PER_MM
        box = boxes[page]
        return QRectF(box.left() + 8, box.top() + top * unit, 3, _BAR_HEIGHT_MM * unit)

    def _bring(self, box: QRectF) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= box.top() <= bar.value() + height - 60:
            bar.setValue(int(box.top() - height / 3))

    # --- what comes from the thread ---

    def _loaded(self, edition: int, sizes: list[QSizeF]) -> None:
        if edition != self._edition:
            return
        opened = not self._sizes
        self._sizes = sizes
        self._asked.clear()
        self._pictures = {page: old for page, old in self._pictures.items() if page < len(sizes)}
        self._refresh()
        if opened and self._mark is not None:
            self.mark(*self._mark)

    def _painted(self, picture: PagePicture) -> None:
        if picture.edition == self._edition:
            self._pictures[picture.page] = picture
            self.viewport().update()

    def _refresh(self) -> None:
        """Fit the bars to the pages; what was at the top of the view stays there."""
        page, share = self._top
        boxes = self._boxes()
        height = int(boxes[-1].bottom() + GAP) if boxes else 0
        width = int(max((box.right() for box in boxes), default=0.0) + GAP)
        self.verticalScrollBar().setRange(0, max(height - self.viewport().height(), 0))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(width - self.viewport().width(), 0))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self._asked.clear()
        self.viewport().update()
        if page < len(boxes):
            top = boxes[page].top() + share * boxes[page].height()
            self.verticalScrollBar().setValue(round(top))
        self._moved()

    def _moved(self) -> None:
        value = self.verticalScrollBar().value()
        boxes = self._boxes()
        page = max(sum(box.top() <= value for box in boxes) - 1, 0)
        if boxes:
            self._top = (page, (value - boxes[page].top()) / boxes[page].height())
        self.page_changed.emit(self.current_page, self.page_count)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.tokens.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bars = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-bars[0], -bars[1])
        visible = QRectF(self.viewport().rect()).translated(*bars)
        for page, box in enumerate(self._boxes()):
            if box.intersects(visible):
                self._paint_page(painter, page, box)
        mark = self._mark_box()
        if mark is not None:
            painter.fillRect(mark, QColor("#1F4E8C"))

    def _paint_page(self, painter: QPainter, page: int, box: QRectF) -> None:
        painter.fillRect(box, QColor("#FFFFFF"))
        picture = self._pictures.get(page)
        if picture is not None:
            painter.drawImage(box, picture.image)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawRect(box)
        width = round(box.width() * self.devicePixelRatioF())
        stale = picture is None or picture.edition != self._edition or picture.width != width
        if stale and (page, width) not in self._asked:
            self._asked.add((page, width))
            self._renderer.request(page, width)

    # --- mouse, keys, size ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1.1 if event.angleDelta().y() > 0 else 1 / 1.1
            self.set_fit(Fit.FREE, self.zoom * step)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count - 1}
        if event.key() in pages:
            self.go_to_page(pages[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)
