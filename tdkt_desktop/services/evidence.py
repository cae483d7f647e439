"""Use cases about the files that prove the year's work: copied into the store, never run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.task import TaskEvidence
from tdkt_desktop.services.kept_files import check_file, copy_out, safe_name
from tdkt_desktop.services.task_views import EvidenceView, evidence_of
from tdkt_desktop.services.tasks import find
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store


class EvidenceService:
    """Keeps files that prove tasks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def attach(self, task_id: int, source: Path, note: str = "") -> int:
        """Copy a file into the store as proof of a task and return its id.

        Raises InputError for a file that is gone, is empty, is no file, or is too large to keep.
        """
        check_file(source)
        with self._store.transaction(_("Thêm minh chứng")) as act:
            find(act.session, task_id)
            kept = self._store.attachments.keep(source)
            row = TaskEvidence(
                task_id=task_id,
                file_name=safe_name(source.name),
                file_sha256=kept.sha256,
                size=kept.size,
                note=clean_line(note),
            )
            act.session.add(row)
            act.session.flush()
            return row.id

    def evidence(self, evidence_id: int) -> EvidenceView:
        """Return what is known of a kept file."""
        with self._store.read() as session:
            return self._view(_find(session, evidence_id))

    def of_task(self, task_id: int) -> tuple[EvidenceView, ...]:
        """Return the kept files of a task."""
        query = select(TaskEvidence).where(TaskEvidence.task_id == task_id)
        with self._store.read() as session:
            return tuple(map(self._view, session.scalars(query.order_by(TaskEvidence.id))))

    def annotate(self, evidence_id: int, note: str) -> Change:
        """Say what a kept file shows."""
        with self._store.transaction(_("Ghi chú minh chứng")) as act:
            _find(act.session, evidence_id).note = clean_line(note)
        return act.change

    def detach(self, evidence_id: int) -> Change:
        """Take a file away from its task; undo brings it back."""
        with self._store.transaction(_("Bỏ minh chứng")) as act:
            act.session.delete(_find(act.session, evidence_id))
        return act.change

    def copy_to(self, evidence_id: int, folder: Path) -> Path:
        """Copy a kept file into a folder under its own name and return the path.

        Raises InputError where the kept file is gone or the folder cannot be written.
        """
        view = self.evidence(evidence_id)
        return copy_out(self._store.attachments.path(view.sha256), view.file_name, folder)

    def _view(self, row: TaskEvidence) -> EvidenceView:
        return evidence_of(row, there=self._store.attachments.has(row.file_sha256))


def _find(session: Session, evidence_id: int) -> TaskEvidence:
    row = session.get(TaskEvidence, evidence_id)
    if row is None:
        raise InputError(
            _("Không có minh chứng số {id}.").format(id=evidence_id),
            _("Xin mở lại công việc để xem các tệp của nó."),
        )
    return row
