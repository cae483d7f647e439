"""Catches what nobody expected, keeps it, and offers it as a report at the next start."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TextIO

from tdkt_desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)
CRASH_FILE: Final = "crash.log"
_LONGEST: Final = 20_000


class CrashLog:
    """The file into which a crash is written, by Python or by the machine underneath.

    A report holds versions and places in the program, never what people typed.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / CRASH_FILE
        self._stream: TextIO | None = None

    def take_last(self) -> str:
        """Return what the last run left behind, and forget it."""
        try:
            text = self._path.read_text("utf-8", errors="replace")
            self._path.unlink()
        except OSError:
            return ""
        return text[-_LONGEST:].strip()

    def open(self) -> None:
        """Let the machine's own failures be written down from now on."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._path.open("w", encoding="utf-8")
        except OSError:
            _log.warning("no crash log can be written")
            return
        faulthandler.enable(self._stream)

    def close(self) -> None:
        """End quietly: a run that ended well leaves no file."""
        faulthandler.disable()
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            self._path.unlink(missing_ok=True)

    def write(self, report: str) -> None:
        """Add a report, so that it is there at the next start even if nothing else works."""
        if self._stream is not None:
            self._stream.write(report)
            self._stream.flush()


def install_hook(show: Callable[[str], None]) -> None:
    """Let `show` tell of an error that nothing caught; the program goes on if it can."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("uncaught: %s", kind.__name__)
        show(report_of(error, trace))

    sys.excepthook = hook


def report_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return versions and the way through the program; messages may hold names and are left out."""
    frames = traceback.extract_tb(trace)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    head = [
        f"TDKT Desktop {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"At {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"{type(error).__name__}",
    ]
    return "\n".join([*head, *lines]) + "\n"
