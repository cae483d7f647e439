"""`recipients`: Nơi nhận without Lưu, or with what does not belong there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found, missing
from tdkt_desktop.documents.places import Place
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding

_CODE: Final = "recipients"
_KEPT: Final = re.compile(r"lưu\b", re.IGNORECASE)
_COLON: Final = re.compile(r"lưu\s*:\s*\S", re.IGNORECASE)


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is missing or misplaced among the recipients."""
    lines = sheet.document.recipients
    place = Place("recipients", _("Nơi nhận"))
    if not lines:
        yield missing(_CODE, Severity.WARNING, place, _("Chưa có nơi nhận."))
        return
    kept = [index for index, line in enumerate(lines) if _KEPT.match(line)]
    if not kept:
        message = _("Nơi nhận chưa có dòng “Lưu”.")
        yield missing(_CODE, Severity.WARNING, place, message, "Lưu: VT")
    yield from _kept_lines(sheet, kept)
    yield from _twice(sheet)


def _kept_lines(sheet: Sheet, kept: list[int]) -> Iterator[Finding]:
    lines = sheet.document.recipients
    for index in kept:
        node = sheet.by_path[f"recipients/{index}"]
        span = (0, len(node.text.plain))
        if index != len(lines) - 1:
            message = _("Dòng “Lưu” là dòng cuối của nơi nhận.")
            yield found(_CODE, Severity.NOTE, node, span, message)
        if not _COLON.match(lines[index]):
            message = _("Dòng lưu viết “Lưu: VT” và đơn vị soạn thảo.")
            right = re.sub(r"^lưu\s*:?\s*", "Lưu: ", lines[index], flags=re.IGNORECASE)
            right = right if len(right) > len("Lưu: ") else "Lưu: VT"
            yield found(_CODE, Severity.NOTE, node, span, message, right)


def _twice(sheet: Sheet) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, line in enumerate(sheet.document.recipients):
        key = fold(line).strip(" ;.")
        node = sheet.by_path.get(f"recipients/{index}")
        if key in seen and node:
            message = _("Nơi nhận này đã có ở trên.")
            yield found(_CODE, Severity.WARNING, node, (0, len(line)), message)
        seen.add(key)
