"""Reads somebody's plan from a file into a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.recogniser import recognise

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.imports.reading import Recognition


def import_plan(path: Path, year: int | None = None) -> Recognition:
    """Read a file, understand it and make the document; `year` goes before what the file says.

    Raises InputError where the file cannot be read.
    """
    reading = recognise(read_source(path))
    return build(reading if year is None else replace(reading, year=year))
