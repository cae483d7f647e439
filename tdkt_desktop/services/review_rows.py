"""What the review of an import shows of each paragraph: source, doubt, part, number and text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Paragraph, Table
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.imports.builder import wrong_numbers
from tdkt_desktop.imports.reading import Flag, LeftOut, Reading, UnderstoodItem
from tdkt_desktop.imports.source import SourceLine, SourceTable
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tdkt_desktop.imports.reading import Renumbered
    from tdkt_desktop.imports.source import SourceCell, SourceDocument, SourceItem

_WORD: Final = re.compile(r"[^\W_]+")
_HEAD_ROWS: Final = 3
_LEFT_OUT_WHY: Final = {
    LeftOut.PAGE_NUMBER: N_("Số trang, không nhập"),
    LeftOut.RUNNING_HEAD: N_("Đầu trang lặp lại, không nhập"),
    LeftOut.NATIONAL_NAME: N_("Quốc hiệu, chương trình tự in"),
    LeftOut.RULE: N_("Đường kẻ, chương trình tự vẽ"),
    LeftOut.SIGNING_NOTE: N_("Dòng chữ ký số, không nhập"),
    LeftOut.DRAFT_MARK: N_("Dấu dự thảo, không nhập"),
    LeftOut.BY_HAND: N_("Bỏ qua theo lựa chọn"),
}


class ReviewMark(StrEnum):
    """What a row asks of the person, the gravest first."""

    DOUBT = "doubt"
    WARNING = "warning"
    REPAIRED = "repaired"
    LEFT_OUT = "left-out"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the review; `index` is the item's place in the reading, `depth` its indent."""

    index: int
    source: str
    role: Role | None
    label: str
    text: str
    depth: int
    mark: ReviewMark
    note: str
    left_out: bool
    is_table: bool
    is_heading: bool
    in_annex: bool

    @property
    def needs_look(self) -> bool:
        """Tell whether a person should look at the row."""
        return self.mark in (ReviewMark.DOUBT, ReviewMark.WARNING, ReviewMark.REPAIRED)


def review_rows(source: SourceDocument, reading: Reading) -> tuple[ReviewRow, ...]:
    """Return the rows of a reading beside their source."""
    labels = _labels(reading.lines)
    wrong = wrong_numbers(reading.lines)
    sources = _source_texts(source, reading.lines)
    return tuple(
        _row(index, item, sources[index], labels.get(index, ""), wrong.get(index, ()))
        for index, item in enumerate(reading.lines)
    )


def _row(
    index: int,
    item: UnderstoodItem,
    source: str,
    label: str,
    wrong: tuple[Renumbered, ...],
) -> ReviewRow:
    mark = _mark(item, wrong)
    return ReviewRow(
        index=index,
        source=source,
        role=item.role,
        label=label,
        text=_text(item),
        depth=_depth(item),
        mark=mark,
        note=_note(item, mark, wrong),
        left_out=item.left_out is not None,
        is_table=item.table is not None,
        is_heading=item.is_heading,
        in_annex=item.annex is not None,
    )


def _mark(item: UnderstoodItem, wrong: tuple[Renumbered, ...]) -> ReviewMark:
    if item.left_out is not None:
        return ReviewMark.LEFT_OUT
    if Flag.DOUBTFUL in item.flags:
        return ReviewMark.DOUBT
    if wrong:
        return ReviewMark.WARNING
    repaired = item.flags & {Flag.JOINED, Flag.SPLIT}
    return ReviewMark.REPAIRED if repaired else ReviewMark.NONE


def _note(item: UnderstoodItem, mark: ReviewMark, wrong: tuple[Renumbered, ...]) -> str:
    if mark is ReviewMark.DOUBT:
        return _("Chưa chắc đã hiểu đúng cấp của đoạn này; xin chọn")
    if mark is ReviewMark.WARNING:
        first = wrong[0]
        text = _("Bản gốc ghi {old}; đã đánh lại là {new}").format(
            old=first.from_, new=first.to or _("không số")
        )
        more = len(wrong) - 1
        return text + (" " + _("(và {n} chỗ khác)").format(n=more) if more else "")
    if mark is ReviewMark.REPAIRED:
        joined = Flag.JOINED in item.flags
        return _("Đã nối các dòng bị ngắt") if joined else _("Đã tách thành đoạn riêng")
    return ""


