"""The rows of a table as they stood on its pages, made one: heads dropped, cut rows joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Column, ColumnRole
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.imports.recognition.texts import one_line, starts_small, tidy, unmarked
from tdkt_desktop.imports.recognition.typed_numbers import roman_value
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.imports.source import SourceCell, SourceTable


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's texts, one for each column; `spans` says that one cell fills (nearly) all of it.

    `covered` are the places that a merged cell swallows, `continued` those of them that belong to
    a cell of a row above.
    """

    texts: tuple[RichText, ...]
    spans: bool = False
    covered: frozenset[int] = frozenset()
    continued: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole table: its columns and the rows under its head."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    joined: bool = False
    head_found: bool = True


# The words of a head, folded, in the order in which they decide.
_HEAD_WORDS: Final = (
    (ColumnRole.NUMBER, r"(s ?t ?t|t ?t|so tt|so thu tu|thu tu|no)\b\.?$"),
    (ColumnRole.DUE, r".*(thoi gian|thoi han|thoi diem|hoan thanh|tien do|\bngay|\bhan\b|thang)"),
    (ColumnRole.COORDINATOR, r".*phoi hop"),
    (ColumnRole.NOTE, r".*(ghi chu|luu y|dieu chinh|minh chung)"),
    (ColumnRole.LEAD, r".*(chu tri|chi dao|phu trach|dau moi|chiu trach nhiem|theo doi)"),
    (ColumnRole.CONTENT, r".*(noi dung|nhiem vu|cong viec|hoat dong|ten viec|viec)"),
    (ColumnRole.EXECUTOR, r".*(thuc hien|don vi|bo phan|nguoi|to chuc|thanh phan|phan cong)"),
)
_ONCE: Final = frozenset(ColumnRole) - {ColumnRole.OTHER, ColumnRole.COUNT}
_NUMBER_CELL: Final = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLCivxlc]{1,6}|[A-Za-zđ]|[-–—+*•●])?\s*[.)/]?\s*$"
)
_COUNTED_HEAD: Final = re.compile(r"\s*[(\[]?\s*(\d{1,2}|[A-Z])\s*[)\]]?\s*$")
_MOST_HEAD_ROWS: Final = 3


def read_grid(tables: Sequence[SourceTable]) -> Grid | None:
    """Return the table that stands on one or more pages; None if there is nothing in it."""
    first = tables[0]
    width = max((len(row) for row in first.rows), default=0)
    if not width:
        return None
    head = _head_size(first)
    columns = _columns(first, head, width)
    heads = {_key(_texts(row, width)) for row in first.rows[:head]} if width > 1 else set()
    rows: list[GridRow] = []
    joined = len(tables) > 1
    number = next((i for i, c in enumerate(columns) if c.role is ColumnRole.NUMBER), None)
    for page, table in enumerate(tables):
        body = [_grid_row(row, width) for row in table.rows[head if page == 0 else 0 :]]
        body = [row for row in body if any(row.texts) and _key(row.texts) not in heads]
        if page and rows and body and _is_cut(body[0], number):
            rows[-1] = _merged(rows[-1], body.pop(0))
        rows += body
    rows = _with_shared(_with_remainders(rows, number), columns)
    return Grid(columns, tuple(rows), joined, bool(head))


# The head ------------------------------------------------------------------------------------


def _head_size(table: SourceTable) -> int:
    """Return how many rows the head has: declared ones, or those that hold words of a head."""
    size = min(table.head_rows, len(table.rows), _MOST_HEAD_ROWS)
    if not size and table.rows and is_head(table.rows[0]):
        size = 1
    if not size:
        return 0
    if size == 1 and _has_second_head(table):
        size = 2
    while size < min(len(table.rows), _MOST_HEAD_ROWS) and _is_counted(table.rows[size]):
        size += 1
    return size


def is_head(row: Sequence[SourceCell]) -> bool:
    """Tell whether a row names columns: by two words of a head, by TT, or all of it in bold."""
    texts = [cell.text.plain for cell in row if cell.text]
    named = sum(_role(text) is not ColumnRole.OTHER for text in texts if len(text) <= 60)
    numbered = any(_role(text) is ColumnRole.NUMBER for text in texts)
    bold = all(cell.text.marks for cell in row if cell.text)
    return named >= 2 or (numbered and len(texts) > 1) or (bold and len(texts) == len(row) > 1)


