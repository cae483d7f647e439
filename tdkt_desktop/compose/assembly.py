"""Joins a template, what stands around it, and the data into a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.block_placeholders import fill_blocks
from tdkt_desktop.documents.blocks import Block, Clause, Level, Paragraph
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.placeholders import fill
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.vietnamese.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tdkt_desktop.compose.facts import Frame


@dataclass(frozen=True, slots=True)
class Content:
    """The data of a document: words for the placeholders, and whole blocks."""

    values: Mapping[str, str]
    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Composed:
    """A document made from data, and what a person still has to fill in."""

    document: OfficialDocument
    missing: tuple[str, ...] = ()


def assemble(template: OfficialDocument, frame: Frame, content: Content) -> Composed:
    """Make a document of a template; a value that nobody knows stays visible as its label."""
    known = {name: [*blocks] for name, blocks in content.blocks.items()}
    filled, missing = fill(fill_blocks(template, known), {**frame.values, **content.values})
    decides = filled.kind is DocumentKind.DECISION
    document = replace(
        filled,
        letterhead=frame.letterhead,
        number=frame.number,
        place=frame.place,
        year=frame.year,
        school_year=frame.school_year,
        authority=frame.authority if decides else "",
        signature=filled.signature if filled.signature.title else frame.signature,
    )
    return Composed(document, tuple(one.label for one in missing))


def dashes(texts: Iterable[str], otherwise: str = "") -> tuple[Block, ...]:
    """Return texts as dashed paragraphs, or one plain sentence where there are none."""
    found = tuple(Clause(Level.DASH, RichText(text)) for text in texts if text.strip())
    return found or ((Paragraph(RichText(otherwise)),) if otherwise else ())


def day_words(day: date | None) -> str:
    """Return "ngày 05 tháng 9 năm 2026"; empty for a day not known, which stays a placeholder."""
    return long_date(day) if day else ""


def sentence(text: str) -> str:
    """Return words with the full stop that ends a sentence."""
    bare = text.strip().rstrip(";,")
    return bare if not bare or bare.endswith((".", "!", "?", "…")) else f"{bare}."
