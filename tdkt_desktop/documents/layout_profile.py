"""How documents look: the layout profile of a decree, read from `resources/layouts`.

Lengths are millimetres, sizes and gaps points, line spacing multiples of the single line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from tdkt_desktop.documents.blocks import ColumnRole
from tdkt_desktop.documents.document import DocumentKind, Orientation
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.resources import resource

DEFAULT_PROFILE: Final = "nd30"
SIDES: Final = ("top", "bottom", "left", "right")


class Align(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Range:
    """What the law allows for a value, ends included, and what is taken unless told."""

    low: float
    high: float
    default: float

    def __contains__(self, value: float) -> bool:
        """Tell whether the law allows `value`."""
        return self.low - 1e-6 <= value <= self.high + 1e-6


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class RoleRule:
    """What the profile says of a role, before the sizes of a document are known.

    `size` is points or the name of a size; `indent`, `text_gap` and `text_line` say that the
    school's own first-line indent, gap and line spacing apply.
    """

    size: float | str
    bold: bool
    italic: bool
    caps: bool
    align: Align
    indent: bool
    before: float
    text_gap: bool
    text_line: bool
    keep_next: bool


@dataclass(frozen=True, slots=True)
class HeaderRules:
    """The block above the title (L21, L25, L27, L28)."""

    left: float
    right: float
    left_min: float
    left_least: float
    hang_max: float
    lines_max: int
    slack: float
    row_gap: float
    number_blank: int


@dataclass(frozen=True, slots=True)
class LineRules:
    """The three drawn lines and the one under an annex's reference (L14, L18, L31, L35, L79).

    `motto`, `issuing_body` and `subject` are shares of the widest line above, `annex` a length.
    """

    thickness: float
    gap: float
    height: float
    minimum: float
    motto: float
    issuing_body: float
    subject: float
    annex: float


@dataclass(frozen=True, slots=True)
class SignatureRules:
    """The block below the text (L65-L67); `kept_lines` of the text stay with it."""

    left: float
    right: float
    gap: float
    before: float
    kept_lines: int


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """How wide a column of a table is, and how its cells stand."""

    share: float
    low: float
    high: float
    align: Align


@dataclass(frozen=True, slots=True)
class TableRules:
    """Tables (L84-L88).

    `sizes` are pairs of most columns and size, by orientation; `padding` is millimetres left and
    right of the text of a cell, `cell_gap` points above and below it, `border` and `before` points.
    """

    sizes: Mapping[Orientation, tuple[tuple[int, float], ...]]
    border: float
    padding: float
    cell_gap: float
    before: float
    columns: Mapping[ColumnRole, ColumnRule]

    def size(self, columns: int, orientation: Orientation) -> float:
        """Return the size of the text in a table of so many columns."""
        return next(size for most, size in self.sizes[orientation] if columns <= most)


@dataclass(frozen=True, slots=True)
class KindRules:
    """In what a kind of document differs from the others (L21, L91-L93).

    `resolution` stands between the grounds and the body, in capitals. `copies` is how often the
    document is printed on each sheet, one copy above the other.
    """

    number: bool = True
    place_date: bool = True
    resolution: str = ""
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Words that the decree itself prescribes."""

    national_name: str
    motto: str
    recipients_head: str
    addressees_head: str


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """The layout that a decree prescribes."""

    key: str
    name: str
    effective_from: date
    effective_to: date | None
    replaced_by: str
    font: str
    page_width: float
    page_height: float
    number_from_edge: float
    margins: Mapping[Orientation, Mapping[str, Range]]
    presets: Mapping[str, Mapping[str, float]]
    default_preset: str
    indents: tuple[float, ...]
    default_indent: float
    gap: Range
    line: Range
    words: Words
    header: HeaderRules
    lines: LineRules
    signature: SignatureRules
    table: TableRules
    roles: Mapping[Role, RoleRule]
    kinds: Mapping[DocumentKind, KindRules]

    def kind(self, kind: DocumentKind) -> KindRules:
        """Return in what a kind of document differs from the others."""
        return self.kinds.get(kind, _NO_DIFFERENCE)

    def default_margins(self, orientation: Orientation) -> Margins:
        """Return the margins taken unless the school says otherwise."""
        return Margins(**{side: self.margins[orientation][side].default for side in SIDES})


_NO_DIFFERENCE: Final = KindRules()


def load_profile(key: str = DEFAULT_PROFILE, on: date | None = None) -> LayoutProfile:
    """Return a layout, or on a day after its end the one that has replaced it."""
    profile = _read(key)
    while on and profile.effective_to and profile.replaced_by and on >= profile.effective_to:
        profile = _read(profile.replaced_by)
    return profile


@cache
def _read(key: str) -> LayoutProfile:
    data = tomllib.loads(resource("layouts", f"{key}.toml").read_text(encoding="utf-8"))
    presets = data["presets"]
    text = data["text"]
    return LayoutProfile(
        key=data["key"],
        name=data["name"],
        effective_from=data["effective_from"],
        effective_to=data.get("effective_to"),
        replaced_by=data.get("replaced_by", ""),
        font=data["font"],
        page_width=data["page"]["width"],
        page_height=data["page"]["height"],
        number_from_edge=data["page"]["number"]["from_edge"],
        margins={o: _margins(data["page"]["margins"][o]) for o in Orientation},
        presets={name: sizes for name, sizes in presets.items() if isinstance(sizes, dict)},
        default_preset=presets["default"],
        indents=tuple(text["indent"]["choices"]),
        default_indent=text["indent"]["default"],
        gap=_range(text["gap"]),
        line=_range(text["line"]),
        words=Words(**_fields(data["words"])),
        header=HeaderRules(**_fields(data["header"])),
        lines=LineRules(**_fields(data["rules"])),
        signature=SignatureRules(**_fields(data["signature"])),
        table=_table(data["table"]),
        roles={Role(name): _role(rule) for name, rule in data["roles"].items()},
        kinds={
            DocumentKind(name): KindRules(**_fields(rule)) for name, rule in data["kinds"].items()
        },
    )


def _fields(table: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a table under the names of a dataclass, without their sources."""
    return {key.replace("-", "_"): value for key, value in table.items() if key != "source"}


def _range(table: dict[str, float]) -> Range:
    return Range(table["min"], table["max"], table["default"])


def _margins(table: dict[str, Any]) -> dict[str, Range]:
    return {side: _range(table[side]) for side in SIDES}


def _table(table: dict[str, Any]) -> TableRules:
    plain = {key: value for key, value in _fields(table).items() if isinstance(value, float)}
    return TableRules(
        sizes={o: tuple((line["columns"], line["size"]) for line in table[o]) for o in Orientation},
        columns={ColumnRole(name): _column(rule) for name, rule in table["columns"].items()},
        **plain,
    )


def _column(rule: dict[str, Any]) -> ColumnRule:
    return ColumnRule(rule["share"], rule["min"], rule["max"], Align(rule["align"]))


def _role(rule: dict[str, Any]) -> RoleRule:
    before = rule.get("before", 0.0)
    return RoleRule(
        size=rule["size"],
        bold=rule.get("bold", False),
        italic=rule.get("italic", False),
        caps=rule.get("caps", False),
        align=Align(rule.get("align", "left")),
        indent=rule.get("indent", False),
        before=0.0 if before == "text" else before,
        text_gap=before == "text",
        text_line=rule.get("line") == "text",
        keep_next=rule.get("keep_next", False),
    )
