"""The last step of the first start: where the data lie and how they are backed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.store_moving import place_note
from tdkt_desktop.ui.dialogs.first_start_steps import Step
from tdkt_desktop.ui.widgets.form import add_row, text_label

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk


class DataStep(Step):
    """Shows the folder, lets another one be chosen, and turns the back-ups on or off."""

    move_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Nơi lưu và sao lưu"),
            _("Mọi dữ liệu nằm trong một thư mục, chép được sang máy khác."),
        )
        folder = desk.context.store.folder
        self.folder = QLineEdit(str(folder))
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.move_button = QPushButton(_("Chọn nơi khác…"))
        self.move_button.setAutoDefault(False)
        self.move_button.clicked.connect(self.move_wanted)
        add_row(self.column, _("Thư mục dữ liệu"), self.folder, place_note(folder))
        row = QHBoxLayout()
        row.addWidget(self.move_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.at_start = QCheckBox(_("Tự sao lưu khi mở chương trình"))
        self.at_start.setChecked(desk.preferences.current.backup_at_start)
        self.at_start.toggled.connect(lambda on: desk.preferences.change(backup_at_start=on))
        self.column.addWidget(self.at_start)
        note = _("Giữ 10 bản mới nhất và mỗi tháng một bản, trong thư mục con “backups”.")
        self.column.addWidget(text_label(note, "hint", wrap=True))
        self.column.addStretch(1)

    def first_field(self) -> QWidget:
        return self.move_button
