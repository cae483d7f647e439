"""Use cases about new plans: from a template and what the school is, a draft to be read over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.documents.placeholders import fill
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.template import Issuer as TemplateIssuer
from tdkt_desktop.documents.template import Period, ground_identifier, ground_reference
from tdkt_desktop.i18n import _
from tdkt_desktop.services.period import PlanPeriod, period_for
from tdkt_desktop.services.school_profile import (
    LEVEL_NAMES,
    Issuer,
    Planning,
    SchoolProfile,
    letterhead_of,
    signature_of,
    symbol_of,
)
from tdkt_desktop.vietnamese.anniversaries import anniversary, commemorative_days
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from tdkt_desktop.documents.template import Template
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.templates import TemplateService

PLAN_ABBREVIATION = "KH"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document made from a template, its period, and what a person still has to fill in."""

    document: OfficialDocument
    period: PlanPeriod
    template_key: str
    doubts: tuple[str, ...]


class DraftingService:
    """Makes drafts; storing them is the plans' service."""

    def __init__(
        self, school: SchoolService, templates: TemplateService, legal: LegalService
    ) -> None:
        self._school, self._templates, self._legal = school, templates, legal

    def draft(self, key: str, year: int) -> Draft:
        """Make a draft from a template for the period that begins in `year`.

        Raises UsageError for a template or a year that there is not.
        """
        template = self._templates.template(key)
        return self.draft_from(template, period_for(planning_of(template), year))

    def draft_from(self, template: Template, period: PlanPeriod) -> Draft:
        """Make a draft from a template for a period."""
        profile = self._profile_for(template)
        bare, unknown = with_grounds(template.document, self._legal)
        filled, missing = fill(bare, placeholder_values(profile, period))
        document = _dressed(filled, profile, period)
        open_points = [_("Còn để trống: {label}.").format(label=one.label) for one in missing]
        doubts = self._legal.doubts((one.plain for one in document.grounds), period.first_day)
        return Draft(document, period, template.meta.key, (*unknown, *open_points, *doubts))

    def _profile_for(self, template: Template) -> SchoolProfile:
        """Return the school's profile; a template of the council is issued by the council."""
        profile = self._school.profile()
        council = template.meta.issuer is TemplateIssuer.COUNCIL
        return replace(profile, issuer=Issuer.COUNCIL) if council else profile


def with_grounds(
    document: OfficialDocument, legal: LegalService
) -> tuple[OfficialDocument, tuple[str, ...]]:
    """Put citations in the place of catalogue ids; one that is not known stays visible."""
    grounds, unknown = [], []
    for ground in document.grounds:
        identifier = ground_identifier(ground)
        cited = legal.ground(identifier) if identifier else ground.plain
        if cited is None:
            unknown.append(_("Danh mục không có văn bản {id}.").format(id=identifier))
        grounds.append(RichText(cited) if identifier and cited else ground)
    return replace(document, grounds=tuple(grounds)), tuple(unknown)


def with_references(document: OfficialDocument, legal: LegalService) -> OfficialDocument:
    """Put catalogue ids in the place of citations, so that a template follows the catalogue."""
    known = {one.ground: one.document.id for one in legal.entries(with_hidden=True)}
    grounds = (
        ground_reference(known[ground.plain]) if ground.plain in known else ground
        for ground in document.grounds
    )
    return replace(document, grounds=tuple(grounds))


def planning_of(template: Template) -> Planning:
    """Return which kind of year a template is written for."""
    return Planning(Period(template.meta.period).value)


def _dressed(
    document: OfficialDocument, profile: SchoolProfile, period: PlanPeriod
) -> OfficialDocument:
    """Add what the school's profile says: letterhead, symbol, place, signature, recipients."""
    signature = document.signature
    return replace(
        document,
        letterhead=letterhead_of(profile),
        number=symbol_of(profile, PLAN_ABBREVIATION),
        place=profile.place,
        year=period.year,
        school_year=period.school_year,
        signature=signature if signature.title else signature_of(profile),
        recipients=profile.recipients or document.recipients,
    )


def placeholder_values(profile: SchoolProfile, period: PlanPeriod) -> dict[str, str]:
    """Return the values of all placeholders for a school and a period."""
    return _school_values(profile) | _year_values(period) | _day_values(period)


def _school_values(profile: SchoolProfile) -> dict[str, str]:
    return {
        "ten_truong": profile.official_name,
        "ten_ngan": profile.short_name or profile.official_name,
        "viet_tat": profile.abbreviation,
        "cap_hoc": _(LEVEL_NAMES[profile.level]).lower(),
        "cap_tren": profile.parent_name or " ".join(profile.parent_body),
        "co_quan_giao_duc": profile.education_authority,
        "dia_danh": profile.place,
        "hieu_truong": profile.principal,
        "hoi_dong": profile.council_name,
    }


def _year_values(period: PlanPeriod) -> dict[str, str]:
    school_year = period.school_year or SchoolYear(period.year)
    return {
        "nam": str(period.year),
        "nam_truoc": str(period.year - 1),
        "nam_sau": str(period.year + 1),
        "nam_dau": str(school_year.start),
        "nam_cuoi": str(school_year.start + 1),
        "nam_hoc": _written(school_year),
        "nam_hoc_truoc": _written(school_year.shifted(-1)),
        "nam_hoc_sau": _written(school_year.shifted(1)),
    }


def _written(school_year: SchoolYear) -> str:
    return f"{school_year.start} - {school_year.start + 1}"


def _day_values(period: PlanPeriod) -> dict[str, str]:
    """Return how old each day of the calendar becomes in the period, and when it is."""
    values = {}
    for one in commemorative_days():
        years = (period.first_day.year, period.last_day.year)
        found = [anniversary(one, year) for year in years]
        inside = [a for a in found if period.first_day <= a.date <= period.last_day]
        chosen = (inside or found)[0]
        values[f"ngay:{one.key}"] = short_date(chosen.date)
        if chosen.years is not None:
            values[f"ky_niem:{one.key}"] = str(chosen.years)
    return values
