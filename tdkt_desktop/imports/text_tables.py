"""Finds the tables in plain text: cells told by tabs, by lines that begin with a tab, or by bars.

Word writes a copied table as text in two ways: one line for each row with tabs between the cells,
or one line for each cell with a tab before it and an empty line after each row. In both, a cell of
several paragraphs brings line ends of its own, and merged cells leave cells out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.source import SourceCell
from tdkt_desktop.imports.text_grids import drawn_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER_CELL: Final = re.compile(r"\s*(\d{1,3}[.)]?|[IVXLC]{1,6}[.)]?|[-–+*•]|[a-zđ][.)])\s*$")
_NUMBER_HEAD: Final = re.compile(r"\s*(s?tt|số\s*tt|số thứ tự|th[ứử] tự)\b", re.IGNORECASE)
_GROUP: Final = re.compile(r"\s*(quý|tháng|học k[ỳì]|kỳ|đợt|phần|[IVXLC]+[.)])\s*", re.IGNORECASE)
_LAYOUT_WORDS: Final = re.compile(
    r"cộng ho[àa]|độc lập|nơi nhận|\bngày\b.*\btháng\b.*\bnăm\b|\btm\.|\bkt\.|^\s*số\s*:",
    re.IGNORECASE,
)
_LABEL_THEN_TAB: Final = re.compile(r"\s*(\S{1,6}[.)]|[-–+*•])\t")
_LONGEST_TITLE: Final = 120
_LOOK_AHEAD: Final = 6
_MAX_COLUMNS: Final = 40
_LONGEST_TABLE: Final = 2_000


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table that stands in the lines `start` to before `end`."""

    start: int
    end: int
    rows: tuple[tuple[SourceCell, ...], ...]


@dataclass(slots=True)
class _Grid:
    """Rows of cells in the making; each cell is a list of lines."""

    columns: int
    rows: list[list[list[str]]] = field(default_factory=list)

    @property
    def open_cells(self) -> int:
        """How many cells the row in the making has."""
        return len(self.rows[-1]) if self.rows else self.columns

    @property
    def complete(self) -> bool:
        return self.open_cells >= self.columns

    def start_row(self, *cells: str) -> None:
        self.rows.append([[cell] for cell in cells])

    def add_cell(self, cell: str) -> None:
        self.rows[-1].append([cell])

    def extend_cell(self, line: str) -> None:
        self.rows[-1][-1].append(line)

    def finished(self) -> tuple[tuple[SourceCell, ...], ...]:
        return tuple(_row(cells, self.columns) for cells in self.rows)


def find_tables(lines: Sequence[str]) -> list[TextTable]:
    """Return the tables in `lines`, in order."""
    tables: list[TextTable] = []
    index = 0
    while index < len(lines):
        table = (
            _tabbed_cells(lines, index)
            or _tabbed_rows(lines, index)
            or bars(lines, index)
            or _drawn(lines, index)
        )
        if table:
            tables.append(table)
        index = table.end if table else index + 1
    return tables


def _drawn(lines: Sequence[str], start: int) -> TextTable | None:
    found = drawn_table(lines, start)
    if not found:
        return None
    rows, end = found
    made = (_row([[cell] for cell in _shortened(row)], len(row)) for row in rows)
    return TextTable(start, end, tuple(made))


def _shortened(row: list[str]) -> list[str]:
    """Leave the empty cells beside the title of a group to that title."""
    titled = row[0] and not any(row[1:]) and not _NUMBER_CELL.match(row[0])
    return row[:1] if titled else row


def _row(cells: list[list[str]], columns: int) -> tuple[SourceCell, ...]:
    """Make a row of the full width: the last cell of a short one was merged over the rest."""
    texts = [_cell_text(cell) for cell in cells[:columns]]
    missing = columns - len(texts)
    row = [SourceCell(text) for text in texts]
    if missing:
        row[-1] = SourceCell(texts[-1], columns=missing + 1)
        row += [SourceCell(RichText(), covered=True)] * missing
    return tuple(row)


