"""The list of collectives in the school's order, each with its head and what the year says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_views import GROUP_KIND_NAMES, GroupKind, GroupView
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.year_marks import NO_MARK, YearMark
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.kept_columns import KeptColumns
from tdkt_desktop.ui.tables.list_panel import list_panel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.ui.desk import Desk

_LAYOUT: Final = "group-list"
_SETTLED_MS: Final = 120
_WIDEST: Final = 26
_KIND_COLUMN: Final = 1
_KIND_FROM: Final = 52


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A collective with its head and the marks of the year; all who work here are the school's."""

    group: GroupView
    size: int
    head: str
    mark: YearMark


_COLUMNS: Final[tuple[TextColumn[GroupLine], ...]] = (
    TextColumn(N_("Tên"), lambda line: line.group.name),
    TextColumn(N_("Loại"), lambda line: _(GROUP_KIND_NAMES[line.group.kind]), quiet=True),
    TextColumn(N_("Người đứng đầu"), lambda line: line.head),
    TextColumn(
        N_("Số người"), lambda line: str(line.size or ""), lambda line: line.size,
        right=True,
    ),
    TextColumn(N_("Xếp loại"), lambda line: line.mark.rating, lambda line: -line.mark.rank),
    TextColumn(N_("Danh hiệu thi đua"), lambda line: ", ".join(line.mark.titles), quiet=True),
)  # fmt: skip


class GroupList(QWidget):
    """`acted` tells an act by name: open, edit, members, up, down, rate, award, remove, new."""

    acted = Signal(str)
    current_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = ColumnsModel(_COLUMNS)
        self._lines: list[GroupLine] = []
        self.view = ListView(desk.theme, self.model, 0)
        self.empty = EmptyState(
            _("Chưa có tổ nào. Nhập danh sách nhân sự từ Excel cũng tạo các tổ có trong đó."),
            _("Thêm tổ"),
        )
        self._count = text_label("", "hint")
        self._stack = QStackedWidget()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._columns = KeptColumns(
            desk.preferences, self.view, _LAYOUT, lambda: self.view.fit_columns(_WIDEST)
        )
        self._arrange()
        self._connect()

    def show_groups(
        self,
        groups: Sequence[GroupView],
        heads: Mapping[int, PersonRow],
        marks: Mapping[Subject, YearMark],
        working: int,
    ) -> None:
        """Show the collectives there are now; the chosen one stays chosen."""
        current = self.current_id()
        self._lines = [
            GroupLine(
                group,
                working if group.kind is GroupKind.SCHOOL else group.size,
                heads[group.id].full_name if group.id in heads else "",
                marks.get(Subject.of_group(group.id), NO_MARK),
            )
            for group in groups
        ]
        self.model.show(self._lines)
        self._count.setText(_("{n} tập thể · Alt+↑, Alt+↓ đổi thứ tự").format(n=len(groups)))
        self._stack.setCurrentIndex(0 if groups else 1)
        if groups:
            self._columns.restore()
        self.bring_forward(current)

    def selected(self) -> list[GroupView]:
        """Return the chosen collectives."""
        return [self.model.item(row).group for row in self.view.rows()]

    def current_id(self) -> int | None:
        """Return the collective that has the bar, None where none has."""
        index = self.view.currentIndex()
        return self.model.item(index.row()).group.id if index.isValid() else None

    def bring_forward(self, group_id: int | None) -> None:
        """Choose a collective, or the first one."""
        shown = [self.model.item(row).group.id for row in range(self.model.rowCount())]
        if shown:
            self.view.selectRow(shown.index(group_id) if group_id in shown else 0)
        self._settled.start()

    def settle(self) -> None:
        """Tell soon where the bar is."""
        self._settled.start()

    def keep_layout(self) -> None:
        """Remember the widths of the columns."""
        self._columns.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().height() * _KIND_FROM
        self.view.setColumnHidden(_KIND_COLUMN, narrow)

    def _arrange(self) -> None:
        self.view.setAccessibleName(_("Danh sách tổ"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._stack.addWidget(list_panel(self.view, self._count))
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.view.opened.connect(lambda _row: self.acted.emit("open"))
        self.view.removing.connect(lambda _rows: self.acted.emit("remove"))
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().currentChanged.connect(lambda *_a: self._settled.start())
        self._settled.timeout.connect(lambda: self.current_changed.emit(self.current_id()))
        self.empty.act.connect(lambda: self.acted.emit("new"))
        for keys, act in (("F2", "edit"), ("Alt+Up", "up"), ("Alt+Down", "down")):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda asked=act: self.acted.emit(asked))

    def _context_menu(self, place: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        for text, act, icon in (
            (_("Mở") + "\tEnter", "open", ""),
            (_("Sửa") + "\tF2", "edit", "pencil-outline"),
            (_("Xem người trong tổ"), "members", "account-multiple-outline"),
            (_("Ghi xếp loại…"), "rate", "star-outline"),
            (_("Thêm khen thưởng…"), "award", "medal-outline"),
            (_("Đưa lên") + "\tAlt+↑", "up", "arrow-up"),
            (_("Đưa xuống") + "\tAlt+↓", "down", "arrow-down"),
            (_("Xoá tổ") + "\tDelete", "remove", "trash-can-outline"),
        ):
            action = menu.addAction(text)
            if icon:
                action.setIcon(self._desk.theme.icon(icon))
            action.triggered.connect(self._asker(act))
        self.view.pop_up(menu, place)

    def _asker(self, act: str) -> Callable[[], None]:
        return lambda: self.acted.emit(act)
