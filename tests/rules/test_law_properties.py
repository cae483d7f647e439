"""What holds of the awards' law whatever the facts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tdkt_desktop.rules.evaluator import status_of
from tdkt_desktop.rules.law_reader import shipped_book
from tests.support.award_cases import (
    LEAVE_OUT,
    answers,
    discipline,
    group,
    person,
    school_year,
    science,
    work,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from tdkt_desktop.rules.outcomes import ConditionResult

STARTS: Final = st.integers(2016, 2025)
RATINGS: Final = st.dictionaries(
    STARTS, st.sampled_from(["HTXSNV", "HTTNV", "HTNV", "KHTNV"]), max_size=10
).map(lambda found: [{"year": school_year(one), "rating": code} for one, code in found.items()])
CODES: Final = st.sampled_from(
    ["LDTT", "CSTDCS", "CSTDCS", "CSTD_TINH", "CSTD_BO", "BK_TINH", "BK_BO", "KNC_GD", "GK_XA"]
)
AWARDS: Final = st.lists(
    st.builds(
        lambda code, start, mark: {"code": code, "year": school_year(start)} | mark,
        CODES,
        STARTS,
        st.sampled_from([{}, {}, {}, {"revoked": True}, {"proposed": True}, {"thematic": True}]),
    ),
    max_size=14,
)
LEVELS: Final = st.sampled_from([None, "CO_SO", "TINH", "BO", "TOAN_QUOC"])
USES: Final = st.lists(st.tuples(CODES, STARTS.map(school_year)), max_size=1)
WORKS: Final = st.lists(
    st.builds(
        lambda start, by, reach, uses: work(school_year(start), by, reach, *uses),
        STARTS,
        LEVELS,
        LEVELS,
        USES,
    ),
    max_size=4,
)
SCIENCE: Final = st.lists(
    st.builds(lambda start, reach: science(school_year(start), "CO_SO", reach), STARTS, LEVELS),
    max_size=2,
)
MEASURES: Final = st.lists(
    st.builds(
        lambda start, years: discipline(f"{start}-10-01", f"{start + years}-03-31"),
        st.integers(2016, 2024),
        st.integers(1, 2),
    ),
    max_size=1,
)
KEYS: Final = (
    "ratings", "awards", "initiatives", "science_works", "leave", "discipline",
    "open_proceedings", "sector_since", "hired_on", "special_area_years",
)  # fmt: skip


def _dropped(values: dict[str, Any], drop: frozenset[str]) -> dict[str, Any]:
    return values | dict.fromkeys(drop, LEAVE_OUT)


PEOPLE: Final = st.fixed_dictionaries(
    {
        "ratings": RATINGS,
        "awards": AWARDS,
        "initiatives": WORKS,
        "science_works": SCIENCE,
        "discipline": MEASURES,
        "open_proceedings": st.booleans(),
        "sector_since": st.sampled_from(["2000-03-01", "2011-03-01", "2025-10-01"]),
        "hired_on": st.sampled_from(["2008-09-01", "2025-10-01", "2026-03-01"]),
        "special_area_years": st.integers(0, 8),
    }
)
SOME_KEYS: Final = st.frozensets(st.sampled_from(KEYS), max_size=3)
DAYS: Final = st.sampled_from(
    ["2023-06-01", "2024-03-01", "2025-07-01", "2026-03-01", "2026-05-28", "2026-10-01"]
)


def all_of(conditions: tuple[ConditionResult, ...]) -> Iterator[ConditionResult]:
    for one in conditions:
        yield one
        yield from all_of(one.parts)


@settings(max_examples=70)
@given(PEOPLE, SOME_KEYS, DAYS)
def test_every_refusal_names_a_verified_condition_and_every_condition_its_source(
    values: dict[str, Any], drop: frozenset[str], day: str
) -> None:
    for result in answers(person(received_on=day, **_dropped(values, drop))).values():
        assert result.status is status_of(result.conditions)
        if result.status == "not_yet":
            assert any(one.verified for one in result.unmet)
        if result.status == "eligible":
            assert not result.unmet
        if result.status == "needs_person":
            assert result.unclear or result.unmet
        for one in all_of(result.conditions):
            assert one.source
            assert one.text
            assert one.needed
            assert one.found


@settings(max_examples=50)
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(values: dict[str, Any], chance: random.Random) -> None:
    mixed = {
        key: chance.sample(one, len(one)) if isinstance(one, list) else one
        for key, one in values.items()
    }
    assert answers(person(**values)) == answers(person(**mixed))


@settings(max_examples=50)
@given(PEOPLE)
def test_what_comes_later_never_takes_an_award_of_an_earlier_year(values: dict[str, Any]) -> None:
    before = answers(person(year="2024-2025", received_on="2025-07-01", **values))
    later = [{"code": code, "year": "2025-2026"} for code in ("LDTT", "CSTDCS", "CSTD_TINH")]
    values["awards"] = [*values["awards"], *later]
    values["ratings"] = [one for one in values["ratings"] if one["year"] != "2025-2026"]
    values["ratings"].append({"year": "2025-2026", "rating": "HTXSNV"})
    after = answers(person(year="2024-2025", received_on="2025-07-01", **values))
    for code, result in before.items():
        if result.status == "eligible":
            assert after[code].status == "eligible"


@settings(max_examples=50)
@given(PEOPLE, STARTS)
def test_a_better_rating_of_any_year_never_takes_an_award(
    values: dict[str, Any], start: int
) -> None:
    if not any(one["year"] == school_year(start) for one in values["ratings"]):
        return
    before = answers(person(**values))
    kept = [one for one in values["ratings"] if one["year"] != school_year(start)]
    better = [*kept, {"year": school_year(start), "rating": "HTXSNV"}]
    after = answers(person(**values | {"ratings": better}))
    worse = [code for code, one in before.items() if _rank(after[code]) < _rank(one)]
    assert worse == []


@settings(max_examples=60)
@given(PEOPLE, SOME_KEYS, DAYS)
def test_what_is_not_said_never_refuses(
    values: dict[str, Any], drop: frozenset[str], day: str
) -> None:
    before = answers(person(received_on=day, **values))
    after = answers(person(received_on=day, **_dropped(values, drop)))
    for code, result in before.items():
        if result.status != "not_yet":
            assert after[code].status != "not_yet"


@settings(max_examples=40)
@given(st.integers(1, 60), st.data())
def test_shares_of_a_collective_are_exact(members: int, data: st.DataObject) -> None:
    holders = data.draw(st.integers(0, members))
    result = answers(group(members=members, completed=members, ldtt=holders, cstdcs=1))["TTLDXS"]
    assert (result.status == "eligible") == (10 * holders >= 7 * members)


def _rank(result: Any) -> int:
    return ["not_yet", "needs_person", "eligible"].index(result.status.value)


@pytest.mark.parametrize("code", sorted(shipped_book().awards))
def test_every_award_of_the_book_is_answered_for_some_subject(code: str) -> None:
    day = "2026-05-28"
    assert code in answers(person(received_on=day)) | answers(group(received_on=day))
