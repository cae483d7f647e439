"""Tells the titles among numbered paragraphs from running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Level
from tdkt_desktop.documents.roles import CLAUSE_ROLES, HEADING_ROLES, Role
from tdkt_desktop.imports.recognition.levels import LEVELS, LONGEST_BOLD, is_bold
from tdkt_desktop.imports.recognition.official_words import CLOSING
from tdkt_desktop.imports.recognition.texts import unmarked, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.recognition.levels import Place
    from tdkt_desktop.imports.recognition.pieces import Piece

_LONGEST_HEADING: Final = 70
_NEAR: Final = 100
_SENTENCE_MARKS: Final = (".", ";", "?", "!")


def block_roles(pieces: Sequence[Piece], places: Sequence[Place]) -> list[Role | None]:
    """Return the role of each piece: a title, a clause or a paragraph; None for a table."""
    return _RoleFinder(pieces, places).run()


class _RoleFinder:
    """Tells titles from clauses by their look, their length, their end and what is around them."""

    def __init__(self, pieces: Sequence[Piece], places: Sequence[Place]) -> None:
        self._pieces = pieces
        self._places = places
        self._texts = [
            piece.without_number(place.number) if not piece.tables else piece.text
            for piece, place in zip(pieces, places, strict=True)
        ]
        self._bold_tells = any(
            is_bold(piece)
            for piece, place in zip(pieces, places, strict=True)
            if place.number and place.level in (Level.ROMAN, Level.ARABIC)
        )

    def run(self) -> list[Role | None]:
        return [self._role(index) for index in range(len(self._pieces))]

    def _role(self, index: int) -> Role | None:
        piece, level = self._pieces[index], self._places[index].level
        if level is Level.TABLE:
            return None
        if piece.role in LEVELS:
            return piece.role
        if level is Level.TEXT:
            return Role.CLOSING if piece.role is Role.CLOSING else Role.PARAGRAPH
        is_title = level in HEADING_ROLES and self._is_heading(index)
        return HEADING_ROLES[level] if is_title else CLAUSE_ROLES[level]

    def _is_heading(self, index: int) -> bool:
        place = self._places[index]
        if place.level not in CLAUSE_ROLES or place.number is None:
            return True
        text = self._texts[index]
        if is_bold(self._pieces[index]) or (text.marks and not unmarked(text).marks):
            return True
        plain = text.plain.rstrip()
        if words(plain) > _LONGEST_HEADING or "\n" in plain or not self._opens_deeper(index):
            return False
        if plain.endswith(":"):
            return not self._has_clauses_beside(index)
        if plain.endswith(_SENTENCE_MARKS) and not plain.endswith("..."):
            return not self._bold_tells and self._is_ended_title(index, plain)
        return True

    def _is_ended_title(self, index: int, plain: str) -> bool:
        """Tell whether a sentence is a title all the same: numbers below it, or titles beside it.

        It is one sentence then, and no neighbour is a sentence that nothing stands below.
        """
        if re.search(r"[.;]\s+\S", plain) or self._has_clauses_beside(index):
            return False
        if self._places[index + 1].level is not Level.TEXT:
            return True
        return any(
            self._opens_deeper(n) and not self._texts[n].plain.rstrip().endswith(_SENTENCE_MARKS)
            for n in self._siblings(index)
        )

    def _opens_deeper(self, index: int) -> bool:
        """Tell whether something deeper, a paragraph or a table follows."""
        if index + 1 >= len(self._places):
            return False
        if CLOSING.match(self._pieces[index + 1].plain) and not self._pieces[index + 1].numbers:
            return False
        return self._places[index + 1].level > self._places[index].level

    def _has_clauses_beside(self, index: int) -> bool:
        """Tell whether a neighbour of the same level is a sentence: long, or with nothing below."""
        return any(
            self._texts[n].plain.rstrip().endswith(_SENTENCE_MARKS)
            and (words(self._texts[n].plain) > LONGEST_BOLD or not self._opens_deeper(n))
            for n in self._siblings(index)
        )

    def _is_near(self, place: int, index: int) -> bool:
        return 0 <= place < len(self._places) and abs(place - index) <= _NEAR

    def _siblings(self, index: int) -> Iterator[int]:
        """Yield the places of the paragraphs of the same level under the same parent."""
        level = self._places[index].level
        for step in (-1, 1):
            place = index + step
            while self._is_near(place, index) and self._places[place].level >= level:
                if self._places[place].level is level:
                    yield place
                place += step
