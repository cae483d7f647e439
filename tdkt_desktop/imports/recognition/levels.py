"""Finds the level of each paragraph of a text from the number before it and what is around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Level
from tdkt_desktop.documents.roles import CLAUSE_ROLES, HEADING_ROLES, Role
from tdkt_desktop.imports.reading import Flag
from tdkt_desktop.imports.recognition.texts import (
    ends_sentence,
    is_capitals,
    mostly_capitals,
    unmarked,
    words,
)
from tdkt_desktop.imports.recognition.typed_numbers import SIGNS, NumberStyle, TypedNumber

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.imports.recognition.pieces import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """The level found for a paragraph, and the number that says so."""

    level: Level
    number: TypedNumber | None = None
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class _Open:
    """A sequence of numbers that goes on: `1.` at ARABIC has reached 3."""

    level: Level
    style: NumberStyle
    closer: str
    value: int
    bold: bool = False


_BASE: Final = {
    NumberStyle.PART: Level.PART,
    NumberStyle.CAPITAL: Level.PART,
    NumberStyle.ROMAN: Level.ROMAN,
    NumberStyle.ARABIC: Level.ARABIC,
    NumberStyle.DECIMAL: Level.DECIMAL,
    NumberStyle.LETTER: Level.LETTER,
    NumberStyle.DASH: Level.DASH,
    NumberStyle.PLUS: Level.PLUS,
    NumberStyle.BULLET: Level.DASH,
}
_STYLE_OF: Final = {
    level: style
    for style, level in _BASE.items()
    if style not in (NumberStyle.CAPITAL, NumberStyle.BULLET)
}
LEVELS: Final = {
    **{role: level for level, role in HEADING_ROLES.items()},
    **{role: level for level, role in CLAUSE_ROLES.items()},
    Role.PARAGRAPH: Level.TEXT,
}
_STYLE_LEVEL: Final = re.compile(r"(?:heading|tiêu đề|đề mục|mục)\s*(\d)", re.IGNORECASE)
_BY_DEPTH: Final = (Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.LETTER)
_LONGEST_CAPITALS: Final = 40
LONGEST_BOLD: Final = 20
_LONGEST_TITLE: Final = 12
_LOOK_AHEAD: Final = 200


def find_levels(pieces: Sequence[Piece]) -> list[Place]:
    """Return the place of each piece of a body or an annex; tables stand at level TABLE."""
    return _LevelFinder(pieces).run()


class _LevelFinder:
    """Goes through the pieces of one text and remembers which sequences are open."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._numbers = [() if piece.tables else piece.numbers for piece in pieces]
        self._open: list[_Open] = []
        self._previous = ""
        self._bold = False
        styles = [readings[0].style for readings in self._numbers if readings]
        self._first = {style: styles.index(style) for style in set(styles)}
        self._has_numbers = bool(set(styles) - SIGNS)
        self._shouts = mostly_capitals([p.plain for p in pieces if not p.tables])
        self._has_bold = any(map(is_bold, pieces))
        self._has_capitals = any(map(_is_lone_capitals, pieces))
        self._depths = sorted({d for piece in pieces if (d := _style_depth(piece))})

    def run(self) -> list[Place]:
        places = []
        for index, piece in enumerate(self._pieces):
            self._bold = not piece.tables and (is_bold(piece) or bool(_style_depth(piece)))
            place = self._place(index, piece)
            places.append(place)
            if not piece.tables:
                self._previous = piece.plain
        return places

    def _place(self, index: int, piece: Piece) -> Place:
        if piece.tables:
            return Place(Level.TABLE)
        if piece.role in LEVELS:
            return self._by_role(piece, LEVELS[piece.role])
        number = self._chosen(index)
        if number is None:
            return self._unnumbered(index, piece)
        if number.style in SIGNS:
            return self._sign(index, number)
        return self._numbered(index, number)

    def _by_role(self, piece: Piece, level: Level) -> Place:
        """Trust the style of Word that is ours; the number is taken off where it fits."""
        number = next((n for n in piece.numbers if _BASE[n.style] is level), None)
        if number is None and piece.label and piece.numbers:
            number = piece.numbers[0]
        style = number.style if number else _STYLE_OF.get(level, NumberStyle.BULLET)
        value = number.value if number else self._count(level) + 1
        self._enter(_Open(level, style, number.closer if number else "", value))
        return Place(level, number)

    # Numbers

    def _chosen(self, index: int) -> TypedNumber | None:
        """Choose among the readings of a number: the one that goes on with an open sequence."""
        readings = self._numbers[index]
        if len(readings) < 2:
            return (
                None if readings and self._is_initial(readings[0]) else next(iter(readings), None)
            )
        for number in readings:
            if self._continued(number):
                return number
        firsts = [number for number in readings if number.value == 1]
        real = [number for number in readings if not self._is_initial(number)]
        capitals = self._first.get(NumberStyle.CAPITAL) is not None
        for number in [*firsts, *real]:
            if number.style is not NumberStyle.CAPITAL or capitals:
                return number
        return next(iter(real), None)

    def _is_initial(self, number: TypedNumber) -> bool:
        """Tell whether a capital letter is no number: one that begins or goes on no sequence."""
        return (
            number.style is NumberStyle.CAPITAL
            and number.value != 1
            and not self._continued(number)
        )

    def _continued(self, number: TypedNumber) -> _Open | None:
        """Return the innermost open sequence of which this is the next number."""
        same = [o for o in reversed(self._open) if o.style is number.style]
        following = [o for o in same if number.value == o.value + 1]
        alike = [o for o in following if o.bold is self._bold] or following
        exact = [o for o in alike if o.closer == number.closer]
        return next(iter(exact or alike), None)

    def _numbered(self, index: int, number: TypedNumber) -> Place:
        if number.style is NumberStyle.DECIMAL:
            return self._decimal(number)
        going_on = self._continued(number)
        if going_on:
            return self._at(going_on.level, number)
        same = [o for o in self._open if o.style is number.style]
        if same and self._is_nested(index, number, same[-1]):
            return self._at(_deeper(self._open[-1].level), number, Flag.DOUBTFUL)
        if same:
            return self._at(same[-1].level, number)
        base = self._base(number.style)
        if self._open and self._open[-1].level > base > Level.ROMAN and number.value == 1:
            inside = self._open[-1].level
            if inside is not Level.PLUS and self._previous.rstrip().endswith(":"):
                return self._at(_deeper(inside), number, Flag.DOUBTFUL)
        return self._at(base, number)

    def _is_nested(self, index: int, number: TypedNumber, outer: _Open) -> bool:
        """Tell whether a sequence that starts anew stands inside the open one.

        It does where it is written in another way, where the outer one counts bold titles, or
        where the text before announced a list after which the outer sequence goes on.
        """
        if number.value != 1:
            return False
        if (number.closer != outer.closer and outer.closer) or (outer.bold and not self._bold):
            return True
        if not self._previous.rstrip().endswith(":"):
            return False
        return self._goes_on_later(index, outer)

    def _goes_on_later(self, index: int, outer: _Open) -> bool:
        """Look ahead, up to the end of the section, for the next number of the outer sequence."""
        last = 0
        for readings in self._numbers[index : index + _LOOK_AHEAD]:
            number = next(iter(readings), None)
            if number is None or number.style in SIGNS:
                continue
            if number.style is not outer.style:
                if _BASE[number.style] < outer.level:
                    break
                continue
            if number.value == outer.value + 1 and number.value != last + 1:
                return True
            last = number.value
        return last == outer.value + 1 and last > 2

    def _decimal(self, number: TypedNumber) -> Place:
        """Place `1.1.`: one level above its look where nothing above it is open."""
        inside = [o.level for o in self._open if o.level in (Level.ARABIC, Level.DECIMAL)]
        level = Level.DECIMAL if len(number.values) < 3 else Level.LETTER
        has_arabic = Level.ARABIC in inside or NumberStyle.ARABIC in self._first
        if not inside and not has_arabic:
            level = Level.ARABIC if level is Level.DECIMAL else Level.DECIMAL
        return self._at(level, number)

    def _base(self, style: NumberStyle) -> Level:
        if style is NumberStyle.CAPITAL:
            roman = self._first.get(NumberStyle.ROMAN)
            if roman is None:
                return Level.ROMAN
            return Level.PART if self._first[style] < roman else Level.ARABIC
        return _BASE[style]

    # Signs

    def _sign(self, index: int, number: TypedNumber) -> Place:
        if number.style is NumberStyle.PLUS:
            return self._at(Level.PLUS, number)
        if number.style is NumberStyle.BULLET:
            return self._bullet(index, number)
        parent = next((o for o in self._open if o.style is NumberStyle.BULLET), None)
        if parent and parent.level is Level.DASH and parent.closer != number.written:
            return self._at(Level.DASH, number)
        return self._at(Level.DASH, number)

    def _bullet(self, index: int, number: TypedNumber) -> Place:
        """Place a bullet: a small title over dashes, a plus under a dash, else a dash."""
        if self._has_dashes_below(index):
            free = not any(o.style is NumberStyle.LETTER for o in self._open)
            return self._at(Level.LETTER if free else Level.TEXT, number, Flag.DOUBTFUL)
        last = self._open[-1] if self._open else None
        if last and last.level is Level.DASH and last.style is NumberStyle.DASH:
            return self._at(Level.PLUS, number)
        if last and last.level is Level.PLUS and last.style is NumberStyle.BULLET:
            return self._at(Level.PLUS, number)
        return self._at(Level.DASH, number)

    def _has_dashes_below(self, index: int) -> bool:
        """Tell whether the next numbered paragraph is a dash: then this bullet is its title."""
        for readings in self._numbers[index + 1 : index + _LOOK_AHEAD]:
            if readings:
                return readings[0].style is NumberStyle.DASH and self._is_title_like(index)
        return False

    def _is_title_like(self, index: int) -> bool:
        plain = self._pieces[index].plain
        short = words(plain) <= LONGEST_BOLD
        return short and (plain.rstrip().endswith(":") or not ends_sentence(plain))

    # Without number

    def _unnumbered(self, index: int, piece: Piece) -> Place:
        level = self._title_level(index, piece)
        if level is None:
            return Place(Level.TEXT)
        self._enter(_Open(level, NumberStyle.ROMAN, "", self._count(level) + 1))
        doubtful = {Flag.DOUBTFUL} if self._has_numbers else set[Flag]()
        return Place(level, None, frozenset(doubtful))

    def _count(self, level: Level) -> int:
        return next((o.value for o in self._open if o.level is level), 0)

    def _title_level(self, index: int, piece: Piece) -> Level | None:
        """Return the level of a title that carries no number; None for running text."""
        depth = _style_depth(piece)
        if depth:
            return _BY_DEPTH[min(self._depths.index(depth), len(_BY_DEPTH) - 1)]
        plain = piece.plain
        if plain.startswith("(") or "\n" in plain:
            return None
        if is_capitals(plain) and not self._shouts and words(plain) <= _LONGEST_CAPITALS:
            caption = self._has_numbers and piece.centered and self._is_over_table(index)
            return Level.ROMAN if self._takes_capitals(plain) and not caption else None
        if self._has_numbers or self._depths or ends_sentence(plain.rstrip(":")):
            return None
        inside = Level.ARABIC if self._has_capitals else Level.ROMAN
        if is_bold(piece) and words(plain) <= LONGEST_BOLD:
            return inside
        return inside if not self._has_bold and self._opens_text(index) else None

    def _is_over_table(self, index: int) -> bool:
        return index + 1 < len(self._pieces) and bool(self._pieces[index + 1].tables)

    def _takes_capitals(self, plain: str) -> bool:
        return words(plain) > 1 and any(char.isalpha() for char in plain)

    def _opens_text(self, index: int) -> bool:
        """Tell whether a short line stands over a longer one that begins anew."""
        plain = self._pieces[index].plain
        if (
            words(plain) > _LONGEST_TITLE
            or plain.endswith((",", ";"))
            or index + 1 >= len(self._pieces)
        ):
            return False
        following = self._pieces[index + 1]
        if following.tables:
            return False
        return bool(following.numbers) or words(following.plain) > max(
            _LONGEST_TITLE, 2 * words(plain)
        )

    # What is open

    def _at(self, level: Level, number: TypedNumber, *flags: Flag) -> Place:
        if level is not Level.TEXT:
            closer = number.closer if number.values else number.written
            self._enter(_Open(level, number.style, closer, number.value, self._bold))
        return Place(level, number, frozenset(flags))

    def _enter(self, opened: _Open) -> None:
        """Open a sequence and close the deeper ones; a part closes none of the counting."""
        if opened.level is Level.TEXT:
            return
        kept = [o for o in self._open if o.level < opened.level]
        if opened.level is Level.PART:
            kept = [o for o in self._open if o.level is Level.ROMAN]
        self._open = sorted([*kept, opened], key=lambda o: o.level)


def _deeper(level: Level) -> Level:
    return Level(min(level + 1, Level.PLUS))


def is_bold(piece: Piece) -> bool:
    """Tell whether a whole line is bold or set in marks of its own."""
    return piece.bold or (bool(piece.text.marks) and not unmarked(piece.text).marks)


def _is_lone_capitals(piece: Piece) -> bool:
    return not piece.tables and not piece.numbers and is_capitals(piece.plain)


def _style_depth(piece: Piece) -> int:
    match = _STYLE_LEVEL.match(piece.style_name)
    return int(match[1]) if match and not piece.role else 0
