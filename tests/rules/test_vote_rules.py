"""The rules of meetings and votes are data, each with its source, and exact in their arithmetic."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules.vote_rules import (
    Conflict,
    Denominator,
    Handling,
    Share,
    of_school,
    publication_days,
    read_share,
    shipped_vote_rules,
    threshold_entry,
    threshold_of,
)

NOW, OLD = date(2026, 5, 28), date(2017, 5, 28)


@pytest.mark.parametrize(
    ("award", "day", "share", "secret"),
    [
        ("LDTT", NOW, "50%", False),
        ("TTLDTT", NOW, "50%", False),
        ("GK_XA", NOW, "50%", False),
        ("CSTDCS", NOW, "70%", True),
        ("CSTD_TINH", NOW, "80%", True),
        ("BK_TTG", NOW, "80%", True),
        ("LDTT", OLD, "70%", False),
        ("CSTDTQ", OLD, "90%", True),
    ],
)
def test_the_threshold_depends_on_award_and_day(
    award: str, day: date, share: str, secret: bool
) -> None:
    rule = shipped_vote_rules().threshold(award, day)
    assert (rule.share.text, rule.secret) == (share, secret)
    assert rule.of is (Denominator.MEMBERS if day == NOW else Denominator.PRESENT)


def test_every_rule_names_its_source_and_none_of_today_claims_to_be_law() -> None:
    rules = shipped_vote_rules()
    assert all(rule.basis.source and rule.basis.note for rule in rules.thresholds)
    assert rules.quorum.basis.source
    assert rules.conflict_basis.source
    today = [rule for rule in rules.thresholds if rule.last_day is None]
    assert not any(rule.basis.verified for rule in today)
    assert publication_days() == 10


@given(st.integers(1, 100), st.integers(1, 99), st.booleans(), st.integers(0, 400))
def test_the_number_needed_is_the_smallest_that_reaches_the_share(
    part: int, whole: int, strict: bool, base: int
) -> None:
    value = Fraction(min(part, whole), max(part, whole))
    needed = Share(value, strict).needed(base)
    exact = value * base

    def reaches(yes: int) -> bool:
        return yes > exact if strict else yes >= exact

    assert reaches(needed)
    assert needed == 0 or not reaches(needed - 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2/3", Fraction(2, 3)), (" 70 % ", Fraction(7, 10)), ("66,5%", Fraction(133, 200))],
)
def test_a_share_is_read_exactly(text: str, value: Fraction) -> None:
    assert read_share(text).value == value
    assert read_share(read_share(text).text).value == value


def test_a_share_above_all_of_them_is_none() -> None:
    with pytest.raises(InputError, match="tỷ lệ"):
        read_share("100%", strict=True)


def test_a_threshold_is_kept_and_read_back_whole() -> None:
    for rule in shipped_vote_rules().thresholds:
        assert threshold_of(threshold_entry(rule)) == rule


def test_what_a_school_says_stands_over_the_shipped_rules_and_nothing_else_changes() -> None:
    shipped = shipped_vote_rules()
    rule = shipped.threshold("CSTDCS", NOW)
    own = {
        "thresholds": {rule.key: {**threshold_entry(rule), "share": "2/3"}, "cap-tren": None},
        "conflicts": {"own": "abstains"},
    }
    rules = of_school(shipped, own)
    assert rules.threshold("CSTDCS", NOW).share.text == "2/3"
    assert rules.threshold("CSTDCS", NOW).basis.own
    assert rules.threshold("LDTT", NOW) == shipped.threshold("LDTT", NOW)
    assert rules.quorum == shipped.quorum
    assert rules.handling(Conflict.OWN) is Handling.ABSTAINS
    assert rules.handling(Conflict.RELATIVE) is Handling.LEAVES
    with pytest.raises(InputError, match="Chưa có mức phiếu"):
        rules.threshold("BK_TTG", NOW)
