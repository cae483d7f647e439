"""The usual duties to choose from: those of the role first, the rest of the library below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import DutyFacts
from tdkt_desktop.services.duty_library import suggested, usual_duties
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.council_views import CouncilKind, SeatFacts
    from tdkt_desktop.services.duty_library import UsualDuty

_DUTY: Final = Qt.ItemDataRole.UserRole + 1


class LibraryDialog(ActDialog):
    """Duties that the member has already are ticked and cannot be chosen again."""

    def __init__(
        self, seat: SeatFacts, kind: CouncilKind, level: str, parent: QWidget | None = None
    ) -> None:
        title = _("Thư viện nhiệm vụ – {name}").format(name=seat.name)
        super().__init__(title, _("Giao nhiệm vụ"), parent)
        self._there = {duty.text for duty in seat.duties}
        usual = suggested(kind, seat.role, seat.position, level)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Tìm trong thư viện…"))
        self.filter.setAccessibleName(_("Tìm trong thư viện"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(_("Nhiệm vụ thường giao"))
        self._count = text_label("", "hint")
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._count)
        self._fill(usual, (one for one in usual_duties() if kind in one.councils))
        self.filter.textChanged.connect(self._filter)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.itemActivated.connect(_toggle)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 96, unit.height() * 28)
        self._tell()

    def chosen(self) -> tuple[DutyFacts, ...]:
        """Return the duties that were ticked."""
        found = []
        for item in self._items():
            duty: UsualDuty | None = item.data(_DUTY)
            if duty is not None and _is_free(item) and item.checkState() is Qt.CheckState.Checked:
                found.append(DutyFacts(duty.text, duty.kind, duty.key))
        return tuple(found)

    def _fill(self, usual: tuple[UsualDuty, ...], whole: Iterable[UsualDuty]) -> None:
        keys = {duty.key for duty in usual}
        rest = [duty for duty in whole if duty.key not in keys]
        for head, duties in (
            (_("Thường giao cho vai trò này"), usual),
            (_("Nhiệm vụ khác trong thư viện"), rest),
        ):
            if duties:
                self._add_head(head)
            for duty in duties:
                self._add(duty, ticked=False)

    def _add_head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, duty: UsualDuty, *, ticked: bool) -> None:
        there = duty.text in self._there
        item = QListWidgetItem(duty.text)
        item.setData(_DUTY, duty)
        flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if there else flags | Qt.ItemFlag.ItemIsEnabled)
        state = Qt.CheckState.Checked if there or ticked else Qt.CheckState.Unchecked
        item.setCheckState(state)
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for item in self._items():
            if item.data(_DUTY) is not None:
                folded = fold(item.text())
                item.setHidden(not all(word in folded for word in words))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self) -> None:
        count = len(self.chosen())
        self._count.setText(_("Đã chọn {n} nhiệm vụ.").format(n=count))
        self.act.setEnabled(bool(count))


def _is_free(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)


def _toggle(item: QListWidgetItem) -> None:
    if _is_free(item):
        checked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
