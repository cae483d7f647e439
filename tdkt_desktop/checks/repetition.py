"""`repetition`: a word group, a sentence or a clause twice."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import CLAUSES, Sheet, found, matches
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "repetition"
_PAIR: Final = re.compile(
    r"\b(?P<once>[^\W\d_]+\s[^\W\d_]+)\s(?P<again>(?P=once))\b", re.IGNORECASE
)
_WORD: Final = re.compile(
    r"\b(?P<once>của|và|các|những|trong|cho|được|là|với|để|về|theo|tại|có|đã|số|năm|tháng)"
    r"\s(?P<again>(?P=once))\b",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"[^.;\n]+")
_LONG: Final = 15
_TWICE: Final = 2
_NAME: Final = re.compile(r"“[^”]*”")


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what stands twice."""
    doubled = tuple(node for node in sheet.worded if _may_repeat(node.text.plain))
    for pattern in (_PAIR, _WORD):
        for node, match in matches(pattern, doubled):
            words = match["once"].lower().split()
            if len(words) > 1 and words[0] == words[1]:
                continue
            message = _("Từ ngữ lặp lại liền nhau.")
            yield found(
                _CODE, Severity.WARNING, node, match.span(), message, match["once"], certain=True
            )
    yield from _sentences(sheet)


def _may_repeat(text: str) -> bool:
    """Tell quickly whether a word or a pair of words stands twice in a row."""
    words = _LETTERS.findall(text.lower())
    pairs = list(pairwise(words))
    return any(a == b for a, b in pairs) or any(
        a == b for a, b in zip(pairs, pairs[2:], strict=False)
    )


def _sentences(sheet: Sheet) -> Iterator[Finding]:
    """Report a long sentence that stood there before; what comes again and again is meant so."""
    places: dict[str, list[tuple[Node, int, int]]] = {}
    for node in sheet.prose:
        if node.role in CLAUSES:
            for match in _SENTENCE.finditer(node.text.plain):
                words = _words(match[0])
                if len(words) >= _LONG:
                    start = match.start() + len(match[0]) - len(match[0].lstrip())
                    places.setdefault(" ".join(words), []).append((node, start, match.end()))
    for found_in in places.values():
        if len(found_in) > 1:
            (first, _start, _end), (node, start, end) = found_in[:2]
            severity = Severity.WARNING if len(found_in) == _TWICE else Severity.NOTE
            message = _("Câu này đã có ở {place}.").format(place=first.place)
            yield found(_CODE, severity, node, (start, end), message)


def _words(sentence: str) -> list[str]:
    """Return the words of a sentence, names in quotes left out; none for a short one."""
    if sentence.count(" ") < _LONG - 1:
        return []
    return _LETTERS.findall(_NAME.sub("", sentence).lower())
