"""Reads the shipped templates and clauses, and knows how their words must be written."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tdkt_desktop.documents.markup import parse_template
from tdkt_desktop.documents.placeholders import placeholder_dictionary
from tdkt_desktop.documents.template import Template, ground_identifier
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATE_FILES = sorted(resource("templates").glob("*.tdkt.md"))
CLAUSE_FILES = sorted(resource("clauses").glob("*.toml"))

_PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
_OLD_TONE = re.compile(r"(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![a-zà-ỹ])", re.IGNORECASE)
_UNWANTED = re.compile(
    # A registration that was not made bars nobody (Luật 06/2022, Điều 7).
    r"(?:không|chưa) đăng ký (?:thì )?(?:không|chưa) (?:được )?xét|"
    # No district level since 01/7/2025, and no place of one school.
    r"\b(?:cấp )?huyện\b|\bquận\b|phòng giáo dục|hà nội|"
    # Thresholds that no law in force was found to state.
    r"15%|28%|(?<!\d)2/3\b|"
    # A school proposes, it does not award.
    r"(?:hội đồng|hiệu trưởng|nhà trường) (?:quyết định )?(?:tặng|công nhận) danh hiệu|"
    # The program's own marks, and office shorthand.
    r"\./\.|\bHTXSNV\b|\bHTTNV\b|\bBGH\b|\bGVCN\b|\bCBGVNV\b|\bTĐKT\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the library, as it stands in its file."""

    key: str
    heading: str
    levels: tuple[str, ...]
    tags: tuple[str, ...]
    text: str


@cache
def shipped_template(name: str) -> Template:
    """Read a shipped template once."""
    return parse_template(resource("templates", name).read_text(encoding="utf-8"), name)


def template_texts(template: Template) -> Iterator[str]:
    """Yield every text of a template but its grounds from the catalogue."""
    for node in nodes(template.document):
        if ground_identifier(node.text) is None:
            yield node.text.plain


def shipped_clauses() -> list[Clause]:
    """Read the whole clause library."""
    return [_clause(entry) for path in CLAUSE_FILES for entry in _entries(path.read_text("utf-8"))]


def _entries(text: str) -> list[dict[str, Any]]:
    return tomllib.loads(text)["clause"]


def _clause(entry: dict[str, Any]) -> Clause:
    return Clause(
        entry["key"],
        entry["heading"],
        tuple(entry["levels"]),
        tuple(entry["tags"]),
        entry["text"],
    )


def placeholders(text: str) -> set[str]:
    """Return the names between double braces."""
    return set(_PLACEHOLDER.findall(text))


def unknown_placeholders(names: set[str]) -> set[str]:
    """Return the names that the dictionary does not know, or knows without their parameter."""
    known = placeholder_dictionary()
    return {
        name
        for name in names
        if (entry := known.get(name.partition(":")[0])) is None
        or bool(entry.parameter) != (":" in name)
    }


def sentences(text: str) -> set[str]:
    """Return the longer sentences of a text, without their marks and end marks."""
    pieces = re.split(r"(?<=[.;:])\s+|\n", text)
    return {piece.strip("-+#. ;:") for piece in pieces if len(piece) > 40}


def faults_of_writing(text: str) -> list[str]:
    """Return what an attentive reader would strike out."""
    filled = _PLACEHOLDER.sub("X", text)
    found = [match[0] for match in _UNWANTED.finditer(filled)]
    found += [f"dấu thanh kiểu cũ: {match[0]}" for match in _OLD_TONE.finditer(filled)]
    found += [sign for sign in ('"', "  ", " ,", " .", " ;", "–", "—", "…") if sign in filled]
    if not unicodedata.is_normalized("NFC", text):
        found.append("NFD")
    return found
