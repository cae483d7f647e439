"""The catalogue of legal documents that serve as grounds, with their validity."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.dates import find_dates, long_date
from tdkt_desktop.vietnamese.text import NBSP, clean_line, fold

if TYPE_CHECKING:
    from pathlib import Path

# Decree 30/2020, annex I, II.6.a: these are cited without number and issuer.
_CITED_BY_NAME = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r"\bnam (\d{4})")
_REQUIRED = ("id", "kind", "verification")


class Validity(StrEnum):
    """What a document is worth on a day."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalDocument:
    """A legal document; what nobody has verified is empty or marked so.

    `effective_to` is the last day in force. `verification` keeps the mark of the research
    (SOURCE, SOURCE_SECONDHAND, PARTIAL, MEMORY); from `recheck_from` on a person must look again
    whether the document still holds.
    """

    id: str
    kind: str
    number: str = ""
    issuer: str = ""
    subject: str = ""
    issued: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    replaced_by: str = ""
    amended_by: tuple[str, ...] = ()
    recheck_from: date | None = None
    verified: bool = False
    verification: str = ""
    note: str = ""

    def state_on(self, day: date) -> Validity:
        """Return the validity on a day; a document that ended is known to have, however begun."""
        if self.effective_to is not None and day > self.effective_to:
            return Validity.EXPIRED
        if self.effective_from is None:
            return Validity.UNKNOWN
        return Validity.NOT_YET if day < self.effective_from else Validity.IN_FORCE

    def in_force(self, day: date) -> bool:
        """Tell whether the document is known to be in force on a day."""
        return self.state_on(day) is Validity.IN_FORCE

    def needs_recheck(self, day: date) -> bool:
        """Tell whether its validity on a day must be looked up again before use."""
        return self.recheck_from is not None and day >= self.recheck_from


Catalogue = tuple[LegalDocument, ...]


def citation(document: LegalDocument) -> str:
    """Return how a ground names the document (Decree 30/2020, annex I, II.6.a).

    Kind, number, date, issuer and subject; laws and ordinances without number and issuer. What is
    not known is left out.
    """
    issued = long_date(document.issued) if document.issued else ""
    if document.kind in _CITED_BY_NAME:
        parts = [document.kind, document.subject, issued]
    else:
        number = f"số {document.number}" if document.number else ""
        issuer = f"của {document.issuer}" if document.issuer else ""
        parts = [document.kind, number, issued, issuer, document.subject]
    return " ".join(part for part in parts if part)


def documents_in_force(catalogue: Catalogue, day: date) -> Catalogue:
    """Return the documents known to be in force on a day."""
    return tuple(document for document in catalogue if document.in_force(day))


def find_by_id(catalogue: Catalogue, wanted: str) -> LegalDocument | None:
    """Return the document of that id, or None."""
    return next((document for document in catalogue if document.id == wanted), None)


def find_by_number(catalogue: Catalogue, text: str) -> Catalogue:
    """Return the documents whose numbers stand in `text`, however spaced or capitalised."""
    folded = clean_line(fold(text))
    return tuple(
        document
        for document in catalogue
        if document.number and re.search(_pattern(document.number), folded)
    )


def find_cited(catalogue: Catalogue, text: str) -> Catalogue:
    """Return the documents that `text` cites by number, or, for laws, by name and date or year."""
    numbered = find_by_number(catalogue, text)
    named = tuple(
        document
        for document in catalogue
        if document.kind in _CITED_BY_NAME and document not in numbered and _names(text, document)
    )
    return numbered + named


def _pattern(number: str) -> str:
    """Return the pattern of a number in folded text: spaces allowed at / and -, _ typed for -."""
    pieces = re.split(r"([/-])", _SPACES.sub("", fold(number)))
    joints = {"/": r"\s?/\s?", "-": r"\s?[-–—_]\s?"}
    body = "".join(joints.get(piece) or re.escape(piece) for piece in pieces)
    return rf"(?<!\d){body}(?![a-z\d]|-[a-z])"


def _names(text: str, law: LegalDocument) -> bool:
    """Tell whether a law's name and its day or year stand in a text."""
    folded = clean_line(fold(text)).replace(",", "")
    name = fold(f"{law.kind} {law.subject}").replace(",", "")
    if law.issued is None or not law.subject or name not in folded:
        return False
    before = folded.partition(name)[0]
    if before.rstrip().endswith("mot so dieu cua"):
        return False
    days = [found.day for found in find_dates(text)]
    years = [int(year) for year in _YEAR.findall(folded)]
    return law.issued in days or (not days and law.issued.year in years)


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Read the shipped catalogue, or a school's own; InputError says which entry is bad."""
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Catalogue:
    """Read the shipped catalogue, which stays what it is while the program runs."""
    return _read(resource("law", "documents.toml"))


def _read(path: Path) -> Catalogue:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            _("Không đọc được danh mục văn bản {path}: {reason}.").format(path=path, reason=error),
            _("Sửa lại tệp này hoặc bỏ đi để dùng danh mục có sẵn."),
        ) from error
    entries = data.get("documents", [])
    catalogue = tuple(_document(entry, place, path) for place, entry in enumerate(entries, 1))
    _refuse_twins(catalogue, path)
    return catalogue


def _document(entry: Any, place: int, path: Path) -> LegalDocument:
    """Build a document from its entry after looking at every field."""
    if not isinstance(entry, dict):
        raise _bad_entry(path, str(place), _("mỗi văn bản phải là một mục [[documents]]"))
    name = str(entry.get("id", place))
    for field in _REQUIRED:
        if not entry.get(field):
            raise _bad_entry(path, name, _("thiếu {field}").format(field=field))
    kinds = {field.name: str(field.type) for field in fields(LegalDocument)}
    for key, value in entry.items():
        if key not in kinds or not _fits(value, kinds[key]):
            raise _bad_entry(path, name, _("giá trị của {field} không đúng").format(field=key))
    values = {key: _tidy(value) for key, value in entry.items()}
    return LegalDocument(**values)


def _fits(value: Any, kind: str) -> bool:
    """Tell whether a value of the file is of the kind that a field's annotation wants."""
    if kind.startswith("date"):
        return type(value) is date
    if kind.startswith("tuple"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, bool if kind == "bool" else str)


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return clean_line(value).replace(NBSP, " ")
    return tuple(value) if isinstance(value, list) else value


def _refuse_twins(catalogue: Catalogue, path: Path) -> None:
    """Raise for an id that two documents bear."""
    for name, count in Counter(document.id for document in catalogue).items():
        if count > 1:
            raise _bad_entry(path, name, _("id này đã có"))


def _bad_entry(path: Path, name: str, reason: str) -> InputError:
    return InputError(
        _("Danh mục văn bản {path} có mục {name} sai: {reason}.").format(
            path=path, name=name, reason=reason
        ),
        _("Sửa mục đó theo phần hướng dẫn ở đầu tệp rồi mở lại."),
    )
