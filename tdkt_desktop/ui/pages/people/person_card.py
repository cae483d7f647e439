"""The card of a person: what the years left behind, and the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.services.person_ties import TieKind
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.people.card_frame import CardFrame
from tdkt_desktop.ui.pages.people.profile_form import ProfileForm
from tdkt_desktop.ui.pages.people.record_acts import RecordActs
from tdkt_desktop.ui.pages.people.tabs import AwardsTab, InitiativesTab, RatingsTab, SpansTab
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QShowEvent

    from tdkt_desktop.services.people_views import PersonView
    from tdkt_desktop.services.person_ties import Tie
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs

_DOORS_MS: Final = 350


class PersonCard(CardFrame):
    """Shows one person; what is typed is stored when a field is left."""

    def __init__(self, desk: Desk, acts: PeopleActs) -> None:
        super().__init__(desk.theme, _("Hồ sơ cá nhân"))
        self._desk = desk
        records = RecordActs(desk, acts, self)
        self.awards = AwardsTab(desk.theme, records)
        self.ratings = RatingsTab(desk.theme, records)
        self.initiatives = InitiativesTab(desk.theme)
        self.spans = SpansTab(desk.theme, records)
        self.form = ProfileForm(desk)
        self.add_part(_("Khen thưởng"), self.awards)
        self.add_part(_("Xếp loại"), self.ratings)
        self.add_part(_("Sáng kiến"), self.initiatives)
        self.add_part(_("Hồ sơ"), self.form)
        self.add_part(_("Nghỉ, kỷ luật"), self.spans)
        self.keep_door_room()
        self.edit.clicked.connect(self.edit_profile)
        self.initiatives.place_wanted.connect(self.place_wanted)
        self.awards.add_verb(_("Xem điều kiện"), "medal-outline", self._ask_check)
        self._ties: dict[int, tuple[Tie, ...]] = {}
        self._doors_due = QTimer(self)
        self._doors_due.setSingleShot(True)
        self._doors_due.setInterval(_DOORS_MS)
        self._doors_due.timeout.connect(self._show_ways)

    def show_person(self, person_id: int, year: str) -> bool:
        """Show a person; new records are proposed for a year. False where there is nobody."""
        if person_id != self.shown_id:
            self.form.flush()
            self.show_doors([])
        try:
            view = self._desk.context.people.person(person_id)
        except UserError:
            return False
        self.shown_id = person_id
        name, history, subject = view.data.full_name, view.history, Subject.of_person(person_id)
        self.show_head(name, _line(view))
        self.awards.show_history(subject, name, history, year)
        self.ratings.show_history(subject, name, history, year)
        self.initiatives.show_history(history)
        self.spans.show_history(person_id, name, history)
        self.form.show_groups(self._desk.context.groups.groups())
        self.form.show_person(view)
        self._doors_due.start()
        return True

    def forget_ties(self) -> None:
        """Look for what people are charged with anew, since it may have changed."""
        self._ties.clear()
        if self.isVisible():
            self._doors_due.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._doors_due.start()

    def _ask_check(self) -> None:
        """Go to where the person's records are put before the law."""
        if self.shown_id is not None:
            self.place_wanted.emit(Place("awards", "check", self.shown_id))

    def edit_profile(self) -> None:
        """Go to the fields."""
        self.show_part(self.form)
        self.form.focus_name()

    def _show_ways(self) -> None:
        """Show what else there is of the person; all tasks are read for it, so it may wait."""
        if self.shown_id is None:
            return
        if self.shown_id not in self._ties:
            ties = self._desk.context.person_ties.of([self.shown_id], self._desk.today())
            self._ties[self.shown_id] = ties
        self.show_doors(list(_ways(self._ties[self.shown_id])))


def _ways(ties: Sequence[Tie]) -> Iterator[tuple[str, Place]]:
    """Yield the ways to what somebody is charged with: seats, tasks, movements."""
    words = {
        TieKind.SEAT: (_("Hội đồng"), "councils", "council"),
        TieKind.TASK: (_("{n} nhiệm vụ"), "work", "task"),
        TieKind.MOVEMENT: (_("{n} phong trào"), "work", "movement"),
    }
    for kind, (text, page, part) in words.items():
        found = [tie.record for tie in ties if tie.kind is kind]
        if found:
            yield text.format(n=len(set(found))), Place(page, part, found[0])


def _line(view: PersonView) -> str:
    """Return position, group and time in the sector, and whether somebody left."""
    data = view.data
    since = data.sector_since
    parts = [
        data.position,
        view.group_name,
        _("vào ngành {month}").format(month=f"{since:%m/%Y}") if since else "",
    ]
    if view.state is PersonState.AWAY and data.left_on is not None:
        parts.append(_("nghỉ từ {day}").format(day=short_date(data.left_on, padded=True)))
    return " · ".join(part for part in parts if part) or _("Chưa có chức vụ, tổ")
