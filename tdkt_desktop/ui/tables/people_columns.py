"""The columns of the list of people: what each shows and what it is ordered by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_views import SEX_NAMES, PersonRow, PersonState
from tdkt_desktop.services.year_marks import YearMark
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import sort_key

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PeopleColumn:
    """A column: its head, its text, and its key; a key of None says that there is nothing."""

    key: str
    head: str
    text: Callable[[PersonRow, YearMark], str]
    order: Callable[[PersonRow, YearMark], Any]
    right: bool = False
    quiet: bool = True
    shown: bool = True


@lru_cache(maxsize=4096)
def _weight(text: str) -> str | None:
    """Return what words are ordered by; few of them differ in a list of many."""
    return sort_key(text) if text else None


def yes_or_no(value: bool | None) -> str:
    """Return an answer in words, empty where nobody has said."""
    return "" if value is None else _("Có") if value else _("Không")


def manager_word(value: bool | None) -> str:
    """Return how somebody counts among those who lead or those who work directly."""
    return "" if value is None else _("Quản lý") if value else _("Trực tiếp")


def _day(day: date | None) -> str:
    return short_date(day, padded=True) if day else ""


def _state(row: PersonRow) -> str:
    if row.state is PersonState.WORKING:
        return _("Đang công tác")
    return _("Nghỉ từ {day}").format(day=_day(row.left_on))


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names)


PEOPLE_COLUMNS: Final = (
    PeopleColumn(
        "name", N_("Họ và tên"), lambda row, _m: row.full_name, lambda row, _m: row.name_key,
        quiet=False,
    ),
    PeopleColumn(
        "birth", N_("Ngày sinh"), lambda row, _m: _day(row.birth_date),
        lambda row, _m: row.birth_date, right=True,
    ),
    PeopleColumn(
        "sex", N_("Giới tính"), lambda row, _m: _(SEX_NAMES[row.sex]) if row.sex else "",
        lambda row, _m: row.sex, shown=False,
    ),
    PeopleColumn(
        "position", N_("Chức vụ"), lambda row, _m: row.position,
        lambda row, _m: _weight(row.position), quiet=False,
    ),
    PeopleColumn(
        "group", N_("Tổ"), lambda row, _m: row.group_name,
        lambda row, _m: row.group_place if row.group_name else None, quiet=False,
    ),
    PeopleColumn(
        "job_title", N_("Chức danh nghề nghiệp"), lambda row, _m: row.job_title,
        lambda row, _m: _weight(row.job_title), shown=False,
    ),
    PeopleColumn(
        "sector", N_("Vào ngành"),
        lambda row, _m: str(row.sector_since.year) if row.sector_since else "",
        lambda row, _m: row.sector_since, right=True, shown=False,
    ),
    PeopleColumn(
        "hired", N_("Về trường"), lambda row, _m: _day(row.hired_on),
        lambda row, _m: row.hired_on, right=True, shown=False,
    ),
    PeopleColumn(
        "party", N_("Đảng viên"), lambda row, _m: yes_or_no(row.party_member),
        lambda row, _m: None if row.party_member is None else not row.party_member, shown=False,
    ),
    PeopleColumn(
        "manager", N_("Quản lý, trực tiếp"), lambda row, _m: manager_word(row.manager),
        lambda row, _m: None if row.manager is None else not row.manager, shown=False,
    ),
    PeopleColumn(
        "state", N_("Công tác"), lambda row, _m: _state(row),
        lambda row, _m: (row.state, row.left_on or row.hired_on) if row.left_on else None,
        shown=False,
    ),
    PeopleColumn(
        "rating", N_("Xếp loại"), lambda _r, mark: mark.rating,
        lambda _r, mark: -mark.rank if mark.rating else None, quiet=False,
    ),
    PeopleColumn(
        "titles", N_("Danh hiệu thi đua"), lambda _r, mark: _names(mark.titles),
        lambda _r, mark: _weight(_names(mark.titles)), shown=False,
    ),
    PeopleColumn(
        "commendations", N_("Hình thức khen thưởng"), lambda _r, mark: _names(mark.commendations),
        lambda _r, mark: _weight(_names(mark.commendations)), shown=False,
    ),
)  # fmt: skip
