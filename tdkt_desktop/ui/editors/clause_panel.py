"""The clause library beside the text: looked through without diacritics, inserted by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
)

from tdkt_desktop.documents.blocks import Heading, Table
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.i18n import _
from tdkt_desktop.services.clauses import blocks_of
from tdkt_desktop.ui.editors.side_panel import SidePanel
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.services.clauses import ClauseEntry, ClauseService
    from tdkt_desktop.ui.theme.theme import Theme

_ENTRY: Final = Qt.ItemDataRole.UserRole + 1
_PAUSE_MS: Final = 120
_SHOWN: Final = 90


class ClausePanel(SidePanel):
    """Finds clauses of the library; `inserted` carries the blocks of the chosen one."""

    inserted = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        clauses: ClauseService,
        level: str,
        values: Callable[[], Mapping[str, str]],
    ) -> None:
        super().__init__(theme, _("Điều khoản mẫu"))
        self._clauses, self._level, self._values = clauses, level, values
        self._words, self._heading = QLineEdit(), QComboBox()
        self._own_level = QCheckBox(_("Chỉ đoạn hợp với cấp học của trường"))
        self._list, self._preview = QListWidget(), QPlainTextEdit()
        self._insert = QPushButton(_("Chèn vào chỗ con trỏ"))
        self._empty = text_label("", "hint", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self._lay_out()
        self._words.textChanged.connect(self._timer.start)
        self._heading.currentIndexChanged.connect(self._search)
        self._own_level.toggled.connect(self._search)
        self._list.currentItemChanged.connect(self._show)
        self._list.itemActivated.connect(self.insert_current)
        self._insert.clicked.connect(self.insert_current)

    def _lay_out(self) -> None:
        self._words.setPlaceholderText(_("Tìm điều khoản, không cần dấu"))
        self._words.setAccessibleName(_("Tìm điều khoản"))
        self._heading.setAccessibleName(_("Đề mục của điều khoản"))
        guard_wheel(self._heading)
        self._own_level.setChecked(True)
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setAccessibleName(_("Điều khoản tìm thấy; Enter để chèn"))
        self._preview.setReadOnly(True)
        self._preview.setAccessibleName(_("Lời văn của điều khoản đang chọn"))
        self._preview.setMaximumHeight(self.fontMetrics().lineSpacing() * 9)
        self._insert.setProperty("kind", "primary")
        for part in (self._words, self._heading, self._own_level, self._empty):
            self.inside.addWidget(part)
        self.inside.addWidget(self._list, 1)
        self.inside.addWidget(self._preview)
        self.inside.addWidget(self._insert)

    def open(self) -> None:
        """Read the library and put the cursor into the search."""
        chosen = self._heading.currentText()
        self._heading.blockSignals(True)
        self._heading.clear()
        self._heading.addItem(_("Mọi đề mục"), "")
        for heading in self._clauses.headings():
            self._heading.addItem(heading, heading)
        self._heading.setCurrentIndex(max(self._heading.findText(chosen), 0))
        self._heading.blockSignals(False)
        self._search()
        self._words.setFocus()
        self._words.selectAll()

    def insert_current(self) -> None:
        """Insert the chosen clause where the cursor of the text is."""
        blocks = self._blocks(self._list.currentItem())
        if blocks:
            self.inserted.emit(blocks)

    def _search(self) -> None:
        level = self._level if self._own_level.isChecked() else ""
        heading = self._heading.currentData() or ""
        found = self._clauses.find(self._words.text(), heading=heading, level=level)
        self._list.clear()
        for entry in found:
            self._list.addItem(self._item(entry))
        self._list.setCurrentRow(0)
        self._empty.setText("" if found else _("Không có điều khoản nào hợp với lời tìm."))
        self._empty.setVisible(not found)
        self._insert.setEnabled(bool(found))

    def _item(self, entry: ClauseEntry) -> QListWidgetItem:
        words = words_of(entry.clause.blocks).replace("\n", " ")
        short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
        item = QListWidgetItem(f"{short}\n{entry.clause.heading}")
        item.setData(_ENTRY, entry)
        return item

    def _show(self, item: QListWidgetItem | None) -> None:
        self._preview.setPlainText(words_of(self._blocks(item)))

    def _blocks(self, item: QListWidgetItem | None) -> tuple[Block, ...]:
        return blocks_of(item.data(_ENTRY).clause, self._values()) if item is not None else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows and Enter of the search field work on the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insert_current()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self._list.currentRow() + step
            self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        else:
            super().keyPressEvent(event)


def words_of(blocks: Sequence[Block]) -> str:
    """Return blocks as lines with their numbers."""
    lines = []
    for block, label in zip(blocks, block_labels(blocks), strict=True):
        if isinstance(block, Table):
            lines.append(_("(bảng)"))
            continue
        text = block.title if isinstance(block, Heading) else block.text
        lines.append(f"{label} {text.plain}".strip())
    return "\n".join(lines)
