"""Finds the shipped data files: in a wheel, in a frozen build and in a checkout."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """Return the folder that holds `resources/` and `translations/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    return _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("layouts", "nd30.toml")`."""
    return _root().joinpath("resources", *parts)


def translations() -> Path:
    """Return the folder of the message catalogues."""
    return _root() / "translations"
