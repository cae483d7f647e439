"""An initiative is held against the school's own archive; what is like it is shown, not judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.models.merit import Initiative
from tests.support.initiative_year import READING, add_people, garden, reading_corner

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

TAKEN = "Mỗi lớp dành một góc đọc mở ở cuối lớp, mỗi ngày hai em đọc cho cả lớp nghe."


def test_a_taken_over_passage_is_found_in_the_older_work(context: AppContext) -> None:
    people = add_people(context)
    older = context.initiatives.add(reading_corner(people))
    parts = {"noi-dung": f"Chúng tôi làm như sau: {TAKEN}", "hieu-qua": "Lớp học vui hơn."}
    new = context.initiatives.add(replace(garden(people), parts=parts))
    (found,) = context.similarity.similar_to("Vườn rau", parts, leaving=new)
    assert (found.id, found.author_names) == (older, "Phạm Thu Hà, Vũ Thị Ngân")
    (passage,) = found.passages
    own = parts[passage.own.part][passage.own.start : passage.own.end]
    assert own == TAKEN.rstrip(".")
    assert found.parts[passage.other.part][passage.other.start :].startswith("Mỗi lớp dành")
    assert 0.5 < found.share < 0.9


def test_close_titles_are_named_even_without_a_common_passage(context: AppContext) -> None:
    people = add_people(context)
    older = context.initiatives.add(replace(reading_corner(people), parts={}))
    title = reading_corner(people).title.replace("lớp 1", "lớp 2")
    (found,) = context.similarity.similar_to(title, {"noi-dung": "Khác hẳn."})
    assert (found.id, found.alike_title, found.passages) == (older, True, ())


def test_the_bin_and_the_work_itself_are_not_looked_at(context: AppContext) -> None:
    people = add_people(context)
    own = context.initiatives.add(reading_corner(people))
    assert context.similarity.similar_to("Khác", READING, leaving=own) == ()
    assert len(context.similarity.similar_to("Khác", READING)) == 1
    context.initiatives.throw_away([own])
    assert context.similarity.similar_to("Khác", READING) == ()


def test_a_work_that_was_stored_without_a_sketch_is_read_whole(context: AppContext) -> None:
    older = context.initiatives.add(reading_corner(add_people(context)))
    with context.store.transaction("Như bản cũ") as act:
        for row in act.session.scalars(select(Initiative)):
            row.sketch = ""
    (found,) = context.similarity.similar_to("Khác", READING)
    assert (found.id, found.share) == (older, 1.0)
