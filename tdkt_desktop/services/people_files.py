"""Use cases about staff lists that go out: the list, the template to fill in, the failed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.exports.csv_writer import CsvCode as CsvCode
from tdkt_desktop.exports.csv_writer import write_csv
from tdkt_desktop.exports.gateway import write_file
from tdkt_desktop.exports.sheet_table import Align, SheetColumn, SheetTable
from tdkt_desktop.i18n import _
from tdkt_desktop.imports.sheet import CellError
from tdkt_desktop.models.merit import Rating
from tdkt_desktop.models.person import Person
from tdkt_desktop.services.groups import GroupService
from tdkt_desktop.services.people_columns import (
    COLUMNS,
    IDENTITY,
    PeopleColumn,
    cells_of,
    rating_column,
    sheet_columns,
)
from tdkt_desktop.services.people_views import data_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.people_preview import Choice, PeoplePreview

_SHEET: Final = "Nhân sự"
_GUIDE: Final = "Hướng dẫn"
_FAILED: Final = "Chưa nhập được"
_ORDER: Final = SheetColumn("STT", 6, Align.CENTER)
_REASON: Final = SheetColumn("Lý do không nhập được", 46)
_ROOM: Final = 500
"""Empty rows of the template that offer choices."""
_RATED_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list goes out: which people in which order (None for all by name), and what of them.

    Identity numbers go out only when asked for.
    """

    person_ids: Sequence[int] | None = None
    identity: bool = False
    ratings: bool = True
    code: CsvCode = CsvCode.UTF8


class PeopleFileService:
    """Makes staff lists as .xlsx and .csv."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def export(
        self, target: Path, options: ListOptions | None = None, *, overwrite: bool = False
    ) -> Path:
        """Write people to a .xlsx or .csv file, by its ending, and return the path.

        Raises UsageError for another ending and InputError where the file cannot be written.
        """
        options = options or ListOptions()
        ending = _ending(target)
        columns, rows = self._table(options)
        heads = (_ORDER, *sheet_columns(columns))

        def fill(stream: BinaryIO) -> None:
            if ending == ".csv":
                write_csv([head.title for head in heads], rows, stream, options.code)
            else:
                _write_xlsx([SheetTable(_SHEET, heads, rows)], stream)

        return write_file(target, fill, overwrite=overwrite)

    def template(self, target: Path, *, overwrite: bool = False) -> Path:
        """Write an empty list to fill in, with choices, advice and an explanation beside it."""
        _require_xlsx(target)
        groups = [group.name for group in GroupService(self._store).groups()]
        heads = (_ORDER, *sheet_columns(COLUMNS, groups, advise=True))
        tables = (SheetTable(_SHEET, heads, (), room=_ROOM, filters=False), _guide())
        return write_file(target, lambda stream: _write_xlsx(tables, stream), overwrite=overwrite)

    def write_left_out(
        self,
        preview: PeoplePreview,
        target: Path,
        choices: Mapping[int, Choice] | None = None,
        *,
        overwrite: bool = False,
    ) -> Path:
        """Write the rows that were not taken in, as they came, each with the reason.

        Put right, the file can be taken in again. Raises InputError where there are no such rows.
        """
        _require_xlsx(target)
        left_out = list(preview.left_out(choices))
        if not left_out:
            raise InputError(_("Mọi dòng đều đã nhập được; không có gì để ghi ra."))
        heads = tuple(SheetColumn(title or " ", 18) for title in preview.headings)
        rows = [
            (*(_plain(cell) for cell in row.entry.cells), _sentence(row.reason)) for row in left_out
        ]
        table = SheetTable(_FAILED, (*heads, _REASON), rows)
        return write_file(target, lambda stream: _write_xlsx([table], stream), overwrite=overwrite)

    def _table(self, options: ListOptions) -> tuple[tuple[PeopleColumn, ...], list[list[Any]]]:
        groups = {group.id: group.name for group in GroupService(self._store).groups()}
        with self._store.read() as session:
            people = _people(session, options.person_ids)
            ratings = _ratings(session) if options.ratings else {}
            years = sorted({year for _person, year in ratings})[-_RATED_YEARS:]
            own = tuple(one for one in COLUMNS if options.identity or one.field != IDENTITY)
            rows = [
                [
                    *cells_of(
                        data_of(one), groups.get(one.group_id or 0, ""), one.identity_number, own
                    ),
                    *(ratings.get((one.id, year)) for year in years),
                ]
                for one in people
            ]
        return _without_empty((*own, *map(rating_column, years)), rows)


def _without_empty(
    columns: tuple[PeopleColumn, ...], rows: list[list[Any]]
) -> tuple[tuple[PeopleColumn, ...], list[list[Any]]]:
    """Leave out the columns of which nobody has anything, and number the rows."""
    said = [
        place for place in range(1, len(columns)) if any(row[place] is not None for row in rows)
    ]
    kept = [0, *said]
    numbered = [[number, *(row[place] for place in kept)] for number, row in enumerate(rows, 1)]
    return tuple(columns[place] for place in kept), numbered


def _people(session: Session, person_ids: Sequence[int] | None) -> list[Person]:
    """Return the people asked for in that order, or all by name."""
    query = select(Person).where(Person.deleted_at.is_(None)).order_by(Person.name_key)
    people = list(session.scalars(query))
    if person_ids is None:
        return people
    by_id = {person.id: person for person in people}
    return [by_id[person_id] for person_id in person_ids if person_id in by_id]


def _ratings(session: Session) -> dict[tuple[int, str], str]:
    """Return the codes of the people's ratings by person and year."""
    query = select(Rating.person_id, Rating.year, Rating.code).where(
        Rating.deleted_at.is_(None), Rating.person_id.is_not(None)
    )
    return {
        (person_id, year): code
        for person_id, year, code in session.execute(query)
        if person_id is not None
    }


def _write_xlsx(tables: Sequence[SheetTable], stream: BinaryIO) -> None:
    from tdkt_desktop.exports.xlsx_writer import write_xlsx

    write_xlsx(tables, stream)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(cell: object) -> Any:
    return cell.code if isinstance(cell, CellError) else cell


def _guide() -> SheetTable:
    """Return the sheet that explains the columns."""
    columns = (SheetColumn("Cột", 32), SheetColumn("Cách ghi", 90))
    rows = [
        (column.title, " ".join(filter(None, (_(column.advice), _choices(column)))) or None)
        for column in COLUMNS
    ]
    return SheetTable(
        _GUIDE,
        columns,
        rows,
        titles=(
            _("Ghi mỗi người một dòng ở trang “{sheet}”, giữ nguyên dòng tiêu đề.").format(
                sheet=_SHEET
            ),
            _("Chỉ họ và tên là bắt buộc. Ô để trống giữ nguyên điều chương trình đã biết."),
        ),
        filters=False,
    )


def _choices(column: PeopleColumn) -> str:
    return _("Chọn: {words}.").format(words=", ".join(column.choices)) if column.choices else ""


def _ending(target: Path) -> str:
    ending = target.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise UsageError(
            _("Không xuất được dạng “{suffix}”: {path}.").format(suffix=target.suffix, path=target),
            _("Xin đặt tên tệp có đuôi .xlsx hoặc .csv."),
        )
    return ending


def _require_xlsx(target: Path) -> None:
    if target.suffix.lower() != ".xlsx":
        raise UsageError(
            _("Không ghi được dạng “{suffix}”: {path}.").format(suffix=target.suffix, path=target),
            _("Xin đặt tên tệp có đuôi .xlsx."),
        )
