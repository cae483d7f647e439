"""Tells whether the line that ties an annex to its document says what the document says anyway."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.body_names import issuer_in_sentence
from tdkt_desktop.imports.recognition.official_words import NUMBER_LINE
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument

_WHOLE: Final = re.compile(
    r"[(\[]?\s*(?:ban\s+hành\s+)?kèm\s+theo\s+(?P<kind>[^\W\d_]+(?:\s+[^\W\d_]+){1,2}?)"
    r"(?:\s+số\s*:?[\d\s\u00a0.…_]*(?:/\s*[\w&–/-]*)?)?"
    r"(?:,?\s+ngày[\s\u00a0\d.…_/]*(?:tháng[\s\u00a0\d.…_]*năm[\s\u00a0\d.…_]*)?)?"
    r"(?:\s*của\s+.+?)?\s*[)\]]?\s*\.?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\bsố\s*:?\s*[\d\s\u00a0.…_]*/\s*\S+", re.IGNORECASE)
_DATE: Final = re.compile(
    r"ngày([\s\u00a0\d.…_]*)(?:tháng|/)([\s\u00a0\d.…_]*)(?:năm|/)([\s\u00a0\d.…_]*)", re.IGNORECASE
)
_ISSUER: Final = re.compile(r"\bcủa\s+(.+?)\s*[)\]]?\s*\.?$", re.IGNORECASE | re.DOTALL)
_WORDS: Final = re.compile(r"\w+")


def own_reference(text: str, document: OfficialDocument, draft_year: int | None) -> str:
    """Return the line where it names another document or body than this one, else nothing.

    The writers print the line by themselves; a blank in it contradicts nothing. `draft_year` is
    the year in a date line that is still to be filled in.
    """
    whole = _WHOLE.fullmatch(text)
    if not whole or fold(whole["kind"]) != fold(document.title):
        return text
    same = _same_number(text, document) and _same_date(text, document, draft_year)
    return "" if same and _same_issuer(text, document) else text


def _same_number(text: str, document: OfficialDocument) -> bool:
    found = _NUMBER.search(text)
    match = NUMBER_LINE.match(found[0]) if found else None
    if not match:
        return True
    value = re.sub(r"\D", "", match["value"])
    symbol = match["symbol"].replace(" ", "")
    return symbol == document.number.symbol and value in ("", document.number.value)


def _same_date(text: str, document: OfficialDocument, draft_year: int | None) -> bool:
    match = _DATE.search(text)
    if not match:
        return True
    parts = [
        int(digits) if (digits := re.sub(r"\D", "", part)) else None for part in match.groups()
    ]
    day = document.issued_on
    given = [day.day, day.month, day.year] if day else [None, None, draft_year or document.year]
    return all(part is None or part == own for part, own in zip(parts, given, strict=True))


def _same_issuer(text: str, document: OfficialDocument) -> bool:
    date = _DATE.search(text)
    match = _ISSUER.search(text, date.end() if date else 0)
    head = document.letterhead
    issuer = issuer_in_sentence(head.parent_body, head.issuing_body)
    return not match or _body_words(match[1]) == _body_words(issuer)


def _body_words(name: str) -> list[str]:
    """Return the words of a body's name, `UBND` as the words that it stands for."""
    return _WORDS.findall(fold(name).replace("ubnd", "uy ban nhan dan"))
