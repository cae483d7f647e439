"""The day on which people leave the school or come back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import add_row, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REASONS: Final = (N_("Nghỉ hưu"), N_("Chuyển trường"), N_("Chuyển ngành"), N_("Thôi việc"))


class _DayDialog(ActDialog):
    """Asks for one day; the verb waits until it is one."""

    def __init__(
        self, title: str, verb: str, label: str, today: date, parent: QWidget | None
    ) -> None:
        super().__init__(title, verb, parent)
        self.date = DateEdit(today, today)
        self._field = add_row(self.body, label, self.date)
        self.date.textChanged.connect(lambda _text: self._check())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 58)

    def day(self) -> date:
        """Return the day that is written."""
        return self.date.day() or date.min

    def _check(self) -> None:
        self.act.setEnabled(self.date.day() is not None)
        self._field.set_error(self.date.fault())


class LeftDialog(_DayDialog):
    """From when on people are away, and why; below it what they leave behind."""

    def __init__(self, today: date, who: str, ties: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Ghi nghỉ, chuyển đi"), _("Ghi nghỉ"), _("Ngày nghỉ, chuyển đi"), today, parent
        )
        self.body.insertWidget(0, text_label(who, "section", wrap=True))
        self._reason = QComboBox()
        self._reason.setEditable(True)
        self._reason.addItems([_(reason) for reason in REASONS])
        self._reason.setCurrentText("")
        add_row(self.body, _("Lý do (nếu cần)"), self._reason)
        if ties:
            told = _("Việc đang giao cần chuyển cho người khác:") + "\n" + ties
            self.body.addWidget(text_label(told, "warning", wrap=True))
        self.date.setFocus()

    def reason(self) -> str:
        """Return why they leave."""
        return self._reason.currentText()


class ReturnDialog(_DayDialog):
    """From when on people are back."""

    def __init__(self, today: date, who: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Ghi trở lại"), _("Ghi trở lại"), _("Ngày trở lại"), today, parent)
        self.body.insertWidget(0, text_label(who, "section", wrap=True))
        self.date.setFocus()
