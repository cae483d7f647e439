"""The table of tasks: groups that fold, rows, and the times of recurring tasks under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.task_views import TaskView
from tdkt_desktop.services.work_views import WorkRow
from tdkt_desktop.ui.pages.work.chips import chip_of
from tdkt_desktop.ui.pages.work.columns import COLUMNS, PLACES, TYPED, Cell
from tdkt_desktop.ui.pages.work.grouping import Grouping, WorkGroup, groups_of
from tdkt_desktop.ui.tables.list_delegate import CHIP_ROLE, QUIET_ROLE, STRONG_ROLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex


ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 20
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table: the head of a group, a row, or a time of a recurring row."""

    key: str
    number: int = 0
    group: WorkGroup | None = None
    row: WorkRow | None = None
    task: TaskView | None = None
    part: bool = False


class WorkModel(QAbstractTableModel):
    """Shows rows under groups; `edited` tells what was typed into a cell."""

    edited = Signal(object, str, object)

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.grouping = Grouping.QUARTER
        self._rows: tuple[WorkRow, ...] = ()
        self._movements: Mapping[int, str] = {}
        self._entries: list[Entry] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._folded: set[str] = set()
        self._open: set[str] = set()

    # --- what is shown ---

    def show(self, rows: Sequence[WorkRow], movements: Mapping[int, str]) -> None:
        """Show other rows under the same groups and order."""
        self._rows, self._movements = tuple(rows), movements
        self._rebuild()

    def group_by(self, grouping: Grouping) -> None:
        """Put the rows into other groups, all of them open."""
        self.grouping = grouping
        self._folded.clear()
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column within the groups; below 0 brings the plan's order back."""
        self._sorted = (column, order) if column >= 0 else None
        self._rebuild()

    def fold(self, place: int, *, folded: bool) -> bool:
        """Fold a group or a recurring row, or open it; False where nothing changed."""
        entry = self._entries[place]
        if entry.group is not None:
            return self._change(self._folded, entry.key, present=folded)
        if entry.row is not None and entry.row.parts and not entry.part:
            return self._change(self._open, entry.key, present=not folded)
        return False

    def is_folded(self, place: int) -> bool | None:
        """Tell whether a line is folded; None for one that cannot be."""
        entry = self._entries[place]
        if entry.group is not None:
            return entry.key in self._folded
        if entry.row is not None and entry.row.parts and not entry.part:
            return entry.key not in self._open
        return None

    def entry(self, place: int) -> Entry:
        """Return a line."""
        return self._entries[place]

    def place_of(self, task_id: int) -> int | None:
        """Return the line of a task, None where it is not shown."""
        places = (n for n, one in enumerate(self._entries) if one.task and one.task.id == task_id)
        return next(places, None)

    def place_of_key(self, key: str) -> int | None:
        """Return the line of a key, None where it is not shown."""
        return next((n for n, one in enumerate(self._entries) if one.key == key), None)

    def groups(self) -> list[int]:
        """Return the lines that are heads of groups."""
        return [n for n, entry in enumerate(self._entries) if entry.group is not None]

    def _change(self, kept: set[str], key: str, *, present: bool) -> bool:
        if (key in kept) is present:
            return False
        if present:
            kept.add(key)
        else:
            kept.discard(key)
        self._rebuild()
        return True

    def _rebuild(self) -> None:
        self.beginResetModel()
        rows = self._ordered()
        numbers = {row.whole.id: number for number, row in enumerate(self._rows, 1)}
        self._entries = []
        for group in groups_of(rows, self.grouping, self.today):
            if self.grouping is not Grouping.NONE:
                head = Entry(f"g:{group.title}", group=group)
                self._entries.append(head)
                if head.key in self._folded:
                    continue
            for row in group.rows:
                self._add(row, numbers[row.whole.id])
        self.endResetModel()

    def _add(self, row: WorkRow, number: int) -> None:
        line = Entry(f"r:{row.whole.id}", number, row=row, task=row.task)
        self._entries.append(line)
        if line.key in self._open:
            for part in row.parts:
                self._entries.append(Entry(f"p:{part.id}", row=row, task=part, part=True))

    def _ordered(self) -> list[WorkRow]:
        rows = list(self._rows)
        if self._sorted is not None:
            column, order = self._sorted
            key, down = COLUMNS[column].key, order == Qt.SortOrder.DescendingOrder
            rows.sort(key=lambda row: key(row.task), reverse=down)
        return rows

    # --- Qt's questions ---

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.cell is Cell.EVIDENCE else _(column.head) if column.head else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return _(column.head) if column.head else _("Chọn tất cả")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section) | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        entry = self._entries[index.row()]
        if entry.task is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = COLUMNS[index.column()].cell in TYPED
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        entry, column = self._entries[index.row()], COLUMNS[index.column()]
        if role == ENTRY_ROLE:
            return entry
        if entry.task is None:
            return self._group_data(entry, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(entry, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return entry.task
        if role == CHIP_ROLE:
            return chip_of(entry.task, self.today) if column.cell is Cell.STATE else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == QUIET_ROLE:
            return column.quiet or entry.part or entry.task.withdrawn
        return False if role == STRONG_ROLE else None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        self.edited.emit(self._entries[index.row()], COLUMNS[index.column()].cell.value, value)
        return True

    def _group_data(self, entry: Entry, column: int, role: int) -> object:
        group = entry.group
        if (
            column
            or group is None
            or role
            not in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
            )
        ):
            return None
        return f"{group.title} · {group_words(group)}"

    def _text(self, entry: Entry, column: int) -> str:
        task, row, cell = entry.task, entry.row, COLUMNS[column].cell
        if task is None or row is None:
            return ""
        if cell is Cell.NUMBER:
            return str(entry.number) if entry.number else ""
        if cell is Cell.TITLE:
            return task.section if entry.part else row.whole.title
        if cell is Cell.MOVEMENT:
            return self._movements.get(task.movement_id or 0, "")
        return COLUMNS[column].text(task)

    def _tip(self, entry: Entry, column: int) -> str:
        row = entry.row
        if COLUMNS[column].cell is not Cell.TITLE or row is None or entry.part:
            return self._text(entry, column)
        lines = [row.whole.title]
        if row.parts:
            done, total = row.whole.occurrences
            words = _("Đã làm {done}/{all} lần; {n} lần đã qua chưa xong.")
            lines.append(words.format(done=done, all=total, n=row.left(self.today)))
        if row.changes:
            lines += [_("Kế hoạch sửa đổi:"), *(f"• {one}" for one in row.changes)]
        return "\n".join(lines)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if COLUMNS[column].right else Qt.AlignmentFlag.AlignLeft


def group_words(group: WorkGroup) -> str:
    """Return how far a group has come."""
    words = _("{done} / {all} xong").format(done=group.done, all=len(group.rows))
    return _("{words} · {late} trễ").format(words=words, late=group.late) if group.late else words


TITLE_PLACE: Final = PLACES[Cell.TITLE]
