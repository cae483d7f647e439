"""The printed pages beside the text: page count, stepping, size, and the place of the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, HEADER, TEXT
from tdkt_desktop.ui.editors.text_conversion import BEFORE_BODY
from tdkt_desktop.ui.editors.tool_button import tool_button, upright_line
from tdkt_desktop.ui.widgets.page_view import Fit, PageView

if TYPE_CHECKING:
    from tdkt_desktop.services.files import PrintedPages
    from tdkt_desktop.ui.theme.theme import Theme

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
BODY = -1
_AFTER_BODY = 1_000_000


class PrintedPane(QWidget):
    """Shows what leaves the printer; the bar beside a paragraph says where the cursor is."""

    page_changed = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._where: tuple[int, int] | None = None
        self._marks: dict[tuple[int, int], tuple[int, float]] = {}
        self.view = PageView(theme)
        self._page = QLabel()
        self._page.setProperty("look", "strong")
        self._page.setText(_("đang dựng…"))
        self._fit = QToolButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(theme))
        layout.addWidget(self.view, 1)
        self.view.page_changed.connect(self._tell_page)

    def _head(self, theme: Theme) -> QFrame:
        head = QFrame()
        head.setProperty("bar", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(6)
        name = QLabel(_("Trang in"))
        name.setProperty("look", "label")
        row.addWidget(name)
        row.addWidget(self._page)
        row.addStretch(1)
        row.addWidget(tool_button(theme, "chevron-up", _("Trang trước"), lambda: self._turn(-1)))
        row.addWidget(tool_button(theme, "chevron-down", _("Trang sau"), lambda: self._turn(1)))
        row.addWidget(upright_line())
        row.addWidget(self._fit_button())
        return head

    def _fit_button(self) -> QToolButton:
        button = self._fit
        button.setProperty("kind", "tool")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAccessibleName(_("Cỡ trang in"))
        button.setToolTip(_("Cỡ trang in"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        choices = [(_("Vừa bề ngang"), Fit.WIDTH, 1.0), (_("Cả trang"), Fit.PAGE, 1.0)]
        choices += [(f"{zoom:.0%}", Fit.FREE, zoom) for zoom in _ZOOMS]
        for words, fit, zoom in choices:
            self._add_choice(menu, group, words, fit, zoom)
        button.setMenu(menu)
        button.setText(_("Vừa bề ngang") + " ▾")
        return button

    def _add_choice(
        self, menu: QMenu, group: QActionGroup, words: str, fit: Fit, zoom: float
    ) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(fit is Fit.WIDTH)
        group.addAction(action)
        menu.addAction(action)

        def choose() -> None:
            self._fit.setText(f"{words} ▾")
            self.view.set_fit(fit, zoom)

        action.triggered.connect(choose)

    def show_pages(self, pages: PrintedPages) -> None:
        """Show other pages in the same place."""
        self._marks = {
            (place.annex, place.block): (place.page - 1, place.top) for place in pages.places
        }
        self.view.show_pdf(pages.pdf)
        self._mark()

    def point_at(self, annex: int, block: int) -> None:
        """Mark a block of the body (`annex` BODY) or of an annex."""
        if self._where != (annex, block):
            self._where = (annex, block)
            if block == BEFORE_BODY:
                self.view.unmark()
                self.view.go_to_page(0)
            self._mark()

    def point_at_part(self, key: str, number: int) -> None:
        """Show where a part of the document is printed; the text's own place is its cursor's."""
        if key == ANNEX:
            self.point_at(number, 0)
        elif key != TEXT:
            self.point_at(BODY, BEFORE_BODY if key in (HEADER, GROUNDS) else _AFTER_BODY)

    def start_over(self) -> None:
        """Forget where the cursor was: another document comes."""
        self._where = None

    def stop(self) -> None:
        """End the painting thread."""
        self.view.stop()

    def _mark(self) -> None:
        if self._where is None:
            return
        annex, block = self._where
        known = [key for key in self._marks if key[0] == annex and key[1] <= block]
        if known:
            self.view.mark(*self._marks[max(known)])

    def _turn(self, steps: int) -> None:
        self.view.go_to_page(self.view.current_page + steps)

    def _tell_page(self, page: int, count: int) -> None:
        self._page.setText(f"{page + 1} / {count}" if count else _("đang dựng…"))
        self.page_changed.emit(page, count)
