"""A small school for tests of the page of people; all names are invented."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tdkt_desktop.services.people_views import GroupKind, PersonData, Sex
from tdkt_desktop.services.record_views import AwardData, AwardKind, Subject
from tdkt_desktop.ui.pages.people.page import PeoplePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class SmallSchool:
    """The ids of the people by their given names, and those of the collectives."""

    people: dict[str, int]
    groups: dict[str, int]

    def __getitem__(self, given: str) -> int:
        """Return somebody by the given name."""
        return self.people[given]


def add_small_school(context: AppContext) -> SmallSchool:
    """Store six people in two groups under the school, two of them with a rating and a title."""
    school = context.groups.add("Trường Tiểu học Sao Mai", GroupKind.SCHOOL)
    first = context.groups.add("Tổ 1", parent_id=school)
    office = context.groups.add("Tổ Văn phòng", parent_id=school)
    people = {}
    for name, born, sex, group, position, party, manager in (
        ("Vũ Thị Lan Anh", date(1985, 10, 11), Sex.FEMALE, first, "Tổ trưởng", True, False),
        ("Trần Quốc Bảo", date(1978, 4, 27), Sex.MALE, None, "Phó hiệu trưởng", True, True),
        ("Phan Thị Chi", date(1998, 12, 2), Sex.FEMALE, first, "Giáo viên", False, False),
        ("Nguyễn Ánh Dương", None, Sex.FEMALE, first, "Giáo viên", None, None),
        ("Mai Xuân Đạt", date(1988, 10, 30), Sex.MALE, office, "Kế toán", False, False),
        ("Hoàng Minh Tuấn", date(1962, 2, 17), Sex.MALE, first, "Giáo viên", True, False),
    ):
        data = PersonData(
            name, born, sex, group_id=group, position=position, party_member=party, manager=manager
        )
        people[name.split()[-1]] = context.people.add(data)
    context.people.mark_left([people["Tuấn"]], date(2024, 3, 1), "Nghỉ hưu")
    anh, chi = Subject(people["Anh"]), Subject(people["Chi"])
    context.records.rate("2025-2026", {anh: "HTXSNV", chi: "HTTNV"})
    title = AwardData(kind=AwardKind.TITLE, name="Lao động tiên tiến", year="2025-2026")
    context.records.add_award(anh, title)
    groups = {"school": school, "first": first, "office": office}
    return SmallSchool(people, groups)


@contextmanager
def people_page(desk: Desk, width: int = 1320, height: int = 700) -> Iterator[PeoplePage]:
    """Show the page of people over the store of a desk, told of every change as in the window."""
    page = PeoplePage(desk)
    unlisten = desk.context.store.on_change(lambda change: page.on_changed(change.touched))
    page.resize(width, height)
    page.show()
    try:
        yield page
    finally:
        unlisten()
        page.shut_down()
        page.close()
        page.deleteLater()
        # Outside an event loop nothing else ends what is to be deleted later.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
