"""Use cases about reading somebody's file: look, put right, then keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.services.period import PlanPeriod, period_for
from tdkt_desktop.services.school_profile import Planning

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.imports.reading import Reading, Recognition
    from tdkt_desktop.imports.source import SourceDocument


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A plan read from a file, with what was noticed on the way."""

    source_name: str
    document: OfficialDocument
    warnings: tuple[str, ...]
    renumbered: tuple[dict[str, str], ...]

    def notes(self) -> dict[str, Any]:
        """Return what is kept with the plan about its reading."""
        return {"warnings": list(self.warnings), "renumbered": list(self.renumbered)}


class ReadingService:
    """Turns files into documents; nothing is stored here."""

    def read(
        self, path: Path, report: Callable[[int, int], None] | None = None
    ) -> tuple[SourceDocument, Reading]:
        """Read a file and return it beside what was understood of it.

        Raises InputError where the file cannot be read.
        """
        source = self.read_source(path, report)
        return source, self.understand(source)

    def recognise_text(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of copied text: titles, clauses, paragraphs and tables; never fails."""
        from tdkt_desktop.imports.clipboard_text import read_clipboard

        return read_clipboard(text)

    def make(self, source_name: str, reading: Reading) -> PlanReading:
        """Make the document of a reading that a person has looked at."""
        from tdkt_desktop.imports.builder import build

        return _reading(source_name, build(reading))

    def read_source(
        self, path: Path, report: Callable[[int, int], None] | None = None
    ) -> SourceDocument:
        """Read a file without understanding it; raises InputError where it cannot be read."""
        from tdkt_desktop.imports.reader import read_source

        return read_source(path, progress=report)

    def understand(self, source: SourceDocument) -> Reading:
        """Say what each part of a file is."""
        from tdkt_desktop.imports.recogniser import recognise

        return recognise(source)

    def read_plan(
        self,
        path: Path,
        year: int | None = None,
        prepare: Callable[[SourceDocument], SourceDocument] | None = None,
    ) -> PlanReading:
        """Read a file into a plan without anybody looking at it in between.

        `prepare` may change what was read before it is understood.
        """
        from tdkt_desktop.imports.plan_import import import_plan

        return _reading(path.name, import_plan(path, year, prepare))


def period_of(reading: PlanReading, today: date | None = None) -> PlanPeriod:
    """Return the period that a read document speaks of, or else the present calendar year."""
    document = reading.document
    if document.school_year is not None:
        return PlanPeriod(document.school_year.start, document.school_year)
    this_year = (today or datetime.now().astimezone()).year
    return period_for(Planning.WORKING_YEAR, document.year or this_year)


def _reading(source_name: str, recognition: Recognition) -> PlanReading:
    return PlanReading(
        source_name=source_name,
        document=recognition.document,
        warnings=tuple(warning.text for warning in recognition.warnings),
        renumbered=tuple(
            {"from": one.from_, "to": one.to, "title": one.title} for one in recognition.renumbered
        ),
    )
