"""The nesting of flat blocks: what stands under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Table
from tdkt_desktop.documents.numbering import block_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Section:
    """A block with what stands under it; `index` is its place among the flat blocks."""

    index: int
    block: Block
    number: str
    children: tuple[Section, ...] = ()

    @property
    def level(self) -> Level:
        """The level of the block, also for paragraphs and tables."""
        return level_of(self.block)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all under it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def level_of(block: Block) -> Level:
    """Return the level of any block."""
    if isinstance(block, Table):
        return Level.TABLE
    return block.level if isinstance(block, Heading | Clause) else Level.TEXT


def sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return blocks as a forest.

    A numbered block holds all deeper ones that follow; a plus stands under its dash. A paragraph
    or a table belongs to the nearest number above it, never to a dash.
    """
    return tuple(_Nester(blocks).forest(_TOP))


_TOP = -1


class _Nester:
    """Takes blocks from the front, as long as they are deeper than what holds them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._numbers = block_numbers(blocks)
        self._next = 0

    def forest(self, above: float) -> Iterator[Section]:
        while self._next < len(self._blocks) and self._depth() > above:
            yield self._section()

    def _section(self) -> Section:
        index = self._next
        level = level_of(self._blocks[index])
        self._next += 1
        holds = level <= Level.PLUS or level is Level.ARTICLE
        children = tuple(self.forest(_rank(level))) if holds else ()
        return Section(index, self._blocks[index], self._numbers[index], children)

    def _depth(self) -> float:
        """Return the level that says what may hold the next block; text stands beside dashes."""
        level = level_of(self._blocks[self._next])
        return _rank(level) if level <= Level.PLUS or level is Level.ARTICLE else Level.DASH


def _rank(level: Level) -> float:
    """Return the depth of a level among those that hold others: an article is above `1.`."""
    return (Level.ROMAN + Level.ARABIC) / 2 if level is Level.ARTICLE else level
