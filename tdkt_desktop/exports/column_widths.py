"""Widths of the columns of a table, chosen by what they say and by what stands in them."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.exports.metrics import text_width, word_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.documents.blocks import Column
    from tdkt_desktop.documents.layout_profile import ColumnRule, TableRules
    from tdkt_desktop.exports.pieces import Cell, TableRow

_SLACK: Final = 0.6
"""What renderers may differ in the width of a word, in millimetres."""
_USUAL: Final = 0.85
"""The share of cells whose text should find room in one line, if there is room."""


def column_widths(
    columns: Sequence[Column],
    rows: Sequence[TableRow],
    rules: TableRules,
    size: float,
    total: float,
) -> tuple[float, ...]:
    """Return widths in millimetres that sum to `total`."""
    limits = [rules.columns[column.role] for column in columns]
    needs = [_Need(rule) for rule in limits]
    extra = 2 * rules.padding + _SLACK
    for row in rows:
        _measure(row, needs, size, extra)
    low = [need.least(total / 2) for need in needs]
    if any(column.width > 0 for column in columns):
        return _by_hand(columns, limits, low, total)
    want = [max(need.usual(), least) for need, least in zip(needs, low, strict=True)]
    if sum(low) >= total:
        return _scaled(low, total)
    if sum(want) <= total:
        return _with_rest(columns, want, total)
    return _shared_out(low, want, total)


def _shared_out(low: Sequence[float], want: Sequence[float], total: float) -> tuple[float, ...]:
    """Raise all columns from their least width by one measure until the table is full.

    A column stops at what it wants. Long texts gain little from width that others lack, so what a
    column takes grows with the root of its wish.
    """
    widths = list(low)
    room = total - sum(low)
    while room > _SLACK:
        open_ = [i for i, width in enumerate(widths) if width < want[i]]
        parts = {i: sqrt(want[i] - low[i]) for i in open_}
        whole = sum(parts.values())
        for i in open_:
            widths[i] = min(want[i], widths[i] + room * parts[i] / whole)
        room = total - sum(widths)
    return _scaled(widths, total)


class _Need:
    """What the cells of one column ask for."""

    def __init__(self, rule: ColumnRule) -> None:
        self._rule = rule
        self._word = 0.0
        self._lines: list[float] = []

    def add(self, words: list[float], space: float, extra: float) -> None:
        """Count a line of a cell."""
        self._word = max(self._word, max(words) + extra)
        self._lines.append(sum(words) + space * (len(words) - 1) + extra)

    def least(self, most: float) -> float:
        """The width under which the column must not go if that can be helped."""
        return min(max(self._rule.low, self._word), most)

    def usual(self) -> float:
        """The width in which most of its cells take one line, within the limits of its role."""
        lines = sorted(self._lines)
        wish = lines[int(_USUAL * (len(lines) - 1))] if lines else 0.0
        return min(max(wish, self._rule.low), self._rule.high)


def _measure(row: TableRow, needs: Sequence[_Need], size: float, extra: float) -> None:
    place = 0
    for cell in row.cells:
        if cell.columns == 1 and cell.text:
            _add(cell, needs[place], size, extra)
        place += cell.columns


def _add(cell: Cell, need: _Need, size: float, extra: float) -> None:
    bold = cell.role is not Role.TABLE_CELL
    space = text_width(" ", size, bold=bold)
    for words in word_widths(cell.text, size, bold=bold):
        need.add(words, space, extra)


def _by_hand(
    columns: Sequence[Column], rules: Sequence[ColumnRule], low: Sequence[float], total: float
) -> tuple[float, ...]:
    """Return the widths set by hand; other columns take what their roles take beside them.

    A column of numbers is as wide as its longest number unless it was set.
    """
    given = [(c.width, rule.share) for c, rule in zip(columns, rules, strict=True) if c.width > 0]
    unit = sum(width for width, _ in given) / sum(share for _, share in given)
    fixed: list[float] = []
    shares: list[float] = []
    for column, rule, least in zip(columns, rules, low, strict=True):
        keeps = column.role is ColumnRole.NUMBER and column.width <= 0
        fixed.append(least if keeps else 0.0)
        shares.append(0.0 if keeps else column.width if column.width > 0 else rule.share * unit)
    room = total - sum(fixed)
    return tuple(own + room * share / sum(shares) for own, share in zip(fixed, shares, strict=True))


def _scaled(widths: Iterable[float], total: float) -> tuple[float, ...]:
    parts = list(widths)
    return tuple(part * total / sum(parts) for part in parts)


def _with_rest(columns: Sequence[Column], want: list[float], total: float) -> tuple[float, ...]:
    """Give what is left over to the columns of content, or to all but the numbers."""
    content = [c.role is ColumnRole.CONTENT for c in columns]
    takes = content if any(content) else [c.role is not ColumnRole.NUMBER for c in columns]
    if not any(takes):
        return _scaled(want, total)
    base = sum(width for width, take in zip(want, takes, strict=True) if take)
    factor = (total - sum(want) + base) / base
    return tuple(width * factor if take else width for width, take in zip(want, takes, strict=True))
