"""Numbers follow from the tree alone, in the order of the Vietnamese alphabet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import bodies, tables

from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.numbering import (
    annex_label,
    block_labels,
    block_numbers,
    group_numbers,
    point_letter,
    roman,
    row_numbers,
)
from tdkt_desktop.documents.richtext import RichText

TEXT = RichText("Chữ")


def blocks(*levels: Level) -> list[Block]:
    return [Paragraph(TEXT) if level is Level.TEXT else Heading(level, TEXT) for level in levels]


def test_points_go_by_the_vietnamese_alphabet() -> None:
    letters = "".join(point_letter(number) for number in range(1, 24))
    assert letters == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(number) for number in (24, 25, 46, 47)] == ["aa", "ab", "ay", "ba"]


@pytest.mark.parametrize(
    ("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (40, "XL"), (1999, "MCMXCIX")]
)
def test_roman_numerals(number: int, written: str) -> None:
    assert roman(number) == written


def test_there_is_nothing_before_the_first() -> None:
    for make in (roman, point_letter):
        with pytest.raises(ValueError, match="0"):
            make(0)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_no_two_numbers_are_written_alike(one: int, other: int) -> None:
    assert (roman(one) == roman(other)) == (one == other)
    assert (point_letter(one) == point_letter(other)) == (one == other)


def test_decimals_carry_the_number_above_them_and_start_anew_under_each() -> None:
    numbers = block_numbers(
        blocks(
            Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.DECIMAL, Level.ARABIC, Level.DECIMAL,
            Level.ROMAN, Level.ARABIC, Level.DECIMAL,
        )
    )  # fmt: skip
    assert numbers == ("I", "1", "1.1", "1.2", "2", "2.1", "II", "1", "1.1")


def test_points_start_anew_under_each_number() -> None:
    points = [Level.LETTER] * 6
    levels = (Level.ARABIC, *points, Level.DECIMAL, Level.LETTER, Level.ARABIC, Level.LETTER)
    numbers = block_numbers(blocks(*levels))
    assert numbers == ("1", "a", "b", "c", "d", "đ", "e", "1.1", "a", "2", "a")


def test_numbers_right_under_a_part_start_anew_in_the_next() -> None:
    numbers = block_numbers(blocks(Level.PART, Level.ARABIC, Level.PART, Level.ARABIC))
    assert numbers == ("I", "1", "II", "1")


def test_sections_count_on_through_the_parts() -> None:
    numbers = block_numbers(
        blocks(Level.PART, Level.ROMAN, Level.ROMAN, Level.PART, Level.ROMAN, Level.ARABIC)
    )
    assert numbers == ("I", "I", "II", "II", "III", "1")


def test_headings_and_clauses_of_a_level_share_its_count() -> None:
    mixed = [Heading(Level.ARABIC, TEXT), Clause(Level.ARABIC, TEXT), Heading(Level.ARABIC, TEXT)]
    assert block_numbers(mixed) == ("1", "2", "3")


def test_text_and_dashes_interrupt_no_count() -> None:
    between = [Paragraph(TEXT), Clause(Level.DASH, TEXT), Clause(Level.PLUS, TEXT), Table((), ())]
    numbered = Clause(Level.LETTER, TEXT)
    assert block_numbers([numbered, *between, numbered]) == ("a", "", "-", "+", "", "b")


def test_labels_are_numbers_as_they_are_printed() -> None:
    levels = (Level.PART, Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.LETTER, Level.TEXT)
    assert block_labels(blocks(*levels)) == ("Phần I.", "I.", "1.", "1.1.", "a)", "")
    dashes = [Clause(Level.DASH, TEXT), Clause(Level.PLUS, TEXT)]
    assert block_labels(dashes) == ("-", "+")


def table(numbering: RowNumbering) -> Table:
    def row(marker: RowMarker) -> Row:
        return Row((TEXT,), marker)

    first = (row(RowMarker.NUMBER), row(RowMarker.DASH), row(RowMarker.NUMBER))
    second = (row(RowMarker.NONE), row(RowMarker.NUMBER))
    return Table(
        (Column("TT", ColumnRole.NUMBER), Column("Việc")),
        (
            RowGroup(first, TEXT),
            RowGroup(second, TEXT, numbered=False),
            RowGroup((row(RowMarker.NUMBER),), TEXT),
            RowGroup((row(RowMarker.NUMBER),)),
        ),
        numbering,
    )


def test_rows_count_anew_in_each_group_or_on_through_the_table() -> None:
    anew, on = table(RowNumbering.PER_GROUP), table(RowNumbering.CONTINUOUS)
    assert row_numbers(anew) == (("1", "-", "2"), ("", "1"), ("1",), ("1",))
    assert row_numbers(on) == (("1", "-", "2"), ("", "3"), ("4",), ("5",))


def test_only_groups_with_a_title_that_carries_a_number_are_counted() -> None:
    assert group_numbers(table(RowNumbering.PER_GROUP)) == ("I", "", "II", "")


def test_the_only_annex_has_no_number() -> None:
    assert annex_label(0, 1) == "Phụ lục"
    assert [annex_label(index, 2) for index in range(2)] == ["Phụ lục I", "Phụ lục II"]


@settings(max_examples=30)
@given(bodies())
def test_every_numbered_block_has_a_number_and_no_other_has(body: tuple[Block, ...]) -> None:
    for block, number, label in zip(body, block_numbers(body), block_labels(body), strict=True):
        assert bool(number) is isinstance(block, Heading | Clause)
        assert label.startswith("Phần") or label.rstrip(".)") == number


@settings(max_examples=30)
@given(tables())
def test_numbered_rows_count_up_by_one(made: Table) -> None:
    numbers = [[int(n) for n in group if n.isdigit()] for group in row_numbers(made)]
    if made.numbering is RowNumbering.CONTINUOUS:
        numbers = [[number for group in numbers for number in group]]
    for counted in numbers:
        assert counted == list(range(1, len(counted) + 1))
