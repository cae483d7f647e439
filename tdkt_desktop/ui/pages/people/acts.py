"""What can be done with people, each with a named undo; dialogs are loaded when first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.person_ties import TieKind
from tdkt_desktop.ui.acts import Acts
from tdkt_desktop.ui.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.people_views import PersonRow
    from tdkt_desktop.services.person_ties import Tie
    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.ui.desk import Desk

_TOLD: int = 6
"""How many ties a question names before it says how many more there are."""


class PeopleActs(Acts):
    """Runs acts; `arrived` tells of somebody new, `place_wanted` where a question led to."""

    arrived = Signal(int)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(desk, owner)

    # --- people come and change ---

    def add(self, group_id: int | None = None) -> None:
        """Ask for somebody new and store them."""
        from tdkt_desktop.ui.dialogs.people_new_dialog import NewPersonDialog

        dialog = NewPersonDialog(self._desk, group_id, self._owner)
        if self.accepted(dialog) and dialog.made is not None:
            self.told(_("Đã thêm {name}.").format(name=dialog.data().full_name))
            self.arrived.emit(dialog.made)

    def move(self, people: Sequence[PersonRow], group_id: int | None) -> None:
        """Put people into a collective, or into none."""
        groups = {group.id: group.name for group in self._desk.context.groups.groups()}
        name = groups.get(group_id or 0, "")
        told = _("Đã chuyển {who} sang {group}.") if name else _("{who} không còn thuộc tổ nào.")
        ids = [row.id for row in people]
        self.undoable(
            lambda: self._desk.context.people.move(ids, group_id),
            told.format(who=called(people), group=name),
        )

    def mark_left(self, people: Sequence[PersonRow]) -> None:
        """Ask from when on people are away, and why; say what they leave behind."""
        from tdkt_desktop.ui.dialogs.people_leave_dialog import LeftDialog

        ids = [row.id for row in people]
        ties = self._desk.context.person_ties.of(ids, self._desk.today())
        dialog = LeftDialog(
            self._desk.today(), called(people), told_ties(people, ties), self._owner
        )
        if self.accepted(dialog):
            self.undoable(
                lambda: self._desk.context.people.mark_left(ids, dialog.day(), dialog.reason()),
                _("Đã ghi {who} nghỉ, chuyển đi.").format(who=called(people)),
            )

    def mark_returned(self, people: Sequence[PersonRow]) -> None:
        """Ask from when on people are back."""
        from tdkt_desktop.ui.dialogs.people_leave_dialog import ReturnDialog

        ids = [row.id for row in people]
        dialog = ReturnDialog(self._desk.today(), called(people), self._owner)
        if self.accepted(dialog):
            self.undoable(
                lambda: self._desk.context.people.mark_returned(ids, dialog.day()),
                _("Đã ghi {who} trở lại.").format(who=called(people)),
            )

    def rate(self, subjects: Sequence[Subject], who: str, year: str, code: str = "") -> None:
        """Ask for a rating of a year for all of them."""
        from tdkt_desktop.ui.dialogs.people_rating_dialog import RatingDialog

        words = self._desk.context.records.rating_words
        dialog = RatingDialog(words, year, who, self._owner, code)
        if not self.accepted(dialog):
            return
        given, rated = dialog.code(), dialog.year()
        told = (
            _("Đã ghi {who}: {code}, năm {year}.")
            if given
            else _("Đã bỏ xếp loại năm {year} của {who}.")
        )
        self.undoable(
            lambda: self._desk.context.records.rate(rated, dict.fromkeys(subjects, given)),
            told.format(who=who, code=given, year=rated),
        )

    # --- the bin ---

    def throw_away(self, people: Sequence[PersonRow]) -> None:
        """Put people into the bin, after a question where they are still charged with something."""
        ids = [row.id for row in people]
        ties = self._desk.context.person_ties.of(ids, self._desk.today())
        if ties and not self._goes_ahead(people, ties):
            return
        self.undoable(
            lambda: self._desk.context.people.throw_away(ids),
            _("Đã xoá {who}.").format(who=called(people)),
        )

    def _goes_ahead(self, people: Sequence[PersonRow], ties: Sequence[Tie]) -> bool:
        """Say what people are still charged with; whoever wants to see it goes there instead."""
        first = ties[0]
        ways: list[tuple[str, Callable[[], object]]] = [
            (_("Xem việc đang giao"), partial(self.place_wanted.emit, _place(first)))
        ]
        if all(row.left_on is None for row in people):
            ways.append((_("Ghi nghỉ, chuyển đi…"), partial(self.mark_left, people)))
        answer = self._desk.feedback.pick(
            _("{who} còn việc được giao.").format(who=called(people)),
            told_ties(people, ties),
            [*(text for text, _act in ways), _("Vẫn xoá")],
            self._owner,
        )
        if answer is not None and answer < len(ways):
            ways[answer][1]()
        return answer == len(ways)

    def show_bin(self) -> None:
        """Show the bin of people and collectives."""
        from tdkt_desktop.ui.dialogs.people_bin_dialog import PeopleBinDialog

        self.accepted(PeopleBinDialog(self._desk, self._owner))

    # --- how acts are run ---

    def told(self, words: str) -> None:
        """Say what was done last, and offer to take it back while nothing was done after it."""
        history = self._desk.context.history
        label = history.undo_label

        def take_back() -> None:
            if history.undo_label == label:
                self.tried(history.undo)

        self._desk.feedback.note(words, _("Hoàn tác"), take_back)


def called(people: Sequence[PersonRow]) -> str:
    """Return how a sentence calls one person or several."""
    return people[0].full_name if len(people) == 1 else _("{n} người").format(n=len(people))


def told_ties(people: Sequence[PersonRow], ties: Sequence[Tie]) -> str:
    """Return what people are charged with, one thing a line."""
    names = {row.id: row.full_name for row in people}
    lines = [f"•  {names.get(tie.person_id, '')} {tie.text}" for tie in ties[:_TOLD]]
    if len(ties) > _TOLD:
        lines.append(_("và {n} việc khác").format(n=len(ties) - _TOLD))
    return "\n".join(lines)


def _place(tie: Tie) -> Place:
    """Return where in the program somebody's charge is to be seen."""
    places = {
        TieKind.TASK: ("work", "task"),
        TieKind.MOVEMENT: ("work", "movement"),
        TieKind.SEAT: ("councils", "council"),
    }
    page, part = places[tie.kind]
    return Place(page, part, tie.record)
