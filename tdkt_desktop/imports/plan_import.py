"""Reads somebody's plan from a file into a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.imports.builder import build
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.recogniser import recognise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tdkt_desktop.imports.reading import Recognition
    from tdkt_desktop.imports.source import SourceDocument


def import_plan(
    path: Path,
    year: int | None = None,
    prepare: Callable[[SourceDocument], SourceDocument] | None = None,
) -> Recognition:
    """Read a file, understand it and make the document; `year` goes before what the file says.

    `prepare` may change what was read before it is understood. Raises InputError where the file
    cannot be read.
    """
    source = read_source(path)
    reading = recognise(source if prepare is None else prepare(source))
    return build(reading if year is None else replace(reading, year=year))
