"""Staff lists in and out: from files, from the clipboard, to files, and the template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.exporting import Exporter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.people_preview import Choice, ImportResult, PeoplePreview
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs

ENDINGS: Final = (".xlsx", ".xlsm", ".csv", ".txt")
_FILTER: Final = N_("Danh sách (*.xlsx *.xlsm *.csv *.txt);;Mọi tệp (*)")


class ListFiles(QObject):
    """`left_out` carries what was not taken in, and what had been decided about it."""

    left_out = Signal(object, object)

    def __init__(self, desk: Desk, acts: PeopleActs, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._acts, self._owner = desk, acts, owner
        self.exporter = Exporter(desk, owner)

    # --- in ---

    def choose(self) -> None:
        """Ask for a file, in the folder of the last one, and read it."""
        folder = self._desk.preferences.current.import_folder
        path = self._desk.chooser.open_file(
            self._owner, _("Nhập danh sách nhân sự"), folder, _(_FILTER)
        )
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file beside the window, then show what was understood."""
        self._desk.preferences.change(import_folder=str(path.parent))
        lists = self._desk.context.people_import
        self._desk.tasks.run(
            self._owner,
            lambda progress: lists.preview(path, progress.step),
            self._review,
            self._tell,
            _("Đang đọc {file}…").format(file=path.name),
        )

    def paste(self) -> None:
        """Read what was copied from a sheet."""
        text = QGuiApplication.clipboard().text()
        try:
            preview = self._desk.context.people_import.preview_text(text)
        except UserError as error:
            self._tell(error)
        else:
            self._review(preview)

    def _review(self, preview: PeoplePreview) -> None:
        from tdkt_desktop.ui.dialogs.people_import_dialog import PeopleImportDialog

        dialog = PeopleImportDialog(self._desk, preview, self._owner)
        if self._acts.accepted(dialog):
            self._take_in(preview, dict(dialog.choices))

    def _take_in(self, preview: PeoplePreview, choices: Mapping[int, Choice]) -> None:
        lists = self._desk.context.people_import
        self._desk.tasks.run(
            self._owner,
            lambda progress: lists.apply(preview, choices, progress.step),
            lambda result: self._taken_in(result, preview, choices),
            self._tell,
            _("Đang nhập danh sách nhân sự…"),
        )

    def _taken_in(
        self, result: ImportResult, preview: PeoplePreview, choices: Mapping[int, Choice]
    ) -> None:
        told = _("Đã thêm {added} người, cập nhật {updated} người.")
        self._acts.told(told.format(added=result.added, updated=result.updated))
        if result.left_out:
            self.left_out.emit(preview, choices)

    def write_left_out(self, preview: PeoplePreview, choices: Mapping[int, Choice]) -> None:
        """Write the rows that were not taken in, each with the reason."""
        from tdkt_desktop.ui.dialogs.people_import_dialog import write_left_out

        write_left_out(self._desk, self.exporter, preview, choices)

    # --- out ---

    def export(self, chosen: Sequence[int], shown: Sequence[int], count: int) -> None:
        """Ask what goes out, and write it."""
        from tdkt_desktop.ui.dialogs.people_export_dialog import ExportDialog

        dialog = ExportDialog(chosen, shown, count, self._owner)
        if not self._acts.accepted(dialog):
            return
        options, ending = dialog.options(), dialog.ending()
        files = self._desk.context.people_files

        def write(target: Path, overwrite: bool) -> Path:
            return files.export(target, options, overwrite=overwrite)

        kind = _("Tệp Excel (*.xlsx)") if ending == ".xlsx" else _("Tệp CSV (*.csv)")
        name = _("Danh sách nhân sự") + ending
        self.exporter.export_made(name, _("Xuất danh sách nhân sự"), kind, write)

    def template(self) -> None:
        """Write an empty list to fill in."""
        files = self._desk.context.people_files

        def write(target: Path, overwrite: bool) -> Path:
            return files.template(target, overwrite=overwrite)

        name = _("Mẫu danh sách nhân sự") + ".xlsx"
        self.exporter.export_made(name, _("Tải tệp mẫu"), _("Tệp Excel (*.xlsx)"), write)

    def _tell(self, error: UserError) -> None:
        self._desk.feedback.error(error, self._owner)


def readable_list(urls: Sequence[QUrl]) -> Path | None:
    """Return the one local file among dropped addresses that can be a list, None otherwise."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fitting = [path for path in paths if path.suffix.lower() in (*ENDINGS, ".xls")]
    return fitting[0] if len(paths) == 1 and fitting else None
