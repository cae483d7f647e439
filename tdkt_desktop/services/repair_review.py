"""Use cases about looking over a restored scan line by line before it is imported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.services.repair import RepairedLine
from tdkt_desktop.services.repair_files import with_texts

if TYPE_CHECKING:
    from tdkt_desktop.imports.source import SourceDocument as SourceDocument
    from tdkt_desktop.services.repair_files import ScanReading


@dataclass(frozen=True, slots=True)
class ReviewedLine:
    """A line under review: its proposal and what the person chose."""

    index: int
    line: RepairedLine
    text: str
    dropped: bool
    seen: bool = False

    @property
    def needs_look(self) -> bool:
        """Tell whether a person should still look at the line."""
        return not self.seen and not self.dropped and not self.line.is_sure

    @property
    def is_as_read(self) -> bool:
        """Tell whether the line stays as the scanner read it."""
        return self.text == self.line.text and self.text != self.line.proposal


class RepairReview:
    """A restored scan under review; every choice can be taken back, nothing is stored."""

    def __init__(self, reading: ScanReading) -> None:
        self._reading = reading
        first = tuple(
            ReviewedLine(index, line, line.text if line.dropped else line.proposal, line.dropped)
            for index, line in enumerate(reading.lines)
        )
        self._history = [first]
        self._place = 0

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._reading.source.name

    @property
    def rows(self) -> tuple[ReviewedLine, ...]:
        """The lines as they are chosen now."""
        return self._history[self._place]

    def picture(self, page: int | None) -> bytes | None:
        """Return the picture of a page as a JPEG file, None where the file has none."""
        return next(
            (data for number, data in self._reading.source.pictures if number == page), None
        )

    def unsure_count(self) -> int:
        """Return how many lines a person should still look at."""
        return sum(row.needs_look for row in self.rows)

    # --- choosing ---

    def accept(self, index: int) -> None:
        """Say that a line is right as it stands now."""
        self._take(replace(self.rows[index], seen=True))

    def keep_as_read(self, index: int) -> None:
        """Leave a line as the scanner read it."""
        row = self.rows[index]
        self._take(replace(row, text=row.line.text, dropped=False, seen=True))

    def write(self, index: int, text: str) -> None:
        """Give a line the words that a person wrote; none of them leave it out."""
        words = " ".join(text.split())
        row = self.rows[index]
        self._take(replace(row, text=words or row.text, dropped=not words, seen=True))

    def next_alternative(self, index: int) -> None:
        """Put the next likely reading in the place of the one that stands there."""
        row = self.rows[index]
        readings = [row.line.proposal, *row.line.alternatives]
        at = readings.index(row.text) if row.text in readings else -1
        if len(readings) > 1 and not row.line.dropped:
            self._take(replace(row, text=readings[(at + 1) % len(readings)], dropped=False))

    def toggle_dropped(self, index: int) -> None:
        """Leave a line out, or take it in again."""
        row = self.rows[index]
        self._take(replace(row, dropped=not row.dropped, seen=True))

    def undo(self) -> None:
        """Take the last choice back."""
        self._place = max(self._place - 1, 0)

    def redo(self) -> None:
        """Make the choice again that was taken back last."""
        self._place = min(self._place + 1, len(self._history) - 1)

    def _take(self, row: ReviewedLine) -> None:
        if row == self.rows[row.index]:
            return
        rows = (*self.rows[: row.index], row, *self.rows[row.index + 1 :])
        del self._history[self._place + 1 :]
        self._history.append(rows)
        self._place += 1

    # --- what comes of it ---

    def restored(self) -> SourceDocument:
        """Return the file with the chosen words, ready to be understood."""
        return with_texts(self._reading, [None if one.dropped else one.text for one in self.rows])
