"""The plan's text as one continuous page of paragraphs whose numbers are painted, not typed."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextBlock, QTextCursor
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
    weight_of,
)
from tdkt_desktop.ui.editors.painted_numbers import PaintedNumbers
from tdkt_desktop.ui.editors.paragraph_style import (
    FACTS,
    ParagraphStyle,
    following,
    moved,
    other_form,
)
from tdkt_desktop.ui.editors.text_conversion import (
    EditedParagraph,
    TableShelf,
    read_paragraph,
    write_paragraph,
    write_paragraphs,
)
from tdkt_desktop.ui.editors.undo_names import UndoNames
from tdkt_desktop.ui.theme.theme import paper_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPaintEvent, QWheelEvent

    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.ui.theme.theme import Theme

_SIDE: Final = 34
_TOP_LEVELS: Final = (Level.PART, Level.ROMAN, Level.TEXT)
_ZOOM: Final = (8.0, 28.0)
_PAPER_SIZE: Final = 13.0
_TYPED_MARKS: Final = {
    re.compile(r"-"): ParagraphStyle.CLAUSE_DASH,
    re.compile(r"\+"): ParagraphStyle.CLAUSE_PLUS,
    re.compile(r"[IVX]+\."): ParagraphStyle.HEADING_ROMAN,
    re.compile(r"\d+\."): ParagraphStyle.CLAUSE_ARABIC,
    re.compile(r"\d+\.\d+\.?"): ParagraphStyle.CLAUSE_DECIMAL,
    re.compile(r"[a-zđ]\)"): ParagraphStyle.CLAUSE_LETTER,
}


class PlanEditor(QTextEdit):
    """Edits the preamble, body and closing of a plan.

    Numbers follow from the styles. Tab and Shift+Tab change a paragraph's level, Enter at the end
    of a title opens what usually follows it, Enter in an empty paragraph goes one level up.
    """

    style_changed = Signal(object)
    table_opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shelf = TableShelf()
        self._recognise: Callable[[QMimeData], tuple[EditedParagraph, ...]] | None = None
        self.setProperty("paper", True)
        self.setAccessibleName(_("Nội dung kế hoạch"))
        self.setAcceptRichText(False)
        self._set_size(_PAPER_SIZE)
        self.document().setDocumentMargin(_SIDE)
        self.numbers = PaintedNumbers(self.document())
        self.undo_names = UndoNames(self.document())
        self.cursorPositionChanged.connect(self._tell_style)
        theme.changed.connect(self.viewport().update)

    # --- the whole text ---

    def set_paragraphs(self, paragraphs: Iterable[EditedParagraph]) -> None:
        """Show a text from its beginning; what was done before cannot be taken back."""
        items = list(paragraphs) or [EditedParagraph(ParagraphStyle.TEXT, RichText())]
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        write_paragraphs(cursor, items, self._shelf)
        cursor.endEditBlock()
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paragraphs(self) -> tuple[EditedParagraph, ...]:
        """Return the text as it stands, without what an input method is still composing."""
        return tuple(read_paragraph(block, self._shelf) for block in self.blocks())

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield the paragraphs of Qt's text."""
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def set_recogniser(self, recognise: Callable[[QMimeData], tuple[EditedParagraph, ...]]) -> None:
        """Say what turns pasted text into paragraphs with styles."""
        self._recognise = recognise

    # --- styles ---

    @property
    def paragraph_style(self) -> ParagraphStyle:
        """The style of the paragraph with the cursor."""
        return style_at(self.textCursor().block())

    def set_style(self, style: ParagraphStyle) -> None:
        """Give the selected paragraphs a style; the one they have turns title into clause."""
        same = style is self.paragraph_style
        chosen = other_form(style) if same else style
        with self._act(_("đổi kiểu đoạn")):
            for block in self._chosen_blocks():
                self._restyle(block, chosen)

    def set_exact_style(self, style: ParagraphStyle) -> None:
        """Give the selected paragraphs just this style."""
        with self._act(_("đổi kiểu đoạn")):
            for block in self._chosen_blocks():
                self._restyle(block, style)

    def change_level(self, steps: int) -> None:
        """Move the selected paragraphs some levels deeper, or higher when negative."""
        with self._act(_("hạ cấp đoạn") if steps > 0 else _("nâng cấp đoạn")):
            for block in self._chosen_blocks():
                self._restyle(block, moved(style_at(block), steps))

    def _restyle(self, block: QTextBlock, style: ParagraphStyle) -> None:
        if style_at(block) in (style, ParagraphStyle.TABLE):
            return
        item = read_paragraph(block, self._shelf)
        cursor = QTextCursor(block)
        place = self.textCursor().position() - block.position()
        inside = 0 <= place < block.length() and not self.textCursor().hasSelection()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        write_paragraph(cursor, EditedParagraph(style, item.text), self._shelf)
        if inside:
            self._put_cursor(cursor.block(), place)

    def _put_cursor(self, block: QTextBlock, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(place, block.length() - 1))
        self.setTextCursor(cursor)

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
        on = not self.currentCharFormat().boolProperty(mark)
        current = self.currentCharFormat()
        marks = {key: current.boolProperty(key) for key in (BOLD_PROPERTY, ITALIC_PROPERTY)} | {
            mark: on
        }
        with self._act(name):
            letters = letters_of(
                self.paragraph_style, bold=marks[BOLD_PROPERTY], italic=marks[ITALIC_PROPERTY]
            )
            self.mergeCurrentCharFormat(letters)

    # --- moving and inserting ---

    def move_paragraphs(self, steps: int) -> None:
        """Move the selected paragraphs one place up (-1) or down (1)."""
        blocks = self._chosen_blocks()
        first, last = blocks[0].blockNumber(), blocks[-1].blockNumber()
        target = first - 1 if steps < 0 else last + 1
        if 0 <= target < self.document().blockCount():
            order = list(range(first, last + 1))
            new_order = [*order, target] if steps < 0 else [target, *order]
            self._rewrite(min(first, target), new_order, _("chuyển đoạn"))
            self._select_blocks(first + steps, last + steps)

    def move_range(self, first: int, last: int, before: int) -> None:
        """Move paragraphs `first`..`last` so that they stand before paragraph `before`."""
        if first <= before <= last + 1:
            return
        moved_ones = list(range(first, last + 1))
        if before < first:
            order = [*moved_ones, *range(before, first)]
        else:
            order = [*range(last + 1, before), *moved_ones]
        self._rewrite(min(first, before), order, _("chuyển mục"))
        start = before if before < first else before - len(moved_ones)
        self._select_blocks(start, start)

    def _rewrite(self, first: int, order: list[int], name: str) -> None:
        """Write the paragraphs from `first` on in a new order."""
        document = self.document()
        items = [read_paragraph(document.findBlockByNumber(n), self._shelf) for n in order]
        cursor = QTextCursor(document.findBlockByNumber(first))
        last = document.findBlockByNumber(first + len(order) - 1)
        with self._act(name):
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            write_paragraphs(cursor, items, self._shelf)

    def _select_blocks(self, first: int, last: int) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(first))
        if last > first:
            end = self.document().findBlockByNumber(last)
            cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_paragraphs(self, items: Iterable[EditedParagraph], name: str) -> None:
        """Insert whole paragraphs after the one with the cursor, or in its place if it is empty."""
        listed = list(items)
        if not listed:
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
        with self._act(name):
            self.textCursor().insertText(words)

    def replace_table(self, block_number: int, table: Table) -> None:
        """Put an edited table in the place of the one in a paragraph."""
        cursor = QTextCursor(self.document().findBlockByNumber(block_number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
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

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
            self._restyle_current(ParagraphStyle.TEXT)
        elif key == Qt.Key.Key_Space and plain and self._typed_mark() is not None:
            self._take_typed_mark()
        else:
            return False
        return True

    def _enter(self) -> None:
        cursor = self.textCursor()
        style = self.paragraph_style
        empty = not cursor.block().text().strip() and not cursor.hasSelection()
        if empty and FACTS[style].level not in _TOP_LEVELS:
            self._restyle_current(moved(style, -1))
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

    def _restyle_current(self, style: ParagraphStyle) -> None:
        with self._act(_("đổi kiểu đoạn")):
            self._restyle(self.textCursor().block(), style)
        self._tell_style()

    def _at_start_of_numbered(self) -> bool:
        cursor = self.textCursor()
        numbered = bool(self.numbers.label(cursor.blockNumber()))
        return cursor.atBlockStart() and not cursor.hasSelection() and numbered

    def _typed_mark(self) -> ParagraphStyle | None:
        """Return the style of a number typed at the start of a plain paragraph, as in Word."""
        cursor = self.textCursor()
        if self.paragraph_style is not ParagraphStyle.TEXT or cursor.hasSelection():
            return None
        typed = cursor.block().text()[: cursor.positionInBlock()]
        return next((s for mark, s in _TYPED_MARKS.items() if mark.fullmatch(typed)), None)

    def _take_typed_mark(self) -> None:
        style = self._typed_mark()
        if style is None:
            return
        cursor = self.textCursor()
        with self._act(_("đánh số tự động")):
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            self._restyle(cursor.block(), style)
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
            self._remove_paragraph()
        else:
            return bool(event.text().strip() and event.text().isprintable())
        return True

    def _remove_paragraph(self) -> None:
        cursor = QTextCursor(self.textCursor().block())
        with self._act(_("xoá bảng")):
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            look = look_of(ParagraphStyle.TEXT)
            cursor.setBlockFormat(look.block)
            cursor.setBlockCharFormat(look.letters)

    # --- input methods, paste, focus ---

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._on_table():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paragraphs = self._recognise(source) if self._recognise is not None else ()
        if len(paragraphs) > 1 or any(item.table is not None for item in paragraphs):
            self.insert_paragraphs(paragraphs, _("dán"))
        elif paragraphs:
            self.insert_words(paragraphs[0].text.plain, _("dán"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

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
        painter = QPainter(self.viewport())
        self._paint_current_bar(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_numbers(painter, QRectF(event.rect()))
        painter.end()

    def _paint_current_bar(self, painter: QPainter) -> None:
        box = self._box_of(self.textCursor().block())
        painter.fillRect(box, QColor(self._theme.tokens.alt))
        bar = QRectF(box.left(), box.top(), 3, box.height())
        painter.fillRect(bar, QColor(self._theme.tokens.accent))

    def _paint_numbers(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QColor(self._theme.tokens.accent))
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            box = self._box_of(block)
            if box.top() > area.bottom():
                break
            self._paint_number(painter, block, box)
            block = block.next()

    def _paint_number(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        label = self.numbers.label(block.blockNumber())
        line = block.layout().lineAt(0)
        if not label or not line.isValid():
            return
        style = style_at(block)
        font = self.font()
        font.setWeight(weight_of(style))
        painter.setFont(font)
        baseline = self._origin_of(block).y() + line.y() + line.ascent()
        indent = look_of(style).number_indent * self.document().indentWidth()
        left = self.document().documentMargin() + indent
        painter.drawText(QPointF(left - self.horizontalScrollBar().value(), baseline), label)

    def _origin_of(self, block: QTextBlock) -> QPointF:
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return corner - QPointF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )

    def _box_of(self, block: QTextBlock) -> QRectF:
        box = self.document().documentLayout().blockBoundingRect(block)
        top = box.top() - self.verticalScrollBar().value()
        return QRectF(12, top - 2, self.viewport().width() - 24, box.height() + 4)

    def _tell_style(self) -> None:
        self.viewport().update()
        self.style_changed.emit(self.paragraph_style)
