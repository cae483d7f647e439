"""The continuous text: styles, numbers, keys, typing in Vietnamese, paste."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from sample_plan import sample_plan
from typing_hand import commit, compose, retype, type_words

from tdkt_desktop.documents.blocks import Clause, Column, Heading, Level, Row, RowGroup, Table
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.services.reading import ReadingService
from tdkt_desktop.ui.editors.paragraph_mirror import ParagraphMirror
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.text_conversion import (
    EditedParagraph,
    TableShelf,
    edited,
    paragraphs_of,
    read_paragraph,
    with_paragraphs,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.theme.theme import Theme

S = ParagraphStyle
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> PlanEditor:
    made = PlanEditor(theme)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.setFocus()
    return made


def fill(editor: PlanEditor, *items: tuple[ParagraphStyle, str]) -> None:
    editor.set_paragraphs(
        EditedParagraph(style, RichText.from_markup(text)) for style, text in items
    )


def shown(editor: PlanEditor) -> list[tuple[str, str]]:
    items = zip(editor.mirror.labels(), editor.paragraphs(), strict=True)
    return [(label, item.text.to_markup()) for label, item in items]


def end_of(editor: PlanEditor, number: int) -> None:
    cursor = QTextCursor(editor.document().findBlockByNumber(number))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)


def test_a_plan_comes_back_as_it_was_shown(editor: PlanEditor) -> None:
    plan = sample_plan()
    editor.set_paragraphs(paragraphs_of(plan))
    assert with_paragraphs(plan, editor.paragraphs()) == plan


def test_tab_and_shift_tab_change_the_level_and_keep_words_marks_and_cursor(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    fill(editor, (S.HEADING_ROMAN, "Mục đích"), (S.CLAUSE_DASH, "Nâng **chất** lượng"))
    end_of(editor, 1)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert shown(editor)[1] == ("+", "Nâng **chất** lượng")
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert shown(editor)[1] == ("a)", "Nâng **chất** lượng")
    assert editor.textCursor().positionInBlock() == len("Nâng chất lượng")


def test_tab_over_several_paragraphs_keeps_them_selected(editor: PlanEditor, qtbot: QtBot) -> None:
    fill(editor, (S.CLAUSE_ARABIC, "Một"), (S.CLAUSE_ARABIC, "Hai"))
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert shown(editor) == [("a)", "Một"), ("b)", "Hai")]


def test_enter_after_a_title_opens_what_follows_and_twice_goes_up(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    fill(editor, (S.HEADING_ARABIC, "Yêu cầu"))
    end_of(editor, 0)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_words(editor, "Gọn")
    assert shown(editor) == [("1.", "Yêu cầu"), ("-", "Gọn")]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_words(editor, "Rõ")
    assert shown(editor)[2] == ("a)", "Rõ")


def test_enter_in_the_middle_splits_a_clause_in_two(editor: PlanEditor, qtbot: QtBot) -> None:
    fill(editor, (S.CLAUSE_LETTER, "Đầu Cuối"))
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shown(editor) == [("a)", "Đầu"), ("b)", "Cuối")]


def test_a_typed_number_becomes_the_style(editor: PlanEditor, qtbot: QtBot) -> None:
    type_words(editor, "1. Phát động")
    assert shown(editor) == [("1.", "Phát động")]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.paragraph_style is S.TEXT


def test_letters_are_counted_as_in_vietnamese(editor: PlanEditor) -> None:
    fill(editor, *[(S.CLAUSE_LETTER, str(n)) for n in range(7)])
    assert [label for label, _text in shown(editor)] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_alt_arrows_move_the_paragraph_and_the_cursor_stays_on_its_letter(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    fill(editor, (S.CLAUSE_DASH, "một"), (S.CLAUSE_DASH, "hai"), (S.CLAUSE_DASH, "ba"))
    cursor = QTextCursor(editor.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)
    type_words(editor, "X")
    assert [text for _label, text in shown(editor)] == ["một", "bXa", "hai"]
    qtbot.keyClick(editor, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(editor, Qt.Key.Key_Down, ALT)
    assert [text for _label, text in shown(editor)] == ["một", "hai", "bXa"]


def test_a_section_moves_with_everything_under_it(editor: PlanEditor) -> None:
    names = "abcde"
    fill(editor, *[(S.CLAUSE_DASH, name) for name in names])
    editor.move_range(1, 2, 5)
    assert [text for _label, text in shown(editor)] == ["a", "d", "e", "b", "c"]
    editor.move_range(3, 4, 0)
    assert [text for _label, text in shown(editor)] == ["b", "c", "a", "d", "e"]
    editor.undo()
    editor.undo()
    assert "".join(text for _label, text in shown(editor)) == names


def test_bold_on_a_selection_over_two_styles_is_one_named_step(editor: PlanEditor) -> None:
    fill(editor, (S.HEADING_ROMAN, "Mục"), (S.CLAUSE_DASH, "đoạn"))
    editor.selectAll()
    editor.toggle_bold()
    assert [text for _label, text in shown(editor)] == ["**Mục**", "**đoạn**"]
    assert editor.undo_names.undo_name == "in đậm"
    editor.undo()
    assert [text for _label, text in shown(editor)] == ["Mục", "đoạn"]
    assert editor.undo_names.redo_name == "in đậm"


def test_composition_and_its_commit_arrive_once(editor: PlanEditor, qtbot: QtBot) -> None:
    fill(editor, (S.CLAUSE_DASH, "Thi "))
    end_of(editor, 0)
    for preedit in ("d", "đ", "đu", "đua"):
        compose(editor, preedit)
        assert editor.paragraphs()[0].text.plain == "Thi"
    commit(editor, "đua")
    assert editor.paragraphs()[0].text.plain == "Thi đua"


def test_backspace_and_retype_of_unikey_survives_at_every_place(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    fill(editor, (S.CLAUSE_DASH, ""))
    retype(editor, "tieengs", 6, "iếng")
    retype(editor, " ddua", 4, "đua")
    assert shown(editor) == [("-", "tiếng đua")]


def test_emoji_right_to_left_words_and_nul_are_taken_or_cleaned(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    editor.insert_words("A😀B \u05e9\u05dc\u05d5\u05dd\x00 C", "gõ chữ")
    assert editor.paragraphs()[0].text.plain == "A😀B \u05e9\u05dc\u05d5\u05dd C"


def pasted(editor: PlanEditor, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    editor.insertFromMimeData(mime)


@pytest.fixture
def recognising(editor: PlanEditor) -> PlanEditor:
    service = ReadingService()
    editor.set_recogniser(lambda text: tuple(edited(service.recognise_text(text))))
    return editor


def test_text_from_word_is_recognised_with_its_levels(recognising: PlanEditor) -> None:
    pasted(recognising, "I. MỤC ĐÍCH\n1.\tPhát động thi đua.\n-\tTuần đầu.\na)\tViệc nhỏ.")
    assert [label for label, _text in shown(recognising)] == ["I.", "1.", "-", "a)"]
    assert recognising.undo_names.undo_name == "dán"
    recognising.undo()
    assert [text for _label, text in shown(recognising)] == [""]


def test_bold_and_italic_of_word_stay(recognising: PlanEditor) -> None:
    mime = QMimeData()
    mime.setText("I. MỤC ĐÍCH\n- Thi đua thật tốt.\n- Việc chung.")
    mime.setHtml(
        "<p><b>I. MỤC ĐÍCH</b></p><p>- Thi đua <b>thật <i>tốt</i></b>.</p><p>- Việc chung.</p>"
    )
    recognising.insertFromMimeData(mime)
    assert shown(recognising) == [
        ("I.", "MỤC ĐÍCH"),
        ("-", "Thi đua **thật** ***tốt***."),
        ("-", "Việc chung."),
    ]


def test_html_that_says_other_words_gives_way_to_the_text(recognising: PlanEditor) -> None:
    mime = QMimeData()
    mime.setText("- Một\n- Hai")
    mime.setHtml("<p><b>Một</b></p><p>Hai</p><p>quảng cáo</p>")
    recognising.insertFromMimeData(mime)
    assert shown(recognising) == [("-", "Một"), ("-", "Hai")]


def test_cells_from_excel_become_a_table(recognising: PlanEditor) -> None:
    pasted(recognising, 'Nội dung\tThời gian\n"Họp\nHội đồng"\t20/9\nTổng kết\t25/5\n')
    [table] = [item.table for item in recognising.paragraphs() if item.table]
    assert [column.title for column in table.columns] == ["Nội dung", "Thời gian"]
    assert table.groups[0].rows[0].cells[0].plain == "Họp\nHội đồng"


def test_one_line_is_pasted_into_the_words_around_it(recognising: PlanEditor) -> None:
    fill(recognising, (S.CLAUSE_DASH, "Thi  tốt"))
    cursor = recognising.textCursor()
    cursor.setPosition(4)
    recognising.setTextCursor(cursor)
    pasted(recognising, "đua")
    assert shown(recognising) == [("-", "Thi đua tốt")]


def test_a_pasted_picture_is_told_and_changes_nothing(editor: PlanEditor, qtbot: QtBot) -> None:
    fill(editor, (S.TEXT, "còn nguyên"))
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(editor.pictures_refused):
        editor.insertFromMimeData(mime)
    assert shown(editor) == [("", "còn nguyên")]


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "- Một việc của tổ chuyên môn.\n" * 6_667, "chữ thường\n" * 18_000],
    ids=["one-paragraph", "many-clauses", "many-small-lines"],
)
def test_two_hundred_thousand_characters_are_taken_whole(
    recognising: PlanEditor, text: str
) -> None:
    pasted(recognising, text)
    letters = sum(len(item.text.plain.replace(" ", "")) for item in recognising.paragraphs())
    assert letters == len(text.replace("\n", "").replace(" ", "").replace("-", ""))


def test_a_table_in_the_text_is_a_card_that_typing_does_not_break(
    editor: PlanEditor, qtbot: QtBot
) -> None:
    table = Table((Column("Việc"),), (RowGroup((Row((RichText("Họp"),)),)),))
    editor.set_paragraphs(edited((Heading(Level.ROMAN, RichText("Mục")), table)))
    end_of(editor, 1)
    type_words(editor, "abc")
    assert editor.paragraphs()[1].table == table
    with qtbot.waitSignal(editor.table_opened) as opened:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert opened.args == [1]
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.paragraphs()[1].table is None
    editor.undo()
    assert editor.paragraphs()[1].table == table


def test_a_locked_text_takes_no_key(editor: PlanEditor, qtbot: QtBot) -> None:
    fill(editor, (S.CLAUSE_DASH, "một"), (S.CLAUSE_DASH, "hai"))
    editor.setReadOnly(True)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_X):
        qtbot.keyClick(editor, key)
    qtbot.keyClick(editor, Qt.Key.Key_Down, ALT)
    pasted(editor, "thêm\nhai dòng")
    assert shown(editor) == [("-", "một"), ("-", "hai")]


@pytest.mark.parametrize("seed", range(12))
def test_the_mirror_is_never_other_than_the_text(
    editor: PlanEditor, qtbot: QtBot, seed: int
) -> None:
    """Whatever is done in whatever order, remembered paragraphs equal freshly read ones."""
    chance = random.Random(seed)
    fill(editor, *[(chance.choice(list(S)[4:]), f"đoạn {n}") for n in range(12)])
    acts = (
        lambda: editor.change_level(chance.choice((-1, 1))),
        lambda: editor.move_paragraphs(chance.choice((-1, 1))),
        lambda: qtbot.keyClick(editor, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(editor, Qt.Key.Key_Backspace),
        lambda: type_words(editor, "ab"),
        lambda: pasted(editor, "x\ny\nz"),
        editor.undo,
        editor.redo,
        editor.toggle_bold,
        lambda: editor.move_range(0, 1, 4),
    )
    for _step in range(40):
        cursor = editor.textCursor()
        cursor.setPosition(chance.randrange(editor.document().characterCount()))
        if chance.random() < 0.4:
            place = chance.randrange(editor.document().characterCount())
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        chance.choice(acts)()
        fresh = ParagraphMirror(editor.document(), TableShelf())
        assert editor.mirror.styles() == fresh.styles()
        assert editor.mirror.labels() == fresh.labels()
        assert editor.paragraphs() == fresh.paragraphs()


def test_a_clause_is_read_back_from_its_paragraph(editor: PlanEditor) -> None:
    clause = Clause(Level.DECIMAL, RichText.from_markup("a **b** *c* \\* d"))
    editor.set_paragraphs(edited((clause,)))
    read = read_paragraph(editor.document().begin(), TableShelf())
    assert read.text == clause.text
