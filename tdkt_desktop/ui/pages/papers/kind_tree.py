"""The kinds of documents in their groups, with how many of each there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_choices import GROUP_NAMES, group_of
from tdkt_desktop.ui.pages.papers.paper_lines import PLANS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tdkt_desktop.services.paper_views import PaperKind

_AIR: Final = 9
_KEY: Final = Qt.ItemDataRole.UserRole + 1


class KindTree(QTreeWidget):
    """`chosen` carries the key of the kind to be shown, empty for all."""

    chosen = Signal(str)
    new_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setProperty("frameless", True)
        self.setAccessibleName(_("Loại văn bản"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda now, _before: self._tell(now))
        self.itemActivated.connect(lambda item, _column: self._ask_new(item))

    def offer(self, kinds: Sequence[PaperKind]) -> None:
        """Show the kinds in their groups."""
        self.blockSignals(True)
        self.clear()
        self._items = {"": self._add(None, _("Tất cả"), "")}
        self._items[PLANS] = self._add(None, _("Kế hoạch"), PLANS)
        for name in GROUP_NAMES:
            members = [kind for kind in kinds if group_of(kind) == name]
            if members:
                group = self._add_group(_(name))
                for kind in members:
                    self._items[kind.key] = self._add(group, kind.name, kind.key, kind.description)
        self.expandAll()
        self.setCurrentItem(self._items[""])
        self.blockSignals(False)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many documents of each kind there are."""
        for key, item in self._items.items():
            count = counts.get(key, 0) if key else sum(counts.values())
            item.setText(1, str(count) if count else "–")

    def choose(self, key: str) -> None:
        """Show a kind as the chosen one."""
        if key in self._items:
            self.setCurrentItem(self._items[key])

    def _add(
        self, parent: QTreeWidgetItem | None, name: str, key: str, tip: str = ""
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, "–"])
        item.setData(0, _KEY, key)
        item.setToolTip(0, f"{name}\n{tip}".strip())
        item.setSizeHint(0, QSize(40, self.fontMetrics().height() + _AIR))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)
        return item

    def _add_group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([name, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        group.setSizeHint(0, QSize(40, self.fontMetrics().height() + 2 * _AIR))
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        return group

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(0, _KEY) if item is not None else None
        if key is not None:
            self.chosen.emit(key)

    def _ask_new(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key and key != PLANS:
            self.new_wanted.emit(key)
