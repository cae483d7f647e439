"""The frame in which a plan is rolled: the old and the new period, and a text being looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tdkt_desktop.rules.legal_documents import Catalogue
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.rolling_body_rules import BodyRule
from tdkt_desktop.services.rolling_changes import ChangeKind, Edit

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Frame:
    """From which period to which, with the law and the bodies of the time."""

    old: PlanPeriod
    new: PlanPeriod
    catalogue: Catalogue = ()
    bodies: tuple[BodyRule, ...] = ()

    @property
    def shift(self) -> int:
        """How many years lie between the periods."""
        return self.new.year - self.old.year

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that the old plan runs over."""
        return tuple(sorted({self.old.first_day.year, self.old.last_day.year}))

    def near(self, year: int) -> bool:
        """Tell whether a year is of the plan, or the one before or after."""
        return self.years[0] - 1 <= year <= self.years[-1] + 1

    def near_school_year(self, start: int) -> bool:
        """Tell whether a school year touches the plan, or stands right before or after it."""
        return self.years[0] - 2 <= start <= self.years[-1] + 1


@dataclass(frozen=True, slots=True)
class Found:
    """A change within one text, before it has a place."""

    start: int
    end: int
    after: str
    kind: ChangeKind
    reason: str = ""
    offer: Edit | None = None

    @property
    def edit(self) -> Edit:
        """The edit that makes the change."""
        return Edit(self.start, self.end, self.after)


@dataclass(slots=True)
class Scan:
    """A text, what was found in it so far, and which stretches are spoken for.

    `is_opening`: the text says what the plan rests on. `groups` are stretches whose changes a
    person accepts or refuses together.
    """

    text: str
    frame: Frame
    is_due: bool = False
    is_opening: bool = False
    found: list[Found] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    groups: list[tuple[int, int, ChangeKind, str]] = field(default_factory=list)
    _taken: list[tuple[int, int]] = field(default_factory=list)

    def free(self, start: int, end: int) -> bool:
        """Tell whether no finder has spoken for a stretch."""
        return all(end <= first or last <= start for first, last in self._taken)

    def hold(self, start: int, end: int) -> None:
        """Keep a stretch as it is."""
        self._taken.append((start, end))

    def put(self, found: Found) -> None:
        """Change a stretch; nothing where the words stay the same."""
        self.hold(found.start, found.end)
        if self.text[found.start : found.end] != found.after:
            self.found.append(found)

    def before(self, position: int, reach: int) -> str:
        """Return the words in front of a position."""
        return self.text[max(0, position - reach) : position]


def run(scan: Scan, finders: tuple[Callable[[Scan], None], ...]) -> Scan:
    """Let each finder look; what an earlier one speaks for, a later one leaves alone."""
    for finder in finders:
        finder(scan)
    return scan
