"""What an initiative has in common with others of the school, side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.initiatives.words import number
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tdkt_desktop.services.similarity import SimilarWork
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.vietnamese.overlap import Stretch

_GAP: Final = 12
_HINT: Final = N_(
    "Chỉ để tham khảo: câu trích, mẫu câu và tên bài dạy giống nhau là bình thường. "
    "Việc kết luận trùng hay không do Hội đồng xem xét."
)


class SimilarityView(QWidget):
    """Left the works found, right both texts with the passages marked."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._names = {part.key: part.name for part in desk.context.initiatives.law.parts}
        self._found: tuple[SimilarWork, ...] = ()
        self._own: Mapping[str, str] = {}
        self._passage = 0
        self.works = QListWidget()
        self.works.setAccessibleName(_("Sáng kiến có chỗ giống"))
        self.own, self.other = self._text(_("Sáng kiến này")), self._text(_("Sáng kiến trong kho"))
        self._state, self._place = text_label("", "hint", wrap=True), text_label("", "hint")
        self._other_title = text_label("", "strong", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.works.currentRowChanged.connect(self._show)
        self.works.itemActivated.connect(lambda _item: self._open())
        self._theme.changed.connect(self._mark)

    @staticmethod
    def _text(name: str) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setReadOnly(True)
        edit.setAccessibleName(name)
        edit.setTabChangesFocus(True)
        return edit

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self._place)
        tools.addStretch(1)
        for icon, words, step in (
            ("arrow-up", _("Đoạn giống trước"), -1),
            ("arrow-down", _("Đoạn giống sau"), 1),
        ):
            tools.addWidget(tool_button(self._theme, icon, words, partial(self.go, step)))
        button = tool_button(
            self._theme, "open-in-new", _("Mở sáng kiến trong kho"), self._open, words=_("Mở")
        )
        tools.addWidget(button)
        texts = QSplitter(Qt.Orientation.Horizontal)
        for title, edit in (
            (text_label(_("Sáng kiến này"), "strong"), self.own),
            (self._other_title, self.other),
        ):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(title)
            column.addWidget(edit, 1)
            texts.addWidget(part)
        texts.setProperty("gap", True)
        texts.setHandleWidth(_GAP)
        texts.setChildrenCollapsible(False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addWidget(texts, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setProperty("gap", True)
        both.setHandleWidth(_GAP)
        both.addWidget(self.works)
        both.addWidget(right)
        both.setStretchFactor(1, 3)
        both.setChildrenCollapsible(False)
        self.works.setWordWrap(True)
        self.works.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.works.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self._stack.addWidget(both)
        empty = QWidget()
        rest = QVBoxLayout(empty)
        self._nothing = text_label("", "hint", wrap=True)
        rest.addWidget(self._nothing)
        rest.addStretch(1)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(self._state)
        layout.addWidget(self._stack, 1)
        self._state.setText(_(_HINT))

    # --- what is shown ---

    def show_waiting(self) -> None:
        """Say that the archive is being looked through."""
        self._nothing.setText(_("Đang đối chiếu với các sáng kiến trong kho…"))
        self._stack.setCurrentIndex(1)

    def show_found(self, own: Mapping[str, str], found: Sequence[SimilarWork]) -> None:
        """Show what was found for a text."""
        self._own, self._found = own, tuple(found)
        self.works.blockSignals(True)
        self.works.clear()
        for work in self._found:
            item = QListWidgetItem(_named(work))
            item.setToolTip(f"{work.title}\n{work.author_names}, {work.year}")
            self.works.addItem(item)
        self.works.blockSignals(False)
        self._nothing.setText(_("Không thấy đoạn nào giống các sáng kiến khác của trường."))
        self._stack.setCurrentIndex(0 if self._found else 1)
        if self._found:
            self.works.setCurrentRow(0)
            self._show(0)

    def go(self, step: int) -> None:
        """Go to another passage of the pair that is shown."""
        work = self._current()
        if work is not None and work.passages:
            self._passage = (self._passage + step) % len(work.passages)
            self._mark()
            self._scroll()

    # --- inside ---

    def _current(self) -> SimilarWork | None:
        row = self.works.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self, _row: int) -> None:
        work = self._current()
        if work is None:
            return
        self._passage = 0
        self._own_starts = self._write(self.own, self._own)
        self._other_starts = self._write(self.other, work.parts)
        self._other_title.setText(f"{work.title} ({work.author_names}, {work.year})")
        self._mark()
        self._scroll()

    def _write(self, edit: QPlainTextEdit, parts: Mapping[str, str]) -> dict[str, int]:
        """Show the parts of a text under their headings; return where each begins."""
        starts: dict[str, int] = {}
        text = ""
        for key, name in self._names.items():
            if parts.get(key):
                text += f"{name.upper()}\n"
                starts[key] = len(text)
                text += f"{parts[key]}\n\n"
        edit.setPlainText(text)
        return starts

    def _mark(self) -> None:
        work = self._current()
        if work is None:
            return
        sides = (
            (self.own, self._own_starts, [one.own for one in work.passages]),
            (self.other, self._other_starts, [one.other for one in work.passages]),
        )
        for edit, starts, stretches in sides:
            edit.setExtraSelections(self._selections(edit, starts, stretches))
        count = len(work.passages)
        words = _("Đoạn {n} / {all}, {long} tiếng liền nhau")
        self._place.setText(
            words.format(n=self._passage + 1, all=count, long=work.passages[self._passage].length)
            if count
            else _("Chỉ tên gần giống nhau.")
        )

    def _selections(
        self, edit: QPlainTextEdit, starts: Mapping[str, int], stretches: Sequence[Stretch]
    ) -> list[QTextEdit.ExtraSelection]:
        found = []
        tokens = self._theme.tokens
        for number_of, stretch in enumerate(stretches):
            if stretch.part not in starts:
                continue
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(tokens.mark))
            look.setForeground(QColor(tokens.text))
            if number_of == self._passage:
                look.setFontUnderline(True)
                look.setUnderlineColor(QColor(tokens.accent))
            selection.format = look
            selection.cursor = _cursor(edit, starts[stretch.part], stretch)
            found.append(selection)
        return found

    def _scroll(self) -> None:
        work = self._current()
        if work is None or not work.passages:
            return
        passage = work.passages[self._passage]
        for edit, starts, stretch in (
            (self.own, self._own_starts, passage.own),
            (self.other, self._other_starts, passage.other),
        ):
            if stretch.part in starts:
                cursor = _cursor(edit, starts[stretch.part], stretch)
                cursor.setPosition(cursor.selectionStart())
                edit.setTextCursor(cursor)
                edit.centerCursor()

    def _open(self) -> None:
        work = self._current()
        if work is not None:
            self.opened.emit(work.id)


def _cursor(edit: QPlainTextEdit, start: int, stretch: Stretch) -> QTextCursor:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start + stretch.start)
    cursor.setPosition(start + stretch.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _named(work: SimilarWork) -> str:
    share = _("{share}% giống, {n} đoạn").format(
        share=number(round(work.share * 100, 1)) or "0", n=len(work.passages)
    )
    told = share if work.passages else _("Tên gần giống")
    return f"{told}\n{work.title}\n{work.year}"
