"""The filter over all views: words, person, group, state, movement, and quick chips with counts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import ROLE_NAMES, STATE_NAMES, TaskRole, TaskState
from tdkt_desktop.services.work_views import LATENESS_NAMES, Lateness, WorkFilter
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.work.reader import WorkNews

_KEPT: Final = "work-filter"
_PAUSE_MS: Final = 120


class FilterBar(QWidget):
    """`changed` comes after every change, a moment after the last key in the field of words."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        self.words = QLineEdit()
        self.person, self.role = _combo(_("Người")), _combo(_("Phần việc"))
        self.group, self.state = _combo(_("Tổ")), _combo(_("Trạng thái"))
        self.movement = _combo(_("Phong trào"))
        self.late = self._chip("work-late")
        self.soon = self._chip("work-soon")
        self.changed_rows = self._chip("work-changed")
        self.added = self._chip("work-added")
        self.clear = QPushButton(_("Bỏ lọc"))
        self._restored = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._told)
        self._lateness = {Lateness.LATE: self.late, Lateness.SOON: self.soon}
        self._arrange()
        self._fill_fixed()
        self._connect()
        self._theme.changed.connect(self._recolour)
        self._recolour()

    # --- what is asked for ---

    def value(self) -> WorkFilter:
        """Return what is asked for."""
        lateness = next((one for one, chip in self._lateness.items() if chip.isChecked()), None)
        # A combo box gives back plain words, not the names that were put in.
        role, state = self.role.currentData(), self.state.currentData()
        return WorkFilter(
            person_id=self.person.currentData(),
            role=TaskRole(role) if role else None,
            group_id=self.group.currentData(),
            state=TaskState(state) if state else None,
            lateness=lateness,
            movement_id=self.movement.currentData(),
            words=self.words.text(),
            changed=self.changed_rows.isChecked(),
            added=self.added.isChecked(),
        )

    def set_value(self, wanted: WorkFilter) -> None:
        """Ask for something else, and tell of it once."""
        for widget in self._parts:
            widget.blockSignals(True)
        self.words.setText(wanted.words)
        for combo, value in (
            (self.person, wanted.person_id), (self.role, wanted.role),
            (self.group, wanted.group_id), (self.state, wanted.state),
            (self.movement, wanted.movement_id),
        ):  # fmt: skip
            combo.setCurrentIndex(max(0, combo.findData(value)))
        for one, chip in self._lateness.items():
            chip.setChecked(wanted.lateness is one)
        self.changed_rows.setChecked(wanted.changed)
        self.added.setChecked(wanted.added)
        for widget in self._parts:
            widget.blockSignals(False)
        self._told()

    def reset(self) -> None:
        """Ask for everything again."""
        self.set_value(WorkFilter())

    def show_people(self, news: WorkNews) -> None:
        """Offer the people, groups and movements that there are now; what is chosen stays."""
        _offer(self.person, _("Mọi người"), news.people)
        _offer(self.group, _("Mọi tổ"), news.groups)
        named = [(one.facts.name, one.id) for one in news.movements]
        _offer(self.movement, _("Mọi phong trào"), named)
        self.movement.setVisible(bool(news.movements))
        if not self._restored:
            self._restored = True
            self._restore()

    def show_counts(self, counts: Mapping[Lateness, int], changed: int, added: int) -> None:
        """Say how many rows each of the quick chips would keep."""
        for one, chip in self._lateness.items():
            chip.setText(f"{_(LATENESS_NAMES[one])}  {counts.get(one, 0)}")
        self.changed_rows.setText(_("Kế hoạch sửa đổi  {n}").format(n=changed))
        self.changed_rows.setVisible(bool(changed) or self.changed_rows.isChecked())
        self.added.setText(_("Thêm trong năm  {n}").format(n=added))
        self.added.setVisible(bool(added) or self.added.isChecked())

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool of a view behind the filter."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(tool)

    # --- remembering ---

    def _restore(self) -> None:
        """Ask for what was asked for the last time, once there is somebody to choose from."""
        text = self._desk.preferences.current.layouts.get(_KEPT, "")
        self.set_value(_read(text) if text else WorkFilter())

    def keep(self) -> None:
        """Remember what is asked for, if anything could be asked for yet."""
        if not self._restored:
            return
        wanted = self.value()
        kept: dict[str, Any] = {
            "person_id": wanted.person_id,
            "role": wanted.role,
            "group_id": wanted.group_id,
            "state": wanted.state,
            "lateness": wanted.lateness,
            "movement_id": wanted.movement_id,
            "added": wanted.added,
        }
        self._desk.preferences.keep_layout(_KEPT, json.dumps(kept))

    # --- making ---

    def _arrange(self) -> None:
        self.words.setPlaceholderText(_("Lọc nội dung, người…"))
        self.words.setAccessibleName(_("Lọc nhiệm vụ"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(self.fontMetrics().averageCharWidth() * 26)
        self.clear.setProperty("kind", "link")
        layout = FlowLayout(self)
        self._parts = (
            *(self.words, self.late, self.soon, self.person, self.role, self.group, self.state),
            *(self.movement, self.changed_rows, self.added, self.clear),
        )
        for part in self._parts:
            layout.addWidget(part)
        self.role.hide()
        self.clear.hide()

    def _fill_fixed(self) -> None:
        roles = [(_(ROLE_NAMES[role]), role) for role in TaskRole]
        _offer(self.role, _("Mọi phần việc"), roles)
        states = [(_(STATE_NAMES[state]), state) for state in TaskState]
        _offer(self.state, _("Mọi trạng thái"), states)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.words.returnPressed.connect(self._told)
        for combo in (self.person, self.role, self.group, self.state, self.movement):
            combo.currentIndexChanged.connect(lambda _place: self._told())
        for one, chip in self._lateness.items():
            chip.clicked.connect(lambda _on, this=one: self._only(this))
        self.changed_rows.clicked.connect(lambda _on: self._told())
        self.added.clicked.connect(lambda _on: self._told())
        self.clear.clicked.connect(self.reset)

    def _only(self, pressed: Lateness) -> None:
        """Let at most one of the chips of lateness be down."""
        for one, chip in self._lateness.items():
            if one is not pressed:
                chip.setChecked(False)
        self._told()

    def _told(self) -> None:
        self._pause.stop()
        somebody = self.person.currentData() is not None or self.group.currentData() is not None
        self.role.setVisible(somebody)
        if not somebody and self.role.currentIndex():
            self.role.setCurrentIndex(0)
            return
        self.clear.setVisible(self.value().narrows)
        self.changed.emit()

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName(name)
        chip.setCheckable(True)
        chip.setProperty("kind", "button")
        put_beside(chip)
        return chip

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        self.late.setIcon(self._theme.icon("alert-octagon", tokens.late))
        self.soon.setIcon(self._theme.icon("clock-outline", tokens.soon))
        self.changed_rows.setIcon(self._theme.icon("history", tokens.soon))
        self.added.setIcon(self._theme.icon("plus-box-outline"))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(_("Lọc theo: {what}").format(what=name))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setMaxVisibleItems(18)
    guard_wheel(combo)
    return combo


def _offer(combo: QComboBox, everybody: str, choices: Sequence[tuple[str, object]]) -> None:
    """Fill a list of choices; what was chosen stays chosen while it is there."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everybody, None)
    for name, value in choices:
        combo.addItem(name, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)


def _read(text: str) -> WorkFilter:
    """Return a filter that was kept; what is not understood is left out."""
    try:
        kept = json.loads(text)
        wanted = WorkFilter(
            person_id=kept.get("person_id"),
            group_id=kept.get("group_id"),
            movement_id=kept.get("movement_id"),
            added=bool(kept.get("added")),
        )
        role, state, lateness = kept.get("role"), kept.get("state"), kept.get("lateness")
        return replace(
            wanted,
            role=TaskRole(role) if role else None,
            state=TaskState(state) if state else None,
            lateness=Lateness(lateness) if lateness else None,
        )
    except (ValueError, AttributeError):
        return WorkFilter()
