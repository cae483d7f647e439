"""The task sheets of all people as one file, with progress and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.exporting import Exporter

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress


class SheetExport(QObject):
    """Asks where to and writes beside the window."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self.exporter = Exporter(desk, owner)

    def ask(self, period: PlanPeriod) -> None:
        """Ask for a name and write the sheets of a year."""
        files, day = self._desk.context.paper_files, self._desk.today()

        def write(target: Path, overwrite: bool, progress: Progress) -> Path:
            return files.sheets(period, target, day, progress.step, overwrite=overwrite)

        name = f"PhieuGiaoViec_{period.school_year or period.year}.pdf"
        title = _("Xuất phiếu giao việc của mọi người")
        self.exporter.export_long(name, title, _("Tệp PDF (*.pdf)"), write)
