"""People and groups are kept, listed, found, thrown away and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.people_lists import PeopleFilter, PeopleOrder, filtered, ordered
from tdkt_desktop.services.people_views import (
    GroupKind,
    PersonData,
    PersonRow,
    PersonState,
    Sex,
    masked,
)
from tdkt_desktop.services.record_views import Author, InitiativeData, Subject
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

NUMBER = "001085012345"


@pytest.fixture
def three(empty: AppContext) -> tuple[int, int, int]:
    """Add three people, one of them in a group."""
    group = empty.groups.add("Tổ Văn phòng")
    return (
        empty.people.add(PersonData("Đỗ Thị Ánh", date(1980, 5, 1), Sex.FEMALE, group_id=group)),
        empty.people.add(PersonData("Lê Văn Bình", position="Tổ trưởng", manager=True)),
        empty.people.add(PersonData("Nguyễn Ân", hired_on=date(2020, 9, 1))),
    )


def names(rows: list[PersonRow]) -> list[str]:
    return [row.full_name for row in rows]


def test_people_are_listed_by_given_name_the_vietnamese_way(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    rows = empty.people.rows()
    assert names(list(rows)) == ["Đỗ Thị Ánh", "Nguyễn Ân", "Lê Văn Bình"]
    assert rows[0].group_name == "Tổ Văn phòng"
    assert [row.id for row in rows] == [three[0], three[2], three[1]]


@pytest.mark.parametrize("text", ["do anh", "ĐỖ ÁNH", "anh do", "đỗ", "Đô\u0303 A\u0301nh"])
def test_people_are_found_without_diacritics_and_in_any_order(
    empty: AppContext, three: tuple[int, int, int], text: str
) -> None:
    assert names(filtered(empty.people.rows(), PeopleFilter(text=text))) == ["Đỗ Thị Ánh"]


def test_positions_are_found_too(empty: AppContext, three: tuple[int, int, int]) -> None:
    found = filtered(empty.people.rows(), PeopleFilter(text="to truong"))
    assert names(found) == ["Lê Văn Bình"]


def test_filters_join(empty: AppContext, three: tuple[int, int, int]) -> None:
    rows = empty.people.rows()
    group = rows[0].group_id
    assert names(filtered(rows, PeopleFilter(group_id=group))) == ["Đỗ Thị Ánh"]
    assert names(filtered(rows, PeopleFilter(manager=True))) == ["Lê Văn Bình"]
    assert filtered(rows, PeopleFilter(manager=True, group_id=group)) == []
    assert names(filtered(rows, PeopleFilter(sex=Sex.FEMALE))) == ["Đỗ Thị Ánh"]
    assert len(filtered(rows, PeopleFilter(year="2019-2020"))) == 2
    assert len(filtered(rows, PeopleFilter(year="2020-2021"))) == 3
    assert len(filtered(rows, PeopleFilter(year="2020"))) == 3


def test_who_left_is_away_until_the_return(empty: AppContext, three: tuple[int, int, int]) -> None:
    newest = three[2]
    empty.people.mark_left([newest], date(2024, 7, 1), "Chuyển trường")
    away = PeopleFilter(state=PersonState.AWAY)
    assert names(filtered(empty.people.rows(), away)) == ["Nguyễn Ân"]
    assert len(filtered(empty.people.rows(), PeopleFilter(year="2024-2025"))) == 2
    assert len(filtered(empty.people.rows(), PeopleFilter(year="2023-2024"))) == 3
    empty.people.mark_returned([newest], date(2026, 8, 1))
    assert filtered(empty.people.rows(), away) == []
    assert len(filtered(empty.people.rows(), PeopleFilter(year="2025-2026"))) == 3
    with pytest.raises(InputError, match="Lê Văn Bình"):
        empty.people.mark_returned([three[1]], date(2026, 8, 1))
    with pytest.raises(InputError, match="Nguyễn Ân"):
        empty.people.mark_left([newest], date(2019, 1, 1))


def test_every_column_sorts_and_the_empty_come_last(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    rows = empty.people.rows()
    for order in PeopleOrder:
        assert sorted(row.id for row in ordered(rows, order)) == sorted(three)
    assert names(ordered(rows, PeopleOrder.BIRTH))[0] == "Đỗ Thị Ánh"
    assert names(ordered(rows, PeopleOrder.POSITION))[0] == "Lê Văn Bình"
    assert names(ordered(rows, PeopleOrder.GROUP))[0] == "Đỗ Thị Ánh"
    assert names(ordered(rows, PeopleOrder.NAME, reverse=True))[0] == "Lê Văn Bình"


def test_a_form_keeps_the_identity_number_that_it_does_not_see(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    first = three[0]
    empty.people.save(first, replace(empty.people.person(first).data, identity_number=NUMBER))
    view = empty.people.person(first)
    assert view.identity == "•••••••••345"
    assert view.data.identity_number is None
    assert empty.people.rows()[0].identity == view.identity
    empty.people.save(first, replace(view.data, position="Kế toán"))
    assert empty.people.identity_number(first) == NUMBER
    assert empty.people.person(first).data.position == "Kế toán"
    with pytest.raises(InputError, match="Đỗ Thị Ánh"):
        empty.people.add(PersonData("Người khác", identity_number=NUMBER))
    empty.people.save(first, replace(view.data, identity_number=""))
    assert empty.people.identity_number(first) == ""


@given(st.text("0123456789", min_size=9, max_size=12))
def test_a_masked_number_shows_three_digits_only(number: str) -> None:
    assert sum(char.isdigit() for char in masked(number)) == 3
    assert len(masked(number)) == len(number)


@pytest.mark.parametrize(
    "data",
    [
        PersonData("  "),
        PersonData("Lê An", birth_date=date(1980, 1, 1), sector_since=date(1979, 1, 1)),
        PersonData("Lê An", hired_on=date(2020, 1, 1), left_on=date(2019, 1, 1)),
        PersonData("Lê An", left_on=date(2020, 1, 1), returned_on=date(2019, 1, 1)),
        PersonData("Lê An", birth_date=date(1080, 1, 1)),
        PersonData("Lê An", identity_number="12345"),
        PersonData("Lê An", group_id=99),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    empty: AppContext, data: PersonData
) -> None:
    with pytest.raises(InputError):
        empty.people.add(data)
    assert empty.people.rows() == ()


def test_each_act_is_a_named_step_that_can_be_taken_back(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    group = empty.groups.add("Tổ 1")
    acts = (
        lambda: empty.people.save(three[0], PersonData("Tên Khác")),
        lambda: empty.people.move(three, group),
        lambda: empty.people.mark_left([three[0]], date(2025, 1, 1)),
        lambda: empty.people.throw_away(three),
        lambda: empty.groups.save(group, "Tổ 2", GroupKind.OTHER, notes="đổi tên"),
        lambda: empty.groups.throw_away(group),
    )
    for act in acts:
        before = dump(empty.store.path)
        change = act()
        after = dump(empty.store.path)
        assert empty.history.undo_label == change.label
        empty.history.undo()
        assert _timeless(dump(empty.store.path)) == _timeless(before)
        empty.history.redo()
        assert _timeless(dump(empty.store.path)) == _timeless(after)


def _timeless(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """Leave out the moments of the last change."""
    return {
        name: [tuple(value for value in row if "2026-" not in str(value)) for row in table]
        for name, table in rows.items()
    }


def test_the_bin_gives_people_back_with_all_they_had(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    empty.records.rate("2024-2025", {Subject.of_person(three[0]): "HTTNV"})
    empty.people.throw_away(three[:1])
    assert names(list(empty.people.rows(in_bin=True))) == ["Đỗ Thị Ánh"]
    with pytest.raises(InputError, match="Không có người"):
        empty.people.person(three[0])
    empty.people.bring_back(three[:1])
    assert empty.people.person(three[0]).history.ratings[0].code == "HTTNV"


def test_what_is_removed_for_good_takes_its_records_and_leaves_its_name(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    first, second, _third = three
    empty.records.rate("2024-2025", {Subject.of_person(first): "HTTNV"})
    authors = (Author(first, share=60.0), Author(second, share=40.0))
    empty.records.add_initiative(
        InitiativeData(title="Góc đọc mở", year="2024-2025", authors=authors)
    )
    with pytest.raises(InputError):
        empty.people.remove_for_good([first])
    empty.people.throw_away([first])
    empty.people.remove_for_good([first])
    assert dump(empty.store.path)["rating"] == []
    (initiative,) = empty.people.person(second).history.initiatives
    assert initiative.data.authors[0] == Author(None, "Đỗ Thị Ánh", 60.0)
    assert empty.store.faults() == ()


def test_groups_know_their_kind_by_name_and_stay_in_order(empty: AppContext) -> None:
    ids = [empty.groups.add(name) for name in ("Tổ 4-5", "Tổ Văn phòng", "Công đoàn", "Trường A")]
    kinds = [group.kind for group in empty.groups.groups()]
    assert kinds == [GroupKind.TEACHING, GroupKind.OFFICE, GroupKind.OTHER, GroupKind.SCHOOL]
    empty.groups.put_in_order(ids[::-1])
    assert [group.id for group in empty.groups.groups()] == ids[::-1]


def test_a_group_has_one_name_and_is_not_under_itself(empty: AppContext) -> None:
    school = empty.groups.add("Trường Hoa Sen")
    group = empty.groups.add("Tổ 1", parent_id=school)
    with pytest.raises(InputError, match="Đã có"):
        empty.groups.add("TỔ  1")
    with pytest.raises(InputError, match="chính nó"):
        empty.groups.save(school, "Trường Hoa Sen", GroupKind.SCHOOL, parent_id=group)
    with pytest.raises(InputError, match="để trống"):
        empty.groups.add(" ")


def test_a_group_in_the_bin_lets_its_people_go(
    empty: AppContext, three: tuple[int, int, int]
) -> None:
    (group,) = empty.groups.groups()
    assert group.size == 1
    empty.groups.throw_away(group.id)
    assert empty.people.person(three[0]).group_name == ""
    assert empty.groups.groups() == ()
    empty.history.undo()
    assert empty.people.person(three[0]).group_name == "Tổ Văn phòng"
    empty.groups.throw_away(group.id)
    empty.groups.remove_for_good(group.id)
    assert empty.groups.groups(in_bin=True) == ()
    assert empty.store.faults() == ()
