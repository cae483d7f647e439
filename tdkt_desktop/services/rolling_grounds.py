"""Documents that a plan cites: the law as it stands then, and upper plans to be replaced."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.legal_reference import LegalReference, find_references
from tdkt_desktop.i18n import _
from tdkt_desktop.rules.legal_documents import (
    LegalDocument,
    Validity,
    citation,
    find_by_id,
    find_cited,
)
from tdkt_desktop.services.rolling_changes import ChangeKind
from tdkt_desktop.services.rolling_frame import Found, Scan
from tdkt_desktop.vietnamese.dates import find_dates, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK: Final = "«…»"
_LONGEST_QUOTE: Final = 70
_ANNUAL: Final = frozenset(
    {"Kế hoạch", "Công văn", "Hướng dẫn", "Thông báo", "Văn bản", "Báo cáo", "Tờ trình",
     "Kế hoạch liên tịch", "Hướng dẫn liên ngành"}
)  # fmt: skip
_NAMED: Final = frozenset({"Quyết định", "Chỉ thị", "Nghị quyết", "Kết luận", "Chương trình"})
_PROGRAMME: Final = re.compile(r"giai đoạn|nhiệm kỳ|đến năm|\d{4}\s?[-–]\s?\d{4}", re.IGNORECASE)
_SCHOOL_YEAR: Final = re.compile(r"năm học\s*(\d{4})\s?[-–/]\s?\d{4}", re.IGNORECASE)
_YEAR_NAMED: Final = re.compile(r"\bnăm\s+(\d{4})(?!\s?[-–]\s?\d)", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![\w/])\d{1,5}[a-z]?(?=\s?[-–/]|\s+ngày|\s*$)")
_LAW_TAIL: Final = re.compile(r"\s*(?:,\s*)?(?:ngày\s[^;]{0,40}?)?năm\s+\d{4}")
_SOON: Final = timedelta(days=120)


def references(scan: Scan) -> None:
    """Bring each cited document up to date, blank what is issued anew each year, hold the rest."""
    for reference in _outermost(scan.text):
        if not (_updated(scan, reference) or _blanked(scan, reference)):
            scan.hold(reference.start, reference.end)


def _outermost(text: str) -> Iterator[LegalReference]:
    covered = 0
    for reference in find_references(text):
        if reference.start >= covered and "«" not in text[reference.start : reference.end]:
            covered = reference.end
            yield reference


def _updated(scan: Scan, reference: LegalReference) -> bool:
    """Cite what replaced a document that is no longer in force when the new period begins."""
    end = _whole_end(scan.text, reference)
    cited = find_cited(scan.frame.catalogue, scan.text[reference.start : end])
    if len(cited) != 1:
        return False
    day = scan.frame.new.first_day
    state = cited[0].state_on(day)
    successor = _in_force(scan, cited[0]) if state is Validity.EXPIRED else None
    if successor is not None:
        after = _cited_as(scan.text, reference, successor)
        scan.put(Found(reference.start, end, after, ChangeKind.BASIS))
        return True
    if state in (Validity.EXPIRED, Validity.NOT_YET):
        scan.left.append(_not_valid(scan.text[reference.start : end], day, state))
    scan.hold(reference.start, end)
    return True


def _not_valid(quote: str, day: object, state: Validity) -> str:
    words = {
        Validity.EXPIRED: _("“{quote}” đã hết hiệu lực vào ngày {day}; xin chọn văn bản thay thế."),
        Validity.NOT_YET: _("“{quote}” chưa có hiệu lực vào ngày {day}; xin xem lại căn cứ này."),
    }
    return words[state].format(quote=_shortened(quote), day=f"{day:%d/%m/%Y}")


def _whole_end(text: str, reference: LegalReference) -> int:
    """Return the end of a reference; of a law cited by its year, behind the year."""
    if reference.number or reference.issued_on:
        return reference.end
    tail = _LAW_TAIL.match(text, reference.end)
    return tail.end() if tail else reference.end


def _in_force(scan: Scan, document: LegalDocument) -> LegalDocument | None:
    """Follow what replaced a document to the one in force on the new period's first day."""
    seen = {document.id}
    while (following := find_by_id(scan.frame.catalogue, document.replaced_by)) is not None:
        if following.in_force(scan.frame.new.first_day):
            return following
        if following.id in seen:
            return None
        seen.add(following.id)
        document = following
    return None


