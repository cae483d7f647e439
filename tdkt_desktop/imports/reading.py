"""What was understood of a file, paragraph by paragraph, before it becomes a document.

A person may change it in between: every item is a value, and `with_role`, `join_items` and
`split_item` make the changes that the review of an import offers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from tdkt_desktop.documents.blocks import Level, Table
from tdkt_desktop.documents.document import OfficialDocument, Orientation
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.roles import CLAUSE_ROLES, HEADING_ROLES, Role
from tdkt_desktop.vietnamese.school_year import SchoolYear


class LeftOut(StrEnum):
    """Why a paragraph of the file is no part of the document; the stored values are stable."""

    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    NATIONAL_NAME = "national-name"
    RULE = "rule"
    SIGNING_NOTE = "signing-note"
    DRAFT_MARK = "draft-mark"
    BY_HAND = "by-hand"


class Flag(StrEnum):
    """What a person should look at; the stored values are stable."""

    JOINED = "joined"
    SPLIT = "split"
    RENUMBERED = "renumbered"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class UnderstoodTable:
    """A table and the numbers that its rows and groups carried in the file."""

    table: Table
    group_numbers: tuple[str, ...] = ()
    row_numbers: tuple[tuple[str, ...], ...] = ()


_LEVELS = {role: level for level, role in (*HEADING_ROLES.items(), *CLAUSE_ROLES.items())}


@dataclass(frozen=True, slots=True)
class UnderstoodItem:
    """What a paragraph or a table of the file is.

    `sources` are the places in the file's items: several where a text cut by a page was joined,
    the same in several items where one paragraph held more than one thing. `text` is without the
    number typed before it, which is `found_number`. `annex` counts from 0. An item is a table, or
    left out, or plays a role. `landscape` is how the page of a new annex lies.
    """

    sources: tuple[int, ...]
    role: Role | None = None
    text: RichText = field(default_factory=RichText)
    found_number: str = ""
    annex: int | None = None
    table: UnderstoodTable | None = None
    left_out: LeftOut | None = None
    flags: frozenset[Flag] = frozenset()
    orientation: Orientation = Orientation.PORTRAIT

    @property
    def level(self) -> Level | None:
        """The level in the text, None outside of body and annexes."""
        if self.table:
            return Level.TABLE
        if self.role is Role.PARAGRAPH:
            return Level.TEXT
        return _LEVELS.get(self.role) if self.role else None

    @property
    def is_heading(self) -> bool:
        """Tell whether this is a title of a part of the text."""
        return self.role in HEADING_ROLES.values()

    def flagged(self, *flags: Flag) -> UnderstoodItem:
        """Return the item with more flags."""
        return replace(self, flags=self.flags | set(flags))


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A sentence for the person, and the item that it is about."""

    text: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as understood: its items in reading order, and the years that it speaks of."""

    lines: tuple[UnderstoodItem, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    year: int | None = None
    school_year: SchoolYear | None = None


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A number that was wrong in the file, the number now given, and what it stands before."""

    from_: str
    to: str
    title: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document made of a file, and what was put right or is doubtful in it."""

    document: OfficialDocument
    renumbered: tuple[Renumbered, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()


def with_role(reading: Reading, index: int, role: Role | None) -> Reading:
    """Say what an item is; None leaves it out of the document."""
    item = reading.lines[index]
    left_out = None if role else LeftOut.BY_HAND
    flags = item.flags - {Flag.DOUBTFUL}
    return _with(reading, index, replace(item, role=role, left_out=left_out, flags=flags))


def join_items(reading: Reading, index: int) -> Reading:
    """Join a paragraph with the one after it; nothing changes where either is a table."""
    if index + 1 >= len(reading.lines):
        return reading
    first, second = reading.lines[index], reading.lines[index + 1]
    if first.table or second.table:
        return reading
    sources = (*first.sources, *(s for s in second.sources if s not in first.sources))
    text = first.text.stripped() + " " + second.text.stripped()
    joined = replace(first, text=text.stripped(), sources=sources).flagged(Flag.JOINED)
    return _with(reading, index, joined, replaced=2)


def split_item(reading: Reading, index: int, at: int) -> Reading:
    """Split a paragraph before the character `at`; both parts play the same role."""
    item = reading.lines[index]
    parts = (item.text[:at].stripped(), item.text[at:].stripped())
    if item.table or not all(parts):
        return reading
    first = replace(item, text=parts[0]).flagged(Flag.SPLIT)
    second = replace(item, text=parts[1], found_number="").flagged(Flag.SPLIT)
    return _with(reading, index, first, second)


def _with(reading: Reading, index: int, *items: UnderstoodItem, replaced: int = 1) -> Reading:
    lines = (*reading.lines[:index], *items, *reading.lines[index + replaced :])
    return replace(reading, lines=lines, warnings=())
