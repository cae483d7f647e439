"""The bin of the year's work: added tasks and movements, to be taken back or removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.record_bin import BinAccess, BinWords, RecordBin
from tdkt_desktop.ui.tables.columns_model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Thrown:
    """A task or a movement in the bin."""

    id: int
    name: str
    year: int
    movement: bool


_COLUMNS: Final[tuple[TextColumn[Thrown], ...]] = (
    TextColumn(N_("Nội dung"), lambda one: one.name),
    TextColumn(N_("Loại"), lambda one: _("Phong trào") if one.movement else _("Nhiệm vụ")),
    TextColumn(N_("Năm"), lambda one: str(one.year), right=True, quiet=True),
)


class TaskBin(RecordBin[Thrown]):
    """Lists the bin; what is taken back goes to its old place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        context = desk.context
        access = BinAccess(
            lambda: tuple(_thrown(context)),
            lambda chosen: _bring_back(context, chosen),
            lambda chosen: _remove(context, chosen),
            _("Không có nhiệm vụ hay phong trào nào đã xoá."),
        )
        words = BinWords(
            _("Việc đã xoá"),
            _("Nhiệm vụ và phong trào đã xoá"),
            _("Xoá hẳn {n} mục đã chọn?"),
            _("Chỉ bản sao lưu mới lấy lại được."),
            _("Giữ lại"),
        )
        super().__init__(desk, access, _COLUMNS, parent, words)


def _thrown(context: AppContext) -> Iterator[Thrown]:
    for task in context.tasks.in_bin():
        yield Thrown(task.id, task.title, task.year, movement=False)
    for one in context.movements.movements(in_bin=True):
        yield Thrown(one.id, one.facts.name, one.year, movement=True)


def _bring_back(context: AppContext, chosen: Sequence[Thrown]) -> None:
    for one in chosen:
        if one.movement:
            context.movements.bring_back(one.id)
        else:
            context.tasks.bring_back([one.id])


def _remove(context: AppContext, chosen: Sequence[Thrown]) -> None:
    for one in chosen:
        remove = context.movements if one.movement else context.tasks
        remove.remove_for_good(one.id)
