"""A new plan from a template: choose it, see its pages, say for which year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.drafting import planning_of
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.ui.widgets.live_page import LivePage
from tdkt_desktop.ui.widgets.period_combo import PeriodCombo
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.services.files import PrintedPages
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.templates import TemplateEntry
    from tdkt_desktop.ui.desk import Desk

_KEY_ROLE: Final = Qt.ItemDataRole.UserRole


class NewPlanDialog(ActDialog):
    """Templates for the school's level at the left, the pages of the chosen one at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Kế hoạch mới từ mẫu"), _("Tạo kế hoạch"), parent)
        self._desk = desk
        self._level = str(desk.context.school.profile().level)
        self._entries = desk.context.templates.entries()
        self.search = QLineEdit()
        self.list = QListWidget()
        self.all_levels = QCheckBox(_("Cả mẫu của cấp học khác"))
        self.description = text_label("", "hint", wrap=True)
        self.period = PeriodCombo(desk.today())
        self.pages = LivePage(desk.theme)
        self._arrange()
        self._connect()
        self._fill()
        self._choose_likely()

    def key(self) -> str:
        """The template that is chosen, empty where none is."""
        item = self.list.currentItem()
        return str(item.data(_KEY_ROLE)) if item is not None else ""

    def chosen_period(self) -> PlanPeriod:
        """The year that the plan is for."""
        return self.period.period()

    def done(self, result: int) -> None:
        self.pages.stop()
        super().done(result)

    def _arrange(self) -> None:
        self.search.setPlaceholderText(_("Tìm mẫu…"))
        self.search.setAccessibleName(_("Tìm mẫu"))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(_("Các mẫu kế hoạch"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.search, self.list, self.all_levels, self.description):
            left.addWidget(part, 1 if part is self.list else 0)
        left.addWidget(Field(_("Thời gian của kế hoạch"), self.period))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 4)
        row.addWidget(self.pages, 5)
        self.body.addLayout(row, 1)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 150, unit.height() * 36)

    def minimumSizeHint(self) -> QSize:
        unit = self.fontMetrics()
        return QSize(unit.averageCharWidth() * 90, unit.height() * 20)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._fill())
        self.all_levels.toggled.connect(lambda _on: self._fill())
        self.list.currentItemChanged.connect(lambda *_items: self._chosen())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.period.currentIndexChanged.connect(lambda _index: self._preview())

    def _fill(self) -> None:
        before = self.key()
        self.list.clear()
        for entry in self._entries:
            if self._shows(entry):
                item = QListWidgetItem(entry.meta.name)
                item.setData(_KEY_ROLE, entry.meta.key)
                item.setToolTip(entry.meta.description)
                self.list.addItem(item)
                if entry.meta.key == before:
                    self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.act.setEnabled(bool(self.key()))

    def _choose_likely(self) -> None:
        """Choose the yearly plan written for the school's own level, if there is one."""
        planning = str(self._desk.context.school.profile().planning)
        shown = list(filter(self._shows, self._entries))
        own = [
            (len(entry.meta.levels), row)
            for row, entry in enumerate(shown)
            if self._level in entry.meta.levels and str(entry.meta.period) == planning
        ]
        if own:
            self.list.setCurrentRow(min(own)[1])

    def _shows(self, entry: TemplateEntry) -> bool:
        levels = entry.meta.levels
        if levels and self._level not in levels and not self.all_levels.isChecked():
            return False
        told = fold(f"{entry.meta.name} {entry.meta.description}")
        return all(word in told for word in fold(self.search.text()).split())

    def _chosen(self) -> None:
        self.act.setEnabled(bool(self.key()))
        if not self.key():
            self.description.clear()
            return
        template = self._desk.context.templates.template(self.key())
        self.description.setText(template.meta.description)
        self.period.offer(planning_of(template))
        self._preview()

    def _preview(self) -> None:
        if not self.key() or self.period.currentIndex() < 0:
            return
        context, period = self._desk.context, self.chosen_period()
        template = context.templates.template(self.key())

        def printed() -> PrintedPages:
            return context.files.print(context.drafting.draft_from(template, period).document)

        self.pages.show_print(printed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Up and down move in the list while the search field has the focus.
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and self.search.hasFocus():
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return
        super().keyPressEvent(event)
