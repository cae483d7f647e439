"""Back-ups made beside the work, and the line that says when the last one was."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from tdkt_desktop.services.backups import BackupLine
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.main_window import MainWindow


class BackingUp:
    """Makes back-ups of one store without holding up its window."""

    def __init__(self, context: AppContext, window: MainWindow) -> None:
        self._context, self._window = context, window

    def if_due(self) -> None:
        """Make the back-up of the day, unless there is one."""
        self._window.tasks.run(
            self._window,
            lambda _progress: self._context.backups.create_if_due(),
            self.tell,
            self._window.feedback.error,
            _("Đang sao lưu…"),
        )

    def now(self) -> None:
        """Make a back-up because somebody asks for one."""

        def told(line: BackupLine) -> None:
            self.tell(line)
            self._window.feedback.note(_("Đã sao lưu dữ liệu."))

        self._window.tasks.run(
            self._window,
            lambda _progress: self._context.backups.create(),
            told,
            self._window.feedback.error,
            _("Đang sao lưu…"),
        )

    def tell(self, line: BackupLine | None = None) -> None:
        """Show when the last back-up was made: this one, or the newest that is kept."""
        made = line.made if line is not None else self._last()
        if made is not None:
            self._window.status.backed_up(_when(made, datetime.now().astimezone()))

    def _last(self) -> datetime | None:
        lines = self._context.backups.lines()
        return lines[0].made if lines else None


def _when(made: datetime, now: datetime) -> str:
    """Return when a back-up was made, as people say it."""
    local = made.astimezone(now.tzinfo)
    if local.date() == now.date():
        return _("hôm nay, {time}").format(time=f"{local:%H:%M}")
    return f"{local:%d/%m/%Y, %H:%M}"
