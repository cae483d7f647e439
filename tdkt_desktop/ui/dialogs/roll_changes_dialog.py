"""What rolling a plan to another year changes, each change accepted or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.rolling_review import CHANGE_NAMES
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.roll_model import RollModel
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from tdkt_desktop.services.rolling_review import RollReview
    from tdkt_desktop.ui.desk import Desk

_LEFT_LINES: Final = 4


class RollChangesDialog(ActDialog):
    """Accepted with the review as the person has ticked it; `with_council` says what else."""

    def __init__(
        self,
        desk: Desk,
        review: RollReview,
        *,
        council: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Các thay đổi cho năm mới"), _("Tạo kế hoạch"), parent)
        self._desk, self._review = desk, review
        self._exporter = Exporter(desk, self)
        self.model = RollModel(review, desk.theme)
        self.view = WrappedTable(self.model, _("Các thay đổi"), (0, 3, 0, 4, 5))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.installEventFilter(self)
        self.kind = QComboBox()
        self.only_asked = QCheckBox()
        self.count = text_label("", "hint")
        self.council = QCheckBox(council)
        self.council.setChecked(bool(council))
        self.council.setVisible(bool(council))
        self.left = QListWidget()
        self._arrange()
        self.kind.currentIndexChanged.connect(lambda _index: self._show())
        self.only_asked.toggled.connect(lambda _on: self._show())
        self.model.changed.connect(self._recount)
        self._recount()
        self.view.go_to(0)
        self.view.setFocus()

    @property
    def with_council(self) -> bool:
        """Whether last year's council is to be taken over too."""
        return self.council.isChecked()

    # --- making ---

    def _arrange(self) -> None:
        self.body.setSpacing(10)
        self.body.addLayout(self._filter_row())
        self.body.addWidget(self.view, 1)
        self._fill_left()
        self.body.addWidget(self.council)
        keys = _("Phím cách: nhận hoặc bỏ qua · F8: chỗ cần xem kế tiếp · Tab: cách khác")
        self.foot.insertWidget(0, text_label(keys, "hint", wrap=True), 1)
        export = QPushButton(_("Xuất danh sách"))
        export.setAutoDefault(False)
        export.clicked.connect(self._export)
        self.foot.insertWidget(1, export)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(room.width() - 60, 1220), min(room.height() - 30, 820))

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        whole = len(self._review.rows)
        self.kind.addItem(_("Mọi loại ({n})").format(n=whole), "")
        for kind, count in self._review.kinds():
            self.kind.addItem(f"{_(CHANGE_NAMES[kind])} ({count})", kind.value)
        self.kind.setAccessibleName(_("Loại thay đổi"))
        asked = self._review.asked_count()
        self.only_asked.setText(_("Chỉ chỗ cần xem ({n})").format(n=asked))
        self.only_asked.setEnabled(bool(asked))
        row.addWidget(self.kind)
        row.addWidget(self.only_asked)
        row.addWidget(self.count, 1)
        for words, accepted in ((_("Nhận tất cả"), True), (_("Bỏ tất cả"), False)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(
                lambda _checked=False, on=accepted: self.model.choose_shown(accepted=on)
            )
            row.addWidget(button)
        return row

    def _fill_left(self) -> None:
        """List what the program cannot decide."""
        left = self._review.rolling.left
        if not left:
            return
        self.body.addWidget(text_label(_("Cần người quyết định"), "section"))
        self.left.setWordWrap(True)
        self.left.setAccessibleName(_("Cần người quyết định"))
        self.left.addItems(list(left))
        lines = min(len(left), _LEFT_LINES)
        self.left.setFixedHeight(lines * (self.fontMetrics().height() + 10) + 6)
        self.body.addWidget(self.left)

    # --- acts ---

    def _show(self) -> None:
        self.model.show(str(self.kind.currentData()), only_asked=self.only_asked.isChecked())
        self.view.go_to(0)

    def _recount(self) -> None:
        accepted, whole = len(self._review.accepted()), len(self._review.rows)
        self.count.setText(_("Nhận {n} trong {whole} thay đổi").format(n=accepted, whole=whole))

    def _export(self) -> None:
        service = self._desk.context.rolling

        def write(target: Path, overwrite: bool) -> Path:
            return service.export(self._review, target, overwrite=overwrite)

        self._exporter.export_made(
            _("Thay doi ke hoach.docx"), _("Xuất danh sách"), _("Tệp Word (*.docx)"), write
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.view
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            act = self._act_of(Qt.Key(event.key()))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act_of(self, key: Qt.Key) -> Callable[[], object] | None:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: lambda: self.model.toggle(self.view.row),
            Qt.Key.Key_Tab: lambda: self.model.turn(self.view.row),
            Qt.Key.Key_Return: lambda: self.view.go_to(self.view.row + 1),
            Qt.Key.Key_Enter: lambda: self.view.go_to(self.view.row + 1),
        }
        return acts.get(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            found = self.model.next_asked(self.view.row, -1 if back else 1)
            self.view.go_to(self.view.row if found is None else found)
            return
        super().keyPressEvent(event)

    def _context_menu(self, where: QPoint) -> None:
        row = self.view.row
        if row < 0:
            return
        menu = QMenu(self)
        one = self.model.change(row)
        words = _("Bỏ qua thay đổi này") if one.accepted else _("Nhận thay đổi này")
        menu.addAction(words).triggered.connect(lambda _checked=False: self.model.toggle(row))
        if one.has_choice:
            other = one.change.after if one.offered else one.change.offer_text
            way = _("Đổi thành: {text}").format(text=other or _("(bỏ câu này)"))
            menu.addAction(way).triggered.connect(lambda _checked=False: self.model.turn(row))
        menu.exec(self.view.viewport().mapToGlobal(where))
        menu.deleteLater()
