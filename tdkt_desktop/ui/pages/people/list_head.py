"""The head of the page of people: title, count, people or collectives, and the ways in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.theme import Theme

PEOPLE: Final = "people"
GROUPS: Final = "groups"
_ICON: Final = QSize(18, 18)
_MORE: Final = (
    ("template", N_("Tải tệp mẫu Excel…"), "table-large"),
    ("export", N_("Xuất danh sách…"), "export-variant"),
    ("paste", N_("Dán danh sách từ Excel"), "content-paste"),
    ("", "", ""),
    ("bin", N_("Thùng rác…"), "trash-can-outline"),
)


class PeopleHead(QWidget):
    """Tells by `wanted` what was asked for, by `turned` which of the two lists to show."""

    wanted = Signal(str)
    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = text_label("", "hint")
        self.lists = Segments(
            _("Danh sách"), (Segment(PEOPLE, _("Người")), Segment(GROUPS, _("Tổ"))), theme
        )
        self.lists.set_value(PEOPLE)
        self.lists.chosen.connect(self.turned)
        self.more = self._more_button()
        self.import_file = IconButton(theme, _("Nhập từ Excel"), "tray-arrow-down")
        self.import_file.clicked.connect(lambda: self.wanted.emit("import"))
        self.new = QPushButton()
        self.new.setProperty("kind", "primary")
        self.new.setIconSize(BESIDE_WORDS)
        self.new.clicked.connect(lambda: self.wanted.emit("new"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(_("Nhân sự"), "title"))
        layout.addWidget(self._count)
        layout.addStretch(1)
        for part in (self.lists, self.more, self.import_file, self.new):
            layout.addWidget(part)
        theme.changed.connect(self._recolour)
        self.show_list(PEOPLE)
        self._recolour()

    def show_list(self, which: str) -> None:
        """Say which list stands below."""
        self.lists.set_value(which)
        self.new.setText(_("Thêm người") if which == PEOPLE else _("Thêm tổ"))
        shown = self.new.text()
        self.new.setToolTip(_("{act} (Ctrl+N)").format(act=shown))

    def show_counts(self, people: int, groups: int) -> None:
        """Say how many people work here, in how many collectives."""
        words = _("{people} người · {groups} tổ").format(people=people, groups=groups)
        self._count.setText(words if people or groups else "")

    def set_compact(self, *, compact: bool) -> None:
        """Leave out the count where there is little room."""
        self._count.setHidden(compact)
        self.import_file.setText("" if compact else _("Nhập từ Excel"))
        self.import_file.setToolTip(_("Nhập từ Excel"))
        self.import_file.setAccessibleName(_("Nhập từ Excel"))

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setIconSize(_ICON)
        button.setAccessibleName(_("Việc khác"))
        button.setToolTip(_("Tệp mẫu, xuất, dán, thùng rác"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(button)
        for key, text, _icon in _MORE:
            if not key:
                self._menu.addSeparator()
                continue
            action = self._menu.addAction(_(text))
            action.setData(key)
            action.triggered.connect(lambda _checked=False, asked=key: self.wanted.emit(asked))
        button.setMenu(self._menu)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _recolour(self) -> None:
        self.more.setIcon(self._theme.icon("dots-horizontal"))
        self.new.setIcon(self._theme.icon("plus", self._theme.tokens.on_accent))
        icons = {key: icon for key, _text, icon in _MORE}
        for action in self._menu.actions():
            if action.data():
                action.setIcon(self._theme.icon(icons[action.data()]))
