"""How back-ups are spoken of: when, how large, and whether they are whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.services.backups import BackupLine
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from datetime import date, datetime

    from tdkt_desktop.services.backups import BackupService

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class CheckedBackup:
    """A back-up and what is wrong with it, empty for a good one."""

    line: BackupLine
    fault: str


def checked_backups(service: BackupService) -> tuple[CheckedBackup, ...]:
    """Return all back-ups, each looked through; takes a while for large ones."""
    return tuple(CheckedBackup(line, service.fault(line.name)) for line in service.lines())


def moment_text(moment: datetime | None, today: date) -> str:
    """Return a time as the list says it: "Hôm nay, 07:12"."""
    if moment is None:
        return _("Không rõ")
    local = moment.astimezone()
    day = _("Hôm nay") if local.date() == today else f"{local:%d/%m/%Y}"
    return f"{day}, {local:%H:%M}"


def size_text(size: int) -> str:
    """Return a size as people say it: "6,4 MB"."""
    if size < _MEGABYTE:
        return f"{max(round(size / 1000), 1)} kB"
    return f"{size / _MEGABYTE:.1f} MB".replace(".", ",")


def fault_chip(backup: CheckedBackup) -> Chip:
    """Return the chip that tells whether a back-up is whole."""
    if backup.fault:
        return Chip(ChipState.LATE, _("hỏng"))
    return Chip(ChipState.DONE, _("nguyên vẹn"))
