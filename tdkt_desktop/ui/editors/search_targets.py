"""What the find bar searches through: the continuous text, and the sheets of annexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.block_format import style_at
from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle
from tdkt_desktop.ui.editors.text_search import Query, qt_length, spans
from tdkt_desktop.ui.tables.sheet import LinePlace, lines, with_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.documents.blocks import Table
    from tdkt_desktop.ui.editors.annex_sheet import AnnexSheet
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor
    from tdkt_desktop.ui.theme.theme import Theme

_MARK = "search"


class SearchTarget(Protocol):
    """A place that can be searched; hits are counted from 0 in reading order."""

    def find(self, query: Query) -> int:
        """Look for the words and return how often they stand there."""

    def current(self) -> int:
        """Return the number of the first hit at or after the cursor."""

    def show(self, hit: int) -> None:
        """Bring a hit to sight and select it."""

    def replace(self, hit: int, words: str) -> None:
        """Put other words in the place of a hit."""

    def replace_all(self, words: str) -> int:
        """Put other words in the place of all hits, as one step; return how many."""

    def clear(self) -> None:
        """Take the marks off."""


class TextTarget:
    """Searches the continuous text."""

    def __init__(self, editor: PlanEditor, theme: Theme, bring: Callable[[], object]) -> None:
        self._editor, self._theme, self._bring = editor, theme, bring
        self._hits: list[tuple[int, int]] = []

    def find(self, query: Query) -> int:
        self._hits = []
        block = self._editor.document().begin()
        while block.isValid():
            if style_at(block) is not ParagraphStyle.TABLE:
                text = block.text()
                for start, end in spans(query, text):
                    at = block.position() + qt_length(text[:start])
                    self._hits.append((at, at + qt_length(text[start:end])))
            block = block.next()
        self._paint()
        return len(self._hits)

    def current(self) -> int:
        place = self._editor.textCursor().selectionStart()
        return sum(start < place for start, _end in self._hits)

    def show(self, hit: int) -> None:
        self._bring()
        self._editor.setTextCursor(self._cursor(*self._hits[hit]))
        self._editor.ensureCursorVisible()

    def replace(self, hit: int, words: str) -> None:
        self._replace([self._hits[hit]], words)

    def replace_all(self, words: str) -> int:
        self._replace(self._hits, words)
        return len(self._hits)

    def clear(self) -> None:
        self._hits = []
        self._paint()

    def _replace(self, hits: Sequence[tuple[int, int]], words: str) -> None:
        if self._editor.isReadOnly() or not hits:
            return
        with self._editor.act(_("thay thế")) as cursor:
            for start, end in reversed(hits):
                cursor.setPosition(start + 1)
                letters = cursor.charFormat()
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(words, letters)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint(self) -> None:
        selections = []
        for start, end in self._hits:
            one = QTextEdit.ExtraSelection()
            one.cursor = self._cursor(start, end)
            one.format.setBackground(QColor(self._theme.tokens.mark))
            selections.append(one)
        self._editor.mark(_MARK, selections)


@dataclass(frozen=True, slots=True)
class _CellHit:
    place: LinePlace
    column: int
    start: int
    end: int


class SheetTarget:
    """Searches the cells and titles of a sheet."""

    def __init__(self, sheet: AnnexSheet, bring: Callable[[], object]) -> None:
        self._sheet, self._bring = sheet, bring
        self._hits: list[_CellHit] = []

    def find(self, query: Query) -> int:
        table = self._sheet.table
        self._hits = [
            _CellHit(place, column, start, end)
            for place in lines(table)
            for column, text in enumerate(_texts(table, place))
            for start, end in spans(query, text.plain)
        ]
        return len(self._hits)

    def current(self) -> int:
        return 0

    def show(self, hit: int) -> None:
        self._bring()
        found = self._hits[hit]
        self._sheet.go_to(found.place, found.column)

    def replace(self, hit: int, words: str) -> None:
        self._write([self._hits[hit]], words)

    def replace_all(self, words: str) -> int:
        self._write(self._hits, words)
        return len(self._hits)

    def clear(self) -> None:
        self._hits = []

    def _write(self, hits: Sequence[_CellHit], words: str) -> None:
        table = self._sheet.table
        for hit in reversed(hits):
            text = _texts(table, hit.place)[hit.column]
            changed = text[: hit.start] + RichText(words) + text[hit.end :]
            table = with_cell(table, hit.place, hit.column, changed)
        self._sheet.sheet.change(table, _("thay thế"))


def _texts(table: Table, place: LinePlace) -> tuple[RichText, ...]:
    group = table.groups[place.group]
    return (group.title,) if place.row is None else group.rows[place.row].cells
