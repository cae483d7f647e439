"""Makes documents other than plans out of the store's data and their templates."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.compose.assembly import Composed, Content, assemble
from tdkt_desktop.compose.council_decision import decision_content
from tdkt_desktop.compose.duty_table import duty_content
from tdkt_desktop.compose.facts import Frame
from tdkt_desktop.compose.invitation import invitation_content
from tdkt_desktop.compose.meeting_notice import notice_content
from tdkt_desktop.compose.minutes import minutes_content
from tdkt_desktop.compose.task_sheet import sheet_content
from tdkt_desktop.compose.work_report import report_content
from tdkt_desktop.documents.document import FORMS, DocumentNumber
from tdkt_desktop.documents.markup import dump_blocks
from tdkt_desktop.documents.template import Issuer as TemplateIssuer
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.award_papers import AWARD_KINDS
from tdkt_desktop.services.dossier_papers import DOSSIER_KINDS
from tdkt_desktop.services.drafting import placeholder_values, with_grounds
from tdkt_desktop.services.initiative_papers import INITIATIVE_KINDS, SHEET_KIND
from tdkt_desktop.services.paper_frames import OWN_SHORT_NAME, issued_by_council
from tdkt_desktop.services.paper_views import ABOUT_NAMES, TYPE_ABBREVIATIONS, About, PaperKind
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.school_profile import (
    Issuer,
    letterhead_of,
    signature_of,
    symbol_of,
)
from tdkt_desktop.services.statistic_reports import STATISTIC_KINDS
from tdkt_desktop.vietnamese.school_terms import FIRST_TERM, school_terms
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.spans import Span, days_of_month, months_of_year

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tdkt_desktop.documents.template import Template
    from tdkt_desktop.services.award_papers import AwardPapers
    from tdkt_desktop.services.dossier_papers import DossierPapers
    from tdkt_desktop.services.initiative_papers import InitiativePapers
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.statistic_reports import StatisticReports
    from tdkt_desktop.services.templates import TemplateService

ABOUT_OF: Final[Mapping[str, About]] = {
    "qd-thanh-lap-hoi-dong": About.COUNCIL,
    "qd-kien-toan-hoi-dong": About.COUNCIL,
    "tb-phan-cong-nhiem-vu": About.COUNCIL,
    "phieu-giao-viec": About.PERSON,
    "giay-moi-hop": About.MEETING,
    "bien-ban-hop": About.MEETING,
    "tb-ket-luan-hop": About.MEETING,
    "bao-cao-thang": About.MONTH,
    "bao-cao-hoc-ky-1": About.YEAR,
    "bao-cao-6-thang": About.YEAR,
    "bao-cao-nam": About.YEAR,
    **INITIATIVE_KINDS,
    **AWARD_KINDS,
    **DOSSIER_KINDS,
    **STATISTIC_KINDS,
}
REPORT_KINDS: Final = (
    "bao-cao-thang",
    "bao-cao-hoc-ky-1",
    "bao-cao-6-thang",
    "bao-cao-nam",
    *STATISTIC_KINDS,
)
"""Reports over a time; the statistics are of the whole year."""
_MONTH: Final = re.compile(r"(?:(\d{4})-)?(\d{1,2})(?:/(\d{4}))?")
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Making:
    """A document to be made: its kind, its year, what it is about, and the day it speaks from."""

    kind: str
    period: PlanPeriod
    about: dict[str, Any]
    day: date


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made, what is missing in it, and the fingerprint of its data."""

    composed: Composed
    fingerprint: str
    doubts: tuple[str, ...] = ()


