"""Caps and quotas counted for a choice of nominees, and the order of equals."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.rules.conditions.collectives import MEMBERS, per_cent
from tdkt_desktop.rules.evaluator import source_text
from tdkt_desktop.services.eligibility_views import CapUse, Placed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from tdkt_desktop.rules.law_book import LawBook
    from tdkt_desktop.rules.law_extras import Cap, RatingCap, Tie
    from tdkt_desktop.services.award_facts import StoredFacts
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.record_views import Subject


def cap_uses(
    book: LawBook, facts: StoredFacts, chosen: Mapping[str, Collection[Subject]], day: date
) -> tuple[CapUse, ...]:
    """Return the caps that apply on a day with how much of each the choice uses up."""
    return tuple(
        _cap_use(book, facts, cap, chosen, day) for cap in book.caps if _applies(book, cap, day)
    )


def rating_cap_uses(book: LawBook, facts: StoredFacts, day: date) -> tuple[CapUse, ...]:
    """Return the caps on ratings with how much of each the ratings of the year use up."""
    people = [facts.of(one) for one in facts.candidates if one.is_person]
    rated: dict[str, int] = {}
    for own in people:
        for rating in own.ratings or ():
            if rating.year == own.year:
                rated[rating.rating] = rated.get(rating.rating, 0) + 1
    return tuple(_rating_use(book, cap, rated, day) for cap in book.rating_caps)


def placed(
    book: LawBook, facts: StoredFacts, equals: Sequence[Candidate], day: date
) -> tuple[Placed, ...]:
    """Return equals in the order of the law's preferences; else they keep the order given."""
    ties = [one for one in book.ties if one.prefer]
    ranked = sorted(equals, key=lambda one: [not _preferred(tie, facts, one) for tie in ties])
    return tuple(
        _placed(ties, facts, candidate, place, day) for place, candidate in enumerate(ranked, 1)
    )


def _applies(book: LawBook, cap: Cap, day: date) -> bool:
    """Tell whether a cap is for the version of its award that applies on a day."""
    version = book.version_on(cap.award, day)
    return version is not None and (not cap.versions or version.version in cap.versions)


def _cap_use(
    book: LawBook,
    facts: StoredFacts,
    cap: Cap,
    chosen: Mapping[str, Collection[Subject]],
    day: date,
) -> CapUse:
    count = len(chosen.get(cap.award, ()))
    allowed, base = cap.count, ""
    if cap.share is not None:
        whole = _base(facts, cap, chosen)
        allowed = _share_of(cap.share, whole)
        base = _(" ({share}% của {whole})").format(share=per_cent(cap.share), whole=whole)
    return CapUse(
        key=f"cap:{cap.id}",
        award=cap.award,
        text=cap.text,
        sentence=_sentence(book.award_name(cap.award), count, allowed, base),
        chosen=count,
        allowed=allowed,
        verified=cap.verified,
        source=source_text(cap.sources, day),
    )


def _base(facts: StoredFacts, cap: Cap, chosen: Mapping[str, Collection[Subject]]) -> int:
    """Return the number that a share is taken of."""
    people = [one for one in facts.candidates if one.is_person]
    if cap.of == MEMBERS:
        return len(people)
    if chosen.get(cap.of):
        return len(chosen[cap.of])
    held = (facts.of(one) for one in people)
    return sum(
        any(
            award.code == cap.of and award.year == own.year and not award.revoked
            for award in own.awards or ()
        )
        for own in held
    )


def _rating_use(book: LawBook, cap: RatingCap, rated: Mapping[str, int], day: date) -> CapUse:
    count, whole = rated.get(cap.rating, 0), rated.get(cap.of, 0)
    allowed = _share_of(cap.share, whole)
    base = _(" ({share}% của {whole})").format(share=per_cent(cap.share), whole=whole)
    return CapUse(
        key=f"rating_cap:{cap.id}",
        award="",
        text=cap.text,
        sentence=_sentence(book.ratings.name(cap.rating, day), count, allowed, base),
        chosen=count,
        allowed=allowed,
        verified=cap.verified,
        source=source_text(cap.sources, day),
    )


def _share_of(share: Decimal, whole: int) -> int:
    """Return the whole number of a share, rounded down: a cap is not to be passed."""
    return int((share * whole).to_integral_value(ROUND_FLOOR))


def _sentence(name: str, count: int, allowed: int | None, base: str) -> str:
    if allowed is None:
        return _("{name}: đã chọn {count}.").format(name=name, count=count)
    words = (
        _("{name}: đã chọn {count}, vượt {over} so với mức {allowed}{base}.")
        if count > allowed
        else _("{name}: đã chọn {count}, còn {left} trong mức {allowed}{base}.")
    )
    return words.format(
        name=name, count=count, over=count - allowed, left=allowed - count, allowed=allowed,
        base=base,
    )  # fmt: skip


def _placed(
    ties: Iterable[Tie], facts: StoredFacts, candidate: Candidate, place: int, day: date
) -> Placed:
    tie = next((one for one in ties if _preferred(one, facts, candidate)), None)
    if tie is None:
        return Placed(candidate, place, "", "", verified=True)
    return Placed(candidate, place, tie.text, source_text(tie.sources, day), tie.verified)


def _preferred(tie: Tie, facts: StoredFacts, candidate: Candidate) -> bool:
    """Tell whether a preference is for a candidate."""
    if candidate.is_person:
        return tie.prefer == "women" and candidate.female is True
    if tie.prefer != "women_share" or tie.least is None:
        return False
    members = facts.members(candidate.subject.group_id or 0)
    women = sum(one.female is True for one in members)
    return bool(members) and women >= tie.least * len(members)
