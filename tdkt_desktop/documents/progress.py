"""How much of the work of some stretches of time is done, late, going on and still to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.chart_sheet import LINE, SIZE
from tdkt_desktop.documents.drawing import Bar, Drawing, Label, Stroke, Tone
from tdkt_desktop.documents.layout_profile import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.documents.drawing import Shape

PART_TONES: Final = (Tone.DONE, Tone.LATE, Tone.ACTIVE, Tone.REST)
_BAR: Final = 4.8
_ROW: Final = 7.0
_GAP: Final = 4.0
_BASE: Final = 1.3


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A stretch of time and how many things in it are done, late, going on, not begun."""

    name: str
    done: int
    late: int
    active: int
    rest: int

    @property
    def parts(self) -> tuple[int, ...]:
        """The counts in the order in which they are drawn."""
        return (self.done, self.late, self.active, self.rest)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.parts)


def progress_drawing(
    lines: Sequence[ProgressLine], total_words: str, width: float, measure: Measure
) -> Drawing:
    """Draw a bar for each line, in parts, the sum behind it.

    `total_words` says the sum: "{done} / {total}".
    """
    sums = [total_words.format(done=line.done, total=line.total) for line in lines]
    names = max((measure(line.name, SIZE, False) for line in lines), default=0.0) + _GAP
    ends = max((measure(words, SIZE, False) for words in sums), default=0.0) + _GAP
    room = max(width - names - ends, 1.0)
    shapes: list[Shape] = []
    for row, (line, words) in enumerate(zip(lines, sums, strict=True)):
        top = row * _ROW + (_ROW - _BAR) / 2
        base = top + _BAR - _BASE
        shapes.append(Label(line.name, 0.0, base, SIZE))
        shapes += _parts(line, names, top, room, measure)
        shapes.append(Label(words, width, base, SIZE, Align.RIGHT))
    said = "; ".join(f"{line.name}: {words}" for line, words in zip(lines, sums, strict=True))
    return Drawing(width, len(lines) * _ROW, tuple(shapes), said)


def _parts(
    line: ProgressLine, left: float, top: float, room: float, measure: Measure
) -> list[Shape]:
    shapes: list[Shape] = []
    if not line.total:
        middle = top + _BAR / 2
        return [Stroke(((left, middle), (left + room, middle)))]
    for count, tone in zip(line.parts, PART_TONES, strict=True):
        if not count:
            continue
        width = room * count / line.total
        shapes.append(Bar(left, top, max(width - 0.3, 0.3), _BAR, tone))
        if measure(str(count), SIZE, True) < width - 0.6:
            ink = Tone.INK if tone is Tone.REST else Tone.ON
            centre = left + width / 2
            base = top + _BAR - _BASE
            shapes.append(Label(str(count), centre, base, SIZE, Align.CENTER, True, ink))
        left += width
    return shapes


def legend(names: Sequence[str], right: float, base: float, measure: Measure) -> tuple[Shape, ...]:
    """Name the parts in a line that ends at `right`."""
    shapes: list[Shape] = []
    for name, tone in reversed(tuple(zip(names, PART_TONES, strict=True))):
        right -= measure(name, SIZE, False)
        shapes.append(Label(name, right, base, SIZE))
        right -= LINE
        shapes.append(Bar(right, base - 2.8, 2.8, 2.8, tone))
        right -= _GAP
    return tuple(shapes)
