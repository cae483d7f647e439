"""The picture below a table says what the table says, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Picture,
    PictureKind,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.charts import nice_step, picture_of, shown
from tdkt_desktop.documents.drawing import Bar, Drawing, Label, Stroke
from tdkt_desktop.documents.figures import read_number
from tdkt_desktop.documents.richtext import RichText

WIDTH = 165.0


def measure(text: str, size: float, _bold: bool) -> float:
    """Letters of one width are enough to lay a chart out."""
    return len(text) * size * 0.18


def table_of(kind: PictureKind, rows: list[tuple[str, ...]], heads: tuple[str, ...]) -> Table:
    columns = (Column("Nội dung", ColumnRole.CONTENT), *map(Column, heads))
    made = tuple(Row(tuple(map(RichText, row))) for row in rows)
    series = tuple(range(1, len(heads) + 1))
    return Table(columns, (RowGroup(made),), picture=Picture(kind, series, "Kết quả"))


def drawn(table: Table) -> Drawing:
    drawing = picture_of(table, WIDTH, measure)
    assert drawing is not None
    return drawing


def labels(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def bars(drawing: Drawing) -> list[Bar]:
    return [shape for shape in drawing.shapes if isinstance(shape, Bar)]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.234", 1234), ("66,7%", 66.7), ("12 việc", 12), ("-", None), ("", None), ("-3,5", -3.5)],
)
def test_numbers_are_read_as_vietnamese_writes_them(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_numbers_are_shown_as_vietnamese_writes_them() -> None:
    assert [shown(1234), shown(66.66), shown(0)] == ["1.234", "66,7", "0"]


def test_bars_are_as_long_as_their_values_are_large() -> None:
    rows = [("Đã xong", "24"), ("Quá hạn", "6"), ("Bỏ", "0")]
    drawing = drawn(table_of(PictureKind.BARS, rows, ("Số việc",)))
    lengths = [bar.width for bar in bars(drawing)]
    assert lengths[0] == pytest.approx(4 * lengths[1])
    assert lengths[2] == 0
    assert {"Đã xong", "24", "Quá hạn", "6", "0", "Kết quả"} <= set(labels(drawing))


def test_columns_of_two_series_stand_side_by_side_with_a_legend() -> None:
    rows = [("2023", "10", "5"), ("2024", "20", "8")]
    drawing = drawn(table_of(PictureKind.COLUMNS, rows, ("Tiên tiến", "Chiến sĩ thi đua")))
    columns = [bar for bar in bars(drawing) if bar.height > 3]
    assert columns[1].height == pytest.approx(2 * columns[0].height)
    assert {"Tiên tiến", "Chiến sĩ thi đua"} <= set(labels(drawing))


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    rows = [("1", "4"), ("2", "5"), ("3", "-"), ("4", "6"), ("5", "9")]
    rows = [(*row, "1") for row in rows]
    drawing = drawn(table_of(PictureKind.LINES, rows, ("Số việc", "Đã xong")))
    thick = [s for s in drawing.shapes if isinstance(s, Stroke) and s.thickness > 1]
    assert [len(stroke.points) for stroke in thick] == [2, 2, 5]


def test_who_cannot_see_the_picture_is_told_its_numbers() -> None:
    drawing = drawn(table_of(PictureKind.BARS, [("Đã xong", "24")], ("Số việc",)))
    assert drawing.words == "Kết quả. Số việc: Đã xong: 24"


def test_a_table_without_numbers_has_no_picture() -> None:
    assert picture_of(table_of(PictureKind.BARS, [("A", "-")], ("Số",)), WIDTH, measure) is None
    assert picture_of(table_of(PictureKind.BARS, [], ("Số",)), WIDTH, measure) is None


@given(
    st.sampled_from(PictureKind),
    st.lists(st.tuples(st.text(min_size=1, max_size=60), st.integers(0, 10**6)), max_size=40),
)
def test_nothing_is_drawn_outside_of_the_sheet(
    kind: PictureKind, pairs: list[tuple[str, int]]
) -> None:
    rows = [(name, str(value)) for name, value in pairs]
    drawing = picture_of(table_of(kind, rows, ("Số việc",)), WIDTH, measure)
    for shape in drawing.shapes if drawing else ():
        if isinstance(shape, Bar):
            assert 0 <= shape.left <= shape.left + shape.width <= WIDTH + 1e-6
            assert 0 <= shape.top <= shape.top + shape.height <= drawing.height + 1e-6
        elif isinstance(shape, Label):
            assert 0 <= shape.base <= drawing.height


@given(st.floats(0.1, 1e7))
def test_ticks_are_few_and_reach_the_largest_value(largest: float) -> None:
    step = nice_step(largest)
    assert 1 <= largest / step <= 10 or largest < 5
