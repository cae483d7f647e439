"""The nominations of the year in their order, moved by the mouse or by Alt with the arrows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from tdkt_desktop.i18n import N_
from tdkt_desktop.services.nomination_views import NominationState, NominationView
from tdkt_desktop.ui.pages.awards.vote.words import nomination_chip
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QDropEvent, QKeyEvent

    from tdkt_desktop.ui.theme.theme import Theme

NAME, AWARD, OUTCOME = 0, 1, 2
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NominationModel(StateColumnsModel[NominationView]):
    """Rows can be dragged; what was withdrawn is quiet."""

    def __init__(self) -> None:
        self._doubled: set[str] = set()
        self.short = False
        columns = (
            TextColumn[NominationView](
                N_("Người, tập thể"), self._who, lambda one: name_key(_name(one))
            ),
            TextColumn[NominationView](N_("Danh hiệu"), self._award, quiet=True),
            TextColumn[NominationView](N_("Kết quả"), lambda one: nomination_chip(one).text),
        )
        super().__init__(
            columns, {OUTCOME: nomination_chip}, lambda one: one.state is NominationState.WITHDRAWN
        )

    def show(self, items: Sequence[NominationView]) -> None:
        """Show other nominations; people of one name are told apart by their groups."""
        subjects = {one.candidate.subject: one.candidate.name for one in items if one.candidate}
        counts = Counter(subjects.values())
        self._doubled = {name for name, count in counts.items() if count > 1}
        super().show(items)

    def _who(self, one: NominationView) -> str:
        if one.candidate is None:
            return "–"
        name, group = one.candidate.name, one.candidate.group_name
        return f"{name} ({group})" if name in self._doubled and group else name

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != OUTCOME:
            one = self.item(index.row())
            who = one.candidate
            lines = (who.name if who else "", who.detail if who else "", one.name, one.reason)
            return "\n".join(filter(None, lines))
        return super().data(index, role)

    def _award(self, one: NominationView) -> str:
        """Return the award, in a narrow list by the letters that people shorten it to."""
        if not self.short:
            return one.name
        return "".join(word[0] for word in one.name.replace("-", " ").split()).upper()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class NominationList(ListView):
    """`moved` carries the rows that shall go and the row that they shall stand before."""

    moved = Signal(list, int)

    def __init__(self, theme: Theme, model: NominationModel) -> None:
        super().__init__(theme, model, NAME)
        self.setProperty("frameless", True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def choose(self, rows: Sequence[int]) -> None:
        """Select rows, the first of them as the current one."""
        flags = QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for row in rows:
            self.selectionModel().select(self.model().index(row, 0), flags.Select | flags.Rows)
        if rows:
            first = self.model().index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def move_rows(self, step: int) -> None:
        """Ask for the selected rows to go one line up or down."""
        rows = self.rows()
        if not rows:
            return
        before = rows[0] - 1 if step < 0 else rows[-1] + 2
        if 0 <= before <= self.model().rowCount():
            self.moved.emit(rows, before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_rows(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.source() is self and self.rows():
            below = self.dropIndicatorPosition() is self.DropIndicatorPosition.BelowItem
            before = index.row() + below if index.isValid() else self.model().rowCount()
            self.moved.emit(self.rows(), before)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()


def moved_order(
    ids: Sequence[int], shown: Sequence[int], rows: Sequence[int], before: int
) -> list[int]:
    """Return all ids in the order after moving rows of those that are shown.

    What a filter hides keeps its place among its neighbours above.
    """
    moving = [shown[row] for row in rows]
    rest = [one for one in ids if one not in moving]
    following = next((one for one in shown[before:] if one not in moving), None)
    if following is not None:
        at = rest.index(following)
    else:
        last = next((one for one in reversed(shown[:before]) if one not in moving), None)
        at = rest.index(last) + 1 if last is not None else len(rest)
    return [*rest[:at], *moving, *rest[at:]]


def _name(one: NominationView) -> str:
    return one.candidate.name if one.candidate else ""
