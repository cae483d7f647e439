"""The bin of people and collectives, to be taken back or removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.record_bin import BinAccess, BinWords, RecordBin
from tdkt_desktop.ui.tables.columns_model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class _Thrown:
    """Somebody, or a collective, in the bin."""

    id: int
    name: str
    detail: str
    is_group: bool = False


_COLUMNS: Final[tuple[TextColumn[_Thrown], ...]] = (
    TextColumn(N_("Tên"), lambda one: one.name),
    TextColumn(N_("Là"), lambda one: _("Tổ") if one.is_group else _("Người"), quiet=True),
    TextColumn(N_("Chức vụ, tổ"), lambda one: one.detail, quiet=True),
)


class PeopleBinDialog(RecordBin[_Thrown]):
    """What is taken back has its records again, as they were."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        people, groups = desk.context.people, desk.context.groups
        access = BinAccess(
            lambda: tuple(_thrown(desk.context)),
            lambda some: _each(some, people.bring_back, groups.bring_back),
            lambda some: _each(some, people.remove_for_good, groups.remove_for_good),
            _("Thùng rác không có ai và không có tổ nào."),
        )
        words = BinWords(
            _("Thùng rác nhân sự"),
            _("Người và tổ đã xoá"),
            _("Xoá hẳn {n} mục cùng xếp loại, danh hiệu đã ghi?"),
        )
        super().__init__(desk, access, _COLUMNS, parent, words)


def _thrown(context: AppContext) -> Iterator[_Thrown]:
    for row in context.people.rows(in_bin=True):
        detail = ", ".join(part for part in (row.position, row.group_name) if part)
        yield _Thrown(row.id, row.full_name, detail)
    for group in context.groups.groups(in_bin=True):
        yield _Thrown(group.id, group.name, "", is_group=True)


def _each(
    chosen: Sequence[_Thrown],
    with_people: Callable[[list[int]], object],
    with_group: Callable[[int], object],
) -> None:
    """Do something with all chosen people at once, then with each collective."""
    people = [one.id for one in chosen if not one.is_group]
    if people:
        with_people(people)
    for group in (one for one in chosen if one.is_group):
        with_group(group.id)
