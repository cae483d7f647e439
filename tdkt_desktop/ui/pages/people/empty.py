"""What the page shows while nobody is there: the three first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme


class PeopleEmpty(QWidget):
    """Tells by `wanted` how somebody wants to begin: "template", "import", "new"."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = (
            _("Chưa có ai trong danh sách nhân sự của trường."),
            _("Có sẵn danh sách bằng Excel thì nhập thẳng, không cần đúng mẫu, đúng thứ tự cột."),
        )
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(text_label(words[0], "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        hint = text_label(words[1], "hint", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(hint)
        layout.addSpacing(10)
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons: dict[str, IconButton] = {}
        for key, text, icon in (
            ("import", _("Nhập từ Excel"), "tray-arrow-down"),
            ("template", _("Tải tệp mẫu"), "table-large"),
            ("new", _("Thêm người"), "plus"),
        ):
            button = IconButton(theme, text, icon)
            button.clicked.connect(lambda _checked=False, asked=key: self.wanted.emit(asked))
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addSpacing(6)
        paste = text_label(
            _("Hoặc chép bảng trong Excel rồi dán vào đây (Ctrl+V), hay thả tệp vào cửa sổ."),
            "hint",
            wrap=True,
        )
        paste.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(paste)
        layout.addStretch(3)
