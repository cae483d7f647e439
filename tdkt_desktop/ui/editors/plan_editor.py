"""The plan's text as one continuous page of paragraphs whose numbers are painted, not typed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from tdkt_desktop.documents.blocks import Level
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.block_format import (
    BOLD_PROPERTY,
    ITALIC_PROPERTY,
    TABLE_PROPERTY,
    indent_width,
    letters_of,
    look_of,
    style_at,
)
from tdkt_desktop.ui.editors.editor_painter import EditorPainter
from tdkt_desktop.ui.editors.paragraph_mirror import ParagraphMirror
from tdkt_desktop.ui.editors.paragraph_style import (
    FACTS,
    ParagraphStyle,
    following,
    moved,
    other_form,
    style_for,
)
from tdkt_desktop.ui.editors.pasted_text import pasted_text
from tdkt_desktop.ui.editors.text_acts import (
    mark_range,
    order_for_move,
    restyle,
    rewrite,
    select_whole,
)
from tdkt_desktop.ui.editors.text_conversion import (
    EditedParagraph,
    TableShelf,
    plain_paragraphs,
    write_paragraph,
    write_paragraphs,
)
from tdkt_desktop.ui.editors.typed_marks import style_of_mark
from tdkt_desktop.ui.editors.undo_names import UndoNames
from tdkt_desktop.ui.theme.theme import paper_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.ui.theme.theme import Theme

_SIDE: Final = 34
_TOP_LEVELS: Final = (Level.PART, Level.ROMAN, Level.TEXT)
_ZOOM: Final = (8.0, 28.0)
_PAPER_SIZE: Final = 13.0
_LONGEST_WORD: Final = 5000


class PlanEditor(QTextEdit):
    """Edits the preamble, body and closing of a plan.

    Numbers follow from the styles. Tab and Shift+Tab change a paragraph's level, Enter at the end
    of a title opens what usually follows it, Enter in an empty paragraph goes one level up.
    `pictures_refused` tells that a picture was pasted, which a plan cannot hold.
    """

    style_changed = Signal(object)
    table_opened = Signal(int)
    pictures_refused = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shelf = TableShelf()
        self._recognise: Callable[[str], tuple[EditedParagraph, ...]] = plain_paragraphs
        self._marked: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setProperty("paper", True)
        self.setAccessibleName(_("Nội dung kế hoạch"))
        self.setAcceptRichText(False)
        self._set_size(_PAPER_SIZE)
        self.document().setDocumentMargin(_SIDE)
        self.mirror = ParagraphMirror(self.document(), self._shelf)
        self.undo_names = UndoNames(self.document())
        self._painter = EditorPainter(self, self.mirror, theme)
        self.cursorPositionChanged.connect(self._tell_style)
        theme.changed.connect(self.viewport().update)

    # --- the whole text ---

    def set_paragraphs(self, paragraphs: Iterable[EditedParagraph]) -> None:
        """Show a text from its beginning; what was done before cannot be taken back."""
        items = list(paragraphs) or [EditedParagraph(ParagraphStyle.TEXT, RichText())]
        self.document().setUndoRedoEnabled(False)
        self.clear()
        for item in items:
            self._fit_wrapping(item.text.plain)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        write_paragraphs(cursor, items, self._shelf)
        cursor.endEditBlock()
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paragraphs(self) -> tuple[EditedParagraph, ...]:
        """Return the text as it stands, without what an input method is still composing."""
        return self.mirror.paragraphs()

    @property
    def shelf(self) -> TableShelf:
        """Where the tables lie that paragraphs stand for."""
        return self._shelf

    def set_recogniser(self, recognise: Callable[[str], tuple[EditedParagraph, ...]]) -> None:
        """Say what turns pasted text into paragraphs with styles."""
        self._recognise = recognise

    def mark(self, kind: str, selections: list[QTextEdit.ExtraSelection]) -> None:
        """Mark stretches of the text, such as what a search has found, beside other marks."""
        self._marked[kind] = selections
        self.setExtraSelections([one for found in self._marked.values() for one in found])

    def go_to(self, number: int) -> None:
        """Put the cursor at the start of a paragraph, in the upper part of the view."""
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        self.setTextCursor(cursor)
        box = self._painter.box_of(cursor.block())
        room = self.viewport().height() / 4
        if not 0 <= box.top() <= 3 * room:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + int(box.top() - room))

    # --- styles ---

    @property
    def paragraph_style(self) -> ParagraphStyle:
        """The style of the paragraph with the cursor."""
        return style_at(self.textCursor().block())

    def set_style(self, style: ParagraphStyle) -> None:
        """Give the selected paragraphs just this style."""
        with self._act(_("đổi kiểu đoạn")):
            for block in self._chosen_blocks():
                restyle(block, style)
        self._tell_style()

    def set_level(self, level: Level) -> None:
        """Give the selected paragraphs a level; the one they have turns title into clause."""
        facts = FACTS[self.paragraph_style]
        if facts.level is level:
            self.set_style(other_form(self.paragraph_style))
        elif level is Level.TEXT:
            self.set_style(ParagraphStyle.TEXT)
        else:
            self.set_style(style_for(level, heading=facts.heading))

    def change_level(self, steps: int) -> None:
        """Move the selected paragraphs some levels deeper, or higher when negative."""
        with self._act(_("hạ cấp đoạn") if steps > 0 else _("nâng cấp đoạn")):
            for block in self._chosen_blocks():
                restyle(block, moved(style_at(block), steps))
        self._tell_style()

    def _chosen_blocks(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(max(cursor.selectionEnd() - cursor.hasSelection(), 0))
        numbers = range(first, max(last.blockNumber(), first) + 1)
        return [document.findBlockByNumber(number) for number in numbers]

    # --- marks ---

    def toggle_bold(self) -> None:
        """Switch bold on the selection, or on what is typed next."""
        self._toggle_mark(BOLD_PROPERTY, _("in đậm"))

    def toggle_italic(self) -> None:
        """Switch italic on the selection, or on what is typed next."""
        self._toggle_mark(ITALIC_PROPERTY, _("in nghiêng"))

    def _toggle_mark(self, mark: int, name: str) -> None:
        current = self.currentCharFormat()
        on = not current.boolProperty(mark)
        if self.textCursor().hasSelection():
            with self._act(name):
                for block in self._chosen_blocks():
                    mark_range(block, self.textCursor(), mark, on=on)
            return
        marks = {key: current.boolProperty(key) for key in (BOLD_PROPERTY, ITALIC_PROPERTY)}
        marks[mark] = on
        bold, italic = marks[BOLD_PROPERTY], marks[ITALIC_PROPERTY]
        self.setCurrentCharFormat(letters_of(self.paragraph_style, bold=bold, italic=italic))

    # --- moving and inserting ---

    def move_paragraphs(self, steps: int) -> None:
        """Move the selected paragraphs one place up (-1) or down (1)."""
        blocks = self._chosen_blocks()
        first, last = blocks[0].blockNumber(), blocks[-1].blockNumber()
        target = first - 1 if steps < 0 else last + 2
        if 0 <= target <= self.document().blockCount():
            self._move(first, last, target, _("chuyển đoạn"))

    def move_range(self, first: int, last: int, before: int) -> None:
        """Move paragraphs `first`..`last` so that they stand before paragraph `before`."""
        if not first <= before <= last + 1:
            self._move(first, last, before, _("chuyển mục"))

    def _move(self, first: int, last: int, before: int, name: str) -> None:
        """Move paragraphs; the cursor stays on its letter, or what moved is selected."""
        place = self.textCursor().positionInBlock()
        number = self.textCursor().blockNumber() - first
        at, order, start = order_for_move(first, last, before)
        with self._act(name):
            rewrite(self.document(), at, order, self._shelf)
        if first == last and number == 0:
            self._put_cursor(start, place)
        else:
            self._select_blocks(start, start + last - first)

    def _put_cursor(self, number: int, place: int) -> None:
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(place, block.length() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _select_blocks(self, first: int, last: int) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(first))
        end = self.document().findBlockByNumber(last)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_paragraphs(self, items: Iterable[EditedParagraph], name: str) -> None:
        """Insert whole paragraphs after the one with the cursor, or in its place if it is empty."""
        listed = list(items)
        if not listed or self.isReadOnly():
            return
        cursor = self.textCursor()
        with self._act(name):
            cursor.removeSelectedText()
            if cursor.block().text().strip() or style_at(cursor.block()) is ParagraphStyle.TABLE:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                cursor.insertBlock()
            write_paragraphs(cursor, listed, self._shelf)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_words(self, words: str, name: str) -> None:
        """Insert words at the cursor with the look of the words around them."""
        if not self.isReadOnly() and not self._on_table():
            with self._act(name):
                self.textCursor().insertText(words)

    def replace_table(self, block_number: int, table: Table) -> None:
        """Put an edited table in the place of the one in a paragraph."""
        cursor = QTextCursor(self.document().findBlockByNumber(block_number))
        select_whole(cursor)
        with self._act(_("sửa bảng")):
            cursor.removeSelectedText()
            item = EditedParagraph(ParagraphStyle.TABLE, RichText(), table)
            write_paragraph(cursor, item, self._shelf)

    def table_at(self, block_number: int) -> Table:
        """Return the table that a paragraph stands for."""
        block = self.document().findBlockByNumber(block_number)
        return self._shelf.get(block.blockFormat().intProperty(TABLE_PROPERTY))

    @contextmanager
    def _act(self, name: str) -> Iterator[None]:
        """Make one undo step, with a name, of what is done inside."""
        cursor = self.textCursor()
        with self.undo_names.named(name):
            cursor.beginEditBlock()
            try:
                yield
            finally:
                cursor.endEditBlock()

    @contextmanager
    def act(self, name: str) -> Iterator[QTextCursor]:
        """Give a cursor whose changes are one undo step with a name."""
        cursor = QTextCursor(self.document())
        with self.undo_names.named(name):
            cursor.beginEditBlock()
            try:
                yield cursor
            finally:
                cursor.endEditBlock()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if self._on_table() and self._table_key(event):
            return
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        """Do what a key means here beyond typing; tell whether there was anything."""
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Tab and plain:
            self.change_level(1)
        elif key == Qt.Key.Key_Backtab:
            self.change_level(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._enter()
        elif key == Qt.Key.Key_Backspace and plain and self._at_start_of_numbered():
            self.set_style(ParagraphStyle.TEXT)
        elif key == Qt.Key.Key_Space and plain and self._typed_mark() is not None:
            self._take_typed_mark()
        elif modifiers == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Up:
            self.move_paragraphs(-1)
        elif modifiers == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.move_paragraphs(1)
        else:
            return False
        return True

    def _enter(self) -> None:
        cursor = self.textCursor()
        style = self.paragraph_style
        empty = not cursor.block().text().strip() and not cursor.hasSelection()
        if empty and FACTS[style].level not in _TOP_LEVELS:
            self.set_style(moved(style, -1))
            return
        with self._act(_("xuống đoạn")):
            cursor.removeSelectedText()
            at_end = cursor.atBlockEnd()
            cursor.insertBlock()
            next_style = following(style) if at_end else style
            look = look_of(next_style)
            cursor.setBlockFormat(look.block)
            if at_end:
                cursor.setBlockCharFormat(look.letters)
                cursor.setCharFormat(look.letters)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _at_start_of_numbered(self) -> bool:
        cursor = self.textCursor()
        numbered = bool(self.mirror.label(cursor.blockNumber()))
        return cursor.atBlockStart() and not cursor.hasSelection() and numbered

    def _typed_mark(self) -> ParagraphStyle | None:
        """Return the style of a number typed at the start of a plain paragraph, as in Word."""
        cursor = self.textCursor()
        if self.paragraph_style is not ParagraphStyle.TEXT or cursor.hasSelection():
            return None
        return style_of_mark(cursor.block().text()[: cursor.positionInBlock()])

    def _take_typed_mark(self) -> None:
        style = self._typed_mark()
        if style is None:
            return
        cursor = self.textCursor()
        start = QTextCursor.MoveOperation.StartOfBlock
        with self._act(_("đánh số tự động")):
            cursor.movePosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            restyle(cursor.block(), style)
        self._tell_style()

    # --- tables in the text ---

    def _on_table(self) -> bool:
        return self.paragraph_style is ParagraphStyle.TABLE

    def _table_key(self, event: QKeyEvent) -> bool:
        """Keep the words that stand for a table from being typed into."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.table_opened.emit(self.textCursor().blockNumber())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_table()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True
        else:
            return bool(event.text().strip() and event.text().isprintable())
        return True

    def _remove_table(self) -> None:
        cursor = QTextCursor(self.textCursor().block())
        with self._act(_("xoá bảng")):
            select_whole(cursor)
            cursor.removeSelectedText()
            look = look_of(ParagraphStyle.TEXT)
            cursor.setBlockFormat(look.block)
            cursor.setBlockCharFormat(look.letters)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._on_table():
            self.table_opened.emit(self.textCursor().blockNumber())

    # --- input methods, paste, focus ---

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._on_table():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            if source.hasImage():
                self.pictures_refused.emit()
            return
        self._fit_wrapping(source.text())
        paragraphs = self._recognise(pasted_text(source))
        whole = len(paragraphs) > 1 or any(item.table is not None for item in paragraphs)
        if whole or (paragraphs and self._on_table()):
            self.insert_paragraphs(paragraphs, _("dán"))
        elif paragraphs:
            self.insert_words(paragraphs[0].text.plain, _("dán"))

    def _fit_wrapping(self, text: str) -> None:
        """Break anywhere once a word without end comes: looking for its end is quadratic."""
        if len(text) > _LONGEST_WORD and max(map(len, text.split()), default=0) > _LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasImage()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def zoom(self, steps: int) -> None:
        """Show the text larger or smaller; what is printed stays as it is."""
        low, high = _ZOOM
        self._set_size(min(max(self.font().pointSizeF() + steps, low), high))

    def _set_size(self, size: float) -> None:
        font = paper_font(size)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(indent_width(font))

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.under(QRectF(event.rect()))
        super().paintEvent(event)
        self._painter.numbers(QRectF(event.rect()))

    def _tell_style(self) -> None:
        self.viewport().update()
        self.style_changed.emit(self.paragraph_style)
