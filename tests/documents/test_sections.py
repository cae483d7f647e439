"""Flat blocks become a tree of sections, and nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given, settings
from made_up import bodies

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Paragraph, Table
from tdkt_desktop.documents.numbering import block_numbers
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.sections import Section, sections


def heading(level: Level) -> Heading:
    return Heading(level, RichText("Mục"))


def clause(level: Level) -> Clause:
    return Clause(level, RichText("Đoạn"))


def outline(forest: tuple[Section, ...]) -> list[object]:
    return [
        [section.number or section.level.name, *outline(section.children)] for section in forest
    ]


def test_deeper_blocks_stand_under_the_number_above_them() -> None:
    blocks = (
        heading(Level.ROMAN),
        heading(Level.ARABIC),
        clause(Level.DASH),
        clause(Level.PLUS),
        clause(Level.DASH),
        heading(Level.ARABIC),
        heading(Level.ROMAN),
    )
    assert outline(sections(blocks)) == [
        ["I", ["1", ["-", ["+"]], ["-"]], ["2"]],
        ["II"],
    ]


def test_a_paragraph_and_a_table_belong_to_a_number_not_to_a_dash() -> None:
    blocks = (
        heading(Level.ROMAN),
        clause(Level.ARABIC),
        clause(Level.DASH),
        Paragraph(RichText("Lưu ý")),
        Table((), ()),
    )
    assert outline(sections(blocks)) == [["I", ["1", ["-"], ["TEXT"], ["TABLE"]]]]


def test_what_stands_before_the_first_number_is_kept_on_top() -> None:
    blocks = (Paragraph(RichText("Mở")), Table((), ()), clause(Level.DASH), heading(Level.ROMAN))
    assert outline(sections(blocks)) == [["TEXT"], ["TABLE"], ["-"], ["I"]]


def test_parts_hold_sections() -> None:
    blocks = (heading(Level.PART), heading(Level.ROMAN), heading(Level.PART), heading(Level.ROMAN))
    assert outline(sections(blocks)) == [["I", ["I"]], ["II", ["II"]]]


@settings(max_examples=50)
@given(bodies())
def test_walking_the_sections_gives_the_blocks_in_order(blocks: tuple[Block, ...]) -> None:
    met = [section for top in sections(blocks) for section in top.walk()]
    assert tuple(section.block for section in met) == blocks
    assert [section.index for section in met] == list(range(len(blocks)))
    assert tuple(section.number for section in met) == block_numbers(blocks)
