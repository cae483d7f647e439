"""Use cases about looking over what rolling a plan changes, then storing what was accepted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.rolling_changes import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.plans import PlanService
    from tdkt_desktop.services.rolling_changes import RollPlan

CHANGE_NAMES: Final = {
    ChangeKind.DUE: N_("Thời hạn"),
    ChangeKind.YEAR: N_("Năm"),
    ChangeKind.SCHOOL_YEAR: N_("Năm học"),
    ChangeKind.ANNIVERSARY: N_("Kỷ niệm"),
    ChangeKind.CAN_CHI: N_("Năm âm lịch"),
    ChangeKind.BASIS: N_("Căn cứ"),
    ChangeKind.BODY: N_("Tên cơ quan"),
    ChangeKind.NUMBER: N_("Số văn bản"),
    ChangeKind.DATE: N_("Ngày văn bản"),
}


@dataclass(frozen=True, slots=True)
class RollRow:
    """A change under review: whether it is accepted, and in which of its two ways."""

    index: int
    change: Change
    accepted: bool = True
    offered: bool = False

    @property
    def chosen(self) -> Change:
        """The change in the way that was chosen."""
        return self.change.with_offer() if self.offered else self.change

    @property
    def has_choice(self) -> bool:
        """Tell whether the change can be made in another way."""
        return bool(self.change.offer)


class RollReview:
    """The changes of a plan on its way to another year; all are accepted at first."""

    def __init__(self, rolling: RollPlan) -> None:
        self.rolling = rolling
        self._rows = [RollRow(index, change) for index, change in enumerate(rolling.changes)]

    @property
    def rows(self) -> tuple[RollRow, ...]:
        """All changes in reading order."""
        return tuple(self._rows)

    def kinds(self) -> tuple[tuple[ChangeKind, int], ...]:
        """Return the kinds there are and how many changes of each."""
        counted = Counter(row.change.kind for row in self._rows)
        return tuple((kind, counted[kind]) for kind in ChangeKind if counted[kind])

    def accepted(self) -> tuple[Change, ...]:
        """Return the changes that will be made, in the ways that were chosen."""
        return tuple(row.chosen for row in self._rows if row.accepted)

    def asked_count(self) -> int:
        """Return how many changes a person must decide on."""
        return sum(row.change.asked for row in self._rows)

    def choose(self, indexes: Iterable[int], *, accepted: bool) -> None:
        """Accept or refuse changes."""
        for index in indexes:
            self._rows[index] = replace(self._rows[index], accepted=accepted)

    def turn(self, index: int) -> None:
        """Take the other way of a change that has two."""
        row = self._rows[index]
        if row.has_choice:
            self._rows[index] = replace(row, offered=not row.offered, accepted=True)


class RollService:
    """Stores what a review of a roll accepted: the plan, and the council of the year with it."""

    def __init__(self, store: Store, plans: PlanService, councils: CouncilService) -> None:
        self._store, self._plans, self._councils = store, plans, councils

    def review(self, plan_id: int, period: PlanPeriod) -> RollReview:
        """Return the changes that a plan asks for to be one of another year; nothing is stored."""
        return RollReview(self._plans.rolling(plan_id, period))

    def council_to_clone(self, plan_id: int, period: PlanPeriod) -> CouncilView | None:
        """Return the council of the plan's year, unless the new year has one already."""
        old = self._plans.plan(plan_id).summary.period
        if self._councils.of_year(period.year) is not None:
            return None
        return self._councils.of_year(old.year)

    def store(
        self, plan_id: int, period: PlanPeriod, review: RollReview, *, with_council: bool
    ) -> tuple[int, tuple[str, ...]]:
        """Store the draft, and last year's council with its duties for the new year: one step.

        Returns the plan's id and what a person must still decide.
        """
        council = self.council_to_clone(plan_id, period) if with_council else None
        left = [*review.rolling.left, *_refused(review)]
        with self._store.transaction(_("Lập kế hoạch từ năm trước")):
            made = self._plans.add_rolled(plan_id, period, review.rolling, review.accepted())
            if council is not None:
                left += self._councils.clone(council.id, period)[1]
        return made, tuple(left)

    def export(self, review: RollReview, target: Path, *, overwrite: bool = False) -> Path:
        """Write the list of changes to a .docx file and return its path."""
        from tdkt_desktop.exports.change_report import ChangeReport, write_change_report
        from tdkt_desktop.exports.gateway import write_file

        report = ChangeReport(
            _("CÁC THAY ĐỔI KHI LẬP KẾ HOẠCH TỪ NĂM TRƯỚC"),
            review.rolling.left,
            (_("Nơi"), _("Loại"), _("Trước"), _("Sau"), _("Nhận"), _("Cần xem")),
            (52, 25, 60, 60, 15, 45),
            tuple(map(_report_row, review.rows)),
        )
        return write_file(
            target, lambda stream: write_change_report(report, stream), overwrite=overwrite
        )


def _refused(review: RollReview) -> list[str]:
    count = sum(not row.accepted for row in review.rows)
    if not count:
        return []
    return [_("{n} thay đổi đã bỏ qua; xin xem lại các chỗ đó.").format(n=count)]


def _report_row(row: RollRow) -> tuple[str, ...]:
    change = row.chosen
    return (
        str(change.place), _(CHANGE_NAMES[change.kind]), change.before, change.after,
        _("có") if row.accepted else _("không"), row.change.reason,
    )  # fmt: skip
