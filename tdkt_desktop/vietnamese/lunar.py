"""The Vietnamese lunar calendar, computed from the sun and the moon in the time zone UTC+7.

A lunar month begins on the local day of a new moon. Month 11 holds the winter solstice. Where
thirteen months lie between two months 11, the first without a major solar term is the leap month.
The series for the moon and the sun are Jean Meeus's, good to a minute and a hundredth of a degree.
Years before 1968, when the North changed from UTC+8, may differ from what was printed then.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ZONE = 7 / 24
_MEAN_MONTH = 29.530588861
_EPOCH = 2451550.09766
_JD_OF_ORDINAL_0 = 1721424.5
_WINTER_SECTOR = 9
# Amplitude in days, then the multiples of: the power of E, the sun's anomaly, the moon's
# anomaly, the moon's argument of latitude, the ascending node.
_NEW_MOON = (
    (-0.40720, 0, 0, 1, 0, 0), (0.17241, 1, 1, 0, 0, 0), (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0), (0.00739, 1, -1, 1, 0, 0), (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0), (-0.00111, 0, 0, 1, -2, 0), (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0), (-0.00042, 0, 0, 3, 0, 0), (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0), (-0.00024, 1, -1, 2, 0, 0), (-0.00017, 0, 0, 0, 0, 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class LunarDate:
    """A day of the lunar calendar; `leap` marks the second month of the same number."""

    year: int
    month: int
    day: int
    leap: bool = False


def tet(year: int) -> date:
    """Return the first day of the lunar year that begins in the calendar year `year`."""
    return solar_date(LunarDate(year, 1, 1))


def solar_date(lunar: LunarDate) -> date:
    """Return the calendar day of a lunar one; ValueError where that day does not exist."""
    months = _months_from_eleven(lunar.year - (lunar.month < 11))
    for index, (start, month, leap) in enumerate(months[:-1]):
        length = months[index + 1][0] - start
        if (month, leap) == (lunar.month, lunar.leap) and 1 <= lunar.day <= length:
            return date.fromordinal(start + lunar.day - 1)
    raise ValueError(lunar)


def lunar_date(day: date) -> LunarDate:
    """Return the lunar date of a calendar day."""
    ordinal = day.toordinal()
    base = day.year if ordinal >= _month_eleven(day.year) else day.year - 1
    months = [month for month in _months_from_eleven(base)[:-1] if month[0] <= ordinal]
    start, month, leap = months[-1]
    return LunarDate(base if month >= 11 else base + 1, month, ordinal - start + 1, leap)


@lru_cache(maxsize=256)
def _months_from_eleven(year: int) -> tuple[tuple[int, int, bool], ...]:
    """Return (first day, number, leap) of the months from month 11 of `year` to the next."""
    first, last = _month_eleven(year), _month_eleven(year + 1)
    index = round((first - _local_day(_EPOCH)) / _MEAN_MONTH)
    starts = [_new_moon_day(number) for number in range(index - 1, index + 16)]
    starts = [start for start in starts if first <= start <= last]
    leap = _leap_place(starts) if len(starts) == 14 else None
    months = []
    for place, start in enumerate(starts):
        number = place if leap is None or place < leap else place - 1
        months.append((start, (number + 10) % 12 + 1, place == leap))
    return tuple(months)


def _leap_place(starts: list[int]) -> int:
    """Return the place of the first month in which the sun enters no new sector."""
    sectors = [_sun_sector(start) for start in starts]
    return next(
        place for place in range(1, len(starts) - 1) if sectors[place] == sectors[place + 1]
    )


@lru_cache(maxsize=512)
def _month_eleven(year: int) -> int:
    """Return the first day of the lunar month that holds the winter solstice of `year`."""
    end_of_year = date(year, 12, 31).toordinal()
    index = math.floor((end_of_year - _local_day(_EPOCH)) / _MEAN_MONTH) + 1
    while (start := _new_moon_day(index)) > end_of_year or _sun_sector(start) >= _WINTER_SECTOR:
        index -= 1
    return start


def _local_day(julian_day: float) -> int:
    """Return the proleptic ordinal of the local day in which a moment of universal time lies."""
    return math.floor(julian_day + _ZONE - _JD_OF_ORDINAL_0)


@lru_cache(maxsize=4096)
def _new_moon_day(index: int) -> int:
    """Return the local day of the new moon `index` months after that of January 2000."""
    century = index / 1236.85
    moment = _EPOCH + _MEAN_MONTH * index + 0.00015437 * century**2
    eccentricity = 1 - 0.002516 * century - 0.0000074 * century**2
    sun = math.radians(2.5534 + 29.10535670 * index - 0.0000014 * century**2)
    moon = math.radians(201.5643 + 385.81693528 * index + 0.0107582 * century**2)
    latitude = math.radians(160.7108 + 390.67050284 * index - 0.0016118 * century**2)
    node = math.radians(124.7746 - 1.56375588 * index + 0.0020672 * century**2)
    for amplitude, power, s, m, f, n in _NEW_MOON:
        angle = s * sun + m * moon + f * latitude + n * node
        moment += amplitude * eccentricity**power * math.sin(angle)
    moment += 0.000325 * math.sin(math.radians(299.77 + 0.107408 * index))
    return _local_day(moment - _delta_t(2000 + century * 100) / 86400)


def _sun_sector(ordinal: int) -> int:
    """Return in which of twelve sectors of 30 degrees the sun stands as a local day begins."""
    universal = ordinal + _JD_OF_ORDINAL_0 - _ZONE
    century = (universal - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * century + 0.0003032 * century**2
    anomaly = math.radians(357.52911 + 35999.05029 * century - 0.0001537 * century**2)
    centre = (
        (1.914602 - 0.004817 * century) * math.sin(anomaly)
        + (0.019993 - 0.000101 * century) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * century)
    apparent = mean + centre - 0.00569 - 0.00478 * math.sin(node)
    return int(apparent % 360 // 30)


def _delta_t(year: float) -> float:
    """Return terrestrial minus universal time in seconds, a rough parabola through 1950-2100."""
    past = year - 2000
    return 63.9 + 0.33 * past + 0.0018 * past**2
