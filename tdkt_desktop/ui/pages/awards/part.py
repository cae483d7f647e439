"""What every part of the page of awards is: a step from registration to decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk


class AwardsPart(QWidget):
    """A step over one year; it is made when it is first shown.

    `KEY` is also the part of a Place that leads here, `SHOWS` names the tables it reads.
    `place_wanted` carries a Place of another page or part.
    """

    KEY: ClassVar[str]
    SHOWS: ClassVar[frozenset[str]] = frozenset()

    place_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.period: PlanPeriod | None = None

    @property
    def year(self) -> str:
        """The year in front as records keep it: "2025-2026", or "2025"."""
        return str(self.period.school_year or self.period.year) if self.period else ""

    def show_period(self, period: PlanPeriod) -> None:
        """Show another year."""
        self.period = period
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew from the services."""

    def show_record(self, record: int) -> None:
        """Bring one record to the front."""

    def head_widgets(self) -> tuple[QWidget, ...]:
        """Return what stands at the right of the page's head while this part is in front."""
        return ()

    def flush(self) -> None:
        """Store whatever is still in a field."""
