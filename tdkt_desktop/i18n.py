"""The words of the interface: Vietnamese in the source, other languages from catalogues."""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from tdkt_desktop.resources import translations

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE_LANGUAGE: Final = "vi"
LANGUAGES: Final = (SOURCE_LANGUAGE, "en")
_DOMAIN: Final = "tdkt_desktop"


class _Catalogue:
    """Holds the catalogue in use, so that `_` can be imported once and still follow a change."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE
        self._messages: gettext.NullTranslations = gettext.NullTranslations()

    def use(self, language: str) -> None:
        self.language = language if language in LANGUAGES else SOURCE_LANGUAGE
        self._messages = gettext.translation(
            _DOMAIN, str(translations()), [self.language], fallback=True
        )

    def gettext(self, message: str) -> str:
        return self._messages.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self._messages.ngettext(singular, plural, count)


_catalogue = _Catalogue()
_in_source_words: ContextVar[bool] = ContextVar("in_source_words", default=False)


def use_language(language: str) -> None:
    """Switch all later look-ups to `language` ("vi" or "en"; anything else means Vietnamese)."""
    _catalogue.use(language)


def current_language() -> str:
    """Return the language in use, "vi" or "en"."""
    return _catalogue.language


@contextmanager
def source_words() -> Iterator[None]:
    """Leave messages in Vietnamese meanwhile, in this thread: documents speak no other language."""
    token = _in_source_words.set(True)
    try:
        yield
    finally:
        _in_source_words.reset(token)


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return message if _in_source_words.get() else _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that every extractor of messages knows
    """Mark a message for translation without translating it yet."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that fits `count`."""
    return _catalogue.ngettext(singular, plural, count)