def _text(item: UnderstoodItem) -> str:
    if item.left_out is not None:
        return _(_LEFT_OUT_WHY[item.left_out])
    if item.table is None:
        return item.text.plain
    table = item.table.table
    rows = sum(len(group.rows) for group in table.groups)
    groups = sum(bool(group.title) for group in table.groups)
    if groups:
        return _("Bảng: {rows} dòng trong {groups} nhóm").format(rows=rows, groups=groups)
    return _("Bảng: {rows} dòng").format(rows=rows)


def _depth(item: UnderstoodItem) -> int:
    """Return how far a row is indented: a title by its level, a clause one further."""
    if item.left_out is not None or item.table is not None or item.level is None:
        return 0
    if item.role is Role.PARAGRAPH:
        return 1
    return min(max(int(item.level) - 1, 0), 4)


# Numbers -------------------------------------------------------------------------------------


def _labels(items: Sequence[UnderstoodItem]) -> dict[int, str]:
    """Return the printed numbers by place; each annex counts for itself."""
    labels: dict[int, str] = {}
    for annex in {item.annex for item in items}:
        own = [(n, block) for n, item in enumerate(items) if (block := _block(item, annex))]
        written = block_labels([block for _n, block in own])
        labels |= {n: label for (n, _block), label in zip(own, written, strict=True)}
    return labels


def _block(item: UnderstoodItem, annex: int | None) -> Block | None:
    level = item.level
    if item.annex != annex or item.left_out is not None or level is None:
        return None
    if item.table is not None:
        return item.table.table
    if item.is_heading:
        return Heading(level, item.text)
    return Paragraph(item.text) if item.role is Role.PARAGRAPH else Clause(level, item.text)


# The source ----------------------------------------------------------------------------------


def _source_texts(source: SourceDocument, items: Sequence[UnderstoodItem]) -> list[str]:
    """Return what stood in the file for each item; a line that became several is shown once."""
    texts: list[str] = []
    shown: set[int] = set()
    for item in items:
        own = [n for n in item.sources if n < len(source.items)]
        fresh = [n for n in own if n not in shown]
        shown.update(own)
        texts.append(_source_text([source.items[n] for n in fresh], item))
    return texts


def _source_text(found: Sequence[SourceItem], item: UnderstoodItem) -> str:
    if any(isinstance(one, SourceTable) for one in found) and item.table is not None:
        return _("Bảng {columns} cột × {rows} dòng").format(
            columns=len(item.table.table.columns),
            rows=sum(len(one.rows) for one in found if isinstance(one, SourceTable)),
        )
    lines = [
        f"{one.label} {one.text.plain}".strip() for one in found if isinstance(one, SourceLine)
    ]
    if lines:
        return "\n".join(lines)
    # A line of a table that only sets the page, such as the letterhead, or the rest of a line.
    return item.text.plain


# Words ---------------------------------------------------------------------------------------


def source_words(source: SourceDocument, reading: Reading) -> Iterator[str]:
    """Yield the words and figures of what was read.

    A head that a table repeats on each of its pages counts once.
    """
    first_of = _first_tables(source, reading)
    for place, item in enumerate(source.items):
        if isinstance(item, SourceLine):
            yield from _words((item.text.plain,))
        elif isinstance(item, SourceTable):
            heads = [_cells(row) for row in first_of[place].rows] if place in first_of else []
            rows = (_cells(row) for row in item.rows)
            yield from _words(text for row in rows if row not in heads for text in row)


def _first_tables(source: SourceDocument, reading: Reading) -> dict[int, SourceTable]:
    """Return, for each table that goes on from another page, the table it began as."""
    begun: dict[int, SourceTable] = {}
    for item in reading.lines:
        tables = [n for n in item.sources if isinstance(source.items[n], SourceTable)]
        for later in tables[1:] if item.table is not None else ():
            first = source.items[tables[0]]
            if isinstance(first, SourceTable):
                begun[later] = replace(first, rows=first.rows[:_HEAD_ROWS])
    return begun


def _cells(row: tuple[SourceCell, ...]) -> tuple[str, ...]:
    return tuple(cell.text.plain for cell in row)


def words_of(reading: Reading) -> Iterator[str]:
    """Yield the words and figures of all items, left out or not, with the numbers they had."""
    for item in reading.lines:
        yield from _words((item.found_number, item.text.plain))
        if item.table is not None:
            yield from _words(item.table.group_numbers)
            yield from _words(number for row in item.table.row_numbers for number in row)
            yield from _words(_table_texts(item.table.table))


def _table_texts(table: Table) -> Iterator[str]:
    for column in table.columns:
        yield f"{column.over} {column.title}"
    for group in table.groups:
        yield group.title.plain
        for row in group.rows:
            yield from (cell.plain for cell in row.cells)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(clean(text).casefold())
