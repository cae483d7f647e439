"""The review of a scan: each line as it was read beside what is proposed, before it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.repair_model import TEXT, RepairModel
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from tdkt_desktop.services.repair_review import RepairReview, SourceDocument
    from tdkt_desktop.ui.desk import Desk

_STRIP: Final = 84
_SIDE: Final = 16
_AROUND: Final = 0.008


class RepairDialog(ActDialog):
    """Accepted with the file as the person has put it right: Enter accepts a line, Tab turns it."""

    def __init__(self, desk: Desk, review: RepairReview, parent: QWidget | None = None) -> None:
        super().__init__(_("Đọc bản quét"), _("Tiếp tục nhập"), parent)
        self._desk, self._review = desk, review
        self._pages: dict[int, QPixmap] = {}
        self.model = RepairModel(review, desk.theme)
        self.view = WrappedTable(self.model, _("Từng dòng của bản quét"), (0, 4, 0, 5))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.installEventFilter(self)
        self.strip = QLabel()
        self.only_unsure = QToolButton()
        self._arrange()
        self.model.changed.connect(self._recount)
        self.view.selectionModel().currentRowChanged.connect(self._show_strip)
        self.only_unsure.toggled.connect(self._show_only)
        self._recount()
        self.view.go_to(self.model.next_unsure(-1) or 0)
        self.view.setFocus()

    def restored(self) -> SourceDocument:
        """The file with the chosen words."""
        return self._review.restored()

    # --- making ---

    def _arrange(self) -> None:
        self.body.setSpacing(10)
        self.body.addLayout(self._top_row())
        self.body.addWidget(self.view, 1)
        self.strip.setFixedHeight(_STRIP)
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.strip.setAccessibleName(_("Ảnh của dòng đang chọn"))
        self.strip.setVisible(any(self._has_picture(row) for row in range(self.model.rowCount())))
        self.body.addWidget(self.strip)
        keys = _("Enter: nhận, tới chỗ cần xem · Tab: cách đọc khác · F2: sửa · Delete: bỏ dòng")
        self.foot.insertWidget(0, text_label(keys, "hint", wrap=True), 1)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(room.width() - 60, 1220), min(room.height() - 30, 820))

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(ElidedLabel(self._review.name, "strong", Qt.TextElideMode.ElideMiddle), 1)
        for words, glyph, act in self._tools():
            row.addWidget(self._tool(words, glyph, act))
        self.only_unsure.setProperty("kind", "plain")
        self.only_unsure.setCheckable(True)
        row.addWidget(self.only_unsure)
        return row

    def _tools(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        return (
            (_("Nhận dòng này (Enter)"), "check", self.accept_line),
            (_("Cách đọc khác (Tab)"), "auto-fix", self.turn),
            (_("Giữ như máy quét đọc (Ctrl+G)"), "file-document-outline", self.keep),
            (_("Sửa (F2)"), "pencil-outline", self.edit_line),
            (_("Bỏ hoặc lấy vào (Delete)"), "eye-off-outline", self.drop),
            (_("Hoàn tác (Ctrl+Z)"), "undo-variant", self.undo),
        )

    def _tool(self, words: str, glyph: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setIcon(self._desk.theme.icon(glyph))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: act())
        return button

    # --- acts on the chosen line ---

    def accept_line(self) -> None:
        """Take the line as it stands and go to the next one to look at."""
        row = self.view.row
        self.model.act(row, self._review.accept)
        following = self.model.next_unsure(row)
        self.view.go_to(row + 1 if following is None else following)

    def turn(self) -> None:
        """Put the next likely reading in place."""
        self.model.act(self.view.row, self._review.next_alternative)

    def keep(self) -> None:
        """Leave the line as it was read."""
        self.model.act(self.view.row, self._review.keep_as_read)

    def edit_line(self) -> None:
        """Open the proposal for writing."""
        self.view.edit(self.model.index(self.view.row, TEXT))

    def drop(self) -> None:
        """Leave the line out or take it in again."""
        self.model.act(self.view.row, self._review.toggle_dropped)

    def undo(self) -> None:
        """Take the last choice back."""
        self._review.undo()
        self.model.tell()

    def redo(self) -> None:
        """Make the last choice again."""
        self._review.redo()
        self.model.tell()

    # --- keys ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent):
            act = self._act_of(event) if event.type() is QEvent.Type.KeyPress else None
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control:
            with_control = {Qt.Key.Key_G: self.keep, Qt.Key.Key_Z: self.undo,
                            Qt.Key.Key_Y: self.redo}  # fmt: skip
            return with_control.get(Qt.Key(event.key()))
        plain: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: self.accept_line,
            Qt.Key.Key_Enter: self.accept_line,
            Qt.Key.Key_Tab: self.turn,
            Qt.Key.Key_F2: self.edit_line,
            Qt.Key.Key_Delete: self.drop,
        }
        return plain.get(Qt.Key(event.key()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
            return
        if event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            found = self.model.next_unsure(self.view.row, -1 if back else 1)
            self.view.go_to(self.view.row if found is None else found)
            return
        super().keyPressEvent(event)

    def _context_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for words, glyph, act in self._tools():
            menu.addAction(self._desk.theme.icon(glyph), words).triggered.connect(
                lambda _checked=False, do=act: do()
            )
        line = self.model.line(self.view.row) if self.view.row >= 0 else None
        for text in line.line.alternatives if line is not None else ():
            menu.addAction(text).triggered.connect(lambda _checked=False, t=text: self._write(t))
        menu.exec(self.view.viewport().mapToGlobal(where))
        menu.deleteLater()

    def _write(self, text: str) -> None:
        self.model.act(self.view.row, lambda item: self._review.write(item, text))

    # --- what follows ---

    def _show_only(self, on: bool) -> None:
        self.model.show_only_unsure(on=on)
        self.view.go_to(0)
        self.view.setFocus()

    def _recount(self) -> None:
        count = self._review.unsure_count()
        self.only_unsure.setText(_("Chỉ chỗ cần xem  {n}").format(n=count))
        self.only_unsure.setAccessibleName(self.only_unsure.text())
        self.only_unsure.setEnabled(bool(count) or self.only_unsure.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def _has_picture(self, row: int) -> bool:
        return self.model.line(row).line.source.lines[0].box is not None

    def _show_strip(self) -> None:
        """Show the part of the page's picture that the chosen line was read off."""
        row = self.view.row
        lines = self.model.line(row).line.source.lines if row >= 0 else ()
        if not lines or lines[0].box is None:
            self.strip.clear()
            return
        page = self._page(lines[0].page)
        same = [one.box for one in lines if one.box is not None and one.page == lines[0].page]
        top, bottom = min(box[1] for box in same), max(box[3] for box in same)
        down = page.height()
        start = int((top - _AROUND) * down)
        part = page.copy(QRect(0, start, page.width(), int((bottom + _AROUND) * down) - start))
        size = QSize(self.width() - 2 * _SIDE, _STRIP)
        smooth = Qt.TransformationMode.SmoothTransformation
        self.strip.setPixmap(part.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))

    def _page(self, number: int | None) -> QPixmap:
        key = number or 0
        if key not in self._pages:
            pixmap = QPixmap()
            pixmap.loadFromData(self._review.picture(number) or b"")
            self._pages[key] = pixmap
        return self._pages[key]
