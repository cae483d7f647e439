"""Somebody new: the few things that tell them from others; the rest is for their card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import SEX_NAMES, PersonData, Sex
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class NewPersonDialog(ActDialog):
    """Stores the person itself, so that what is wrong can be put right here."""

    def __init__(self, desk: Desk, group_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Thêm người"), _("Thêm"), parent)
        self._desk = desk
        self.made: int | None = None
        self.name = QLineEdit()
        self.birth = DateEdit(desk.today())
        self.sex = QComboBox()
        self.group = QComboBox()
        self.position = QLineEdit()
        self._namesake = text_label("", "warning", wrap=True)
        self._folded = [(fold(row.full_name), row) for row in desk.context.people.rows()]
        self._fill(group_id)
        self._name = add_row(self.body, _("Họ và tên"), self.name)
        self._birth = Field(_("Ngày sinh (nếu cần)"), self.birth)
        sex = Field(_("Giới tính"), self.sex)
        add_pair(self.body, ((self._birth, 1), (sex, 1)))
        position = Field(_("Chức vụ (nếu cần)"), self.position)
        add_pair(self.body, ((Field(_("Tổ"), self.group), 1), (position, 1)))
        self.body.addWidget(self._namesake)
        self._namesake.hide()
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._store)
        self.name.textChanged.connect(lambda _text: self._check())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)
        self._check()

    def data(self) -> PersonData:
        """Return what the fields say."""
        chosen = self.sex.currentData()
        return PersonData(
            clean_line(self.name.text()),
            birth_date=self.birth.day(),
            sex=Sex(chosen) if chosen else None,
            group_id=self.group.currentData(),
            position=self.position.text(),
        )

    def _fill(self, group_id: int | None) -> None:
        self.sex.addItem(_("Chưa rõ"), None)
        for sex, word in SEX_NAMES.items():
            self.sex.addItem(_(word), sex)
        self.group.addItem(_("Chưa xếp tổ"), None)
        for group in self._desk.context.groups.groups():
            self.group.addItem(group.name, group.id)
        self.group.setCurrentIndex(max(0, self.group.findData(group_id)))

    def _check(self) -> None:
        """Say what is missing, and whether somebody of that name is there already."""
        name = fold(clean_line(self.name.text()))
        self.act.setEnabled(bool(name))
        self.act.setToolTip("" if name else _("Xin nhập họ và tên."))
        same = next((row for folded, row in self._folded if folded == name), None) if name else None
        self._namesake.setHidden(same is None)
        if same is not None:
            words = _("Đã có {name}{group} trong danh sách.")
            group = f" ({same.group_name})" if same.group_name else ""
            self._namesake.setText(words.format(name=same.full_name, group=group))

    def _store(self) -> None:
        self._birth.set_error(self.birth.fault())
        if self.birth.is_wrong():
            self.birth.setFocus()
            return
        try:
            self.made = self._desk.context.people.add(self.data())
        except UserError as error:
            self._name.set_error(str(error))
            return
        self.accept()
