"""The four bundled faces as fonts of a PDF, and what is printed for letters they do not have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.metrics import FACE_FILES, face
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tdkt_desktop.documents.richtext import RichText

FAMILY: Final = "LiberationSerif"
REGULAR: Final = "LiberationSerif"
_NAMES: Final = {
    (False, False): REGULAR,
    (True, False): "LiberationSerif-Bold",
    (False, True): "LiberationSerif-Italic",
    (True, True): "LiberationSerif-BoldItalic",
}
_LOOK_ALIKE: Final = str.maketrans(
    {"☐": "□", "❏": "□", "☑": "√", "☒": "×", "✓": "√", "✔": "√", "✗": "×", "✘": "×"}
    | {"‐": "-", "‑": "-", "➢": "►", "➤": "►", "❖": "♦", "➔": "→", "✦": "♦", "★": "*", "☆": "*"}
    | {"\ufe0e": "", "\ufe0f": ""}
)
SUBSTITUTE: Final = "□"
"""What is printed for a letter that the faces lack and that nothing resembles."""


def font_name(bold: bool = False, italic: bool = False) -> str:
    """Return the name under which a face is known to the PDF library."""
    return _NAMES[bold, italic]


@cache
def register_fonts() -> None:
    """Make the bundled faces known to the PDF library, by file and never by family (L110, L116)."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for (bold, italic), name in _NAMES.items():
        path = resource("fonts", FACE_FILES[bold, italic])
        pdfmetrics.registerFont(TTFont(name, str(path)))
        addMapping(FAMILY, int(bold), int(italic), name)


@cache
def is_printable(char: str) -> bool:
    """Tell whether all four faces can print a letter."""
    return char in "\n\u00a0 " or all(face(*style).glyph(char) for style in _NAMES)


class Substitutions:
    """Replaces letters that no face has, and remembers which they were.

    The library itself would print nothing for them and lose them from the text (L115).
    """

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def apply(self, text: RichText) -> RichText:
        """Return text that the faces can print."""
        missing = {char for char in set(text.plain) if not is_printable(char)}
        if not missing:
            return text
        self._seen.update((char, _substitute(char)) for char in sorted(missing))
        return text.replace_plain("".join(self._seen.get(char, char) for char in text.plain))

    def warnings(self) -> tuple[str, ...]:
        """Say, in words for the person who prints, which letters were replaced."""
        return tuple(_warnings(self._seen.items()))


def _substitute(char: str) -> str:
    """Return the letter printed instead; a space for a sign that shows nothing by itself."""
    found = char.translate(_LOOK_ALIKE)
    return found if found and is_printable(found) else SUBSTITUTE if found else " "


def _warnings(replaced: Iterable[tuple[str, str]]) -> Iterable[str]:
    for char, printed in replaced:
        if printed.strip():
            yield _(
                "Phông chữ không có ký tự “{char}” (U+{code}); bản in dùng “{printed}”."
            ).format(char=char, code=f"{ord(char):04X}", printed=printed)
