"""The papers of a vote say what its closed count says, and go on saying it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.services.vote_views import (
    Ballots,
    Conflict,
    Handling,
    HeldBack,
    Part,
    Teller,
    VoteMethod,
)
from tests.support.vote_year import HELD_ON, PERIOD, YEAR, add_vote_year, counted, opened

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tests.support.vote_year import VoteYear

TALLY, MINUTES, NOTICE = "bien-ban-kiem-phieu", "bien-ban-hop-xet", "tb-cong-khai-ket-qua"


@pytest.fixture
def year(context: AppContext) -> VoteYear:
    return add_vote_year(context)


def text(context: AppContext, kind: str, about: int | None = None) -> str:
    written = None if about is None else str(about)
    return to_text(context.papers.compose(kind, PERIOD, written, HELD_ON).composed.document)


def test_the_minutes_of_the_count_state_ballots_denominator_and_results(
    context: AppContext, year: VoteYear
) -> None:
    round_id = counted(context, year)
    context.votes.set_tellers(round_id, [Teller("Bùi Thanh Tâm", "Trưởng ban"), Teller("Đỗ Lâm")])
    context.votes.close(round_id)
    said = text(context, TALLY, round_id)
    assert "Số phiếu phát ra: 8 phiếu;" in said
    assert "Số phiếu không hợp lệ: 1 phiếu." in said
    assert "đạt khi số phiếu đồng ý từ 70% trở lên tổng số thành viên Hội đồng" in said
    assert "Không bỏ phiếu cho chính mình, không tính vào tổng số: Phạm Thu Hà" in said
    assert "Vắng mặt: Đặng Hữu Nghĩa, Giáo viên, Uỷ viên (Đi công tác)" in said
    assert "Phạm Thu Hà | 5 | 1 | 1 | 8 | 62,50 | Không đạt" in said
    assert "BAN KIỂM PHIẾU" in said


def test_whoever_takes_another_part_is_named_with_the_reason(
    context: AppContext, year: VoteYear
) -> None:
    round_id = opened(context, year)
    voters = list(context.votes.round(round_id).voters)
    voters[-1] = replace(voters[-1], part=Part.WRITTEN)
    voters[0] = replace(voters[0], part=Part.ABSTAINS, reason="Chủ toạ không bỏ phiếu")
    context.votes.set_voters(round_id, voters)
    other = HeldBack(
        year.seats["Ngô Thị Mai"], year.nominations[0], Conflict.OTHER, Handling.ABSTAINS,
        "đang hướng dẫn chuyên môn",
    )  # fmt: skip
    held = context.votes.round(round_id).held_back
    context.votes.set_held_back(round_id, [*held, other])
    marks = dict.fromkeys(year.nominations, (8, 0, 0))
    marks |= {year.nominations[0]: (7, 0, 1), year.nominations[2]: (7, 0, 1)}
    context.votes.enter(round_id, Ballots(8, 8, 8, 0), marks)
    context.votes.close(round_id)
    said = text(context, TALLY, round_id)
    assert "Vắng mặt, gửi phiếu bằng văn bản: Đặng Hữu Nghĩa (Đi công tác)." in said
    assert "vẫn tính vào tổng số: Lê Thị Minh Nguyệt (Chủ toạ không bỏ phiếu)." in said
    assert "vì đang hướng dẫn chuyên môn, vẫn tính vào tổng số: Ngô Thị Mai (khi xét" in said


def test_an_open_vote_is_told_as_one(context: AppContext, year: VoteYear) -> None:
    round_id = context.votes.open_round(year.meeting, year.nominations[:1], VoteMethod.OPEN)
    context.votes.enter(round_id, Ballots(), {year.nominations[0]: (8, 0, 0)})
    context.votes.close(round_id)
    said = text(context, TALLY, round_id)
    assert "Hội đồng biểu quyết công khai, lượt 01." in said
    assert "Số người biểu quyết: 8 người." in said
    assert "phát ra" not in said


def test_a_correction_prints_its_reason_and_takes_the_place_of_the_first_count(
    context: AppContext, year: VoteYear
) -> None:
    old = counted(context, year)
    context.votes.close(old)
    new = context.votes.correct(old, "Đếm sót một phiếu")
    context.votes.enter(new, Ballots(8, 8, 7, 1), {year.nominations[1]: (7, 0, 0)})
    context.votes.close(new)
    for kind in (TALLY, MINUTES):
        assert "Đếm sót một phiếu" in text(context, kind)
    assert "Chiến sĩ thi đua cơ sở: đạt 01/02 trường hợp được xét." in text(context, TALLY)
    assert "Chiến sĩ thi đua cơ sở: đạt 00/02 trường hợp được xét." in text(context, TALLY, old)
    assert "Hội đồng thông qua 02 trường hợp" in text(context, NOTICE)


def test_later_changes_leave_the_papers_of_a_count_alone(
    context: AppContext, year: VoteYear
) -> None:
    context.votes.close(counted(context, year))
    before = [text(context, kind) for kind in (TALLY, NOTICE)]
    data = context.people.person(year.people["Lý Thu An"]).data
    context.people.save(year.people["Lý Thu An"], replace(data, full_name="Lý Thị An"))
    context.vote_rules.set_quorum("100%")
    context.vote_rules.restore_shipped()
    council = context.councils.council(year.council)
    seats = [replace(seat, name=f"{seat.name} Mới") for seat in council.seats[3:]]
    context.councils.set_seats(year.council, [*council.seats[:3], *seats])
    assert [text(context, kind) for kind in (TALLY, NOTICE)] == before
    assert "Có mặt 08/09 thành viên" in text(context, MINUTES)


def test_a_ballot_is_made_before_the_vote_and_issued_without_a_number(
    context: AppContext, year: VoteYear
) -> None:
    opened(context, year)
    paper_id, doubts = context.papers.add_draft("phieu-bau", PERIOD, None, HELD_ON)
    assert doubts == ()
    document = context.papers.paper(paper_id).document
    assert document.kind is DocumentKind.BALLOT
    assert document.signature.title == ""
    issued = context.papers.issue(paper_id, HELD_ON)
    assert (issued.status, issued.number, issued.register_id) == (PaperStatus.ISSUED, "", None)


def test_a_paper_of_a_vote_that_is_not_there_says_what_to_do(
    context: AppContext, year: VoteYear
) -> None:
    with pytest.raises(InputError, match="chưa có lượt bỏ phiếu nào"):
        text(context, "phieu-bau")
    round_id = opened(context, year)
    with pytest.raises(InputError, match="chưa có lượt bỏ phiếu nào đã chốt"):
        text(context, TALLY)
    with pytest.raises(InputError, match="chưa chốt kết quả"):
        text(context, TALLY, round_id)
    with pytest.raises(InputError, match="chưa có lượt bỏ phiếu nào đã chốt"):
        text(context, NOTICE, year.meeting)
    with pytest.raises(InputError, match="chưa có biên bản bình xét"):
        text(context, "bien-ban-binh-xet-to", year.groups["Tổ 1"])
    with pytest.raises(UsageError, match="không phải mã"):
        context.papers.compose(TALLY, PERIOD, "ba", HELD_ON)
    assert context.votes.rounds(year=YEAR)


def test_whoever_is_voted_on_again_has_the_later_result(
    context: AppContext, year: VoteYear
) -> None:
    context.votes.close(counted(context, year))
    again = context.votes.open_round(year.meeting, [year.nominations[1]])
    context.votes.enter(again, Ballots(8, 8, 8, 0), {year.nominations[1]: (8, 0, 0)})
    assert context.votes.close(again).number == 2
    minutes = text(context, MINUTES, year.meeting)
    assert "Kết quả lượt 1:" in minutes
    assert "Lý Thu An | Giáo viên, Tổ 1 | 6/9 | 66,67 | Không đạt" in minutes
    assert "Lý Thu An | Giáo viên, Tổ 1 | 8/9 | 88,89 | Đạt" in minutes
    assert "Hội đồng thông qua 02/04 trường hợp được xét" in minutes
    notice = text(context, NOTICE, year.meeting)
    assert "thông qua 02 trường hợp" in notice
    assert "66,67" not in notice
    assert context.nominations.nomination(year.nominations[1]).round_id == again
