"""Settings: the register of issued documents, by year and issuing body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.register_dialog import RegisterDialog
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tdkt_desktop.services.issuing import RegisterLine
    from tdkt_desktop.ui.desk import Desk

_BODY: Final = 1


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one issuing body in one calendar year."""

    year: int
    body: str
    count: int
    last: str
    last_day: date


class RegisterSection(Section):
    """Shows how far each series of numbers has come; the register itself opens from here."""

    KEY: ClassVar[str] = "register"
    ICON: ClassVar[str] = "format-list-numbered"
    TITLE: ClassVar[str] = N_("Sổ văn bản đi")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"issued_document"})
    FILLS: ClassVar[bool] = True
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("open", N_("Mở sổ văn bản đi"), "số văn bản đã ban hành tệp lưu"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = ColumnsModel(
            (
                TextColumn[Series](N_("Năm"), lambda one: str(one.year)),
                TextColumn[Series](N_("Cơ quan ban hành"), lambda one: one.body),
                TextColumn[Series](N_("Đã ban hành"), lambda one: str(one.count), right=True),
                TextColumn[Series](N_("Số sau cùng"), lambda one: one.last, right=True),
                TextColumn[Series](
                    N_("Ngày"), lambda one: short_date(one.last_day, padded=True), right=True
                ),
            )
        )
        self.view = ListView(desk.theme, self.model, _BODY)
        self.view.setAccessibleName(_("Dãy số văn bản theo năm"))
        self.view.opened.connect(lambda _row: self.open_register())
        self.note = text_label("", "hint", wrap=True)
        self.open = QPushButton(_("Mở sổ văn bản đi…"))
        self.open.clicked.connect(self.open_register)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        self.column.addWidget(self.note)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(row)
        self.column.addStretch(0)
        self.place("open", self.open)
        self.refresh()

    def refresh(self) -> None:
        series = list(_series(self.context.issuing.register()))
        self.model.show(series)
        self.view.fit_columns()
        self.view.setVisible(bool(series))
        self.open.setEnabled(bool(series))
        self.note.setText(
            _("Mỗi cơ quan ban hành có một dãy số riêng, bắt đầu lại từ 01 mỗi năm dương lịch.")
            if series
            else _(
                "Chưa có văn bản nào được ban hành. Khi ban hành kế hoạch, số và tệp lưu vào sổ."
            )
        )

    def open_register(self) -> None:
        """Show every issued document with its kept file."""
        dialog = RegisterDialog(self.desk, self)
        dialog.exec()
        dialog.deleteLater()


def _series(lines: Sequence[RegisterLine]) -> Iterator[Series]:
    """Yield the series, the newest year first; the lines come ordered by year and body."""
    for (year, body), group in groupby(lines, lambda line: (line.year, line.issuing_body)):
        listed = list(group)
        last = listed[-1]
        yield Series(year, body, len(listed), f"{last.number}/{last.symbol}", last.issued_on)
