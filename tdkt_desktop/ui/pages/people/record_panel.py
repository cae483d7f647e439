"""The frame of a tab of a card: a list, below it the verbs, and a sentence while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView

    from tdkt_desktop.ui.theme.theme import Theme


class RecordPanel(QWidget):
    """`verbs` are word, icon and act; the first ones add, those behind need a chosen record."""

    def __init__(self, theme: Theme, view: QAbstractItemView, name: str, empty: str) -> None:
        super().__init__()
        self._theme = theme
        self.view = view
        view.setAccessibleName(name)
        view.setProperty("frameless", True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        self._empty = text_label(empty, "hint", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(self._empty)
        foot = QFrame()
        foot.setProperty("bar", "foot")
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(16, 8, 16, 8)
        self._foot.setSpacing(6)
        self._foot.addStretch(1)
        self._buttons: list[tuple[IconButton, bool, bool]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)

    def add_verb(
        self,
        word: str,
        icon: str,
        act: Callable[[], object],
        *,
        needs_one: bool = False,
        quiet: bool = False,
    ) -> IconButton:
        """Put a verb at the foot; a quiet one shows its icon only."""
        button = IconButton(self._theme, "" if quiet else word, icon)
        button.setAccessibleName(word)
        button.setToolTip(word)
        if quiet:
            button.setProperty("kind", "quiet")
        button.clicked.connect(lambda _checked=False: act())
        self._foot.insertWidget(self._foot.count() if quiet else self._loud(), button)
        self._buttons.append((button, needs_one, quiet))
        return button

    def _loud(self) -> int:
        return sum(1 for _button, _needs, quiet in self._buttons if not quiet)

    def show_empty(self, *, empty: bool) -> None:
        """Show the list, or the sentence that says what belongs here."""
        self._stack.setCurrentIndex(1 if empty else 0)

    def enable(self, *, chosen: bool) -> None:
        """Let do to a record only while one is chosen."""
        for button, needs_one, _quiet in self._buttons:
            button.setEnabled(chosen or not needs_one)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for button, _needs_one, _quiet in self._buttons:
            action = menu.addAction(button.icon(), button.accessibleName())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(place))
