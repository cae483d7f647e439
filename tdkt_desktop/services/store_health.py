"""Use cases about the store as a thing: is it whole, where is it, how much is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from tdkt_desktop.documents.codec import from_json
from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.dossier import DossierSlot
from tdkt_desktop.models.merit import InitiativeFile
from tdkt_desktop.models.plan import Plan
from tdkt_desktop.models.register import IssuedDocument
from tdkt_desktop.models.sqlite_file import SCHEMA_VERSION
from tdkt_desktop.models.tables import Base
from tdkt_desktop.models.task import TaskEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.models.store import Store


def check_store(store: Store) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong with the file or with what it speaks of."""
    return (*store.faults(), *_unreadable_plans(store), *_lost_files(store))


def _unreadable_plans(store: Store) -> Iterator[str]:
    with store.read() as session:
        for plan_id, text in session.execute(select(Plan.id, Plan.document)):
            try:
                from_json(text)
            except UserError as error:
                yield _("Kế hoạch số {id} không đọc được: {reason}").format(
                    id=plan_id, reason=error.message
                )


def _lost_files(store: Store) -> Iterator[str]:
    with store.read() as session:
        for kept in (IssuedDocument, TaskEvidence, InitiativeFile, DossierSlot):
            for name, digest in session.execute(select(kept.file_name, kept.file_sha256)):
                if digest and not store.attachments.is_whole(digest):
                    yield _("Tệp đã lưu “{name}” bị mất hoặc bị sửa.").format(name=name)


def store_facts(store: Store) -> dict[str, Any]:
    """Return the store's folder, file, schema version, size and number of rows by table."""
    with store.read() as session:
        counts = {
            table.name: session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
    return {
        "folder": str(store.folder),
        "file": str(store.path),
        "schema_version": SCHEMA_VERSION,
        "size": store.path.stat().st_size,
        "counts": counts,
    }
