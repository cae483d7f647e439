"""Names of exported files: ASCII, in order of kind and number, safe on every system."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.documents.document import OfficialDocument

MAX_LENGTH: Final = 120
DRAFT: Final = "du-thao"
_SUFFIX_ROOM: Final = 16
"""Letters kept free for `_v2` and the extension."""
_ABBREVIATIONS: Final = {
    DocumentKind.PLAN: "KH",
    DocumentKind.DECISION: "QD",
    DocumentKind.SUBMISSION: "TTr",
    DocumentKind.MINUTES: "BB",
    DocumentKind.REPORT: "BC",
    DocumentKind.NOTICE: "TB",
    DocumentKind.INVITATION: "GM",
    DocumentKind.FORM: "Phieu",
    DocumentKind.BALLOT: "Phieu-bau",
}
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return words as they may stand in a name: `Tổ chức thi đua` is `to-chuc-thi-dua`."""
    return _OTHER.sub("-", fold(text)).strip("-")


def safe_stem(text: str, otherwise: str = "van-ban") -> str:
    """Return a name without extension that every system takes, made of any text."""
    words = slug(text)[: MAX_LENGTH - _SUFFIX_ROOM].rstrip("-") or otherwise
    return f"{words}-tdkt" if _RESERVED.fullmatch(words) else words


def file_stem(document: OfficialDocument) -> str:
    """Return the name without extension that the .docx and the .pdf of a document share.

    `KH_15_HDTDKT_2026-11-21_to-chuc-phong-trao-thi-dua`; parts that are not known are left out.
    """
    day = document.issued_on
    issuer = document.number.symbol.partition("-")[2]
    parts = (
        _ABBREVIATIONS[document.kind],
        slug(document.number.value) or DRAFT,
        slug(issuer).replace("-", "").upper(),
        day.isoformat() if day else str(document.year or ""),
        slug(document.subject.plain),
    )
    stem = "_".join(part for part in parts if part)
    return stem[: MAX_LENGTH - _SUFFIX_ROOM].rstrip("-_")


def file_name(document: OfficialDocument, extension: str) -> str:
    """Return the name of the file of a document; `extension` has no dot."""
    return f"{file_stem(document)}.{extension}"


def free_path(path: Path) -> Path:
    """Return `path`, or with `_v2`, `_v3` … the first one under which no file is."""
    if not path.exists():
        return path
    stem = re.sub(r"_v\d+$", "", path.stem)
    names = (path.with_name(f"{stem}_v{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
