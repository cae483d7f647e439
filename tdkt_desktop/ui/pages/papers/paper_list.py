"""The list of documents: head, kinds at the left, the table with its filter and foot."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.papers.kind_tree import KindTree
from tdkt_desktop.ui.pages.papers.paper_actions import PaperActions
from tdkt_desktop.ui.pages.papers.paper_lines import (
    COLUMNS,
    EXPORT_COLUMN,
    NAME_COLUMN,
    STATE_COLUMN,
    PaperLine,
    count_words,
)
from tdkt_desktop.ui.tables.kept_columns import KeptColumns
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.paper_views import PaperKind
    from tdkt_desktop.ui.desk import Desk

_ICON: Final = QSize(18, 18)
_LAYOUT: Final = "paper-list"
_FOOT: Final = ("open", "print", "word", "pdf", "together", "folder", "issue")
_SEVERAL: Final = ("together", "folder")
_KINDS_FROM: Final = 60
_EXPORT_FROM: Final = 66
_WORDS_FROM: Final = 60
_LEAST_LETTERS: Final = 80
DRAFTS, ISSUED, STALE = "drafts", "issued", "stale"


class PaperList(QWidget):
    """Tells what was asked for: `acted` with an act and rows, `wanted` with a key of the head."""

    acted = Signal(str, list)
    wanted = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[PaperLine, ...] = ()
        self._kind = ""
        self.model: StateColumnsModel[PaperLine] = StateColumnsModel(
            COLUMNS, {STATE_COLUMN: lambda line: line.chip}
        )
        self.view = ListView(desk.theme, self.model, NAME_COLUMN)
        self.kinds = KindTree()
        self.filter = QLineEdit()
        self.kind_box, self.state_box = QComboBox(), QComboBox()
        self.actions_of_paper = PaperActions(desk.theme, self, self._act)
        self.empty = EmptyState(
            _("Chưa có văn bản nào. Chương trình soạn sẵn từ hội đồng, cuộc họp và công việc."),
            _("Soạn văn bản"),
        )
        self._count = text_label("", "hint")
        self._waiting = text_label("", "hint")
        self._none = text_label(_("Không có văn bản nào khớp với bộ lọc."), "hint")
        self._told = ElidedLabel("", "hint")
        self._buttons: dict[str, QToolButton] = {}
        self._columns = KeptColumns(desk.preferences, self.view, _LAYOUT, self.view.fit_columns)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    # --- making ---

    def _arrange(self) -> None:
        self.view.setAccessibleName(_("Danh sách văn bản"))
        self.view.setProperty("frameless", True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.filter.setPlaceholderText(_("Lọc số, ký hiệu, trích yếu…"))
        self.filter.setAccessibleName(_("Lọc văn bản"))
        self.filter.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._left = self._kind_panel()
        row.addWidget(self._left)
        row.addWidget(self._table_panel(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(self._head())
        layout.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        theme, row = self._desk.theme, QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(_("Văn bản"), "title"))
        row.addWidget(self._waiting)
        row.addStretch(1)
        register, thrown = _("Sổ văn bản đi"), _("Thùng rác")
        tell = self.wanted.emit
        self._head_buttons = [
            tool_button(
                theme, "format-list-numbered", register, partial(tell, "register"), words=register
            ),
            tool_button(theme, "delete-restore", thrown, partial(tell, "bin"), words=thrown),
        ]
        for button in self._head_buttons:
            row.addWidget(button)
        self.new = QPushButton(_("Văn bản mới"))
        self.new.setProperty("kind", "primary")
        self.new.setIconSize(BESIDE_WORDS)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self._kind))
        row.addWidget(self.new)
        theme.changed.connect(self._recolour)
        self._recolour()
        return row

    def _recolour(self) -> None:
        self.new.setIcon(self._desk.theme.icon("plus", self._desk.theme.tokens.on_accent))

    def _kind_panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(6, 6, 6, 6)
        head = text_label(_("Loại văn bản"), "section")
        head.setContentsMargins(8, 2, 0, 4)
        layout.addWidget(head)
        layout.addWidget(self.kinds, 1)
        return panel

    def _table_panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(10, 8, 10, 8)
        tools.setSpacing(8)
        tools.addWidget(self.filter, 1)
        for box, name in ((self.kind_box, _("Loại văn bản")), (self.state_box, _("Trạng thái"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(10)
            guard_wheel(box)
            tools.addWidget(box)
        for words, key in (
            (_("Mọi trạng thái"), ""),
            (_("Nháp"), DRAFTS),
            (_("Đã ban hành"), ISSUED),
            (_("Dữ liệu đã đổi"), STALE),
        ):
            self.state_box.addItem(words, key)
        layout.addLayout(tools)
        for part in (self.view, self._nothing(), self.empty):
            self._stack.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot())
        return panel

    def _nothing(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.addStretch(1)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignCenter)
        clear = QPushButton(_("Bỏ lọc"))
        clear.clicked.connect(self.clear_filter)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        return part

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("bar", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addWidget(self._told, 1)
        for key in _FOOT:
            button = QToolButton()
            button.setDefaultAction(self.actions_of_paper[key])
            button.setProperty("kind", "tool")
            button.setIconSize(_ICON)
            button.setAccessibleName(self.actions_of_paper[key].text())
            self._buttons[key] = button
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.state_box.currentIndexChanged.connect(lambda _row: self._filter())
        self.kind_box.activated.connect(lambda row: self.show_kind(self.kind_box.itemData(row)))
        self.kinds.chosen.connect(self.show_kind)
        self.kinds.new_wanted.connect(self.new_wanted)
        self.empty.act.connect(lambda: self.new_wanted.emit(""))
        self.view.opened.connect(lambda _row: self._act("open"))
        self.view.removing.connect(lambda _rows: self._remove())
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        self.model.modelReset.connect(self._enable)

    # --- what is shown ---

    def offer(self, kinds: Sequence[PaperKind]) -> None:
        """Show which kinds there are."""
        self.kinds.offer(kinds)
        self.kind_box.clear()
        self.kind_box.addItem(_("Mọi loại"), "")
        for kind in kinds:
            self.kind_box.addItem(kind.name, kind.key)

    def show_lines(self, lines: tuple[PaperLine, ...]) -> None:
        """Show the documents there are now; the chosen ones stay chosen."""
        self._lines = lines
        counts = Counter(line.kind for line in lines)
        self.kinds.show_counts(counts)
        drafts = sum(not line.issued for line in lines)
        self._waiting.setText(_("{n} bản nháp").format(n=drafts) if drafts else "")
        self._filter()
        if lines:
            self._columns.restore()

    def show_kind(self, key: str) -> None:
        """Show one kind only, or all of them."""
        self._kind = key
        self.kinds.blockSignals(True)
        self.kinds.choose(key)
        self.kinds.blockSignals(False)
        self.kind_box.setCurrentIndex(max(self.kind_box.findData(key), 0))
        self._filter()

    def clear_filter(self) -> None:
        """Show everything of the year."""
        self.filter.clear()
        self.state_box.setCurrentIndex(0)
        self.show_kind("")

    def selected(self) -> list[PaperLine]:
        """Return the chosen rows."""
        return [self.model.item(row) for row in self.view.rows()]

    def select(self, paper_id: int, *, plan: bool = False) -> None:
        """Choose a row, if it is shown."""
        for row in range(self.model.rowCount()):
            line = self.model.item(row)
            if (line.id, line.is_plan) == (paper_id, plan):
                self.view.selectRow(row)
                self.view.scrollTo(self.model.index(row, 0))

    def keep_layout(self) -> None:
        """Remember the widths of the columns, once there was something to fit them to."""
        self._columns.keep()

    def _filter(self) -> None:
        chosen = {(line.id, line.is_plan) for line in self.selected()}
        words = fold(self.filter.text()).split()
        shown = [
            line
            for line in self._lines
            if self._keeps(line) and all(word in line.folded for word in words)
        ]
        self.model.show(shown)
        self._count.setText(count_words(len(shown), len(self._lines)))
        self._stack.setCurrentIndex(2 if not self._lines else 0 if shown else 1)
        rows = [n for n, line in enumerate(shown) if (line.id, line.is_plan) in chosen]
        if shown:
            self.view.selectRow(rows[0] if rows else 0)
        self._enable()

    def _keeps(self, line: PaperLine) -> bool:
        state = self.state_box.currentData()
        right_state = {
            DRAFTS: not line.issued,
            ISSUED: line.issued,
            STALE: line.stale,
        }.get(state, True)
        return right_state and (not self._kind or line.kind == self._kind)

    # --- acts ---

    def _enable(self) -> None:
        lines = self.selected()
        self.actions_of_paper.choose(lines)
        several = len(lines) > 1
        for key, button in self._buttons.items():
            button.setVisible((key in _SEVERAL) == several)
        told = _("Đã chọn {n} văn bản").format(n=len(lines)) if several else _changed(lines)
        self._told.setText(told)

    def _act(self, key: str) -> None:
        lines = self.selected()
        if lines:
            self.acted.emit(key, lines)

    def _remove(self) -> None:
        if self.actions_of_paper["remove"].isEnabled():
            self._act("remove")
        elif self.selected():
            told = _("Chỉ xoá được bản nháp; văn bản đã ban hành và kế hoạch giữ nguyên ở đây.")
            self._desk.feedback.note(told)

    def _context_menu(self, place: QPoint) -> None:
        if self.selected():
            self.view.pop_up(self.actions_of_paper.menu(), place)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than what is left when everything that can give way has."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height, width = self.fontMetrics().height(), self.width()
        wide = width > height * _WORDS_FROM
        for button in (*self._buttons.values(), *self._head_buttons):
            put_beside(button, words=wide)
        kinds = width > height * _KINDS_FROM
        self._left.setVisible(kinds)
        self._left.setFixedWidth(self.fontMetrics().averageCharWidth() * 44)
        self.kind_box.setVisible(not kinds)
        self.view.setColumnHidden(EXPORT_COLUMN, width < height * _EXPORT_FROM)


def _changed(lines: Collection[PaperLine]) -> str:
    return "".join(
        _("sửa {when}").format(when=f"{line.updated_at.astimezone():%d/%m/%Y %H:%M}")
        for line in lines
    )
