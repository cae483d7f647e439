"""Use cases about proof-reading: look at a plan, a document or a file; dismiss and repair."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.checks.facts import (
    Facts,
    FoundNumber,
    KnownLaw,
    LineMeasures,
    Measures,
    PageMeasures,
)
from tdkt_desktop.checks.facts import ToneStyle as ToneStyle
from tdkt_desktop.checks.finding import Severity as Severity
from tdkt_desktop.checks.proofread import proofread
from tdkt_desktop.checks.registry import NAMES as NAMES
from tdkt_desktop.checks.registry import help_page
from tdkt_desktop.checks.repairing import repair as repair
from tdkt_desktop.i18n import _
from tdkt_desktop.rules.legal_documents import citation, find_by_id, find_cited
from tdkt_desktop.services.plan_views import PlanStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tdkt_desktop.checks.finding import Finding as Finding
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.rules.legal_documents import LegalDocument
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.plans import PlanService
    from tdkt_desktop.services.reading import ReadingService
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.settings import SettingService

_SETTING: Final = "proofreading.dismissed"
_TONE: Final = "proofreading.tone-style"
_ALWAYS: Final = "*"
_PLAN: Final = "plan"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that is not to be shown: in one document, or anywhere where `key` is empty."""

    mark: str
    key: str = ""


def plan_key(plan_id: int) -> str:
    """Return the name under which dismissals for a plan are kept."""
    return f"{_PLAN}:{plan_id}"


def help_text(code: str) -> str:
    """Return the page of help about a code, as Markdown."""
    return help_page(code).read_text(encoding="utf-8")


class ProofreadingService:
    """Runs the checks with what the school and the catalogue know."""

    def __init__(
        self,
        plans: PlanService,
        school: SchoolService,
        legal: LegalService,
        reading: ReadingService,
        settings: SettingService,
    ) -> None:
        self._plans, self._school, self._legal = plans, school, legal
        self._reading, self._settings = reading, settings

    def check_plan(self, plan_id: int, *, with_dismissed: bool = False) -> tuple[Finding, ...]:
        """Proof-read a stored plan; raises InputError where there is none."""
        view = self._plans.plan(plan_id)
        facts = replace(
            self._school_facts(),
            year=view.summary.year,
            school_year=view.summary.school_year,
            numbers=_numbers(view.renumbered),
            signed=view.summary.status is not PlanStatus.DRAFT,
        )
        key = "" if with_dismissed else plan_key(plan_id)
        found = proofread(view.document, facts)
        return found if with_dismissed else self._shown(found, key)

    def check_document(
        self, document: OfficialDocument, period: PlanPeriod | None = None, key: str = ""
    ) -> tuple[Finding, ...]:
        """Proof-read a document as it stands in an editor; `key` names it for dismissals.

        Of a plan that came from a file, the numbers that were wrong there are told too.
        """
        facts = replace(self._school_facts(), numbers=self._numbers_of(key))
        if period is not None:
            facts = replace(facts, year=period.year, school_year=period.school_year)
        return self._shown(proofread(document, facts), key)

    def _numbers_of(self, key: str) -> tuple[FoundNumber, ...]:
        plan, _colon, plan_id = key.partition(":")
        known = plan == _PLAN and plan_id.isdecimal()
        return _numbers(self._plans.renumbered(int(plan_id))) if known else ()

    def check_file(self, path: Path) -> tuple[Finding, ...]:
        """Proof-read somebody's file without storing it; raises InputError if unreadable.

        The file may be of another school, so that only the law and what it says itself count.
        """
        reading = self._reading.read_plan(path)
        facts = Facts(
            law=self._law,
            numbers=_numbers(reading.renumbered),
            measures=_measures(path),
            from_file=True,
        )
        return self._shown(proofread(reading.document, facts), "")

    # --- what is not to be shown ---

    def dismiss(self, finding: Finding, key: str = "") -> Change:
        """Show a finding no more: in the document `key`, or nowhere; undo takes it back."""
        dismissals = self._dismissals()
        marks = dismissals.setdefault(key or _ALWAYS, [])
        if finding.mark not in marks:
            marks.append(finding.mark)
        return self._settings.set(_SETTING, dismissals, step=_("Bỏ qua một chỗ soát lỗi"))

    def restore(self, dismissal: Dismissal) -> Change:
        """Show a dismissed finding again."""
        dismissals = self._dismissals()
        marks = dismissals.get(dismissal.key or _ALWAYS, [])
        dismissals[dismissal.key or _ALWAYS] = [one for one in marks if one != dismissal.mark]
        return self._settings.set(_SETTING, dismissals, step=_("Soát lại chỗ đã bỏ qua"))

    def dismissed(self, key: str = "") -> tuple[Dismissal, ...]:
        """Return what is dismissed for good, and in the document `key`."""
        stored = self._dismissals()
        names = dict.fromkeys((_ALWAYS, key or _ALWAYS))
        return tuple(
            Dismissal(mark, "" if name == _ALWAYS else name)
            for name in names
            for mark in stored.get(name, [])
        )

    def _shown(self, findings: Iterable[Finding], key: str) -> tuple[Finding, ...]:
        hidden = {one.mark for one in self.dismissed(key)}
        return tuple(one for one in findings if one.mark not in hidden)

    def _dismissals(self) -> dict[str, list[str]]:
        stored: dict[str, Any] = self._settings.get(_SETTING, {})
        return {name: list(marks) for name, marks in stored.items()}

    # --- what the checks are told ---

    @property
    def tone_style(self) -> ToneStyle | None:
        """How the school sets tone marks; None leaves it to the majority in each document."""
        stored = self._settings.get(_TONE)
        return ToneStyle(stored) if stored in set(ToneStyle) else None

    def choose_tone_style(self, style: ToneStyle | None) -> Change:
        """Store how the school sets tone marks."""
        return self._settings.set(_TONE, style.value if style else None)

    def _school_facts(self) -> Facts:
        profile = self._school.profile()
        names = (profile.official_name, profile.short_name)
        people = (profile.principal, profile.deputy)
        return Facts(
            own_names=tuple(name for name in names if name),
            abbreviation=profile.abbreviation,
            people=tuple(name for name in people if name),
            law=self._law,
            tone_style=self.tone_style,
        )

    @property
    def _law(self) -> _Catalogue:
        return _Catalogue(self._legal)


