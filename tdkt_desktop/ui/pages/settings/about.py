"""Settings: what the program is, its log, and other people's work in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.logs import LOG_FILE
from tdkt_desktop.services.about import versions
from tdkt_desktop.ui.dialogs.notices_dialog import NoticesDialog
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.places import MachinePlaces
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.ui.desk import Desk


class AboutSection(Section):
    """Versions, licence, log folder, notices."""

    KEY: ClassVar[str] = "about"
    ICON: ClassVar[str] = "information-outline"
    TITLE: ClassVar[str] = N_("Giới thiệu")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("versions", N_("Phiên bản"), "version"),
        Entry("log", N_("Nhật ký của chương trình"), "log lỗi"),
        Entry("notices", N_("Phần mềm và phông chữ của bên thứ ba"), "giấy phép bản quyền"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        card = Card()
        told = " · ".join(f"{name} {number}".strip() for name, number in versions())
        self.copy_versions = _button(_("Chép"), lambda: QGuiApplication.clipboard().setText(told))
        card.add(_("Phiên bản"), self.copy_versions, told)
        log = MachinePlaces.usual().logs / LOG_FILE
        self.log = _button(_("Mở thư mục"), lambda: desk.opener.open_folder(log))
        hint = _("Ghi chương trình đã làm gì, không ghi nội dung văn bản.")
        card.add(_("Nhật ký của chương trình"), self.log, f"{hint} {log.parent}")
        self.notices = _button(_("Xem…"), self._show_notices)
        name = _("Phần mềm và phông chữ của bên thứ ba")
        card.add(name, self.notices, _("Tên, phiên bản và giấy phép của từng phần."))
        licence = _("Chương trình là phần mềm tự do theo giấy phép MIT.")
        self.column.addWidget(card)
        self.column.addWidget(text_label(licence, "hint", wrap=True))
        self.place("versions", self.copy_versions)
        self.place("log", self.log)
        self.place("notices", self.notices)

    def _show_notices(self) -> None:
        dialog = NoticesDialog(self.desk, self)
        dialog.exec()
        dialog.deleteLater()


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked=False: act())
    return button
