"""`order`: from later than to, a due outside its group, a due out of the order of its group."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.due_cells import columns_of, tables
from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.sheet import Sheet, found
from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.places import join
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.due import Due, read_due
from tdkt_desktop.vietnamese.spans import Span
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.documents.table_places import Node

_CODE: Final = "order"
_FROM: Final = re.compile(r"\btừ\s(?:ngày\s|tháng\s)?$", re.IGNORECASE)
_TO: Final = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s)?(?:ngày\s|tháng\s)?", re.IGNORECASE)
_PERIOD: Final = re.compile(r"\b(?:quy|thang|hoc k[iy])\s?(?:[ivx]+|\d)", re.IGNORECASE)
_ENOUGH: Final = 6


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield times that stand in the wrong order."""
    for node in sheet.worded:
        yield from _reversed(sheet, node)
    for path, table in tables(sheet):
        yield from _groups(sheet, path, table)


def _reversed(sheet: Sheet, node: Node) -> Iterator[Finding]:
    text = node.text.plain
    for first, second in pairwise(sheet.moments(node)):
        between = text[first.end : second.start]
        if not (_FROM.search(text[: first.start]) and _TO.fullmatch(between)):
            continue
        if first.span.start > second.span.end:
            message = _("Ngày bắt đầu sau ngày kết thúc.")
            yield found(_CODE, Severity.ERROR, node, (first.start, second.end), message)


def _groups(sheet: Sheet, path: str, table: Table) -> Iterator[Finding]:
    for column in columns_of(table, ColumnRole.DUE)[:1]:
        for index, group in enumerate(table.groups):
            base = join(path, "groups", index, "rows")
            dated = list(_dated(sheet, base, column, len(group.rows)))
            period = _period(sheet, group.title.plain)
            if period is None:
                yield from _out_of_order(dated)
                continue
            for node, due in dated:
                if _outside(due, period):
                    message = _("Thời hạn nằm ngoài nhóm “{group}”.").format(
                        group=group.title.plain
                    )
                    span = (0, len(node.text.plain))
                    yield found(_CODE, Severity.WARNING, node, span, message)


def _dated(sheet: Sheet, base: str, column: int, rows: int) -> Iterator[tuple[Node, Due]]:
    """Yield the dues of a group that have days within the plan's time."""
    span = sheet.span
    for row in range(rows):
        node = sheet.by_path.get(join(base, row, "cells", column))
        if node is None or span is None:
            continue
        due = read_due(sheet.bare(node), sheet.year, sheet.school_year)
        day = due.end or due.start
        if day is not None and not due.recurring and span.holds(day):
            yield node, due


def _period(sheet: Sheet, title: str) -> Span | None:
    """Return the days of a group such as "Quý III - 2026" or "Học kỳ I"."""
    folded = fold(title)
    if not _PERIOD.match(folded.strip(" -.")):
        return None
    due = read_due(title, sheet.year, sheet.school_year)
    return Span(due.start, due.end) if due.start and due.end else None


def _outside(due: Due, period: Span) -> bool:
    """Tell whether no day of a due lies in a period; another year is another check's."""
    start, end = due.start or due.end, due.end or due.start
    if start is None or end is None:
        return False
    if period.start.year not in (start.year, end.year):
        return False
    return end < period.start or start > period.end


def _out_of_order(dated: list[tuple[Node, Due]]) -> Iterator[Finding]:
    """Report the only due that breaks a row of dues which is otherwise in order."""
    days = [(node, due.end or due.start) for node, due in dated]
    months = [(node, day.year * 12 + day.month) for node, day in days if day]
    breaks = [after for before, after in pairwise(months) if after[1] < before[1]]
    if len(months) >= _ENOUGH and len(breaks) == 1:
        node = breaks[0][0]
        message = _("Thời hạn sớm hơn dòng trước, còn các dòng khác theo thứ tự thời gian.")
        yield found(_CODE, Severity.NOTE, node, (0, len(node.text.plain)), message)
