"""A drawing as values: what the screen, the PDF and the Word file all paint the same way.

Lengths are millimetres from the top left corner, sizes of letters are points. Colours are named by
what they are for; whoever paints chooses them for paper, for a light or for a dark screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tdkt_desktop.documents.layout_profile import Align


class Tone(StrEnum):
    """What a colour is for."""

    INK = "ink"
    FAINT = "faint"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    DONE = "done"
    LATE = "late"
    ACTIVE = "active"
    REST = "rest"
    ON = "on"
    """Letters on a bar of a strong colour."""


SERIES_TONES = (Tone.FIRST, Tone.SECOND, Tone.THIRD, Tone.FOURTH)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    left: float
    top: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `thickness` is in points."""

    points: tuple[tuple[float, float], ...]
    tone: Tone = Tone.FAINT
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; `left` is the place that `align` speaks of, `base` its base line."""

    text: str
    left: float
    base: float
    size: float
    align: Align = Align.LEFT
    bold: bool = False
    tone: Tone = Tone.INK


Shape: TypeAlias = Bar | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of a size; `words` say the same to who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    words: str = ""