class PaperMaker:
    """Makes the documents; storing and issuing them is the papers' service."""

    def __init__(
        self,
        school: SchoolService,
        templates: TemplateService,
        legal: LegalService,
        data: PaperData,
        initiatives: InitiativePapers,
        awards: AwardPapers,
        dossiers: DossierPapers,
        statistics: StatisticReports,
    ) -> None:
        self._dossiers = dossiers
        self._statistics = statistics
        self._school, self._templates, self._legal = school, templates, legal
        self.data, self._initiatives, self._awards = data, initiatives, awards

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds of document, in the order of the year."""
        entries = {entry.meta.key: entry.meta for entry in self._templates.paper_entries()}
        return tuple(
            PaperKind(key, meta.name, meta.description, meta.kind, about)
            for key, about in ABOUT_OF.items()
            if (meta := entries.get(key))
        )

    def making(self, kind: str, period: PlanPeriod, about: str | None, day: date) -> Making:
        """Understand what a document is to be made for; `about` is an id or a month.

        Raises UsageError for a kind or an id that cannot be, InputError where nothing is there.
        """
        if kind not in ABOUT_OF:
            raise UsageError(
                _("Không có loại văn bản “{kind}”.").format(kind=kind),
                _("Các loại hiện có: {kinds}.").format(kinds=", ".join(ABOUT_OF)),
            )
        if kind in AWARD_KINDS:
            return Making(kind, period, self._awards.about(kind, period, about), day)
        if kind in DOSSIER_KINDS:
            return Making(kind, period, self._dossiers.about(kind, period, about), day)
        return Making(kind, period, self._about(ABOUT_OF[kind], period, about, day), day)

    def _about(
        self, about: About, period: PlanPeriod, written: str | None, day: date
    ) -> dict[str, Any]:
        if about is About.YEAR:
            return {}
        if about in INITIATIVE_KINDS.values():
            return self._initiatives.about(about, period, written)
        if about is About.MONTH:
            first = _read_month(written, period, day)
            return {about.value: f"{first.year:04d}-{first.month:02d}"}
        if written is not None:
            return {about.value: _read_id(written, about)}
        if about is About.COUNCIL:
            return {about.value: self.data.council_of_year(period.year)}
        if about is About.MEETING:
            return {about.value: self.data.last_meeting(period.year)}
        raise UsageError(
            _("Chưa nói lập cho {what} nào.").format(what=_(ABOUT_NAMES[about])),
            _("Xin ghi thêm --for kèm mã số."),
        )

    def make(self, making: Making) -> Made:
        """Make a document."""
        return self._assembled(making, self._content(making))

    def make_sheets(self, period: PlanPeriod, day: date) -> tuple[Made, ...]:
        """Make the task sheets of all people of the school; the data is read once."""
        ids = self.data.people_with_sheets()
        people = self.data.people(ids, period.year, day)
        template = self._templates.template("phieu-giao-viec")
        bare, doubts = with_grounds(template.document, self._legal)
        frame = self._frame(template, period)
        contents = (sheet_content(person) for person in people)
        return tuple(
            Made(assemble(bare, frame, content), fingerprint(content), doubts)
            for content in contents
        )

    def make_score_sheets(self, period: PlanPeriod, round_id: int | None, day: date) -> list[Made]:
        """Make every judge's sheet of a round, of the newest of the year where none is named."""
        sheets = self._initiatives.sheets_of(round_id or self._initiatives.last_round(period))
        return [self.make(Making(SHEET_KIND, period, about, day)) for about in sheets]

    def make_of_groups(self, kind: str, period: PlanPeriod, day: date) -> list[Made]:
        """Make the paper of each group or nominee that has one; empty for kinds of neither."""
        if kind in DOSSIER_KINDS:
            found = self._dossiers.all_of(kind, period)
        else:
            found = self._awards.groups_of(kind, period)
        return [self.make(Making(kind, period, about, day)) for about in found]

    def fingerprints(self, makings: Sequence[Making]) -> list[str | None]:
        """Return the fingerprints that documents would have now, None where the data is gone.

        The data of task sheets of one day is read once for all people, and what several documents
        are made of is looked at once.
        """
        sheets = [one for one in makings if ABOUT_OF[one.kind] is About.PERSON]
        known = self._sheet_prints(sheets)
        seen: dict[str, str | None] = {}
        found: list[str | None] = []
        for making in makings:
            key = f"{making.kind} {making.period} {making.about} {making.day}"
            if id(making) in known:
                seen[key] = known[id(making)]
            elif key not in seen:
                seen[key] = self._print_or_none(making)
            found.append(seen[key])
        return found

    def _sheet_prints(self, makings: Sequence[Making]) -> dict[int, str]:
        found: dict[int, str] = {}
        days = {(one.period.year, one.day) for one in makings}
        for year, day in days:
            same = [one for one in makings if (one.period.year, one.day) == (year, day)]
            try:
                people = self.data.people(
                    (one.about[About.PERSON.value] for one in same), year, day
                )
            except InputError:
                continue
            contents = map(sheet_content, people)
            found |= {id(one): fingerprint(said) for one, said in zip(same, contents, strict=True)}
        return found

    def _print_or_none(self, making: Making) -> str | None:
        try:
            return self.fingerprint(making)
        except InputError:
            return None

    def fingerprint(self, making: Making) -> str:
        """Return the fingerprint of the data that a document would be made of now."""
        return fingerprint(self._content(making))

    def _assembled(self, making: Making, content: Content) -> Made:
        template = self._templates.template(making.kind)
        bare, unknown = with_grounds(template.document, self._legal)
        frame = self._frame(template, making.period)
        if making.kind in INITIATIVE_KINDS:
            frame = self._initiatives.frame(frame, making.kind, making.about, making.day)
        if making.kind in AWARD_KINDS:
            frame = self._awards.frame(frame, making.kind, making.about)
        if making.kind in DOSSIER_KINDS:
            frame = replace(frame, year=making.day.year)
        elif making.kind in REPORT_KINDS:
            # A report is made when its time is over, which a school year's is in the next year.
            frame = replace(frame, year=_span_of(making)[1].end.year)
        elif template.meta.issuer is TemplateIssuer.COUNCIL:
            frame = self._of_council(frame, making)
        composed = assemble(bare, frame, content)
        grounds = (ground.plain for ground in composed.document.grounds)
        doubts = self._legal.doubts(grounds, making.day)
        return Made(composed, fingerprint(content), (*unknown, *doubts))

    def _of_council(self, frame: Frame, making: Making) -> Frame:
        """Return the frame of what a council issues; a meeting's paper is of its year."""
        profile = self._school.profile()
        if About.COUNCIL.value in making.about:
            council = self.data.council(making.about[About.COUNCIL.value])
            return issued_by_council(frame, council, profile)
        if About.MEETING.value in making.about:
            meeting, council = self.data.meeting(making.about[About.MEETING.value])
            year = meeting.held_on.year if meeting.held_on else frame.year
            return issued_by_council(replace(frame, year=year), council, profile)
        return frame

    def _frame(self, template: Template, period: PlanPeriod) -> Frame:
        profile = self._school.profile()
        council = template.meta.issuer is TemplateIssuer.COUNCIL
        issuing = replace(profile, issuer=Issuer.COUNCIL if council else Issuer.SCHOOL)
        abbreviation = TYPE_ABBREVIATIONS.get(template.meta.kind, "")
        is_form = template.meta.kind in FORMS
        name = _year_words(period)
        return Frame(
            letterhead=letterhead_of(issuing),
            number=DocumentNumber() if is_form else symbol_of(issuing, abbreviation),
            place=profile.place,
            signature=signature_of(issuing),
            authority=f"{profile.principal_title} {profile.official_name}".strip(),
            year=period.year,
            school_year=period.school_year,
            values={
                **placeholder_values(profile, period),
                "ky_nam": name,
                "ky_nam_hoa": name[:1].upper() + name[1:],
                OWN_SHORT_NAME: profile.council_abbreviation,
                "ten_hoi_dong": profile.council_name,
                "ten_hoi_dong_day_du": f"{profile.council_name} {profile.official_name}".strip(),
            },
        )

    def _content(self, making: Making) -> Content:
        about = ABOUT_OF[making.kind]
        if making.kind in AWARD_KINDS:
            return self._awards.content(making.kind, making.period, making.about)
        if making.kind in DOSSIER_KINDS:
            return self._dossiers.content(making.kind, making.about, making.day)
        if making.kind in STATISTIC_KINDS:
            return self._statistics.content(making.period)
        if making.kind in INITIATIVE_KINDS:
            return self._initiatives.content(making.kind, making.about)
        if about is About.COUNCIL:
            council = self.data.council(making.about[about.value])
            duties = making.kind == "tb-phan-cong-nhiem-vu"
            return duty_content(council) if duties else decision_content(council)
        if about is About.MEETING:
            return _MEETINGS[making.kind](*self.data.meeting(making.about[about.value]))
        if about is About.PERSON:
            person_id = making.about[about.value]
            (person,) = self.data.people((person_id,), making.period.year, making.day)
            return sheet_content(person)
        return self._report(making)

    def _report(self, making: Making) -> Content:
        name, span = _span_of(making)
        year, day = making.period.year, making.day
        final = making.kind == "bao-cao-nam"
        monthly = making.kind == "bao-cao-thang"
        return report_content(
            name,
            self.data.work_of(year, span, day),
            () if monthly else self.data.movements(year, final=final),
            self.data.coming(year, span, day),
        )


