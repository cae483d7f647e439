"""Reads the list of a decision from a spreadsheet, and finds its people in a dossier.

Nothing is stored here: a person looks at what was found before it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import read_date
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tdkt_desktop.imports.sheet import CellValue, Sheet, SheetRow
    from tdkt_desktop.services.dossier_views import DossierView, EntryView

_NAME, _AWARD, _NUMBER, _DAY, _BODY, _RESULT = "name", "award", "number", "day", "body", "result"
_HEADS: Final = (
    (_DAY, ("ngay quyet dinh", "ngay qd", "ngay ky", "ngay ban hanh", "ngay thang qd")),
    (_NUMBER, ("so quyet dinh", "so qd", "quyet dinh so", "so, ky hieu", "so ky hieu")),
    (_BODY, ("co quan", "cap quyet dinh", "cap khen", "nguoi ky")),
    (_RESULT, ("ket qua",)),
    (_AWARD, ("danh hieu", "hinh thuc", "khen thuong")),
    (_NAME, ("ho va ten", "ho ten", "ho, ten", "ten ca nhan", "ca nhan", "ten tap the", "tap the")),
)
_LOOKED_AT: Final = 15
_REFUSED: Final = ("khong", "chua", "loai")


@dataclass(frozen=True, slots=True)
class DecisionList:
    """What a list says of a dossier: whom it grants, and the decision where it names one.

    `unknown` are names that the dossier does not have; `left` nominees that the list does not.
    """

    granted: tuple[int, ...]
    left: tuple[str, ...]
    unknown: tuple[str, ...]
    number: str = ""
    decided_on: date | None = None
    body: str = ""


class DecisionLists:
    """Reads .xlsx and .csv lists of decisions."""

    def read(self, view: DossierView, path: Path) -> DecisionList:
        """Return what a file says of a dossier; InputError where there is no column of names."""
        from tdkt_desktop.imports.spreadsheet import read_spreadsheet

        book = read_spreadsheet(path)
        for sheet in book.sheets:
            head = _head_of(sheet)
            if head is not None and not sheet.hidden:
                return self._list(view, sheet.rows[head[0] + 1 :], head[1])
        raise InputError(
            _("Tệp “{name}” không có cột họ và tên.").format(name=path.name),
            _("Xin đặt dòng tên cột có “Họ và tên”, rồi chọn lại tệp."),
        )

    def _list(
        self, view: DossierView, rows: Sequence[SheetRow], columns: dict[str, int]
    ) -> DecisionList:
        granted: dict[int, None] = {}
        unknown: dict[str, None] = {}
        said: dict[str, CellValue] = {}
        for row in rows:
            name = _text(row, columns, _NAME)
            if not name or name.isdecimal() or row.alone:
                continue
            found = list(_found(view, name, _text(row, columns, _AWARD)))
            if not found:
                unknown[name] = None
                continue
            if not fold(_text(row, columns, _RESULT)).startswith(_REFUSED):
                granted.update((one.id, None) for one in found)
                for key in (_NUMBER, _DAY, _BODY):
                    if key in columns and row.cell(columns[key]) is not None:
                        said.setdefault(key, row.cell(columns[key]))
        return DecisionList(
            granted=tuple(one.id for one in view.entries if one.id in granted),
            left=tuple(one.who for one in view.entries if one.id not in granted),
            unknown=tuple(unknown),
            number=clean_line(_shown(said.get(_NUMBER))),
            decided_on=_day(said.get(_DAY)),
            body=clean_line(_shown(said.get(_BODY))),
        )


def _found(view: DossierView, name: str, award: str) -> Iterator[EntryView]:
    """Yield the nominees of a name; an award that the row names must be theirs."""
    wanted = fold(clean_line(name))
    for entry in view.entries:
        if fold(entry.who) == wanted and (not award or _same(entry, award)):
            yield entry


def _same(entry: EntryView, award: str) -> bool:
    """Tell whether words name the award of a nominee: in full, by its code, or by its letters."""
    said, name = fold(award), fold(entry.name)
    letters = "".join(word[0] for word in name.split())
    return name in said or said in (fold(entry.award), letters)


def _head_of(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the heads of a sheet, and which column is what; None without names."""
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns: dict[str, int] = {}
        for number, cell in enumerate(row.cells):
            key = _key_of(fold(clean_line(_shown(cell))))
            if key and key not in columns:
                columns[key] = number
        if _NAME in columns and not row.alone:
            return place, columns
    return None


def _key_of(head: str) -> str:
    for key, words in _HEADS:
        if any(word in head for word in words):
            return key
    return ""


def _text(row: SheetRow, columns: dict[str, int], key: str) -> str:
    return clean_line(_shown(row.cell(columns[key]))) if key in columns else ""


def _shown(value: CellValue) -> str:
    from tdkt_desktop.imports.sheet import shown

    return shown(value)


def _day(value: CellValue) -> date | None:
    if isinstance(value, date):
        return value
    return read_date(clean_line(_shown(value))) if value is not None else None
