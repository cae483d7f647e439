"""The small table of the first page: registered, proposed, decided for each award."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.overview_views import AwardLine

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AwardsTable(QWidget):
    """Heads, then the awards under the word of their kind."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 8, 14, 10)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def show_awards(self, groups: Sequence[tuple[str, Sequence[AwardLine]]]) -> None:
        """Show other figures; with none, say where they will come from."""
        self._clear()
        if not groups:
            words = text_label(_("Chưa có ai đăng ký, được đề nghị hay được khen năm này."), "hint")
            words.setWordWrap(True)
            self._grid.addWidget(words, 0, 0, 1, 4)
            return
        row = 0
        for head, lines in groups:
            titles = (_("Đăng ký"), _("Đề nghị"), _("Quyết định"))
            self._row(row, head, titles if row == 0 else ("", "", ""), "label")
            row += 1
            for line in lines:
                counts = (line.registered, line.proposed, line.decided)
                self._row(row, line.name, [str(count or "–") for count in counts], "")
                row += 1

    def _row(self, row: int, name: str, values: Sequence[str], look: str) -> None:
        first = text_label(name, look)
        first.setWordWrap(True)
        self._grid.addWidget(first, row, 0)
        for column, value in enumerate(values, 1):
            self._grid.addWidget(text_label(value, look), row, column, _RIGHT)

    def _clear(self) -> None:
        while self._grid.count():
            taken = self._grid.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
