"""The head of the page: title, count, the switch of views, files, reports and new tasks."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.theme.theme import Theme

_COUNT_DIGITS: Final = 26


class WorkView(StrEnum):
    """The views of the page; the values are stable."""

    TABLE = "table"
    BOARD = "board"
    CALENDAR = "calendar"
    TIMELINE = "timeline"
    MOVEMENTS = "movements"


_VIEWS: Final = (
    (WorkView.TABLE, N_("Bảng"), "table"),
    (WorkView.BOARD, N_("Thẻ"), "view-column-outline"),
    (WorkView.CALENDAR, N_("Lịch"), "calendar-month-outline"),
    (WorkView.TIMELINE, N_("Trục thời gian"), "chart-gantt"),
    (WorkView.MOVEMENTS, N_("Phong trào"), "bullhorn-outline"),
)


class WorkHead(QWidget):
    """`wanted` names what was asked for: "add", "ics", "xlsx", "report", "bin", "movement"."""

    wanted = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._adds = theme, "add"
        self._count = _Fitting()
        choices = [Segment(view.value, _(word), icon) for view, word, icon in _VIEWS]
        self.views = Segments(_("Cách xem"), choices, theme)
        self.views.chosen.connect(self.view_chosen)
        self.reports = self._button(_("Báo cáo"), "file-document-outline")
        self.reports.clicked.connect(lambda: self.wanted.emit("report"))
        self.export = self._button(_("Xuất"), "export-variant")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._export_menu())
        self.add = QPushButton(_("Thêm nhiệm vụ"))
        self.add.setProperty("kind", "primary")
        self.add.setIconSize(BESIDE_WORDS)
        self.add.setShortcut(QKeySequence("Ctrl+Shift+N"))
        self.add.setToolTip(_("Thêm nhiệm vụ trong năm (Ctrl+Shift+N)"))
        self.add.clicked.connect(lambda: self.wanted.emit(self._adds))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(_("Tiến độ"), "title"))
        layout.addWidget(self._count, 1)
        for part in (self.views, self.reports, self.export, self.add):
            layout.addWidget(part)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_count(self, count: str, source: str) -> None:
        """Say how many tasks there are and, where there is room, what they come from."""
        self._count.say(f"{count} · {source}" if source else count, count)

    def set_view(self, view: WorkView) -> None:
        """Mark the view in front; the button for new things follows it."""
        self.views.set_value(view.value)
        movements = view is WorkView.MOVEMENTS
        self._adds = "movement" if movements else "add"
        self.add.setText(_("Thêm phong trào") if movements else _("Thêm nhiệm vụ"))
        self.export.setEnabled(not movements)

    def fit(self, width: int) -> None:
        """Show by their icons alone first the quiet buttons, then the switch of views."""
        self.views.show_words(shown=True)
        self._dress(bare=False)
        room = width - self._count.fontMetrics().averageCharWidth() * _COUNT_DIGITS
        if self._needed() > room:
            self._dress(bare=True)
        if self._needed() > room:
            self.views.show_words(shown=False)

    def minimumSizeHint(self) -> QSize:
        # What gives way must not keep the window from getting narrower while it has not yet.
        return QSize(0, super().minimumSizeHint().height())

    def _needed(self) -> int:
        """Return the room that everything but the count takes."""
        return self.sizeHint().width() - self._count.sizeHint().width()

    def _dress(self, *, bare: bool) -> None:
        """Show the quiet buttons with their words or without; then the tooltip says the word."""
        for button in (self.reports, self.export):
            put_beside(button, words=not bare)
            button.setToolTip(button.text() if bare else "")

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, key in (
            (_("Lịch cho điện thoại, Outlook (.ics)…"), "ics"),
            (_("Bảng Excel (.xlsx)…"), "xlsx"),
        ):
            menu.addAction(text, partial(self.wanted.emit, key))
        menu.addSeparator()
        menu.addAction(_("Việc đã xoá…"), lambda: self.wanted.emit("bin"))
        return menu

    def _button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "button")
        button.setProperty("icon_name", icon)
        button.setText(text)
        button.setAccessibleName(text)
        put_beside(button)
        return button

    def _recolour(self) -> None:
        for button in (self.reports, self.export):
            button.setIcon(self._theme.icon(str(button.property("icon_name"))))
        self.add.setIcon(self._theme.icon("plus", self._theme.tokens.on_accent))


class _Fitting(ElidedLabel):
    """Shows the longer words where they fit, else the shorter ones."""

    def __init__(self) -> None:
        super().__init__("", "hint")
        self._longer = self._shorter = ""

    def say(self, longer: str, shorter: str) -> None:
        """Show other words."""
        self._longer, self._shorter = longer, shorter
        self.setToolTip(longer)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        fits = self.fontMetrics().size(0, self._longer).width() <= self.width()
        chosen = self._longer if fits else self._shorter
        if chosen != self.text():
            self.setText(chosen)
