"""The placeholders that a text may hold, each explained, to be put where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.placeholders import placeholder_dictionary
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.anniversaries import commemorative_days
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.placeholders import PlaceholderEntry

_NAME_ROLE = Qt.ItemDataRole.UserRole + 1
_HINT_ROLE = Qt.ItemDataRole.UserRole + 2


class PlaceholderList(QWidget):
    """`wanted` brings the text of a placeholder, such as {{ten_truong}}."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Tìm chỗ điền…"))
        self.filter.setAccessibleName(_("Tìm chỗ điền"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Các chỗ điền"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.explanation = text_label("", "hint", wrap=True)
        self.insert = QPushButton(_("Chèn chỗ điền"))
        self.insert.setAutoDefault(False)
        self.filter.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_items: self._explain())
        self.list.itemActivated.connect(lambda _item: self._want())
        self.insert.clicked.connect(self._want)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text_label(_("Chỗ điền"), "strong"))
        words = _("Khi soạn kế hoạch, chương trình thay bằng thông tin của trường và của năm.")
        layout.addWidget(text_label(words, "hint", wrap=True))
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.explanation)
        layout.addWidget(self.insert)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self._fill("")

    def _fill(self, words: str) -> None:
        wanted = fold(words).split()
        self.list.blockSignals(True)
        self.list.clear()
        for name, label, hint in _placeholders():
            folded = fold(f"{name} {label} {hint}")
            if all(word in folded for word in wanted):
                item = QListWidgetItem(label)
                item.setData(_NAME_ROLE, name)
                item.setData(_HINT_ROLE, hint)
                item.setToolTip(label)
                item.setSizeHint(QSize(0, self.fontMetrics().height() + 8))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._explain()

    def _explain(self) -> None:
        found = self.list.count() > 0
        self.insert.setEnabled(found)
        if not found:
            self.explanation.setText(_("Không có chỗ điền nào như vậy."))
            return
        item = self.list.currentItem()
        self.explanation.setText(f"{{{{{item.data(_NAME_ROLE)}}}}}\n{item.data(_HINT_ROLE)}")

    def _want(self) -> None:
        if self.list.count():
            item = self.list.currentItem()
            self.wanted.emit(f"{{{{{item.data(_NAME_ROLE)}}}}}")


def _placeholders() -> Iterator[tuple[str, str, str]]:
    """Yield name, label and explanation; those with a parameter once for each day it may name."""
    for entry in placeholder_dictionary().values():
        if not entry.parameter:
            yield entry.name, entry.label, _explained(entry)
            continue
        for day in commemorative_days():
            yield f"{entry.name}:{day.key}", f"{entry.label}: {day.name}", entry.explanation


def _explained(entry: PlaceholderEntry) -> str:
    example = _("Ví dụ: {example}.").format(example=entry.example) if entry.example else ""
    return f"{entry.explanation} {example}".strip()
