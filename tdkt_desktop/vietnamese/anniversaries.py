"""The days that plans speak of, and their anniversaries, from `resources/calendar/days.toml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.calendar_file import read_calendar_file
from tdkt_desktop.vietnamese.dates import day_and_month, short_date
from tdkt_desktop.vietnamese.lunar import LunarDate, solar_date

if TYPE_CHECKING:
    from pathlib import Path

_COMMON_YEAR = 2025
_SHORTEST_LUNAR_MONTH = 29


class Scope(StrEnum):
    """Who keeps a day."""

    NATIONAL = "national"
    EDUCATION = "education"
    HANOI = "hanoi"


@dataclass(frozen=True, slots=True)
class CommemorativeDay:
    """A day kept each year, by the sun or (with `lunar`) by the moon."""

    key: str
    name: str
    month: int
    day: int
    lunar: bool
    scope: Scope
    founded: dt.date | None = None
    founded_year: int | None = None
    aliases: tuple[str, ...] = ()
    verification: str = ""
    source: str = ""
    note: str = ""

    def on(self, year: int) -> dt.date:
        """Return the calendar day; a lunar day is that of the lunar year beginning in `year`."""
        if self.lunar:
            return solar_date(LunarDate(year, self.month, self.day))
        return dt.date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A commemorative day of one year; `years` is None where nobody counts them."""

    key: str
    name: str
    date: dt.date
    founded: dt.date | None
    years: int | None
    scope: Scope

    @property
    def is_round(self) -> bool:
        """Tell whether the number of years ends in 0 or 5 (năm tròn, năm lẻ 5)."""
        return self.years is not None and self.years > 0 and self.years % 5 == 0

    @property
    def is_decade(self) -> bool:
        """Tell whether the number of years ends in 0, a "năm tròn" of Decree 145/2013."""
        return self.is_round and self.years is not None and self.years % 10 == 0

    @property
    def phrase(self) -> str:
        """Return "96 năm Ngày thành lập … (03/02/1930 - 03/02/2026)", or the name and the day."""
        if not self.years:
            return f"{self.name} ({day_and_month(self.date)})"
        span = (
            f"{self.date.year - self.years} - {self.date.year}"
            if self.founded is None
            else f"{short_date(self.founded)} - {short_date(self.date)}"
        )
        return f"{self.years} năm {self.name} ({span})"


def read_days(path: Path) -> tuple[CommemorativeDay, ...]:
    """Read the days from a file laid out as the shipped one."""
    return read_calendar_file(path, lambda data: tuple(_day(entry) for entry in data["days"]))


def _day(entry: dict[str, Any]) -> CommemorativeDay:
    """Build a day from its entry; a founding date tells its year too."""
    lunar = "lunar" in entry
    number, _, month = str(entry["lunar" if lunar else "day"]).partition("/")
    founded: dt.date | None = entry.get("founded")
    one = CommemorativeDay(
        key=entry["key"],
        name=entry["name"],
        month=int(month),
        day=int(number),
        lunar=lunar,
        scope=Scope(entry["scope"]),
        founded=founded,
        founded_year=founded.year if founded else entry.get("founded_year"),
        aliases=tuple(entry.get("aliases", ())),
        verification=entry.get("verification", ""),
        source=entry.get("source", ""),
        note=entry.get("note", ""),
    )
    _refuse_rare_day(one)
    return one


def _refuse_rare_day(one: CommemorativeDay) -> None:
    """Raise ValueError for a day that some years do not have."""
    if one.lunar and one.day > _SHORTEST_LUNAR_MONTH:
        raise ValueError(one.key)
    one.on(_COMMON_YEAR)


@cache
def commemorative_days() -> tuple[CommemorativeDay, ...]:
    """Return the shipped days."""
    return read_days(resource("calendar", "days.toml"))


def day(key: str) -> CommemorativeDay:
    """Return the shipped day of that key; KeyError where there is none."""
    for one in commemorative_days():
        if one.key == key:
            return one
    raise KeyError(key)


def anniversary(one: CommemorativeDay, year: int) -> Anniversary:
    """Return the anniversary of a day in a calendar year."""
    years = None if one.founded_year is None else year - one.founded_year
    return Anniversary(one.key, one.name, one.on(year), one.founded, years, one.scope)


def anniversaries(
    start: dt.date, end: dt.date, days: tuple[CommemorativeDay, ...] | None = None
) -> list[Anniversary]:
    """Return the anniversaries from `start` to `end` by date; none before a day's founding."""
    found = [
        anniversary(one, year)
        for year in range(start.year, end.year + 1)
        for one in (commemorative_days() if days is None else days)
        if one.founded_year is None or year >= one.founded_year
    ]
    return sorted(
        (one for one in found if start <= one.date <= end), key=lambda one: (one.date, one.name)
    )
