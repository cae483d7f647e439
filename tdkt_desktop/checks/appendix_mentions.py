"""Where a document names its annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.numerals import value
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.table_places import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.sheet import Sheet

_NAMED: Final = re.compile(
    r"\b(?:phụ lục|phụ biểu)\b(?:\s(?:số\s)?(?P<number>[IVX]+\b|\d{1,2}\b))?"
    r"(?P<more>(?:\s?(?:,|và|;)\s?(?:[IVX]+\b|\d{1,2}\b))*)",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(
    r"(?:\s(?:của|ban hành|kèm theo|thuộc|tại))+\s"
    r"(?:Nghị định|Thông tư|Quyết định|Công văn|Hướng dẫn|Luật|văn bản)",
    re.IGNORECASE,
)
_ATTACHED: Final = re.compile(
    r"\b(?:đính kèm|kèm theo|bảng (?:tiến độ|sau)|biểu tiến độ)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an annex; `number` is None where it names none."""

    node: Node
    start: int
    end: int
    number: int | None


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Yield the mentions of the document's own annexes outside of these."""
    for node in sheet.worded:
        if node.place.path.startswith("annexes/") and node.role is Role.ANNEX_TITLE:
            continue
        text = node.text.plain
        for match in _NAMED.finditer(text):
            if _FOREIGN.match(text, match.end()):
                continue
            for number in _numbers(match):
                yield Mention(node, match.start(), match.end(), number)


def says_attached(sheet: Sheet) -> bool:
    """Tell whether a sentence speaks of something attached without calling it an annex."""
    return any(_ATTACHED.search(node.text.plain) for node in sheet.prose)


def _numbers(match: re.Match[str]) -> Iterator[int | None]:
    yield value(match["number"].upper()) if match["number"] else None
    for more in re.findall(r"[IVX]+|\d+", match["more"] or "", re.IGNORECASE):
        yield value(more.upper())
