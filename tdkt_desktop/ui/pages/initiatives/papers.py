"""Word and PDF files of the papers about initiatives, asked for from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.initiative_papers import (
    DECISION_KIND,
    MINUTES_KIND,
    REPORT_KIND,
    REQUEST_KIND,
)
from tdkt_desktop.services.period import read_period
from tdkt_desktop.ui.exporting import Exporter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.initiative_views import InitiativeRow
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.scoring_views import RoundView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress


class InitiativePaperActs(QObject):
    """Makes a paper of what the store says now, or takes the one that a person has edited."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self.exporter = Exporter(desk, owner)

    def request(self, row: InitiativeRow, kind: FileKind) -> None:
        """Write the request of the authors."""
        self._export(REQUEST_KIND, row.year, str(row.id), kind)

    def report(self, row: InitiativeRow, kind: FileKind) -> None:
        """Write the description."""
        self._export(REPORT_KIND, row.year, str(row.id), kind)

    def minutes(self, view: RoundView, kind: FileKind) -> None:
        """Write the minutes of a round's meeting."""
        self._export(MINUTES_KIND, view.year, str(view.id), kind)

    def decision(self, rows: Sequence[InitiativeRow], kind: FileKind) -> None:
        """Write the decision that recognises initiatives."""
        about = ",".join(str(row.id) for row in rows)
        self._export(DECISION_KIND, rows[0].year, about, kind)

    def sheets(self, view: RoundView, kind: FileKind) -> None:
        """Write every judge's sheet of a round into one file."""
        papers, files, day = self._desk.context.papers, self._desk.context.files, self._desk.today()
        period = self._period(view.year)

        def write(target: Path, overwrite: bool, _progress: Progress) -> Path:
            documents = papers.score_sheets(period, view.id, day)
            return files.export_several(documents, target, overwrite=overwrite)

        pdf = kind is FileKind.PDF
        words = _("Tệp PDF (*.pdf)") if pdf else _("Tệp Word (*.docx)")
        name = f"PhieuChamSangKien_{view.year}{kind.value}"
        self.exporter.export_long(name, _("Xuất phiếu chấm của mọi người"), words, write)

    def _export(self, paper: str, year: str, about: str, kind: FileKind) -> None:
        try:
            document = self._desk.context.papers.document_for(
                paper, self._period(year), about, self._desk.today()
            )
        except UserError as error:
            self._desk.feedback.error(error, self._owner)
            return
        self.exporter.export(document, kind)

    def _period(self, year: str) -> PlanPeriod:
        return read_period(year, self._desk.context.school.profile().planning)
