"""Opens the window: reads the few options, and hands over to the program's life."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence


def run_window(arguments: Sequence[str]) -> int:
    """Show the window and return the exit status when it is closed."""
    options = _options(arguments)
    from tdkt_desktop.ui.program import Program

    return Program(options.data, options.lang).run()


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tdkt")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES, default="")
    return parser.parse_args(arguments)
