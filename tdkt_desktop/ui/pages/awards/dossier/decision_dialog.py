"""The dialog of a decision: typed in, or read from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_views import Decision, DossierLevel, EntryResult
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.decision_lists import DecisionList
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.ui.desk import Desk

_DATA: Final = Qt.ItemDataRole.UserRole


class DecisionDialog(ActDialog):
    """A decision: number, day, body, and whom it names."""

    def __init__(self, desk: Desk, view: DossierView, parent: QWidget | None = None) -> None:
        super().__init__(_("Ghi quyết định"), _("Ghi quyết định"), parent)
        self._desk, self._view = desk, view
        known = view.decision
        own = desk.context.school.profile().official_name
        body = view.sent_to or view.form.receiver
        if view.form.level is DossierLevel.SCHOOL:
            body = own
        self.number = QLineEdit(known.number if known else "")
        self.number.setPlaceholderText(_("123/QĐ-UBND"))
        self.day = DateEdit(desk.today(), known.decided_on if known else desk.today())
        self.deciding_body = QLineEdit(known.body if known else body)
        self.names = QListWidget()
        self.names.setSpacing(3)
        self.names.setAccessibleName(_("Những trường hợp được tặng"))
        self.body.addWidget(text_label(view.form.name, "strong", wrap=True))
        add_pair(
            self.body,
            ((Field(_("Số quyết định"), self.number), 1), (Field(_("Ngày"), self.day), 1)),
        )
        add_row(self.body, _("Cơ quan quyết định"), self.deciding_body)
        add_row(
            self.body,
            _("Được tặng"),
            self.names,
            _("Bỏ đánh dấu những trường hợp không có tên trong quyết định."),
        )
        self.told = text_label("", "hint", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        self.from_file = IconButton(desk.theme, _("Đọc từ Excel…"), "table")
        self.add_at_foot(self.from_file)
        self.from_file.clicked.connect(self._read)
        for entry in view.entries:
            self._add(entry)
        self.resize(self.fontMetrics().averageCharWidth() * 78, 480)
        for field in (self.number, self.day, self.deciding_body):
            field.textChanged.connect(self._allow)
        self._allow()

    def decision(self) -> Decision:
        """Return the decision as it was written."""
        day: date | None = self.day.day()
        if day is None:
            raise ValueError("the dialog is not accepted without a day")
        return Decision(clean_line(self.number.text()), day, clean_line(self.deciding_body.text()))

    def granted(self) -> list[int]:
        """Return the nominees whom the decision names."""
        items = (self.names.item(row) for row in range(self.names.count()))
        return [item.data(_DATA) for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_list(self, found: DecisionList) -> None:
        """Take over what a list says; fields that it does not speak of stay."""
        for row in range(self.names.count()):
            item = self.names.item(row)
            _tick(item, ticked=item.data(_DATA) in found.granted)
        if found.number:
            self.number.setText(found.number)
        if found.decided_on:
            self.day.set_day(found.decided_on)
        if found.body:
            self.deciding_body.setText(found.body)
        parts = [
            _("Danh sách có {n} / {all} trường hợp của hồ sơ.").format(
                n=len(found.granted), all=self.names.count()
            )
        ]
        if found.unknown:
            names = ", ".join(found.unknown)
            parts.append(_("Không có trong hồ sơ: {names}.").format(names=names))
        self.told.setText(" ".join(parts))
        self.told.show()
        self._allow()

    def _read(self) -> None:
        folder = existing_folder(self._desk.preferences.current.export_folder)
        kinds = _("Bảng tính (*.xlsx *.csv)")
        path = self._desk.chooser.open_file(self, _("Đọc quyết định từ Excel"), folder, kinds)
        if path is None:
            return
        try:
            self.show_list(self._desk.context.decision_lists.read(self._view, path))
        except UserError as error:
            self._desk.feedback.error(error, self)

    def _add(self, entry: EntryView) -> None:
        item = QListWidgetItem(f"{entry.who} – {entry.name}", self.names)
        item.setData(_DATA, entry.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        refused = entry.result is EntryResult.REFUSED
        _tick(item, ticked=not refused)

    def _allow(self) -> None:
        said = clean_line(self.number.text()) and clean_line(self.deciding_body.text())
        self.act.setEnabled(bool(said) and self.day.day() is not None)


def _tick(item: QListWidgetItem, *, ticked: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
