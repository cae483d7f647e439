"""What a template of a document is, apart from how it is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import (
    DocumentKind,
    DocumentNumber,
    Letterhead,
    OfficialDocument,
    Orientation,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS: Final = ("MN", "TH", "THCS", "THPT", "LIEN_CAP")
"""The codes of the levels of school that a template may name."""

_GROUND_ID = re.compile(r"@([A-Z][A-Z0-9_]*)")


class Period(StrEnum):
    """What a template's plan runs over."""

    SCHOOL_YEAR = "school-year"
    WORKING_YEAR = "working-year"


class Issuer(StrEnum):
    """Who issues: the school, or its council with the school's seal."""

    SCHOOL = "school"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class TemplateMeta:
    """What a list of templates shows, and what a draft is made with.

    `levels` is empty for a template that suits every school.
    """

    key: str
    name: str
    kind: DocumentKind = DocumentKind.PLAN
    levels: tuple[str, ...] = ()
    description: str = ""
    period: Period = Period.SCHOOL_YEAR
    issuer: Issuer = Issuer.SCHOOL
    orientation: Orientation = Orientation.LANDSCAPE


@dataclass(frozen=True, slots=True)
class Template:
    """A template: a document whose texts hold placeholders.

    Letterhead, number, place, date and year are left at their defaults: they are the school's and
    the plan's own.
    """

    meta: TemplateMeta
    document: OfficialDocument


def as_template(meta: TemplateMeta, document: OfficialDocument) -> Template:
    """Make a template of a document: everything that belongs to one school or day is left out."""
    bare = replace(
        document,
        kind=meta.kind,
        letterhead=Letterhead(),
        number=DocumentNumber(),
        place="",
        issued_on=None,
        year=None,
        school_year=None,
    )
    return Template(meta, bare)


def ground_reference(identifier: str) -> RichText:
    """Return the ground that stands for an entry of the catalogue of legal documents."""
    return RichText(f"@{identifier}")


def ground_identifier(ground: RichText) -> str | None:
    """Return the catalogue id that a ground stands for; None for a ground in words."""
    match = _GROUND_ID.fullmatch(ground.plain.strip())
    return match[1] if match else None


def ground_identifiers(grounds: Iterable[RichText]) -> tuple[str, ...]:
    """Return the catalogue ids among grounds, in order."""
    return tuple(found for found in map(ground_identifier, grounds) if found)
