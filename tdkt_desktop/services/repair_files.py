"""Use cases about scanned files: read them, restore them, and hand them on to the import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.source import SourceDocument, SourceKind, SourceLine, SourceTable
from tdkt_desktop.services.repair import RepairedLine, Repairer
from tdkt_desktop.services.repair_channel import damage_of
from tdkt_desktop.services.repair_corpus import sentences
from tdkt_desktop.services.repair_lines import ScanLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tdkt_desktop.imports.source import SourceItem
    from tdkt_desktop.services.plans import PlanService

DAMAGED: Final = 0.5
"""From this degree of damage on a text is taken for one that a scanner garbled."""
_ENOUGH: Final = 60
_OWN_PLANS: Final = 20


@dataclass(frozen=True, slots=True)
class ScanReading:
    """A file that a scanner read, and a proposal for every text of it."""

    source: SourceDocument
    lines: tuple[RepairedLine, ...]


class RepairService:
    """Restores scans; learns from the school's own plans beside what is shipped."""

    def __init__(self, plans: PlanService) -> None:
        self._plans = plans
        self._repairer: Repairer | None = None

    def repair_file(
        self, path: Path, report: Callable[[int, int], None] | None = None
    ) -> tuple[RepairedLine, ...]:
        """Return the proposals for a file in the order of its lines; nothing is stored.

        Raises InputError where the file cannot be read.
        """
        from tdkt_desktop.imports.guards import sniff
        from tdkt_desktop.imports.reader import read_source
        from tdkt_desktop.imports.txt_reader import read_text

        if sniff(path) is SourceKind.TXT:
            return self._taught().repair_text(read_text(path)[0], report)
        return self.restored(read_source(path, progress=report), report).lines

    def restored(
        self, source: SourceDocument, report: Callable[[int, int], None] | None = None
    ) -> ScanReading:
        """Return the proposals for what was read of a file."""
        repairer = self._taught()
        lines = [
            line
            for stretch in _stretches(source.items)
            for line in repairer.repair(stretch, report)
        ]
        return ScanReading(source, tuple(lines))

    def restored_source(self, source: SourceDocument) -> SourceDocument:
        """Return a scanned file with every proposal taken, others as they are."""
        if not wants_repair(source):
            return source
        reading = self.restored(source)
        texts = [None if line.dropped else line.proposal for line in reading.lines]
        unsure = sum(not line.is_sure for line in reading.lines)
        told = _("Đã khôi phục dấu cho {n} đoạn; {unsure} đoạn chưa chắc, xin đọc lại.").format(
            n=len(reading.lines), unsure=unsure
        )
        document = with_texts(reading, texts)
        return replace(document, warnings=(*document.warnings, told))

    def _taught(self) -> Repairer:
        """Return what restores texts, taught by the school's plans at its first use."""
        if self._repairer is None:
            own = tuple(self._own_texts())
            self._repairer = Repairer(sentences(own), known=own)
        return self._repairer

    def _own_texts(self) -> Iterator[str]:
        for summary in self._plans.plans()[:_OWN_PLANS]:
            document = self._plans.plan(summary.id).document
            yield from (node.text.plain for node in nodes(document))


def wants_repair(source: SourceDocument) -> bool:
    """Tell whether a file was scanned, or holds text that a scanner garbled."""
    texts = [line.text for stretch in _stretches(source.items) for line in stretch]
    whole = " ".join(texts)
    letters = sum(one.isalpha() for one in whole)
    return source.scanned or (letters >= _ENOUGH and damage_of(whole) >= DAMAGED)


def with_texts(reading: ScanReading, texts: Iterable[str | None]) -> SourceDocument:
    """Return the file with other words, one text for each proposal; None leaves a line out."""
    written = _Written(reading)
    for line, text in zip(reading.lines, texts, strict=True):
        written.put(line, text)
    return written.document()


# What was read, cut into lines ---------------------------------------------------------------


def _stretches(items: Iterable[SourceItem]) -> Iterator[list[ScanLine]]:
    """Yield the lines that may be joined with each other: a cell of a table is one stretch."""
    lines: list[ScanLine] = []
    for index, item in enumerate(items):
        if isinstance(item, SourceLine):
            text = f"{item.label} {item.text.plain}".strip()
            ends = item.hard_break if item.box else None
            place = item.place
            lines.append(ScanLine(place.line, text, place.page, item.box, (index,), ends))
        elif isinstance(item, SourceTable):
            yield lines
            lines = []
            yield from _cells(item, index)
    yield lines


def _cells(table: SourceTable, index: int) -> Iterator[list[ScanLine]]:
    for row_place, row in enumerate(table.rows):
        for cell_place, cell in enumerate(row):
            for part, text in enumerate(cell.text.plain.split("\n")):
                where = (index, row_place, cell_place, part)
                place = table.place
                if any(map(str.isalpha, text)):
                    yield [ScanLine(place.line + row_place, text, place.page, None, where)]


class _Written:
    """Puts the chosen words back to where they were read."""

    def __init__(self, reading: ScanReading) -> None:
        self._source = reading.source
        self._items: dict[int, SourceLine | None] = {}
        self._cells: dict[tuple[int, int, int], dict[int, str | None]] = {}

    def put(self, line: RepairedLine, text: str | None) -> None:
        first, *rest = (one.source for one in line.source.lines)
        if len(first) > 1:
            self._cells.setdefault((first[0], first[1], first[2]), {})[first[3]] = text
            return
        self._items.update(dict.fromkeys((one[0] for one in rest), None))
        item = self._source.items[first[0]]
        if isinstance(item, SourceLine):
            self._items[first[0]] = None if text is None else _worded(item, text)

    def document(self) -> SourceDocument:
        """Return the file with all that was put."""
        items = (self._item(index, item) for index, item in enumerate(self._source.items))
        return replace(self._source, items=tuple(item for item in items if item is not None))

    def _item(self, index: int, item: SourceItem) -> SourceItem | None:
        if isinstance(item, SourceLine):
            return self._items.get(index, item)
        if not isinstance(item, SourceTable):
            return item
        rows = tuple(
            tuple(
                replace(cell, text=self._cell(cell.text, (index, row_place, cell_place)))
                for cell_place, cell in enumerate(row)
            )
            for row_place, row in enumerate(item.rows)
        )
        return replace(item, rows=rows)

    def _cell(self, text: RichText, where: tuple[int, int, int]) -> RichText:
        chosen = self._cells.get(where)
        if chosen is None:
            return text
        parts = [chosen.get(n, part) for n, part in enumerate(text.plain.split("\n"))]
        return RichText("\n".join(part for part in parts if part is not None))


def _worded(item: SourceLine, text: str) -> SourceLine:
    """Return a line with other words; only its look as a whole is kept."""
    if item.label and text.startswith(item.label):
        return replace(item, text=RichText(text.removeprefix(item.label).strip()), hard_break=True)
    return replace(item, text=RichText(text), label="", hard_break=True)
