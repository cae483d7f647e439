"""A council of nine that meets at the end of a year, and nominations for it to vote on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.services.council_views import (
    CouncilFacts,
    CouncilRole,
    MeetingFacts,
    SeatFacts,
)
from tdkt_desktop.services.dossier_views import DossierForm
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.registration_views import RegistrationEdit
from tdkt_desktop.services.vote_views import Ballots, Teller
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

YEAR = "2025-2026"
HELD_ON = date(2026, 5, 28)
PERIOD = PlanPeriod(2025, SchoolYear(2025))
NAMES = (
    "Lê Thị Minh Nguyệt", "Trần Quốc Bảo", "Phạm Thu Hà", "Đỗ Văn Lâm", "Ngô Thị Mai",
    "Vũ Thị Khánh Hạ", "Hoàng Đình Phúc", "Bùi Thanh Tâm", "Đặng Hữu Nghĩa",
)  # fmt: skip
ROLES = {0: CouncilRole.CHAIR, 1: CouncilRole.VICE_CHAIR, 2: CouncilRole.SECRETARY}


@dataclass(frozen=True, slots=True)
class VoteYear:
    """The ids of what was stored."""

    people: dict[str, int]
    groups: dict[str, int]
    council: int
    meeting: int
    seats: dict[str, int]
    nominations: tuple[int, ...]


def add_vote_year(context: AppContext, away: tuple[str, ...] = ("Đặng Hữu Nghĩa",)) -> VoteYear:
    """Store nine members, two teachers outside the council, a meeting and four nominations."""
    groups = {name: context.groups.add(name) for name in ("Tổ 1", "Tổ 2")}
    people = {}
    for place, name in enumerate((*NAMES, "Lý Thu An", "Mạc Văn Bình")):
        group = groups["Tổ 1" if place % 2 else "Tổ 2"]
        people[name] = context.people.add(
            PersonData(name, position="Giáo viên", group_id=group, hired_on=date(2015, 9, 1))
        )
    seats = [
        SeatFacts(name, ROLES.get(place, CouncilRole.MEMBER), "Giáo viên", people[name])
        for place, name in enumerate(NAMES)
    ]
    facts = CouncilFacts(decision_number="15/QĐ-THHP", decided_on=date(2025, 9, 8))
    council = context.councils.add(facts, PERIOD, seats)
    ids = {seat.name: seat.id or 0 for seat in context.councils.council(council).members}
    meeting = MeetingFacts(
        subject="Họp xét thi đua cuối năm học",
        held_on=HELD_ON,
        starts_at="14:00",
        ends_at="16:30",
        venue="Phòng Hội đồng",
        agenda=("Nghe tóm tắt thành tích", "Bỏ phiếu kín", "Công bố kết quả"),
        absent=tuple(ids[name] for name in away),
        absence_reasons=dict.fromkeys((ids[name] for name in away), "Đi công tác"),
    )
    meeting_id = context.councils.add_meeting(council, meeting)
    wanted = (
        (Subject.of_person(people["Lý Thu An"]), "LDTT"),
        (Subject.of_person(people["Lý Thu An"]), "CSTDCS"),
        (Subject.of_person(people["Phạm Thu Hà"]), "CSTDCS"),
        (Subject.of_group(groups["Tổ 1"]), "TTLDTT"),
    )
    nominations = tuple(context.nominations.add(one, code, YEAR) for one, code in wanted)
    return VoteYear(people, groups, council, meeting_id, ids, nominations)


def opened(context: AppContext, year: VoteYear) -> int:
    """Open a secret round on the four nominations."""
    return context.votes.open_round(year.meeting, year.nominations)


def counted(context: AppContext, year: VoteYear) -> int:
    """Open a round and enter a count whose sums agree: eight ballots, one of them invalid."""
    round_id = opened(context, year)
    an_first, an_second, ha, group = year.nominations
    marks = {an_first: (7, 0, 0), an_second: (6, 1, 0), ha: (5, 1, 1), group: (4, 3, 0)}
    context.votes.enter(round_id, Ballots(8, 8, 7, 1), marks)
    return round_id


def add_votes(context: AppContext, ids: dict[str, int], year: str = "2026-2027") -> int:
    """Give the year of `council_year` registrations, a review, a closed vote and a dossier."""
    person, group = Subject.of_person(ids["Đỗ Văn Lâm"]), Subject.of_group(ids["Tổ 2"])
    edits = [RegistrationEdit(person, ("LDTT", "GK_XA")), RegistrationEdit(group, ("TTLDTT",))]
    context.registrations.set_many(year, edits, date(2026, 9, 20))
    context.records.rate(year, {person: "HTTNV"})
    blank = context.group_reviews.blank(ids["Tổ 2"], year)
    facts = replace(
        blank,
        held_on=date(2026, 9, 15),
        starts_at="15:00",
        ends_at="16:00",
        venue="Phòng họp",
        chair="Đỗ Văn Lâm",
        secretary="Phạm Thu Hà",
    )
    context.group_reviews.add(facts)
    context.nominations.add_from_reviews(year)
    chosen = [one.id for one in context.nominations.nominations(year)]
    round_id = context.votes.open_round(ids["meeting"], chosen)
    tellers = (Teller("Phạm Thu Hà", "Giáo viên"), Teller("Trần Quốc Bảo", "Phó Hiệu trưởng"))
    context.votes.set_tellers(round_id, tellers)
    view = context.votes.round(round_id)
    marks = {
        one.nomination_id: (4 - held, 0, held)
        for one in view.nominees
        for held in [len(view.held_from(one.nomination_id))]
    }
    context.votes.enter(round_id, Ballots(4, 4, 4, 0), marks)
    context.votes.close(round_id)
    form = DossierForm(name="Hồ sơ đề nghị", receiver="Uỷ ban nhân dân phường An Thịnh")
    context.dossiers.make(year, form, context.dossiers.proposable(year), date(2026, 9, 25))
    return round_id


def many_voted_on(context: AppContext, year: VoteYear, count: int) -> int:
    """Close a round on many people with long names and positions, and return it."""
    chosen = []
    for number in range(count):
        person = PersonData(
            f"Nguyễn Hoàng Phương Thảo Nguyên Hạnh Dung {number:02d}",
            position="Giáo viên Giáo dục kinh tế và pháp luật, Tổng phụ trách Đội",
            group_id=year.groups["Tổ 1"],
            hired_on=date(2015, 9, 1),
        )
        subject = Subject.of_person(context.people.add(person))
        chosen.append(context.nominations.add(subject, "LDTT" if number % 3 else "BK_TINH", YEAR))
    round_id = context.votes.open_round(year.meeting, chosen)
    context.votes.enter(round_id, Ballots(8, 8, 8, 0), dict.fromkeys(chosen, (7, 1, 0)))
    context.votes.set_tellers(round_id, [Teller("Bùi Thanh Tâm"), Teller("Hoàng Đình Phúc")])
    context.votes.close(round_id)
    return round_id
