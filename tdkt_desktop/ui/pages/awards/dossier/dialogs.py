"""The dialogs of a dossier: made, sent, decided, and what is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_views import (
    LEVEL_NAMES,
    DossierForm,
    DossierLevel,
)
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.dossier_views import DossierView, Proposable
    from tdkt_desktop.ui.desk import Desk

_DATA = Qt.ItemDataRole.UserRole
_LINES = 9


class MakeDialog(ActDialog):
    """A new dossier, or what is said about one; a new one takes whole awards at once."""

    def __init__(
        self,
        desk: Desk,
        form: DossierForm,
        free: Sequence[Proposable],
        parent: QWidget | None = None,
        *,
        new: bool = True,
    ) -> None:
        title = _("Lập hồ sơ đề nghị") if new else _("Sửa hồ sơ đề nghị")
        super().__init__(title, _("Lập hồ sơ") if new else _("Lưu"), parent)
        self._form, self._free, self._new = form, tuple(free), new
        self.name = QLineEdit(form.name)
        self.receiver = QLineEdit(form.receiver)
        levels = [Segment(level.value, _(LEVEL_NAMES[level])) for level in DossierLevel]
        self.level = Segments(_("Ai quyết định"), levels, desk.theme)
        self.level.set_value(form.level.value)
        self.deadline = DateEdit(desk.today(), form.deadline)
        self.received = DateEdit(desk.today(), form.received_on)
        self.awards = QListWidget()
        self.awards.setSpacing(3)
        self._arrange()
        self._offer()
        self.name.textChanged.connect(self._allow)
        self.awards.itemChanged.connect(lambda _item: self._allow())
        self._allow()

    def form(self) -> DossierForm:
        """Return what the fields say."""
        return DossierForm(
            name=clean_line(self.name.text()),
            receiver=clean_line(self.receiver.text()),
            level=DossierLevel(self.level.value()),
            deadline=self.deadline.day(),
            received_on=self.received.day(),
            note=self._form.note,
        )

    def chosen(self) -> list[Proposable]:
        """Return the nominees of the awards that are ticked."""
        codes = {item.data(_DATA) for item in self._items() if _ticked(item)}
        return [one for one in self._free if one.award in codes]

    def _arrange(self) -> None:
        self.body.addWidget(self.level)
        add_row(self.body, _("Tên hồ sơ"), self.name)
        add_row(self.body, _("Cơ quan nhận hồ sơ"), self.receiver)
        received = Field(_("Ngày cơ quan tiếp nhận (nếu có)"), self.received)
        add_pair(self.body, ((Field(_("Hạn nộp (nếu có)"), self.deadline), 1), (received, 1)))
        self.awards.setAccessibleName(_("Danh hiệu, hình thức đưa vào hồ sơ"))
        if self._new:
            add_row(
                self.body,
                _("Đưa vào hồ sơ"),
                self.awards,
                _("Những trường hợp Hội đồng đã thông qua và chưa nằm trong hồ sơ nào."),
            )
        height = self.fontMetrics().height()
        self.resize(self.fontMetrics().averageCharWidth() * 78, height * 24)

    def _offer(self) -> None:
        names = {one.award: one.name for one in self._free}
        for code, name in names.items():
            count = sum(one.award == code for one in self._free)
            item = QListWidgetItem(_("{name} ({n})").format(name=name, n=count), self.awards)
            item.setData(_DATA, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.awards.item(row) for row in range(self.awards.count())]

    def _allow(self) -> None:
        enough = bool(self.chosen()) or not self._new
        self.act.setEnabled(bool(clean_line(self.name.text())) and enough)


class SendDialog(ActDialog):
    """When a dossier left, to whom, and when it was taken in."""

    def __init__(self, desk: Desk, view: DossierView, parent: QWidget | None = None) -> None:
        super().__init__(_("Ghi đã gửi hồ sơ"), _("Ghi đã gửi"), parent)
        self.day = DateEdit(desk.today(), desk.today())
        self.to = QLineEdit(view.sent_to or view.form.receiver)
        self.received = DateEdit(desk.today(), view.form.received_on)
        self.body.addWidget(text_label(view.form.name, "strong", wrap=True))
        add_row(self.body, _("Nơi nhận"), self.to)
        received = Field(
            _("Ngày cơ quan tiếp nhận (nếu đã biết)"),
            self.received,
            _("Quy định áp dụng cho hồ sơ tính theo ngày này."),
        )
        add_pair(self.body, ((Field(_("Ngày gửi"), self.day), 1), (received, 1)))
        self.resize(self.fontMetrics().averageCharWidth() * 74, 260)
        self.to.textChanged.connect(self._allow)
        self.day.textChanged.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        self.act.setEnabled(bool(clean_line(self.to.text())) and self.day.day() is not None)


class PrizeDialog(ActDialog):
    """What the school pays to some nominees; an empty field goes back to the law's sum."""

    def __init__(self, whom: str, amount: int | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Sửa tiền thưởng"), _("Lưu"), parent)
        self.body.addWidget(text_label(whom, "strong", wrap=True))
        self.amount_field = QLineEdit("" if amount is None else str(amount))
        add_row(
            self.body,
            _("Số tiền (đồng)"),
            self.amount_field,
            _("Để trống để tính theo lương cơ sở và hệ số trong sổ quy định."),
        )
        self.amount_field.textChanged.connect(self._allow)
        self.resize(self.fontMetrics().averageCharWidth() * 60, 200)
        self._allow()

    def amount(self) -> int | None:
        """Return the sum, None for that of the law."""
        digits = self._digits()
        return int(digits) if digits else None

    def _digits(self) -> str:
        return "".join(self.amount_field.text().replace(".", "").replace(",", "").split())

    def _allow(self) -> None:
        digits = self._digits()
        self.act.setEnabled(not digits or digits.isdecimal())


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
