"""The filters above the list of initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.initiative_views import STATE_NAMES
from tdkt_desktop.ui.pages.initiatives.works_model import Wanted
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.vietnamese.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.rules.initiative_rules import InitiativeLaw
    from tdkt_desktop.services.initiative_views import InitiativeRow


class WorksFilters(QWidget):
    """Words without diacritics, state, field, and reach; `changed` after each."""

    changed = Signal()

    def __init__(self, law: InitiativeLaw) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Lọc tên, tác giả, lĩnh vực…"))
        self.words.setAccessibleName(_("Lọc sáng kiến"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.state = self._combo(_("Trạng thái"), _("Mọi trạng thái"))
        for state, name in STATE_NAMES.items():
            self.state.addItem(_(name), state.value)
        self.field = self._combo(_("Lĩnh vực"), _("Mọi lĩnh vực"))
        self.reach = self._combo(_("Phạm vi ảnh hưởng"), _("Mọi phạm vi"))
        for level in law.levels:
            self.reach.addItem(level.name, level.code)
        self.clear = QPushButton(_("Bỏ lọc"))
        self.clear.setProperty("kind", "link")
        self.clear.clicked.connect(self.show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 3)
        for part in (self.state, self.field, self.reach, self.clear):
            row.addWidget(part)
        row.addStretch(1)
        self.words.textChanged.connect(lambda _text: self._changed())
        self._enable()

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(
            self.words.text(),
            self.state.currentData(),
            self.field.currentData(),
            self.reach.currentData(),
        )

    def show_fields(self, rows: Sequence[InitiativeRow]) -> None:
        """Offer the fields that there are; the chosen one stays."""
        chosen = self.field.currentData()
        fields = sorted({row.field for row in rows if row.field}, key=sort_key)
        self.field.blockSignals(True)
        while self.field.count() > 1:
            self.field.removeItem(1)
        for name in fields:
            self.field.addItem(name, name)
        self.field.setCurrentIndex(max(self.field.findData(chosen), 0))
        self.field.blockSignals(False)

    def show_all(self) -> None:
        """Ask for everything."""
        for combo in (self.state, self.field, self.reach):
            combo.setCurrentIndex(0)
        self.words.clear()
        self._changed()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what is asked for least where there is little room."""
        self.reach.setHidden(compact)

    def _combo(self, name: str, everything: str) -> QComboBox:
        combo = QComboBox()
        combo.addItem(everything, "")
        combo.setAccessibleName(name)
        combo.setMaximumWidth(self.fontMetrics().averageCharWidth() * 26)
        guard_wheel(combo)
        combo.currentIndexChanged.connect(lambda _row: self._changed())
        return combo

    def _changed(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.clear.setVisible(self.wanted() != Wanted())
