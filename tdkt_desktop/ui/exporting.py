"""Files that leave the program: ask where, write beside the window, then open what was made."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.files import FileExists, FileKind, FileNotWritten
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.tasks import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.errors import UserError
    from tdkt_desktop.ui.desk import Desk


class AfterExport(StrEnum):
    """What the note after an export offers; the stored values are stable."""

    OPEN_FOLDER = "open-folder"
    OPEN_FILE = "open-file"
    COPY_PATH = "copy-path"


AFTER_EXPORT_NAMES: Final = {
    AfterExport.OPEN_FOLDER: N_("Mở thư mục"),
    AfterExport.OPEN_FILE: N_("Mở tệp"),
    AfterExport.COPY_PATH: N_("Chép đường dẫn"),
}
_KIND_NAMES: Final = {FileKind.WORD: N_("Tệp Word (*.docx)"), FileKind.PDF: N_("Tệp PDF (*.pdf)")}
_TITLES: Final = {FileKind.WORD: N_("Xuất tệp Word"), FileKind.PDF: N_("Xuất tệp PDF")}


Writing = Callable[[Path, bool], Path]
"""Writes a file of a name, over an old one if so told, and returns its path."""
LongWriting = Callable[[Path, bool, Progress], Path]
"""Writes a file that may take long, telling how far it has come; it can be stopped there."""


class Exporter(QObject):
    """Writes documents, lists and sheets to files that a person has named."""

    exported = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner

    def export(self, document: OfficialDocument, kind: FileKind) -> None:
        """Ask for a name and write the file; the last folder is proposed again."""
        files = self._desk.context.files

        def write(target: Path, overwrite: bool) -> Path:
            return files.export(document, target, overwrite=overwrite)

        name = files.proposed_name(document, kind)
        self.export_made(name, _(_TITLES[kind]), _(_KIND_NAMES[kind]), write)

    def export_made(self, name: str, title: str, kind: str, write: Writing) -> None:
        """Ask for a name and let `write` make the file on a working thread.

        `name` is proposed with its ending, `kind` is the filter of the dialog ("Tệp PDF (*.pdf)").
        """
        self.export_long(name, title, kind, lambda target, over, _told: write(target, over))

    def export_long(self, name: str, title: str, kind: str, write: LongWriting) -> None:
        """Ask for a name and let `write` make a file that may take long."""
        folder = Path(existing_folder(self._desk.preferences.current.export_folder))
        chosen = self._desk.chooser.save_file(self._owner, title, folder / name, kind)
        if chosen is not None:
            self._write(write, with_ending(chosen, Path(name).suffix), overwrite=False)

    def _write(self, write: LongWriting, target: Path, *, overwrite: bool) -> None:
        self._desk.preferences.change(export_folder=str(target.parent))
        self._desk.tasks.run(
            self._owner,
            lambda progress: write(target, overwrite, progress),
            self._done,
            lambda error: self._failed(error, write, target),
            _("Đang xuất {file}…").format(file=target.name),
        )

    def _done(self, path: Path) -> None:
        choice = _chosen(self._desk.preferences.current.after_export)
        self._desk.feedback.note(
            _("Đã xuất {file}.").format(file=path.name),
            _(AFTER_EXPORT_NAMES[choice]),
            lambda: self._follow(choice, path),
        )
        self.exported.emit(path)

    def _follow(self, choice: AfterExport, path: Path) -> None:
        opener = self._desk.opener
        acts = {
            AfterExport.OPEN_FOLDER: opener.open_folder,
            AfterExport.OPEN_FILE: opener.open_file,
            AfterExport.COPY_PATH: opener.copy_path,
        }
        if not acts[choice](path):
            opener.copy_path(path)
            self._desk.feedback.note(
                _("Máy không mở được. Đã chép đường dẫn: {path}").format(path=path)
            )

    def _failed(self, error: UserError, write: LongWriting, target: Path) -> None:
        """Tell what hinders, and offer another name where one would do."""
        free = error.free if isinstance(error, FileNotWritten) else None
        if free is None:
            self._desk.feedback.error(error, self._owner)
            return
        exists = isinstance(error, FileExists)
        answers = [
            _("Lưu thành {name}").format(name=free.name),
            _("Ghi đè tệp cũ") if exists else _("Thử lại"),
        ]
        way = self._desk.feedback.pick(error.message, error.hint, answers, self._owner)
        if way == 0:
            self._write(write, free, overwrite=False)
        elif way == 1:
            self._write(write, target, overwrite=True)


def with_ending(path: Path, ending: str) -> Path:
    """Return a path with its ending, added where the person left it out."""
    if path.suffix.lower() == ending.lower():
        return path
    return path.with_name(path.name + ending)


def _chosen(stored: str) -> AfterExport:
    """Return the stored choice; one that a newer program wrote counts as the first."""
    return next((one for one in AfterExport if one == stored), AfterExport.OPEN_FOLDER)
