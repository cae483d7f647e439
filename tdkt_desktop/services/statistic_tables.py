"""The numbers of awards as tables with their pictures: the same for screen, papers and Excel."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import (
    Column,
    ColumnRole,
    Picture,
    PictureKind,
    Row,
    RowGroup,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.record_views import AwardKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tdkt_desktop.services.statistics import AwardNumbers, YearNumbers

_LEVEL_SENTENCE = "Số danh hiệu, hình thức đạt được theo cấp có thẩm quyền quyết định như sau:"
_NAME_WIDTH = 5.0
_NUMBER_WIDTH = 1.6


@dataclass(frozen=True, slots=True)
class StatisticTable:
    """A table of numbers: its key, its title, what it comes to, and the table with its picture."""

    key: str
    title: str
    table: Table
    sentence: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to count."""
        return not any(group.rows for group in self.table.groups)


def statistic_tables(
    year: YearNumbers, years: Sequence[YearNumbers], levels: Mapping[str, str]
) -> tuple[StatisticTable, ...]:
    """Return all tables of a year; `levels` are the names of the levels that grant."""
    made = (
        StatisticTable(
            "awards",
            "Danh hiệu, hình thức trong năm",
            _by_award(year),
            _whole_sentence(year),
        ),
        StatisticTable(
            "registered", "Đăng ký và kết quả", _registered(year), _registered_sentence(year)
        ),
        StatisticTable(
            "people", "Theo giới và vị trí công tác", _by_people(year), _people_sentence(year)
        ),
        StatisticTable("groups", "Theo tổ", _by_group(year), _group_sentence(year)),
        StatisticTable("levels", "Theo cấp khen thưởng", _by_level(year, levels), _LEVEL_SENTENCE),
        StatisticTable("years", "Qua các năm", _over_years(years), _years_sentence(years)),
        StatisticTable("award-years", "Từng danh hiệu qua các năm", _awards_over(years)),
    )
    return tuple(one for one in made if not one.is_empty)


def _by_award(year: YearNumbers) -> Table:
    given = [one for one in year.awards if one.total]
    return _table(
        "Danh hiệu, hình thức",
        ("Tổng số", "Cá nhân", "Tập thể"),
        _kinds(given, lambda one: (one.total, one.people, one.collectives)),
        Picture(PictureKind.BARS, (1,), f"Số lượng đạt được {year.year}"),
    )


def _registered(year: YearNumbers) -> Table:
    listed = [one for one in year.awards if one.registered or one.total]
    return _table(
        "Danh hiệu, hình thức",
        ("Đăng ký", "Đạt", "Đạt trong số đăng ký", "Tỷ lệ"),
        _kinds(listed, _reached),
        Picture(PictureKind.BARS, (1, 2), f"Đăng ký và đạt được {year.year}"),
    )


def _reached(one: AwardNumbers) -> tuple[int | str, ...]:
    count = len(one.registered)
    share = f"{100 * one.reached / count:.1f}%".replace(".", ",") if count else "-"
    return count, one.total, one.reached, share.replace(",0%", "%")


def _by_people(year: YearNumbers) -> Table:
    given = [one for one in year.awards if one.people]
    return _table(
        "Danh hiệu, hình thức",
        ("Cá nhân", "Nữ", "Nam", "Quản lý", "Trực tiếp"),
        _kinds(
            given, lambda one: (one.people, one.women, one.men, one.managers, one.direct_workers)
        ),
        Picture(PictureKind.BARS, (2, 3), "Nữ và nam"),
    )


def _by_group(year: YearNumbers) -> Table:
    titles, commendations = _of_kind(year, AwardKind.TITLE), _of_kind(year, AwardKind.COMMENDATION)
    names = dict.fromkeys(name for name, _count in year.whole.by_group)
    rows = [_row(name, (titles[name], commendations[name])) for name in names]
    return _table(
        "Tổ",
        ("Danh hiệu thi đua", "Hình thức khen thưởng"),
        [RowGroup(tuple(rows))],
        Picture(PictureKind.COLUMNS, (1, 2), f"Cá nhân được khen theo tổ {year.year}"),
    )


def _of_kind(year: YearNumbers, kind: AwardKind) -> Counter[str]:
    return Counter(
        one.group_name for one in year.whole.receipts if one.is_person and one.kind is kind
    )


def _by_level(year: YearNumbers, levels: Mapping[str, str]) -> Table:
    rows = [_row(levels.get(code, code) or "Chưa ghi", (n,)) for code, n in year.by_level if n]
    return _table(
        "Cấp khen thưởng",
        ("Số lượng",),
        [RowGroup(tuple(rows))],
        Picture(PictureKind.BARS, (1,), f"Theo cấp khen thưởng {year.year}"),
    )


