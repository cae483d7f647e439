"""Finds the command that was meant, opens the store, and turns errors into exit statuses."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from tdkt_desktop.cli.output import Output
from tdkt_desktop.cli.parser import build_parser
from tdkt_desktop.cli.usage_words import language_in
from tdkt_desktop.errors import StoreError, UsageError, UserError
from tdkt_desktop.i18n import use_language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

DONE: Final = 0
FOUND: Final = 1
WRONG_USAGE: Final = 2
NOT_ALLOWED: Final = 3
STORE_FAILED: Final = 4


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit status."""
    _speak_utf8()
    output = Output(as_json="--json" in arguments)
    use_language(language_in(arguments))
    try:
        options = build_parser().parse_args(arguments)
        return _run(options, output)
    except UserError as error:
        output.error(error)
        return _status_of(error)


def _run(options: argparse.Namespace, output: Output) -> int:
    use_language(getattr(options, "lang", ""))
    group = options.group
    if group is None:
        raise UsageError("tdkt --help")
    handlers = import_module(f"tdkt_desktop.cli.{group}_commands")
    name = getattr(options, "command", group)
    status: int = getattr(handlers, f"run_{name}")(options, output)
    return status


def _status_of(error: UserError) -> int:
    if isinstance(error, UsageError):
        return WRONG_USAGE
    return STORE_FAILED if isinstance(error, StoreError) else NOT_ALLOWED


def _speak_utf8() -> None:
    """Let Vietnamese through on a console that still has an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
