"""The names of lunar years by stem and branch: 2026 is Bính Ngọ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.vietnamese.lunar import lunar_date
from tdkt_desktop.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from datetime import date

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
# Other spellings in use.
_OTHER_STEMS = {"Kỉ": 5, "Quí": 9}
_OTHER_BRANCHES = {"Tí": 0, "Mẹo": 3, "Tị": 5}
_CYCLE = 60
_FIRST = 4
_TWO_WORDS = re.compile(r"\b([^\W\d_]+)[ \u00a0]+([^\W\d_]+)\b")


@dataclass(frozen=True, slots=True)
class FoundYearName:
    """A year's name inside a text, with its place in the cycle of sixty."""

    start: int
    end: int
    quote: str
    place: int

    def fits(self, year: int) -> bool:
        """Tell whether `year` bears this name."""
        return (year - _FIRST) % _CYCLE == self.place


def year_name(year: int) -> str:
    """Return the name of the lunar year that begins in the calendar year `year`."""
    return f"{_STEMS[(year - _FIRST) % 10]} {_BRANCHES[(year - _FIRST) % 12]}"


def year_name_on(day: date) -> str:
    """Return the name of the lunar year in which `day` lies: before Tết, the old year's."""
    return year_name(lunar_date(day).year)


def year_named(name: str, near: int) -> int | None:
    """Return the year nearest to `near` that bears `name`; None for what is no year's name."""
    found = find_year_names(name)
    if len(found) != 1 or found[0].quote != clean(name).strip():
        return None
    ahead = (found[0].place - (near - _FIRST)) % _CYCLE
    return near + (ahead if ahead <= _CYCLE // 2 else ahead - _CYCLE)


def find_year_names(text: str) -> tuple[FoundYearName, ...]:
    """Return every year's name written with capitals in `text`; positions are in clean text."""
    text = clean(text)
    found = []
    at = 0
    while match := _TWO_WORDS.search(text, at):
        place = _place(match[1], match[2])
        if place is None:
            at = match.end(1)
            continue
        found.append(FoundYearName(match.start(), match.end(), match[0], place))
        at = match.end()
    return tuple(found)


def _place(stem: str, branch: str) -> int | None:
    """Return the place in the cycle; None unless both words are capitalised and go together."""
    if not (stem[0].isupper() and branch[0].isupper()):
        return None
    stems = _places(stem, _STEMS, _OTHER_STEMS)
    branches = _places(branch, _BRANCHES, _OTHER_BRANCHES)
    fitting = (place for place in range(_CYCLE) if place % 10 in stems and place % 12 in branches)
    return next(fitting, None)


def _places(word: str, names: tuple[str, ...], others: dict[str, int]) -> set[int]:
    """Return the places a word may mean; without its marks "ty" is both Tý and Tỵ."""
    spellings = {name: place for place, name in enumerate(names)} | others
    exact = spellings.get(word.capitalize())
    if exact is not None:
        return {exact}
    if word.lower() != fold(word):
        return set()
    return {place for name, place in spellings.items() if fold(name) == word.lower()}
