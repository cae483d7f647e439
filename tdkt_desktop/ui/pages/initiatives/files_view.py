"""The files of an initiative: added, opened, copied out, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.pages.initiatives.widths import fit_widths
from tdkt_desktop.ui.pages.initiatives.words import size_words
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tdkt_desktop.services.initiative_views import FileView
    from tdkt_desktop.ui.desk import Desk

_COLUMNS: Final[tuple[TextColumn[FileView], ...]] = (
    TextColumn(N_("Tên tệp"), lambda one: one.file_name),
    TextColumn(N_("Ghi chú"), lambda one: one.note, quiet=True),
    TextColumn(
        N_("Độ dài"), lambda one: size_words(one.size), lambda one: one.size, right=True, quiet=True
    ),
    TextColumn(N_("Tình trạng"), lambda one: _("Còn") if one.there else _("Mất tệp"), quiet=True),
)


class FilesView(QWidget):
    """`acted` tells an act by name ("add", "open", "copy", "remove"); `dropped` the files."""

    acted = Signal(str)
    dropped = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Tệp kèm theo"))
        self._empty = text_label(
            _("Chưa có tệp nào. Thêm ảnh, bảng khảo sát, giáo án; có thể kéo tệp thả vào đây."),
            "hint",
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(6)
        self._buttons: dict[str, IconButton] = {}
        for key, words, icon in (
            ("add", _("Thêm tệp…"), "plus"),
            ("open", _("Mở"), "open-in-new"),
            ("copy", _("Chép ra thư mục…"), "content-save-outline"),
            ("remove", _("Bỏ tệp"), "trash-can-outline"),
        ):
            button = IconButton(desk.theme, words, icon)
            button.clicked.connect(lambda _checked=False, k=key: self.acted.emit(k))
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAcceptDrops(True)
        self.view.opened.connect(lambda _row: self.acted.emit("open"))
        self.view.removing.connect(lambda _rows: self.acted.emit("remove"))
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        self._enable()

    def show_files(self, files: Sequence[FileView]) -> None:
        """Show the files there are now."""
        self.model.show(files)
        self._empty.setVisible(not files)
        self.view.setVisible(bool(files))
        if files:
            fit_widths(self.view, {1: 40})
            self.view.selectRow(0)
        self._enable()

    def selected(self) -> list[FileView]:
        """Return the chosen files."""
        return [self.model.item(row) for row in self.view.rows()]

    def _enable(self) -> None:
        chosen = len(self.selected())
        self._buttons["open"].setEnabled(chosen == 1)
        for key in ("copy", "remove"):
            self._buttons[key].setEnabled(chosen > 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from pathlib import Path

        urls = event.mimeData().urls()
        paths: list[Path] = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