def _cell_text(lines: list[str]) -> RichText:
    return RichText("\n".join(stripped for line in lines if (stripped := line.strip())))


# One line for each cell -----------------------------------------------------------------------


def _is_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line.rstrip()[1:]


def _tabbed_cells(lines: Sequence[str], start: int) -> TextTable | None:
    """Read a table whose cells are lines led by a tab and whose rows end with an empty line."""
    columns = _head_width(lines, start)
    if not columns:
        return None
    grid, index = _Grid(columns), start
    after_blank = False
    while index < len(lines):
        line = lines[index]
        if not line.strip(" ") or (not line.strip() and grid.complete and after_blank):
            after_blank = True
        elif _is_cell(line):
            if _ends_before_cell(lines, index, grid, after_blank=after_blank):
                break
            _take_cell(grid, line[1:], after_blank=after_blank)
            after_blank = False
        elif _ends_before_text(lines, index, grid, after_blank=after_blank):
            break
        else:
            grid.extend_cell(line)
            after_blank = False
        index += 1
    return TextTable(start, index, grid.finished()) if len(grid.rows) > 1 else None


def _head_width(lines: Sequence[str], start: int) -> int:
    """Return how many cells the first row has, 0 where `start` opens no such table."""
    cells, index = 0, start
    while index < len(lines) and lines[index].strip():
        if index - start > 2 * _MAX_COLUMNS:
            return 0
        cells += _is_cell(lines[index])
        if not cells or len(lines[index]) > _LONGEST_TITLE:
            return 0
        index += 1
    numbered = bool(_NUMBER_HEAD.match(lines[start]))
    following = next((line for line in lines[index:] if line.strip()), "")
    wide_enough = cells >= 3 or (cells == 2 and numbered)
    return cells if wide_enough and _is_cell(following) and _is_cell(lines[start]) else 0


def _take_cell(grid: _Grid, cell: str, *, after_blank: bool) -> None:
    new_row = grid.complete or (after_blank and _NUMBER_CELL.match(cell))
    if new_row:
        grid.start_row(cell)
    else:
        grid.add_cell(cell)


def _ends_before_cell(lines: Sequence[str], index: int, grid: _Grid, *, after_blank: bool) -> bool:
    """Tell whether a paragraph led by a tab, after the last row, is no cell any more."""
    if not (grid.complete and after_blank):
        return False
    if _LAYOUT_WORDS.search(lines[index]):
        return True
    chunk = _until_blank(lines, index)
    alone = sum(map(_is_cell, chunk)) == 1 and not _NUMBER_CELL.match(lines[index])
    return alone and not _GROUP.match(lines[index]) and not _cell_follows(lines, index + 1)


def _ends_before_text(lines: Sequence[str], index: int, grid: _Grid, *, after_blank: bool) -> bool:
    """Tell whether a line without a tab stands below the table rather than in its last cell."""
    if not after_blank or not grid.complete:
        return False
    return len(lines[index]) > _LONGEST_TITLE or not _cell_follows(lines, index + 1)


def _cell_follows(lines: Sequence[str], index: int) -> bool:
    near = lines[index : index + _LOOK_AHEAD]
    return any(_is_cell(line) and _NUMBER_CELL.match(line) for line in near)


def _until_blank(lines: Sequence[str], index: int) -> list[str]:
    chunk: list[str] = []
    for line in lines[index:]:
        if not line.strip():
            break
        chunk.append(line)
    return chunk


# One line for each row ------------------------------------------------------------------------


def _tabbed_rows(lines: Sequence[str], start: int) -> TextTable | None:
    """Read a table whose rows are lines with tabs between the cells."""
    if _is_layout(lines[start : start + 3]):
        return None
    end = _rows_end(lines, start)
    columns = _row_width(lines[start:end])
    if not columns:
        return None
    grid = _Grid(columns)
    for index in range(start, end):
        line = lines[index]
        if not line.strip():
            continue
        _take_row(grid, line.split("\t"))
    return TextTable(start, end, grid.finished())


