"""The usual duties of the members of a council, read from `resources/duties`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from tdkt_desktop.models.council import CouncilKind, CouncilRole, DutyKind
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class UsualDuty:
    """A usual duty: for which councils, roles, positions and levels of school; empty means all."""

    key: str
    text: str
    kind: DutyKind
    councils: tuple[CouncilKind, ...]
    roles: tuple[CouncilRole, ...]
    positions: tuple[str, ...]
    levels: tuple[str, ...]

    def suits(self, council: CouncilKind, role: CouncilRole, position: str, level: str) -> bool:
        """Tell whether a member of a role and position is usually charged with this."""
        folded = fold(position)
        return (
            council in self.councils
            and (not self.roles or role in self.roles)
            and (not self.levels or level in self.levels)
            and (not self.positions or any(_starts(folded, words) for words in self.positions))
        )


def usual_duties() -> tuple[UsualDuty, ...]:
    """Return the whole library, in its order."""
    return _library()


def suggested(
    council: CouncilKind, role: CouncilRole, position: str, level: str
) -> tuple[UsualDuty, ...]:
    """Return the duties that a member is usually charged with."""
    return tuple(duty for duty in _library() if duty.suits(council, role, position, level))


def _starts(position: str, words: str) -> bool:
    """Tell whether a position begins with words, also behind another one ("Giáo viên, ...")."""
    return any(part.strip().startswith(words) for part in position.replace(";", ",").split(","))


@cache
def _library() -> tuple[UsualDuty, ...]:
    found = []
    for path in sorted(resource("duties").glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["duties"]
        found += [
            UsualDuty(
                key=entry["key"],
                text=entry["text"],
                kind=DutyKind(entry.get("kind", DutyKind.AREA)),
                councils=tuple(map(CouncilKind, entry.get("councils", (CouncilKind.EMULATION,)))),
                roles=tuple(map(CouncilRole, entry.get("roles", ()))),
                positions=tuple(entry.get("positions", ())),
                levels=tuple(entry.get("levels", ())),
            )
            for entry in entries
        ]
    return tuple(found)
