"""A time away from work, or a measure of discipline: its kind, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.record_views import (
    DISCIPLINE_NAMES,
    LEAVE_NAMES,
    DisciplineData,
    DisciplineKind,
    LeaveData,
    LeaveKind,
)
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk

Kind = TypeVar("Kind")


class _SpanDialog(ActDialog, Generic[Kind]):
    """The fields that both have; without an end it goes on."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        who: str,
        names: Mapping[Kind, str],
        parent: QWidget | None,
        *,
        new: bool,
    ) -> None:
        super().__init__(title, _("Thêm") if new else _("Lưu"), parent)
        self._kinds = tuple(names)
        self.kind = QComboBox()
        self.kind.addItems([_(name) for name in names.values()])
        self.first = DateEdit(desk.today())
        self.last = DateEdit(desk.today())
        self.note = QLineEdit()
        self.body.addWidget(text_label(who, "section", wrap=True))
        add_row(self.body, _("Loại"), self.kind)
        self._first = Field(_("Từ ngày"), self.first)
        self._last = Field(_("Đến ngày"), self.last, _("Để trống nếu chưa kết thúc."))
        add_pair(self.body, ((self._first, 1), (self._last, 1)))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)

    def _show(self, kind: Kind, first: date | None, last: date | None, note: str) -> None:
        self.kind.setCurrentIndex(self._kinds.index(kind))
        self.first.set_day(first)
        self.last.set_day(last)
        self.note.setText(note)

    def _ready(self) -> None:
        """Add the note below all else, and listen to the dates."""
        add_row(self.body, _("Ghi chú (nếu cần)"), self.note)
        for field in (self.first, self.last):
            field.textChanged.connect(lambda _text: self._check())
        self._check()
        self.kind.setFocus()

    def _chosen(self) -> Kind:
        return self._kinds[self.kind.currentIndex()]

    def _check(self) -> None:
        first, last = self.first.day(), self.last.day()
        fault = self.last.fault()
        if first is not None and last is not None and last < first:
            fault = _("Ngày này trước ngày bắt đầu {day}.").format(day=short_date(first))
        self._first.set_error(self.first.fault())
        self._last.set_error(fault)
        self.act.setEnabled(first is not None and not fault)
        self.act.setToolTip("" if first is not None else _("Xin nhập ngày bắt đầu."))


class LeaveDialog(_SpanDialog[LeaveKind]):
    """A time away that did not end the work."""

    def __init__(
        self, desk: Desk, data: LeaveData | None, who: str, parent: QWidget | None = None
    ) -> None:
        title = _("Thời gian nghỉ")
        super().__init__(desk, title, who, LEAVE_NAMES, parent, new=data is None)
        if data is not None:
            self._show(data.kind, data.starts_on, data.ends_on, data.note)
        self._ready()

    def data(self) -> LeaveData:
        """Return what the fields say."""
        first = self.first.day()
        if first is None:
            raise ValueError("the verb is off while there is no first day")
        return LeaveData(
            kind=self._chosen(), starts_on=first, ends_on=self.last.day(), note=self.note.text()
        )


class DisciplineDialog(_SpanDialog[DisciplineKind]):
    """A measure of discipline with its decision."""

    def __init__(
        self, desk: Desk, data: DisciplineData | None, who: str, parent: QWidget | None = None
    ) -> None:
        title = _("Hình thức kỷ luật")
        super().__init__(desk, title, who, DISCIPLINE_NAMES, parent, new=data is None)
        self.number, self.decided_by = QLineEdit(), QLineEdit()
        number = Field(_("Số quyết định (nếu có)"), self.number)
        decided_by = Field(_("Cơ quan quyết định (nếu có)"), self.decided_by)
        add_pair(self.body, ((number, 1), (decided_by, 1)))
        if data is not None:
            self._show(data.kind, data.starts_on, data.ends_on, data.note)
            self.number.setText(data.number)
            self.decided_by.setText(data.body)
        self._ready()

    def data(self) -> DisciplineData:
        """Return what the fields say."""
        first = self.first.day()
        if first is None:
            raise ValueError("the verb is off while there is no first day")
        return DisciplineData(
            kind=self._chosen(),
            starts_on=first,
            ends_on=self.last.day(),
            number=self.number.text(),
            body=self.decided_by.text(),
            note=self.note.text(),
        )
