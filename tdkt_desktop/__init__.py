"""TĐKT Desktop: the emulation and commendation work of a Vietnamese school."""

from __future__ import annotations

__version__ = "0.1.0"
