"""The arithmetic of a round: which sums must agree, what the denominator is, who has passed.

Nothing here reads the store; a round, its rules and a day are all that a count depends on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.services.vote_views import (
    Denominator,
    Handling,
    NomineeResult,
    Part,
    VoteMethod,
    VoteOutcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tdkt_desktop.rules.vote_rules import Threshold, VoteRules
    from tdkt_desktop.services.vote_views import Nominee, RoundView

_HUNDREDTHS = 10_000


def count_problems(view: RoundView) -> tuple[str, ...]:
    """Return every sum that does not agree, each with by how much; empty means they all do."""
    if view.method is VoteMethod.SECRET:
        missing = tuple(_missing_ballots(view))
        return missing or (*_ballot_sums(view), *_lines(view, view.ballots.valid or 0))
    return tuple(_lines(view, view.voting))


def _missing_ballots(view: RoundView) -> Iterator[str]:
    ballots = view.ballots
    for number, name in (
        (ballots.issued, _("số phiếu phát ra")),
        (ballots.returned, _("số phiếu thu về")),
        (ballots.valid, _("số phiếu hợp lệ")),
        (ballots.invalid, _("số phiếu không hợp lệ")),
    ):
        if number is None:
            yield _("Chưa ghi {what}.").format(what=name)
        elif number < 0:
            yield _("{what} không thể là số âm.").format(what=name[:1].upper() + name[1:])


def _ballot_sums(view: RoundView) -> Iterator[str]:
    ballots = view.ballots
    issued, returned = ballots.issued or 0, ballots.returned or 0
    counted = (ballots.valid or 0) + (ballots.invalid or 0)
    if issued != view.voting:
        yield _("Phát ra {issued} phiếu nhưng có {voting} người bỏ phiếu: {gap}.").format(
            issued=issued, voting=view.voting, gap=_gap(issued - view.voting)
        )
    if returned > issued:
        yield _("Thu về {returned} phiếu nhưng chỉ phát ra {issued} phiếu: {gap}.").format(
            returned=returned, issued=issued, gap=_gap(returned - issued)
        )
    if counted != returned:
        yield _(
            "Hợp lệ {valid} cộng không hợp lệ {invalid} là {sum}, nhưng thu về {returned} phiếu:"
            " {gap}."
        ).format(
            valid=ballots.valid,
            invalid=ballots.invalid,
            sum=counted,
            returned=returned,
            gap=_gap(counted - returned),
        )


def _lines(view: RoundView, expected: int) -> Iterator[str]:
    """Yield what does not agree in the lines of the nominees."""
    for nominee in view.nominees:
        if nominee.yes is None or nominee.no is None:
            yield _("Chưa ghi số phiếu của “{name}” ({award}).").format(
                name=nominee.name, award=nominee.award_name
            )
        elif min(nominee.yes, nominee.no, nominee.blank or 0) < 0:
            yield _("Số phiếu của “{name}” không thể là số âm.").format(name=nominee.name)
        else:
            yield from _line(view, nominee, expected)


def _line(view: RoundView, nominee: Nominee, expected: int) -> Iterator[str]:
    yes, no, blank = nominee.yes or 0, nominee.no or 0, nominee.blank or 0
    total = yes + no + blank
    if total != expected:
        pattern = (
            _(
                "“{name}” ({award}): đồng ý {yes}, không đồng ý {no}, không chọn {blank} là {sum},"
                " nhưng có {expected} phiếu hợp lệ: {gap}."
            )
            if view.method is VoteMethod.SECRET
            else _(
                "“{name}” ({award}): đồng ý {yes}, không đồng ý {no}, không biểu quyết {blank} là"
                " {sum}, nhưng có {expected} người biểu quyết: {gap}."
            )
        )
        yield pattern.format(
            name=nominee.name,
            award=nominee.award_name,
            yes=yes,
            no=no,
            blank=blank,
            sum=total,
            expected=expected,
            gap=_gap(total - expected),
        )
    held = view.held_ballots(nominee.nomination_id) - (view.ballots.invalid or 0)
    if blank < held:
        yield _(
            "“{name}”: có {held} người không được bỏ phiếu cho trường hợp này, nên ít nhất {held}"
            " phiếu không chọn; mới ghi {blank}."
        ).format(name=nominee.name, held=held, blank=blank)


def _gap(difference: int) -> str:
    if difference > 0:
        return _("thừa {n}").format(n=difference)
    return _("thiếu {n}").format(n=-difference)


def results_of(view: RoundView, rules: VoteRules, day: date) -> tuple[NomineeResult, ...]:
    """Return what the count of each nominee comes to; a line without a count is left out."""
    return tuple(
        _result(view, nominee, rules, day)
        for nominee in view.nominees
        if nominee.yes is not None and nominee.no is not None
    )


def base_of(view: RoundView, nomination_id: int, of: Denominator) -> int:
    """Return the denominator for a nominee: those who leave the count are not in it."""
    leaving = {
        one.seat_id for one in view.held_from(nomination_id) if one.handling is Handling.LEAVES
    }
    voters = [voter for voter in view.voters if voter.part is not Part.LEAVES]
    if of is Denominator.MEMBERS:
        return sum(voter.seat_id not in leaving for voter in voters)
    counted = [voter for voter in voters if voter.is_there or voter.takes_ballot]
    if of is Denominator.PRESENT:
        return sum(voter.seat_id not in leaving for voter in counted)
    if view.method is VoteMethod.OPEN:
        return sum(voter.seat_id not in leaving for voter in voters if voter.takes_ballot)
    taking = {voter.seat_id for voter in voters if voter.takes_ballot}
    return max((view.ballots.valid or 0) - len(leaving & taking), 0)


def needed_for(view: RoundView, nominee: Nominee, rules: VoteRules, day: date) -> tuple[int, int]:
    """Return how many yes a nominee needs, and of how many."""
    rule = rules.threshold(nominee.award, day)
    base = base_of(view, nominee.nomination_id, rule.of)
    return rule.share.needed(base), base


def _result(view: RoundView, nominee: Nominee, rules: VoteRules, day: date) -> NomineeResult:
    rule = rules.threshold(nominee.award, day)
    needed, base = needed_for(view, nominee, rules, day)
    yes = nominee.yes or 0
    outcome, award, name = _outcome(view, nominee, rules, day, passed=yes >= needed and base > 0)
    return NomineeResult(
        nominee=nominee,
        base=base,
        needed=needed,
        share=(yes * _HUNDREDTHS + base // 2) // base if base else 0,
        threshold=_threshold_words(rule),
        denominator=rule.of,
        source=", ".join(part for part in (rule.basis.article, rule.basis.source) if part),
        verified=rule.basis.verified,
        outcome=outcome,
        outcome_award=award,
        outcome_award_name=name,
    )


def _outcome(
    view: RoundView, nominee: Nominee, rules: VoteRules, day: date, *, passed: bool
) -> tuple[VoteOutcome, str, str]:
    if passed and nominee.higher:
        return VoteOutcome.HIGHER, nominee.higher, nominee.higher_name
    if passed:
        return VoteOutcome.PASSED, "", ""
    if nominee.lower:
        rule = rules.threshold(nominee.lower, day)
        base = base_of(view, nominee.nomination_id, rule.of)
        if base and (nominee.yes or 0) >= rule.share.needed(base):
            return VoteOutcome.LOWER, nominee.lower, nominee.lower_name
    return VoteOutcome.NOT_PASSED, "", ""


def _threshold_words(rule: Threshold) -> str:
    """Return a threshold as documents state it: they are Vietnamese in every language."""
    if rule.share.strict:
        return f"trên {rule.share.text}"
    return f"từ {rule.share.text} trở lên"