class _Catalogue:
    """The legal documents as the checks ask for them; read from the store once for each run."""

    def __init__(self, legal: LegalService) -> None:
        self._legal = legal

    @cached_property
    def _documents(self) -> tuple[LegalDocument, ...]:
        return tuple(one.document for one in self._legal.entries(with_hidden=True))

    def cited(self, text: str) -> tuple[KnownLaw, ...]:
        """Return the documents that a text cites."""
        return tuple(self._known(one) for one in find_cited(self._documents, text))

    def _known(self, one: LegalDocument) -> KnownLaw:
        successor = find_by_id(self._documents, one.replaced_by)
        return KnownLaw(
            name=citation(one),
            kind=one.kind,
            number=one.number,
            issued=one.issued,
            issuer=one.issuer,
            effective_from=one.effective_from,
            effective_to=one.effective_to,
            successor=citation(successor) if successor else "",
        )


def _numbers(renumbered: Iterable[Mapping[str, str]]) -> tuple[FoundNumber, ...]:
    return tuple(FoundNumber(one["from"], one["to"], one["title"]) for one in renumbered)


def _measures(path: Path) -> Measures | None:
    """Return the measures of a .docx; other files have no page that could be measured."""
    if path.suffix.lower() != ".docx":
        return None
    from tdkt_desktop.imports.docx_measures import measure_docx

    measured = measure_docx(path)
    pages = tuple(PageMeasures(one.width, one.height, one.margins) for one in measured.pages)
    lines = tuple(LineMeasures(**asdict(one)) for one in measured.lines)
    measures = Measures(pages, measured.font, measured.size, lines)
    numbers = measured.numbering
    if numbers is None:
        return measures
    return replace(
        measures, numbers_in=numbers.where, numbers_align=numbers.align,
        first_hidden=numbers.first_hidden,
    )  # fmt: skip
