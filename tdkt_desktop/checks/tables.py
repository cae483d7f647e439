"""The word lists of the checks, from `resources/checks`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from tdkt_desktop.resources import resource


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of a shipped list such as "confusions"."""
    return tomllib.loads(resource("checks", f"{name}.toml").read_text(encoding="utf-8"))
