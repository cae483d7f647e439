"""Use cases about a plan's way out: signature, number, the kept file, and later versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.documents.codec import from_json
from tdkt_desktop.documents.document import DocumentNumber
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.plan import Plan, PlanStatus, PlanVersion
from tdkt_desktop.models.register import IssuedDocument, next_number
from tdkt_desktop.services.changes import changed_sentences
from tdkt_desktop.services.plan_tasks import with_row_uids
from tdkt_desktop.services.plan_views import STATUS_NAMES, VersionView, version_of
from tdkt_desktop.services.plans import find, write_document
from tdkt_desktop.services.registering import Registrar, body_of, take_number, written_number
from tdkt_desktop.services.task_keeping import keep_in_step, take_over

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from sqlalchemy.orm import Session

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.files import FileService
    from tdkt_desktop.services.school import SchoolService


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the register of issued documents."""

    id: int
    issuing_body: str
    year: int
    number: str
    symbol: str
    subject: str
    signer: str
    issued_on: date
    file_name: str
    file_sha256: str
    plan_id: int | None


class IssuingService:
    """Moves plans through their states; an issued plan is locked, its file kept with its hash."""

    def __init__(self, store: Store, school: SchoolService, files: FileService) -> None:
        self._store, self._school = store, school
        self._registrar = Registrar(store, files)

    # --- before ---

    def submit(self, plan_id: int) -> Change:
        """Say that a draft waits for its signature."""
        return self._move(plan_id, PlanStatus.DRAFT, PlanStatus.WAITING, _("Trình ký kế hoạch"))

    def take_back(self, plan_id: int) -> Change:
        """Make a draft again of a plan that waits for its signature."""
        return self._move(plan_id, PlanStatus.WAITING, PlanStatus.DRAFT, _("Rút về bản nháp"))

    def _move(self, plan_id: int, from_: PlanStatus, to: PlanStatus, label: str) -> Change:
        with self._store.transaction(label) as act:
            plan = find(act.session, plan_id)
            if plan.status is not from_:
                raise _wrong_state(plan)
            plan.status = to
        return act.change

    def next_number(self, plan_id: int, day: date) -> str:
        """Return the number that the register of the issuing body would give on a day."""
        with self._store.read() as session:
            document = from_json(find(session, plan_id).document)
            return written_number(next_number(session, body_of(document), day.year))

    # --- issuing ---

    def issue(self, plan_id: int, day: date, number: int | None = None) -> RegisterLine:
        """Issue a plan: number, date, lock, register, version, and the Word file kept.

        Without `number` the register gives the next one of the issuing body's calendar year.
        Raises InputError where the number is taken or the plan has been issued already.
        """
        with self._store.transaction(_("Ban hành kế hoạch"), undoable=False) as act:
            plan = find(act.session, plan_id)
            if plan.status not in (PlanStatus.DRAFT, PlanStatus.WAITING):
                raise _wrong_state(plan)
            document = with_row_uids(from_json(plan.document))
            given = take_number(act.session, body_of(document), day.year, number)
            issued = replace(
                document,
                issued_on=day,
                number=DocumentNumber(written_number(given), document.number.symbol),
            )
            write_document(plan, issued)
            plan.status = PlanStatus.ISSUED
            plan.version += 1
            line = self._registrar.line(issued, given, plan.id)
            act.session.add(line)
            before = _replaced(act.session, plan)
            act.session.add(_version(plan, issued, before))
            act.session.flush()
            keep_tasks = keep_in_step if before is None else take_over
            keep_tasks(act.session, plan, issued)
            return _line(line)

    def kept_path(self, line: RegisterLine) -> Path:
        """Return where an issued document's file is kept; raises InputError where it is gone."""
        return self._store.attachments.path(line.file_sha256)

    def copy_kept(self, line: RegisterLine, target: Path, *, overwrite: bool = False) -> Path:
        """Write an issued document's kept file under another name; raises InputError otherwise."""
        from tdkt_desktop.exports.gateway import write_file

        data = self.kept_path(line).read_bytes()

        def fill(stream: BinaryIO) -> None:
            stream.write(data)

        return write_file(target, fill, overwrite=overwrite)

    # --- afterwards ---

    def revise(self, plan_id: int, reason: str) -> int:
        """Open the next version of an issued plan as a draft of its own and return its id.

        The issued plan stays in force until the new version is issued.
        """
        if not reason.strip():
            raise InputError(
                _("Chưa ghi lý do sửa đổi."), _("Xin ghi lý do để lưu trong lịch sử kế hoạch.")
            )
        with self._store.transaction(_("Lập bản sửa đổi")) as act:
            issued = find(act.session, plan_id)
            if issued.status is not PlanStatus.ISSUED:
                raise _wrong_state(issued)
            document = from_json(issued.document)
            blank = DocumentNumber("", document.number.symbol)
            draft = Plan(
                year=issued.year,
                school_year=issued.school_year,
                template_key=issued.template_key,
                version=issued.version,
                revises=issued.id,
                revision_reason=reason.strip(),
                reading={},
            )
            write_document(draft, replace(document, issued_on=None, number=blank))
            act.session.add(draft)
            act.session.flush()
            return draft.id

    def versions(self, plan_id: int) -> tuple[VersionView, ...]:
        """Return the issued versions of a plan and of those it revises, the first one first."""
        with self._store.read() as session:
            chain = _chain(session, plan_id)
            query = select(PlanVersion).where(PlanVersion.plan_id.in_(chain))
            rows = session.scalars(query.order_by(PlanVersion.version))
            return tuple(map(version_of, rows))

    def version_document(self, plan_id: int, version: int) -> OfficialDocument:
        """Return the document of a version; raises InputError where there is none."""
        with self._store.read() as session:
            query = select(PlanVersion).where(
                PlanVersion.plan_id.in_(_chain(session, plan_id)), PlanVersion.version == version
            )
            row = session.scalars(query).first()
            if row is None:
                raise InputError(_("Kế hoạch này không có bản {n}.").format(n=version))
            return from_json(row.document)

    def register(self, year: int | None = None) -> tuple[RegisterLine, ...]:
        """Return the register of issued documents, of a calendar year or of all."""
        query = select(IssuedDocument).order_by(
            IssuedDocument.year.desc(), IssuedDocument.issuing_body, IssuedDocument.number
        )
        if year is not None:
            query = query.where(IssuedDocument.year == year)
        with self._store.read() as session:
            return tuple(map(_line, session.scalars(query)))


