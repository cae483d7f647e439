"""`repetition`: a word group, a sentence or a clause twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import CLAUSES, Sheet, found, matches
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import fold

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
_SENTENCE: Final = re.compile(r"[^.;\n]+")
_LONG: Final = 15
_NAME: Final = re.compile(r"“[^”]*”")


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what stands twice."""
    for pattern in (_PAIR, _WORD):
        for node, match in matches(pattern, sheet.worded):
            words = match["once"].lower().split()
            if len(words) > 1 and words[0] == words[1]:
                continue
            message = _("Từ ngữ lặp lại liền nhau.")
            yield found(
                _CODE, Severity.WARNING, node, match.span(), message, match["once"], certain=True
            )
    yield from _sentences(sheet)


def _sentences(sheet: Sheet) -> Iterator[Finding]:
    """Report a long sentence of the text that stood there before, word for word."""
    seen: dict[str, str] = {}
    for node in sheet.prose:
        if node.role not in CLAUSES:
            continue
        for match in _SENTENCE.finditer(node.text.plain):
            words = re.findall(r"\w+", fold(_NAME.sub("", match[0])))
            if len(words) < _LONG:
                continue
            before = seen.setdefault(" ".join(words), str(node.place))
            if before != str(node.place):
                message = _("Câu này đã có ở {place}.").format(place=before)
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield found(_CODE, Severity.WARNING, node, (start, match.end()), message)
