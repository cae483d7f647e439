"""What is shown of a staff list before it is taken in: each row, and what would come of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.imports.people_rows import PersonEntry
from tdkt_desktop.models.changes import Change
from tdkt_desktop.services.people_matching import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class RowOutcome(StrEnum):
    """What would come of a row."""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    FAILED = "failed"


OUTCOME_NAMES: Final = {
    RowOutcome.NEW: N_("Thêm mới"),
    RowOutcome.UPDATE: N_("Cập nhật"),
    RowOutcome.UNCHANGED: N_("Không đổi"),
    RowOutcome.DOUBTFUL: N_("Chưa rõ là ai"),
    RowOutcome.FAILED: N_("Không nhập được"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a person before and after, in words."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided of a row: whom it is about, that it is somebody new, or to leave it."""

    person_id: int | None = None
    skip: bool = False


NEW_PERSON: Final = Choice()
SKIP: Final = Choice(skip=True)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the list; `number` is its number in the file."""

    number: int
    name: str
    outcome: RowOutcome
    entry: PersonEntry
    person_id: int | None = None
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    ratings: tuple[tuple[str, str], ...] = ()

    @property
    def reason(self) -> str:
        """Say why the row cannot be taken in as it is; empty where it can."""
        if self.outcome is RowOutcome.DOUBTFUL:
            labels = "; ".join(one.label for one in self.candidates)
            return _("Chưa rõ là ai: {people}, hay người mới").format(people=labels)
        return "; ".join(self.problems)


@dataclass(frozen=True, slots=True)
class PeoplePreview:
    """A staff list as understood; `unknown` are the headings that nobody understood."""

    source: str
    sheet: str
    headings: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    new_groups: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def counts(self) -> Counter[RowOutcome]:
        """Count the rows by what would come of them."""
        return Counter(row.outcome for row in self.rows)

    def left_out(self, choices: Mapping[int, Choice] | None = None) -> Iterator[PreviewRow]:
        """Yield the rows that would not be taken in: failed ones and undecided doubts."""
        decided = choices or {}
        for row in self.rows:
            undecided = row.outcome is RowOutcome.DOUBTFUL and row.number not in decided
            if row.outcome is RowOutcome.FAILED or undecided:
                yield row


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What taking a list in has done; one undo step takes all of it back."""

    added: int
    updated: int
    unchanged: int
    left_out: int
    change: Change