def _replaced(session: Session, plan: Plan) -> OfficialDocument | None:
    """Mark the plan that a revision replaces, and return what it said."""
    if plan.revises is None:
        return None
    old = find(session, plan.revises)
    old.status = PlanStatus.REVISED
    return from_json(old.document)


def _version(plan: Plan, issued: OfficialDocument, before: OfficialDocument | None) -> PlanVersion:
    """Return the snapshot of an issued plan, with what it changed of the one before."""
    return PlanVersion(
        plan_id=plan.id,
        version=plan.version,
        number=issued.number.value,
        symbol=issued.number.symbol,
        issued_on=issued.issued_on,
        reason=plan.revision_reason,
        changes=list(changed_sentences(before, issued)) if before else [],
        snapshot_at=datetime.now(UTC),
        document=plan.document,
    )


def _chain(session: Session, plan_id: int) -> list[int]:
    """Return a plan's id and those of the plans it revises."""
    chain, plan = [plan_id], session.get(Plan, plan_id)
    while plan is not None and plan.revises is not None:
        chain.append(plan.revises)
        plan = session.get(Plan, plan.revises)
    return chain


def _line(row: IssuedDocument) -> RegisterLine:
    return RegisterLine(
        id=row.id,
        issuing_body=row.issuing_body,
        year=row.year,
        number=f"{written_number(row.number)}{row.suffix}",
        symbol=row.symbol,
        subject=row.subject,
        signer=row.signer,
        issued_on=row.issued_on,
        file_name=row.file_name,
        file_sha256=row.file_sha256,
        plan_id=row.plan_id,
    )


def _wrong_state(plan: Plan) -> InputError:
    return InputError(
        _("Kế hoạch “{subject}” đang ở trạng thái “{state}” nên không làm được việc này.").format(
            subject=plan.subject, state=_(STATUS_NAMES[plan.status])
        ),
        _("Xin mở lại danh sách kế hoạch để xem trạng thái hiện tại."),
    )
