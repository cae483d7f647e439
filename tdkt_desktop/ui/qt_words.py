"""Qt's own words - OK, Cancel, Undo, the menus of text fields - in Vietnamese."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTranslator

from tdkt_desktop.i18n import SOURCE_LANGUAGE, current_language
from tdkt_desktop.resources import translations

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_DOMAIN: Final = "qt"


class QtWords(QTranslator):
    """Answers Qt's questions for words from our own catalogue; what it lacks stays as Qt has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = gettext.translation(
            _DOMAIN, str(translations()), [SOURCE_LANGUAGE], fallback=True
        )

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        if current_language() != SOURCE_LANGUAGE or not source_text:
            return None
        found = self._messages.pgettext(context, source_text)
        return None if found == source_text else found


def install_qt_words(application: QCoreApplication) -> QtWords:
    """Let an application speak Vietnamese where it speaks for itself."""
    words = QtWords(application)
    application.installTranslator(words)
    return words
