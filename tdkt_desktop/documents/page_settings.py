"""What a school may choose of a layout, checked against the law, and the styles that follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.layout_profile import SIDES, Align, LayoutProfile, Margins, load_profile
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.documents.layout_profile import Range, RoleRule


@dataclass(frozen=True, slots=True)
class PageSettings:
    """The choices of a school; what is left out is taken from the layout."""

    portrait: Margins | None = None
    landscape: Margins | None = None
    preset: str = ""
    indent: float | None = None
    gap: float | None = None
    line: float | None = None


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a paragraph of one role is printed, in points and millimetres."""

    size: float
    bold: bool
    italic: bool
    caps: bool
    align: Align
    indent: float
    before: float
    after: float
    line: float
    keep_next: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, its margins, and the width that is left for text."""

    orientation: Orientation
    width: float
    height: float
    margins: Margins

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.margins.left - self.margins.right


@dataclass(frozen=True, slots=True)
class Layout:
    """A profile together with the choices of a school: all that a writer asks."""

    profile: LayoutProfile
    preset: str
    indent: float
    gap: float
    line: float
    portrait: Sheet
    landscape: Sheet
    _styles: dict[Role, RoleStyle] = field(default_factory=dict, init=False, compare=False)

    def sheet(self, orientation: Orientation) -> Sheet:
        """Return the page of an orientation."""
        return self.portrait if orientation is Orientation.PORTRAIT else self.landscape

    def size(self, name: float | str) -> float:
        """Return a size in points, by name in the preset or as it stands."""
        return self.profile.presets[self.preset][name] if isinstance(name, str) else name

    def style(self, role: Role) -> RoleStyle:
        """Return how paragraphs of a role are printed; tables bring their own size."""
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = self._make_style(self.profile.roles[role])
        return style

    def _make_style(self, rule: RoleRule) -> RoleStyle:
        return RoleStyle(
            size=self.size("text" if rule.size == "table" else rule.size),
            bold=rule.bold,
            italic=rule.italic,
            caps=rule.caps,
            align=rule.align,
            indent=self.indent if rule.indent else 0.0,
            before=self.gap if rule.text_gap else rule.before,
            after=0.0,
            line=self.line if rule.text_line else 1.0,
            keep_next=rule.keep_next,
        )


def layout_for(page: PageSettings, on: date | None = None) -> Layout:
    """Join the choices of a school to the layout in force on a day.

    Raises InputError for a choice that the law does not allow: it is refused, never bent.
    """
    return make_layout(load_profile(on=on), page)


def make_layout(profile: LayoutProfile, page: PageSettings) -> Layout:
    """Join the choices of a school to a profile; raises InputError for one not allowed."""
    preset = page.preset or profile.default_preset
    indent = profile.default_indent if page.indent is None else page.indent
    if preset not in profile.presets:
        raise InputError(
            _("Không có bộ cỡ chữ “{name}”.").format(name=preset),
            _("Chọn một trong các bộ: {names}.").format(names=", ".join(profile.presets)),
        )
    if indent not in profile.indents:
        raise InputError(
            _("Thụt đầu dòng {value} mm không đúng {law}.").format(
                value=_number(indent), law=profile.name
            ),
            _("Chọn một trong các mức: {values} mm.").format(
                values="; ".join(_number(choice) for choice in profile.indents)
            ),
        )
    return Layout(
        profile=profile,
        preset=preset,
        indent=indent,
        gap=_allowed(profile, profile.gap, page.gap, _("Khoảng cách giữa các đoạn"), "pt"),
        line=_allowed(profile, profile.line, page.line, _("Khoảng cách dòng"), _("dòng")),
        portrait=_sheet(profile, Orientation.PORTRAIT, page.portrait),
        landscape=_sheet(profile, Orientation.LANDSCAPE, page.landscape),
    )


def _sheet(profile: LayoutProfile, orientation: Orientation, margins: Margins | None) -> Sheet:
    margins = margins or profile.default_margins(orientation)
    for side in SIDES:
        allowed = profile.margins[orientation][side]
        _allowed(profile, allowed, getattr(margins, side), _margin_name(side), "mm")
    sizes = (profile.page_width, profile.page_height)
    width, height = sizes if orientation is Orientation.PORTRAIT else sizes[::-1]
    return Sheet(orientation, width, height, margins)


def _margin_name(side: str) -> str:
    names = {"top": _("Lề trên"), "bottom": _("Lề dưới"), "left": _("Lề trái")}
    return names.get(side, _("Lề phải"))


def _allowed(
    profile: LayoutProfile, allowed: Range, value: float | None, name: str, unit: str
) -> float:
    """Return the value, or the default for none; raise InputError for one out of range."""
    if value is None:
        return allowed.default
    if value not in allowed:
        raise InputError(
            _("{name} {value} {unit} không đúng {law}.").format(
                name=name, value=_number(value), unit=unit, law=profile.name
            ),
            _("Chọn trong khoảng {low} đến {high} {unit}.").format(
                low=_number(allowed.low), high=_number(allowed.high), unit=unit
            ),
        )
    return value


def _number(value: float) -> str:
    """Write a number with a decimal comma and no needless zeros."""
    return f"{value:g}".replace(".", ",")
