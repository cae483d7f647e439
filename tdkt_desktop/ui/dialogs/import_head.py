"""The fields above the review of an import: what the document says at its head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QWidget

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.i18n import _
from tdkt_desktop.services.import_review import KIND_TITLES, HeadFields, head_of
from tdkt_desktop.services.reading import period_of
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field
from tdkt_desktop.ui.widgets.period_combo import PeriodCombo

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.reading import PlanReading


class ImportHead(QFrame):
    """Follows the reading until a person writes into a field; from then on that field is theirs."""

    changed = Signal()

    def __init__(self, reading: PlanReading, today: date) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._touched: set[QWidget] = set()
        self._following = False
        self.kind = QComboBox()
        for kind, title in KIND_TITLES.items():
            self.kind.addItem(title.capitalize(), kind)
        self.number, self.signer = QLineEdit(), QLineEdit()
        self.date = DateEdit(today)
        self.period = PeriodCombo(today)
        self.recipients = QLineEdit()
        self.recipients.setReadOnly(True)
        self.period.offer_both(period_of(reading, today))
        self._date_field = Field(_("Ngày ban hành"), self.date)
        self._fields = (
            Field(_("Loại văn bản"), self.kind),
            Field(_("Số, ký hiệu"), self.number),
            self._date_field,
            Field(_("Năm của kế hoạch"), self.period),
            Field(_("Người ký"), self.signer),
            Field(_("Nơi nhận"), self.recipients),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 12)
        self._grid.setHorizontalSpacing(14)
        self._columns = 0
        self._arrange()
        self.follow(reading)
        self._connect()

    def follow(self, reading: PlanReading) -> None:
        """Show what the reading says now, but for what a person has written."""
        head = head_of(reading.document)
        number = f"{head.number}/{head.symbol}" if head.number or head.symbol else ""
        self._following = True
        self._put(self.kind, lambda: self.kind.setCurrentIndex(self.kind.findData(head.kind)))
        self._put(self.number, lambda: self.number.setText(number))
        self._put(self.signer, lambda: self.signer.setText(head.signer))
        self._put(self.date, lambda: self.date.set_day(head.issued_on))
        self.recipients.setText(_("{n} nơi nhận").format(n=len(reading.document.recipients)))
        self._following = False

    def fields(self) -> HeadFields:
        """Return what the fields say."""
        number, slash, symbol = self.number.text().strip().partition("/")
        if not slash and not number.isdigit():
            number, symbol = "", number
        kind = self.kind.currentData()
        return HeadFields(
            DocumentKind(kind) if kind else DocumentKind.PLAN,
            number.strip(),
            symbol.strip(),
            self.date.day(),
            self.signer.text().strip(),
        )

    def chosen_period(self) -> PlanPeriod:
        """Return the year that the plan is for."""
        return self.period.period()

    def is_valid(self) -> bool:
        """Tell whether every field can be understood."""
        return not self.date.is_wrong()

    def _put(self, field: QWidget, show: object) -> None:
        if field not in self._touched and callable(show):
            show()

    def _connect(self) -> None:
        self.period.activated.connect(lambda _index: self.changed.emit())
        self.kind.activated.connect(lambda _index: self._touch(self.kind))
        self.number.textEdited.connect(lambda _text: self._touch(self.number))
        self.signer.textEdited.connect(lambda _text: self._touch(self.signer))
        self.date.textChanged.connect(lambda _text: self._date_touched())

    def _date_touched(self) -> None:
        self._date_field.set_error(self.date.fault())
        if not self._following:
            self._touch(self.date)

    def _touch(self, field: QWidget) -> None:
        self._touched.add(field)
        self.changed.emit()

    def _arrange(self) -> None:
        """Lay the fields in one row, or in two where the dialog is narrow."""
        wide = self.width() > self.fontMetrics().averageCharWidth() * 120
        columns = len(self._fields) if wide else len(self._fields) // 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
