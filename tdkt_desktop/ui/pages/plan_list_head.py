"""The head of the list of plans: title, count, and the ways to a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme


class PlanListHead(QWidget):
    """Tells by `wanted` what was asked for: "template", "roll", "file", "register", "bin"."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = text_label("", "hint")
        self._icons: list[tuple[QToolButton | QPushButton, str]] = []
        self.register = self._button(_("Sổ văn bản đi"), "folder-text-outline", "register")
        self.bin = self._button(_("Thùng rác"), "trash-can-outline", "bin")
        self.from_file = QPushButton(_("Nhập từ tệp"))
        self.from_file.setIconSize(BESIDE_WORDS)
        self.from_file.clicked.connect(lambda: self.wanted.emit("file"))
        self._icons.append((self.from_file, "tray-arrow-down"))
        self.new = self._new_button()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(_("Kế hoạch"), "title"))
        layout.addWidget(self._count)
        layout.addStretch(1)
        for part in (self.register, self.bin, self.from_file, self.new):
            layout.addWidget(part)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_count(self, count: int, *, writable: bool) -> None:
        """Say how many plans there are; on an empty page the button for new ones is elsewhere."""
        self._count.setText(_("{n} kế hoạch").format(n=count) if count else "")
        self.new.setVisible(writable)

    def set_compact(self, *, compact: bool) -> None:
        """Show the quiet buttons by their icons alone where there is little room."""
        for button in (self.register, self.bin):
            put_beside(button, words=not compact)

    def _button(self, text: str, icon: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        put_beside(button)
        button.clicked.connect(lambda: self.wanted.emit(key))
        self._icons.append((button, icon))
        return button

    def _new_button(self) -> QPushButton:
        button = QPushButton(_("Kế hoạch mới"))
        button.setProperty("kind", "primary")
        button.setIconSize(BESIDE_WORDS)
        menu = QMenu(button)
        for text, key in (
            (_("Từ mẫu…"), "template"),
            (_("Từ kế hoạch năm trước…"), "roll"),
            (_("Từ tệp Word, PDF, văn bản…"), "file"),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, k=key: self.wanted.emit(k))
        button.setMenu(menu)
        return button

    def _recolour(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._theme.icon(icon))
        self.new.setIcon(self._theme.icon("plus", self._theme.tokens.on_accent))