def _cited_as(text: str, reference: LegalReference, document: LegalDocument) -> str:
    """Cite in full where the old document was, else as shortly as it was."""
    if reference.subject or not document.number:
        return citation(document)
    dated = document.issued if reference.issued_on else None
    issued = f" ngày {short_date(dated)}" if dated else ""
    issuer = f" của {document.issuer}" if document.issuer and reference.issuer else ""
    number = " số" if re.search(r"\bsố\b", text[reference.start : reference.end]) else ""
    return f"{document.kind}{number} {document.number}{issued}{issuer}"


def _blanked(scan: Scan, reference: LegalReference) -> bool:
    """Blank number and date of a document that is issued anew for each year."""
    quote = scan.text[reference.start : reference.end]
    figure = _FIGURE.search(quote)
    if figure is None or not _is_annual(scan, reference, quote):
        return False
    reason = _("Chưa có số, ngày của văn bản mới thay “{quote}”.").format(quote=_name(reference))
    spots = [(figure.start(), figure.end(), BLANK)]
    days = [one for one in find_dates(quote) if one.start > figure.start()][:1]
    for one in days if reference.issued_on else ():
        written = one.quote.lower().startswith("ngày")
        spots.append((one.start, one.end, f"ngày {BLANK}" if written else BLANK))
    scan.groups.append((reference.start, reference.end, ChangeKind.BASIS, reason))
    for start, end, after in spots:
        scan.put(
            Found(reference.start + start, reference.start + end, after, ChangeKind.BASIS, reason)
        )
    scan.hold(reference.start + figure.end(), reference.start + _symbol_end(quote, figure.end()))
    return True


def _symbol_end(quote: str, start: int) -> int:
    match = re.compile(r"\s?[-–/][\w\s/–&-]*?(?=\s+ngày|\s|$)").match(quote, start)
    return match.end() if match else start


def _name(reference: LegalReference) -> str:
    issuer = _(" của {issuer}").format(issuer=reference.issuer) if reference.issuer else ""
    return f"{reference.kind} {reference.number}{issuer}"


def _is_annual(scan: Scan, reference: LegalReference, quote: str) -> bool:
    """Tell whether a document is one of the plan's own year, to be issued again for the next."""
    names_year = _names_plan_year(scan, quote)
    if reference.kind in _NAMED:
        return names_year
    if reference.kind not in _ANNUAL:
        return False
    day = reference.issued_on
    if day is None or names_year:
        return names_year
    if not (scan.is_opening or _of_the_year(scan, reference)):
        return False
    old = scan.frame.old
    return old.first_day - _SOON <= day <= old.last_day and not _PROGRAMME.search(quote)


def _of_the_year(scan: Scan, reference: LegalReference) -> bool:
    """Tell whether what is done by a document named in the body is said to be of the year."""
    sentence = re.split(r"[.;]\s", scan.text[: reference.start])[-1]
    return scan.is_due or any(str(year) in sentence for year in scan.frame.years)


def _names_plan_year(scan: Scan, quote: str) -> bool:
    starts = [int(match[1]) for match in _SCHOOL_YEAR.finditer(quote)]
    years = [int(match[1]) for match in _YEAR_NAMED.finditer(quote)]
    # The year of a date ("ngày 10 tháng 12 năm 2025") names nothing.
    dated = {one.day.year for one in find_dates(quote) if one.day and "năm" in one.quote.lower()}
    named = [year for year in years if year not in dated or years.count(year) > 1]
    return any(map(scan.frame.near_school_year, starts)) or any(
        year in scan.frame.years for year in named
    )


def _shortened(quote: str) -> str:
    """Return a citation short enough for a sentence, cut between two words."""
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[:_LONGEST_QUOTE].rsplit(maxsplit=1)[0].rstrip(" ,;") + "…"
