"""The files that prove a task: added by button or drop, opened as copies, taken away again."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.kept_files import only_shows
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from tdkt_desktop.services.task_views import EvidenceView
    from tdkt_desktop.ui.desk import Desk

_VIEW: Final = Qt.ItemDataRole.UserRole + 1
_ICON: Final = QSize(16, 16)
_UNITS: Final = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))


class EvidenceList(QWidget):
    """Files lie in the store; what is opened is a copy, and nothing that could run is opened."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task_id: int | None = None
        self.list = _Files(self)
        self.add = QPushButton(_("Thêm tệp…"))
        self._hint = text_label(_("Thả tệp vào đây hoặc bấm Thêm tệp."), "hint", wrap=True)
        self.list.setAccessibleName(_("Minh chứng"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemActivated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._menu)
        self.add.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.list, self._hint, self.add):
            layout.addWidget(part)
        self.setAcceptDrops(True)

    def show_files(self, task_id: int, files: Sequence[EvidenceView]) -> None:
        """Show the files of a task."""
        self._task_id = task_id
        self.list.clear()
        for one in files:
            item = QListWidgetItem(self._words(one))
            tokens = self._desk.theme.tokens
            icon = ("paperclip", tokens.text2) if one.there else ("alert-octagon", tokens.late)
            item.setIcon(self._desk.theme.icon(*icon))
            item.setData(_VIEW, one)
            item.setToolTip(one.note or one.file_name)
            self.list.addItem(item)
        self.list.setVisible(bool(files))
        rows = min(len(files), 5)
        height = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 8)
        self.list.setFixedHeight(rows * height + 4)
        self._hint.setVisible(not files)

    def _words(self, one: EvidenceView) -> str:
        if not one.there:
            return _("{file} – tệp không còn trong kho").format(file=one.file_name)
        words = f"{one.file_name} – {size_words(one.size)}"
        return f"{words} – {one.note}" if one.note else words

    # --- adding ---

    def _choose(self) -> None:
        folder = self._desk.preferences.current.import_folder
        path = self._desk.chooser.open_file(
            self, _("Chọn tệp minh chứng"), existing_folder(folder), _("Mọi tệp (*)")
        )
        if path is not None:
            self.attach([path])

    def attach(self, paths: Sequence[Path]) -> None:
        """Copy files into the store, one after the other, beside the window."""
        for path in paths:
            self._attach(path)

    def _attach(self, path: Path) -> None:
        task_id, evidence = self._task_id, self._desk.context.evidence
        if task_id is None:
            return
        self._desk.tasks.run(
            self,
            lambda _progress: evidence.attach(task_id, path),
            lambda _id: self._told(_("Đã thêm minh chứng {file}.").format(file=path.name)),
            self._tell,
            _("Đang chép {file} vào kho…").format(file=path.name),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.attach(paths)

    # --- what is there ---

    def chosen(self) -> EvidenceView | None:
        """Return the file in turn."""
        item = self.list.currentItem()
        view: EvidenceView | None = item.data(_VIEW) if item is not None else None
        return view

    def _open(self, item: QListWidgetItem) -> None:
        self._open_file(item.data(_VIEW))

    def _open_file(self, one: EvidenceView) -> None:
        """Open a copy of a file; one that could run is only copied out."""
        if not one.there:
            self._tell_gone(one)
        elif only_shows(one.file_name):
            folder = Path(tempfile.mkdtemp(prefix="tdkt-xem-"))
            self._copy(one, folder, self._shown)
        else:
            text = _("“{file}” không phải tệp chỉ để xem nên chương trình không mở.")
            detail = _("Có thể chép ra một thư mục để tự mở khi biết chắc tệp an toàn.")
            question = Question(text.format(file=one.file_name), detail, _("Chép ra thư mục…"))
            if self._desk.feedback.ask(question, self):
                self._copy_out(one)

    def _copy_out(self, one: EvidenceView) -> None:
        if not one.there:
            self._tell_gone(one)
            return
        folder = self._desk.chooser.choose_folder(
            self, _("Chép minh chứng vào thư mục"), self._desk.preferences.current.export_folder
        )
        if folder is not None:
            self._copy(one, folder, self._copied)

    def _copied(self, path: Path) -> None:
        self._desk.feedback.note(
            _("Đã chép {file}.").format(file=path.name),
            _("Mở thư mục"),
            lambda: self._desk.opener.open_folder(path),
        )

    def _shown(self, path: Path) -> None:
        """Open a copy with the system's program; where there is none, offer its folder."""
        if not self._desk.opener.open_file(path):
            self._copied(path)

    def _copy(self, one: EvidenceView, folder: Path, then: Callable[[Path], None]) -> None:
        evidence = self._desk.context.evidence
        self._desk.tasks.run(
            self,
            lambda _progress: evidence.copy_to(one.id, folder),
            then,
            self._tell,
            _("Đang mở {file}…").format(file=one.file_name),
        )

    def _tell_gone(self, one: EvidenceView) -> None:
        text = _("Tệp “{file}” không còn trong kho minh chứng.").format(file=one.file_name)
        detail = _("Có thể khôi phục từ bản sao lưu, thêm lại tệp, hoặc bỏ dòng này.")
        self._desk.feedback.error(UserError(text, detail), self)

    def _menu(self, at: QPoint) -> None:
        one = self.chosen()
        if one is None:
            return
        menu = QMenu(self)
        first = menu.addAction(_("Mở"), partial(self._open_file, one))
        menu.setDefaultAction(first)
        menu.addAction(_("Chép ra thư mục…"), partial(self._copy_out, one))
        menu.addAction(_("Ghi chú…"), partial(self._annotate, one))
        menu.addSeparator()
        menu.addAction(_("Bỏ minh chứng"), partial(self.detach, one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _annotate(self, one: EvidenceView) -> None:
        note, said = QInputDialog.getText(
            self, _("Ghi chú minh chứng"), _("Tệp này cho thấy điều gì:"), text=one.note
        )
        if said:
            self._desk.context.evidence.annotate(one.id, note)
            self.changed.emit()

    def detach(self, one: EvidenceView) -> None:
        """Take a file away from its task, with a way back."""
        change = self._desk.context.evidence.detach(one.id)
        history = self._desk.context.history
        told = _("Đã bỏ minh chứng {file}.").format(file=one.file_name)
        self._desk.feedback.note(told, _("Hoàn tác"), lambda: history.take_back(change))
        self.changed.emit()

    def _told(self, words: str) -> None:
        self._desk.feedback.note(words)
        self.changed.emit()

    def _tell(self, error: UserError) -> None:
        self._desk.feedback.error(error, self)


class _Files(QListWidget):
    """Delete takes the file in turn away."""

    def __init__(self, owner: EvidenceList) -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self._owner.chosen()
        if event.key() == Qt.Key.Key_Delete and one is not None:
            self._owner.detach(one)
        else:
            super().keyPressEvent(event)


def size_words(size: int) -> str:
    """Return a size as people say it."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}".replace(".", ",")
    return f"{size} B"
