"""The school edits, adds and switches off rules; the shipped law stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.rules import raw_law
from tdkt_desktop.rules.facts_file import read_facts
from tdkt_desktop.services import law_book
from tdkt_desktop.services.context import AppContext
from tests.support.award_cases import TODAY, group, person, rated, titles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HALF = "condition:TTLDTT/2024/ty-le-ldtt"
RATING = "condition:LDTT/2024/xep-loai"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[AppContext]:
    with AppContext.open(tmp_path / "kho") as opened:
        yield opened


def status(context: AppContext, data: Any, award: str) -> str | None:
    evaluator = context.law_book.evaluator()
    facts = read_facts(data, evaluator.book, TODAY)
    found = {one.award: one.status.value for one in evaluator.evaluate(facts)}
    return found.get(award)


def test_a_value_that_the_school_changed_is_the_one_in_use(context: AppContext) -> None:
    assert status(context, group(ldtt=10), "TTLDTT") == "needs_person"
    context.law_book.edit(HALF, {"more_than": False}, "Tỉnh cho tính cả mức 50%")
    assert status(context, group(ldtt=10), "TTLDTT") == "eligible"
    entry = context.law_book.entry(HALF)
    assert (entry.changed, entry.note) == (("more_than",), "Tỉnh cho tính cả mức 50%")
    assert entry.shipped is not None
    assert entry.shipped["more_than"] is True
    context.law_book.restore_shipped(HALF)
    assert status(context, group(ldtt=10), "TTLDTT") == "needs_person"


def test_a_condition_can_be_switched_off_and_one_that_is_off_be_switched_on(
    context: AppContext,
) -> None:
    recruit = person(hired_on="2026-03-01", sector_since="2026-03-01")
    key = "condition:LDTT/2024/moi-tuyen"
    context.law_book.switch(key, on=False, note="Theo hướng dẫn của tỉnh")
    assert status(context, recruit, "LDTT") == "eligible"
    assert context.law_book.entry(key).off
    context.law_book.switch(key, on=True)
    assert status(context, recruit, "LDTT") == "needs_person"
    assert context.law_book.entry(key).changed == ()
    late = person(
        ratings=rated(*["HTTNV"] * 5),
        awards=titles("CSTDCS", 2021, 2023, 2025) + titles("BK_TINH", 2024),
    )
    assert status(context, late, "BK_TTG") == "eligible"
    context.law_book.switch("condition:BK_TTG/2024/sau-bang-khen", on=True)
    assert status(context, late, "BK_TTG") == "needs_person"


def test_the_school_adds_a_condition_a_cap_and_an_award_of_its_own(context: AppContext) -> None:
    book = context.law_book
    key = book.add(
        "condition",
        {"kind": "rating", "rating": "HTTNV", "years": 2, "text": "Hai năm liền tốt trở lên"},
        parent="GK_XA/2025",
        note="Quyết định của tỉnh",
    )
    assert key.startswith("condition:GK_XA/2025/TRUONG_")
    assert status(context, person(ratings=rated("HTTNV", "HTNV")), "GK_XA") == "not_yet"
    book.add("cap", {"award": "CSTDCS", "share": 0.28, "of": "LDTT", "text": "Không quá 28%"})
    assert [str(cap.share) for cap in book.book().caps] == ["0.15", "0.28"]
    book.add("award", {
        "code": "GK_TRUONG", "name": "Giấy khen của Hiệu trưởng", "kind": "commendation",
        "subjects": ["individual"], "level": "TRUONG", "place": 99,
    })  # fmt: skip
    book.add("version", {"version": "2025", "effective_from": "2025-09-01"}, parent="GK_TRUONG")
    assert status(context, person(), "GK_TRUONG") == "eligible"
    context.law_book.restore_shipped("version:GK_TRUONG/2025")
    assert status(context, person(), "GK_TRUONG") is None


def test_what_the_rules_do_not_understand_is_not_stored(context: AppContext) -> None:
    with pytest.raises(InputError, match="years"):
        context.law_book.edit(RATING, {"years": "hai"})
    with pytest.raises(InputError, match="phép-thuật"):
        context.law_book.add("condition", {"kind": "phép-thuật", "text": "?"}, parent="LDTT/2024")
    with pytest.raises(InputError, match="Không có quy định"):
        context.law_book.switch("condition:LDTT/2024/khong-co", on=False)
    assert all(not one.changed and not one.own for one in context.law_book.entries())


def test_an_act_on_the_law_is_one_step_to_be_taken_back(context: AppContext) -> None:
    context.law_book.edit(RATING, {"rating": "HTXSNV"})
    assert status(context, person(), "LDTT") == "not_yet"
    context.store.undo()
    assert status(context, person(), "LDTT") == "eligible"


def test_an_update_of_the_shipped_law_reaches_all_but_what_the_school_changed(
    context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.law_book.edit(HALF, {"least": 0.6})
    shipped = raw_law.shipped_entries()
    newer = {**shipped, HALF: {**shipped[HALF], "least": 0.9, "text": "Lời mới"}}
    newer[RATING] = {**shipped[RATING], "rating": "HTXSNV"}
    monkeypatch.setattr(law_book, "shipped_entries", lambda: newer)
    with AppContext.open(context.store.path.parent, read_only=True) as updated:
        entry = updated.law_book.entry(HALF)
        assert (str(entry.values["least"]), entry.text) == ("0.6", "Lời mới")
        assert status(updated, person(), "LDTT") == "not_yet"


def test_an_edit_of_what_an_update_took_away_is_not_used_and_is_told(
    context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.law_book.edit(HALF, {"more_than": False})
    context.law_book.edit(RATING, {"rating": "HTXSNV"})
    shipped = raw_law.shipped_entries()
    other = {"id": "ty-le-ldtt", "kind": "manual", "text": "Khác", "verified": True,
             "sources": [{"text": "Luật mới"}]}  # fmt: skip
    monkeypatch.setattr(law_book, "shipped_entries", lambda: {**shipped, HALF: other})
    with AppContext.open(context.store.path.parent, read_only=True) as updated:
        assert updated.law_book.unusable() == (HALF,)
        assert status(updated, person(), "LDTT") == "not_yet"


def test_every_shipped_entry_names_itself(context: AppContext) -> None:
    entries = context.law_book.entries()
    assert len({one.key for one in entries}) == len(entries)
    assert all(one.text and one.text != one.key for one in entries if "vnd" not in one.values)
    condition = context.law_book.entry(HALF)
    assert (condition.award, condition.award_name) == ("TTLDTT", "Tập thể lao động tiên tiến")
    assert context.law_book.entry("version:LDTT/2024").text == "Lao động tiên tiến (2024)"
    assert {one.section for one in entries} == set(raw_law.SECTIONS)


def test_the_school_s_own_award_is_known_wherever_awards_are_named(context: AppContext) -> None:
    assert [word.code for word in context.award_words.on(TODAY)][:2] == ["LDTT", "CSTDCS"]
    context.law_book.add("award", {
        "code": "GK_TRUONG", "name": "Giấy khen của Hiệu trưởng", "kind": "commendation",
        "subjects": ["individual"], "level": "TRUONG", "place": 99,
    })  # fmt: skip
    word = context.award_words.find("GK_TRUONG", TODAY)
    assert (word.name, word.individual, word.collective) == (
        "Giấy khen của Hiệu trưởng", True, False,
    )  # fmt: skip
