"""Understands a file that has been read: which part of an official document each line is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.imports.builder import wrong_numbers
from tdkt_desktop.imports.reading import Flag, Reading, ReadingWarning, UnderstoodItem
from tdkt_desktop.imports.recognition import official_words as official
from tdkt_desktop.imports.recognition.annexes import read_annex
from tdkt_desktop.imports.recognition.bodies import read_blocks
from tdkt_desktop.imports.recognition.ends import read_end, with_closing
from tdkt_desktop.imports.recognition.heads import read_head, read_opening
from tdkt_desktop.imports.recognition.joins import joined
from tdkt_desktop.imports.recognition.pieces import Piece, make_pieces
from tdkt_desktop.imports.recognition.years import find_years
from tdkt_desktop.imports.recognition.zones import Zones, cut_zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.imports.source import SourceDocument


def recognise(source: SourceDocument) -> Reading:
    """Say of each paragraph and table of a file what it is; never fails, whatever is in it."""
    pieces = list(joined(make_pieces(source)))
    kept = [piece for piece in pieces if piece.left_out is None]
    items = _in_source_order([*_understood(cut_zones(kept)), *_left_out(pieces)])
    items = _with_subject(items)
    wrong = wrong_numbers(items)
    items = [i.flagged(Flag.RENUMBERED) if n in wrong else i for n, i in enumerate(items)]
    year, school_year = find_years(items)
    warnings = tuple(ReadingWarning(text) for text in source.warnings)
    return Reading(tuple(items), warnings, year, school_year)


def _understood(zones: Zones) -> Iterator[UnderstoodItem]:
    yield from read_head(zones.head)
    yield from read_opening(zones.opening)
    yield from with_closing(list(read_blocks(zones.body)))
    yield from read_end(zones.end)
    for index, annex in enumerate(zones.annexes):
        yield from read_annex(annex, index)


def _left_out(pieces: Sequence[Piece]) -> Iterator[UnderstoodItem]:
    for piece in pieces:
        if piece.left_out:
            yield UnderstoodItem(piece.sources, None, piece.text, left_out=piece.left_out)


def _in_source_order(items: list[UnderstoodItem]) -> list[UnderstoodItem]:
    """Put what was left out back to its place among the rest."""
    return sorted(items, key=lambda item: item.sources[0])


def _with_subject(items: list[UnderstoodItem]) -> list[UnderstoodItem]:
    """Take the subject from the sentence that names the plan where the file has none."""
    if any(item.role is Role.SUBJECT for item in items):
        return items
    for item in items:
        match = official.NAMED_SUBJECT.search(item.text.plain)
        if item.role in (Role.PREAMBLE, Role.CLOSING) and match:
            words = item.text[match.start("subject") : match.end("subject")].stripped()
            text = words.replace_plain(words.plain[:1].upper() + words.plain[1:])
            subject = UnderstoodItem((), Role.SUBJECT, replace(text, marks=()))
            return [subject.flagged(Flag.DOUBTFUL), *items]
    return items
