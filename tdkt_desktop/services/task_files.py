"""Use cases about files of the year's work: a calendar for phones, a table for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import (
    ROLE_NAMES,
    STANDING_NAMES,
    STATE_NAMES,
    TaskRole,
    TaskState,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

    from tdkt_desktop.exports.ics_writer import CalendarEntry
    from tdkt_desktop.exports.sheet_table import SheetTable
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.task_views import TaskView

REMIND_DAYS: Final = 3
"""How many days before its due a calendar reminds of a task, unless told otherwise."""
_LONGEST_SPAN: Final = 31
"""Days above which only the last day of a task goes into the calendar, not all of them."""


class TaskFileService:
    """Makes files of tasks; a file is written whole or not at all."""

    def __init__(self, school: SchoolService) -> None:
        self._school = school

    def export(
        self,
        tasks: Sequence[TaskView],
        target: Path,
        day: date,
        *,
        remind_days: int | None = REMIND_DAYS,
        overwrite: bool = False,
    ) -> Path:
        """Write tasks to an .ics or .xlsx file, by its ending, and return the path.

        Of the calendar, tasks without dates are left out. Raises UsageError for another ending and
        InputError where the file cannot be written.
        """
        from tdkt_desktop.exports.gateway import write_file

        name = _("Công việc thi đua - {school}").format(school=self._name())
        ending = target.suffix.lower()
        if ending not in (".ics", ".xlsx"):
            raise UsageError(
                _("Không xuất được dạng “{suffix}”: {path}.").format(
                    suffix=target.suffix, path=target
                ),
                _("Xin đặt tên tệp có đuôi .ics hoặc .xlsx."),
            )

        def fill(stream: BinaryIO) -> None:
            if ending == ".ics":
                from tdkt_desktop.exports.ics_writer import write_ics

                write_ics(name, _entries(tasks, remind_days), stream)
            else:
                from tdkt_desktop.exports.xlsx_writer import write_xlsx

                write_xlsx([_sheet(tasks, day, name)], stream)

        return write_file(target, fill, overwrite=overwrite)

    def _name(self) -> str:
        profile = self._school.profile()
        return profile.short_name or profile.official_name or _("nhà trường")


def _entries(tasks: Sequence[TaskView], remind_days: int | None) -> list[CalendarEntry]:
    return [entry for task in tasks if (entry := _entry(task, remind_days))]


def _entry(task: TaskView, remind_days: int | None) -> CalendarEntry | None:
    from tdkt_desktop.exports.ics_writer import CalendarEntry, EntryStatus

    last = task.ends_on or task.starts_on
    if last is None:
        return None
    first = task.starts_on or last
    if (last - first).days >= _LONGEST_SPAN:
        first = last
    dropped = task.state is TaskState.DROPPED or task.withdrawn
    done = task.state is TaskState.DONE
    return CalendarEntry(
        uid=f"{task.uid}@tdkt-desktop",
        title=f"✓ {task.name}" if done else task.name,
        start=first,
        end=last,
        changed_at=task.updated_at,
        description=_description(task),
        category=_("Thi đua - Khen thưởng"),
        status=EntryStatus.CANCELLED if dropped else EntryStatus.OPEN,
        remind_days=None if task.finished or task.withdrawn else remind_days,
    )


def _description(task: TaskView) -> str:
    lines = [f"{_(ROLE_NAMES[role])}: {task.of(role)}" for role in TaskRole if task.of(role)]
    if task.due:
        lines.append(_("Thời hạn: {due}").format(due=task.due))
    lines.append(_("Trạng thái: {state}").format(state=_(STATE_NAMES[task.state])))
    if task.result:
        lines.append(_("Kết quả: {result}").format(result=task.result))
    return "\n".join(lines)


def _sheet(tasks: Sequence[TaskView], day: date, title: str) -> SheetTable:
    from tdkt_desktop.exports.sheet_table import Align, SheetColumn, SheetTable

    columns = (
        SheetColumn(_("TT"), 6, Align.CENTER),
        SheetColumn(_("Nhóm"), 16),
        SheetColumn(_("Nội dung công việc"), 46),
        SheetColumn(_("Chủ trì"), 22),
        SheetColumn(_("Thực hiện"), 22),
        SheetColumn(_("Phối hợp"), 22),
        SheetColumn(_("Thời hạn"), 20),
        SheetColumn(_("Từ ngày"), 12, Align.CENTER),
        SheetColumn(_("Đến ngày"), 12, Align.CENTER),
        SheetColumn(_("Trạng thái"), 14, Align.CENTER),
        SheetColumn(_("Hạn"), 14, Align.CENTER),
        SheetColumn(_("Mức hoàn thành (%)"), 12, Align.CENTER),
        SheetColumn(_("Ngày xong"), 12, Align.CENTER),
        SheetColumn(_("Kết quả"), 40),
        SheetColumn(_("Lý do, vướng mắc"), 24),
        SheetColumn(_("Nguồn"), 14, Align.CENTER),
    )
    rows = tuple(
        (
            number,
            task.section,
            task.title,
            task.lead,
            task.executor,
            task.coordinator,
            task.due,
            task.starts_on,
            task.ends_on,
            _(STATE_NAMES[task.state]),
            _(STANDING_NAMES[task.standing(day)]),
            task.progress,
            task.done_on,
            task.result,
            task.reason,
            _("Phát sinh") if task.added else _("Kế hoạch"),
        )
        for number, task in enumerate(tasks, 1)
    )
    return SheetTable(_("Công việc"), columns, rows, titles=(title,))
