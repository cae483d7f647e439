"""The row under the tools that finds words and puts others in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.text_search import Query
from tdkt_desktop.ui.editors.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.ui.editors.search_targets import SearchTarget
    from tdkt_desktop.ui.theme.theme import Theme

_PAUSE_MS = 120
_FIELD = QSize(240, 0)


class FindBar(QFrame):
    """Searches all targets as one text; Enter and Shift+Enter go on, Esc closes."""

    closed = Signal()

    def __init__(self, theme: Theme, targets: Callable[[], Sequence[SearchTarget]]) -> None:
        super().__init__()
        self._targets = targets
        self._found: list[tuple[SearchTarget, int]] = []
        self._at = -1
        self.setProperty("bar", "head")
        self._words = _field(_("Tìm"))
        self._new = _field(_("Thay bằng"))
        self._marks = QCheckBox(_("Đúng dấu"))
        self._case = QCheckBox(_("Đúng chữ hoa"))
        self._count = QLabel()
        self._count.setProperty("look", "label")
        self._replace_row = QWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search_and_show)
        self._lay_out(theme)
        self._words.textChanged.connect(self._timer.start)
        for box in (self._marks, self._case):
            box.toggled.connect(self._timer.start)
        self.hide()

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        up = tool_button(theme, "chevron-up", _("Chỗ trước (Shift+F3)"), self.previous)
        down = tool_button(theme, "chevron-down", _("Chỗ sau (F3)"), self.next)
        leave = tool_button(theme, "close", _("Đóng (Esc)"), self.leave)
        row = (self._words, up, down, self._count, self._marks, self._case)
        for column, widget in enumerate(row):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(6, 1)
        grid.addWidget(leave, 0, 7)
        self._one = QPushButton(_("Thay"))
        self._all = QPushButton(_("Thay tất cả"))
        self._one.clicked.connect(self.replace)
        self._all.clicked.connect(self.replace_all)
        self._second = (self._new, self._one, self._all)
        grid.addWidget(self._new, 1, 0)
        grid.addWidget(self._one, 1, 1, 1, 2)
        grid.addWidget(self._all, 1, 3, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar, with the words that were selected."""
        for widget in self._second:
            widget.setVisible(replacing)
        if words and "\u2029" not in words:
            self._words.setText(words)
        self.show()
        self._words.setFocus()
        self._words.selectAll()
        self._search()

    def leave(self) -> None:
        """Close the bar and take the marks off."""
        for target in self._targets():
            target.clear()
        self._found = []
        self.hide()
        self.closed.emit()

    def next(self) -> None:
        """Go to the next place, from the end on to the beginning."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def replace(self) -> None:
        """Put the other words in the place that is shown, and go on."""
        self._refresh_if_stale()
        if 0 <= self._at < len(self._found):
            target, hit = self._found[self._at]
            target.replace(hit, self._new.text())
            at = self._at
            self._search()
            self._at = at - 1
        self._step(1)

    def replace_all(self) -> None:
        """Put the other words in all places; one undo step for the text and one for each sheet."""
        self._search()
        count = sum(target.replace_all(self._new.text()) for target in self._targets())
        self._search()
        self._count.setText(_("Đã thay {count} chỗ").format(count=count))

    @property
    def count_text(self) -> str:
        """What the bar says about how many places there are."""
        return self._count.text()

    def _search_and_show(self) -> None:
        self._search()
        if self._found:
            self._show(max(self._at, 0))

    def _search(self) -> None:
        query = Query(self._words.text(), self._marks.isChecked(), self._case.isChecked())
        self._found, self._at = [], -1
        for place, target in enumerate(self._targets()):
            hits = target.find(query)
            if place == 0 and hits:
                self._at = min(target.current(), hits) - 1
            self._found += [(target, hit) for hit in range(hits)]
        self._tell()

    def _refresh_if_stale(self) -> None:
        at = self._at
        self._search()
        self._at = min(at, len(self._found) - 1) if at >= 0 else self._at

    def _step(self, by: int) -> None:
        self._refresh_if_stale()
        if self._found:
            self._show((self._at + by) % len(self._found))

    def _show(self, at: int) -> None:
        self._at = at
        target, hit = self._found[at]
        target.show(hit)
        self._tell()

    def _tell(self) -> None:
        total = len(self._found)
        if not self._words.text():
            self._count.setText("")
        elif not total:
            self._count.setText(_("Không thấy"))
        else:
            self._count.setText(f"{self._at + 1} / {total}" if self._at >= 0 else f"{total}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setMinimumWidth(_FIELD.width())
    return field
