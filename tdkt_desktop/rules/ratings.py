"""The words of the yearly ratings, each with the time in which it was used."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from pathlib import Path

_SIGNS: Final = re.compile(r"[^a-z0-9]+")
_KEYS: Final = {"from": "first_day", "to": "last_day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingWord:
    """A level of rating as it was called for a time; `code` is what the rules of awards know.

    `first_day` and `last_day` are None where no bound is known. `verification` keeps the mark of
    the research.
    """

    code: str
    name: str
    rank: int
    verification: str
    verified: bool = False
    first_day: date | None = None
    last_day: date | None = None
    aliases: tuple[str, ...] = ()
    note: str = ""

    def used_on(self, day: date) -> bool:
        """Tell whether a level was called so on a day."""
        began = self.first_day is None or self.first_day <= day
        return began and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class RatingWords:
    """All words of ratings."""

    words: tuple[RatingWord, ...]

    def on(self, day: date) -> tuple[RatingWord, ...]:
        """Return the levels as they were called on a day, the highest first."""
        used = [word for word in self.words if word.used_on(day)]
        return tuple(sorted(used, key=lambda word: -word.rank))

    def name(self, code: str, day: date) -> str:
        """Return what a level was called on a day; the code itself where nobody knows."""
        return next((word.name for word in self.on(day) if word.code == code), code)

    def code_of(self, text: str) -> str | None:
        """Return the code that words of any time mean, "HTXSNV" or "xuat sac"; None if none."""
        wanted = _bare(text)
        for word in self.words:
            if wanted in {_bare(known) for known in (word.code, word.name, *word.aliases)}:
                return word.code
        return None

    def rank(self, code: str) -> int:
        """Return the rank of a level, 0 for one that is not known."""
        return next((word.rank for word in self.words if word.code == code), 0)


def load_ratings(path: Path | None = None) -> RatingWords:
    """Read the shipped words, or a school's own; InputError says which entry is bad."""
    path = path or resource("law", "ratings.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        entries = data["ratings"]
        return RatingWords(tuple(_word(entry) for entry in entries))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            _("Không đọc được các mức xếp loại {path}: {reason}.").format(path=path, reason=error),
            _("Sửa lại tệp này theo phần hướng dẫn ở đầu tệp."),
        ) from error


def _word(entry: dict[str, Any]) -> RatingWord:
    """Build a word from its entry; raises TypeError or ValueError for values that do not fit."""
    values = {_KEYS.get(key, key): value for key, value in entry.items()}
    kinds = {field.name: str(field.type) for field in fields(RatingWord)}
    for key, value in values.items():
        if not _fits(value, kinds[key]):
            raise ValueError(f"{entry.get('code')}: {key}")
    values["name"] = clean_line(values["name"])
    return RatingWord(**values | {"aliases": tuple(values.get("aliases", ()))})


def _fits(value: Any, kind: str) -> bool:
    if kind.startswith("date"):
        return type(value) is date
    if kind.startswith("tuple"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is {"str": str, "int": int, "bool": bool}[kind]


def _bare(text: str) -> str:
    return _SIGNS.sub("", fold(text))
