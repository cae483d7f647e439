"""Which bodies are no more, and what took their place: the shipped table or the school's own."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPITALS: Final = "".join(
    letter
    for letter in map(chr, (*range(ord("A"), ord("Ʊ")), *range(ord("Ạ"), ord("ỹ"))))
    if letter.isupper()
)
_NAME: Final = rf"(?:\s+[{_CAPITALS}][\w’']*){{0,4}}"
_DISTRICT: Final = r"(?:[Qq]uận|[Hh]uyện|[Tt]hị xã)"
_AREA: Final = rf"(?:\s+(?:các\s+)?{_DISTRICT}(?:(?:,|\s+và|\s*-)\s*{_DISTRICT})*{_NAME})"
_UPPER_AREA: Final = rf"(?:\s+(?:QUẬN|HUYỆN|THỊ XÃ){_NAME})"


@dataclass(frozen=True, slots=True)
class BodyRule:
    """A body under its names, what it became, and from which day on."""

    names: tuple[str, ...]
    becomes: str
    since: date
    needs_area: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of the body in text, with the district it was of."""
        often = "" if self.needs_area else "?"
        names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in self.names)
        upper = "|".join(re.escape(name.upper()).replace(r"\ ", r"\s+") for name in self.names)
        return re.compile(rf"\b(?:(?:{names}){_AREA}{often}|(?:{upper}){_UPPER_AREA}{often})(?!\w)")


def read_rules(entries: Iterable[dict[str, Any]]) -> tuple[BodyRule, ...]:
    """Return the rules of a table as stored in the settings or in the shipped file."""
    return tuple(
        BodyRule(
            tuple(entry["names"]),
            str(entry["becomes"]),
            date.fromisoformat(str(entry["since"])),
            bool(entry.get("needs_area", False)),
        )
        for entry in entries
    )


@cache
def shipped_rules() -> tuple[BodyRule, ...]:
    """Return the shipped rules."""
    written = resource("law", "bodies.toml").read_text(encoding="utf-8")
    return read_rules(tomllib.loads(written)["bodies"])
