"""`numbering`: numbers typed in a file that do not follow one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.numerals import value
from tdkt_desktop.documents.places import Place
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.facts import FoundNumber
    from tdkt_desktop.checks.sheet import Sheet

_LONGEST: Final = 60


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding for each number that is out of its order; one for a run that is shifted."""
    before: FoundNumber | None = None
    for number in sheet.facts.numbers:
        if before is None or not _carries_on(before, number):
            yield from _findings(sheet, number)
        before = number


def _findings(sheet: Sheet, number: FoundNumber) -> Iterator[Finding]:
    """Yield an error for a file; in a stored plan the program has numbered anew already.

    A stored plan whose text has gone since it was read says nothing of its number.
    """
    severity = Severity.ERROR if sheet.facts.from_file else Severity.NOTE
    message = (
        _("Số “{found}” không theo thứ tự; chỗ này phải là “{given}”.")
        if sheet.facts.from_file
        else _("Tệp nguồn ghi số “{found}”; chương trình đã đánh lại là “{given}”.")
    ).format(found=number.found, given=number.given)
    place = next(_places(sheet, number), None)
    if place is None and not sheet.facts.from_file:
        return
    quote = f"{number.found} {number.title[:_LONGEST]}".strip()
    there = place or Place("body", _("Nội dung"))
    yield Finding("numbering", severity, there, 0, 0, quote, message, number.given)


def _places(sheet: Sheet, number: FoundNumber) -> Iterator[Place]:
    for node in sheet.nodes:
        if number.title and node.text.plain.startswith(number.title):
            yield node.place


def _carries_on(before: FoundNumber, after: FoundNumber) -> bool:
    """Tell whether a wrong number only follows from the wrong one before it (27, 31, 32)."""
    first, second = _parts(before.found), _parts(after.found)
    given_first, given_second = _parts(before.given), _parts(after.given)
    if not (first and second and given_first and given_second):
        return False
    same_kind = len(first) == len(second) and first[:-1] == second[:-1]
    shifted = first[-1] - given_first[-1] == second[-1] - given_second[-1]
    return same_kind and second[-1] == first[-1] + 1 and shifted


def _parts(number: str) -> tuple[int, ...]:
    return tuple(value(part) for part in re.findall(r"\w+", number))
