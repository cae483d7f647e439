"""Use cases about the files that prove the year's work: copied into the store, never run."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.task import TaskEvidence
from tdkt_desktop.services.task_views import EvidenceView, evidence_of
from tdkt_desktop.services.tasks import find
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

LARGEST: Final = 200_000_000
"""Bytes of the largest file that is kept: every back-up carries it."""
_MEGABYTE: Final = 1_000_000
_LONGEST_NAME: Final = 100
_LONGEST_ENDING: Final = 12
_CHUNK: Final = 1 << 20
_DOCUMENTS: Final = (
    (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".txt", ".md", ".csv"),
    (".rtf", ".doc", ".xls", ".ppt", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"),
    (".tif", ".tiff", ".heic", ".mp4", ".mov", ".avi", ".mp3", ".m4a", ".wav"),
)
SHOWN: Final = frozenset(chain.from_iterable(_DOCUMENTS))
"""Endings of files that only show something; no other file is handed to the system to open."""
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


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
        from tdkt_desktop.exports.file_names import free_path
        from tdkt_desktop.exports.gateway import write_file

        view = self.evidence(evidence_id)
        kept = self._store.attachments.path(view.sha256)

        def fill(stream: BinaryIO) -> None:
            with kept.open("rb") as source:
                while chunk := source.read(_CHUNK):
                    stream.write(chunk)

        return write_file(free_path(folder / view.file_name), fill)

    def _view(self, row: TaskEvidence) -> EvidenceView:
        return evidence_of(row, there=self._store.attachments.has(row.file_sha256))


def safe_name(name: str) -> str:
    """Return a file's name as every system takes it: no path, no sign that means something."""
    bare = _FORBIDDEN.sub("-", clean_line(PurePath(name.replace("\\", "/")).name)).strip(" .-")
    path = PurePath(bare or "tep")
    ending = path.suffix if len(path.suffix) <= _LONGEST_ENDING else ""
    stem = bare.removesuffix(ending)[: _LONGEST_NAME - len(ending)].rstrip(" .") or "tep"
    return f"{'_' if _RESERVED.fullmatch(stem) else ''}{stem}{ending}"


def only_shows(file_name: str) -> bool:
    """Tell whether a file may be handed to the system to open: it can start no program."""
    return PurePath(file_name).suffix.lower() in SHOWN


def check_file(source: Path) -> None:
    """Raise InputError for a file that is gone, is empty, is no file, or is too large to keep."""
    try:
        size = source.stat().st_size
    except OSError as error:
        raise InputError(
            _("Không thấy tệp “{path}”.").format(path=source),
            _("Tệp có thể đã bị chuyển hoặc xoá; xin chọn lại."),
        ) from error
    if not source.is_file():
        raise InputError(_("“{path}” không phải một tệp.").format(path=source))
    if not size:
        raise InputError(
            _("Tệp “{path}” rỗng.").format(path=source), _("Xin xem lại tệp trước khi thêm.")
        )
    if size > LARGEST:
        raise InputError(
            _("Tệp “{path}” dài {size} MB, quá mức {most} MB của một minh chứng.").format(
                path=source, size=round(size / _MEGABYTE), most=LARGEST // _MEGABYTE
            ),
            _("Xin thu nhỏ tệp, hoặc để tệp ở thư mục chung và ghi đường dẫn vào ghi chú."),
        )


def _find(session: Session, evidence_id: int) -> TaskEvidence:
    row = session.get(TaskEvidence, evidence_id)
    if row is None:
        raise InputError(
            _("Không có minh chứng số {id}.").format(id=evidence_id),
            _("Xin mở lại công việc để xem các tệp của nó."),
        )
    return row
