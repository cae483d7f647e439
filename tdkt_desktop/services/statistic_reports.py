"""Use cases about statistics: tables for the screen, a report, and a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content
from tdkt_desktop.documents.blocks import Block, Heading, Level, Paragraph
from tdkt_desktop.documents.figures import read_number
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.services.known_awards import LEVEL_NAMES
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.services.statistic_tables import StatisticTable, statistic_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.exports.sheet_table import SheetTable, Value
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.statistics import StatisticsService

STATISTIC_KINDS: Final[Mapping[str, About]] = {"bao-cao-thong-ke": About.YEAR}
_NUMBER_LETTERS: Final = 16.0
_NAME_LETTERS: Final = 48.0


class StatisticReports:
    """Puts the numbers of awards into tables; it writes nothing into the store."""

    def __init__(self, statistics: StatisticsService, school: SchoolService) -> None:
        self._statistics, self._school = statistics, school

    def tables(self, period: PlanPeriod) -> tuple[StatisticTable, ...]:
        """Return the tables of a year; none where nothing was registered or given."""
        years = self._statistics.years()
        return statistic_tables(self._statistics.year(stored_year(period)), years, LEVEL_NAMES)

    def content(self, period: PlanPeriod) -> Content:
        """Return the data of the report: each table under its heading."""
        blocks: list[Block] = []
        for one in self.tables(period):
            blocks.append(Heading(Level.ARABIC, RichText(one.title)))
            if one.sentence:
                blocks.append(Paragraph(RichText(one.sentence)))
            blocks.append(one.table)
        empty = Paragraph(RichText("Trong năm chưa có số liệu thi đua, khen thưởng."))
        return Content({}, {"bang_thong_ke": blocks or (empty,)})

    def export(self, period: PlanPeriod, target: Path, *, overwrite: bool = False) -> Path:
        """Write all tables to an .xlsx file, a sheet for each, and return its path.

        Raises InputError where the file cannot be written.
        """
        from tdkt_desktop.exports.gateway import write_file
        from tdkt_desktop.exports.xlsx_writer import write_xlsx

        school = self._school.profile().official_name
        sheets = [_sheet(one, school, period.name) for one in self.tables(period)]

        def fill(stream: BinaryIO) -> None:
            write_xlsx(sheets, stream)

        return write_file(target, fill, overwrite=overwrite)


def stored_year(period: PlanPeriod) -> str:
    """Return a period as records keep it: "2025-2026", or "2025"."""
    return str(period.school_year or period.year)


def _sheet(one: StatisticTable, school: str, period: str) -> SheetTable:
    from tdkt_desktop.exports.sheet_table import Align, SheetColumn, SheetTable

    first, *others = one.table.cell_columns
    columns = (
        SheetColumn(first.title, _NAME_LETTERS),
        *(SheetColumn(column.title, _NUMBER_LETTERS, Align.RIGHT) for column in others),
    )
    titles = (school, _("{title}, {period}").format(title=one.title, period=period))
    return SheetTable(_sheet_name(one), columns, _rows(one.table), titles)


def _rows(table: Table) -> list[tuple[Value, ...]]:
    return [
        (row.cells[0].plain, *(_value(cell.plain) for cell in row.cells[1:]))
        for group in table.groups
        for row in group.rows
    ]


def _value(text: str) -> Value:
    """Return a number as a number; a share and a dash stay as they are written."""
    number = read_number(text)
    if number is None or not text.replace(".", "").isdecimal():
        return text
    return int(number)


def _sheet_name(one: StatisticTable) -> str:
    """Return a name that Excel takes: at most 31 letters, none of its signs."""
    longest = 31
    return "".join(sign for sign in one.title if sign not in "[]:*?/\\")[:longest].strip()
