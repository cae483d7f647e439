"""What the sheets of judges come to: totals, averages, spread, and judges who stand far off."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tdkt_desktop.rules.initiative_rules import CriteriaSheet, Criterion

_ENOUGH_TO_SPREAD: Final = 2
_ENOUGH_TO_COMPARE: Final = 3
_HUNDRED: Final = 100
Points = dict[str, float]


@dataclass(frozen=True, slots=True)
class JudgeMark:
    """A judge's total for an initiative; None unless every criterion has its points.

    `barred` is a judge who is an author, `begun` one who gave some points, `far` one who stands
    far off the others. `from_others` is how many points off, up or down.
    """

    judge: int
    total: float | None
    barred: bool = False
    begun: bool = False
    far: bool = False
    from_others: float = 0.0


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What all judges gave an initiative; figures are None while nobody has finished."""

    marks: tuple[JudgeMark, ...]
    by_criterion: tuple[float | None, ...]
    average: float | None
    lowest: float | None
    highest: float | None
    deviation: float | None
    passes: bool | None

    @property
    def spread(self) -> float | None:
        """The points between the highest and the lowest total; None of fewer than two."""
        if self.highest is None or self.lowest is None or self.scored < _ENOUGH_TO_SPREAD:
            return None
        return round(self.highest - self.lowest, 2)

    @property
    def scored(self) -> int:
        """How many judges have finished."""
        return sum(mark.total is not None for mark in self.marks)

    @property
    def expected(self) -> int:
        """How many judges may score."""
        return sum(not mark.barred for mark in self.marks)


def result_of(
    sheet: CriteriaSheet,
    judges: Sequence[int],
    points: Mapping[int, Points],
    barred: Collection[int] = (),
) -> EntryResult:
    """Return what the points of the judges come to; those of barred judges do not count."""
    counted = {judge: points.get(judge, {}) for judge in judges if judge not in barred}
    totals = {judge: _total(sheet, given) for judge, given in counted.items()}
    known = {judge: total for judge, total in totals.items() if total is not None}
    marks = tuple(
        _mark(judge, points.get(judge, {}), known, sheet, barred=judge in barred)
        for judge in judges
    )
    average = round(fmean(known.values()), 2) if known else None
    return EntryResult(
        marks=marks,
        by_criterion=tuple(_average_of(one, counted) for one in sheet.criteria),
        average=average,
        lowest=min(known.values()) if known else None,
        highest=max(known.values()) if known else None,
        deviation=round(pstdev(known.values()), 2) if known else None,
        passes=None if average is None else average >= sheet.pass_mark,
    )


def check_points(criterion: Criterion, points: float | None) -> None:
    """Raise InputError for points below nothing or above the criterion's most."""
    if points is not None and not 0 <= points <= criterion.max:
        raise InputError(
            _("Điểm “{name}” phải từ 0 đến {most:g}, không nhận {points:g}.").format(
                name=criterion.name, most=criterion.max, points=points
            ),
            _("Xin sửa lại ô điểm này."),
        )


def _total(sheet: CriteriaSheet, given: Points) -> float | None:
    if any(one.key not in given for one in sheet.criteria):
        return None
    return round(sum(given[one.key] for one in sheet.criteria), 2)


def _mark(
    judge: int, given: Points, known: Mapping[int, float], sheet: CriteriaSheet, *, barred: bool
) -> JudgeMark:
    total = known.get(judge)
    others = [value for one, value in known.items() if one != judge]
    off = 0.0 if total is None or not others else round(total - fmean(others), 2)
    enough = len(known) >= _ENOUGH_TO_COMPARE
    far = enough and abs(off) > sheet.far * sheet.full_marks / _HUNDRED
    return JudgeMark(judge, total, barred, bool(given), far, off)


def _average_of(criterion: Criterion, counted: Mapping[int, Points]) -> float | None:
    given = [points[criterion.key] for points in counted.values() if criterion.key in points]
    return round(fmean(given), 2) if given else None
