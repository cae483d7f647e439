"""Text with bold and italic marks on ranges of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class MarkStyle(StrEnum):
    """What a mark does to the letters under it."""

    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A style on the half-open range `start`..`end` of characters."""

    start: int
    end: int
    style: MarkStyle


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in which the style does not change."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """A paragraph's text (a line break within it is `\\n`) and its marks.

    Marks are kept in normal form - sorted, merged, inside the text - so that two texts that
    look the same are equal.
    """

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        """Bring the marks to normal form."""
        object.__setattr__(self, "marks", _normal(self.marks, len(self.plain)))

    @classmethod
    def from_runs(cls, runs: Iterable[Run]) -> RichText:
        """Join runs into one text."""
        text, marks = "", []
        for run in runs:
            end = len(text) + len(run.text)
            marks += [Mark(len(text), end, style) for style in _styles(run)]
            text += run.text
        return cls(text, tuple(marks))

    @classmethod
    def from_markup(cls, markup: str) -> RichText:
        r"""Read `**bold**`, `*italic*` and `***both***`; `\*` is a star, `\\` a backslash.

        A star that opens nothing is kept as a star.
        """
        return cls.from_runs(_parse_markup(markup))

    def to_markup(self) -> str:
        """Write the text so that `from_markup` gives it back."""
        return "".join(_write_markup(self.runs())) if self.marks else _escaped(self.plain)

    def runs(self) -> Iterator[Run]:
        """Yield the stretches of one style, in order; nothing for an empty text."""
        edges = sorted(
            {0, len(self.plain), *(m.start for m in self.marks), *(m.end for m in self.marks)}
        )
        opened = {(mark.start, mark.style) for mark in self.marks}
        closed = {(mark.end, mark.style) for mark in self.marks}
        styles: set[MarkStyle] = set()
        for start, end in pairwise(edges):
            styles = {
                style
                for style in MarkStyle
                if (start, style) in opened or (style in styles and (start, style) not in closed)
            }
            yield Run(self.plain[start:end], MarkStyle.BOLD in styles, MarkStyle.ITALIC in styles)

    def replace_plain(self, text: str) -> RichText:
        """Return other words of the same length under the same marks."""
        if len(text) != len(self.plain):
            raise ValueError("the length must not change")
        return RichText(text, self.marks)

    def stripped(self) -> RichText:
        """Return the text without white space at its ends."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self[start : start + len(self.plain.strip())]

    def __getitem__(self, key: slice) -> RichText:
        """Cut a piece out, marks along with it."""
        start, end, step = key.indices(len(self.plain))
        if step != 1:
            raise ValueError("a text is cut in one piece")
        moved = (Mark(m.start - start, m.end - start, m.style) for m in self.marks)
        return RichText(self.plain[start:end], tuple(moved))

    def __add__(self, other: RichText | str) -> RichText:
        """Join two texts."""
        tail = RichText(other) if isinstance(other, str) else other
        shift = len(self.plain)
        moved = tuple(Mark(m.start + shift, m.end + shift, m.style) for m in tail.marks)
        return RichText(self.plain + tail.plain, self.marks + moved)

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.plain.strip())

    def __str__(self) -> str:
        """Return the words without marks."""
        return self.plain


def _styles(run: Run) -> list[MarkStyle]:
    return [
        style for style, on in ((MarkStyle.BOLD, run.bold), (MarkStyle.ITALIC, run.italic)) if on
    ]


def _normal(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """Clip marks to the text, drop empty ones and join those that touch."""
    merged: list[Mark] = []
    clipped = (Mark(max(m.start, 0), min(m.end, length), m.style) for m in marks)
    for mark in sorted((m for m in clipped if m.start < m.end), key=lambda m: (m.style, m.start)):
        last = merged[-1] if merged else None
        if last and last.style is mark.style and mark.start <= last.end:
            merged[-1] = Mark(last.start, max(last.end, mark.end), mark.style)
        else:
            merged.append(mark)
    return tuple(sorted(merged))


_TOKEN = re.compile(r"\\[\\*]|\*{1,3}|[^\\*]+|\\")


def _parse_markup(markup: str) -> Iterator[Run]:
    """Read stars as switches: one for italic, two for bold, three for both."""
    tokens = _TOKEN.findall(markup)
    unpaired = {style: _unpaired_switch(tokens, style) for style in MarkStyle}
    on = dict.fromkeys(MarkStyle, False)
    for index, token in enumerate(tokens):
        literal = "" if token.startswith("*") else token.removeprefix("\\") or token
        for style in MarkStyle:
            if not _switches(token, style):
                continue
            if unpaired[style] == index:
                literal += "*" * _STARS[style]
            else:
                on[style] = not on[style]
        if literal:
            yield Run(literal, on[MarkStyle.BOLD], on[MarkStyle.ITALIC])


_STARS = {MarkStyle.BOLD: 2, MarkStyle.ITALIC: 1}


def _switches(token: str, style: MarkStyle) -> bool:
    return token.startswith("*") and bool(len(token) & _STARS[style])


def _unpaired_switch(tokens: list[str], style: MarkStyle) -> int | None:
    """Return the position of the switch that no other switch answers."""
    places = [index for index, token in enumerate(tokens) if _switches(token, style)]
    return places[-1] if len(places) % 2 else None


def _write_markup(runs: Iterable[Run]) -> Iterator[str]:
    bold = italic = False
    for run in [*runs, Run("")]:
        yield "*" * (2 * (bold != run.bold) + (italic != run.italic))
        yield _escaped(run.text)
        bold, italic = run.bold, run.italic


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("*", "\\*")
