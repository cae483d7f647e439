"""Puts facts before the law: for each award in force a status and every condition explained.

What is unknown is not false: a condition that the records do not answer asks for a person. Nor
does one that nobody has verified refuse anybody. An attestation never holds a result back, and an
unverified alternative that only a person could judge does not keep a refusal open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.case import Case, every
from tdkt_desktop.rules.conditions.whole import AnyPart, Attestation, Manual, Meets, SameAs
from tdkt_desktop.rules.law_book import COUNT_FROM, WARN
from tdkt_desktop.rules.outcomes import AwardResult, ConditionResult, Found, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tdkt_desktop.rules.facts import Facts
    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.rules.law_values import Award, Rule, Source, Version


class Evaluator:
    """Answers for the awards of one book; what holds on a day is looked up once."""

    def __init__(self, book: LawBook) -> None:
        self.book = book
        self._sources: dict[tuple[str, date], str] = {}
        self._in_force: dict[tuple[date, str], tuple[tuple[Award, Version], ...]] = {}

    def evaluate(self, facts: Facts) -> tuple[AwardResult, ...]:
        """Return the answers for all awards that are for such a subject on the day of receipt."""
        case = Case(self.book, facts)
        when = (facts.received_on, facts.subject.value)
        if when not in self._in_force:
            self._in_force[when] = self.book.in_force(*when)
        return tuple(self._award(case, award, version) for award, version in self._in_force[when])

    def _award(self, case: Case, award: Award, version: Version) -> AwardResult:
        case.award = award.code
        exclusions = [
            self.book.exclusions[name]
            for name in version.exclusions
            if name in self.book.exclusions
        ]
        case.after_discipline = any(one.effect == COUNT_FROM for one in exclusions)
        results = list(self._judged(case, version.conditions))
        results += [self._common(case, one.rule) for one in exclusions if one.rule is not None]
        return AwardResult(
            award=award.code,
            name=award.name,
            version=version.version,
            status=status_of(results),
            verified=version.verified,
            warnings=tuple(self._warnings(case, award, version)),
            conditions=tuple(results),
        )

    def _common(self, case: Case, rule: Rule) -> ConditionResult:
        """Return the result of a condition that is the same for all awards."""
        if rule.key not in case.common:
            case.common[rule.key] = self._result(case, rule, ())
        return case.common[rule.key]

    def _judged(
        self, case: Case, rules: Iterable[Rule], above: tuple[str, ...] = ()
    ) -> Iterator[ConditionResult]:
        """Yield the results of rules; the criteria of another award come in its own words."""
        for rule in rules:
            if rule.subject and rule.subject != case.facts.subject.value:
                continue
            check = rule.check
            inner = self._inner(case, check, above) if isinstance(check, Meets) else ()
            if not inner or not isinstance(check, Meets):
                yield self._result(case, rule, above)
                continue
            base = "" if isinstance(check, SameAs) else check.award
            for one in self._judged(case, inner, (*above, check.award)):
                yield replace(one, of=one.of or base) if base else one

    def _inner(self, case: Case, check: Meets, above: tuple[str, ...]) -> Sequence[Rule]:
        """Return the conditions of another award on the day, none where it has no version."""
        if check.award in above:
            return ()
        version = self.book.version_on(check.award, case.facts.received_on)
        return version.conditions if version else ()

    def _result(self, case: Case, rule: Rule, above: tuple[str, ...]) -> ConditionResult:
        parts = tuple(self._judged(case, rule.parts, above)) if rule.parts else ()
        found = _of_parts(rule, parts) if parts else rule.check.judge(case)
        return ConditionResult(
            key=rule.key,
            text=rule.text,
            met=found.met,
            needed=found.needed,
            found=found.found,
            source=self._source(rule, case.facts.received_on),
            verified=rule.verified,
            any_of=rule.any_of,
            attest=isinstance(rule.check, Attestation),
            manual=isinstance(rule.check, Manual) and not parts,
            short=found.short,
            note=rule.note,
            parts=parts,
        )

    def _source(self, rule: Rule, day: date) -> str:
        """Return where the law says so: the documents in force on the day, else all named."""
        known = self._sources.get((rule.key, day))
        if known is None:
            known = self._sources[rule.key, day] = source_text(rule.sources, day)
        return known

    def _warnings(self, case: Case, award: Award, version: Version) -> Iterator[str]:
        day = case.facts.received_on
        if version.recheck_from is not None and day >= version.recheck_from:
            yield version.recheck_reason or _("Cần đối chiếu lại với văn bản hiện hành.")
        for one in self.book.exclusions.values():
            if one.effect == WARN and award.level in one.levels and self._has_other(case, award):
                yield one.text

    def _has_other(self, case: Case, award: Award) -> bool:
        """Tell whether there is another award of the same year at a level as this one's."""
        levels = {
            level for one in self.book.exclusions.values() if one.effect == WARN
            for level in one.levels
        }  # fmt: skip
        codes = (
            code
            for code, other in self.book.awards.items()
            if code != award.code and other.level in levels
        )
        return any(one.year == case.year for one in case.held(codes))


def status_of(results: Iterable[ConditionResult]) -> Status:
    """Return what the conditions come to; see the module's first words."""
    refused = doubtful = False
    for met, verified in _weighed(results):
        refused = refused or (met is False and verified)
        doubtful = doubtful or met is None or (met is False and not verified)
    if refused:
        return Status.NOT_YET
    return Status.NEEDS_PERSON if doubtful else Status.ELIGIBLE


def source_text(sources: Sequence[Source], day: date) -> str:
    """Return the places in force on a day as one text; all of them where none is."""
    chosen = [one for one in sources if one.in_force(day)] or sources
    return "; ".join(one.text for one in chosen)


def _weighed(results: Iterable[ConditionResult]) -> Iterator[tuple[bool | None, bool]]:
    """Yield for each condition, and each group of alternatives, what it is and whether verified."""
    groups: dict[str, list[ConditionResult]] = defaultdict(list)
    for one in results:
        if one.attest:
            continue
        if one.any_of:
            groups[one.any_of].append(one)
        else:
            yield one.met, one.verified
    for alternatives in groups.values():
        yield _group(alternatives)


def _group(alternatives: Sequence[ConditionResult]) -> tuple[bool | None, bool]:
    """Return what a group of alternatives is: one met is enough."""
    if any(one.met for one in alternatives):
        return True, True
    weighing = [one for one in alternatives if one.verified or not one.manual]
    if not weighing or any(one.met is None for one in weighing):
        return None, False
    return False, all(one.verified for one in weighing)


def _of_parts(rule: Rule, parts: Sequence[ConditionResult]) -> Found:
    """Return what a condition that is made of others finds."""
    answers = [one.met for one in parts if not one.attest]
    if isinstance(rule.check, AnyPart):
        met = None if None in answers else False
        met = True if True in answers else met
        joint = _(" hoặc ")
    else:
        met = every(answers)
        joint = _(" và ")
    shorts = [one.short for one in parts if one.short and not one.met]
    least = min(shorts, default=None) if isinstance(rule.check, AnyPart) else sum(shorts) or None
    return Found(
        met, joint.join(one.needed for one in parts), "; ".join(one.found for one in parts), least
    )
