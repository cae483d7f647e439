"""What the pages and the commands are shown of plans: values, never rows of the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from tdkt_desktop.documents.codec import from_json
from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.i18n import N_
from tdkt_desktop.models.plan import PlanStatus as PlanStatus
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.models.plan import Plan, PlanVersion

STATUS_NAMES = {
    PlanStatus.DRAFT: N_("Nháp"),
    PlanStatus.WAITING: N_("Chờ ký"),
    PlanStatus.ISSUED: N_("Đã ban hành"),
    PlanStatus.REVISED: N_("Đã thay thế"),
}


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan as lists show it."""

    id: int
    title: str
    subject: str
    year: int
    school_year: SchoolYear | None
    status: PlanStatus
    number: str
    symbol: str
    issued_on: date | None
    version: int
    updated_at: datetime
    deleted_at: datetime | None

    @property
    def period(self) -> PlanPeriod:
        """The time that the plan runs over."""
        return PlanPeriod(self.year, self.school_year)

    @property
    def is_locked(self) -> bool:
        """Tell whether the plan has been issued and may no longer be changed."""
        return self.status in (PlanStatus.ISSUED, PlanStatus.REVISED)


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with its document and what was noticed when it was read from a file."""

    summary: PlanSummary
    document: OfficialDocument
    warnings: tuple[str, ...] = ()
    renumbered: tuple[dict[str, str], ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class VersionView:
    """A plan as it was issued once."""

    version: int
    number: str
    issued_on: date | None
    reason: str
    changes: tuple[str, ...]


def summary_of(plan: Plan) -> PlanSummary:
    """Return what lists show of a row."""
    return PlanSummary(
        id=plan.id,
        title=plan.title,
        subject=plan.subject,
        year=plan.year,
        school_year=SchoolYear.parse(plan.school_year) if plan.school_year else None,
        status=plan.status,
        number=plan.number,
        symbol=plan.symbol,
        issued_on=plan.issued_on,
        version=plan.version,
        updated_at=plan.updated_at,
        deleted_at=plan.deleted_at,
    )


def view_of(plan: Plan) -> PlanView:
    """Return a row together with its document."""
    return PlanView(
        summary=summary_of(plan),
        document=from_json(plan.document),
        warnings=tuple(plan.reading.get("warnings", ())),
        renumbered=tuple(plan.reading.get("renumbered", ())),
    )


def version_of(row: PlanVersion) -> VersionView:
    """Return what the list of versions shows."""
    return VersionView(row.version, row.number, row.issued_on, row.reason, tuple(row.changes))