_MEETINGS: Final[Mapping[str, Callable[..., Content]]] = {
    "giay-moi-hop": invitation_content,
    "bien-ban-hop": minutes_content,
    "tb-ket-luan-hop": notice_content,
}


def fingerprint(content: Content) -> str:
    """Return what tells whether the data of a document is still the same."""
    digest = hashlib.sha256()
    for name, value in sorted(content.values.items()):
        digest.update(f"{name}={value}\n".encode())
    for name, blocks in sorted(content.blocks.items()):
        digest.update(f"{name}:\n{dump_blocks(blocks)}".encode())
    return digest.hexdigest()


def _span_of(making: Making) -> tuple[str, Span]:
    """Return the time that a report covers, and what it is called."""
    period = making.period
    whole = Span(period.first_day, period.last_day)
    if making.kind == "bao-cao-thang":
        year, month = map(int, making.about[About.MONTH.value].split("-"))
        span = days_of_month(year, month)
        return f"tháng {month:02d} năm {year}", span
    if making.kind == "bao-cao-hoc-ky-1":
        school_year = period.school_year or SchoolYear(period.year)
        term = school_terms().span(FIRST_TERM, school_year)
        return f"học kỳ I {_year_words(period)}", Span(whole.start, term.end)
    if making.kind == "bao-cao-6-thang":
        # Of a school year, these are the months in which it ends.
        year = whole.end.year
        return f"6 tháng đầu năm {year}", months_of_year(year, 1, 6)
    return _year_words(period), whole


def _year_words(period: PlanPeriod) -> str:
    """Return a period as documents name it, whatever language the window speaks."""
    if period.school_year is None:
        return f"năm {period.year}"
    return f"năm học {period.year} - {period.year + 1}"


def _read_month(written: str | None, period: PlanPeriod, day: date) -> date:
    """Read "10", "2026-10" or "10/2026"; without, the last month that began within the period."""
    if written is None:
        return min(max(day, period.first_day), period.last_day).replace(day=1)
    match = _MONTH.fullmatch(written.strip())
    month = int(match[2]) if match else 0
    if match is None or not 1 <= month <= _MONTHS:
        raise UsageError(
            _("Không hiểu tháng “{text}”.").format(text=written),
            _("Xin ghi tháng dạng 10 hoặc 2026-10."),
        )
    if match[1] or match[3]:
        return date(int(match[1] or match[3]), month, 1)
    first = period.first_day
    return date(first.year + (month < first.month), month, 1)


def _read_id(written: str, about: About) -> int:
    if not written.strip().isdecimal():
        raise UsageError(
            _("“{text}” không phải mã của {what}.").format(
                text=written, what=_(ABOUT_NAMES[about])
            ),
            _("Xin ghi mã bằng chữ số."),
        )
    return int(written)
