"""A document laid out for the checks: its texts, its year, its references, each found once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.moments import Moment, find_moments
from tdkt_desktop.documents.legal_reference import LegalReference, find_references
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.vietnamese.spans import Span, calendar_year
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.facts import Facts
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.places import Place
    from tdkt_desktop.documents.table_places import Node
    from tdkt_desktop.vietnamese.school_year import SchoolYear

HEADINGS: Final = frozenset(
    {
        Role.HEADING_PART,
        Role.HEADING_ROMAN,
        Role.HEADING_ARABIC,
        Role.HEADING_DECIMAL,
        Role.HEADING_LETTER,
    }
)
CLAUSES: Final = frozenset(
    {
        Role.CLAUSE_ARABIC,
        Role.CLAUSE_DECIMAL,
        Role.CLAUSE_LETTER,
        Role.CLAUSE_DASH,
        Role.CLAUSE_PLUS,
        Role.PARAGRAPH,
    }
)
PROSE: Final = CLAUSES | {Role.GROUND, Role.PREAMBLE, Role.CLOSING}
WORDED: Final = (
    PROSE
    | HEADINGS
    | {Role.TABLE_CELL, Role.TABLE_GROUP, Role.ANNEX_TITLE, Role.SUBJECT}
    | {Role.TABLE_HEAD, Role.RECIPIENT, Role.ADDRESSEE}
)
"""The roles whose texts are written in words by the author."""
_COVER: Final = "\N{FULL BLOCK}"
_FIGURE = re.compile(r"\d")


class Sheet:
    """A document with what the checks ask of it again and again."""

    def __init__(self, document: OfficialDocument, facts: Facts) -> None:
        self.document, self.facts = document, facts
        self._references: dict[str, tuple[LegalReference, ...]] = {}
        self._bare: dict[str, str] = {}
        self._moments: dict[str, tuple[Moment, ...]] = {}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All texts in reading order."""
        return tuple(nodes(self.document))

    @cached_property
    def worded(self) -> tuple[Node, ...]:
        """The texts written in words."""
        return tuple(node for node in self.nodes if node.role in WORDED)

    @cached_property
    def prose(self) -> tuple[Node, ...]:
        """The running texts outside of tables and headings."""
        return tuple(node for node in self.nodes if node.role in PROSE)

    @cached_property
    def by_path(self) -> dict[str, Node]:
        """The texts by the path of their place."""
        return {node.place.path: node for node in self.nodes}

    @cached_property
    def folded(self) -> str:
        """All words of the texts, folded, one text a line."""
        return "\n".join(fold(node.text.plain) for node in self.worded)

    @property
    def school_year(self) -> SchoolYear | None:
        """The school year of the plan, if it is made for one.

        A plan for another calendar year than the one in which the school year begins only names
        it: "năm 2022 (năm học 2021 - 2022)".
        """
        school_year = self.facts.school_year or self.document.school_year
        if school_year is None or self._calendar_year not in (None, school_year.start):
            return None
        return school_year

    @property
    def year(self) -> int | None:
        """The calendar year of the plan, None for a plan of a school year."""
        return self._calendar_year if self.school_year is None else None

    @property
    def _calendar_year(self) -> int | None:
        return self.facts.year if self.facts.year is not None else self.document.year

    @property
    def span(self) -> Span | None:
        """The days that the plan is for."""
        if self.school_year is not None:
            return Span(self.school_year.first_day, self.school_year.last_day)
        return calendar_year(self.year) if self.year is not None else None

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that the plan reaches."""
        span = self.span
        return tuple(range(span.start.year, span.end.year + 1)) if span else ()

    def references(self, node: Node) -> tuple[LegalReference, ...]:
        """Return the references to documents in a text."""
        path = node.place.path
        if path not in self._references:
            text = node.text.plain
            self._references[path] = find_references(text) if _FIGURE.search(text) else ()
        return self._references[path]

    def bare(self, node: Node) -> str:
        """Return a text of the same length in which references to documents are covered."""
        path = node.place.path
        if path not in self._bare:
            text = node.text.plain
            for one in self.references(node):
                text = text[: one.start] + _COVER * (one.end - one.start) + text[one.end :]
            self._bare[path] = text
        return self._bare[path]

    def moments(self, node: Node) -> tuple[Moment, ...]:
        """Return the days, months and quarters in a text, those of references left out."""
        path = node.place.path
        if path not in self._moments:
            text = self.bare(node)
            self._moments[path] = find_moments(text) if _FIGURE.search(text) else ()
        return self._moments[path]


def found(
    code: str,
    severity: Severity,
    node: Node,
    span: tuple[int, int],
    message: str,
    suggestion: str = "",
    *,
    certain: bool = False,
) -> Finding:
    """Return a finding at a range of a text; a certain suggestion can be put in with one click."""
    start, end = span
    quote = node.text.plain[start:end]
    repair = suggestion if certain else None
    return Finding(code, severity, node.place, start, end, quote, message, suggestion, repair)


def missing(
    code: str, severity: Severity, place: Place, message: str, suggestion: str = ""
) -> Finding:
    """Return a finding about something that does not stand in the document."""
    return Finding(code, severity, place, 0, 0, "", message, suggestion)


def matches(
    pattern: re.Pattern[str], sheet_nodes: tuple[Node, ...]
) -> Iterator[tuple[Node, re.Match[str]]]:
    """Yield every match of a pattern in texts, with its text."""
    for node in sheet_nodes:
        for match in pattern.finditer(node.text.plain):
            yield node, match