def _over_years(years: Sequence[YearNumbers]) -> Table:
    rows = []
    for year in years:
        counts = Counter(one.kind for one in year.whole.receipts)
        kinds = (counts[AwardKind.TITLE], counts[AwardKind.COMMENDATION])
        rows.append(_row(year.year, (*kinds, year.whole.women, year.whole.reached)))
    return _table(
        "Năm",
        ("Danh hiệu thi đua", "Hình thức khen thưởng", "Nữ", "Đạt như đăng ký"),
        [RowGroup(tuple(rows))],
        Picture(PictureKind.LINES, (1, 2), "Số danh hiệu, hình thức khen thưởng qua các năm"),
    )


def _awards_over(years: Sequence[YearNumbers]) -> Table:
    names = {one.award: one for year in years for one in year.awards if one.total}
    kinds: dict[AwardKind | None, list[Row]] = {}
    for code, known in names.items():
        counts = [found.total if (found := year.of(code)) else 0 for year in years]
        kinds.setdefault(known.kind, []).append(_row(known.name, counts))
    groups = [_kind_group(kind, rows) for kind, rows in kinds.items()]
    columns = [year.year for year in years]
    return _table("Danh hiệu, hình thức", columns, groups, None)


def _kinds(
    numbers: Iterable[AwardNumbers], cells: Callable[[AwardNumbers], Iterable[int | str]]
) -> list[RowGroup]:
    """Return titles apart from commendations; nothing where there is none of either."""
    kinds: dict[AwardKind | None, list[Row]] = {}
    for one in numbers:
        kinds.setdefault(one.kind, []).append(_row(one.name, cells(one)))
    return [_kind_group(kind, rows) for kind, rows in kinds.items()]


def _kind_group(kind: AwardKind | None, rows: Sequence[Row]) -> RowGroup:
    heads = {
        AwardKind.TITLE: "Danh hiệu thi đua",
        AwardKind.COMMENDATION: "Hình thức khen thưởng",
    }
    return RowGroup(tuple(rows), RichText(heads[kind] if kind else "Khác"), numbered=False)


def _row(name: str, values: Iterable[int | str]) -> Row:
    cells = (RichText(str(value)) for value in values)
    return Row((RichText(name), *cells))


def _table(
    first: str, heads: Sequence[str], groups: Sequence[RowGroup], picture: Picture | None
) -> Table:
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column(first, ColumnRole.CONTENT, width=_NAME_WIDTH),
        *(Column(head, ColumnRole.DUE, width=_NUMBER_WIDTH) for head in heads),
    )
    return Table(columns, tuple(groups), RowNumbering.CONTINUOUS, picture)


def _whole_sentence(year: YearNumbers) -> str:
    whole = year.whole
    counts = Counter(one.kind for one in whole.receipts)
    titles, commendations = counts[AwardKind.TITLE], counts[AwardKind.COMMENDATION]
    return (
        f"Trong năm {year.year} có {whole.total} lượt được tặng, trong đó {titles} danh hiệu thi "
        f"đua và {commendations} hình thức khen thưởng; cá nhân {whole.people} lượt, tập thể "
        f"{whole.collectives} lượt."
    )


def _registered_sentence(year: YearNumbers) -> str:
    whole = year.whole
    return (
        f"Có {len(whole.registered)} lượt đăng ký; {whole.reached} lượt đã đạt đúng danh hiệu, "
        f"hình thức đã đăng ký."
    )


def _people_sentence(year: YearNumbers) -> str:
    whole = year.whole
    return (
        f"Trong {whole.people} lượt cá nhân được khen có {whole.women} lượt là nữ, "
        f"{whole.direct_workers} lượt là người trực tiếp giảng dạy, phục vụ, {whole.managers} lượt "
        f"là người làm quản lý."
    )


def _group_sentence(year: YearNumbers) -> str:
    groups = sorted(year.whole.by_group, key=lambda item: -item[1])
    if not groups:
        return ""
    name, count = groups[0]
    return f"Các cá nhân được khen thuộc {len(groups)} tổ; nhiều nhất là {name} với {count} lượt."


def _years_sentence(years: Sequence[YearNumbers]) -> str:
    """Say how the last year stands beside the one before it."""
    if len(years) < 2:
        return ""
    before, last = years[-2], years[-1]
    change = last.whole.total - before.whole.total
    way = "bằng" if not change else f"{'tăng' if change > 0 else 'giảm'} {abs(change)} lượt so với"
    return f"Năm {last.year} có {last.whole.total} lượt được khen, {way} năm {before.year}."
