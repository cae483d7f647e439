"""Controls of the wizard, each bound to one field of the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from tdkt_desktop.ui.dialogs.school_draft import SchoolDraft


class DraftLine(QLineEdit):
    """A line for one text; it follows the proposals until somebody types into it."""

    def __init__(self, draft: SchoolDraft, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._draft, self._name = draft, name
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda text: draft.say(name, text))
        self.editingFinished.connect(self._settle)
        draft.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        value = self._draft.value(self._name)
        if not self.hasFocus() and self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)

    def _settle(self) -> None:
        """Show the text as it will be stored, once it is whole."""
        tidy = getattr(self._draft.profile, self._name)
        self._draft.say(self._name, tidy)
        if self.text() != tidy:
            self.setText(tidy)


class DraftChoice(QWidget):
    """Radio buttons for one choice, each with a line that explains it."""

    def __init__(
        self,
        draft: SchoolDraft,
        name: str,
        choices: Iterable[tuple[StrEnum, str, str]],
        accessible: str,
    ) -> None:
        super().__init__()
        self._draft, self._name = draft, name
        self._group = QButtonGroup(self)
        self._values: list[StrEnum] = []
        self._hints: list[QLabel] = []
        self.setAccessibleName(accessible)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for value, word, hint in choices:
            self._add(value, word, hint)
        self._group.idClicked.connect(lambda number: draft.say(name, self._values[number]))
        draft.changed.connect(self._follow)
        self._follow()

    def button(self, value: StrEnum) -> QRadioButton:
        """Return the button of a choice."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QRadioButton)
        return found

    def set_hint(self, value: StrEnum, text: str) -> None:
        """Explain a choice anew."""
        label = self._hints[self._values.index(value)]
        label.setText(text)
        label.setVisible(bool(text))

    def _add(self, value: StrEnum, word: str, hint: str) -> None:
        button = QRadioButton(word)
        button.setAccessibleDescription(hint)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        label = text_label(hint, "hint", wrap=True)
        label.setIndent(24)
        if not hint:
            label.hide()
        self._hints.append(label)
        self._column.addWidget(button)
        self._column.addWidget(label)

    def _follow(self) -> None:
        value = self._draft.value(self._name)
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
