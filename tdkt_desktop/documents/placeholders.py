"""Placeholders of templates: `{{ten_truong}}`, `{{ky_niem:nha-giao-viet-nam}}`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tdkt_desktop.documents.mapping import map_texts
from tdkt_desktop.documents.places import Place
from tdkt_desktop.documents.richtext import Mark, RichText
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tdkt_desktop.documents.document import OfficialDocument

_PLACEHOLDER = re.compile(r"\{\{([^{}\n]*)\}\}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder in a text; `name` holds the parameter too, as in "ky_niem:quoc-khanh"."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceholderEntry:
    """What the dictionary says of a placeholder; `parameter` says what stands after its colon."""

    name: str
    label: str
    explanation: str
    example: str
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A placeholder that has no value, and the first place where it stands."""

    name: str
    label: str
    place: Place


def find_placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text in order, misspelt ones included."""
    return tuple(
        Placeholder(_name(match[1]), match.start(), match.end())
        for match in _PLACEHOLDER.finditer(text)
    )


def placeholders_of(document: OfficialDocument) -> tuple[str, ...]:
    """Return the names of all placeholders of a document in reading order, each once."""
    return tuple(_first_places(document))


def fill(
    document: OfficialDocument, values: Mapping[str, str]
) -> tuple[OfficialDocument, tuple[Missing, ...]]:
    """Put values in the place of placeholders; what has none shows its label, «Tên trường».

    A value takes the marks of the placeholder it replaces. An empty value counts as none.
    """
    known = {name: value for name, value in values.items() if value.strip()}
    missing = tuple(
        Missing(name, placeholder_label(name), place)
        for name, place in _first_places(document).items()
        if name not in known
    )
    return map_texts(document, lambda text: fill_text(text, known)), missing


def fill_text(text: RichText, values: Mapping[str, str]) -> RichText:
    """Fill one text as `fill` does."""
    filled, done = RichText(), 0
    for found in find_placeholders(text.plain):
        value = values.get(found.name, "")
        shown = value if value.strip() else f"«{placeholder_label(found.name)}»"
        filled += text[done : found.start] + _marked_as(text, found, shown)
        done = found.end
    return filled + text[done:] if done else text


def placeholder_label(name: str) -> str:
    """Return what a person reads in the place of a placeholder without value, without marks."""
    bare, colon, parameter = name.partition(":")
    entry = placeholder_dictionary().get(bare)
    if entry is None or bool(colon) != bool(entry.parameter):
        return name or _("chỗ điền")
    return f"{entry.label}: {parameter}" if colon else entry.label


@cache
def placeholder_dictionary() -> dict[str, PlaceholderEntry]:
    """Return the dictionary of placeholders by name, without their parameters."""
    text = resource("templates", "placeholders.toml").read_text(encoding="utf-8")
    entries = (PlaceholderEntry(**entry) for entry in tomllib.loads(text)["placeholders"])
    return {entry.name: entry for entry in entries}


def _name(written: str) -> str:
    """Return a name without the blanks that people type around it and around its colon."""
    return ":".join(part.strip() for part in written.split(":"))


def _first_places(document: OfficialDocument) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for node in nodes(document):
        for found in find_placeholders(node.text.plain):
            places.setdefault(found.name, node.place)
    return places


def _marked_as(text: RichText, found: Placeholder, value: str) -> RichText:
    """Return the value under the marks that the first sign of its placeholder has."""
    styles = [mark for mark in text.marks if mark.start <= found.start < mark.end]
    return RichText(value, tuple(Mark(0, len(value), mark.style) for mark in styles))
