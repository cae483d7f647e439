"""The card of a collective: its awards and ratings over the years, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.group_heads import heads_of
from tdkt_desktop.services.people_views import GROUP_KIND_NAMES, PersonState
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.ui.pages.people.card_frame import CardFrame
from tdkt_desktop.ui.pages.people.group_form import GroupForm
from tdkt_desktop.ui.pages.people.record_acts import RecordActs
from tdkt_desktop.ui.pages.people.tabs import AwardsTab, RatingsTab
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.people.acts import PeopleActs


class GroupCard(CardFrame):
    """`members_wanted` asks for the list of those who are in the collective."""

    members_wanted = Signal(int)

    def __init__(self, desk: Desk, acts: PeopleActs) -> None:
        super().__init__(desk.theme, _("Hồ sơ tập thể"))
        self._desk = desk
        records = RecordActs(desk, acts, self)
        self.awards = AwardsTab(desk.theme, records)
        self.ratings = RatingsTab(desk.theme, records)
        self.form = GroupForm(desk)
        self.members = IconButton(desk.theme, "", "account-multiple-outline")
        self.members.clicked.connect(self._ask_members)
        self.add_at_head(self.members)
        self.add_part(_("Khen thưởng"), self.awards)
        self.add_part(_("Xếp loại"), self.ratings)
        self.add_part(_("Thông tin"), self.form)
        self.edit.clicked.connect(self.edit_group)

    def show_group(self, group_id: int, year: str) -> bool:
        """Show a collective; new records are proposed for a year. False where there is none."""
        if group_id != self.shown_id:
            self.form.flush()
        context = self._desk.context
        groups, people = context.groups.groups(), context.people.rows()
        group = next((one for one in groups if one.id == group_id), None)
        if group is None:
            return False
        self.shown_id = group_id
        head = heads_of(groups, people).get(group_id)
        members = [
            row for row in people if row.group_id == group_id and row.state is PersonState.WORKING
        ]
        subject = Subject.of_group(group_id)
        history = context.records.history(subject)
        parts = [_(GROUP_KIND_NAMES[group.kind]), head.full_name if head else ""]
        self.show_head(group.name, " · ".join(part for part in parts if part))
        self.members.setText(_("{n} người").format(n=len(members)))
        self.members.setAccessibleName(_("Xem {n} người trong tổ").format(n=len(members)))
        self.members.setVisible(bool(members))
        self.awards.show_history(subject, group.name, history, year)
        self.ratings.show_history(subject, group.name, history, year)
        self.form.show_group(group, groups, members, head)
        return True

    def edit_group(self) -> None:
        """Go to the fields."""
        self.show_part(self.form)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _ask_members(self) -> None:
        if self.shown_id is not None:
            self.members_wanted.emit(self.shown_id)
