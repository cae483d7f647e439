"""The command line: the same program without a screen; a command calls what a button calls."""

from __future__ import annotations

from tdkt_desktop.cli.main import main

__all__ = ["main"]
