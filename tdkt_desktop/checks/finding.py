"""What the proof-reader says about a spot of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tdkt_desktop.documents.places import Place
from tdkt_desktop.vietnamese.text import fold


class Severity(StrEnum):
    """How sure a finding is; the stored values are stable."""

    ERROR = "error"
    """Certain: the text contradicts itself, the calendar or the law."""
    WARNING = "warning"
    """Likely: a person should look."""
    NOTE = "note"
    """A question of taste or of uniform writing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: where, what stands there, why it is doubtful and what could stand there.

    `start` and `end` are characters of the text at `place`; both are 0 where the finding is about
    something that is missing. `repair` replaces these characters; it is None unless the repair is
    certain.
    """

    code: str
    severity: Severity
    place: Place
    start: int
    end: int
    quote: str
    message: str
    suggestion: str = ""
    repair: str | None = None

    @property
    def mark(self) -> str:
        """What a dismissal remembers: it survives edits elsewhere and other capitals."""
        return f"{self.code}:{' '.join(fold(self.quote or self.place.path).split())}"
