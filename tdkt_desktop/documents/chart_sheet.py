"""The sheet that charts are drawn on, with its title, its legend and the breaking of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.drawing import SERIES_TONES, Bar, Drawing, Label
from tdkt_desktop.documents.layout_profile import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.drawing import Shape

Measure = Callable[[str, float, bool], float]
"""Returns the width of a text in millimetres, given its size in points and whether it is bold."""

SIZE: Final = 10.0
LINE: Final = 4.4
GAP: Final = 2.0


class ChartSheet:
    """Takes shapes from the top down; `top` is where the next one goes."""

    def __init__(self, width: float, measure: Measure) -> None:
        self.width, self.measure = width, measure
        self.top = 0.0
        self._shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Put shapes on the sheet."""
        self._shapes.extend(shapes)

    def title(self, text: str) -> None:
        """Write the title above the picture."""
        for line in self.wrapped(text, self.width, bold=True):
            self.top += LINE
            middle = self.width / 2
            self.add(Label(line, middle, self.top - 1, SIZE, Align.CENTER, bold=True))
        if text:
            self.top += GAP

    def legend(self, names: Sequence[str]) -> None:
        """Name the series under the picture, on as many lines as they take."""
        self.top += GAP
        left = 0.0
        for name, tone in zip(names, SERIES_TONES, strict=False):
            room = 4.0 + self.measure(name, SIZE, False) + 6.0
            if left and left + room > self.width:
                left, self.top = 0.0, self.top + LINE
            self.add(
                Bar(left, self.top + 0.8, 2.8, 2.8, tone),
                Label(name, left + 4.0, self.top + LINE - 1, SIZE),
            )
            left += room
        self.top += LINE

    def wrapped(self, text: str, room: float, *, bold: bool = False, most: int = 2) -> list[str]:
        """Break a text into lines; what does not go into the last one is cut off."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, SIZE, bold) <= room:
                lines[-1] = longer
            elif len(lines) < most:
                lines.append(word)
            else:
                lines[-1] = self.cut(longer, room, bold=bold)
                break
        return [self.cut(line, room, bold=bold) for line in lines]

    def cut(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return a text that goes into `room`, cut off where it must be."""
        if self.measure(text, SIZE, bold) <= room:
            return text
        while text and self.measure(f"{text}…", SIZE, bold) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def drawing(self, words: str) -> Drawing:
        """Return what was drawn so far."""
        return Drawing(self.width, self.top, tuple(self._shapes), words)
