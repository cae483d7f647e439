"""Certificates to be printed: on the school's blanks, moved as they need it, or whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.certificates import Offset
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk

_PLAIN, _BLANK = "plain", "blank"
_MOST = 60.0
_STEP = 0.5


class CertificateDialog(ActDialog):
    """`testing` wants the test sheet with the offsets that stand here."""

    testing = Signal()

    def __init__(self, desk: Desk, count: int, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(_("In giấy khen"), _("Xuất tệp PDF…"), parent)
        self.way = Segments(
            _("Cách in"),
            (
                Segment(_PLAIN, _("Giấy khen trơn A4")),
                Segment(_BLANK, _("Lên phôi in sẵn")),
            ),
            desk.theme,
        )
        self.way.set_value(_PLAIN)
        self.reason = QLineEdit(reason)
        offset = desk.context.certificates.offset()
        self.right, self.down = self._spin(offset.right), self._spin(offset.down)
        self.test = IconButton(desk.theme, _("Trang in thử…"), "printer-outline")
        self.body.addWidget(text_label(_("{n} giấy khen").format(n=count), "strong"))
        self.body.addWidget(self.way)
        add_row(self.body, _("Thành tích ghi trên giấy khen"), self.reason)
        hint = _("Số âm là dịch sang trái, lên trên. In trang thử ra giấy trắng rồi áp lên phôi.")
        self._right = Field(_("Dịch sang phải (mm)"), self.right, hint)
        self._down = Field(_("Dịch xuống dưới (mm)"), self.down)
        add_pair(self.body, ((self._right, 1), (self._down, 1)))
        self.add_at_foot(self.test)
        self.way.chosen.connect(lambda _way: self._show_offsets())
        self.test.clicked.connect(self.testing)
        self.resize(self.fontMetrics().averageCharWidth() * 74, 340)
        self._show_offsets()

    @property
    def on_blank(self) -> bool:
        """Whether the school's blanks are printed on."""
        return self.way.value() == _BLANK

    def offset(self) -> Offset:
        """Return how far the print is to be moved."""
        return Offset(self.right.value(), self.down.value())

    def _spin(self, value: float) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setLocale(QLocale(QLocale.Language.Vietnamese))
        spin.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        spin.setRange(-_MOST, _MOST)
        spin.setSingleStep(_STEP)
        spin.setDecimals(1)
        spin.setValue(value)
        guard_wheel(spin)
        return spin

    def _show_offsets(self) -> None:
        for widget in (self._right, self._down, self.test):
            widget.setVisible(self.on_blank)
