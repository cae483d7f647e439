"""What the pages and the commands are shown of initiatives: values, never rows of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date
from types import MappingProxyType
from typing import Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.models.merit import InitiativeState as InitiativeState
from tdkt_desktop.models.merit import WorkKind as WorkKind
from tdkt_desktop.services.record_views import Author, AwardUse

STATE_NAMES: Final = {
    InitiativeState.DRAFT: N_("Nháp"),
    InitiativeState.SUBMITTED: N_("Đã nộp"),
    InitiativeState.SCORED: N_("Đã chấm"),
    InitiativeState.RECOGNISED: N_("Được công nhận"),
    InitiativeState.REFUSED: N_("Không công nhận"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeForm:
    """What an author says of an initiative; `parts` are texts by the keys of their headings."""

    title: str
    year: str
    kind: WorkKind = WorkKind.INITIATIVE
    field: str = ""
    applied_on: date | None = None
    authors: tuple[Author, ...] = ()
    parts: Mapping[str, str] = made_by(default_factory=lambda: MappingProxyType({}))
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """That a level recognised initiatives: by which decision, and how far they reach."""

    level: str
    reach: str
    number: str
    decided_on: date | None
    body: str


@dataclass(frozen=True, slots=True)
class AuthorView:
    """An author by name; `person_id` is None for somebody outside the school."""

    person_id: int | None
    name: str
    share: float | None
    position: str = ""
    workplace: str = ""

    @property
    def as_author(self) -> Author:
        """The author as a form says it."""
        name = "" if self.person_id is not None else self.name
        outside = ("", "") if self.person_id is not None else (self.position, self.workplace)
        return Author(self.person_id, name, self.share, *outside)


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative as lists show it; `score` is the average of its last closed round."""

    id: int
    year: str
    title: str
    kind: WorkKind
    field: str
    authors: tuple[AuthorView, ...]
    state: InitiativeState
    score: float | None
    recognition: Recognition
    used_for: tuple[AwardUse, ...]
    applied_on: date | None = None

    @property
    def author_names(self) -> str:
        """The names of the authors in their order."""
        return ", ".join(one.name for one in self.authors)


@dataclass(frozen=True, slots=True)
class FileView:
    """A kept file of an initiative; `there` is false where the copy is gone."""

    id: int
    file_name: str
    sha256: str
    size: int
    note: str
    there: bool


@dataclass(frozen=True, slots=True)
class InitiativeCard:
    """All that is known of an initiative."""

    row: InitiativeRow
    parts: Mapping[str, str]
    notes: str
    files: tuple[FileView, ...]

    @property
    def form(self) -> InitiativeForm:
        """What the authors say."""
        row = self.row
        return InitiativeForm(
            title=row.title,
            year=row.year,
            kind=row.kind,
            field=row.field,
            applied_on=row.applied_on,
            authors=tuple(one.as_author for one in row.authors),
            parts=self.parts,
            notes=self.notes,
        )


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One use of an initiative: for which award of which year."""

    initiative_id: int
    title: str
    year: str
    author_names: str
    award: str
    award_name: str
    award_year: str
