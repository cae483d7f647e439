"""Initiatives are written, submitted, recognised together, and used with a ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.initiative_views import InitiativeForm, InitiativeState, Recognition
from tdkt_desktop.services.record_views import Author, AwardUse, Subject
from tests.support.initiative_year import YEAR, add_people, garden, reading_corner

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

GIVEN = Recognition("CO_SO", "CO_SO", "57/QĐ-THHP", date(2027, 5, 4), "Trường Tiểu học Hoa Phượng")


@pytest.fixture
def people(context: AppContext) -> dict[str, int]:
    return add_people(context)


@pytest.fixture
def reading(context: AppContext, people: dict[str, int]) -> int:
    return context.initiatives.add(reading_corner(people))


def test_what_the_authors_say_comes_back(
    context: AppContext, people: dict[str, int], reading: int
) -> None:
    card = context.initiatives.card(reading)
    assert card.form == reading_corner(people)
    assert card.row.author_names == "Phạm Thu Hà, Vũ Thị Ngân"
    assert card.row.authors[0].position == "Giáo viên"
    assert card.row.authors[1].workplace == "Trường Tiểu học An Bình"
    assert card.row.state is InitiativeState.DRAFT
    assert context.initiatives.years() == (YEAR,)


def test_a_saved_form_keeps_what_a_level_has_said(
    context: AppContext, people: dict[str, int], reading: int
) -> None:
    context.initiatives.recognise([reading], GIVEN)
    shorter = replace(reading_corner(people), title="Góc đọc mở", parts={"muc-dich": "Đọc to"})
    context.initiatives.save(reading, shorter)
    card = context.initiatives.card(reading)
    assert (card.row.title, card.parts) == ("Góc đọc mở", {"muc-dich": "Đọc to"})
    assert card.row.recognition == GIVEN
    assert card.row.state is InitiativeState.RECOGNISED


@pytest.mark.parametrize(
    ("shares", "fault"),
    [((60.0, 30.0), "90%"), ((60.0, 60.0), "120%"), ((0.0, 100.0), "lớn hơn 0")],
)
def test_shares_that_make_no_whole_are_refused_with_the_sum(
    context: AppContext, shares: tuple[float, ...], fault: str
) -> None:
    authors = tuple(
        Author(name=name, share=share) for name, share in zip("AB", shares, strict=True)
    )
    form = InitiativeForm(title="Góc đọc", year=YEAR, authors=authors)
    with pytest.raises(InputError, match=fault):
        context.initiatives.add(form)
    assert context.initiatives.rows() == ()


def test_three_equal_shares_make_a_whole(context: AppContext) -> None:
    authors = tuple(Author(name=name, share=33.33) for name in "ABC")
    made = context.initiatives.add(InitiativeForm(title="Góc đọc", year=YEAR, authors=authors))
    context.initiatives.submit([made])
    assert context.initiatives.row(made).state is InitiativeState.SUBMITTED


def test_one_without_authors_or_shares_is_not_submitted(context: AppContext) -> None:
    bare = context.initiatives.add(InitiativeForm(title="Góc đọc", year=YEAR))
    with pytest.raises(InputError, match="chưa có tác giả"):
        context.initiatives.submit([bare])
    open_share = InitiativeForm(title="Sổ tay", year=YEAR, authors=(Author(name="A"),))
    with pytest.raises(InputError, match="tỉ lệ"):
        context.initiatives.submit([context.initiatives.add(open_share)])


def test_what_the_papers_lack_is_named(context: AppContext, people: dict[str, int]) -> None:
    assert context.initiatives.missing(reading_corner(people)) == ()
    lacking = replace(reading_corner(people), applied_on=None, parts={}, authors=())
    found = " ".join(context.initiatives.missing(lacking))
    for words in ("tác giả", "ngày áp dụng", "Tính mới", "Hiệu quả"):
        assert words in found


def test_many_are_recognised_by_one_decision_and_one_undo(
    context: AppContext, people: dict[str, int], reading: int
) -> None:
    other = context.initiatives.add(garden(people))
    context.initiatives.recognise([reading, other], GIVEN)
    rows = context.initiatives.rows(YEAR)
    assert [row.recognition for row in rows] == [GIVEN, GIVEN]
    history = context.records.history(Subject.of_person(people["Đỗ Văn Lâm"]))
    assert history.initiatives[0].data.recognised == "CO_SO"
    context.history.undo()
    assert {row.state for row in context.initiatives.rows()} == {InitiativeState.DRAFT}


def test_a_higher_level_keeps_the_earlier_decision_in_the_notes(
    context: AppContext, reading: int
) -> None:
    context.initiatives.recognise([reading], GIVEN)
    higher = Recognition("TINH", "TINH", "812/QĐ-UBND", date(2027, 9, 1), "UBND tỉnh")
    context.initiatives.recognise([reading], higher)
    card = context.initiatives.card(reading)
    assert card.row.recognition == higher
    assert "57/QĐ-THHP" in card.notes
    context.initiatives.take_recognition_back([reading])
    assert context.initiatives.row(reading).recognition.level == ""


@pytest.mark.parametrize(
    "wrong",
    [replace(GIVEN, level="QUAN"), replace(GIVEN, number=" "), replace(GIVEN, decided_on=None)],
)
def test_a_recognition_without_level_number_or_day_is_refused(
    context: AppContext, reading: int, wrong: Recognition
) -> None:
    with pytest.raises(InputError):
        context.initiatives.recognise([reading], wrong)
    assert context.initiatives.row(reading).state is InitiativeState.DRAFT


def test_a_refusal_says_why(context: AppContext, reading: int) -> None:
    with pytest.raises(InputError, match="lý do"):
        context.initiatives.refuse([reading], " ")
    context.initiatives.refuse([reading], "Trùng giải pháp năm trước.")
    assert context.initiatives.row(reading).state is InitiativeState.REFUSED
    assert "Trùng giải pháp" in context.initiatives.card(reading).notes
    context.initiatives.take_back([reading])
    assert context.initiatives.row(reading).state is InitiativeState.DRAFT


def test_the_ledger_says_what_each_was_used_for(context: AppContext, reading: int) -> None:
    with pytest.raises(InputError, match="chưa được công nhận"):
        context.initiatives.use([reading], "CSTDCS", YEAR)
    context.initiatives.recognise([reading], GIVEN)
    context.initiatives.use([reading], "CSTDCS", YEAR)
    with pytest.raises(InputError, match="đã ghi dùng"):
        context.initiatives.use([reading], "CSTDCS", YEAR)
    (line,) = context.initiatives.ledger()
    assert (line.initiative_id, line.award, line.award_year) == (reading, "CSTDCS", YEAR)
    assert context.initiatives.row(reading).used_for == (AwardUse("CSTDCS", YEAR),)
    context.initiatives.release(reading, "CSTDCS", YEAR)
    assert context.initiatives.ledger() == ()


def test_a_deleted_one_comes_back_from_the_bin(context: AppContext, reading: int) -> None:
    context.initiatives.throw_away([reading])
    assert context.initiatives.rows() == ()
    assert [row.id for row in context.initiatives.rows(in_bin=True)] == [reading]
    context.initiatives.bring_back([reading])
    assert [row.id for row in context.initiatives.rows()] == [reading]
    context.initiatives.throw_away([reading])
    context.initiatives.remove_for_good(reading)
    assert context.initiatives.rows(in_bin=True) == ()


def test_a_file_is_kept_and_copied_out_again(
    context: AppContext, reading: int, tmp_path: Path
) -> None:
    source = tmp_path / "khảo sát.pdf"
    source.write_bytes(b"%PDF-1.4 bang so lieu")
    file_id = context.initiative_files.attach(reading, source, "Bảng khảo sát")
    source.unlink()
    (kept,) = context.initiatives.card(reading).files
    assert (kept.file_name, kept.note, kept.there) == ("khảo sát.pdf", "Bảng khảo sát", True)
    copy = context.initiative_files.copy_to(file_id, tmp_path)
    assert copy.read_bytes() == b"%PDF-1.4 bang so lieu"
    context.initiative_files.detach(file_id)
    assert context.initiatives.card(reading).files == ()
    with pytest.raises(InputError):
        context.initiative_files.attach(reading, tmp_path / "không có.pdf")


def test_the_record_of_a_person_and_the_page_speak_of_the_same_row(
    context: AppContext, people: dict[str, int], reading: int
) -> None:
    subject = Subject.of_person(people["Phạm Thu Hà"])
    (view,) = context.records.history(subject).initiatives
    context.records.save_initiative(view.id, replace(view.data, recognised="CO_SO", reach="CO_SO"))
    assert context.initiatives.row(reading).state is InitiativeState.RECOGNISED
    assert context.initiatives.card(reading).parts == dict(reading_corner(people).parts)
    context.records.save_initiative(view.id, replace(view.data, recognised="", reach=""))
    assert context.initiatives.row(reading).state is InitiativeState.DRAFT
