"""Use cases about plans: drafts come, are edited, kept, thrown away and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.document import DocumentNumber
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.plan import Plan, PlanStatus
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.services.dressing import with_school
from tdkt_desktop.services.plan_tasks import needs_row_uids, with_row_uids, without_row_uids
from tdkt_desktop.services.plan_views import PlanSummary, PlanView, summary_of, view_of
from tdkt_desktop.services.school import SchoolService
from tdkt_desktop.services.task_keeping import keep_in_step, let_go
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.reading import PlanReading
    from tdkt_desktop.services.rolling_changes import Change as RollChange
    from tdkt_desktop.services.rolling_changes import RollPlan

LOCKED = frozenset({PlanStatus.ISSUED, PlanStatus.REVISED})


class PlanService:
    """Keeps plans. A draft and one that waits for its signature may be changed, no other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- asking ---

    def plans(self, *, year: int | None = None, in_bin: bool = False) -> tuple[PlanSummary, ...]:
        """Return the plans of a year, or of all years, the newest first."""
        wanted = Plan.deleted_at.is_not(None) if in_bin else Plan.deleted_at.is_(None)
        query = select(Plan).where(wanted).order_by(Plan.year.desc(), Plan.id.desc())
        if year is not None:
            query = query.where(Plan.year == year)
        with self._store.read() as session:
            return tuple(map(summary_of, session.scalars(query)))

    def plan(self, plan_id: int) -> PlanView:
        """Return a plan with its document; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return view_of(find(session, plan_id))

    def renumbered(self, plan_id: int) -> tuple[dict[str, str], ...]:
        """Return the numbers that were wrong in the file a plan was read from; none for others."""
        with self._store.read() as session:
            plan = session.get(Plan, plan_id)
            return tuple(plan.reading.get("renumbered", ())) if plan is not None else ()

    def rolled_from(self, plan_id: int) -> int | None:
        """Return the plan of another year that a plan was made from, None where there is none."""
        with self._store.read() as session:
            origin = find(session, plan_id).rolled_from
            found = session.get(Plan, origin) if origin is not None else None
            return found.id if found is not None and not found.in_bin else None

    def years(self) -> tuple[int, ...]:
        """Return the years that have plans, the newest first."""
        query = select(Plan.year).where(Plan.deleted_at.is_(None)).distinct()
        with self._store.read() as session:
            return tuple(sorted(session.scalars(query), reverse=True))

    def search(self, words: str) -> tuple[PlanSummary, ...]:
        """Return the plans whose text holds the words, diacritics aside."""
        wanted = fold(words.strip())
        if not wanted:
            return ()
        query = select(Plan).where(
            Plan.deleted_at.is_(None), Plan.folded.contains(wanted, autoescape=True)
        )
        with self._store.read() as session:
            return tuple(map(summary_of, session.scalars(query.order_by(Plan.year.desc()))))

    # --- making ---

    def add_draft(
        self, document: OfficialDocument, period: PlanPeriod, *, template_key: str = ""
    ) -> int:
        """Store a new draft and return its id."""
        plan = Plan(year=period.year, template_key=template_key, reading={})
        self._add(plan, document, period, _("Soạn kế hoạch mới"))
        return plan.id

    def add_reading(self, reading: PlanReading, period: PlanPeriod) -> int:
        """Store a plan read from somebody's file as a draft and return its id.

        What the file does not say at its head and foot is taken from the school's profile.
        """
        document, filled = with_school(reading.document, SchoolService(self._store).profile())
        notes = replace(reading, warnings=(*reading.warnings, *filled)).notes()
        plan = Plan(year=period.year, source_file=reading.source_name, reading=notes)
        self._add(plan, document, period, _("Nhập kế hoạch từ tệp"))
        return plan.id

    def _add(self, plan: Plan, document: OfficialDocument, period: PlanPeriod, label: str) -> None:
        with self._store.transaction(label) as act:
            plan.year = period.year
            plan.school_year = str(period.school_year) if period.school_year else None
            written = with_row_uids(without_row_uids(document))
            write_document(plan, written)
            act.session.add(plan)
            act.session.flush()
            keep_in_step(act.session, plan, written)

    def duplicate(self, plan_id: int) -> int:
        """Store a copy of a plan as a new draft without number and date, and return its id."""
        view = self.plan(plan_id)
        number = DocumentNumber("", view.document.number.symbol)
        document = replace(view.document, number=number, issued_on=None)
        return self.add_draft(document, view.summary.period)

    def rolling(self, plan_id: int, period: PlanPeriod) -> RollPlan:
        """Return what a plan would become for another year, change by change; nothing is stored."""
        from tdkt_desktop.services.rolling import frame_of
        from tdkt_desktop.services.rolling_engine import roll

        view = self.plan(plan_id)
        return roll(view.document, frame_of(self._store, view.summary.period, period))

    def roll(self, plan_id: int, period: PlanPeriod) -> tuple[int, tuple[str, ...]]:
        """Store a plan for another year with every change made; return its id and what is left."""
        rolling = self.rolling(plan_id, period)
        return self.add_rolled(plan_id, period, rolling, rolling.changes), rolling.left

    def add_rolled(
        self, plan_id: int, period: PlanPeriod, rolling: RollPlan, accepted: Iterable[RollChange]
    ) -> int:
        """Store a plan for another year with the accepted changes, and return its id.

        It is a draft that remembers which plan it comes from.
        """
        from tdkt_desktop.services.rolling_changes import apply

        plan = Plan(year=period.year, rolled_from=plan_id, reading={"warnings": list(rolling.left)})
        document = apply(rolling.document, accepted)
        self._add(plan, document, period, _("Lập kế hoạch từ năm trước"))
        return plan.id

    # --- changing ---

    def save_document(self, plan_id: int, document: OfficialDocument) -> Change:
        """Store an edited document; saves that follow each other closely are one undo step."""
        with self._store.transaction(_("Sửa kế hoạch"), merge_key=f"plan:{plan_id}") as act:
            plan = find_open(act.session, plan_id)
            if needs_row_uids(document):
                document = with_row_uids(document, from_json(plan.document))
            write_document(plan, document)
            keep_in_step(act.session, plan, document)
        return act.change

    def set_period(self, plan_id: int, period: PlanPeriod) -> Change:
        """Say for which year a plan is."""
        with self._store.transaction(_("Đổi năm của kế hoạch")) as act:
            plan = find_open(act.session, plan_id)
            plan.year = period.year
            plan.school_year = str(period.school_year) if period.school_year else None
            keep_in_step(act.session, plan, from_json(plan.document))
        return act.change

    # --- the bin ---

    def throw_away(self, plan_id: int) -> Change:
        """Put a plan into the bin; an issued one stays where it is and raises InputError."""
        with self._store.transaction(_("Xoá kế hoạch")) as act:
            find_open(act.session, plan_id).deleted_at = datetime.now(UTC)
        return act.change

    def bring_back(self, plan_id: int) -> Change:
        """Take a plan out of the bin."""
        with self._store.transaction(_("Lấy lại kế hoạch")) as act:
            find(act.session, plan_id, in_bin=True).deleted_at = None
        return act.change

    def remove_for_good(self, plan_id: int) -> Change:
        """Remove a plan that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn kế hoạch"), undoable=False) as act:
            plan = find(act.session, plan_id, in_bin=True)
            let_go(act.session, plan)
            remove_for_good(act.session, plan)
        return act.change


def find(session: Session, plan_id: int, *, in_bin: bool = False) -> Plan:
    """Return the row of a plan; raises InputError where there is none."""
    plan = session.get(Plan, plan_id)
    if plan is None or plan.in_bin != in_bin:
        raise InputError(
            _("Không có kế hoạch số {id}.").format(id=plan_id),
            _("Xin xem danh sách kế hoạch để chọn số đúng."),
        )
    return plan


def find_open(session: Session, plan_id: int) -> Plan:
    """Return the row of a plan that may be changed; raises InputError for an issued one."""
    plan = find(session, plan_id)
    if plan.status in LOCKED:
        raise InputError(
            _("Kế hoạch số {number} đã ban hành nên đã khoá.").format(number=plan.number),
            _("Muốn sửa, xin lập bản sửa đổi của kế hoạch này."),
        )
    return plan


def write_document(plan: Plan, document: OfficialDocument) -> None:
    """Put a document into a row, with what lists and search ask about it."""
    plan.kind = document.kind.value
    plan.title = document.title
    plan.subject = document.subject.plain
    plan.number = document.number.value
    plan.symbol = document.number.symbol
    plan.issued_on = document.issued_on
    plan.document = to_json(document)
    plan.folded = fold(to_text(document))
