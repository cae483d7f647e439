"""The tasks that stand in a plan's annexes, and how a row is known again after an edit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from tdkt_desktop.documents.blocks import ColumnRole, Table
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from tdkt_desktop.documents.blocks import Row, RowGroup
    from tdkt_desktop.documents.document import Annex, OfficialDocument

_PARTS: Final = (ColumnRole.LEAD, ColumnRole.EXECUTOR, ColumnRole.COORDINATOR, ColumnRole.DUE)
_JOINT: Final = "; "


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A row of a plan's annex as a task; `section` is the title of its group ("Quý I")."""

    uid: str
    section: str
    title: str
    lead: str = ""
    executor: str = ""
    coordinator: str = ""
    due: str = ""
    note: str = ""


def holds_tasks(table: Table) -> bool:
    """Tell whether the rows of a table are tasks: they say what is done, and by whom or when."""
    roles = {column.role for column in table.columns}
    return ColumnRole.CONTENT in roles and not roles.isdisjoint(_PARTS)


def planned_tasks(document: OfficialDocument) -> tuple[PlannedTask, ...]:
    """Return the tasks of a plan in the order of its annexes; rows without words are none."""
    return tuple(
        task for table, group, row in _rows(document) if (task := _task(table, group, row)).title
    )


def needs_row_uids(document: OfficialDocument) -> bool:
    """Tell whether a row of tasks has no uid, or that of another row."""
    uids = [row.uid for _table, _group, row in _rows(document)]
    return not all(uids) or len(set(uids)) < len(uids)


def with_row_uids(
    document: OfficialDocument, before: OfficialDocument | None = None
) -> OfficialDocument:
    """Return a document in which every row of tasks has a uid of its own.

    A row without one takes that of the row of `before` that it was: the one of the same words, else
    the one at the same place of its group, provided that no other row has that uid. What is left,
    and the copy of a row, gets a new one.
    """
    known = {row.uid for _table, _group, row in _rows(document) if row.uid}
    free = [entry for entry in _entries(before) if entry[1].uid and entry[1].uid not in known]
    given = _matched(_entries(document), free)
    seen: set[str] = set()

    def give(row: Row, place: int) -> Row:
        uid = given.get(place, row.uid)
        if not uid or uid in seen:
            uid = uuid4().hex
        seen.add(uid)
        return row if uid == row.uid else replace(row, uid=uid)

    return _with_rows(document, give)


def without_row_uids(document: OfficialDocument) -> OfficialDocument:
    """Return a document whose rows are nobody's tasks yet, as a copy of a plan needs it."""
    return _with_rows(document, lambda row, _place: replace(row, uid="") if row.uid else row)


_Entry = tuple[tuple[int, int, int], "Row"]


def _entries(document: OfficialDocument | None) -> list[_Entry]:
    """Return the rows of tasks, each with the places of its table, its group, and its own."""
    if document is None:
        return []
    return [
        ((number, place, index), row)
        for number, table in enumerate(_tables(document))
        for place, group in enumerate(table.groups)
        for index, row in enumerate(group.rows)
    ]


def _matched(rows: list[_Entry], free: list[_Entry]) -> dict[int, str]:
    """Return by the place of each row without a uid the one that it takes from `free`."""
    given: dict[int, str] = {}
    for name in (_words, _title, _here):
        stock: dict[Hashable, list[str]] = {}
        taken = set(given.values())
        for entry in free:
            if entry[1].uid not in taken and name(entry):
                stock.setdefault(name(entry), []).append(entry[1].uid)
        for place, entry in enumerate(rows):
            if not entry[1].uid and place not in given and stock.get(name(entry)):
                given[place] = stock[name(entry)].pop(0)
    return given


def _words(entry: _Entry) -> Hashable:
    return tuple(fold(cell.plain) for cell in entry[1].cells) if any(entry[1].cells) else ()


def _title(entry: _Entry) -> Hashable:
    """Return the longest cell, which says what is done."""
    return max((fold(cell.plain) for cell in entry[1].cells), key=len, default="")


def _here(entry: _Entry) -> Hashable:
    return entry[0]


def _tables(document: OfficialDocument) -> Iterator[Table]:
    for annex in document.annexes:
        for block in annex.blocks:
            if isinstance(block, Table) and holds_tasks(block):
                yield block


def _rows(document: OfficialDocument) -> Iterator[tuple[Table, RowGroup, Row]]:
    for table in _tables(document):
        for group in table.groups:
            for row in group.rows:
                yield table, group, row


def _task(table: Table, group: RowGroup, row: Row) -> PlannedTask:
    cells: dict[ColumnRole, list[str]] = {}
    for column, cell in zip(table.cell_columns, row.cells, strict=True):
        words = clean_line(cell.plain.replace("\n", " "))
        if words:
            cells.setdefault(column.role, []).append(words)
    texts = {role: _JOINT.join(words) for role, words in cells.items()}
    return PlannedTask(
        uid=row.uid,
        section=clean_line(group.title.plain.replace("\n", " ")),
        title=texts.get(ColumnRole.CONTENT, ""),
        lead=texts.get(ColumnRole.LEAD, ""),
        executor=texts.get(ColumnRole.EXECUTOR, ""),
        coordinator=texts.get(ColumnRole.COORDINATOR, ""),
        due=texts.get(ColumnRole.DUE, ""),
        note=texts.get(ColumnRole.NOTE, ""),
    )


def _with_rows(document: OfficialDocument, give: Callable[[Row, int], Row]) -> OfficialDocument:
    counter: Counter[str] = Counter()

    def row_of(row: Row) -> Row:
        counter["rows"] += 1
        return give(row, counter["rows"] - 1)

    annexes = tuple(_annex_with(annex, row_of) for annex in document.annexes)
    return replace(document, annexes=annexes)


def _annex_with(annex: Annex, row_of: Callable[[Row], Row]) -> Annex:
    blocks = tuple(
        _table_with(block, row_of) if isinstance(block, Table) and holds_tasks(block) else block
        for block in annex.blocks
    )
    return replace(annex, blocks=blocks)


def _table_with(table: Table, row_of: Callable[[Row], Row]) -> Table:
    groups = tuple(replace(group, rows=tuple(map(row_of, group.rows))) for group in table.groups)
    return replace(table, groups=groups)
