"""The row above everything: menus, the year, the search field, undo and redo, help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QMenuBar, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)
_SEARCH_WIDTH: Final = 400


class TopBar(QWidget):
    """Menus at the left, the year beside them, search in the middle, undo and help at the right."""

    year_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.year = self._year_button()
        self.search = self._search_field()
        self._right = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 5, 12, 5)
        layout.setSpacing(8)
        layout.addWidget(self.menus)
        layout.addWidget(_upright_line())
        layout.addWidget(self.year)
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addStretch(2)
        layout.addLayout(self._right)
        theme.changed.connect(self._recolour)
        self._recolour()

    def add_button(self, action: QAction) -> QToolButton:
        """Put an action at the right end."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("kind", "tool")
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.toolTip())
        action.changed.connect(lambda: button.setAccessibleName(action.toolTip()))
        self._right.addWidget(button)
        return button

    def show_years(self, years: Sequence[tuple[int, str]], current: int) -> None:
        """Offer the years that have something, and show the one in use."""
        menu = QMenu(self.year)
        for year, name in years:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(year == current)
            action.triggered.connect(lambda _checked=False, y=year: self.year_chosen.emit(y))
        self.year.setMenu(menu)
        self.year.setText(dict(years).get(current, str(current)))
        self.year.setAccessibleName(_("Năm đang xem: {year}").format(year=self.year.text()))

    def set_compact(self, *, compact: bool) -> None:
        """Give way when the window is narrow."""
        self.search.setMinimumWidth(160 if compact else 260)

    def _year_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        put_beside(button)
        button.setToolTip(_("Chọn năm đang xem"))
        return button

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Tìm người, nhiệm vụ, văn bản, lệnh…  (Ctrl+K)"))
        field.setAccessibleName(_("Tìm người, nhiệm vụ, văn bản và lệnh"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(_SEARCH_WIDTH)
        return field

    def _recolour(self) -> None:
        self.year.setIcon(self._theme.icon("calendar-month-outline"))


def _upright_line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "v")
    line.setFixedHeight(20)
    return line
