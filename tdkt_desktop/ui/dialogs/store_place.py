"""Moves the data to another folder, or to the sample school, and says where they are then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.services.demo import make_sample, sample_folder
from tdkt_desktop.services.store_moving import copy_store, holds_store
from tdkt_desktop.ui.feedback import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress

    OnReady = Callable[[Path], None]


class StorePlace:
    """Asks for another folder and makes it ready; opening the store there is the program's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def folder(self) -> Path:
        """Where the data lie now."""
        return self._desk.context.store.folder

    def move(self, parent: QWidget, on_ready: OnReady) -> None:
        """Let the person choose a folder; the data are copied there, or found there."""
        title = _("Chọn thư mục lưu dữ liệu")
        target = self._desk.chooser.choose_folder(parent, title, str(self.folder.parent))
        if target is None or target == self.folder:
            return
        if holds_store(target):
            self._open_other(parent, target, on_ready)
        else:
            self._copy_to(parent, target, on_ready)

    def make_sample(self, parent: QWidget, on_ready: OnReady) -> None:
        """Make the sample school's store beside the real one."""
        folder = sample_folder(self.folder)
        self._desk.tasks.run(
            parent,
            lambda _progress: make_sample(folder),
            on_ready,
            lambda error: self._desk.feedback.error(error, parent),
            _("Đang tạo trường mẫu…"),
        )

    def _open_other(self, parent: QWidget, target: Path, on_ready: OnReady) -> None:
        question = Question(
            _("Thư mục “{folder}” đã có dữ liệu của một trường.").format(folder=target.name),
            _("Mở dữ liệu ở đó; dữ liệu đang mở vẫn nằm nguyên tại “{here}”.").format(
                here=self.folder
            ),
            _("Mở dữ liệu ở đó"),
        )
        if self._desk.feedback.ask(question, parent):
            on_ready(target)

    def _copy_to(self, parent: QWidget, target: Path, on_ready: OnReady) -> None:
        question = Question(
            _("Chuyển nơi lưu dữ liệu sang “{folder}”?").format(folder=target),
            _("Dữ liệu và bản sao lưu được chép sang; bản ở chỗ cũ giữ nguyên để phòng khi cần."),
            _("Chép sang và mở ở đó"),
        )
        if not self._desk.feedback.ask(question, parent):
            return
        source = self.folder

        def copy(progress: Progress) -> Path:
            copy_store(source, target, progress.step)
            return target

        self._desk.tasks.run(
            parent,
            copy,
            on_ready,
            lambda error: self._desk.feedback.error(error, parent),
            _("Đang chép dữ liệu…"),
        )
