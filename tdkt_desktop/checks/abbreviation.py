"""`abbreviation`: one thing abbreviated in two ways, or an unusual one never explained."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.checks.tables import table
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "abbreviation"
_TOKEN: Final = re.compile(r"(?<![\w/-])[A-ZĐ](?:[A-ZĐ]|[&-](?=[A-ZĐ])){2,}(?![\w/])")
_SEPARATORS: Final = str.maketrans("", "", "&-")
_SHORTEST: Final = 3

_Use = tuple["Node", int, int]


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield abbreviations that differ from how the document writes them elsewhere."""
    uses = _uses(sheet)
    yield from _variants(uses)
    split = list(_split(sheet, set(uses)))
    yield from split
    parts = {(one.place, part) for one in split for part in one.quote.split()}
    whole = {
        form: [use for use in places if (use[0].place, form) not in parts]
        for form, places in uses.items()
    }
    yield from _unexplained(sheet, {form: places for form, places in whole.items() if places})


def _uses(sheet: Sheet) -> dict[str, list[_Use]]:
    """Return where each abbreviation stands; titles in capitals hold none that can be told."""
    uses: dict[str, list[_Use]] = {}
    for node in sheet.nodes:
        text = node.text.plain
        if text.isupper() and len(text.split()) > 1:
            continue
        for match in _TOKEN.finditer(sheet.bare(node)):
            uses.setdefault(match[0], []).append((node, match.start(), match.end()))
    return uses


# Two ways ------------------------------------------------------------------------------------


def _variants(uses: dict[str, list[_Use]]) -> Iterator[Finding]:
    families: dict[str, list[str]] = {}
    for form in uses:
        families.setdefault(_letters(form), []).append(form)
    for forms in families.values():
        if len(forms) > 1:
            best = max(forms, key=lambda form: _rank(form, uses))
            for form in forms:
                if form != best:
                    yield from _variant(form, best, uses[form])


def _variant(form: str, best: str, places: list[_Use]) -> Iterator[Finding]:
    """Report a wrong letter at each place, another separator only once."""
    message = _("Chỗ khác trong văn bản viết “{best}”.").format(best=best)
    if form.translate(_SEPARATORS) == best.translate(_SEPARATORS):
        node, start, end = places[0]
        yield found(_CODE, Severity.NOTE, node, (start, end), message, best)
        return
    for node, start, end in places:
        yield found(_CODE, Severity.WARNING, node, (start, end), message, best, certain=True)


def _letters(form: str) -> str:
    return form.translate(_SEPARATORS).replace("Đ", "D")


def _rank(form: str, uses: dict[str, list[_Use]]) -> tuple[bool, int, int]:
    return form in _usual(), len(uses[form]), form.count("Đ")


def _split(sheet: Sheet, forms: set[str]) -> Iterator[Finding]:
    """Report "HĐTĐ KT" where HĐTĐKT is written elsewhere."""
    for node in sheet.worded:
        tokens = list(re.finditer(r"(?<![\w/-])[A-ZĐ]{2,}(?![\w/-])", node.text.plain))
        for first, second in pairwise(tokens):
            joined = first[0] + second[0]
            near = node.text.plain[first.end() : second.start()] == " "
            if near and joined in forms and not node.text.plain.isupper():
                message = _("Chỗ khác trong văn bản viết liền “{best}”.").format(best=joined)
                span = (first.start(), second.end())
                yield found(_CODE, Severity.NOTE, node, span, message, joined, certain=True)


# Never explained -----------------------------------------------------------------------------


@cache
def _usual() -> frozenset[str]:
    return frozenset(table("abbreviations")["usual"])


def _unexplained(sheet: Sheet, uses: dict[str, list[_Use]]) -> Iterator[Finding]:
    known = {_letters(form) for form in _usual()}
    own = {_letters(part) for part in re.findall(r"[A-ZĐ&]+", sheet.document.number.symbol)}
    own.add(_letters(sheet.facts.abbreviation))
    told = Counter(_letters(form) for form in uses if _is_explained(sheet, form))
    for form, places in uses.items():
        letters = _letters(form)
        parts = {_letters(part) for part in re.split(r"[&-]", form)}
        if letters in known | own or told[letters] or len(letters) < _SHORTEST:
            continue
        if parts <= known | own or re.fullmatch(r"[IVX]+", form):
            continue
        node, start, end = places[0]
        message = _("Chữ viết tắt chưa được giải thích; lần đầu nên viết đầy đủ.")
        yield found(_CODE, Severity.NOTE, node, (start, end), message)


def _is_explained(sheet: Sheet, form: str) -> bool:
    pattern = re.compile(
        rf"\((?:[^()]*\b(?:tắt|gọi)[^()]*)?{re.escape(form)}\)|{re.escape(form)}\s?\("
    )
    return any(pattern.search(node.text.plain) for node in sheet.worded)
