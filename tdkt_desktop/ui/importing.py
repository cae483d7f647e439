"""Reading somebody's file: choose it, read it beside the window, look it over, store it.

What recognises files is loaded when the first one is read, so that the start need not wait.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.import_review import ImportReview
    from tdkt_desktop.services.repair_review import RepairReview, SourceDocument
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress

ENDINGS: Final = (".docx", ".doc", ".pdf", ".txt", ".md", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_FILTER: Final = N_(
    "Kế hoạch (*.docx *.doc *.pdf *.txt *.md);;"
    "Ảnh chụp, bản quét (*.jpg *.jpeg *.png *.tif *.tiff);;Mọi tệp (*)"
)


class Importer(QObject):
    """Brings plans in from files; `imported` carries the new plan's id and what is doubtful.

    `roll_wanted` comes after it where the person wants the plan of this year to be made of it.
    """

    imported = Signal(int, list)
    roll_wanted = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner

    def choose(self) -> None:
        """Ask for a file, in the folder of the last one, and read it."""
        folder = self._desk.preferences.current.import_folder
        path = self._desk.chooser.open_file(
            self._owner, _("Nhập kế hoạch từ tệp"), folder, _(_FILTER)
        )
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file beside the window, then show what was understood.

        A scan is restored line by line first.
        """
        self._desk.preferences.change(import_folder=str(path.parent))
        context = self._desk.context
        # The first use of the service asks the store: that is for the interface's thread.
        repair = context.repair

        def job(progress: Progress) -> ImportReview | RepairReview:
            from tdkt_desktop.services.repair_files import wants_repair

            source = context.reading.read_source(path, progress.step)
            if not wants_repair(source):
                return self._understood(source)
            from tdkt_desktop.services.repair_review import RepairReview

            return RepairReview(repair.restored(source, progress.step))

        self._run(job, _("Đang đọc {file}…").format(file=path.name))

    def _run(self, job: Callable[[Progress], ImportReview | RepairReview], label: str) -> None:
        self._desk.tasks.run(
            self._owner,
            job,
            self._show,
            lambda error: self._desk.feedback.error(error, self._owner),
            label,
        )

    def _understood(self, source: SourceDocument) -> ImportReview:
        from tdkt_desktop.services.import_review import ImportReview

        review = ImportReview(source, self._desk.context.reading.understand(source))
        _rows = review.rows
        return review

    def _show(self, review: ImportReview | RepairReview) -> None:
        from tdkt_desktop.services.repair_review import RepairReview

        if not isinstance(review, RepairReview):
            self._look_over(review)
            return
        from tdkt_desktop.ui.dialogs.repair_dialog import RepairDialog

        dialog = RepairDialog(self._desk, review, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            source = review.restored()
            self._run(lambda _progress: self._understood(source), _("Đang đọc…"))

    def _look_over(self, review: ImportReview) -> None:
        from tdkt_desktop.ui.dialogs.import_review_dialog import ImportReviewDialog

        dialog = ImportReviewDialog(self._desk, review, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reading, period = dialog.result_reading(), dialog.chosen_period()
        rolls = dialog.rolls
        dialog.deleteLater()
        if not accepted:
            return
        try:
            plan_id = self._desk.context.plans.add_reading(reading, period)
        except UserError as error:
            self._desk.feedback.error(error, self._owner)
            return
        self.imported.emit(plan_id, list(reading.warnings))
        if rolls:
            self.roll_wanted.emit(plan_id)


def readable_file(urls: Sequence[QUrl]) -> Path | None:
    """Return the one local file among dropped addresses that can be a plan, None otherwise."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fitting = [path for path in paths if path.suffix.lower() in ENDINGS]
    return fitting[0] if len(paths) == 1 and fitting else None
