"""The one entry: a command on the command line, or the window without one."""

from __future__ import annotations

import gc
import sys
from typing import Final

_OBJECTS_BETWEEN_COLLECTIONS: Final = 50_000
_COMMANDS: Final = frozenset(
    {"demo", "school", "plan", "people", "tasks", "doc", "store", "backup"}
)


def main() -> int:
    """Start the program and return its exit status."""
    # What is loaded at the start is never garbage: looking for some costs a tenth of the start.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    arguments = sys.argv[1:]
    if wants_window(arguments):
        from tdkt_desktop.app import run_window

        return run_window(arguments)
    from tdkt_desktop.cli import main as run_command

    return run_command(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Tell whether the arguments name no command, so that the window is meant."""
    told = {"-h", "--help", "--version"} | _COMMANDS
    return not told.intersection(arguments) and all(
        argument.startswith("--") or _follows_option(arguments, place)
        for place, argument in enumerate(arguments)
    )


def _follows_option(arguments: list[str], place: int) -> bool:
    return place > 0 and arguments[place - 1] in ("--data", "--lang")


if __name__ == "__main__":
    sys.exit(main())