def _has_second_head(table: SourceTable) -> bool:
    """Tell whether the first row has merged cells under which the second row names columns."""
    if len(table.rows) < 2:
        return False
    upper, lower = table.rows[0], table.rows[1]
    merged = [cell for cell in upper if cell.columns > 1 and cell.text]
    if not merged or all(cell.columns == len(upper) for cell in merged):
        return False
    open_places = [i for i, cell in enumerate(upper) if cell.rows < 2 and not cell.covered]
    first = lower[0].text.plain if lower else ""
    return bool(open_places) and not (first.strip() and _NUMBER_CELL.match(first))


def _is_counted(row: Sequence[SourceCell]) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3)."""
    texts = [cell.text.plain for cell in row]
    found = [match[1] for text in texts if (match := _COUNTED_HEAD.match(text))]
    numbers = [text for text in found if text.isdigit()]
    return (
        len(found) == len(texts) > 2
        and numbers == sorted(numbers, key=int)
        and len(set(found)) == len(found)
    )


def _columns(table: SourceTable, head: int, width: int) -> tuple[Column, ...]:
    titles = [_column_title(table, head, place) for place in range(width)]
    roles = _roles([title if title else over for title, over in titles], titles)
    if not head:
        roles = _guessed_roles(table, width)
    return tuple(
        Column(title, role, over) for (title, over), role in zip(titles, roles, strict=True)
    )


def _column_title(table: SourceTable, head: int, place: int) -> tuple[str, str]:
    """Return the title of a column and the merged title above it."""
    rows = [row for row in table.rows[:head] if not _is_counted(row)]
    cells = [row[place] if place < len(row) else None for row in rows]
    texts = [one_line(tidy(cell.text)).plain if cell else "" for cell in cells]
    if len(texts) < 2:
        return (texts[0] if texts else ""), ""
    over = _spanning_title(rows[0], place)
    if over:
        return " ".join(filter(None, texts[1:])), over
    return " ".join(filter(None, texts)), ""


def _spanning_title(row: Sequence[SourceCell], place: int) -> str:
    """Return the words of the merged cell that reaches over a place, if one does."""
    for start, cell in enumerate(row):
        if cell.columns > 1 and start <= place < start + cell.columns:
            return one_line(tidy(cell.text)).plain
    return ""


def _roles(names: Sequence[str], titles: Sequence[tuple[str, str]]) -> list[ColumnRole]:
    """Say what each column holds; a role is given once, to the column that names it first."""
    roles: list[ColumnRole] = []
    for name, (_title, over) in zip(names, titles, strict=True):
        choices = [r for r in _role_choices(name) if r not in roles]
        choices += [r for r in _role_choices(over) if r not in roles and not choices]
        roles.append(choices[0] if choices else ColumnRole.OTHER)
    if ColumnRole.CONTENT not in roles:
        free = [i for i, role in enumerate(roles) if role is ColumnRole.OTHER]
        if free and ColumnRole.NUMBER in roles and len(roles) > 2:
            roles[free[0]] = ColumnRole.CONTENT
    return roles


def _role_choices(name: str) -> list[ColumnRole]:
    folded = fold(name).strip(" .:*")
    return [role for role, pattern in _HEAD_WORDS if re.match(pattern, folded)]


def _role(name: str) -> ColumnRole:
    return next(iter(_role_choices(name)), ColumnRole.OTHER)


def _guessed_roles(table: SourceTable, width: int) -> list[ColumnRole]:
    """Guess the columns of a table without a head: numbers first, the longest texts are content."""
    roles = [ColumnRole.OTHER] * width
    first = [row[0].text.plain for row in table.rows if row]
    if width > 1 and any(first) and all(_NUMBER_CELL.match(text) for text in first):
        roles[0] = ColumnRole.NUMBER
        lengths = [
            sum(len(row[i].text.plain) for row in table.rows if i < len(row)) for i in range(width)
        ]
        roles[max(range(1, width), key=lengths.__getitem__)] = ColumnRole.CONTENT
    return roles


# The rows ------------------------------------------------------------------------------------


def _texts(row: Sequence[SourceCell], width: int) -> tuple[RichText, ...]:
    texts = [RichText() if cell.covered else tidy(cell.text) for cell in row]
    return tuple([*texts, *([RichText()] * (width - len(texts)))][:width])


def _key(texts: Iterable[RichText]) -> tuple[str, ...]:
    return tuple(fold(" ".join(text.plain.split())) for text in texts)


def _grid_row(row: Sequence[SourceCell], width: int) -> GridRow:
    covered = frozenset(place for place, cell in enumerate(row) if cell.covered)
    widest = max((cell.columns for cell in row if cell.text), default=1)
    beside = {p + n for p, cell in enumerate(row) for n in range(1, cell.columns)}
    return GridRow(_texts(row, width), widest >= max(width - 1, 2), covered, covered - beside)


def _is_cut(row: GridRow, number: int | None) -> bool:
    """Tell whether the first row of a page is the rest of the last row of the page before."""
    if row.spans or number is None or row.texts[number]:
        return False
    filled = [text.plain for place, text in enumerate(row.texts) if text and place != number]
    content = row.texts[number + 1] if number + 1 < len(row.texts) else RichText()
    return not content or any(starts_small(text) for text in filled)


def _merged(first: GridRow, rest: GridRow) -> GridRow:
    texts = []
    for before, after in zip(first.texts, rest.texts, strict=True):
        gap = " " if starts_small(after.plain) else "\n"
        texts.append(before + gap + after if before and after else before or after)
    return GridRow(tuple(texts), first.spans, first.covered)


def _with_remainders(rows: Sequence[GridRow], number: int | None) -> list[GridRow]:
    """Put rows that only go on with the cells of the row above back into that row."""
    whole: list[GridRow] = []
    for row in rows:
        if whole and number is not None and _only_goes_on(row, number) and not whole[-1].spans:
            whole[-1] = _merged(whole[-1], row)
        else:
            whole.append(row)
    return whole


def _only_goes_on(row: GridRow, number: int) -> bool:
    content = number + 1
    if row.spans or content >= len(row.texts) or row.texts[number] or row.texts[content]:
        return False
    return {number, content} <= row.covered


_SHARED: Final = (
    ColumnRole.LEAD, ColumnRole.EXECUTOR, ColumnRole.COORDINATOR, ColumnRole.DUE,
)  # fmt: skip


def _with_shared(rows: Sequence[GridRow], columns: Sequence[Column]) -> list[GridRow]:
    """Repeat who and when in every row over which one merged cell reaches."""
    shared = [place for place, column in enumerate(columns) if column.role in _SHARED]
    whole: list[GridRow] = []
    for row in rows:
        texts = list(row.texts)
        for place in shared if whole and not (row.spans or whole[-1].spans) else ():
            if place in row.continued and any(texts):
                texts[place] = whole[-1].texts[place]
        whole.append(replace(row, texts=tuple(texts)))
    return whole


# Groups --------------------------------------------------------------------------------------

_PERIOD: Final = re.compile(
    r"(quy|thang|hoc ky|ky|hk|dot|giai doan|tuan|nam hoc|cac thang|nhom|phan|cong tac|nhiem vu)\b"
)
_ROMAN_TITLE: Final = re.compile(r"\s*(?P<number>[IVXLC]{1,5}|[A-H])\s*[./)\-–]\s*(?=\S)")


def group_title(
    row: GridRow, number: int | None, *, roman_rows: bool
) -> tuple[str, RichText] | None:
    """Return the number and the title of a row that opens a group; None if it is a task."""
    marker = row.texts[number].plain.strip() if number is not None else ""
    others = [text for place, text in enumerate(row.texts) if text and place != number]
    bare = marker.rstrip(".)/ ")
    if number is not None and marker and not _NUMBER_CELL.match(marker):
        return _split_title(row.texts[number]) if not others else None
    if _counts_groups(bare) and others and (row.spans or len(others) == 1 or not roman_rows):
        return bare, _one_text(others)
    if marker or len(others) != 1:
        return None
    text = others[0].plain
    if row.spans or (number is not None and _looks_like_title(others[0], row, number)):
        return _split_title(others[0]) if len(text) <= _LONGEST_TITLE else None
    return None


def _counts_groups(bare: str) -> bool:
    return bool(bare) and bare.isupper() and (roman_value(bare) is not None or len(bare) == 1)


def _looks_like_title(text: RichText, row: GridRow, number: int) -> bool:
    plain = text.plain
    stands = row.texts[number + 1 : number + 2] == (text,)
    bold = bool(text.marks) and not unmarked(text).marks
    return stands and (
        plain.isupper() or bold or bool(_PERIOD.match(fold(plain)) and len(plain) < 40)
    )


def _split_title(text: RichText) -> tuple[str, RichText]:
    match = _ROMAN_TITLE.match(text.plain)
    if not match:
        return "", text
    return match["number"], text[match.end() :].stripped()


def _one_text(texts: Sequence[RichText]) -> RichText:
    whole = texts[0]
    for text in texts[1:]:
        whole = whole + " " + text
    return one_line(whole)


_LONGEST_TITLE: Final = 250