def _rows_end(lines: Sequence[str], start: int) -> int:
    """Return the line after the last one that may belong to the table opened at `start`."""
    if not _is_row(lines[start]):
        return start
    end = start + 1
    for index in range(start + 1, min(len(lines), start + _LONGEST_TABLE)):
        if lines[index] == lines[start] and index > start + 1:
            break
        if _is_row(lines[index]):
            end = index + 1
        elif index - end >= _LOOK_AHEAD or _LAYOUT_WORDS.search(lines[index]):
            break
    return _with_last_cell(lines, end)


def _with_last_cell(lines: Sequence[str], end: int) -> int:
    """Take in the lines after the last row that plainly go on with its last cell."""
    while (
        end < len(lines)
        and re.match(r"\s*([(+a-zđ]|và\b)", lines[end])
        and len(lines[end]) < _LONGEST_TITLE
    ):
        end += 1
    return end


def _is_row(line: str) -> bool:
    if line.count("\t") > _MAX_COLUMNS:
        return False
    inner = line.removeprefix("\t") if line.count("\t") > 1 else line
    return "\t" in inner.lstrip("\t") and not (
        _LABEL_THEN_TAB.match(line) and line.count("\t") == 1 and len(line) > _LONGEST_TITLE
    )


def _row_width(lines: Sequence[str]) -> int:
    """Return the number of columns, 0 where the lines are no table."""
    counts = Counter(line.count("\t") + 1 for line in lines if "\t" in line)
    if not counts:
        return 0
    width = max(counts, key=lambda columns: (counts[columns] * (columns - 1), columns))
    numbered = bool(_NUMBER_HEAD.match(lines[0]))
    enough = 2 if width > 2 else 4
    return width if numbered or counts[width] >= enough else 0


def _is_layout(lines: Sequence[str]) -> bool:
    """Tell whether tabs only put a letterhead or signatures side by side."""
    words = any(_is_row(line) and _LAYOUT_WORDS.search(line) for line in lines)
    return words and not _NUMBER_HEAD.match(lines[0])


def _take_row(grid: _Grid, pieces: list[str]) -> None:
    """Start a row with the pieces of a line, or go on with the cell that the last line left open.

    A line with all its cells is a row; a shorter one either completes the row above or is a row
    with merged cells.
    """
    open_cells = grid.open_cells
    fits = open_cells + len(pieces) - 1 <= grid.columns
    whole = len(pieces) >= grid.columns
    if not grid.rows or whole or not fits or _opens_row(pieces, complete=grid.complete):
        grid.start_row(*pieces)
        return
    grid.extend_cell(pieces[0])
    for piece in pieces[1:]:
        grid.add_cell(piece)


def _opens_row(pieces: list[str], *, complete: bool) -> bool:
    if len(pieces) > 1:
        return bool(_NUMBER_CELL.match(pieces[0]))
    return complete and bool(_GROUP.match(pieces[0])) and len(pieces[0]) < 40


# Bars -----------------------------------------------------------------------------------------

_BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$")


def bars(lines: Sequence[str], start: int) -> TextTable | None:
    """Read a table with `|` between the cells and a rule of dashes under the head."""
    if start + 1 >= len(lines) or "|" not in lines[start] or "|" not in lines[start + 1]:
        return None
    if not _RULE.match(lines[start + 1]):
        return None
    rows = list(_bar_rows(lines, start))
    columns = max(map(len, rows))
    grid = _Grid(columns)
    for row in rows:
        grid.start_row(*row, *[""] * (columns - len(row)))
    return TextTable(start, start + 1 + len(rows), grid.finished())


def _bar_rows(lines: Sequence[str], start: int) -> Iterator[list[str]]:
    yield _bar_cells(lines[start])
    for line in lines[start + 2 :]:
        if "|" not in line:
            break
        yield _bar_cells(line)


def _bar_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [re.sub(r"<br\s*/?>", "\n", c).replace("\\|", "|").strip() for c in _BAR.split(inner)]
