"""Reads from the store what the papers about initiatives are made of.

Documents are Vietnamese whatever language the window speaks, so that nothing here is translated
but errors.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.compose.facts import CouncilFacts, MemberFacts
from tdkt_desktop.compose.initiative_facts import (
    AuthorFacts,
    CriterionFacts,
    InitiativeFacts,
    PartFacts,
    RecognisedFacts,
    RoundFacts,
    ScoredFacts,
    SheetFacts,
)
from tdkt_desktop.compose.initiative_request import report_content, request_content
from tdkt_desktop.compose.recognition_decision import recognition_content
from tdkt_desktop.compose.score_sheet import score_sheet_content
from tdkt_desktop.compose.scoring_minutes import scoring_minutes_content
from tdkt_desktop.documents.document import DocumentNumber, Letterhead
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.council import CouncilKind
from tdkt_desktop.models.person import Person
from tdkt_desktop.rules.initiative_rules import REPORT, REQUEST
from tdkt_desktop.services.council_views import KIND_NAMES, role_name
from tdkt_desktop.services.paper_frames import initials_of
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.services.scoring_views import OUTCOME_NAMES, ScoreOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tdkt_desktop.compose.assembly import Content
    from tdkt_desktop.compose.facts import Frame, MeetingFacts
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.initiative_views import AuthorView, InitiativeCard, InitiativeRow
    from tdkt_desktop.services.initiatives import InitiativeService
    from tdkt_desktop.services.paper_data import PaperData
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.scoring import ScoringService
    from tdkt_desktop.services.scoring_views import EntryView, Judge, RoundView

REQUEST_KIND: Final = "don-cong-nhan-sang-kien"
REPORT_KIND: Final = "mo-ta-sang-kien"
SHEET_KIND: Final = "phieu-cham-sang-kien"
MINUTES_KIND: Final = "bien-ban-cham-sang-kien"
DECISION_KIND: Final = "qd-cong-nhan-sang-kien"
INITIATIVE_KINDS: Final = {
    REQUEST_KIND: About.INITIATIVE,
    REPORT_KIND: About.INITIATIVE,
    SHEET_KIND: About.SCORES,
    MINUTES_KIND: About.ROUND,
    DECISION_KIND: About.RECOGNISED,
}
_SHEET: Final = re.compile(r"(\d+)\.(\d+)")
_IDS: Final = re.compile(r"\d+(?:\s*,\s*\d+)*")


class InitiativePapers:
    """Understands what a paper about initiatives is made for, and gives its data."""

    def __init__(
        self,
        store: Store,
        school: SchoolService,
        data: PaperData,
        councils: CouncilService,
        initiatives: InitiativeService,
        scoring: ScoringService,
    ) -> None:
        self._store, self._school, self._data = store, school, data
        self._councils = councils
        self._initiatives, self._scoring = initiatives, scoring

    # --- what a paper is made for ---

    def about(self, about: About, period: PlanPeriod, written: str | None) -> dict[str, Any]:
        """Return what is stored of what a paper is made for; `written` as the command takes it.

        A judge's sheet is written "12.3": the third judge's of entry 12. Without words the newest
        of the year is meant. Raises UsageError for words that are none of these.
        """
        if written is None:
            return {about.value: self._newest(about, period)}
        text = written.strip(" []")
        if about is About.RECOGNISED and _IDS.fullmatch(text):
            return {about.value: [int(one) for one in text.split(",")]}
        if about is About.SCORES and _SHEET.fullmatch(text):
            return {about.value: text}
        if about in (About.INITIATIVE, About.ROUND) and text.isdecimal():
            return {about.value: int(text)}
        raise UsageError(
            _("“{text}” không phải mã của sáng kiến, đợt chấm hay phiếu chấm.").format(text=text),
            _("Xin ghi 5 cho một sáng kiến hoặc đợt chấm, 5,6,9 cho nhiều sáng kiến."),
        )

    def sheets_of(self, round_id: int) -> tuple[dict[str, Any], ...]:
        """Return what each sheet of a round is made for: all judges, initiative by initiative."""
        view = self._scoring.round(round_id)
        return tuple(
            {About.SCORES.value: f"{entry.id}.{place + 1}"}
            for entry in view.entries
            for place in range(len(view.judges))
            if place not in entry.barred
        )

    def last_round(self, period: PlanPeriod) -> int:
        """Return the newest round of a year; raises InputError where there is none."""
        rounds = self._scoring.rounds(_year(period))
        if not rounds:
            raise InputError(
                _("Năm {year} chưa có đợt chấm sáng kiến nào.").format(year=_year(period)),
                _("Xin mở một đợt chấm rồi làm lại."),
            )
        return rounds[0].id

    def _newest(self, about: About, period: PlanPeriod) -> Any:
        if about is About.ROUND:
            return self.last_round(period)
        if about is About.SCORES:
            return self.sheets_of(self.last_round(period))[0][about.value]
        rows = self._initiatives.rows(_year(period))
        if about is About.RECOGNISED:
            return self._to_recognise(rows, period)
        if not rows:
            raise _none_of(period)
        return rows[0].id

    def _to_recognise(self, rows: Iterable[InitiativeRow], period: PlanPeriod) -> list[int]:
        """Return what passed in the newest closed round, or else what the year has recognised."""
        for view in self._scoring.rounds(_year(period)):
            if view.is_closed and view.passed():
                return [entry.initiative.id for entry in view.passed()]
        found = [row.id for row in rows if row.recognition.level]
        if not found:
            raise _none_of(period)
        return found

    # --- the data ---

    def content(self, kind: str, about: dict[str, Any]) -> Content:
        """Return the data of a paper; raises InputError where what it is about is gone."""
        given = about[INITIATIVE_KINDS[kind].value]
        if kind == REQUEST_KIND:
            return request_content(self._work(given), self._addressee(given))
        if kind == REPORT_KIND:
            return report_content(self._work(given))
        if kind == SHEET_KIND:
            return score_sheet_content(self._sheet(*map(int, given.split("."))))
        if kind == MINUTES_KIND:
            return scoring_minutes_content(self._round(given))
        return recognition_content(self._recognised(given))

    def frame(self, frame: Frame, kind: str, about: dict[str, Any], day: date) -> Frame:
        """Put the council that scores over what it issues; the blank date is of the day's year."""
        frame = replace(frame, year=day.year)
        if kind not in (SHEET_KIND, MINUTES_KIND):
            return frame
        view = self._round_of(kind, about)
        name = self._council(view).name
        head = Letterhead((self._school.profile().official_name,), (name,))
        number = frame.number
        if number.symbol:
            number = DocumentNumber("", f"BB-{initials_of(name)}")
        return replace(frame, letterhead=head, number=number)

    # --- facts ---

    def _work(self, initiative_id: int) -> InitiativeFacts:
        card = self._initiatives.card(initiative_id)
        law = self._initiatives.law
        files = "\n".join(f"- {one.note or one.file_name}" for one in card.files)
        texts = {**card.parts}
        if files and not texts.get("tai-lieu"):
            texts["tai-lieu"] = files
        request, report = (
            tuple(
                PartFacts(part.name, texts.get(part.key, "") or part.otherwise)
                for part in law.of_paper(paper)
            )
            for paper in (REQUEST, REPORT)
        )
        return replace(self._short(card.row), request=request, report=report)

    def _short(self, row: InitiativeRow) -> InitiativeFacts:
        authors = tuple(self._author(one) for one in row.authors)
        return InitiativeFacts(row.title, row.field, row.applied_on, authors)

    def _author(self, view: AuthorView) -> AuthorFacts:
        if view.person_id is None:
            unit = view.workplace
            return AuthorFacts(view.name, None, unit, unit, view.position, "", view.share)
        with self._store.read() as session:
            person = session.scalars(select(Person).where(Person.id == view.person_id)).one()
            return AuthorFacts(
                view.name,
                person.birth_date,
                self._school.profile().official_name,
                view.workplace,
                view.position,
                person.qualifications,
                view.share,
            )

    def _addressee(self, initiative_id: int) -> str:
        """Return the council that the request goes to: the year's own for initiatives."""
        name = KIND_NAMES[CouncilKind.INITIATIVE]
        entry = self._scoring.last_of(initiative_id)
        if entry is not None:
            views = self._scoring.rounds(entry.initiative.year)
            found = next(v for v in views if any(one.id == entry.id for one in v.entries))
            name = self._council(found).name
        return f"{name} {self._school.profile().official_name}".strip()

    def _sheet(self, entry_id: int, number: int) -> SheetFacts:
        view = self._with_entry(entry_id)
        if not 1 <= number <= len(view.judges):
            raise _no_sheet(entry_id)
        entry, judge = view.entry(entry_id), view.judges[number - 1]
        points = entry.points.get(number - 1, {})
        return SheetFacts(
            initiative=self._short(entry.initiative),
            judge=self._member(view, judge),
            criteria=tuple(
                CriterionFacts(one.name, one.hint, one.max, points.get(one.key))
                for one in view.sheet.criteria
            ),
            total=entry.result.marks[number - 1].total,
            remark=entry.remarks.get(number - 1, ""),
        )

    def _with_entry(self, entry_id: int) -> RoundView:
        for view in self._scoring.rounds():
            if any(one.id == entry_id for one in view.entries):
                return view
        raise _no_sheet(entry_id)

    def _round_of(self, kind: str, about: dict[str, Any]) -> RoundView:
        given = about[INITIATIVE_KINDS[kind].value]
        if kind == SHEET_KIND:
            return self._with_entry(int(given.split(".")[0]))
        return self._scoring.round(given)

    def _round(self, round_id: int) -> RoundFacts:
        view = self._scoring.round(round_id)
        return RoundFacts(
            name=view.facts.name,
            full_marks=view.sheet.full_marks,
            pass_mark=view.sheet.pass_mark,
            criteria=tuple(
                CriterionFacts(one.name, one.hint, one.max, None) for one in view.sheet.criteria
            ),
            scored=tuple(self._scored(view, entry) for entry in view.entries),
            meeting=self._meeting(view),
            council=self._council(view),
            reason=view.reason,
        )

    def _scored(self, view: RoundView, entry: EntryView) -> ScoredFacts:
        outcome = entry.outcome
        if outcome is ScoreOutcome.OPEN and entry.result.passes is not None:
            outcome = ScoreOutcome.PASSED if entry.result.passes else ScoreOutcome.NOT_PASSED
        return ScoredFacts(
            initiative=self._short(entry.initiative),
            judges=entry.result.scored,
            average=entry.average,
            lowest=entry.result.lowest,
            highest=entry.result.highest,
            outcome=OUTCOME_NAMES[outcome],
            passed=outcome is ScoreOutcome.PASSED,
            conclusion=entry.conclusion,
            barred=tuple(view.judges[place].name for place in sorted(entry.barred)),
        )

    def _recognised(self, ids: list[int]) -> RecognisedFacts:
        cards = [self._initiatives.card(one) for one in ids]
        levels = {card.row.recognition.level for card in cards if card.row.recognition.level}
        level = levels.pop() if len(levels) == 1 else self._initiatives.law.levels[0].code
        view = self._round_that_scored(ids)
        return RecognisedFacts(
            scored=tuple(self._bare(card) for card in cards),
            level=self._initiatives.law.recogniser_name(level),
            council_name=self._council(view).name if view else KIND_NAMES[CouncilKind.INITIATIVE],
            held_on=view.facts.held_on if view else None,
        )

    def _bare(self, card: InitiativeCard) -> ScoredFacts:
        work, score = self._short(card.row), card.row.score
        return ScoredFacts(work, 0, score, None, None, "", passed=True, conclusion="", barred=())

    def _round_that_scored(self, ids: list[int]) -> RoundView | None:
        wanted = set(ids)
        for view in self._scoring.rounds():
            if view.is_closed and wanted <= {one.initiative.id for one in view.entries}:
                return view
        return None

    def _council(self, view: RoundView) -> CouncilFacts:
        if view.council_id is None:
            members = tuple(self._member(view, judge) for judge in view.judges)
            return CouncilFacts(KIND_NAMES[CouncilKind.INITIATIVE], members)
        return self._data.council(view.council_id)

    def _meeting(self, view: RoundView) -> MeetingFacts:
        if view.meeting_id is None:
            raise InputError(
                _("Đợt chấm “{name}” không còn gắn với cuộc họp nào.").format(name=view.facts.name),
                _("Xin lập lại đợt chấm để có biên bản họp."),
            )
        return self._data.meeting(view.meeting_id)[0]

    def _member(self, view: RoundView, judge: Judge) -> MemberFacts:
        kind = CouncilKind.INITIATIVE
        if view.council_id is not None:
            kind = self._councils.council(view.council_id).facts.kind
        return MemberFacts(judge.name, judge.position, role_name(kind, judge.role))


def _year(period: PlanPeriod) -> str:
    return str(period.school_year) if period.school_year else str(period.year)


def _none_of(period: PlanPeriod) -> InputError:
    return InputError(
        _("Năm {year} chưa có sáng kiến nào để lập văn bản này.").format(year=_year(period)),
        _("Xin thêm sáng kiến, hoặc ghi mã sáng kiến của năm khác."),
    )


def _no_sheet(entry_id: int) -> InputError:
    return InputError(
        _("Không có phiếu chấm của mục số {id}.").format(id=entry_id),
        _("Xin mở lại đợt chấm để chọn phiếu."),
    )
