"""The two cards of the page, each made when it is first wanted: of a person, of a collective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs
    from tdkt_desktop.ui.pages.people.card_pane import CardPane
    from tdkt_desktop.ui.pages.people.group_card import GroupCard
    from tdkt_desktop.ui.pages.people.person_card import PersonCard


class CardShelf(QObject):
    """Puts the card that is wanted into the pane; signals are those of whichever card is there."""

    closed = Signal()
    stored = Signal(object)
    place_wanted = Signal(object)
    members_wanted = Signal(int)

    def __init__(self, desk: Desk, acts: PeopleActs, pane: CardPane, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._acts, self._pane = desk, acts, pane
        self._person: PersonCard | None = None
        self._group: GroupCard | None = None

    def person(self) -> PersonCard:
        """Return the card of people."""
        if self._person is None:
            from tdkt_desktop.ui.pages.people.person_card import PersonCard

            self._person = PersonCard(self._desk, self._acts)
            self._person.form.stored.connect(self.stored)
            self._person.closed.connect(self.closed)
            self._person.place_wanted.connect(self.place_wanted)
        return self._person

    def group(self) -> GroupCard:
        """Return the card of collectives."""
        if self._group is None:
            from tdkt_desktop.ui.pages.people.group_card import GroupCard

            self._group = GroupCard(self._desk, self._acts)
            self._group.closed.connect(self.closed)
            self._group.place_wanted.connect(self.place_wanted)
            self._group.members_wanted.connect(self.members_wanted)
        return self._group

    @property
    def is_made(self) -> bool:
        """Whether any card was shown yet."""
        return self._person is not None or self._group is not None

    def shows(self, record: int | None, *, group: bool) -> bool:
        """Tell whether a person's or a collective's card is what is seen now."""
        card = self._group if group else self._person
        return card is not None and card.shown_id == record and card.isVisible()

    def show(self, record: int | None, year: str, *, group: bool) -> None:
        """Show the card of a person or a collective; None takes the card away."""
        if record is None:
            self._pane.drop_card()
        elif group and self.group().show_group(record, year):
            self._pane.show_card(self.group())
        elif not group and self.person().show_person(record, year):
            self._pane.show_card(self.person())

    def edit(self, *, group: bool) -> None:
        """Go to the fields of the card that is shown."""
        if group and self._group is not None:
            self._group.edit_group()
        elif not group and self._person is not None:
            self._person.edit_profile()

    def flush(self) -> None:
        """Store what was typed and not yet stored."""
        for card in (self._person, self._group):
            if card is not None:
                card.form.flush()

    def forget_ties(self) -> None:
        """Look for what people are charged with anew."""
        if self._person is not None:
            self._person.forget_ties()
