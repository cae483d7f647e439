"""The page that shows how a school's documents will look, before there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.blocks import Clause, Heading, Level
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.files import PrintedPages, print_pages
from tdkt_desktop.services.period import PlanPeriod, period_for
from tdkt_desktop.services.school_profile import (
    Planning,
    letterhead_of,
    page_settings_of,
    signature_of,
    symbol_of,
)
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.school_profile import SchoolProfile

# Text of a document, which stays Vietnamese in every language of the interface.
_OPENING: Final = "Trường xây dựng kế hoạch công tác thi đua, khen thưởng với các nội dung sau:"
_BODY: Final = (
    Heading(Level.ROMAN, RichText("MỤC ĐÍCH, YÊU CẦU")),
    Clause(Level.ARABIC, RichText("Động viên mỗi cán bộ, giáo viên, nhân viên làm tốt việc mình.")),
    Clause(Level.ARABIC, RichText("Khen thưởng kịp thời, công khai, đúng người, đúng việc.")),
    Heading(Level.ROMAN, RichText("TỔ CHỨC THỰC HIỆN")),
    Clause(Level.ARABIC, RichText("Các tổ đăng ký nội dung thi đua và bình xét từ tổ.")),
)


def current_period(planning: Planning, today: date) -> PlanPeriod:
    """Return the period that a plan made today would usually run over."""
    of_school = planning is Planning.SCHOOL_YEAR
    return period_for(planning, SchoolYear.containing(today).start if of_school else today.year)


def sample_page(profile: SchoolProfile, period: PlanPeriod) -> OfficialDocument:
    """Return a document of one page with the school's letterhead, signature and recipients."""
    return OfficialDocument(
        kind=DocumentKind.PLAN,
        title="KẾ HOẠCH",
        subject=RichText(f"Công tác thi đua, khen thưởng {_named(period)}"),
        letterhead=letterhead_of(profile),
        number=symbol_of(profile, "KH"),
        place=profile.place,
        year=period.year,
        school_year=period.school_year,
        preamble=(RichText(_OPENING),),
        body=_BODY,
        signature=signature_of(profile),
        recipients=profile.recipients,
    )


def print_sample(profile: SchoolProfile, period: PlanPeriod) -> PrintedPages:
    """Print the sample page by the profile's own layout; raises InputError for one not allowed."""
    return print_pages(sample_page(profile, period), page_settings_of(profile))


def _named(period: PlanPeriod) -> str:
    if period.school_year is None:
        return f"năm {period.year}"
    return f"năm học {period.year} - {period.year + 1}"
