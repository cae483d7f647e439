"""Files of the tasks that are shown: a calendar for phones, a table for Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.files import FileExists, FileNotWritten
from tdkt_desktop.ui.file_chooser import existing_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.services.task_views import TaskView
    from tdkt_desktop.ui.desk import Desk

_KINDS: Final = {
    "ics": (N_("Xuất lịch"), N_("Lịch (*.ics)"), "lich-cong-viec"),
    "xlsx": (N_("Xuất bảng Excel"), N_("Bảng Excel (*.xlsx)"), "tien-do-cong-viec"),
}


class WorkExporter(QObject):
    """Asks for a name, writes beside the window, and offers to open the folder."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner

    def export(self, kind: str, tasks: Sequence[TaskView], year: int) -> None:
        """Ask where to and write the file of a kind, "ics" or "xlsx"."""
        if not tasks:
            self._desk.feedback.note(_("Không có nhiệm vụ nào đang hiện để xuất."))
            return
        title, filters, name = _KINDS[kind]
        folder = Path(existing_folder(self._desk.preferences.current.export_folder))
        proposed = folder / f"{name}-{year}.{kind}"
        chosen = self._desk.chooser.save_file(self._owner, _(title), proposed, _(filters))
        if chosen is None:
            return
        if chosen.suffix.lower() != f".{kind}":
            chosen = chosen.with_name(f"{chosen.name}.{kind}")
        self._write(tuple(tasks), chosen, overwrite=False)

    def _write(self, tasks: Sequence[TaskView], target: Path, *, overwrite: bool) -> None:
        self._desk.preferences.change(export_folder=str(target.parent))
        files, today = self._desk.context.task_files, self._desk.today()
        self._desk.tasks.run(
            self._owner,
            lambda _progress: files.export(tasks, target, today, overwrite=overwrite),
            self._done,
            lambda error: self._failed(error, tasks, target),
            _("Đang xuất {file}…").format(file=target.name),
        )

    def _done(self, path: Path) -> None:
        opener = self._desk.opener
        self._desk.feedback.note(
            _("Đã xuất {file}.").format(file=path.name),
            _("Mở thư mục"),
            lambda: opener.open_folder(path) or opener.copy_path(path),
        )

    def _failed(self, error: UserError, tasks: Sequence[TaskView], target: Path) -> None:
        """Tell what hinders, and offer another name where one would do."""
        free = error.free if isinstance(error, FileNotWritten) else None
        if free is None:
            self._desk.feedback.error(error, self._owner)
            return
        again = _("Ghi đè tệp cũ") if isinstance(error, FileExists) else _("Thử lại")
        answers = [_("Lưu thành {name}").format(name=free.name), again]
        way = self._desk.feedback.pick(error.message, error.hint, answers, self._owner)
        if way is not None:
            self._write(tasks, free if way == 0 else target, overwrite=way == 1)
