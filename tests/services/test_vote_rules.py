"""The school's rules of votes lie over the shipped ones, which can always come back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.vote_rules import read_share
from tdkt_desktop.services.vote_views import Conflict, Handling
from tests.support.vote_year import HELD_ON

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext


def test_a_threshold_switched_off_is_listed_and_comes_back(context: AppContext) -> None:
    rules = context.vote_rules
    rules.switch_off("chien-si-thi-dua-co-so")
    assert [one.key for one in rules.switched_off()] == ["chien-si-thi-dua-co-so"]
    assert rules.threshold("CSTDCS", HELD_ON).key == "cap-tren"
    rules.restore_threshold("chien-si-thi-dua-co-so")
    assert rules.switched_off() == ()
    assert rules.threshold("CSTDCS", HELD_ON).key == "chien-si-thi-dua-co-so"


def test_only_what_the_school_chose_is_called_its_own(context: AppContext) -> None:
    rules = context.vote_rules
    assert rules.rules().conflict_basis.own is False
    rules.set_handling(Conflict.GROUP, Handling.ABSTAINS)
    assert rules.rules().conflict_basis.own is True


def test_what_the_school_said_of_one_threshold_goes_without_the_rest(context: AppContext) -> None:
    rules = context.vote_rules
    rules.set_quorum("3/4")
    shipped = rules.threshold("CSTDCS", HELD_ON)
    rules.save_threshold(replace(shipped, share=read_share("80%")))
    assert rules.threshold("CSTDCS", HELD_ON).share.text == "80%"
    rules.restore_threshold(shipped.key)
    assert rules.threshold("CSTDCS", HELD_ON) == shipped
    assert rules.rules().quorum.share.text == "75%"


def test_relatives_are_listed_by_name_and_people_in_the_bin_left_out(context: AppContext) -> None:
    first, second, third = (
        context.people.add(PersonData(name)) for name in ("Lý An", "Mạc Bình", "Vũ Chi")
    )
    context.relatives.add(first, second, "vợ chồng")
    context.relatives.add(second, third)
    found = [(one.person, one.other, one.kind) for one in context.relatives.relatives()]
    assert found == [("Lý An", "Mạc Bình", "vợ chồng"), ("Mạc Bình", "Vũ Chi", "")]
    context.people.throw_away([third])
    assert [one.other for one in context.relatives.relatives(second)] == ["Mạc Bình"]
