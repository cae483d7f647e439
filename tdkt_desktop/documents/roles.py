"""The parts that a printed paragraph can play: the key of layout, Word styles and recognition."""

from __future__ import annotations

from enum import StrEnum

from tdkt_desktop.documents.blocks import Block, Clause, Heading, Level, Table


class Role(StrEnum):
    """What a paragraph is in an official document; the stored values are stable."""

    NATIONAL_NAME = "national-name"
    MOTTO = "motto"
    PARENT_BODY = "parent-body"
    ISSUING_BODY = "issuing-body"
    NUMBER = "number"
    PLACE_DATE = "place-date"
    TITLE = "title"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    GROUND = "ground"
    AUTHORITY = "authority"
    RESOLUTION = "resolution"
    PREAMBLE = "preamble"
    HEADING_PART = "heading-part"
    HEADING_ROMAN = "heading-roman"
    HEADING_ARABIC = "heading-arabic"
    HEADING_DECIMAL = "heading-decimal"
    HEADING_LETTER = "heading-letter"
    CLAUSE_ARTICLE = "clause-article"
    CLAUSE_ARABIC = "clause-arabic"
    CLAUSE_DECIMAL = "clause-decimal"
    CLAUSE_LETTER = "clause-letter"
    CLAUSE_DASH = "clause-dash"
    CLAUSE_PLUS = "clause-plus"
    PARAGRAPH = "paragraph"
    CLOSING = "closing"
    TABLE_HEAD = "table-head"
    TABLE_GROUP = "table-group"
    TABLE_CELL = "table-cell"
    SIGNING_AUTHORITY = "signing-authority"
    SIGNER_TITLE = "signer-title"
    SIGNER_OFFICE = "signer-office"
    SIGNER_NAME = "signer-name"
    RECIPIENTS_HEAD = "recipients-head"
    RECIPIENT = "recipient"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_REFERENCE = "annex-reference"
    PAGE_NUMBER = "page-number"


HEADING_ROLES = {
    Level.PART: Role.HEADING_PART,
    Level.ROMAN: Role.HEADING_ROMAN,
    Level.ARABIC: Role.HEADING_ARABIC,
    Level.DECIMAL: Role.HEADING_DECIMAL,
    Level.LETTER: Role.HEADING_LETTER,
}
CLAUSE_ROLES = {
    Level.ARTICLE: Role.CLAUSE_ARTICLE,
    Level.ARABIC: Role.CLAUSE_ARABIC,
    Level.DECIMAL: Role.CLAUSE_DECIMAL,
    Level.LETTER: Role.CLAUSE_LETTER,
    Level.DASH: Role.CLAUSE_DASH,
    Level.PLUS: Role.CLAUSE_PLUS,
}


def role_of(block: Block) -> Role:
    """Return the part that a block of text plays; a table has none and raises ValueError."""
    if isinstance(block, Table):
        raise ValueError("a table plays no single part")
    if isinstance(block, Heading):
        return HEADING_ROLES[block.level]
    if isinstance(block, Clause):
        return CLAUSE_ROLES[block.level]
    return Role.PARAGRAPH
