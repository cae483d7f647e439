"""Understands a staff list: finds its head, reads its rows, and says what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.people_cells import (
    MAN,
    WOMAN,
    CellReading,
    read_day,
    read_identity,
    read_manager,
    read_name,
    read_sex,
    read_text,
    read_years,
    read_yes,
)
from tdkt_desktop.imports.people_head import NAME_FIELDS, find_head
from tdkt_desktop.imports.people_headings import Field, heading_of, plain
from tdkt_desktop.imports.sheet import CellValue, shown
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean_line, spelling_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tdkt_desktop.imports.people_head import Head
    from tdkt_desktop.imports.sheet import Sheet, SheetRow, Spreadsheet

_YOUNGEST, _OLDEST = 16, 100
_GROUP_TITLE: Final = re.compile(
    r"^(?:[ivx]+[.)]? |\d+[.)]? )?"
    r"((?:tổ|nhóm|bộ phận|khối|phòng|ban giám hiệu|cán bộ quản lý)\b.*"
    r"|to (?:\d|chuyen mon|van phong|cm|vp).*)$"
)
_AFTER_TABLE: Final = re.compile(
    r"^(tong (cong|so)|cong( \d+.*)?$|danh sach (nay|gom|co)|an dinh|nguoi (lap|ghi)|hieu truong|"
    r"thu truong|kt|tm|pho hieu truong|noi nhan|ngay \d+ thang|\w+( \w+){0,4} ngay( \d+)? thang)\b"
)
_NUMBERING: Final = re.compile(r"\(?\d{1,2}\)?")
_ORDINAL: Final = re.compile(r"\(?(\d+|[IVX]+|[A-Z])[.)]?")
_TEXTS: Final = {
    Field.GROUP: "group_name",
    Field.POSITION: "position",
    Field.JOB_TITLE: "job_title",
    Field.LEFT_REASON: "left_reason",
    Field.QUALIFICATIONS: "qualifications",
    Field.POLITICAL: "political_theory",
    Field.NOTES: "notes",
}
_READERS: Final[dict[Field, tuple[str, Callable[[CellValue], CellReading[Any]]]]] = {
    **{field: (name, read_text) for field, name in _TEXTS.items()},
    Field.IDENTITY: ("identity_number", read_identity),
    Field.SEX: ("sex", read_sex),
    Field.PARTY: ("party_member", read_yes),
    Field.MANAGER: ("manager", read_manager),
    Field.SECTOR_SINCE: ("sector_since", read_day),
    Field.HIRED_ON: ("hired_on", read_day),
    Field.LEFT_ON: ("left_on", read_day),
    Field.RETURNED_ON: ("returned_on", read_day),
    Field.SPECIAL_AREA: ("special_area_years", read_years),
}


@dataclass(frozen=True, slots=True)
class PersonValues:
    """What a row says about a person; None where it says nothing.

    `ratings` are pairs of a year and the words of its rating, as written.
    """

    full_name: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    identity_number: str | None = None
    group_name: str | None = None
    position: str | None = None
    job_title: str | None = None
    party_member: bool | None = None
    manager: bool | None = None
    sector_since: date | None = None
    hired_on: date | None = None
    left_on: date | None = None
    left_reason: str | None = None
    returned_on: date | None = None
    special_area_years: int | None = None
    qualifications: str | None = None
    political_theory: str | None = None
    notes: str | None = None
    ratings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A row of the list: its number there, what it says, and what is wrong with it.

    A row with `problems` is not to be taken in; `remarks` are for a person to look at.
    """

    number: int
    values: PersonValues
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A staff list: its sheet, its headings, the ones not understood, and its rows."""

    sheet: str
    headings: tuple[str, ...]
    columns: Mapping[int, Field]
    unknown: tuple[str, ...]
    entries: tuple[PersonEntry, ...]


def read_people(spreadsheet: Spreadsheet, today: date) -> PeopleTable:
    """Return the staff list of a file; raises InputError where no sheet has one.

    Of several sheets the one whose head says most is read; hidden ones only if no other has a head.
    """
    found = [(sheet, head) for sheet in spreadsheet.sheets if (head := find_head(sheet))]
    if not found:
        raise _no_head(spreadsheet.source)
    sheet, head = max(found, key=lambda pair: (not pair[0].hidden, len(pair[1].columns)))
    entries = tuple(_marked_twins(list(_entries(sheet, head, today))))
    if not entries:
        raise InputError(
            _("Danh sách trong “{source}” chưa có ai dưới dòng tiêu đề.").format(
                source=spreadsheet.source or _("đoạn dán vào")
            ),
            _("Xin nhập mỗi người một dòng, ngay dưới dòng tiêu đề."),
        )
    return PeopleTable(sheet.name, head.headings, head.columns, _unknown(head), entries)


def _no_head(source: str) -> InputError:
    return InputError(
        _("Không thấy cột họ và tên trong “{source}”.").format(source=source or _("đoạn dán vào")),
        _("Bảng cần một dòng tiêu đề có ô “Họ và tên”; có thể bắt đầu từ tệp mẫu để tải về."),
    )


def _unknown(head: Head) -> tuple[str, ...]:
    return tuple(
        text
        for place, text in enumerate(head.headings)
        if text and place not in head.columns and place not in head.ratings
    )


def _entries(sheet: Sheet, head: Head, today: date) -> Iterator[PersonEntry]:
    """Yield the people; titles of groups between them say where those below belong."""
    group = ""
    ended = False
    for row in sheet.rows[head.end :]:
        if _is_noise(row, head):
            continue
        said = _said(row, head)
        words = _first_words(row)
        title = _GROUP_TITLE.match(words.lower()) if len(set(said.values())) <= 1 else None
        if len(said) <= 2 and (ended or _AFTER_TABLE.match(plain(words))):
            ended = True
        elif title is not None:
            group = clean_line(words[title.start(1) :]).strip(" .:")
        elif said:
            yield _entry(row, head, group, today)


def _said(row: SheetRow, head: Head) -> dict[int, str]:
    """Return the filled cells that say something; numbers in order do not."""
    return {
        place: shown(row.cell(place))
        for place, field in head.columns.items()
        if row.cell(place) is not None and field not in (Field.ORDER, Field.REASON)
    }


def _first_words(row: SheetRow) -> str:
    """Return the first cell of a row that has more than a number in it."""
    texts = (clean_line(cell) for cell in row.cells if isinstance(cell, str))
    return next((text for text in texts if not _ORDINAL.fullmatch(text)), "")


def _is_noise(row: SheetRow, head: Head) -> bool:
    """Tell the row of column numbers under a head, and a head that a new page repeats."""
    texts = [shown(cell) for cell in row.cells if cell is not None]
    if all(_NUMBERING.fullmatch(text) for text in texts):
        return True
    names = [place for place, field in head.columns.items() if field is Field.FULL_NAME]
    return any(heading_of(shown(row.cell(place))) is Field.FULL_NAME for place in names)


def _entry(row: SheetRow, head: Head, group: str, today: date) -> PersonEntry:
    said: dict[str, Any] = {"group_name": group} if group else {}
    problems: list[str] = []
    remarks: list[str] = []
    for name, heading, reading in _readings(row, head):
        if reading.problem:
            problems.append(f"{heading}: {reading.problem}" if heading else reading.problem)
        if reading.note:
            remarks.append(f"{heading}: {reading.note}" if heading else reading.note)
        if reading.value is not None:
            said[name] = reading.value
    said["ratings"] = tuple(
        (year, shown(row.cell(place)))
        for place, year in head.ratings.items()
        if row.cell(place) is not None
    )
    values = PersonValues(**said)
    problems.extend(_contradictions(values, today))
    width = len(head.headings)
    cells = tuple(row.cell(place) for place in range(width))
    return PersonEntry(row.number, values, tuple(problems), tuple(remarks), cells)


def _readings(row: SheetRow, head: Head) -> Iterator[tuple[str, str, CellReading[Any]]]:
    """Yield for each filled cell whose it is, under which heading, and what it says."""
    yield "full_name", "", _name(row, head)
    for place, field in head.columns.items():
        cell = row.cell(place)
        if cell is None:
            continue
        if field in _READERS:
            name, read = _READERS[field]
            yield name, head.headings[place], read(cell)
        else:
            yield from _special(field, head.headings[place], cell)


def _special(
    field: Field, heading: str, cell: CellValue
) -> Iterator[tuple[str, str, CellReading[Any]]]:
    """Read the columns that say two things, or the opposite of a field."""
    if field in (Field.BIRTH, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN):
        yield "birth_date", heading, read_day(cell, birth=True)
    sex = {Field.BIRTH_OF_MEN: MAN, Field.BIRTH_OF_WOMEN: WOMAN}.get(field)
    if sex is not None:
        yield "sex", heading, CellReading(sex)
    if field in (Field.IS_WOMAN, Field.IS_MAN):
        found = read_yes(cell)
        here, there = (WOMAN, MAN) if field is Field.IS_WOMAN else (MAN, WOMAN)
        own = None if found.value is None else (here if found.value else there)
        yield "sex", heading, CellReading(own, found.problem)
    if field is Field.DIRECT:
        direct = read_yes(cell)
        manager = None if direct.value is None else not direct.value
        yield "manager", heading, CellReading(manager, direct.problem)


def _name(row: SheetRow, head: Head) -> CellReading[str]:
    """Return the name of one column, or of the family name's and the given name's together."""
    parts = [
        row.cell(place)
        for wanted in NAME_FIELDS
        for place, field in head.columns.items()
        if field is wanted
    ]
    filled = [part for part in parts if part is not None]
    if not filled:
        return CellReading(problem=_("thiếu họ và tên"))
    if len(filled) == 1:
        return read_name(filled[0])
    return read_name(" ".join(dict.fromkeys(shown(part) for part in filled)))


def _contradictions(values: PersonValues, today: date) -> Iterator[str]:
    """Yield what cannot be true of one person."""
    born, began, came = values.birth_date, values.sector_since, values.hired_on
    if born is not None and not _YOUNGEST <= (today - born).days / 365.2425 <= _OLDEST:
        yield _("ngày sinh {day} không hợp lý").format(day=short_date(born))
    elif born is not None:
        for day in (began, came):
            if day is not None and (day - born).days < _YOUNGEST * 365:
                yield _("ngày vào làm {day} trước khi đủ {age} tuổi").format(
                    day=short_date(day), age=_YOUNGEST
                )
                break
    if values.left_on and came and values.left_on < came:
        yield _("ngày nghỉ {day} trước ngày về trường").format(day=short_date(values.left_on))
    if values.returned_on and values.left_on and values.returned_on < values.left_on:
        yield _("ngày trở lại {day} trước ngày nghỉ").format(day=short_date(values.returned_on))


def _marked_twins(entries: Sequence[PersonEntry]) -> Iterator[PersonEntry]:
    """Yield the entries; one that repeats an earlier one is not to be taken in."""
    seen: dict[tuple[object, ...], int] = {}
    for entry in entries:
        keys = tuple(_keys(entry.values))
        first = next((seen[key] for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, entry.number)
        if first is None:
            yield entry
        else:
            said = _("trùng với dòng {number}").format(number=first)
            yield replace(entry, problems=(*entry.problems, said))


def _keys(values: PersonValues) -> Iterator[tuple[object, ...]]:
    """Yield what two rows about one person share."""
    if values.identity_number:
        yield (values.identity_number,)
    if values.full_name and (values.birth_date or not values.identity_number):
        yield (spelling_key(values.full_name), values.birth_date)
