"""The blocks that the body of a document and its annexes are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TypeAlias

from tdkt_desktop.documents.richtext import RichText


class Level(IntEnum):
    """The depth of a numbered paragraph, and with it the look of its number (L47-L53)."""

    PART = 0
    """`Phần I`, or `A.`: only in long documents."""
    ROMAN = 1
    """`I.`"""
    ARABIC = 2
    """`1.`"""
    DECIMAL = 3
    """`1.1.`"""
    LETTER = 4
    """`a)`, in the order of the Vietnamese alphabet (L52)."""
    DASH = 5
    """`-`"""
    PLUS = 6
    """`+`"""
    TEXT = 7
    """A paragraph without a number."""
    ARTICLE = 8
    """`Điều 1.`, of a decision (L50): it stands above `1.`, whatever its value says."""
    TABLE = 9
    """A table standing in the body."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered title that opens a part of the text; `level` is PART to LETTER."""

    level: Level
    title: RichText


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or dashed paragraph of running text; `level` is ARABIC to PLUS, or ARTICLE."""

    level: Level
    text: RichText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without a number."""

    text: RichText


class ColumnRole(StrEnum):
    """What the cells of a column say; the stored values are stable."""

    NUMBER = "number"
    CONTENT = "content"
    LEAD = "lead"
    EXECUTOR = "executor"
    COORDINATOR = "coordinator"
    DUE = "due"
    NOTE = "note"
    COUNT = "count"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `over` is the heading of a merged cell above this and the neighbouring columns that name the
    same one. `width` is a share of the table's width, relative to the other columns; 0 leaves it
    to the role.
    """

    title: str
    role: ColumnRole = ColumnRole.OTHER
    over: str = ""
    width: float = 0.0


class RowMarker(StrEnum):
    """What stands in the number column of a row; numbers themselves are never stored."""

    NUMBER = "number"
    DASH = "dash"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell for each column except the number column.

    `uid` follows a task through revisions of its plan; it says nothing about what is printed and
    takes no part in comparison.
    """

    cells: tuple[RichText, ...]
    marker: RowMarker = RowMarker.NUMBER
    uid: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a common title ("Quý I"); an empty title means no title row.

    `numbered` says whether the title row carries a Roman number.
    """

    rows: tuple[Row, ...]
    title: RichText = field(default_factory=RichText)
    numbered: bool = True


class RowNumbering(StrEnum):
    """Whether row numbers start anew in each group."""

    PER_GROUP = "per-group"
    CONTINUOUS = "continuous"


class PictureKind(StrEnum):
    """How the numbers of a table are drawn; the stored values are stable."""

    BARS = "bars"
    """Lying bars: for names that are long."""
    COLUMNS = "columns"
    """Standing columns: for years, months and other things in a row."""
    LINES = "lines"
    """Lines over time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture below a table, drawn from what its cells say, so that both always agree.

    `series` are the cell columns that are drawn, counted from 0; the first cell of a row is its
    name.
    """

    kind: PictureKind
    series: tuple[int, ...] = (1,)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that repeats on each page and rows in groups."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    numbering: RowNumbering = RowNumbering.PER_GROUP
    picture: Picture | None = None

    @property
    def number_column(self) -> int | None:
        """The place of the column that carries row numbers, if there is one."""
        roles = [column.role for column in self.columns]
        return roles.index(ColumnRole.NUMBER) if ColumnRole.NUMBER in roles else None

    @property
    def cell_columns(self) -> tuple[Column, ...]:
        """The columns that the cells of a row belong to, in order."""
        return tuple(c for c in self.columns if c.role is not ColumnRole.NUMBER)

    def __post_init__(self) -> None:
        """Refuse rows whose cells do not fit the columns, and a second number column."""
        roles = [column.role for column in self.columns]
        if roles.count(ColumnRole.NUMBER) > 1:
            raise ValueError("a table has at most one number column")
        width = len(self.cell_columns)
        for group in self.groups:
            for row in group.rows:
                if len(row.cells) != width:
                    raise ValueError(f"a row has {len(row.cells)} cells for {width} columns")


Block: TypeAlias = Heading | Clause | Paragraph | Table
