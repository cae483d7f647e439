"""Blocks: a table that does not fit together cannot be made."""

from __future__ import annotations

import pytest

from tdkt_desktop.documents.blocks import (
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Paragraph,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import Role, role_of

NUMBER = Column("TT", ColumnRole.NUMBER)
TASK, DUE = Column("Việc", ColumnRole.CONTENT), Column("Hạn", ColumnRole.DUE)


def row(*cells: str) -> RowGroup:
    return RowGroup((Row(tuple(map(RichText, cells))),))


def test_rows_have_a_cell_for_each_column_but_the_number() -> None:
    table = Table((TASK, NUMBER, DUE), (row("Họp", "Tháng 9"),))
    assert table.number_column == 1
    assert table.cell_columns == (TASK, DUE)
    assert Table((TASK,), (row("Họp"),)).number_column is None


@pytest.mark.parametrize("cells", [(), ("Họp",), ("1", "Họp", "Tháng 9")])
def test_a_row_that_does_not_fit_its_columns_is_refused(cells: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="cells for 2 columns"):
        Table((NUMBER, TASK, DUE), (row(*cells),))


def test_a_second_number_column_is_refused() -> None:
    with pytest.raises(ValueError, match="at most one"):
        Table((NUMBER, NUMBER), ())


def test_rows_are_compared_by_what_is_printed() -> None:
    assert Row((RichText("a"),), uid="x") == Row((RichText("a"),), uid="y")
    assert Row((RichText("a"),)) != Row((RichText("b"),))


def test_every_block_of_text_has_a_role_and_a_table_has_none() -> None:
    text = RichText("Chữ")
    assert role_of(Heading(Level.DECIMAL, text)) is Role.HEADING_DECIMAL
    assert role_of(Clause(Level.PLUS, text)) is Role.CLAUSE_PLUS
    assert role_of(Paragraph(text)) is Role.PARAGRAPH
    with pytest.raises(ValueError, match="single part"):
        role_of(Table((), ()))
