"""The head of the page: title, count, which of the three views, and the ways to begin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme

WORKS: Final = "works"
SCORING: Final = "scoring"
LEDGER: Final = "ledger"


class InitiativesHead(QWidget):
    """Tells by `wanted` what was asked for, by `turned` which view is to be shown."""

    wanted = Signal(str)
    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = text_label("", "hint")
        choices = (
            Segment(WORKS, _("Danh sách")),
            Segment(SCORING, _("Chấm điểm")),
            Segment(LEDGER, _("Sổ sử dụng")),
        )
        self.views = Segments(_("Xem"), choices, theme)
        self.views.set_value(WORKS)
        self.views.chosen.connect(self.turned)
        self.new = QPushButton(_("Thêm sáng kiến"))
        self.new.setProperty("kind", "primary")
        self.new.setIconSize(BESIDE_WORDS)
        self.new.setAccessibleName(_("Thêm sáng kiến"))
        self.new.setToolTip(_("Thêm sáng kiến (Ctrl+N)"))
        self.new.clicked.connect(lambda: self.wanted.emit("new"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(_("Sáng kiến"), "title"))
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self.views)
        for key, icon, words in (
            ("criteria", "format-list-numbered", _("Phiếu chấm…")),
            ("bin", "trash-can-outline", _("Thùng rác…")),
        ):
            button = tool_button(theme, icon, words, partial(self.wanted.emit, key))
            layout.addWidget(button)
        layout.addWidget(self.new)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_count(self, count: int, year: str) -> None:
        """Say how many initiatives there are; where there is none the list offers the first."""
        self.new.setVisible(count > 0)
        words = _("{n} sáng kiến, năm {year}") if year else _("{n} sáng kiến")
        self._count.setText(words.format(n=count, year=year) if count else "")

    def show_view(self, view: str) -> None:
        """Say which view stands below."""
        self.views.set_value(view)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out the count and the words of the button where there is little room."""
        self._count.setHidden(compact)
        self.new.setText("" if compact else _("Thêm sáng kiến"))

    def _recolour(self) -> None:
        self.new.setIcon(self._theme.icon("plus", self._theme.tokens.on_accent))
