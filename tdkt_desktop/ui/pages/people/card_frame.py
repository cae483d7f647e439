"""The frame of a card beside the list: a head, tabs, and below them the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from tdkt_desktop.ui.page import Place
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class CardFrame(QFrame):
    """`closed` says that the card is not wanted any more."""

    closed = Signal()
    place_wanted = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.shown_id: int | None = None
        self.setProperty("ground", "surface")
        self.setAccessibleName(name)
        self.name = ElidedLabel("", "section")
        self.line = text_label("", "hint", wrap=True)
        self.edit = IconButton(theme, _("Sửa"), "pencil-outline")
        self.edit.setToolTip(_("Sửa (F2)"))
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "tool")
        self.close_button.setIconSize(_ICON)
        self.close_button.setToolTip(_("Đóng (Esc)"))
        self.close_button.setAccessibleName(_("Đóng"))
        self.close_button.clicked.connect(self.closed)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setProperty("dense", True)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(_("Các phần của hồ sơ"))
        self.parts = FrontStack()
        self._first = QHBoxLayout()
        self._door_row = QWidget()
        self._doors = QHBoxLayout(self._door_row)
        self._doors.setContentsMargins(0, 0, 0, 0)
        self._doors.setSpacing(4)
        self._arrange()
        self.tabs.currentChanged.connect(self.parts.setCurrentIndex)
        theme.changed.connect(self._recolour)
        self._recolour()

    def add_part(self, title: str, part: QWidget) -> None:
        """Add a tab."""
        self.parts.addWidget(part)
        self.tabs.addTab(title)

    def add_at_head(self, widget: QWidget) -> None:
        """Put something before the verbs of the head."""
        self._first.insertWidget(1, widget)

    def show_part(self, part: QWidget) -> None:
        """Bring a part to the front."""
        self.tabs.setCurrentIndex(self.parts.indexOf(part))

    def show_head(self, name: str, line: str) -> None:
        """Say whose card this is."""
        self.name.setText(name)
        self.name.setToolTip(name)
        self.line.setText(line)

    def keep_door_room(self) -> None:
        """Keep the room of the doors free, so that nothing moves when they come."""
        self._door_row.setMinimumHeight(self.edit.sizeHint().height())
        self._door_row.show()

    def show_doors(self, doors: list[tuple[str, Place]]) -> None:
        """Show what else there is of somebody, each leading to its page."""
        while (item := self._doors.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for words, place in doors:
            door = QPushButton(words)
            door.setProperty("kind", "link")
            door.clicked.connect(lambda _checked=False, to=place: self.place_wanted.emit(to))
            self._doors.addWidget(door)
        self._doors.addStretch(1)

    def _arrange(self) -> None:
        self._first.setSpacing(6)
        self._first.addWidget(self.name, 1)
        self._first.addWidget(self.edit)
        self._first.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 10, 4)
        head.setSpacing(2)
        head.addLayout(self._first)
        head.addWidget(self.line)
        head.addWidget(self._door_row)
        self._door_row.hide()
        line = QFrame()
        line.setProperty("line", "h")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(line)
        layout.addWidget(self.parts, 1)

    def _recolour(self) -> None:
        self.close_button.setIcon(self._theme.icon("close"))
