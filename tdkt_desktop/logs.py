"""The log of the program: what it did, never what people typed."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LOG_FILE: Final = "tdkt.log"
_SIZE: Final = 500_000
_KEPT: Final = 3
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_logging(folder: Path) -> None:
    """Write the program's log into a folder; without one the program goes on unlogged."""
    root = logging.getLogger("tdkt_desktop")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_FILE, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
