"""The list of people with its filters, its footer and the bar for several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import Sex
from tdkt_desktop.ui.pages.people.bulk_bar import BulkBar
from tdkt_desktop.ui.pages.people.columns_menu import ColumnsMenu
from tdkt_desktop.ui.pages.people.empty import PeopleEmpty
from tdkt_desktop.ui.pages.people.filters import PeopleFilters
from tdkt_desktop.ui.pages.people.row_acts import RowActs
from tdkt_desktop.ui.tables.kept_columns import KeptColumns
from tdkt_desktop.ui.tables.list_panel import list_panel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.people_columns import PEOPLE_COLUMNS
from tdkt_desktop.ui.tables.people_model import NAME_COLUMN, POSITION_COLUMN, PeopleModel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.people_views import GroupView, PersonRow
    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.services.year_marks import YearMark
    from tdkt_desktop.ui.desk import Desk

_LAYOUT: Final = "people-list"
_WORDS_FROM: Final = 46
_WIDEST: Final = 30
_SETTLED_MS: Final = 120
"""How long the current row must stay before its card is read: arrows held down pass over many."""


class PeopleList(QWidget):
    """`acted` tells an act by name, `current_changed` whose card is wanted (None for nobody's)."""

    acted = Signal(str)
    opened = Signal(int)
    current_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = PeopleModel(self)
        self.view = ListView(desk.theme, self.model, POSITION_COLUMN)
        words = desk.context.records.rating_words.on(desk.today())
        self.filters = PeopleFilters(desk.theme, words)
        self.acts = RowActs(desk.theme, self)
        self.bulk = BulkBar(desk.theme, self.acts)
        self.empty = PeopleEmpty(desk.theme)
        self.columns = ColumnsMenu(self.view, [column.head for column in PEOPLE_COLUMNS])
        self._count = text_label("", "hint")
        self._facts = text_label("", "hint")
        self._none = text_label(_("Không có ai khớp với bộ lọc."), "hint")
        self._stack = QStackedWidget()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._columns = KeptColumns(
            desk.preferences, self.view, _LAYOUT, lambda: self.view.fit_columns(_WIDEST)
        )
        self._arrange()
        self._connect()

    # --- what is shown ---

    def show_people(
        self,
        people: Sequence[PersonRow],
        marks: Mapping[Subject, YearMark],
        groups: Sequence[GroupView],
        year: str,
    ) -> None:
        """Show the people there are now; who was chosen stays chosen."""
        chosen, current = self.selected_ids(), self.current_id()
        self.filters.show_choices(people, groups, year)
        self.acts.show_groups(groups)
        self.model.show(people, marks)
        self._filter()
        if people:
            self._columns.restore()
        self._select(chosen, current)

    def selected(self) -> list[PersonRow]:
        """Return the chosen people in the order of the list."""
        return [self.model.person(row) for row in self.view.rows()]

    def selected_ids(self) -> list[int]:
        """Return the chosen people by their ids."""
        return [row.id for row in self.selected()]

    def current_id(self) -> int | None:
        """Return who has the bar in the list, None where nobody has."""
        index = self.view.currentIndex()
        return self.model.person(index.row()).id if index.isValid() else None

    def bring_forward(self, person_id: int) -> None:
        """Choose somebody, whatever the filters say."""
        if self.model.row_of(person_id) is None:
            self.filters.show_everybody()
        self._select([person_id], person_id)

    def settle(self) -> None:
        """Tell soon where the bar is."""
        self._settled.start()

    def keep_layout(self) -> None:
        """Remember which columns are shown, how wide and in which order."""
        self._columns.keep()

    # --- making ---

    def _arrange(self) -> None:
        self.view.setAccessibleName(_("Danh sách nhân sự"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.horizontalHeader().setSectionsMovable(True)
        self.filters.columns.setMenu(self.columns)
        for place, column in enumerate(PEOPLE_COLUMNS):
            self.view.setColumnHidden(place, not column.shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.filters)
        for part in (
            list_panel(self.view, self._count, self._facts),
            self._nothing_found(),
            self.empty,
        ):
            self._stack.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bulk)

    def _nothing_found(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.addWidget(self._none, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return part

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter_keeping)
        self.view.opened.connect(lambda row: self.opened.emit(self.model.person(row).id))
        self.view.removing.connect(lambda _rows: self.acted.emit("remove"))
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._chosen())
        self.view.selectionModel().currentChanged.connect(lambda *_a: self._settled.start())
        self._settled.timeout.connect(lambda: self.current_changed.emit(self.current_id()))
        self.acts.wanted.connect(self.acted)
        self.empty.wanted.connect(self.acted)
        self.filters.words.returnPressed.connect(self.view.setFocus)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filters.words.setFocus)
        edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self.view)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self.acted.emit("edit"))
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.acted.emit("paste"))

    # --- inside ---

    def _filter_keeping(self) -> None:
        chosen, current = self.selected_ids(), self.current_id()
        self._filter()
        self._select(chosen, current)

    def _filter(self) -> None:
        self.model.filter(self.filters.wanted(), self.filters.rating())
        shown, total = len(self.model.shown), self.model.total
        self._count.setText(_("Hiện {n} / {all} người").format(n=shown, all=total))
        self._facts.setText(_facts(self.model.shown))
        self.filters.setVisible(total > 0)
        self._stack.setCurrentIndex(2 if not total else 0 if shown else 1)

    def _select(self, ids: Iterable[int], current: int | None) -> None:
        """Choose people by their ids; where none of them is shown, the first of the list."""
        rows = [row for row in map(self.model.row_of, ids) if row is not None]
        rows = rows or [0] * bool(self.model.rowCount())
        last, selection = len(PEOPLE_COLUMNS) - 1, QItemSelection()
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        chooser, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        place = self.model.row_of(current) if current is not None else None
        if rows:
            bar = place if place in rows else rows[0]
            index = self.model.index(bar, NAME_COLUMN)
            chooser.setCurrentIndex(index, flags.NoUpdate)
            self.view.scrollTo(index)
        chooser.select(selection, flags.ClearAndSelect)
        self._chosen()
        self._settled.start()

    def _chosen(self) -> None:
        people = self.selected()
        self.acts.choose(people)
        self.bulk.show_count(len(people))

    def _context_menu(self, place: QPoint) -> None:
        if self.selected():
            self.view.pop_up(self.acts.menu(), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().height() * _WORDS_FROM
        self.filters.set_compact(compact=narrow)
        self._facts.setHidden(narrow)


def _facts(people: Sequence[PersonRow]) -> str:
    """Return how many of the people shown are what the year's reports ask for."""
    counts: dict[str, Any] = {
        "party": sum(1 for row in people if row.party_member),
        "women": sum(1 for row in people if row.sex is Sex.FEMALE),
        "direct": sum(1 for row in people if row.manager is False),
    }
    return _("Đảng viên {party} · Nữ {women} · Trực tiếp {direct}").format(**counts)
