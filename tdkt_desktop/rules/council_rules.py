"""What the law says of the councils of a school, read from `resources/law/councils.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from tdkt_desktop.resources import resource


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who ought to sit in a council; `words` are ways to call the position, folded."""

    name: str
    words: tuple[str, ...]
    optional: bool = False

    def fits(self, position: str) -> bool:
        """Tell whether a folded position is this one."""
        return any(word in position for word in self.words)


@dataclass(frozen=True, slots=True)
class CouncilRule:
    """The rule for one kind of council at some levels of school.

    What is not `verified` was not compared with the text of the law; `note` says more.
    """

    kind: str
    levels: tuple[str, ...]
    basis: str
    verified: bool
    source: str
    note: str
    chair: str
    odd_number: bool
    meetings: tuple[str, ...]
    seats: tuple[Seat, ...]


def council_rule(kind: str, level: str) -> CouncilRule | None:
    """Return the rule for a kind of council at a level of school; None where there is none."""
    for rule in _rules():
        if rule.kind == kind and (not rule.levels or level in rule.levels):
            return rule
    return None


@cache
def _rules() -> tuple[CouncilRule, ...]:
    text = resource("law", "councils.toml").read_text(encoding="utf-8")
    return tuple(
        CouncilRule(
            kind=entry["kind"],
            levels=tuple(entry.get("levels", ())),
            basis=entry["basis"],
            verified=entry["verified"],
            source=entry.get("source", ""),
            note=entry.get("note", ""),
            chair=entry.get("chair", ""),
            odd_number=entry.get("odd_number", False),
            meetings=tuple(entry.get("meetings", ())),
            seats=tuple(
                Seat(seat["name"], tuple(seat["words"]), seat.get("optional", False))
                for seat in entry.get("seats", ())
            ),
        )
        for entry in tomllib.loads(text)["councils"]
    )
