"""A new collective: its name, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.groups import kind_of
from tdkt_desktop.services.people_views import GROUP_KIND_NAMES, GroupKind
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class NewGroupDialog(ActDialog):
    """What it is follows from the name until somebody says otherwise."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Thêm tổ"), _("Thêm"), parent)
        self._desk = desk
        self.made: int | None = None
        self._said = False
        self.name = QLineEdit()
        self.kind = QComboBox()
        self.kind.addItems([_(name) for name in GROUP_KIND_NAMES.values()])
        hint = _("Ví dụ: Tổ 1, Tổ Toán - Tin, Tổ Văn phòng. Trường cũng là một tập thể.")
        self._name = add_row(self.body, _("Tên"), self.name, hint)
        add_row(self.body, _("Là"), self.kind)
        self.name.textChanged.connect(lambda _text: self._follow())
        self.kind.activated.connect(lambda _index: self._say())
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._store)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)
        self._follow()

    def chosen_kind(self) -> GroupKind:
        """Return what the collective is."""
        return list(GROUP_KIND_NAMES)[self.kind.currentIndex()]

    def _follow(self) -> None:
        name = clean_line(self.name.text())
        if not self._said:
            kind = kind_of(name) if name else GroupKind.TEACHING
            self.kind.setCurrentIndex(list(GROUP_KIND_NAMES).index(kind))
        self._name.set_error("")
        self.act.setEnabled(bool(name))
        self.act.setToolTip("" if name else _("Xin nhập tên tổ."))

    def _say(self) -> None:
        """Keep what somebody chose; the school's name is known already."""
        self._said = True
        if self.chosen_kind() is GroupKind.SCHOOL and not self.name.text().strip():
            self.name.setText(self._desk.context.school.profile().official_name)

    def _store(self) -> None:
        try:
            self.made = self._desk.context.groups.add(self.name.text(), self.chosen_kind())
        except UserError as error:
            self._name.set_error(str(error))
            return
        self.accept()
