"""The minutes of the meeting at which a council scored initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, sentence
from tdkt_desktop.compose.initiative_request import decimal, names_of
from tdkt_desktop.compose.meeting_papers import meeting_values
from tdkt_desktop.compose.minutes import minutes_content
from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Level,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.compose.initiative_facts import RoundFacts, ScoredFacts


def scoring_minutes_content(scoring: RoundFacts) -> Content:
    """Return the data of the minutes."""
    usual = minutes_content(scoring.meeting, scoring.council)
    passed = [one for one in scoring.scored if one.passed]
    values = {
        **meeting_values(scoring.meeting, scoring.council),
        "ten_dot_cham": scoring.name,
        "so_sang_kien": f"{len(scoring.scored):02d}",
        "so_dat": f"{len(passed):02d}",
        "thang_diem": decimal(scoring.full_marks),
        "diem_dat": decimal(scoring.pass_mark),
    }
    blocks = {
        "co_mat": usual.blocks["co_mat"],
        "y_kien": usual.blocks["y_kien"],
        "bo_tieu_chi": dashes(_criteria(scoring)),
        "khong_cham": dashes(_barred(scoring), "Không có trường hợp phải rút khỏi việc chấm."),
        "bang_ket_qua": (result_table(scoring.scored),),
        "ket_luan": tuple(_conclusions(scoring, passed)),
    }
    return Content(values, blocks)


def result_table(scored: tuple[ScoredFacts, ...]) -> Table:
    """Return what each initiative got: average, lowest and highest, outcome."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column("Tên sáng kiến", ColumnRole.CONTENT, width=5),
        Column("Tác giả", ColumnRole.OTHER, width=3),
        Column("Số người chấm", ColumnRole.DUE, width=1.5),
        Column("Điểm trung bình", ColumnRole.DUE, width=1.7),
        Column("Thấp nhất - cao nhất", ColumnRole.DUE, width=2),
        Column("Kết quả", ColumnRole.DUE, width=1.7),
    )
    rows = tuple(Row(tuple(map(RichText, _cells(one)))) for one in scored)
    return Table(columns, (RowGroup(rows),))


def _cells(one: ScoredFacts) -> tuple[str, ...]:
    known = one.lowest is not None and one.highest is not None
    return (
        one.initiative.title,
        names_of(one.initiative),
        f"{one.judges}",
        decimal(one.average),
        f"{decimal(one.lowest)} - {decimal(one.highest)}" if known else "",
        one.outcome,
    )


def _criteria(scoring: RoundFacts) -> Iterator[str]:
    last = len(scoring.criteria) - 1
    for place, one in enumerate(scoring.criteria):
        yield f"{one.name}: tối đa {decimal(one.most)} điểm{';' if place < last else '.'}"


def _barred(scoring: RoundFacts) -> Iterator[str]:
    for one in scoring.scored:
        for name in one.barred:
            yield sentence(f"{name} là tác giả nên không chấm sáng kiến “{one.initiative.title}”")


def _conclusions(scoring: RoundFacts, passed: list[ScoredFacts]) -> Iterator[Block]:
    """Yield what the council concludes; a person goes on from there."""
    if scoring.reason:
        words = f"Việc chấm lại được thực hiện vì lý do: {scoring.reason}"
        yield Clause(Level.ARABIC, RichText(sentence(words)))
    told = (
        f"Đề nghị công nhận {len(passed):02d} sáng kiến đạt từ {decimal(scoring.pass_mark)} điểm"
        if passed
        else "Không có sáng kiến nào đủ điều kiện đề nghị công nhận"
    )
    yield Clause(Level.ARABIC, RichText(sentence(told)))
    for one in scoring.scored:
        if one.conclusion:
            words = f"Sáng kiến “{one.initiative.title}”: {one.conclusion}"
            yield Clause(Level.DASH, RichText(sentence(words)))
    for text in scoring.meeting.conclusions:
        yield Clause(Level.ARABIC, RichText(sentence(text)))
