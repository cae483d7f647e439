"""What was copied, as plain text; bold and italic of Word stay as stars where they are sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QTextDocument

from tdkt_desktop.documents.richtext import RichText, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextBlock

_LARGEST: Final = 400_000
_UNSURE: Final = ("\t", "*", "\\")


def pasted_text(source: QMimeData) -> str:
    """Return the copied text, with `**bold**` and `*italic*` where its HTML says the same words.

    Cells, and texts that hold stars themselves, are taken as they stand.
    """
    plain = source.text()
    if not source.hasHtml() or any(sign in plain for sign in _UNSURE) or len(plain) > _LARGEST:
        return plain
    html = source.html()
    if len(html) > 8 * _LARGEST or not any(tag in html.lower() for tag in ("<b", "<i", "font-")):
        return plain
    page = QTextDocument()
    page.setHtml(html)
    marked = [RichText.from_runs(_runs(block)) for block in _blocks(page)]
    same = _letters("".join(line.plain for line in marked)) == _letters(plain)
    return "\n".join(line.to_markup() for line in marked) if same else plain


def _blocks(page: QTextDocument) -> Iterator[QTextBlock]:
    block = page.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[Run]:
    """Yield the letters of a paragraph; white space between marked words carries no mark."""
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        letters = fragment.charFormat()
        text = fragment.text().replace("\u2028", "\n").replace("\xa0", " ")
        bold = letters.fontWeight() >= QFont.Weight.DemiBold
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        core = text.strip()
        yield Run(lead)
        if core:
            yield Run(core, bold=bold, italic=letters.fontItalic())
            yield Run(tail)
        place += 1


def _letters(text: str) -> str:
    return "".join(text.split())
