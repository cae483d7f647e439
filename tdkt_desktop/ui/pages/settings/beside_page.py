"""A section whose settings are seen at once on a printed page beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.sample_page import current_period, print_sample
from tdkt_desktop.ui.pages.settings.profile_form import ProfileForm
from tdkt_desktop.ui.pages.settings.section import Section
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.live_page import LivePage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from tdkt_desktop.ui.desk import Desk

_PAGE_SHARE: Final = (11, 8)
_FORM_LETTERS: Final = 62
_PAGE_WIDTH: Final = 260


class BesidePage(Section):
    """Fields at the left that scroll, the sample page at the right while there is room."""

    FILLS = True
    SHOWS = frozenset({"school"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = ProfileForm(desk, self)
        self.form.stored.connect(lambda _profile: self._print())
        self.page = LivePage(desk.theme)
        inside = QWidget()
        self.fields = QVBoxLayout(inside)
        self.fields.setContentsMargins(0, 0, 8, 0)
        self.fields.setSpacing(12)
        self.fields.addWidget(text_label(_(self.TITLE), "section"))
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(area, _PAGE_SHARE[0])
        row.addWidget(self.page, _PAGE_SHARE[1])
        self.column.addLayout(row, 1)

    def refresh(self) -> None:
        self.form.load()
        self._print()

    def flush(self) -> None:
        self.form.flush()

    def stop(self) -> None:
        self.page.stop()

    def _print(self) -> None:
        profile = self.form.profile
        period = current_period(profile.planning, self.desk.today())
        self.page.show_print(lambda: print_sample(profile, period))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        letters = self.fontMetrics().averageCharWidth() * _FORM_LETTERS
        self.page.setVisible(self.width() >= letters + _PAGE_WIDTH)
