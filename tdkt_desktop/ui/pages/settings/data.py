"""Settings: where the data lie, and their back-ups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.store_moving import place_note
from tdkt_desktop.ui.dialogs.store_place import StorePlace
from tdkt_desktop.ui.pages.settings.backup_list import BackupList
from tdkt_desktop.ui.pages.settings.rows import Card, side_by_side
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.backups import BackupLine
    from tdkt_desktop.ui.desk import Desk


class DataSection(Section):
    """Folder, back-ups at start and now, a copy elsewhere, and the list of what there is.

    `store_chosen` tells that the data are to be opened in another folder, `backed_up` that a
    back-up was made, `restored` that all data may have changed.
    """

    KEY: ClassVar[str] = "data"
    ICON: ClassVar[str] = "backup-restore"
    TITLE: ClassVar[str] = N_("Sao lưu và dữ liệu")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("folder", N_("Nơi lưu dữ liệu"), "thư mục chuyển"),
        Entry("at_start", N_("Tự sao lưu khi mở chương trình")),
        Entry("copy", N_("Chép thêm ra nơi khác"), "usb ổ đĩa ngoài"),
        Entry("now", N_("Sao lưu ngay")),
        Entry("list", N_("Khôi phục từ bản sao lưu"), "lấy lại phục hồi"),
        Entry("sample", N_("Thử với trường mẫu"), "dữ liệu mẫu demo"),
    )

    store_chosen = Signal(object)
    backed_up = Signal()
    restored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._store_place = StorePlace(desk)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        card = Card()
        self._add_folder(card)
        self._add_at_start(card)
        self._add_copy(card)
        self._add_now(card)
        self._add_sample(card)
        self.backups = BackupList(desk)
        self.backups.restored.connect(self.restored)
        card.add_widget(self.backups)
        self.place("list", self.backups.view)
        self.column.addWidget(card)
        self.refresh()

    def refresh(self) -> None:
        self.at_start.setChecked(self.desk.preferences.current.backup_at_start)
        self.copy_folder.setText(self.desk.preferences.current.backup_copy_folder)
        self.backups.refresh()

    def stop(self) -> None:
        self.backups.stop()

    # --- rows ---

    def _add_folder(self, card: Card) -> None:
        folder = self.desk.context.store.folder
        self.folder = _path_line(_("Nơi lưu dữ liệu"), str(folder))
        self.open_folder = self._button(_("Mở"), self._open_folder, "folder-open-outline")
        self.move_button = self._button(_("Chuyển…"), self._move)
        hint = place_note(folder) or _("Một thư mục, chép được sang máy khác.")
        controls = side_by_side((self.folder, self.open_folder, self.move_button), wide=True)
        card.add(_("Nơi lưu dữ liệu"), controls, hint)
        self.place("folder", self.move_button)

    def _add_at_start(self, card: Card) -> None:
        self.at_start = QCheckBox(_("Bật"))
        self.at_start.clicked.connect(lambda on: self.desk.preferences.change(backup_at_start=on))
        name = _("Tự sao lưu khi mở chương trình")
        card.add(name, self.at_start, _("Giữ 10 bản mới nhất và mỗi tháng một bản."))
        self.place("at_start", self.at_start)

    def _add_copy(self, card: Card) -> None:
        name = _("Chép thêm ra nơi khác")
        self.copy_folder = _path_line(name, "")
        self.copy_folder.setPlaceholderText(_("chưa chọn thư mục"))
        self.choose_copy = self._button(_("Chọn…"), self._choose_copy)
        self.copy_now = self._button(_("Chép ngay"), self._copy, "usb-flash-drive-outline")
        controls = side_by_side((self.copy_folder, self.choose_copy, self.copy_now), wide=True)
        card.add(name, controls, _("Thẻ USB hoặc ổ đĩa khác, phòng khi máy hỏng."))
        self.place("copy", self.choose_copy)

    def _add_now(self, card: Card) -> None:
        self.now = self._button(_("Sao lưu ngay"), self._backup_now, "content-save-outline")
        card.add(_("Sao lưu ngay"), self.now, _("Bản làm theo yêu cầu không bao giờ tự xoá."))
        self.place("now", self.now)

    def _add_sample(self, card: Card) -> None:
        self.sample = self._button(_("Mở trường mẫu"), self._try_sample, "school-outline")
        hint = _("Dữ liệu của trường mẫu nằm ở thư mục riêng, không lẫn với dữ liệu thật.")
        card.add(_("Thử với trường mẫu"), self.sample, hint)
        self.place("sample", self.sample)

    def _button(self, text: str, act: Callable[[], None], icon: str = "") -> IconButton:
        button = IconButton(self.desk.theme, text, icon)
        button.clicked.connect(act)
        return button

    # --- acts ---

    def _open_folder(self) -> None:
        self.desk.opener.open_folder(self.desk.context.store.path)

    def _move(self) -> None:
        self._store_place.move(self, self.store_chosen.emit)

    def _try_sample(self) -> None:
        self._store_place.make_sample(self, self.store_chosen.emit)

    def _backup_now(self) -> None:
        self._make_backup(None)

    def _choose_copy(self) -> None:
        title = _("Chọn nơi chép bản sao lưu")
        current = self.desk.preferences.current.backup_copy_folder
        folder = self.desk.chooser.choose_folder(self, title, current)
        if folder is not None:
            self.desk.preferences.change(backup_copy_folder=str(folder))
            self.copy_folder.setText(str(folder))
            self._make_backup(folder)

    def _copy(self) -> None:
        folder = self.desk.preferences.current.backup_copy_folder
        if folder and Path(folder).is_dir():
            self._make_backup(Path(folder))
        else:
            self._choose_copy()

    def _make_backup(self, folder: Path | None) -> None:
        service = self.desk.context.backups
        self.desk.tasks.run(
            self,
            lambda _progress: service.create(folder),
            lambda line: self._made(line, folder),
            lambda error: self.desk.feedback.error(error, self),
            _("Đang sao lưu…"),
        )

    def _made(self, line: BackupLine, folder: Path | None) -> None:
        if folder is None:
            self.desk.feedback.note(_("Đã sao lưu."))
        else:
            self.desk.feedback.note(
                _("Đã chép bản sao lưu ra {folder}.").format(folder=folder),
                _("Mở thư mục"),
                lambda: self.desk.opener.open_folder(line.path),
            )
        self.backups.refresh()
        self.backed_up.emit()


def _path_line(name: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setReadOnly(True)
    line.setAccessibleName(name)
    line.setToolTip(text)
    line.setCursorPosition(0)
    return line
