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
    """Report a long sentence of the text that stood there before, word for word."""
    seen: dict[str, str] = {}
    for node in sheet.prose:
        if node.role not in CLAUSES:
            continue
        for match in _SENTENCE.finditer(node.text.plain):
            if match[0].count(" ") < _LONG - 1:
                continue
            words = _LETTERS.findall(_NAME.sub("", match[0]).lower())
            if len(words) < _LONG:
                continue
            before = seen.setdefault(" ".join(words), str(node.place))
            if before != str(node.place):
                message = _("Câu này đã có ở {place}.").format(place=before)
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield found(_CODE, Severity.WARNING, node, (start, match.end()), message)
