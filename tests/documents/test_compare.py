"""Two versions of a document are told apart as a person would tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from made_up import documents

from tdkt_desktop.documents.blocks import (
    Block,
    Clause,
    Column,
    ColumnRole,
    Heading,
    Level,
    Row,
    RowGroup,
    Table,
)
from tdkt_desktop.documents.compare import Change, ChangeKind, compare
from tdkt_desktop.documents.document import Annex, DocumentKind, OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.documents.walk import nodes


def dash(text: str) -> Clause:
    return Clause(Level.DASH, RichText.from_markup(text))


def row(uid: str, *cells: str) -> Row:
    return Row(tuple(map(RichText, cells)), uid=uid)


def table(*rows: Row) -> Annex:
    columns = (Column("TT", ColumnRole.NUMBER), Column("Việc"), Column("Hạn", ColumnRole.DUE))
    return Annex(RichText("TIẾN ĐỘ"), (Table(columns, (RowGroup(rows),)),))


def plan(*body: Block, annexes: tuple[Annex, ...] = ()) -> OfficialDocument:
    return OfficialDocument(
        DocumentKind.PLAN, "KẾ HOẠCH", RichText("Thi đua"), body=body, annexes=annexes
    )


def heading(text: str, level: Level = Level.ROMAN) -> Heading:
    return Heading(level, RichText(text))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind.value, change.old, change.new) for change in changes]


TEACH = dash("Tổ chức hội thi giáo viên dạy giỏi cấp trường")
LEARN = dash("Phát động phong trào học tốt ở mọi khối lớp")
PRAISE = dash("Biểu dương người tốt, việc tốt trước toàn trường")


def test_a_paragraph_that_came_or_went_is_new_or_gone_and_shifts_no_other() -> None:
    one, two = heading("MỤC ĐÍCH"), heading("NỘI DUNG")
    changes = compare(plan(one, TEACH, two, LEARN), plan(heading("KHÁC HẲN"), one, two, LEARN))
    assert told(changes) == [("new", "", "KHÁC HẲN"), ("gone", TEACH.text.plain, "")]
    assert changes[0].after
    assert changes[0].after.label == "I"
    assert changes[1].before
    assert changes[1].before.label == "I, gạch đầu dòng thứ 1"


def test_other_words_in_a_paragraph_are_a_change() -> None:
    now = dash("Tổ chức hội thi giáo viên dạy giỏi cấp phường")
    (change,) = compare(plan(TEACH, LEARN), plan(now, LEARN))
    assert change.kind is ChangeKind.CHANGED
    assert (change.old, change.new) == (TEACH.text.plain, now.text.plain)


def test_bold_is_a_change_too() -> None:
    (change,) = compare(plan(dash("Nêu gương")), plan(dash("**Nêu** gương")))
    assert change.kind is ChangeKind.CHANGED


def test_the_same_words_elsewhere_have_moved() -> None:
    (change,) = compare(plan(TEACH, LEARN, PRAISE), plan(LEARN, PRAISE, TEACH))
    assert change.kind is ChangeKind.MOVED
    assert change.before
    assert change.after
    assert (change.before.path, change.after.path) == ("body/0/text", "body/2/text")


def test_another_level_is_a_change_of_the_same_words() -> None:
    (change,) = compare(plan(heading("Nội dung")), plan(heading("Nội dung", Level.ARABIC)))
    assert (change.kind, change.old, change.new) == ("changed", "Nội dung", "Nội dung")


def test_fields_that_stand_alone_change_whatever_they_say() -> None:
    old = replace(plan(), issued_on=date(2026, 1, 5), place="Bến Hạc")
    new = replace(old, issued_on=date(2027, 2, 6), subject=RichText("Hoàn toàn khác"))
    assert [(c.kind, c.after and c.after.path) for c in compare(old, new)] == [
        ("changed", "issued_on"),
        ("changed", "subject"),
    ]


def test_a_row_is_followed_by_its_uid_and_told_cell_by_cell() -> None:
    old = plan(annexes=(table(row("a", "Họp xét", "Tháng 5"), row("b", "Sơ kết", "Tháng 6")),))
    new = plan(annexes=(table(row("b", "Sơ kết", "Tháng 7"), row("a", "Bình bầu", "Tháng 5")),))
    changes = compare(old, new)
    assert told(changes) == [
        ("changed", "Tháng 6", "Tháng 7"),
        ("changed", "Họp xét", "Bình bầu"),
    ]
    assert changes[0].after
    assert changes[0].after.label == "Phụ lục, dòng 1, Hạn"


def test_a_row_that_moved_and_changed_is_told_as_both() -> None:
    rows = row("a", "Họp xét", "Quý I"), row("b", "Sơ kết", "Quý II"), row("c", "Tổng kết", "Hè")
    old = plan(annexes=(table(*rows),))
    new = plan(annexes=(table(*rows[1:], row("a", "Họp xét", "Quý IV")),))
    assert told(compare(old, new)) == [
        ("moved", "Họp xét | Quý I", "Họp xét | Quý IV"),
        ("changed", "Quý I", "Quý IV"),
    ]


def test_a_row_without_uid_is_followed_by_its_words() -> None:
    old = plan(annexes=(table(row("", "Họp hội đồng xét khen thưởng", "")),))
    new = plan(annexes=(table(row("", "Họp hội đồng xét khen thưởng", "Quý I")),))
    (change,) = compare(old, new)
    assert (change.kind, change.before, change.old, change.new) == ("changed", None, "", "Quý I")


def test_nothing_is_told_twice_when_texts_repeat() -> None:
    same = dash("Như trên")
    assert told(compare(plan(same, same), plan(same, same, same))) == [("new", "", "Như trên")]


@settings(max_examples=25)
@given(documents())
def test_a_document_does_not_differ_from_itself(document: OfficialDocument) -> None:
    assert compare(document, document) == ()


@settings(max_examples=25)
@given(documents(), documents())
def test_every_text_of_both_versions_is_kept_or_told(
    old: OfficialDocument, new: OfficialDocument
) -> None:
    changes = compare(old, new)
    new_texts = {node.text.plain for node in nodes(new)}
    old_texts = {node.text.plain for node in nodes(old)}
    told_new = {text for change in changes for text in change.new.split(" | ")}
    told_old = {text for change in changes for text in change.old.split(" | ")}
    assert new_texts - old_texts <= told_new
    assert old_texts - new_texts <= told_old
