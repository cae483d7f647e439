"""Finds references to legal and official documents in running text.

Positions are in the text as given, which is clean (NFC) as every text of a tree is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.documents.legal_reference_words import (
    AFTER_LAW_NAME,
    BODY,
    KIND,
    LAW,
    LEAD,
    NEXT_REFERENCE,
    NUMBER,
    SENTENCE_END,
    SUBJECT_GOES_ON,
    SUBJECT_OPENING,
    kind_name,
    kind_of_number,
)
from tdkt_desktop.vietnamese.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class LegalReference:
    """A reference to a document, `start` to `end` in its text.

    `kind` is in its usual spelling ("Kế hoạch"); `number` has no blanks in it and is empty for a
    law cited by name. `subject` is what follows the issuer ("về công tác …"); of a law, its name.
    """

    kind: str
    number: str
    issued_on: date | None
    issuer: str
    subject: str
    start: int
    end: int


_GAP = rf"(?P<gap>(?:\s+(?!{KIND}|số\b)[^\s;,.:()]+){{0,8}}?)"
_ANCHOR = re.compile(
    rf"(?P<law>{LAW})\s+(?P<name>(?:sửa đổi, bổ sung một số điều (?:của|các) (?:Bộ luật|Luật)\s+)?"
    rf"[A-ZĐ][^;:.()\d“\"]*?)(?=\s*(?:[;:.()\d“\"]|$)|,\s*{KIND}|,\s*{BODY}\s|\s+{AFTER_LAW_NAME}\b"
    rf"|\s+và\s+{KIND})(?:\s+số\s+(?P<law_number>{NUMBER}))?"
    rf"|(?P<kind>{KIND})(?:{_GAP}\s+số\s*:?)?\s+(?P<number>{NUMBER})"
    rf"|(?P<bare_kind>{KIND})\s+số\s*:?\s*(?P<bare>\d{{1,5}})(?=\s+ngày\b)"
    rf"|\bsố\s*:?\s*(?P<lone>{NUMBER})"
)
_BEFORE_DATE = re.compile(r"[\s,(]*(?:ký\s+|ban\s+hành\s+)?(?:ngày\s*)?")
_DATE_REACH = 60
_ISSUER = re.compile(
    rf"\s*[,)]?\s*của\s+(?P<issuer>[^;()“\"]+?)(?=\s*,?\s+(?<!\bBan\s){SUBJECT_OPENING}\b|\s*{NEXT_REFERENCE}"
    rf"|\s*[;()“\":]|\s*{SENTENCE_END}|,(?!\s*(?:[Kk]hen|[Tt]hể|[Dd]u|[Xx]ã|[Gg]ia|[Cc]hủ)\s)"
    rf"|\s*$)"
)
_SUBJECT = re.compile(
    rf"\s*,?\s*(?P<subject>{SUBJECT_OPENING}\b.*?)"
    rf"(?=\s*(?:;(?!\s+{SUBJECT_GOES_ON}\b)|{SENTENCE_END}|{NEXT_REFERENCE}|,\s+{BODY}\s|\.?\s*$))",
    re.DOTALL,
)
_SEGMENT = re.compile(rf"(?:;|{SENTENCE_END})\s*")
_CONTINUED = re.compile(rf"[-+•*\s]*(?:và\s+)?(?:các\s+)?(?:{KIND}|số\s)")
_LEAD = re.compile(LEAD)


def find_references(text: str) -> tuple[LegalReference, ...]:
    """Return the references in a text in order, those inside the subject of another included."""
    return tuple(_references(text))


def legal_bases(grounds: Iterable[str], preamble: Iterable[str]) -> tuple[LegalReference, ...]:
    """Return the documents that a document rests on, each once.

    In a ground every reference counts; in an opening paragraph only what stands in a sentence that
    says so ("Căn cứ", "Thực hiện", "Theo" …). A reference inside the subject of another is only
    mentioned. Positions are in the paragraph that each reference comes from.
    """
    found = [reference for ground in grounds for reference in _outermost(ground)]
    found += [reference for text in preamble for reference in _leading(text)]
    once: dict[tuple[str, str], LegalReference] = {}
    for reference in found:
        once.setdefault((reference.kind, reference.number or reference.subject), reference)
    return tuple(once.values())


def _references(text: str) -> Iterator[LegalReference]:
    before = ""
    for anchor in _ANCHOR.finditer(text):
        if anchor["lone"] and "-" not in anchor["lone"] and not before:
            continue
        reference = _law(anchor) if anchor["law"] else _numbered(anchor, before)
        before = reference.kind
        yield _with_date(text, reference)


def _law(anchor: re.Match[str]) -> LegalReference:
    number = _tidy_number(anchor["law_number"] or "")
    name = " ".join(anchor["name"].rstrip(" ,").split())
    return LegalReference(
        kind_name(anchor["law"]), number, None, "", name, anchor.start(), anchor.end()
    )


def _numbered(anchor: re.Match[str], before: str) -> LegalReference:
    number = _tidy_number(anchor["number"] or anchor["bare"] or anchor["lone"])
    written = anchor["kind"] or anchor["bare_kind"]
    kind = kind_name(written) if written else kind_of_number(number, before)
    gap = " ".join((anchor["gap"] or "").split())
    issuer = gap.removeprefix("của ") if gap.startswith("của ") else ""
    return LegalReference(kind, number, None, issuer, "", anchor.start(), anchor.end())


def _tidy_number(written: str) -> str:
    return re.sub(r"\s+", "", written).replace("–", "-")


def _with_date(text: str, reference: LegalReference) -> LegalReference:
    """Read on after the number: the date, then the issuer, then the subject."""
    end = reference.end
    reach = text[end : end + _DATE_REACH]
    day = next(iter(find_dates(reach)), None)
    if day is None or not _BEFORE_DATE.fullmatch(reach[: day.start]):
        return _with_issuer(text, reference)
    return _with_issuer(text, replace(reference, issued_on=day.day, end=end + day.end))


def _with_issuer(text: str, reference: LegalReference) -> LegalReference:
    found = _ISSUER.match(text, reference.end)
    if found and not reference.issuer:
        issuer = " ".join(found["issuer"].split())
        reference = replace(reference, issuer=issuer, end=found.end("issuer"))
    return _with_subject(text, reference)


def _with_subject(text: str, reference: LegalReference) -> LegalReference:
    found = None if reference.subject else _SUBJECT.match(text, reference.end)
    if found is None:
        return reference
    subject = " ".join(found["subject"].rstrip(" ,.:").split())
    return replace(reference, subject=subject, end=found.end("subject"))


def _outermost(text: str) -> Iterator[LegalReference]:
    covered = 0
    for reference in _references(text):
        if reference.start >= covered:
            covered = reference.end
            yield reference


def _leading(text: str) -> Iterator[LegalReference]:
    """Yield the references of the segments that say what the document rests on."""
    stretches = _leading_stretches(text)
    for reference in _outermost(text):
        if any(start <= reference.start < end for start, end in stretches):
            yield reference


def _leading_stretches(text: str) -> list[tuple[int, int]]:
    """Return the segments that open with a word like "Căn cứ", and those that carry them on."""
    stretches, leads, start = [], False, 0
    cuts = [*((cut.start(), cut.end()) for cut in _SEGMENT.finditer(text)), (len(text), len(text))]
    for end, following in cuts:
        opens = _LEAD.match(text, start, end) is not None
        if opens or (leads and _CONTINUED.match(text, start, end)):
            stretches.append((start, end))
        leads = (leads or opens) and text[end : end + 1] == ";"
        start = following
    return stretches
