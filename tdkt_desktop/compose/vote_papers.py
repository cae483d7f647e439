"""The papers of a vote, all drawn from the same closed count."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content, dashes, day_words, sentence
from tdkt_desktop.compose.meeting_papers import meeting_values
from tdkt_desktop.compose.minutes import conclusions
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tdkt_desktop.compose.award_facts import BallotFacts, ResultLine, VoteFacts
    from tdkt_desktop.compose.facts import CouncilFacts, MeetingFacts

_NAME: Final = Column("Họ và tên, tập thể", ColumnRole.OTHER, width=3.7)
_COUNT: Final = (
    Column("TT", ColumnRole.NUMBER, width=0.9),
    _NAME,
    Column("Đồng ý", ColumnRole.COUNT, "Số phiếu", width=1.4),
    Column("Không đồng ý", ColumnRole.COUNT, "Số phiếu", width=1.4),
    Column("Không chọn", ColumnRole.COUNT, "Số phiếu", width=1.3),
    Column("Tổng số tính", ColumnRole.COUNT, width=1.3),
    Column("Tỷ lệ (%)", ColumnRole.COUNT, width=1.4),
    Column("Kết quả", ColumnRole.OTHER, width=2.6),
)
_RESULT: Final = (
    Column("TT", ColumnRole.NUMBER, width=1),
    _NAME,
    Column("Chức vụ, đơn vị", ColumnRole.OTHER, width=3.4),
    Column("Số phiếu đồng ý", ColumnRole.COUNT, width=1.7),
    Column("Tỷ lệ (%)", ColumnRole.COUNT, width=1.5),
    Column("Kết quả", ColumnRole.OTHER, width=3),
)


# --- minutes of the count ---


def tally_content(vote: VoteFacts, meeting: MeetingFacts, council: CouncilFacts) -> Content:
    """Return the data of the minutes of the count."""
    leader = vote.tellers[0][0] if vote.tellers else ""
    clerk = vote.tellers[1][0] if len(vote.tellers) > 1 else ""
    values = {
        **meeting_values(meeting, council),
        "ten_hoi_dong": vote.council,
        "so_qd_hoi_dong": vote.decision,
        "luot": f"{vote.number:02d}",
        "hinh_thuc": "bỏ phiếu kín" if vote.secret else "biểu quyết công khai",
        "ngay_hop": day_words(vote.held_on),
        "si_so": f"{vote.present:02d}/{vote.members:02d} thành viên",
        "vang_mat": "; ".join(vote.absent) or "không có",
        "so_bo_phieu": f"{vote.voting:02d}",
        "truong_ban": leader,
        "thu_ky_ban": clerk,
    }
    blocks = {
        "ban_kiem_phieu": dashes(_tellers(vote), "Ban kiểm phiếu gồm: …"),
        "dinh_chinh": _correction(vote),
        "truong_hop_khong_bo_phieu": dashes(
            map(sentence, vote.held_back), "Không có thành viên nào phải tránh bỏ phiếu."
        ),
        "so_phieu": _ballots(vote),
        "cach_tinh": _reckoning(vote.lines),
        "bang_kiem_phieu": (_count_table(vote.lines),),
        "ket_luan_kiem_phieu": _summary(vote.lines),
    }
    return Content(values, blocks)


def _tellers(vote: VoteFacts) -> Iterator[str]:
    for name, position in vote.tellers:
        yield ", ".join(part for part in (name, position) if part) + ";"


def _correction(vote: VoteFacts) -> tuple[Block, ...]:
    if not vote.reason:
        return ()
    said = f"Biên bản này thay cho kết quả đã chốt trước đó của cùng lượt. Lý do: {vote.reason}"
    return (Paragraph(RichText(sentence(said))),)


def _ballots(vote: VoteFacts) -> tuple[Block, ...]:
    if not vote.secret:
        return dashes((f"Số người biểu quyết: {vote.voting} người.",))
    return dashes(
        (
            f"Số phiếu phát ra: {vote.issued} phiếu;",
            f"Số phiếu thu về: {vote.returned} phiếu;",
            f"Số phiếu hợp lệ: {vote.valid} phiếu;",
            f"Số phiếu không hợp lệ: {vote.invalid} phiếu.",
        )
    )


def _reckoning(lines: Sequence[ResultLine]) -> tuple[Block, ...]:
    """Say for each award how many votes it takes, and of what."""
    said = dict.fromkeys(
        f"{line.award}: đạt khi số phiếu đồng ý {line.threshold} {line.denominator};"
        for line in lines
    )
    return dashes(said)


def _count_table(lines: Sequence[ResultLine]) -> Table:
    groups = _by_award(lines, _count_row)
    return Table(_COUNT, groups, RowNumbering.PER_GROUP)


def _count_row(line: ResultLine) -> Row:
    numbers = (line.yes, line.no, line.blank, line.base)
    cells = (line.name, *map(str, numbers), line.percent, line.outcome)
    return Row(tuple(map(RichText, cells)))


def _by_award(
    lines: Iterable[ResultLine], row: Callable[[ResultLine], Row]
) -> tuple[RowGroup, ...]:
    ordered = list(lines)
    names = list(dict.fromkeys(line.award for line in ordered))
    ordered.sort(key=lambda line: names.index(line.award))
    return tuple(
        RowGroup(tuple(map(row, members)), RichText(award))
        for award, members in groupby(ordered, key=lambda line: line.award)
    )


def _summary(lines: Sequence[ResultLine]) -> tuple[Block, ...]:
    """Say of each award how many of its nominees passed."""
    found = []
    for award in dict.fromkeys(line.award for line in lines):
        own = [line for line in lines if line.award == award]
        passed = sum(line.passed for line in own)
        found.append(f"{award}: đạt {passed:02d}/{len(own):02d} trường hợp được xét.")
    return dashes(found)


# --- minutes of the meeting ---


def review_meeting_content(
    votes: Sequence[VoteFacts], meeting: MeetingFacts, council: CouncilFacts
) -> Content:
    """Return the data of the minutes of a meeting that voted."""
    guests = [f"Khách mời: {guest};" for guest in meeting.guests]
    lines = [line for vote in votes for line in vote.lines]
    first = votes[0]
    there = [f"{member};" for member in first.there]
    held = [one for vote in votes for one in vote.held_back]
    values = {
        **meeting_values(meeting, council),
        "si_so": f"{first.present:02d}/{first.members:02d} thành viên",
        "vang_mat": "; ".join(first.absent) or "không có",
        "ty_le_hop": first.quorum,
        "so_can_co": f"{first.quorum_needed:02d}",
        "so_co_mat": f"{first.present:02d}",
        "so_thanh_vien": f"{first.members:02d}",
    }
    blocks = {
        "co_mat": dashes((*there, *guests)),
        "chuong_trinh": dashes(map(sentence, meeting.agenda), "…"),
        "y_kien": dashes(map(sentence, meeting.opinions), "Các thành viên không có ý kiến khác."),
        "truong_hop_khong_bo_phieu": dashes(
            map(sentence, dict.fromkeys(held)), "Không có thành viên nào phải tránh bỏ phiếu."
        ),
        "cach_bo_phieu": dashes(map(_way, votes)),
        "cach_tinh": _reckoning(lines),
        "bang_kiem_phieu": tuple(_result_tables(votes)),
        "ket_luan": (
            *_decided(_newest(votes)),
            *(conclusions(meeting.conclusions) if meeting.conclusions else ()),
        ),
    }
    return Content(values, blocks)


def _result_tables(votes: Sequence[VoteFacts]) -> Iterator[Block]:
    """Yield the results round by round."""
    for vote in votes:
        if len(votes) > 1:
            yield Paragraph(RichText(f"Kết quả lượt {vote.number}:"))
        yield Table(_RESULT, _by_award(vote.lines, _result_row), RowNumbering.PER_GROUP)


def _newest(votes: Sequence[VoteFacts]) -> tuple[ResultLine, ...]:
    """Return the last result of each nominee: whoever was voted on again has the later one."""
    found: dict[tuple[str, str, str], ResultLine] = {}
    for vote in votes:
        for line in vote.lines:
            found[line.name, line.detail, line.award] = line
    return tuple(found.values())


def _way(vote: VoteFacts) -> str:
    way = "bỏ phiếu kín" if vote.secret else "biểu quyết công khai"
    said = f"Lượt {vote.number}: {way}, {vote.voting} thành viên tham gia"
    if vote.secret:
        said += (
            f"; phát ra {vote.issued}, thu về {vote.returned}, hợp lệ {vote.valid},"
            f" không hợp lệ {vote.invalid} phiếu"
        )
    return sentence(f"{said}; đính chính kết quả trước: {vote.reason}" if vote.reason else said)


def _result_row(line: ResultLine) -> Row:
    counted = f"{line.yes}/{line.base}"
    cells = (line.name, line.detail, counted, line.percent, line.outcome)
    return Row(tuple(map(RichText, cells)))


def _decided(lines: Sequence[ResultLine]) -> tuple[Block, ...]:
    passed = sum(line.passed for line in lines)
    text = (
        f"Hội đồng thông qua {passed:02d}/{len(lines):02d} trường hợp được xét, theo kết quả nêu"
        " trong bảng trên."
    )
    return (Clause(Level.ARABIC, RichText(text)),)


# --- the notice ---


def public_notice_content(
    votes: Sequence[VoteFacts], meeting: MeetingFacts, council: CouncilFacts, days: int
) -> Content:
    """Return the data of the notice that makes the results known."""
    passed = [line for line in _newest(votes) if line.passed]
    values = {
        **meeting_values(meeting, council),
        "so_ngay_cong_khai": f"{days:02d}",
        "so_dat": f"{len(passed):02d}",
    }
    columns = (*_RESULT[:-1], Column("Được thông qua", ColumnRole.OTHER, width=3))
    listed: tuple[Block, ...] = (Paragraph(RichText("Không có trường hợp nào được thông qua.")),)
    if passed:
        listed = (Table(columns, _by_award(passed, _granted_row), RowNumbering.PER_GROUP),)
    return Content(values, {"bang_cong_khai": listed})


def _granted_row(line: ResultLine) -> Row:
    counted = f"{line.yes}/{line.base}"
    cells = (line.name, line.detail, counted, line.percent, line.granted)
    return Row(tuple(map(RichText, cells)))


# --- the ballot ---


def ballot_content(ballot: BallotFacts) -> Content:
    """Return the data of a ballot; nothing in it tells who filled it in."""
    values = {
        "ngay_hop": day_words(ballot.held_on),
        "noi_dung_hop": ballot.meeting,
        "luot": f"{ballot.number:02d}",
        "so_truong_hop": f"{len(ballot.lines):02d}",
    }
    awards = dict.fromkeys(line.award for line in ballot.lines)
    return Content(values, {"bang_bau": tuple(_ballot_table(ballot, one) for one in awards)})


def _ballot_table(ballot: BallotFacts, award: str) -> Table:
    """Return the part of one award; its name is in the head, which is repeated overleaf."""
    columns = (
        Column("TT", ColumnRole.NUMBER, award, width=1),
        Column("Họ và tên, tập thể", ColumnRole.OTHER, award, width=4.3),
        Column("Chức vụ, đơn vị", ColumnRole.OTHER, award, width=5.5),
        Column("Đồng ý", ColumnRole.COUNT, award, width=1.5),
        Column("Không đồng ý", ColumnRole.COUNT, award, width=1.7),
    )
    lines = (line for line in ballot.lines if line.award == award)
    rows = (Row(tuple(map(RichText, (line.name, line.detail, "", "")))) for line in lines)
    return Table(columns, (RowGroup(tuple(rows)),))
