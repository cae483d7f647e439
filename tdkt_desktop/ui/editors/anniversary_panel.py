"""The days that the plan's period brings, ready to be written into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QPushButton

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.side_panel import SidePanel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.anniversaries import anniversaries
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.ui.theme.theme import Theme
    from tdkt_desktop.vietnamese.anniversaries import Anniversary

_PHRASE: Final = Qt.ItemDataRole.UserRole + 1


class AnniversaryPanel(SidePanel):
    """Lists anniversaries of a period; `inserted` carries the words for the text."""

    inserted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Ngày kỷ niệm"))
        self._theme = theme
        self._found: list[Anniversary] = []
        self._words, self._list = QLineEdit(), QListWidget()
        self._round = QCheckBox(_("Chỉ năm tròn và năm lẻ 5"))
        self._words.setPlaceholderText(_("Tìm ngày, không cần dấu"))
        self._words.setAccessibleName(_("Tìm ngày kỷ niệm"))
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setAccessibleName(_("Ngày kỷ niệm trong kỳ; Enter để chèn"))
        insert = QPushButton(_("Chèn vào chỗ con trỏ"))
        insert.setProperty("kind", "primary")
        hint = _("Ngôi sao đánh dấu năm tròn. Số năm và ngày đã tính theo năm của kế hoạch.")
        for part in (self._words, self._round, text_label(hint, "hint", wrap=True)):
            self.inside.addWidget(part)
        self.inside.addWidget(self._list, 1)
        self.inside.addWidget(insert)
        self._words.textChanged.connect(self._fill)
        self._round.toggled.connect(self._fill)
        self._list.itemActivated.connect(self.insert_current)
        insert.clicked.connect(self.insert_current)

    def open(self, first: date, last: date) -> None:
        """Show the days of a period."""
        self._found = anniversaries(first, last)
        self._fill()
        self._words.setFocus()

    def insert_current(self) -> None:
        """Insert the phrase of the chosen day."""
        item = self._list.currentItem()
        if item is not None:
            self.inserted.emit(item.data(_PHRASE))

    def _fill(self) -> None:
        wanted = fold(self._words.text()).split()
        self._list.clear()
        for one in self._found:
            if self._round.isChecked() and not one.is_round:
                continue
            if all(word in fold(f"{one.name} {one.date:%d/%m/%Y}") for word in wanted):
                self._list.addItem(self._item(one))
        self._list.setCurrentRow(0)

    def _item(self, one: Anniversary) -> QListWidgetItem:
        kind = _("năm tròn") if one.is_decade else _("năm lẻ 5") if one.is_round else ""
        when = f"{one.date:%d/%m/%Y}"
        item = QListWidgetItem(
            f"{when} · {one.name}\n" + " · ".join(filter(None, (_years(one), kind)))
        )
        tokens = self._theme.tokens
        icon = "star-outline" if one.is_round else "calendar"
        item.setIcon(self._theme.icon(icon, tokens.accent if one.is_round else tokens.text3))
        item.setData(_PHRASE, _("kỷ niệm {phrase}").format(phrase=one.phrase))
        item.setToolTip(item.data(_PHRASE))
        return item


def _years(one: Anniversary) -> str:
    return _("{count} năm").format(count=one.years) if one.years else _("hằng năm")
