"""The form of the legal grounds: chosen from the catalogue or typed, with their validity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from tdkt_desktop.documents.end_marks import without_end_mark
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.services.legal import VALIDITY_NAMES
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.editors.part_form import PartForm
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.widgets.form import add_row, text_label
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.legal import LegalEntry, LegalService
    from tdkt_desktop.ui.theme.theme import Theme

_TEXT: Final = Qt.ItemDataRole.UserRole + 1
_PAUSE_MS: Final = 250


class GroundsForm(PartForm):
    """Edits the grounds; one that is not in force on the plan's day is told."""

    def __init__(self, theme: Theme, legal: LegalService) -> None:
        super().__init__(_("Căn cứ"), _("Kéo hoặc dùng mũi tên để đổi thứ tự."))
        self._theme, self._legal = theme, legal
        self._day = date.today()  # noqa: DTZ011 - a day of the office's calendar
        self._doubts: tuple[str, ...] = ()
        self._list = QListWidget()
        self._words = LinesField(3)
        self._search, self._results = QLineEdit(), QListWidget()
        self._check = _pause(self, self._tell_doubts)
        self._look = _pause(self, self._show_results)
        self._lay_out()
        self._list.currentItemChanged.connect(self._show_words)
        self._list.model().rowsMoved.connect(self._changed)
        self._words.textChanged.connect(self._write_words)
        self._search.textEdited.connect(self._look.start)
        self._results.itemActivated.connect(self._take)

    def _lay_out(self) -> None:
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setAccessibleName(_("Các căn cứ của kế hoạch"))
        self._list.setMinimumHeight(self.fontMetrics().height() * 12)
        self.fields.addWidget(self._list)
        row = QHBoxLayout()
        up, down = partial(self._move, -1), partial(self._move, 1)
        row.addWidget(tool_button(self._theme, "arrow-up", _("Lên"), up))
        row.addWidget(tool_button(self._theme, "arrow-down", _("Xuống"), down))
        remove = _("Bỏ căn cứ đang chọn")
        row.addWidget(tool_button(self._theme, "trash-can-outline", remove, self.remove_current))
        row.addStretch(1)
        add = QPushButton(_("Thêm căn cứ tự gõ"))
        add.clicked.connect(lambda: self.add(_("Căn cứ ")))
        row.addWidget(add)
        self.fields.addLayout(row)
        add_row(self.fields, _("Lời văn của căn cứ đang chọn"), self._words)
        self.fields.addWidget(text_label(_("Chọn từ danh mục văn bản"), "strong"))
        self._search.setPlaceholderText(_("Tìm số hoặc tên văn bản, không cần dấu"))
        self._search.setAccessibleName(_("Tìm trong danh mục văn bản"))
        self._results.setWordWrap(True)
        self._results.setSpacing(3)
        self._results.setAccessibleName(_("Văn bản tìm thấy; Enter để thêm làm căn cứ"))
        self._results.setMinimumHeight(self.fontMetrics().height() * 8)
        self.fields.addWidget(self._search)
        self.fields.addWidget(self._results, 1)

    # --- in and out ---

    def show_document(self, document: OfficialDocument) -> None:
        self.blockSignals(True)
        if document.issued_on is not None:
            self._day = document.issued_on
        self._list.clear()
        for ground in document.grounds:
            self._append(ground)
        self._show_results()
        self._tell_doubts()
        self.blockSignals(False)

    def apply(self, document: OfficialDocument) -> OfficialDocument:
        return replace(document, grounds=tuple(one for one in self._grounds() if one))

    def field_of(self, path: tuple[str, ...]) -> QWidget | None:
        """Return the words of a ground, which becomes the chosen one."""
        if len(path) < 2:
            return self._list
        filled = [row for row, one in enumerate(self._grounds()) if one]
        self._list.setCurrentRow(filled[min(int(path[1]), len(filled) - 1)] if filled else -1)
        return self._words

    def _grounds(self) -> list[RichText]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item.data(_TEXT) for item in items]

    # --- the list ---

    def add(self, words: str) -> None:
        """Add a ground at the end and put the cursor into its words."""
        self._append(RichText(words))
        self._list.setCurrentRow(self._list.count() - 1)
        self._words.setFocus()
        self._changed()

    def remove_current(self) -> None:
        """Take the chosen ground off the list."""
        row = self._list.currentRow()
        if row >= 0:
            self._list.takeItem(row)
            self._changed()

    def _append(self, text: RichText) -> None:
        item = QListWidgetItem(text.plain)
        item.setData(_TEXT, text)
        self._list.addItem(item)

    def _move(self, steps: int) -> None:
        row = self._list.currentRow()
        if row >= 0 and 0 <= row + steps < self._list.count():
            self._list.insertItem(row + steps, self._list.takeItem(row))
            self._list.setCurrentRow(row + steps)
            self._changed()

    def _changed(self) -> None:
        self._check.start()
        self.changed.emit()

    def _show_words(self, item: QListWidgetItem | None) -> None:
        self._words.blockSignals(True)
        self._words.setPlainText(item.data(_TEXT).plain if item else "")
        self._words.setEnabled(item is not None)
        self._words.blockSignals(False)

    def _write_words(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            words = without_end_mark(clean_line(self._words.toPlainText()))
            item.setData(_TEXT, RichText(words))
            item.setText(words)
            self._changed()

    # --- validity ---

    def doubts(self) -> tuple[str, ...]:
        """Return what was doubtful about the grounds on the plan's day when last looked at."""
        return self._doubts

    def _tell_doubts(self) -> None:
        self._doubts = self._legal.doubts((one.plain for one in self._grounds()), self._day)
        for row in range(self._list.count()):
            item = self._list.item(row)
            text = item.data(_TEXT).plain
            icon, colour, words = self._judged(text)
            item.setText(f"{text}\n{words}")
            item.setToolTip(words)
            item.setIcon(self._theme.icon(icon, colour))

    def _judged(self, text: str) -> tuple[str, str, str]:
        """Return icon, colour and words for what a ground is worth on the plan's day."""
        tokens = self._theme.tokens
        found = self._legal.doubts((text,), self._day)
        if found:
            return "alert-outline", tokens.soon, "\n".join(found)
        if not self._legal.cited(text):
            return "information-outline", tokens.text3, _("Ngoài danh mục, chưa đối chiếu")
        return "check-circle", tokens.done, _("Còn hiệu lực")

    # --- the catalogue ---

    def _show_results(self) -> None:
        self._results.clear()
        found = self._legal.find(self._search.text())
        for entry in sorted(found, key=lambda one: not one.document.in_force(self._day)):
            self._results.addItem(self._result(entry))

    def _result(self, entry: LegalEntry) -> QListWidgetItem:
        state = _(VALIDITY_NAMES[entry.document.state_on(self._day)])
        proven = "" if entry.document.verified else " · " + _("Chưa kiểm chứng")
        item = QListWidgetItem(f"{entry.ground}\n{state}{proven}")
        good = entry.document.in_force(self._day)
        tokens = self._theme.tokens
        icon, colour = ("check-circle", tokens.done) if good else ("alert-outline", tokens.soon)
        item.setIcon(self._theme.icon(icon, colour))
        item.setData(_TEXT, entry.ground)
        return item

    def _take(self, item: QListWidgetItem) -> None:
        self.add(item.data(_TEXT))


def _pause(parent: PartForm, call: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_PAUSE_MS)
    timer.timeout.connect(call)
    return timer
