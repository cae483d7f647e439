"""Everything on the screen is in the language of the person (E18, E19, E24)."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCollator, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from shipped_words import source_words
from whole_window import show_everything, whole_window

from tdkt_desktop.i18n import use_language
from tdkt_desktop.ui.qt_words import QtWords, install_qt_words
from tdkt_desktop.vietnamese.text import sort_key
from tests.support.sample_store import copied_store, newest_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.ui.assembly import Assembly
    from tdkt_desktop.ui.theme.theme import Theme

LETTERS = re.compile(r"[A-Za-zÀ-ỹĐđ]{2,}")
# Names and signs that are the same in every language.
SAME_EVERYWHERE = frozenset({"TĐKT", "Word", "PDF", "English", "Tiếng Việt", "dd/mm/yyyy"})
# What belongs to the school, to the law or to the machine and is shown as it is.
DATA = re.compile(
    r"(Kế hoạch Công tác |(Căn cứ )?(Luật|Nghị định|Thông tư) |/|Thứ \w+, \d|Chủ nhật, \d|TĐKT D)"
)

# Two cells with a line break in one and decomposed letters in the other, then an empty cell.
BLOCK = '"Dòng một\nDòng hai"\tHiệu tru\u031bo\u031b\u0309ng\r\n\tTổ 1\r\n'


@pytest.fixture
def everything(sample_store: Path, tmp_path: Path, theme: Theme) -> Iterator[Assembly]:
    store = copied_store(sample_store, tmp_path / "kho")
    with whole_window(store, tmp_path, theme) as assembly:
        show_everything(assembly, newest_draft(assembly.context))
        yield assembly


@pytest.fixture
def qt_words(qapp: QApplication) -> Iterator[QtWords]:
    words = install_qt_words(qapp)
    yield words
    qapp.removeTranslator(words)


# --- E18 ---


def test_every_word_of_the_window_is_in_the_catalogue(everything: Assembly) -> None:
    """What is shown and in no catalogue would stay Vietnamese for somebody who reads English."""
    known = KnownWords()
    unknown = {text for text in shown_words(everything.window) if not known.holds(text)}
    assert unknown == set()


def shown_words(window: QWidget) -> set[str]:
    """Return the words of commands, buttons, labels and hints; not what people typed."""
    found = {action.text() for action in window.findChildren(type(window.actions()[0]))}
    for widget in window.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
    return {text for text in found if LETTERS.search(text)}


class KnownWords:
    """The shipped messages as patterns: what a message leaves open fits anything."""

    def __init__(self) -> None:
        whole = (message.replace("&", "") for message in source_words())
        self._patterns = [re.compile(pattern_of(text), re.DOTALL) for text in whole]

    def holds(self, shown: str) -> bool:
        # Behind a tab menus show the key of a command.
        plain = shown.split("\t")[0].replace("&", "").removesuffix(" ▾").strip()
        if plain in SAME_EVERYWHERE or DATA.match(plain):
            return True
        return any(pattern.fullmatch(plain) for pattern in self._patterns)


def pattern_of(message: str) -> str:
    """Return the pattern of a message, allowing for a key named after it."""
    parts = re.split(r"\{[^}]*\}", message)
    return ".*".join(map(re.escape, parts)) + r"( \((Ctrl|Alt|Shift|Tab|F\d)[^)]*\)|: .*| /.*)?"


@pytest.mark.parametrize(
    ("button", "word"),
    [
        (QDialogButtonBox.StandardButton.Ok, "Đồng ý"),
        (QDialogButtonBox.StandardButton.Cancel, "Huỷ"),
        (QDialogButtonBox.StandardButton.Close, "Đóng"),
        (QDialogButtonBox.StandardButton.Save, "Lưu"),
        (QDialogButtonBox.StandardButton.Discard, "Bỏ"),
        (QDialogButtonBox.StandardButton.Help, "Trợ giúp"),
    ],
)
def test_buttons_of_qt_speak_vietnamese(
    qt_words: QtWords, qtbot: object, button: QDialogButtonBox.StandardButton, word: str
) -> None:
    box = QDialogButtonBox(button)
    assert box.button(button).text().replace("&", "") == word
    box.deleteLater()


def test_message_boxes_of_qt_speak_vietnamese(qt_words: QtWords, qapp: QApplication) -> None:
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts.isdisjoint({"Yes", "Cancel"})
    box.deleteLater()


def test_the_menu_of_a_text_field_speaks_vietnamese(qt_words: QtWords, qapp: QApplication) -> None:
    field = QLineEdit("chữ")
    menu = field.createStandardContextMenu()
    words = [re.sub(r"&|\t.*", "", action.text()) for action in menu.actions() if action.text()]
    assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xoá", "Chọn tất cả"]
    menu.deleteLater()
    field.deleteLater()


def test_qt_keeps_its_own_words_for_a_reader_of_english(qt_words: QtWords) -> None:
    use_language("en")
    try:
        assert not qt_words.translate("QPlatformTheme", "Cancel")
    finally:
        use_language("vi")
    assert qt_words.translate("QPlatformTheme", "Cancel") == "Huỷ"


def test_the_window_speaks_english_where_that_was_chosen(tmp_path: Path, theme: Theme) -> None:
    use_language("en")
    try:
        with whole_window(tmp_path / "kho", tmp_path, theme) as assembly:
            menus = [action.text() for action in assembly.window.top_bar.menus.actions()]
            assert menus[0].replace("&", "") == "File"
            assert assembly.plans.title() == "Plans"
    finally:
        use_language("vi")


# --- E19 ---


def test_names_are_ordered_as_qt_orders_vietnamese() -> None:
    collator = QCollator(QLocale("vi_VN"))
    # Qt without ICU, as on some systems, knows no Vietnamese and is no judge.
    if collator.compare("Đức", "Dũng") < 0 or collator.compare("ánh", "bình") > 0:
        pytest.skip("this Qt knows no Vietnamese order")
    names = ["An", "Ăn", "Ân", "Bình", "Dũng", "Đức", "Đoàn", "Em", "Hoà", "Hoa", "Oanh", "Ông",
             "Ơn", "Uyên", "Ước", "Yên", "Ý"]  # fmt: skip
    ours = list(names)
    random.Random(7).shuffle(ours)
    ours.sort(key=sort_key)
    theirs = sorted(names, key=collator.sortKey)
    assert ours == theirs


@pytest.mark.parametrize("typed", ["cong tac", "CÔNG TÁC", "công tác", "co\u0302ng ta\u0301c"])
def test_the_list_finds_without_diacritics_and_in_any_form(
    everything: Assembly, typed: str
) -> None:
    everything.plans.show_list()
    listed = everything.plans.list
    listed.filter.setText(typed)
    QApplication.processEvents()
    assert listed.model.rowCount() == listed.model.total > 1
    everything.window.top_bar.search.setText(typed)
    everything.finder.search()
    assert any("Công tác" in hit for hit in everything.finder.hits())
    listed.filter.clear()


# --- E24 ---


def test_the_wheel_over_a_choice_without_focus_changes_nothing(everything: Assembly) -> None:
    everything.window.show_page("settings")
    choices = [box for box in everything.window.findChildren(QComboBox) if box.count() > 1]
    assert len(choices) > 5
    for box in choices:
        box.clearFocus()
        before = box.currentIndex()
        for turn in (120, -120):
            QApplication.sendEvent(box, wheel(box, turn))
        assert box.currentIndex() == before, box.accessibleName()


def wheel(widget: QWidget, turn: int) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    return QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(QPoint(0, 0))),
        QPoint(0, 0),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_block_from_excel_is_one_step_that_can_be_taken_back(everything: Assembly) -> None:
    """Quoted line breaks, empty cells, decomposed letters and a trailing line end."""
    everything.window.show_page("plans")
    everything.plans.open_plan(everything.plans.editor.plan_id or 0)
    editor = everything.plans.editor
    editor.show_part("annex", 0)
    sheet = editor.parts.annexes[0].sheet
    before = editor.document().annexes[0]
    sheet.setCurrentIndex(sheet.model().index(1, 1))
    QApplication.clipboard().setText(
        '"Dòng một\nDòng hai"\tHiệu tru\u031bo\u031b\u0309ng\r\n\tTổ 1\r\n'
    )
    sheet.paste()
    pasted = editor.document().annexes[0]
    assert pasted != before
    assert "Hiệu trưởng" in str(pasted)
    editor.undo_focus.undo()
    assert editor.document().annexes[0] == before
