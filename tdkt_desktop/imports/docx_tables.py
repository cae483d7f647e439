"""Word tables: rows and cells, merged ones laid out on a full grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lxml.etree import _Element

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.docx_package import W
from tdkt_desktop.imports.docx_xml import child, local, number, switch, val
from tdkt_desktop.imports.source import SourceCell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tdkt_desktop.imports.docx_styles import StyleSheet

_MAX_COLUMNS: Final = 63
_MAX_PLACES: Final = 100_000
_WRAPPERS: Final = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
_SIDES: Final = ("left", "start", "insideV", "insideH")


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell as it stands in a row: its element, how wide it is and its part in a vertical merge.

    `element` is None where a row begins later or ends sooner than the table.
    """

    element: _Element | None
    columns: int = 1
    continues: bool = False


def table_rows(table: _Element) -> list[tuple[_Element, list[WordCell]]]:
    """Return the rows that are left when all changes are accepted, with their cells."""
    return [(row, list(_cells(row))) for row in _found(table, "tr") if not _is_deleted(row)]


def lay_out(
    rows: Sequence[Sequence[WordCell]], read: Callable[[_Element], RichText]
) -> tuple[tuple[SourceCell, ...], ...]:
    """Put the cells on a grid, each row with the same number of places."""
    width = _width(rows)
    grid = [_grid_row(row, width, read) for row in rows]
    tops: dict[int, int] = {}
    for index, row in enumerate(rows):
        _join_upwards(grid, row, index, tops)
    return tuple(tuple(row) for row in grid)


def is_monstrous(rows: Sequence[Sequence[WordCell]]) -> bool:
    """Tell whether a table is far wider and longer than any that a person makes."""
    return len(rows) * _width(rows) > _MAX_PLACES


def _width(rows: Sequence[Sequence[WordCell]]) -> int:
    return max((sum(cell.columns for cell in row) for row in rows), default=0)


def head_rows(rows: Sequence[_Element]) -> int:
    """Return how many rows at the top are declared to repeat on each page."""
    count = 0
    for row in rows:
        if not switch(child(row, "trPr"), "tblHeader"):
            break
        count += 1
    return count


def is_bordered(table: _Element, styles: StyleSheet) -> bool:
    """Tell whether a table has lines between its cells, so that it is more than a layout."""
    properties = child(table, "tblPr")
    borders = child(properties, "tblBorders")
    if borders is None:
        borders = styles.borders(val(properties, "tblStyle") or "")
    if _has_lines(borders):
        return True
    cells = [child(child(cell, "tcPr"), "tcBorders") for cell in table.iter(f"{W}tc")]
    return sum(map(_has_lines, cells)) * 2 > len(cells)


def _has_lines(borders: _Element | None) -> bool:
    kinds = (val(borders, side) for side in _SIDES)
    return any(kind not in (None, "nil", "none") for kind in kinds)


def _found(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield children of one name, also those inside content controls and accepted changes."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            stack.extend(reversed(element))


def _is_deleted(row: _Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _cells(row: _Element) -> Iterator[WordCell]:
    properties = child(row, "trPr")
    yield from _gap(properties, "gridBefore")
    for cell in _found(row, "tc"):
        own = child(cell, "tcPr")
        merge, sideways = child(own, "vMerge"), child(own, "hMerge")
        if sideways is not None and sideways.get(f"{W}val", "continue") == "continue":
            yield WordCell(None)
            continue
        continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        yield WordCell(cell, _span(val(own, "gridSpan")), continues)
    yield from _gap(properties, "gridAfter")


def _gap(properties: _Element | None, name: str) -> Iterator[WordCell]:
    for _place in range(min(number(val(properties, name)) or 0, _MAX_COLUMNS)):
        yield WordCell(None)


def _span(text: str | None) -> int:
    return min(max(number(text) or 1, 1), _MAX_COLUMNS)


def _grid_row(
    row: Sequence[WordCell], width: int, read: Callable[[_Element], RichText]
) -> list[SourceCell]:
    places: list[SourceCell] = []
    for cell in row:
        covered = cell.continues
        text = RichText() if cell.element is None or covered else read(cell.element)
        places.append(SourceCell(text, columns=cell.columns, covered=covered))
        places += [SourceCell(RichText(), covered=True)] * (cell.columns - 1)
    return places + [SourceCell(RichText())] * (width - len(places))


def _join_upwards(
    grid: list[list[SourceCell]], row: Sequence[WordCell], index: int, tops: dict[int, int]
) -> None:
    """Count a continued cell to the cell above that it goes on with, whose row is in `tops`."""
    place = 0
    for cell in row:
        if not cell.continues:
            tops[place] = index
        elif (top := tops.get(place)) is not None:
            grid[top][place] = replace(grid[top][place], rows=index - top + 1)
        place += cell.columns
