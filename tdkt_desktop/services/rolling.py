"""Makes this year's draft out of last year's plan, and says where the old year is still written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentNumber
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.i18n import _
from tdkt_desktop.services.drafting import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.richtext import RichText
    from tdkt_desktop.services.period import PlanPeriod

_LONGEST: Final = 70
_MOST: Final = 12
_RANGE: Final = re.compile(r"(\d{4})(\s*[-–]\s*)(\d{4})")
_YEAR: Final = re.compile(r"(?<![\d/])\d{4}(?![\d/])")


def rolled(document: OfficialDocument, old: PlanPeriod, new: PlanPeriod) -> Draft:
    """Return a draft for a period: no number and date, the year of the subject moved on.

    Whether another place that names the old year means the plan's year or a fact of the past, only
    a person can say: those places are told, not changed. Grounds are left out of that.
    """
    fresh = replace(
        document,
        number=DocumentNumber("", document.number.symbol),
        issued_on=None,
        year=new.year,
        school_year=new.school_year,
        subject=_moved(document.subject, old, new),
    )
    return Draft(fresh, new, "", tuple(_doubts(fresh, old)) if old != new else ())


def _moved(text: RichText, old: PlanPeriod, new: PlanPeriod) -> RichText:
    """Write the new year in the place of the old one; all are of four figures."""
    shift = new.year - old.year

    def ranged(match: re.Match[str]) -> str:
        first = int(match[1])
        moved = first == old.year
        return f"{first + shift}{match[2]}{int(match[3]) + shift}" if moved else match[0]

    def single(match: re.Match[str]) -> str:
        return str(new.year) if int(match[0]) == old.year else match[0]

    if _RANGE.search(text.plain):
        return text.replace_plain(_RANGE.sub(ranged, text.plain))
    return text.replace_plain(_YEAR.sub(single, text.plain))


def _doubts(document: OfficialDocument, old: PlanPeriod) -> Iterator[str]:
    years = {str(old.first_day.year), str(old.last_day.year)}
    written = re.compile("|".join(sorted(years)))
    skipped = {Role.GROUND, Role.SUBJECT, Role.NUMBER, Role.PLACE_DATE}
    found = [
        node.text.plain
        for node in nodes(document)
        if node.role not in skipped and written.search(node.text.plain)
    ]
    for text in found[:_MOST]:
        yield _("Còn nhắc năm cũ: “{text}”.").format(text=_short(text))
    if len(found) > _MOST:
        yield _("Còn {n} chỗ khác nhắc năm cũ.").format(n=len(found) - _MOST)


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
