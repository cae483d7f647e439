"""Tables in the plan text format: a head, titles of groups, rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.markup_text import (
    BLANKS,
    MarkupFault,
    read_plain,
    read_rich,
    split,
    write_plain,
    write_rich,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CONTINUOUS_LINE: Final = "|! đánh số liên tục"

_MARKERS: Final = {RowMarker.NUMBER: "#", RowMarker.DASH: "-", RowMarker.NONE: ""}
_MARKERS_READ: Final = {written: marker for marker, written in _MARKERS.items()}
_TYPED_NUMBER = re.compile(r"\d+\.?")
_ROLE = re.compile(r"(?:^|(?<=[ \t]))@(?P<role>[a-z]+)(?::(?P<width>[\d.e+-]+))?$")
_RULE_CELL = re.compile(r":?-{3,}:?")
_TITLE_SIGNS: Final = "|@>"
_SIGNS: Final = ("=", "~", "!")


def is_head(line: str) -> bool:
    """Tell whether a line of a table names its columns."""
    return line[1:2] not in _SIGNS and any(_ROLE.search(cell) for cell in _cells(line))


def write_table(table: Table) -> Iterator[str]:
    """Write a table line by line."""
    yield _row_line(_written_column(column) for column in table.columns)
    if table.numbering is RowNumbering.CONTINUOUS:
        yield CONTINUOUS_LINE
    for index, group in enumerate(table.groups):
        plain = not group.title.plain and group.numbered
        if index or not plain or not group.rows:
            title = "" if plain else write_rich(group.title, "|")
            yield f"|{'=' if group.numbered else '~'} {title}".rstrip(BLANKS)
        for row in group.rows:
            yield _row_line(_written_cells(table, row))


def read_table(lines: Sequence[tuple[int, str]]) -> Table:
    """Read the numbered lines of one table; raises MarkupFault."""
    number, head = lines[0]
    if not is_head(head):
        reason = _("bảng phải mở đầu bằng dòng tên cột, ví dụ: | TT @number | Nội dung @content |")
        raise MarkupFault(number, reason)
    columns = tuple(_column(number, cell) for cell in _cells(head))
    reader = _RowReader(columns)
    for line in lines[1:]:
        reader.read(*line)
    try:
        return Table(columns, reader.groups(), reader.numbering)
    except ValueError as error:
        raise MarkupFault(number, _("bảng chỉ được có một cột số thứ tự (@number)")) from error


class _RowReader:
    """Collects rows into groups."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        roles = [column.role for column in columns]
        self._width = len(columns)
        self._marker = roles.index(ColumnRole.NUMBER) if ColumnRole.NUMBER in roles else None
        self._heads: list[tuple[RichText, bool]] = []
        self._rows: list[list[Row]] = []
        self.numbering = RowNumbering.PER_GROUP

    def groups(self) -> tuple[RowGroup, ...]:
        return tuple(
            RowGroup(tuple(rows), title, numbered)
            for (title, numbered), rows in zip(self._heads, self._rows, strict=True)
        )

    def read(self, number: int, line: str) -> None:
        """Take in the next line of the table."""
        sign = line[1:2]
        if sign in ("=", "~"):
            title = "".join(_cells(f"|{line[2:]}")[:1])
            self._open(read_rich(title), numbered=sign == "=")
        elif sign == "!":
            self._set_option(number, line[2:])
        elif not all(_RULE_CELL.fullmatch(cell) for cell in _cells(line)):
            if not self._heads:
                self._open(RichText(), numbered=True)
            self._rows[-1].append(self._row(number, _cells(line)))

    def _open(self, title: RichText, *, numbered: bool) -> None:
        self._heads.append((title, numbered))
        self._rows.append([])

    def _set_option(self, number: int, words: str) -> None:
        if fold(words.strip()) != fold(CONTINUOUS_LINE[2:].strip()):
            raise MarkupFault(number, _("sau |! chỉ có thể là: đánh số liên tục"))
        self.numbering = RowNumbering.CONTINUOUS

    def _row(self, number: int, cells: list[str]) -> Row:
        if len(cells) != self._width:
            reason = _("hàng có {found} ô nhưng bảng có {needed} cột")
            raise MarkupFault(number, reason.format(found=len(cells), needed=self._width))
        marker = RowMarker.NUMBER
        if self._marker is not None:
            marker = _read_marker(number, cells.pop(self._marker))
        return Row(tuple(map(read_rich, cells)), marker)


def _read_marker(number: int, written: str) -> RowMarker:
    if _TYPED_NUMBER.fullmatch(written):
        return RowMarker.NUMBER
    if written not in _MARKERS_READ:
        reason = _("cột số thứ tự chỉ ghi #, dấu - hoặc để trống, không ghi “{written}”")
        raise MarkupFault(number, reason.format(written=written))
    return _MARKERS_READ[written]


def _cells(line: str) -> list[str]:
    """Return the cells of a line; the bar at its end may be missing."""
    pieces = split(line, "|")[1:]
    return pieces[:-1] if len(pieces) > 1 and not pieces[-1] else pieces


def _column(number: int, cell: str) -> Column:
    found = _ROLE.search(cell)
    role, width = ColumnRole.OTHER, 0.0
    if found:
        role, width = _read_role(number, found["role"]), _read_width(number, found["width"])
    titles = split(cell[: found.start()] if found else cell, ">")
    if len(titles) > 2:
        raise MarkupFault(number, _("tên cột chỉ có hai tầng: Trên > Dưới"))
    *over, title = (read_plain(part) for part in titles)
    return Column(title, role, "".join(over), width)


def _read_role(number: int, word: str) -> ColumnRole:
    try:
        return ColumnRole(word)
    except ValueError as error:
        known = ", ".join(f"@{role}" for role in ColumnRole)
        reason = _("không có loại cột @{role}; chỉ có {known}")
        raise MarkupFault(number, reason.format(role=word, known=known)) from error


def _read_width(number: int, word: str | None) -> float:
    try:
        return float(word or 0)
    except ValueError as error:
        reason = _("độ rộng cột phải là một số, không phải “{word}”")
        raise MarkupFault(number, reason.format(word=word)) from error


def _written_column(column: Column) -> str:
    over = f"{write_plain(column.over, _TITLE_SIGNS)} > " if column.over else ""
    title = write_plain(column.title, _TITLE_SIGNS) if column.title or over else ""
    width = f":{str(column.width).removesuffix('.0')}" if column.width else ""
    return f"{over}{title} @{column.role}{width}".strip(BLANKS)


def _written_cells(table: Table, row: Row) -> list[str]:
    cells = [_written_cell(cell) for cell in row.cells]
    if table.number_column is not None:
        cells.insert(table.number_column, _MARKERS[row.marker])
    elif cells and all(_RULE_CELL.fullmatch(cell) for cell in cells):
        cells[0] = f"\\{cells[0]}"
    return cells


def _written_cell(cell: RichText) -> str:
    """Write a cell so that it is not taken for the name of a column."""
    written = write_rich(cell, "|") if cell.plain else ""
    role = _ROLE.search(written)
    return f"{written[: role.start()]}\\{role[0]}" if role else written


def _row_line(cells: Sequence[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
