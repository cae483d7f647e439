"""Types as people and as Vietnamese keyboards do: letters that no key of the keyboard has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QGuiApplication.sendEvent(widget, event)


def type_words(widget: QWidget, words: str) -> None:
    """Send each letter as a key event with its text, as Unikey does for accented letters."""
    for letter in words:
        press(widget, Qt.Key.Key_Space if letter == " " else Qt.Key.Key_unknown, letter)


def retype(widget: QWidget, raw: str, count: int, words: str) -> None:
    """Type raw keys, then take some back and type the finished letters, as Unikey does."""
    type_words(widget, raw)
    for _number in range(count):
        press(widget, Qt.Key.Key_Backspace)
    type_words(widget, words)


def compose(widget: QWidget, *preedits: str) -> None:
    """Show words under composition, one after the other, as ibus does."""
    for preedit in preedits:
        QGuiApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, words: str) -> None:
    """End the composition with words."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QGuiApplication.sendEvent(widget, event)
