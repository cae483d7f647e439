"""A segmented switch: one of a few choices, all of them to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from tdkt_desktop.ui.theme.icons import BESIDE_WORDS, ICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.theme.theme import Theme

_GAP: Final = 4
_SIDE: Final = 12
_STEPS: Final[dict[int, int]] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True)
class Segment:
    """A choice: what it stands for, its word, and its icon if it has one."""

    value: str
    word: str
    icon: str = ""


class Segments(QWidget):
    """Shows the choices side by side; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Segment], theme: Theme) -> None:
        super().__init__()
        self._choices, self._theme = tuple(choices), theme
        self._group = QButtonGroup(self)
        self._bare = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, choice in enumerate(self._choices):
            layout.addWidget(self._button(number, choice, name))
        self._group.idClicked.connect(self._clicked)
        self._group.idToggled.connect(lambda _number, _on: self._recolour())
        theme.changed.connect(self._recolour)
        self._fit()

    def value(self) -> str:
        """Return the choice that is set, empty where none is."""
        number = self._group.checkedId()
        return self._choices[number].value if number >= 0 else ""

    def set_value(self, value: str) -> None:
        """Set a choice without telling of it; one that there is not changes nothing."""
        for number, choice in enumerate(self._choices):
            if choice.value == value:
                self._group.button(number).setChecked(True)
        self._recolour()

    def show_words(self, *, shown: bool) -> None:
        """Show the words beside the icons, or the icons alone where there is little room."""
        self._bare = not shown
        style = Qt.ToolButtonStyle
        for number, choice in enumerate(self._choices):
            button = self._group.button(number)
            if choice.icon and isinstance(button, QToolButton):
                bare = style.ToolButtonIconOnly
                button.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else bare)
                button.setIconSize(BESIDE_WORDS if shown else ICON)
                button.setToolTip("" if shown else choice.word)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows before the buttons do, which would only move the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        button = self._group.button(self._group.checkedId() + step)
        if button is not None:
            button.setFocus()
            button.click()

    def _button(self, number: int, choice: Segment, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(choice.word)
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        button.setProperty("place", _place(number, len(self._choices)))
        button.setAccessibleName(f"{name}: {choice.word}")
        if choice.icon:
            button.setIconSize(BESIDE_WORDS)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.installEventFilter(self)
        self._group.addButton(button, number)
        return button

    def _fit(self) -> None:
        """Leave room for the words in the bold type of the choice that is set."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(font)
        for number, choice in enumerate(self._choices):
            icon = BESIDE_WORDS.width() + _GAP if choice.icon else 0
            width = measure.horizontalAdvance(choice.word) + icon + 2 * _SIDE
            bare = self._bare and bool(choice.icon)
            self._group.button(number).setMinimumWidth(0 if bare else width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._choices[number].value)

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        for number, choice in enumerate(self._choices):
            button = self._group.button(number)
            if choice.icon:
                colour = tokens.on_accent if button.isChecked() else tokens.text
                button.setIcon(self._theme.icon(choice.icon, colour))


def _place(number: int, count: int) -> str:
    if number == 0:
        return "first"
    return "last" if number == count - 1 else "middle"
