"""The left pane: parts of the document above and below the tree of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.i18n import _
from tdkt_desktop.services.proofreading import Severity
from tdkt_desktop.ui.editors.findings_list import ICONS, colour_of
from tdkt_desktop.ui.editors.outline_tree import OutlineTree
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tdkt_desktop.documents.document import Annex, OfficialDocument
    from tdkt_desktop.ui.editors.outline_entries import OutlineEntry
    from tdkt_desktop.ui.theme.theme import Theme

HEADER, GROUNDS, TEXT, RECIPIENTS, SIGNATURE = "header", "grounds", "text", "recipients", "sign"
ANNEX: Final = "annex"
_ICON: Final = QSize(16, 16)
_KEY: Final = Qt.ItemDataRole.UserRole + 1


class PartList(QWidget):
    """Tells which part is chosen: its key, and the number of an annex (-1 for other parts)."""

    chosen = Signal(str, int)
    annex_asked = Signal()
    folded = Signal()

    def __init__(self, theme: Theme, *, foldable: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._worst: Mapping[int, Severity] = {}
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = OutlineTree()
        self._top, self._bottom = _list(_("Phần trước nội dung")), _list(_("Phần sau nội dung"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 8)
        column.setSpacing(4)
        column.addLayout(self._head(theme, foldable=foldable))
        column.addWidget(self._top)
        column.addWidget(_line())
        column.addWidget(self.tree, 1)
        column.addWidget(_line())
        column.addWidget(self._bottom)
        add = _("Thêm phụ lục")
        self._add = tool_button(theme, "plus", add, self.annex_asked.emit, words=add)
        column.addWidget(self._add)
        for one in (self._top, self._bottom):
            one.itemClicked.connect(self._tell)
            one.itemActivated.connect(self._tell)
        theme.changed.connect(self._recolour)

    def _head(self, theme: Theme, *, foldable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 0, 0)
        row.addWidget(text_label(_("Dàn ý"), "strong"), 1)
        if foldable:
            fold = _("Ẩn dàn ý (Ctrl+Shift+1)")
            row.addWidget(tool_button(theme, "chevron-left", fold, self.folded.emit))
        return row

    def show_document(self, document: OfficialDocument, doubts: int = 0) -> None:
        """Show which parts a document has and how much stands in them."""
        grounds = _("Căn cứ") + _count(len(document.grounds))
        self._fill(
            self._top,
            [
                (HEADER, -1, "page-layout-header", _("Phần đầu")),
                (GROUNDS, -1, "alert-outline" if doubts else "scale-balance", grounds),
            ],
        )
        parts = [
            (RECIPIENTS, -1, "email-outline", _("Nơi nhận") + _count(len(document.recipients))),
            (SIGNATURE, -1, "draw-pen", _("Ký tên")),
        ]
        for number, annex in enumerate(document.annexes):
            name = _("Phụ lục: {title}").format(title=annex.title.plain or _("chưa có tên"))
            parts.append((ANNEX, number, "table-large", name + _count(_rows(annex))))
        self._fill(self._bottom, parts)

    def show_worst(self, worst: Mapping[int, Severity]) -> None:
        """Show the gravest finding of each branch, given by the paragraphs of the text."""
        self._worst, tokens = worst, self._theme.tokens
        icons = {one: self._theme.icon(ICONS[one], colour_of(one, tokens)) for one in Severity}

        def mark_of(entry: OutlineEntry) -> QIcon:
            within = {one for at, one in worst.items() if entry.first <= at <= entry.last}
            return next((icons[one] for one in Severity if one in within), QIcon())

        self.tree.show_marks(mark_of)

    def mark(self, key: str, number: int = -1) -> None:
        """Show which part is in the middle; the text has its place in the tree."""
        for one in (self._top, self._bottom):
            rows = [one.item(row).data(_KEY) for row in range(one.count())]
            place = rows.index((key, number)) if (key, number) in rows else -1
            one.setCurrentRow(place)
        if key != TEXT:
            self.tree.selectionModel().clear()

    def set_locked(self, *, locked: bool) -> None:
        """Let nothing be added or moved."""
        self._add.setEnabled(not locked)
        self.tree.setDragEnabled(not locked)

    def _fill(self, view: QListWidget, parts: Sequence[tuple[str, int, str, str]]) -> None:
        old = [(view.item(row).data(_KEY), view.item(row).text()) for row in range(view.count())]
        if old == [((key, number), words) for key, number, _icon, words in parts]:
            return
        current = view.currentRow()
        view.clear()
        for key, number, icon, words in parts:
            item = QListWidgetItem(self._theme.icon(icon, self._theme.tokens.text2), words)
            item.setToolTip(words)
            item.setData(_KEY, (key, number))
            item.setData(_KEY + 1, icon)
            item.setSizeHint(QSize(40, self.fontMetrics().height() + 12))
            view.addItem(item)
        view.setCurrentRow(min(current, view.count() - 1))
        height = (self.fontMetrics().height() + 12) * min(len(parts), 7)
        view.setFixedHeight(height + 4)

    def _recolour(self) -> None:
        self.show_worst(self._worst)
        for view in (self._top, self._bottom):
            for row in range(view.count()):
                item = view.item(row)
                item.setIcon(self._theme.icon(item.data(_KEY + 1), self._theme.tokens.text2))

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(*item.data(_KEY))


def _list(name: str) -> QListWidget:
    view = QListWidget()
    view.setProperty("frameless", True)
    view.setAccessibleName(name)
    view.setIconSize(_ICON)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "h")
    return line


def _rows(annex: Annex) -> int:
    tables = (block for block in annex.blocks if isinstance(block, Table))
    return sum(len(group.rows) for table in tables for group in table.groups)


def _count(number: int) -> str:
    return f"  ({number})" if number else ""
