"""A council is filled, charged with duties, warned about, and cloned for the next year."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError
from tdkt_desktop.models.tables import Person
from tdkt_desktop.resources import resource
from tdkt_desktop.services.council_views import (
    CouncilFacts,
    CouncilKind,
    CouncilRole,
    DutyFacts,
    DutyKind,
    MeetingFacts,
    SeatFacts,
)
from tdkt_desktop.services.duty_library import usual_duties
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.tasks import TaskWords
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tests.support.council_year import add_year
from tests.support.year_of_work import DAY, PERIOD, add_people

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

SEATS = (
    SeatFacts("Phạm Thu Hà", CouncilRole.SECRETARY, "Giáo viên"),
    SeatFacts("Lê Thị Minh Nguyệt", CouncilRole.CHAIR, "Hiệu trưởng"),
    SeatFacts("Trần Quốc Bảo", CouncilRole.VICE_CHAIR, "Phó Hiệu trưởng"),
    SeatFacts("Đỗ Văn Lâm", CouncilRole.MEMBER, "Tổ trưởng Tổ 2"),
)
NEXT = PlanPeriod(2027, SchoolYear(2027))


@pytest.fixture
def people(context: AppContext) -> dict[str, int]:
    return add_people(context)


@pytest.fixture
def council_id(context: AppContext, people: dict[str, int]) -> int:
    seats = [replace(seat, person_id=people[seat.name]) for seat in SEATS]
    facts = CouncilFacts(decision_number="15/QĐ-THHP", decided_on=date(2026, 9, 8))
    return context.councils.add(facts, PERIOD, seats)


def texts(context: AppContext, council_id: int) -> list[str]:
    return [warning.text for warning in context.councils.warnings(council_id)]


def test_a_council_lists_its_seats_by_rank(context: AppContext, council_id: int) -> None:
    view = context.councils.council(council_id)
    assert [seat.name for seat in view.members][:2] == ["Lê Thị Minh Nguyệt", "Trần Quốc Bảo"]
    assert view.facts.name == "Hội đồng Thi đua - Khen thưởng"
    assert context.councils.of_year(2026) == view
    assert context.councils.of_year(2026, CouncilKind.TALLY) is None


def test_the_law_warns_by_level_and_never_forbids(context: AppContext, council_id: int) -> None:
    told = {warning.text: warning for warning in context.councils.warnings(council_id)}
    odd = told["Số thành viên nên là số lẻ; hiện có 4 người."]
    assert (odd.basis, odd.verified) == ("Thông tư số 28/2020/TT-BGDĐT", True)
    assert "Chưa thấy Chủ tịch Công đoàn trong danh sách." in told
    assert "Chưa thấy Phó Hiệu trưởng trong danh sách." not in told
    seats = list(context.councils.council(council_id).seats)
    context.councils.set_seats(council_id, [*seats, SeatFacts("Ngô Thị Mai", position="Khách")])
    assert not any("số lẻ" in text for text in texts(context, council_id))


def test_what_is_wrong_in_itself_is_told(context: AppContext, people: dict[str, int]) -> None:
    twice = (replace(SEATS[1], role=CouncilRole.MEMBER), SEATS[1], SEATS[2])
    gone = replace(SEATS[3], person_id=people["Đỗ Văn Lâm"])
    facts = CouncilFacts(starts_on=date(2027, 1, 1), ends_on=date(2026, 1, 1))
    council_id = context.councils.add(facts, PERIOD, [*twice, gone])
    with context.store.transaction("Nghỉ hưu") as act:
        act.session.get_one(Person, people["Đỗ Văn Lâm"]).left_on = date(2026, 10, 1)
    told = " ".join(texts(context, council_id))
    for words in ("Chưa có thư ký", "2 lần", "không còn làm việc", "trước ngày bắt đầu"):
        assert words in told
    assert texts(context, context.councils.add(CouncilFacts(), PERIOD)) == [
        "Chưa có thành viên nào."
    ]


def test_a_seat_needs_a_name(context: AppContext, council_id: int) -> None:
    with pytest.raises(InputError, match="họ tên"):
        context.councils.set_seats(council_id, [SeatFacts("  ")])
    assert len(context.councils.council(council_id).seats) == 4


def test_usual_duties_follow_role_position_and_level(context: AppContext, council_id: int) -> None:
    context.councils.give_usual_duties(council_id)
    by_name = {seat.name: seat for seat in context.councils.council(council_id).seats}
    keys = {name: {d.library_key for d in seat.duties} for name, seat in by_name.items()}
    assert {"ct-chung", "ct-hop", "ct-ky"} <= keys["Lê Thị Minh Nguyệt"]
    assert "pct-chuyen-mon" in keys["Trần Quốc Bảo"]
    assert "tk-bien-ban" in keys["Phạm Thu Hà"]
    assert {"tocm-binh-xet", "tocm-thao-giang"} <= keys["Đỗ Văn Lâm"]
    assert "tocm-mam-non" not in keys["Đỗ Văn Lâm"]
    context.store.undo()
    assert not any(seat.duties for seat in context.councils.council(council_id).seats)


def test_duties_are_edited_by_hand_and_stay_with_the_seat(
    context: AppContext, council_id: int, people: dict[str, int]
) -> None:
    seat = context.councils.council(council_id).members[3]
    assert seat.id is not None
    duties = [
        DutyFacts("Theo dõi Tổ 1", DutyKind.GROUP, group_id=people["Tổ 1"]),
        DutyFacts("  "),
        DutyFacts("Chấm thi đua"),
    ]
    context.councils.set_duties(seat.id, duties)
    context.councils.set_seats(council_id, context.councils.council(council_id).seats[::-1])
    again = next(s for s in context.councils.council(council_id).seats if s.id == seat.id)
    assert [duty.text for duty in again.duties] == ["Theo dõi Tổ 1", "Chấm thi đua"]
    context.councils.set_duties(seat.id, duties[2:])
    again = next(s for s in context.councils.council(council_id).seats if s.id == seat.id)
    assert [duty.text for duty in again.duties] == ["Chấm thi đua"]


def test_last_years_council_is_cloned_without_those_who_left(
    context: AppContext, council_id: int, people: dict[str, int]
) -> None:
    context.councils.give_usual_duties(council_id)
    task = context.tasks.add(TaskWords("Riêng năm nay"), PERIOD)
    chair = context.councils.council(council_id).members[0]
    assert chair.id is not None
    own = DutyFacts("Chỉ đạo việc riêng", DutyKind.TASK, task_id=task)
    context.councils.set_duties(chair.id, [*chair.duties, own])
    with context.store.transaction("Chuyển trường") as act:
        act.session.get_one(Person, people["Đỗ Văn Lâm"]).left_on = date(2027, 6, 1)
    new_id, told = context.councils.clone(council_id, NEXT)
    new = context.councils.council(new_id)
    assert (new.year, new.cloned_from) == (2027, council_id)
    assert (new.facts.decision_number, new.facts.decided_on) == ("", None)
    assert (new.facts.starts_on, new.facts.ends_on) == (date(2027, 9, 1), date(2028, 8, 31))
    assert [seat.name for seat in new.seats] == [seat.name for seat in new.members]
    assert len(new.seats) == 3
    assert len(told) == 1
    assert "Đỗ Văn Lâm" in told[0]
    assert [duty.text for duty in new.members[0].duties] == [d.text for d in chair.duties]
    context.store.undo()
    assert context.councils.councils(2027) == ()


def test_a_member_who_was_removed_for_good_keeps_the_typed_name(
    context: AppContext, council_id: int, people: dict[str, int]
) -> None:
    from tdkt_desktop.models.removal import remove_for_good

    with context.store.transaction("Xoá hẳn", undoable=False) as act:
        remove_for_good(act.session, act.session.get_one(Person, people["Đỗ Văn Lâm"]))
    seat = context.councils.council(council_id).members[3]
    assert (seat.name, seat.person_id) == ("Đỗ Văn Lâm", None)


def test_a_meeting_is_kept_and_goes(context: AppContext, council_id: int) -> None:
    facts = MeetingFacts("Họp đầu năm", date(2026, 9, 20), "14:00", agenda=("Việc một", " "))
    meeting_id = context.councils.add_meeting(council_id, facts)
    (view,) = context.councils.meetings(council_id)
    assert view.facts == replace(facts, agenda=("Việc một",))
    context.councils.save_meeting(meeting_id, replace(facts, conclusions=("Thống nhất",)))
    assert context.councils.meeting(meeting_id).facts.conclusions == ("Thống nhất",)
    with pytest.raises(InputError, match="nội dung"):
        context.councils.save_meeting(meeting_id, MeetingFacts(" "))
    context.councils.throw_meeting_away(meeting_id)
    assert context.councils.meetings(council_id) == ()


def test_a_council_goes_to_the_bin_and_for_good(context: AppContext, council_id: int) -> None:
    context.councils.give_usual_duties(council_id)
    context.councils.add_meeting(council_id, MeetingFacts("Họp"))
    context.councils.throw_away(council_id)
    assert context.councils.councils() == ()
    context.councils.bring_back(council_id)
    context.councils.throw_away(council_id)
    context.councils.remove_for_good(council_id)
    with pytest.raises(InputError, match="Không có hội đồng"):
        context.councils.council(council_id)


def test_seats_name_those_whom_the_plan_calls_by_their_role(
    context: AppContext, people: dict[str, int]
) -> None:
    from tdkt_desktop.services.task_views import TaskQuery
    from tests.support.year_of_work import DAY, add_plan

    seats = [replace(seat, person_id=people[seat.name]) for seat in SEATS]
    context.councils.add(CouncilFacts(), PERIOD, seats)
    add_plan(context)
    mine = TaskQuery(year=2026, person_id=people["Phạm Thu Hà"])
    assert [task.title for task in context.tasks.tasks(mine, DAY)] == [
        "Họp Hội đồng đầu năm",
        "Cập nhật minh chứng",
    ]


def test_the_library_of_duties_is_whole() -> None:
    duties = usual_duties()
    assert len(duties) >= 40
    assert len({duty.key for duty in duties}) == len(duties)
    assert all(duty.text[0].isupper() and duty.text[-1].isalpha() for duty in duties)
    for kind in CouncilKind:
        for role in (CouncilRole.CHAIR, CouncilRole.SECRETARY, CouncilRole.MEMBER):
            assert any(kind in duty.councils and role in duty.roles for duty in duties)


def test_every_rule_about_councils_says_where_it_comes_from() -> None:
    rules = tomllib.loads(resource("law", "councils.toml").read_text("utf-8"))["councils"]
    for rule in rules:
        assert rule["basis"]
        assert rule["source"] or not rule["verified"]


def test_a_meeting_knows_who_was_invited_who_missed_it_and_who_stood_in(
    context: AppContext,
) -> None:
    ids = add_year(context)
    members = context.councils.council(ids["council"]).members
    seats = {seat.name: seat.id or 0 for seat in members}
    away, stand_in = seats["Lê Thị Minh Nguyệt"], seats["Đỗ Văn Lâm"]
    facts = MeetingFacts(
        "Họp Thường trực",
        held_on=date(2026, 12, 1),
        invited=(away, seats["Trần Quốc Bảo"], stand_in),
        absent=(away,),
        absence_reasons={away: "Đi họp ở phường", stand_in: "không dùng đến"},
        secretary_id=stand_in,
    )
    meeting_id = context.councils.add_meeting(ids["council"], facts)
    kept = context.councils.meeting(meeting_id).facts
    assert kept.absence_reasons == {away: "Đi họp ở phường"}
    assert (kept.was_there(stand_in), kept.was_there(seats["Ngô Thị Mai"])) == (True, False)
    made = context.papers.compose("bien-ban-hop", PERIOD, str(meeting_id), DAY)
    written = to_text(made.composed.document)
    assert "Thành phần tham dự: 02/03 thành viên" in written
    assert "Uỷ viên (Đi họp ở phường)" not in written
    assert "Chủ tịch (Đi họp ở phường)" in written
    assert "Thư ký (người ghi biên bản): Đỗ Văn Lâm" in written
    assert "Chủ trì (chủ toạ): Trần Quốc Bảo" in written
    quorum = context.vote_rules.quorum(context.councils.council(ids["council"]), kept)
    assert (quorum.present, quorum.needed, quorum.reached) == (2, 4, False)


def test_a_meeting_names_no_member_of_another_council(context: AppContext) -> None:
    ids = add_year(context)
    other = context.councils.add(CouncilFacts(), PERIOD, [SeatFacts("Lý Thu An")])
    stranger = context.councils.council(other).members[0].id or 0
    with pytest.raises(InputError, match="không phải thành viên"):
        context.councils.add_meeting(ids["council"], MeetingFacts("Họp", absent=(stranger,)))


def test_a_seat_that_went_is_left_out_of_its_meetings(context: AppContext) -> None:
    ids = add_year(context)
    seats = context.councils.council(ids["council"]).seats
    context.councils.set_seats(ids["council"], seats[:-1])
    facts = context.councils.meeting(ids["meeting"]).facts
    context.councils.save_meeting(ids["meeting"], facts)
    assert context.councils.meeting(ids["meeting"]).facts.absent == ()
