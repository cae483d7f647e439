"""The smaller parts of the editor: search, outline, columns, dialogs, the row of tools."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton
from sample_plan import progress_table, sample_plan
from typing_hand import type_words

from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.numbering import block_labels
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.ui.editors.columns_dialog import ColumnsDialog
from tdkt_desktop.ui.editors.editor_actions import COMMANDS, make_commands
from tdkt_desktop.ui.editors.editor_toolbar import EditorToolBar
from tdkt_desktop.ui.editors.outline_entries import address, outline_entries
from tdkt_desktop.ui.editors.outline_tree import OutlineTree
from tdkt_desktop.ui.editors.paragraph_style import FACTS, ParagraphStyle
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.table_dialog import TableDialog
from tdkt_desktop.ui.editors.text_conversion import EditedParagraph, body_place, paragraphs_of
from tdkt_desktop.ui.editors.text_search import Query, qt_length, spans
from tdkt_desktop.ui.tables.sheet_columns import ColumnChoice, choices_of, with_columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.theme.theme import Theme

S = ParagraphStyle


def found(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end in spans(query, text)]


def test_words_without_marks_find_those_with_them() -> None:
    text = "Thi đua, THI ĐUA, thi dua, thì đùa"
    assert found(Query("thi dua"), text) == ["Thi đua", "THI ĐUA", "thi dua", "thì đùa"]
    assert found(Query("thi đua", marks=True), text) == ["Thi đua", "THI ĐUA"]
    assert found(Query("thi đua", marks=True, case=True), text) == []
    assert found(Query("Thi dua", case=True), text) == ["Thi đua"]
    assert found(Query(""), text) == []


@given(st.text(max_size=40), st.text(min_size=1, max_size=4))
def test_every_place_found_lies_in_the_text_and_none_overlap(text: str, words: str) -> None:
    end = 0
    for start, stop in spans(Query(words), text):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text("aáăđ bB", min_size=1, max_size=8), st.text("xyz", max_size=5))
def test_words_are_found_where_they_stand(words: str, before: str) -> None:
    hits = list(spans(Query(words, marks=True, case=True), f"{before}|{words}|"))
    assert (len(before) + 1, len(before) + 1 + len(words)) in hits


def test_letters_beyond_the_first_plane_take_two_places_of_qt() -> None:
    assert qt_length("a😀b") == 4


def test_the_outline_knows_what_stands_under_each_title() -> None:
    paragraphs = paragraphs_of(sample_plan())
    styles = [item.style for item in paragraphs]
    labels = ("", *block_labels(sample_plan().body), "")
    entries = outline_entries(paragraphs, labels)
    tops = [entry for entry in entries if FACTS[styles[entry.first]].level == 1]
    assert [entry.words.split(".")[0] for entry in tops] == ["I", "II", "III", "IV"]
    for one, other in itertools.pairwise(tops):
        assert one.last == other.first - 1
    assert paragraphs[tops[-1].last + 1].style is S.CLOSING


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        ([S.HEADING_ROMAN, S.HEADING_ARABIC, S.CLAUSE_DECIMAL], "I.1.1"),
        ([S.HEADING_ROMAN, S.HEADING_ARABIC, S.CLAUSE_LETTER, S.CLAUSE_DASH], "I.1.a"),
        ([S.HEADING_ROMAN, S.TEXT], "I"),
        ([S.PREAMBLE], ""),
    ],
)
def test_a_place_is_named_as_people_name_it(
    qtbot: QtBot, theme: Theme, styles: list[ParagraphStyle], expected: str
) -> None:
    editor = PlanEditor(theme)
    qtbot.addWidget(editor)
    editor.set_paragraphs(EditedParagraph(style, RichText("x")) for style in styles)
    labels = editor.mirror.labels()
    assert address(editor.mirror.styles(), labels, len(styles) - 1) == expected


def test_a_paragraph_knows_its_block_of_the_body() -> None:
    plan = sample_plan()
    paragraphs = [EditedParagraph(S.TEXT, RichText()), *paragraphs_of(plan)]
    assert body_place(paragraphs, 2) == 0
    assert body_place(paragraphs, 12) == 10
    assert body_place(paragraphs, len(paragraphs) - 1) == len(plan.body) - 1


def test_a_drop_in_the_outline_asks_for_the_move_and_moves_nothing_itself(
    qtbot: QtBot, theme: Theme
) -> None:
    tree = OutlineTree()
    qtbot.addWidget(tree)
    paragraphs = paragraphs_of(sample_plan())
    entries = outline_entries(paragraphs, ("", *block_labels(sample_plan().body), ""))
    tree.show_entries(entries)
    tree.resize(240, 500)
    tree.show()
    tree.setCurrentIndex(tree.model().index(2, 0))
    target = tree.visualRect(tree.model().index(0, 0))
    move = Qt.DropAction.MoveAction
    event = QDropEvent(
        QPointF(target.center()),
        move,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(tree.move_asked) as asked:
        tree.dropEvent(event)
    moved = next(entry for entry in entries if entry.words.startswith("III."))
    assert asked.args == [moved.first, moved.last, entries[0].first]
    assert tree.model().rowCount() == 4


def cells(table: Table) -> list[list[str]]:
    return [[cell.plain for cell in row.cells] for group in table.groups for row in group.rows]


def two_by_two() -> Table:
    columns = (Column("TT", ColumnRole.NUMBER), Column("Việc"), Column("Ngày", ColumnRole.DUE))
    rows = tuple(Row((RichText(a), RichText(b))) for a, b in (("họp", "5/9"), ("tổng kết", "25/5")))
    return Table(columns, (RowGroup(rows),))


def test_cells_follow_their_columns() -> None:
    number, work, day = choices_of(two_by_two())
    turned = with_columns(two_by_two(), [day, ColumnChoice(Column("Ghi chú")), work, number])
    assert cells(turned) == [["5/9", "", "họp"], ["25/5", "", "tổng kết"]]
    assert [column.title for column in turned.columns] == ["Ngày", "Ghi chú", "Việc", "TT"]


def test_a_second_column_of_numbers_is_an_ordinary_one() -> None:
    again = ColumnChoice(Column("Số", ColumnRole.NUMBER))
    table = with_columns(two_by_two(), [*choices_of(two_by_two()), again])
    assert table.columns[-1].role is ColumnRole.OTHER
    assert cells(table)[0] == ["họp", "5/9", ""]


def test_columns_are_added_named_ordered_and_removed_in_their_dialog(
    qtbot: QtBot, theme: Theme
) -> None:
    dialog = ColumnsDialog(two_by_two())
    qtbot.addWidget(dialog)
    assert dialog.edited_table() == two_by_two()
    dialog._grid.setCurrentCell(2, 0)
    dialog.add()
    dialog._grid.item(3, 0).setText("Kinh phí")
    dialog.shift(-1)
    titles = [column.title for column in dialog.edited_table().columns]
    assert titles == ["TT", "Việc", "Kinh phí", "Ngày"]
    dialog.remove()
    assert dialog.edited_table() == two_by_two()


def test_a_table_of_the_text_is_edited_as_a_sheet_in_its_dialog(qtbot: QtBot, theme: Theme) -> None:
    dialog = TableDialog(theme, progress_table(3))
    qtbot.addWidget(dialog)
    dialog.show()
    sheet = dialog.sheet
    sheet.setCurrentIndex(sheet.sheet.index(1, 1))
    sheet.insert_rows()
    assert sum(len(group.rows) for group in sheet.table.groups) == 4
    assert dialog.isVisible()
    sheet.sheet.undo_stack.undo()
    assert sheet.table == progress_table(3)


def test_tools_that_have_no_room_go_into_a_menu_and_come_back(qtbot: QtBot, theme: Theme) -> None:
    editor = PlanEditor(theme)
    qtbot.addWidget(editor)
    commands = make_commands(editor, theme, {one.key: lambda: None for one in COMMANDS})
    tools = EditorToolBar(commands)
    qtbot.addWidget(tools)
    tools.show()
    tools.resize(1800, tools.sizeHint().height())
    tools.fit(1800)
    assert tools._more.isHidden()
    for width in (1100, 852):
        tools.resize(width, tools.height())
        tools.fit(width)
        shown = {b.defaultAction() for b in tools.findChildren(QToolButton) if not b.isHidden()}
        menu = tools._more.menu()
        folded = set() if tools._more.isHidden() else set(menu.actions())
        for key in ("bold", "clauses", "find", "indent", "table", "up"):
            assert commands[key] in shown | folded
        assert tools._needed() <= width
    tools.fit(1800)
    assert tools._more.isHidden()


def test_a_cell_is_not_typed_into_while_its_sheet_is_locked(qtbot: QtBot, theme: Theme) -> None:
    dialog = TableDialog(theme, progress_table(3))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.sheet.set_locked(locked=True)
    dialog.sheet.setCurrentIndex(dialog.sheet.sheet.index(1, 1))
    type_words(dialog.sheet, "abc")
    qtbot.keyClick(dialog.sheet, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.sheet, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert dialog.sheet.table == progress_table(3)
