"""Use cases about the files of initiatives: copied into the store, never run."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import InitiativeFile
from tdkt_desktop.services.initiative_reading import file_view, files_of
from tdkt_desktop.services.initiatives import find
from tdkt_desktop.services.kept_files import check_file, copy_out, only_shows, safe_name
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.initiative_views import FileView


class InitiativeFileService:
    """Keeps the files of initiatives."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def attach(self, initiative_id: int, source: Path, note: str = "") -> int:
        """Copy a file into the store and return its id.

        Raises InputError for a file that is gone, is empty, is no file, or is too large to keep.
        """
        check_file(source)
        with self._store.transaction(_("Thêm tệp kèm theo")) as act:
            find(act.session, initiative_id)
            kept = self._store.attachments.keep(source)
            row = InitiativeFile(
                initiative_id=initiative_id,
                file_name=safe_name(source.name),
                file_sha256=kept.sha256,
                size=kept.size,
                note=clean_line(note),
            )
            act.session.add(row)
            act.session.flush()
            return row.id

    def files(self, initiative_id: int) -> tuple[FileView, ...]:
        """Return the kept files of an initiative."""
        with self._store.read() as session:
            return files_of(session, initiative_id, self._store.attachments.has)

    def annotate(self, file_id: int, note: str) -> Change:
        """Say what a kept file shows."""
        with self._store.transaction(_("Ghi chú tệp kèm theo")) as act:
            _find(act.session, file_id).note = clean_line(note)
        return act.change

    def detach(self, file_id: int) -> Change:
        """Take a file away from its initiative; undo brings it back."""
        with self._store.transaction(_("Bỏ tệp kèm theo")) as act:
            act.session.delete(_find(act.session, file_id))
        return act.change

    def copy_to(self, file_id: int, folder: Path) -> Path:
        """Copy a kept file into a folder under its own name and return the path.

        Raises InputError where the kept file is gone or the folder cannot be written.
        """
        with self._store.read() as session:
            view = file_view(_find(session, file_id), there=True)
        return copy_out(self._store.attachments.path(view.sha256), view.file_name, folder)

    def to_show(self, file_id: int) -> Path:
        """Copy a kept file to where the system may open it, and return the path.

        Raises InputError for a file that could start a program.
        """
        with self._store.read() as session:
            name = _find(session, file_id).file_name
        if not only_shows(name):
            raise InputError(
                _("Tệp “{name}” thuộc loại không mở thẳng từ chương trình.").format(name=name),
                _("Xin chép ra thư mục rồi mở bằng chương trình quen dùng."),
            )
        return self.copy_to(file_id, Path(mkdtemp(prefix="tdkt-")))


def _find(session: Session, file_id: int) -> InitiativeFile:
    row = session.get(InitiativeFile, file_id)
    if row is None:
        raise InputError(
            _("Không có tệp kèm theo số {id}.").format(id=file_id),
            _("Xin mở lại sáng kiến để xem các tệp của nó."),
        )
    return row
