"""Use cases about looking at a read file before it is stored: what is what, put right by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentKind, DocumentNumber
from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reading import (
    Reading,
    join_items,
    split_item,
    with_role,
)
from tdkt_desktop.imports.source import SourceDocument, SourceLine, SourceTable
from tdkt_desktop.services.reading import PlanReading
from tdkt_desktop.services.review_levels import leveled
from tdkt_desktop.services.review_rows import ReviewRow, review_rows, source_words, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.roles import Role
    from tdkt_desktop.imports.reading import Recognition, UnderstoodItem
    from tdkt_desktop.services.period import PlanPeriod

KIND_TITLES: Final = {
    DocumentKind.PLAN: "KẾ HOẠCH",
    DocumentKind.DECISION: "QUYẾT ĐỊNH",
    DocumentKind.SUBMISSION: "TỜ TRÌNH",
    DocumentKind.MINUTES: "BIÊN BẢN",
    DocumentKind.REPORT: "BÁO CÁO",
    DocumentKind.NOTICE: "THÔNG BÁO",
    DocumentKind.INVITATION: "GIẤY MỜI",
}


@dataclass(frozen=True, slots=True)
class HeadFields:
    """What stands at the head and the foot of the document, as a person has put it right."""

    kind: DocumentKind
    number: str
    symbol: str
    issued_on: date | None
    signer: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a file holds: pages where it has any, paragraphs, tables, and the share of words kept.

    `kept` is the share of the file's words that stand in the rows under review, left out or not.
    """

    name: str
    pages: int | None
    lines: int
    tables: int
    kept: float


class ImportReview:
    """A read file under review; every change can be taken back, nothing is stored."""

    def __init__(self, source: SourceDocument, reading: Reading) -> None:
        self._source = source
        self._history: list[Reading] = [reading]
        self._place = 0
        self._rows: tuple[ReviewRow, ...] | None = None
        self._recognition: Recognition | None = None

    @property
    def reading(self) -> Reading:
        """What is understood now."""
        return self._history[self._place]

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """One row for each item of the reading, with the numbers as they will be."""
        if self._rows is None:
            self._rows = review_rows(self._source, self.reading)
        return self._rows

    def facts(self) -> SourceFacts:
        """Return what the file holds."""
        items = self._source.items
        lines = [item for item in items if isinstance(item, SourceLine)]
        tables = [item for item in items if isinstance(item, SourceTable)]
        pages = [item.place.page for item in items if item.place.page is not None]
        return SourceFacts(
            self._source.name,
            max(pages, default=None),
            sum(bool(line.text) for line in lines),
            len(tables),
            self._kept(),
        )

    def _kept(self) -> float:
        wanted = Counter(source_words(self._source, self.reading))
        missing = wanted - Counter(words_of(self.reading))
        return 1 - missing.total() / wanted.total() if wanted else 1.0

    def doubtful(self) -> tuple[int, ...]:
        """Return the rows that a person should look at."""
        return tuple(row.index for row in self.rows if row.needs_look)

    def kept_count(self) -> int:
        """Return how many items the document will be made of."""
        return sum(not row.left_out for row in self.rows)

    # --- putting right ---

    def set_role(self, index: int, role: Role | None) -> None:
        """Say what an item is; None leaves it out."""
        self._take(with_role(self.reading, index, role))

    def shift_level(self, index: int, step: int) -> None:
        """Move an item one level down or up; nothing happens where it has none."""
        item = self.reading.lines[index]
        role = leveled(item.role, step) if item.table is None and item.left_out is None else None
        if role is not None and role is not item.role:
            self.set_role(index, role)

    def join_with_previous(self, index: int) -> int:
        """Join a paragraph with the one before it and return its row; what lies between moves on.

        Nothing happens where there is none before it, or one of both is a table.
        """
        lines = list(self.reading.lines)
        before = [n for n in range(index) if lines[n].left_out is None]
        if not before or not _joinable(lines[before[-1]], lines[index]):
            return index
        place = before[-1]
        moved = lines.pop(index)
        lines.insert(place + 1, moved)
        self._take(join_items(replace(self.reading, lines=tuple(lines)), place))
        return place

    def split(self, index: int, at: int) -> None:
        """Split a paragraph before a character of its text."""
        self._take(split_item(self.reading, index, at))

    def can_undo(self) -> bool:
        """Tell whether there is a change to take back."""
        return self._place > 0

    def undo(self) -> None:
        """Take the last change back."""
        if self.can_undo():
            self._move(self._place - 1)

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        if self._place + 1 < len(self._history):
            self._move(self._place + 1)

    def _take(self, reading: Reading) -> None:
        if reading != self.reading:
            del self._history[self._place + 1 :]
            self._history.append(reading)
            self._move(len(self._history) - 1)

    def _move(self, place: int) -> None:
        self._place, self._rows, self._recognition = place, None, None

    # --- what comes of it ---

    def made(self) -> PlanReading:
        """Return the document as it would be stored now, with what is to be said about it."""
        recognition = self._built()
        return PlanReading(
            source_name=self._source.name,
            document=recognition.document,
            warnings=tuple(warning.text for warning in recognition.warnings),
            renumbered=tuple(
                {"from": one.from_, "to": one.to, "title": one.title}
                for one in recognition.renumbered
            ),
        )

    def _built(self) -> Recognition:
        if self._recognition is None:
            self._recognition = build(self.reading)
        return self._recognition

    def general_warnings(self) -> tuple[str, ...]:
        """Return the sentences that are about the file as a whole."""
        warnings = self._built().warnings
        return tuple(warning.text for warning in warnings if warning.item is None)


def head_of(document: OfficialDocument) -> HeadFields:
    """Return what a document says at its head and foot."""
    number = document.number
    return HeadFields(
        document.kind,
        number.value,
        number.symbol,
        document.issued_on,
        document.signature.name,
    )


def with_head(reading: PlanReading, head: HeadFields, period: PlanPeriod) -> PlanReading:
    """Put a person's head and period into a read plan."""
    old = reading.document
    title = old.title if head.kind is old.kind else KIND_TITLES[head.kind]
    document = replace(
        old,
        kind=head.kind,
        title=title,
        number=DocumentNumber(head.number, head.symbol),
        issued_on=head.issued_on,
        signature=replace(old.signature, name=head.signer),
        year=period.year,
        school_year=period.school_year,
    )
    return replace(reading, document=document)


def _joinable(first: UnderstoodItem, second: UnderstoodItem) -> bool:
    parts: Sequence[UnderstoodItem] = (first, second)
    return all(part.table is None and part.left_out is None for part in parts)
