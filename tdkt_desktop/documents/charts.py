"""Draws the numbers of a table as bars, columns or lines."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import PictureKind
from tdkt_desktop.documents.chart_sheet import GAP, LINE, SIZE, ChartSheet
from tdkt_desktop.documents.drawing import SERIES_TONES, Bar, Label, Stroke, Tone
from tdkt_desktop.documents.figures import figures_of
from tdkt_desktop.documents.layout_profile import Align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.documents.drawing import Drawing
    from tdkt_desktop.documents.figures import Figures

_NAMES_SHARE: Final = 0.42
_BAR: Final = 4.0
_BAR_GAP: Final = 3.0
_PLOT_HEIGHT: Final = 46.0
_TICKS: Final = 5
_DROP: Final = 1.4
_FEW: Final = 24
_MARK: Final = 1.6
_STEPS: Final = (1.0, 2.0, 5.0, 10.0)


def picture_of(table: Table, width: float, measure: Measure) -> Drawing | None:
    """Return the picture of a table on `width` millimetres; None where it has nothing to show."""
    if table.picture is None:
        return None
    figures = figures_of(table, table.picture.series)
    if not figures.names or not figures.series:
        return None
    kinds = {PictureKind.BARS: _bars, PictureKind.COLUMNS: _columns, PictureKind.LINES: _lines}
    drawn = ChartSheet(width, measure)
    drawn.title(table.picture.title)
    kinds[table.picture.kind](figures, drawn)
    if len(figures.series) > 1:
        drawn.legend([one.name for one in figures.series])
    return drawn.drawing(_words(table.picture.title, figures))


def shown(value: float) -> str:
    """Return a number the Vietnamese way: 1.234 and 66,7."""
    text = f"{value:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return text.removesuffix(",0")


def nice_step(largest: float, ticks: int = _TICKS) -> float:
    """Return a round step that takes at most so many ticks to reach the largest value."""
    if largest <= 0:
        return 1.0
    rough = largest / ticks
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(one * scale for one in _STEPS if one * scale >= rough * (1 - 1e-9))
    return max(step, 1.0) if largest >= ticks else step


def _bars(figures: Figures, sheet: ChartSheet) -> None:
    """Draw lying bars: names at the left, the value behind each bar."""
    names = [sheet.wrapped(name, sheet.width * _NAMES_SHARE) for name in figures.names]
    widest = max(
        (sheet.measure(line, SIZE, False) for lines in names for line in lines), default=0.0
    )
    left = widest + GAP
    room = sheet.width - left - max(_value_room(figures, sheet), GAP)
    scale = room / figures.largest if figures.largest else 0.0
    start = sheet.top
    for row, lines in enumerate(names):
        bars = len(figures.series) * _BAR
        height = max(bars, len(lines) * LINE)
        first = sheet.top + (height - len(lines) * LINE) / 2
        for number, line in enumerate(lines, 1):
            sheet.add(Label(line, left - GAP, first + number * LINE - 1, SIZE, Align.RIGHT))
        top = sheet.top + (height - bars) / 2
        for one, tone in zip(figures.series, SERIES_TONES, strict=False):
            value = one.values[row]
            if value is not None:
                length = max(value, 0.0) * scale
                sheet.add(
                    Bar(left, top + 0.3, length, _BAR - 0.6, tone),
                    Label(shown(value), left + length + 1, top + _BAR - 0.9, SIZE),
                )
            top += _BAR
        sheet.top += height + _BAR_GAP
    sheet.top -= _BAR_GAP
    sheet.add(Stroke(((left, start - 0.5), (left, sheet.top + 0.5)), Tone.INK))


def _value_room(figures: Figures, sheet: ChartSheet) -> float:
    values = (v for one in figures.series for v in one.values if v is not None)
    return max(sheet.measure(shown(value), SIZE, False) for value in values) + 2


@dataclass(frozen=True, slots=True)
class _Plot:
    """The field between two axes: `left` to `right`, `top` to `bottom`, up to the value `most`."""

    left: float
    right: float
    top: float
    bottom: float
    most: float

    def height(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * max(value, 0.0) / self.most

    def middle(self, place: int, count: int) -> float:
        return self.left + (self.right - self.left) * (place + 0.5) / count


def _plot(figures: Figures, sheet: ChartSheet) -> _Plot:
    """Draw axes with round ticks and the names below, and return the field."""
    step = nice_step(figures.largest)
    ticks = [step * n for n in range(math.ceil(figures.largest / step - 1e-9) + 1)]
    if len(ticks) == 1:
        ticks.append(step)
    labels = [shown(tick) for tick in ticks]
    left = max(sheet.measure(label, SIZE, False) for label in labels) + GAP
    top = sheet.top + LINE
    plot = _Plot(left, sheet.width, top, top + _PLOT_HEIGHT, ticks[-1])
    for tick, label in zip(ticks, labels, strict=True):
        y = plot.height(tick)
        tone = Tone.FAINT if tick else Tone.INK
        sheet.add(
            Label(label, left - GAP / 2, y + _DROP, SIZE, Align.RIGHT),
            Stroke(((left, y), (sheet.width, y)), tone),
        )
    sheet.top = plot.bottom
    _names_below(figures.names, plot, sheet)
    return plot


def _names_below(names: Sequence[str], plot: _Plot, sheet: ChartSheet) -> None:
    room = (plot.right - plot.left) / len(names) - 1
    every = math.ceil(len(names) / _FEW)
    lines = [sheet.wrapped(name, room * every, most=3) for name in names]
    for place, name in enumerate(lines):
        if place % every == 0:
            for number, line in enumerate(name, 1):
                base = plot.bottom + number * LINE
                sheet.add(Label(line, plot.middle(place, len(names)), base, SIZE, Align.CENTER))
    sheet.top += max(1, *map(len, lines)) * LINE + 1


def _columns(figures: Figures, sheet: ChartSheet) -> None:
    """Draw standing columns with their values above them, where these have room."""
    plot = _plot(figures, sheet)
    slot = (plot.right - plot.left) / len(figures.names)
    width = min(slot * 0.7 / len(figures.series), 12.0)
    for place, x, value, tone in _points(figures, plot):
        left = x + (place - len(figures.series) / 2) * width
        top = plot.height(value)
        sheet.add(Bar(left, top, width * 0.94, plot.bottom - top, tone))
        if sheet.measure(shown(value), SIZE, False) <= max(width, slot / len(figures.series)):
            sheet.add(Label(shown(value), left + width / 2, top - 0.8, SIZE, Align.CENTER))


def _points(figures: Figures, plot: _Plot) -> Iterator[tuple[int, float, float, Tone]]:
    """Yield the number of the series, the middle, the value and the tone of each point."""
    for place, (one, tone) in enumerate(zip(figures.series, SERIES_TONES, strict=False)):
        for row, value in enumerate(one.values):
            if value is not None:
                yield place, plot.middle(row, len(figures.names)), value, tone


def _lines(figures: Figures, sheet: ChartSheet) -> None:
    """Draw lines with a mark at each value; a line is broken where a value is missing."""
    plot = _plot(figures, sheet)
    for one, tone in zip(figures.series, SERIES_TONES, strict=False):
        for run in _runs(one.values):
            ends = tuple(
                (plot.middle(row, len(figures.names)), plot.height(one.values[row] or 0.0))
                for row in run
            )
            if len(ends) > 1:
                sheet.add(Stroke(ends, tone, 1.5))
    for place, x, value, tone in _points(figures, plot):
        y = plot.height(value)
        sheet.add(Bar(x - _MARK / 2, y - _MARK / 2, _MARK, _MARK, tone))
        if place == 0:
            sheet.add(Label(shown(value), x, y - 1.6, SIZE, Align.CENTER))


def _runs(values: Sequence[float | None]) -> Iterator[list[int]]:
    """Yield the stretches of places that have a value."""
    run: list[int] = []
    for place, value in enumerate(values):
        if value is None:
            yield run
            run = []
        else:
            run.append(place)
    yield run


def _words(title: str, figures: Figures) -> str:
    """Say the numbers in words, for who hears the document."""
    said = []
    for one in figures.series:
        pairs = zip(figures.names, one.values, strict=True)
        numbers = "; ".join(f"{name}: {shown(v)}" for name, v in pairs if v is not None)
        said.append(f"{one.name}: {numbers}")
    return ". ".join(filter(None, (title, *said)))
