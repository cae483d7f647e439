"""A new document: which kind, for what, of which year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_choices import GROUP_NAMES, group_of, needs_of, paper_choices
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.paper_choices import PaperChoice
    from tdkt_desktop.services.paper_views import PaperKind
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk

_DATA: Final = Qt.ItemDataRole.UserRole + 1
_SEVERAL: Final = frozenset({About.PERSON, About.GROUP, About.SCORES})
"""What a person may want a document for of several at once."""


class NewPaperDialog(ActDialog):
    """Kinds at the left in their groups, at the right what there is to make one for."""

    def __init__(
        self, desk: Desk, period: PlanPeriod, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Văn bản mới"), _("Soạn"), parent)
        self._desk = desk
        self.year = QComboBox()
        self._offer_years(period)
        self.kinds, self.choices = QListWidget(), QListWidget()
        self.filter = QLineEdit()
        self._told = text_label("", "hint", wrap=True)
        self._head = text_label("", "strong", wrap=True)
        self._none = text_label("", "warning", wrap=True)
        self._lay_out()
        self._fill(kind)
        self.kinds.currentItemChanged.connect(lambda *_a: self._kind_chosen())
        self.choices.itemSelectionChanged.connect(self._check)
        self.choices.itemActivated.connect(lambda _item: self._take())
        self.filter.textChanged.connect(self._filter)
        self.year.currentIndexChanged.connect(lambda _row: self._kind_chosen())
        self._kind_chosen()
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 124, unit.height() * 30)

    def _lay_out(self) -> None:
        self.kinds.setAccessibleName(_("Loại văn bản"))
        self.kinds.setWordWrap(True)
        self.kinds.setSpacing(3)
        self.choices.setSpacing(3)
        self.choices.setAccessibleName(_("Lập cho"))
        self.choices.setWordWrap(True)
        self.filter.setPlaceholderText(_("Tìm…"))
        self.filter.setAccessibleName(_("Tìm trong danh sách lập cho"))
        self.filter.setClearButtonEnabled(True)
        right = QVBoxLayout()
        right.setSpacing(8)
        guard_wheel(self.year)
        self.year.setAccessibleName(_("Năm của văn bản"))
        for part in (self._head, self._told, self.year, self.filter):
            right.addWidget(part)
        right.addWidget(self.choices, 1)
        right.addWidget(self._none)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.kinds, 5)
        row.addLayout(right, 6)
        self.body.addLayout(row, 1)

    def _offer_years(self, wanted: PlanPeriod) -> None:
        """Offer the years that hold something, and the one that is looked at."""
        years = self._desk.context.years
        known = {*years.known(self._desk.today()), wanted.year}
        for year in sorted(known, reverse=True):
            name = years.period(year).name
            self.year.addItem(name[:1].upper() + name[1:], year)
        self.year.setCurrentIndex(self.year.findData(wanted.year))

    # --- what was chosen ---

    def period(self) -> PlanPeriod:
        """Return the year that the document is of."""
        return self._desk.context.years.period(int(self.year.currentData()))

    def kind(self) -> PaperKind | None:
        """Return the kind that is chosen."""
        item = self.kinds.currentItem()
        found: PaperKind | None = item.data(_DATA) if item is not None else None
        return found

    def chosen(self) -> tuple[PaperChoice, ...]:
        """Return what documents are to be made for."""
        return tuple(item.data(_DATA) for item in self.choices.selectedItems())

    # --- inside ---

    def _fill(self, wanted: str) -> None:
        kinds = self._desk.context.papers.kinds()
        for group in GROUP_NAMES:
            members = [kind for kind in kinds if group_of(kind) == group]
            if members:
                self._add_head(_(group))
            for kind in members:
                item = QListWidgetItem(kind.name)
                item.setData(_DATA, kind)
                item.setToolTip(kind.description)
                self.kinds.addItem(item)
                if kind.key == wanted or self.kinds.currentRow() < 0:
                    self.kinds.setCurrentItem(item)

    def _add_head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        self.kinds.addItem(item)

    def _kind_chosen(self) -> None:
        kind = self.kind()
        if kind is None:
            return
        self._head.setText(kind.name)
        self._told.setText(" ".join(part for part in (kind.description, needs_of(kind)) if part))
        several = kind.about in _SEVERAL
        modes = QListWidget.SelectionMode
        self.choices.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        period = self.period()
        found = paper_choices(self._desk.context, kind, period)
        self.choices.clear()
        for choice in found:
            item = QListWidgetItem(choice.name)
            item.setData(_DATA, choice)
            self.choices.addItem(item)
        self.filter.clear()
        self.filter.setVisible(len(found) > 12)
        missing = _("{year} chưa có dữ liệu cho loại văn bản này.").format(
            year=period.name.capitalize()
        )
        self._none.setText("" if found else f"{missing} {needs_of(kind)}")
        self._none.setVisible(not found)
        self.choices.setVisible(bool(found))
        if found:
            self.choices.setCurrentRow(self._usual(kind, found))
        self._check()

    def _usual(self, kind: PaperKind, found: Sequence[PaperChoice]) -> int:
        """Return which choice is most likely meant: this month, the last meeting, or the first."""
        if kind.about is About.MONTH:
            now = f"{self._desk.today():%Y-%m}"
            return next((row for row, one in enumerate(found) if one.about == now), 0)
        return len(found) - 1 if kind.about is About.MEETING else 0

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self.choices.count()):
            item = self.choices.item(row)
            folded = fold(item.text())
            item.setHidden(not all(word in folded for word in words))

    def _check(self) -> None:
        count = len(self.choices.selectedItems())
        self.act.setEnabled(count > 0)
        self.act.setText(_("Soạn {n} văn bản").format(n=count) if count > 1 else _("Soạn"))

    def _take(self) -> None:
        if self.act.isEnabled():
            self.accept()
