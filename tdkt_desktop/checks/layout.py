"""`layout`: what is not as the decree wants it on the pages of a .docx from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Finding, Severity
from tdkt_desktop.checks.layout_lines import line_faults
from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.layout_profile import load_profile
from tdkt_desktop.documents.places import Place, join
from tdkt_desktop.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.checks.facts import PageMeasures
    from tdkt_desktop.checks.sheet import Sheet
    from tdkt_desktop.documents.layout_profile import LayoutProfile

_SIDES: Final = {
    "top": N_("Lề trên"), "bottom": N_("Lề dưới"), "left": N_("Lề trái"), "right": N_("Lề phải"),
}  # fmt: skip
_SLACK: Final = 0.6
"""Millimetres by which rounding in Word and in inches may be off."""


def check(sheet: Sheet) -> Iterator[Finding]:
    """Yield what the measures of a file break; each fault once, however many sections have it."""
    measures = sheet.facts.measures
    if measures is None:
        return
    profile = load_profile(on=sheet.document.issued_on)
    told: set[str] = set()
    for page in measures.pages:
        for finding in (*_paper(page, profile), *_margins(page, profile)):
            if finding.place.path not in told:
                told.add(finding.place.path)
                yield finding
    if measures.font and measures.font != profile.font:
        message = _("Phông chữ phải là {font}.").format(font=profile.font)
        yield _fault("font", _("Phông chữ"), measures.font, profile.font, message)
    sizes = sorted({preset["text"] for preset in profile.presets.values()})
    if measures.size is not None and measures.size not in sizes:
        wanted = " - ".join(f"{size:g}" for size in (sizes[0], sizes[-1]))
        message = _("Cỡ chữ nội dung là {wanted}.").format(wanted=wanted)
        yield _fault("size", _("Cỡ chữ"), f"{measures.size:g}", wanted, message)
    for fault in line_faults(measures):
        yield _fault(fault.key, fault.name, fault.measured, fault.wanted, fault.message)


def _paper(page: PageMeasures, profile: LayoutProfile) -> Iterator[Finding]:
    if page.width is None or page.height is None:
        return
    measured = sorted((page.width, page.height))
    wanted = sorted((profile.page_width, profile.page_height))
    if any(abs(a - b) > _SLACK for a, b in zip(measured, wanted, strict=True)):
        words = f"{page.width:g} x {page.height:g} mm"
        message = _("Khổ giấy phải là A4 (210 x 297 mm).")
        yield _fault("paper", _("Khổ giấy"), words, "210 x 297 mm", message)


def _margins(page: PageMeasures, profile: LayoutProfile) -> Iterator[Finding]:
    lies = page.width and page.height and page.width > page.height
    ranges = profile.margins[Orientation.LANDSCAPE if lies else Orientation.PORTRAIT]
    for side, width in page.margins:
        wanted = ranges[side]
        if width is None or wanted.low - _SLACK <= width <= wanted.high + _SLACK:
            continue
        name = _(_SIDES[side])
        limits = f"{wanted.low:g} - {wanted.high:g} mm"
        message = _("{name} phải từ {limits}.").format(name=name, limits=limits)
        yield _fault(f"margin-{side}", name, f"{width:g} mm", limits, message)


def _fault(key: str, name: str, measured: str, wanted: str, message: str) -> Finding:
    place = Place(join("layout", key), name)
    return Finding("layout", Severity.WARNING, place, 0, 0, measured, message, wanted)
