"""The table of an import under review: keys for levels, joining, splitting and leaving out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from tdkt_desktop.documents.roles import Role
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.tables.review_delegate import ReviewDelegate
from tdkt_desktop.ui.tables.review_model import CONTENT, MARK, ROLE, SOURCE, ReviewModel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.theme.theme import Theme

_FIT_MS: Final = 40


class ReviewView(QTableView):
    """One row is chosen; acts are for it."""

    def __init__(self, theme: Theme, model: ReviewModel) -> None:
        super().__init__()
        self.review = model
        self._delegate = ReviewDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Từng đoạn của tệp và cách hiểu"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(_FIT_MS)
        self._fit_timer.timeout.connect(self.fit)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        model.changed.connect(self.go_to_item)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.customContextMenuRequested.connect(self._context_menu)

    # --- acts on the chosen row ---

    @property
    def row(self) -> int:
        """The chosen row, -1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        if 0 <= row < self.review.rowCount():
            index = self.review.index(row, SOURCE)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to_item(self, item: int) -> None:
        """Choose the row of an item."""
        self.go_to(self.review.row_of(item))

    def next_doubtful(self, step: int = 1) -> None:
        """Go to the next row that a person should look at."""
        row = self.review.next_doubtful(self.row, step)
        if row is not None:
            self.go_to(row)

    def shift_level(self, step: int) -> None:
        """Move the row a level down or up."""
        self.review.shift_level(self.row, step)

    def join(self) -> None:
        """Join the row with the one before."""
        self.review.join(self.row)

    def choose_cut(self) -> None:
        """Put a cursor into the text; Enter then splits there."""
        self.edit(self.review.index(self.row, CONTENT))

    def choose_role(self) -> None:
        """Open the list of what the row may be."""
        self.edit(self.review.index(self.row, ROLE))

    def toggle_left_out(self) -> None:
        """Leave the row out, or take it in again as plain text."""
        if self.row >= 0:
            left_out = self.review.row(self.row).left_out
            self.review.set_role(self.row, Role.PARAGRAPH if left_out else None)

    # --- sizes ---

    def fit(self) -> None:
        """Give the columns their shares and the rows their heights."""
        unit = self.fontMetrics().averageCharWidth()
        mark, role = 36, min(unit * 22, self.viewport().width() // 4)
        rest = max(self.viewport().width() - mark - role, 200)
        source = int(rest * 0.45)
        widths = {SOURCE: source, MARK: mark, ROLE: role, CONTENT: rest - source}
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        head = self.verticalHeader()
        for row in range(self.review.rowCount()):
            height = self._delegate.row_height(
                self.review.row(row), (widths[SOURCE], widths[CONTENT])
            )
            if head.sectionSize(row) != height:
                head.resizeSection(row, height)
        self.horizontalHeader().setFixedHeight(self.fontMetrics().height() + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_timer.start()

    # --- mouse and keys ---

    def _clicked(self) -> None:
        if self.currentIndex().column() == ROLE:
            self.choose_role()

    def _double_clicked(self) -> None:
        if self.currentIndex().column() == CONTENT:
            self.choose_cut()

    def _context_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            # The menu key gives a place that need not lie on the chosen row.
            index = self.currentIndex()
            place = self.visualRect(index).center()
        if not index.isValid():
            return
        row = self.review.row(index.row())
        menu = QMenu(self)
        text = not row.left_out and not row.is_table
        menu.addAction(_("Hiểu là…"), self.choose_role)
        menu.addAction(_("Hạ một cấp (Tab)"), lambda: self.shift_level(1)).setEnabled(text)
        menu.addAction(_("Nâng một cấp (Shift+Tab)"), lambda: self.shift_level(-1)).setEnabled(text)
        menu.addSeparator()
        menu.addAction(_("Nối với đoạn trước (Ctrl+J)"), self.join).setEnabled(text)
        menu.addAction(_("Tách tại con trỏ (F2)"), self.choose_cut).setEnabled(text)
        menu.addSeparator()
        words = _("Lấy vào (Delete)") if row.left_out else _("Bỏ qua (Delete)")
        menu.addAction(words, self.toggle_left_out)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))

    def event(self, event: QEvent) -> bool:
        # Tab would leave the table before keyPressEvent could see it.
        if event.type() is QEvent.Type.KeyPress and self._levelled(event):
            return True
        return super().event(event)

    def _levelled(self, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if not isinstance(event, QKeyEvent) or event.key() not in steps:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.shift_level(steps[Qt.Key(event.key())])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.go_to(self.row + (-1 if shift else 1))
        elif key == Qt.Key.Key_F8:
            self.next_doubtful(-1 if shift else 1)
        elif key == Qt.Key.Key_F2:
            self.choose_cut()
        elif key == Qt.Key.Key_Space:
            self.choose_role()
        elif key == Qt.Key.Key_Delete:
            self.toggle_left_out()
        elif key == Qt.Key.Key_J and control:
            self.join()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.review.undo(self.row)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.review.redo(self.row)
        else:
            super().keyPressEvent(event)
