"""Reads single cells of staff lists: names, dates, sex, yes and no, identity numbers.

Each reader returns a `CellReading`: the value, or a problem in words for which the row is not taken
in, and a note where the value had to be guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from tdkt_desktop.i18n import _
from tdkt_desktop.imports.people_headings import plain
from tdkt_desktop.imports.sheet import CellError, shown
from tdkt_desktop.vietnamese.dates import DateFault, date_fault, read_date, short_date
from tdkt_desktop.vietnamese.names import strip_address, title_case
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.imports.sheet import CellValue

T = TypeVar("T")

WOMAN: Final = "F"
MAN: Final = "M"
_WOMEN: Final = frozenset({"nu", "n", "f", "female", "gai", "ba", "co", "nu gioi", "0"})
_MEN: Final = frozenset({"nam", "m", "male", "trai", "ong", "thay", "nam gioi", "1"})
_YES: Final = frozenset(
    {"x", "xx", "co", "1", "true", "yes", "y", "dung", "v", "da ket nap", "dang vien", "roi", "ok"}
)
_NO: Final = frozenset({"khong", "0", "false", "no", "n", "k", "ko", "chua", "sai", "quan chung"})
_TICKS: Final = frozenset("✓✔☑✗×●•√")
_MANAGERS: Final = ("quan ly", "cbql", "ql", "lanh dao", "ban giam hieu", "bgh")
_DIRECT: Final = ("truc tiep", "giao vien", "nhan vien", "gv", "nv", "ld truc tiep")
_SERIALS: Final = range(3_000, 80_000)
"""Days since 1899-12-30 that can be meant where a date lost its format."""
_YEARS: Final = range(1900, 2101)
_EPOCH: Final = date(1899, 12, 30)
_MONTH: Final = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*[/.\-]\s*(\d{4})", re.IGNORECASE)
_SHORT: Final = re.compile(r"(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{2})")
_MASKED: Final = re.compile(r"[*•●xX]{3,}")
_GAPS: Final = re.compile(r"[\s.'’-]+")
_START_OF_YEAR: Final = (9, 1)


@dataclass(frozen=True, slots=True)
class CellReading(Generic[T]):
    """What a cell says: a value, or why it says none."""

    value: T | None = None
    problem: str = ""
    note: str = ""


def read_text(cell: CellValue) -> CellReading[str]:
    """Read a cell of words; a formula that failed is a problem."""
    if isinstance(cell, CellError):
        return CellReading(problem=_("ô công thức bị lỗi {code}").format(code=cell.code))
    return CellReading(clean_line(shown(cell)) or None)


def read_name(cell: CellValue) -> CellReading[str]:
    """Read a full name: without ông, bà, ThS.; names in capitals get theirs back."""
    found = read_text(cell)
    if found.value is None:
        return found
    name = strip_address(found.value).strip(" .,;:-*")
    if any(char.isdigit() for char in name):
        return CellReading(problem=_("họ và tên “{text}” có chữ số").format(text=found.value))
    if not any(char.isalpha() for char in name):
        return CellReading(problem=_("“{text}” không phải họ và tên").format(text=found.value))
    shouted = any(len(word) > 1 and word.isupper() for word in name.split())
    tidy = title_case(name) if shouted or name.islower() else name
    note = "" if " " in tidy else _("họ và tên chỉ có một chữ; xin xem lại")
    return CellReading(tidy, note=note)


def read_day(cell: CellValue, *, birth: bool = False) -> CellReading[date]:
    """Read a date kept as a date, as a number of days or as text; years alone give a note."""
    if isinstance(cell, CellError):
        return CellReading(problem=_("ô công thức bị lỗi {code}").format(code=cell.code))
    if isinstance(cell, date):
        return CellReading(cell)
    if isinstance(cell, bool) or cell is None:
        return CellReading(problem="" if cell is None else _not_a_day(shown(cell)))
    if isinstance(cell, int | float):
        # Also false for what is no number at all (NaN).
        sensible = abs(cell) < _SERIALS.stop
        return _day_of_number(int(cell) if sensible else -1, birth=birth, text=str(cell))
    return _day_of_text(cell, birth=birth)


def _day_of_number(number: int, *, birth: bool, text: str) -> CellReading[date]:
    if number in _YEARS:
        return _year_alone(number, birth=birth)
    if number in _SERIALS:
        return CellReading(_EPOCH + timedelta(days=number))
    return CellReading(problem=_not_a_day(text))


def _day_of_text(text: str, *, birth: bool) -> CellReading[date]:
    day = read_date(text)
    if day is not None:
        return CellReading(day)
    line = clean_line(text)
    if line.isdecimal():
        return _day_of_number(int(line[:9]), birth=birth, text=line)
    if match := _SHORT.fullmatch(line):
        return _short_year(match)
    if match := _MONTH.fullmatch(line):
        return _month_alone(int(match[1]), int(match[2]), line, birth=birth)
    if date_fault(text) is DateFault.IMPOSSIBLE:
        return CellReading(problem=_("không có ngày “{text}” trong lịch").format(text=line))
    return CellReading(problem=_not_a_day(line))


def _short_year(match: re.Match[str]) -> CellReading[date]:
    """Read a year of two digits as the latest one that is not to come."""
    this_year = date.today().year  # noqa: DTZ011 - a calendar day, whatever the zone
    year = this_year // 100 * 100 + int(match[4])
    year -= 100 if year > this_year else 0
    try:
        day = date(year, int(match[3]), int(match[1]))
    except ValueError:
        return CellReading(problem=_("không có ngày “{text}” trong lịch").format(text=match[0]))
    return CellReading(
        day, note=_("“{text}” hiểu là {day}").format(text=match[0], day=short_date(day))
    )


def _year_alone(year: int, *, birth: bool) -> CellReading[date]:
    if birth:
        return CellReading(note=_("chỉ có năm sinh {year}, chưa có ngày").format(year=year))
    day = date(year, *_START_OF_YEAR)
    said = _("chỉ có năm {year}, ghi tạm là {day}")
    return CellReading(day, note=said.format(year=year, day=short_date(day)))


def _month_alone(month: int, year: int, text: str, *, birth: bool) -> CellReading[date]:
    if not 1 <= month <= 12 or year not in _YEARS:
        return CellReading(problem=_not_a_day(text))
    if birth:
        return CellReading(note=_("chỉ có tháng, năm sinh {text}").format(text=text))
    day = date(year, month, 1)
    said = _("“{text}” không có ngày, ghi tạm là {day}")
    return CellReading(day, note=said.format(text=text, day=short_date(day)))


def _not_a_day(text: str) -> str:
    return _("“{text}” không phải ngày tháng").format(text=text)


def read_sex(cell: CellValue) -> CellReading[str]:
    """Read Nam or Nữ in any of their usual spellings as "M" or "F"."""
    found = read_text(cell)
    if found.value is None:
        return found
    words = plain(found.value)
    if words in _WOMEN:
        return CellReading(WOMAN)
    if words in _MEN:
        return CellReading(MAN)
    return CellReading(problem=_("không hiểu giới tính “{text}”").format(text=found.value))


def read_yes(cell: CellValue) -> CellReading[bool]:
    """Read yes or no: "x", "Có", a tick or a date (of joining) mean yes; an empty cell nothing."""
    if isinstance(cell, date):
        return CellReading(value=True)
    found = read_text(cell)
    if found.value is None:
        return CellReading(problem=found.problem)
    words = plain(found.value)
    if words in _YES or found.value in _TICKS or read_date(found.value) is not None:
        return CellReading(value=True)
    if words in _NO or found.value in {"-", "–", "—"}:
        return CellReading(value=False)
    return CellReading(problem=_("không hiểu “{text}” là có hay không").format(text=found.value))


def read_manager(cell: CellValue) -> CellReading[bool]:
    """Read whether somebody manages: "Quản lý" or "Trực tiếp", or yes and no."""
    found = read_text(cell)
    words = plain(found.value or "")
    if words.startswith(_MANAGERS):
        return CellReading(value=True)
    if words.startswith(_DIRECT):
        return CellReading(value=False)
    return read_yes(cell)


def read_identity(cell: CellValue) -> CellReading[str]:
    """Read an identity number of 9 or 12 digits; zeros that a number has lost come back.

    A masked number, as the program shows it, says nothing.
    """
    found = read_text(cell)
    if found.value is None or _MASKED.search(found.value):
        return CellReading(problem=found.problem)
    digits = _GAPS.sub("", found.value)
    if not digits.isdecimal():
        return CellReading(problem=_("số định danh “{text}” sai").format(text=found.value))
    if len(digits) in (9, 12):
        return CellReading(digits)
    if len(digits) in (8, 10, 11) and isinstance(cell, int):
        full = digits.zfill(9 if len(digits) == 8 else 12)
        return CellReading(full, note=_("số định danh bị mất số 0 ở đầu, đã thêm lại"))
    return CellReading(
        problem=_("số định danh “{text}” phải có 9 hoặc 12 chữ số").format(text=found.value)
    )


def read_years(cell: CellValue) -> CellReading[int]:
    """Read a number of years."""
    found = read_text(cell)
    if found.value is None:
        return CellReading(problem=found.problem)
    match = re.match(r"\d{1,2}\b", found.value)
    if match is None:
        return CellReading(problem=_("“{text}” không phải số năm").format(text=found.value))
    return CellReading(int(match[0]))
