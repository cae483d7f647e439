"""The register of issued documents: by year, with the kept file of each."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.issuing import RegisterLine
    from tdkt_desktop.ui.desk import Desk

_COLUMNS: Final[tuple[TextColumn[RegisterLine], ...]] = (
    TextColumn(
        N_("Số, ký hiệu"),
        lambda line: f"{line.number}/{line.symbol}",
        lambda line: (line.year, line.number.zfill(6)),
    ),
    TextColumn(
        N_("Ngày"),
        lambda line: short_date(line.issued_on, padded=True),
        lambda line: line.issued_on,
        right=True,
    ),
    TextColumn(N_("Trích yếu"), lambda line: line.subject),
    TextColumn(N_("Người ký"), lambda line: line.signer, quiet=True),
    TextColumn(N_("Cơ quan ban hành"), lambda line: line.issuing_body, quiet=True),
)
_SUBJECT: Final = 2


class RegisterDialog(ActDialog):
    """Lists what was issued; the kept file opens as a copy, so that it stays as it was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Sổ văn bản đi"), _("Mở tệp đã lưu"), parent, leave=_("Đóng"))
        self._desk = desk
        self._copies = Path(tempfile.mkdtemp(prefix="tdkt-"))
        self._lines = desk.context.issuing.register()
        self.year = QComboBox()
        guard_wheel(self.year)
        self.filter = QLineEdit()
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, _SUBJECT)
        self.save = QPushButton(_("Lưu bản sao…"))
        self._count = text_label("", "hint")
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        self.year.setAccessibleName(_("Năm của sổ"))
        self.year.addItem(_("Mọi năm"), None)
        for year in sorted({line.year for line in self._lines}, reverse=True):
            self.year.addItem(_("Năm {year}").format(year=year), year)
        self.filter.setPlaceholderText(_("Lọc số, trích yếu, người ký…"))
        self.filter.setAccessibleName(_("Lọc sổ văn bản đi"))
        self.filter.setClearButtonEnabled(True)
        self.view.setAccessibleName(_("Văn bản đã ban hành"))
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.year)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._count)
        self.save.setAutoDefault(False)
        self.add_at_foot(self.save)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 140, unit.height() * 28)

    def _connect(self) -> None:
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.view.opened.connect(lambda _row: self._open())
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        self.filter.textChanged.connect(lambda _text: self._show())
        self.year.currentIndexChanged.connect(lambda _index: self._show())

    def _show(self) -> None:
        year, words = self.year.currentData(), fold(self.filter.text()).split()
        shown = [
            line
            for line in self._lines
            if year in (None, line.year) and all(word in _folded(line) for word in words)
        ]
        self.model.show(shown)
        self.view.fit_columns()
        if shown:
            self.view.selectRow(0)
            self._count.setText(_("Hiện {n} / {all}").format(n=len(shown), all=len(self._lines)))
        else:
            empty = _("Chưa có văn bản nào được ban hành.")
            self._count.setText(empty if not self._lines else _("Không có văn bản nào như vậy."))
        self._enable()

    def _enable(self) -> None:
        one = len(self.view.rows()) == 1
        self.act.setEnabled(one)
        self.save.setEnabled(one)

    def _chosen(self) -> RegisterLine:
        return self.model.item(self.view.rows()[0])

    def _open(self) -> None:
        line = self._chosen()
        copy = self._copies / line.file_name
        if self._copied(line, copy, overwrite=True) and not self._desk.opener.open_file(copy):
            self._desk.opener.copy_path(copy)
            self._desk.feedback.note(_("Máy không mở được tệp. Đã chép đường dẫn."))

    def _save(self) -> None:
        line = self._chosen()
        folder = existing_folder(self._desk.preferences.current.export_folder)
        target = self._desk.chooser.save_file(
            self, _("Lưu bản sao"), Path(folder) / line.file_name, _("Tệp Word (*.docx)")
        )
        if target is not None and self._copied(line, target, overwrite=False):
            self._desk.feedback.note(_("Đã lưu {file}.").format(file=target.name))

    def _copied(self, line: RegisterLine, target: Path, *, overwrite: bool) -> bool:
        try:
            self._desk.context.issuing.copy_kept(line, target, overwrite=overwrite)
        except UserError as error:
            self._desk.feedback.error(error, self)
            return False
        return True


def _folded(line: RegisterLine) -> str:
    return fold(" ".join(column.text(line) for column in _COLUMNS))
