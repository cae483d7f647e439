"""The row of tools over the text: style of the paragraph, level, marks, what can be inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.editor_actions import LEVELS
from tdkt_desktop.ui.editors.paragraph_style import CHOICES, FACTS, ParagraphStyle
from tdkt_desktop.ui.editors.tool_button import action_button, upright_line
from tdkt_desktop.ui.widgets.form import guard_wheel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.documents.blocks import Level
    from tdkt_desktop.ui.commands import Commands

_FIRST_WORDS_TO_GO: Final = ("table", "find", "grounds", "duties", "anniversaries", "clauses")
_FIRST_TO_GO: Final = (
    "table", "up", "down", "duties", "anniversaries", "grounds", "outdent", "indent", "italic",
    "bold",
)  # fmt: skip


class LevelSwitch(QFrame):
    """The six levels side by side; the arrows move between them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[Level, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (level, words, name) in enumerate(LEVELS, start=1):
            button = _segment(words, f"{_(name)} (Ctrl+{number})")
            if number in (1, len(LEVELS)):
                button.setProperty("place", "first" if number == 1 else "last")
            button.clicked.connect(lambda _on=False, one=level: self.chosen.emit(one))
            self._group.addButton(button)
            self._buttons[level] = button
            row.addWidget(button)

    def show_level(self, level: Level) -> None:
        """Press the button of a level; none where it has no button."""
        button = self._buttons.get(level)
        self._group.setExclusive(False)
        for one in self._buttons.values():
            one.setChecked(one is button)
        self._group.setExclusive(button is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = [number for number, one in enumerate(buttons) if one.hasFocus()]
        if steps is None or not focused:
            super().keyPressEvent(event)
            return
        buttons[(focused[0] + steps) % len(buttons)].setFocus()


class EditorToolBar(QFrame):
    """Shows the style at the cursor and lets it be chosen; the other tools are commands."""

    style_chosen = Signal(object)
    level_chosen = Signal(object)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setProperty("bar", "head")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, QToolButton] = {}
        self._commands = commands
        self._style = QComboBox()
        self._style.setAccessibleName(_("Kiểu của đoạn"))
        self._style.setToolTip(_("Kiểu của đoạn"))
        self._style.setPlaceholderText(_("Bảng"))
        self._style.setMinimumContentsLength(12)
        guard_wheel(self._style)
        for style in CHOICES:
            self._style.addItem(_(FACTS[style].name), int(style))
        self._style.activated.connect(self._choose)
        self._more = _more_button()
        self._levels = LevelSwitch()
        self._levels.chosen.connect(self.level_chosen)
        self._lay_out(commands)

    def _lay_out(self, commands: Commands) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self._style)
        row.addSpacing(4)
        row.addWidget(self._levels)
        for group in (("outdent", "indent", "up", "down"), ("bold", "italic")):
            row.addWidget(upright_line())
            for key in group:
                row.addWidget(self._button(key))
        row.addWidget(upright_line())
        for key in ("clauses", "anniversaries", "duties", "grounds", "table"):
            if key in commands:
                row.addWidget(self._worded_button(key))
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._worded_button("find"))
        row.addWidget(upright_line())
        row.addWidget(action_button(commands["outline"]))
        row.addWidget(action_button(commands["pages"]))

    def _button(self, key: str) -> QToolButton:
        self._buttons[key] = action_button(self._commands[key])
        return self._buttons[key]

    def _worded_button(self, key: str) -> QToolButton:
        self._buttons[key] = action_button(
            self._commands[key], words=f" {self._commands[key].text()}"
        )
        return self._buttons[key]

    def show_style(self, style: ParagraphStyle) -> None:
        """Show the style of the paragraph with the cursor."""
        place = self._style.findData(int(style))
        self._style.setCurrentIndex(place)
        self._levels.show_level(FACTS[style].level)

    def set_writable(self, *, on: bool) -> None:
        """Switch the tools that change the text."""
        self._style.setEnabled(on)
        self._levels.setEnabled(on)

    def fit(self, width: int) -> None:
        """Give way when the page is narrow: words go first, then tools go into a menu."""
        self._fold([])
        style = Qt.ToolButtonStyle
        worded = [key for key in _FIRST_WORDS_TO_GO if key in self._buttons]
        for key in worded:
            self._buttons[key].setToolButtonStyle(style.ToolButtonTextBesideIcon)
        for key in worded:
            if self._needed() <= width:
                return
            self._buttons[key].setToolButtonStyle(style.ToolButtonIconOnly)
        folded: list[str] = []
        for name in [one for one in _FIRST_TO_GO if one in self._buttons]:
            if self._needed() <= width:
                break
            folded.append(name)
            self._fold(folded)

    def _needed(self) -> int:
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _fold(self, keys: list[str]) -> None:
        """Put some tools into the menu of what has no room."""
        menu = self._more.menu()
        if isinstance(menu, QMenu):
            menu.clear()
            menu.addActions([self._commands[key] for key in reversed(keys)])
        for key in [one for one in _FIRST_TO_GO if one in self._buttons]:
            self._buttons[key].setVisible(key not in keys)
        self._more.setVisible(bool(keys))

    def _choose(self, _place: int) -> None:
        self.style_chosen.emit(ParagraphStyle(self._style.currentData()))


def _more_button() -> QToolButton:
    button = QToolButton()
    button.setText("…")
    button.setProperty("kind", "tool")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolTip(_("Các công cụ khác"))
    button.setAccessibleName(_("Các công cụ khác"))
    button.setMenu(QMenu(button))
    return button


def _segment(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("kind", "segment")
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
