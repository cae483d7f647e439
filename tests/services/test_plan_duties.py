"""The duties of the council inside plans: where they belong, and when they are out of date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.compose.duty_table import duty_table
from tdkt_desktop.compose.facts import CouncilFacts, MemberFacts
from tdkt_desktop.compose.plan_duties import (
    disagrees,
    duty_annex,
    duty_blocks,
    duty_range,
    with_duty_annex,
)
from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph
from tdkt_desktop.documents.document import Annex
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import InputError
from tests.support.council_year import add_year
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.context import AppContext

COUNCIL = CouncilFacts(
    "Hội đồng",
    (
        MemberFacts("Lê Thị Minh Nguyệt", "Hiệu trưởng", "Chủ tịch", ("Điều hành chung",)),
        MemberFacts("Phạm Thu Hà", "Giáo viên", "Thư ký", ("Ghi biên bản", "Giữ sổ")),
        MemberFacts("Đỗ Văn Lâm", "Tổ trưởng", "Uỷ viên"),
    ),
)


def head(text: str, level: Level = Level.ARABIC) -> Heading:
    return Heading(level, RichText(text))


def dash(text: str) -> Clause:
    return Clause(Level.DASH, RichText(text))


SECTION = head("TỔ CHỨC THỰC HIỆN", Level.ROMAN)
BODY: tuple[Block, ...] = (
    head("MỤC ĐÍCH", Level.ROMAN),
    dash("Nâng cao chất lượng."),
    SECTION,
    head("Chủ tịch Hội đồng (Hiệu trưởng)"),
    dash("Việc cũ của Chủ tịch."),
    head("Thư ký Hội đồng"),
    dash("Việc cũ của Thư ký."),
    head("Chủ tịch Công đoàn"),
    dash("Phối hợp."),
    head("Các tổ chuyên môn"),
    dash("Thực hiện."),
)


def filled(body: Sequence[Block]) -> tuple[Block, ...]:
    """Return a body with the council's duties in their place."""
    place = duty_range(body)
    return (*body[: place.start], *duty_blocks(body, COUNCIL), *body[place.stop :])


def words(body: Sequence[Block]) -> list[str]:
    return [block.title.plain if isinstance(block, Heading) else block.text.plain for block in body]  # type: ignore[union-attr]


def test_the_parts_of_the_council_are_replaced_and_those_of_others_stay() -> None:
    assert words(filled(BODY)) == [
        "MỤC ĐÍCH",
        "Nâng cao chất lượng.",
        "TỔ CHỨC THỰC HIỆN",
        "Chủ tịch: Lê Thị Minh Nguyệt",
        "Điều hành chung.",
        "Thư ký: Phạm Thu Hà",
        "Ghi biên bản.",
        "Giữ sổ.",
        "Chủ tịch Công đoàn",
        "Phối hợp.",
        "Các tổ chuyên môn",
        "Thực hiện.",
    ]


def test_filling_twice_changes_nothing_more() -> None:
    once = filled(BODY)
    assert filled(once) == once


def test_a_part_without_members_gets_them_first() -> None:
    body = (SECTION, head("Các tổ chuyên môn"), dash("Thực hiện."))
    assert words(filled(body))[:2] == ["TỔ CHỨC THỰC HIỆN", "Chủ tịch: Lê Thị Minh Nguyệt"]
    assert words(filled(body))[-2:] == ["Các tổ chuyên môn", "Thực hiện."]


def test_a_plan_without_that_part_gets_it_at_the_end() -> None:
    body = (head("MỤC ĐÍCH", Level.ROMAN), Paragraph(RichText("Một đoạn.")))
    assert words(filled(body))[2:4] == ["TỔ CHỨC THỰC HIỆN", "Chủ tịch: Lê Thị Minh Nguyệt"]


def test_only_a_plan_that_names_members_can_be_out_of_date() -> None:
    general = replace(sample_plan(), body=BODY, annexes=())
    assert not disagrees(general, COUNCIL)
    named = replace(general, body=filled(BODY))
    assert not disagrees(named, COUNCIL)
    changed = replace(COUNCIL, members=COUNCIL.members[:1])
    assert disagrees(named, changed)


def test_a_table_of_duties_in_an_annex_counts_too() -> None:
    annex = Annex(RichText("BẢNG PHÂN CÔNG"), (duty_table(COUNCIL),))
    plan = replace(sample_plan(), body=BODY, annexes=(annex,))
    assert not disagrees(plan, COUNCIL)
    first = replace(COUNCIL.members[0], duties=("Việc khác",))
    assert disagrees(plan, replace(COUNCIL, members=(first, *COUNCIL.members[1:])))


def test_the_annex_of_duties_is_brought_up_to_date_or_added() -> None:
    annex = Annex(RichText("BẢNG PHÂN CÔNG"), (dash("Lời dẫn."), duty_table(COUNCIL)))
    plan = replace(sample_plan(), body=BODY, annexes=(sample_plan().annexes[0], annex))
    assert duty_annex(plan) == 1
    newer = duty_table(replace(COUNCIL, members=COUNCIL.members[:1]))
    filled = with_duty_annex(plan, newer)
    assert filled.annexes[1].blocks == (dash("Lời dẫn."), newer)
    assert filled.annexes[0] == plan.annexes[0]
    bare = replace(plan, annexes=plan.annexes[:1])
    added = with_duty_annex(bare, newer)
    assert added.annexes[1].blocks == (newer,)
    assert added.annexes[1].title.plain == "BẢNG PHÂN CÔNG NHIỆM VỤ THÀNH VIÊN HỘI ĐỒNG"


def test_a_stored_plan_is_filled_and_later_found_out_of_date(context: AppContext) -> None:
    ids = add_year(context)
    document = context.plans.plan(ids["plan"]).document
    filling = context.plan_duties.filling(document, 2026)
    context.plans.save_document(ids["plan"], filling.filled(document, with_annex=True))
    assert context.plan_duties.left_behind(2026) == ()
    seat = context.councils.council(ids["council"]).seats[0]
    assert seat.id is not None
    context.councils.set_duties(seat.id, seat.duties[:1])
    assert [plan.id for plan in context.plan_duties.left_behind(2026)] == [ids["plan"]]
    assert context.plan_duties.left_behind(2031) == ()


def test_a_year_without_a_council_or_without_duties_says_so(context: AppContext) -> None:
    with pytest.raises(InputError, match="2031"):
        context.plan_duties.filling(sample_plan(), 2031)
    ids = add_year(context)
    for seat in context.councils.council(ids["council"]).seats:
        assert seat.id is not None
        context.councils.set_duties(seat.id, [])
    with pytest.raises(InputError, match="chưa phân công"):
        context.plan_duties.filling(sample_plan(), 2026)
