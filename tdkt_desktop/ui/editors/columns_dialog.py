"""The dialog in which a table's columns are added, named, ordered, and told what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.blocks import Column, ColumnRole
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.tables.sheet_columns import ColumnChoice, choices_of, with_columns
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.documents.blocks import Table

ROLE_NAMES: Final = {
    ColumnRole.NUMBER: N_("Số thứ tự"),
    ColumnRole.CONTENT: N_("Nội dung"),
    ColumnRole.LEAD: N_("Chủ trì"),
    ColumnRole.EXECUTOR: N_("Thực hiện"),
    ColumnRole.COORDINATOR: N_("Phối hợp"),
    ColumnRole.DUE: N_("Thời gian"),
    ColumnRole.NOTE: N_("Ghi chú"),
    ColumnRole.COUNT: N_("Số lượng"),
    ColumnRole.OTHER: N_("Cột khác"),
}


class ColumnsDialog(QDialog):
    """Shows one line for each column: its title, the head above it, and what its cells say."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._choices = list(choices_of(table))
        self.setWindowTitle(_("Các cột của bảng"))
        self.resize(620, 380)
        self._grid = QTableWidget(0, 3)
        self._grid.setHorizontalHeaderLabels([_("Tên cột"), _("Ô gộp ở trên"), _("Ý nghĩa")])
        self._grid.setAccessibleName(_("Các cột của bảng"))
        self._grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._grid.horizontalHeader().setStretchLastSection(True)
        self._grid.setColumnWidth(0, 220)
        self._grid.setColumnWidth(1, 160)
        layout = QVBoxLayout(self)
        layout.addLayout(self._acts())
        layout.addWidget(self._grid, 1)
        layout.addLayout(self._ends())
        self._fill()

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, act in (
            (_("Thêm cột"), self.add),
            (_("Xoá cột"), self.remove),
            (_("Lên"), lambda: self.shift(-1)),
            (_("Xuống"), lambda: self.shift(1)),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, a=act: a())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _ends(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        leave, done = QPushButton(_("Huỷ")), QPushButton(_("Dùng các cột này"))
        done.setProperty("kind", "primary")
        done.setDefault(True)
        leave.clicked.connect(self.reject)
        done.clicked.connect(self.accept)
        row.addWidget(leave)
        row.addWidget(done)
        return row

    def edited_table(self) -> Table:
        """Return the table with the columns as they now stand."""
        self._read()
        return with_columns(self._table, self._choices)

    def add(self) -> None:
        """Add a column below the chosen one."""
        self._read()
        at = self._grid.currentRow() + 1 or len(self._choices)
        self._choices.insert(at, ColumnChoice(Column(_("Cột mới"))))
        self._fill(at)

    def remove(self) -> None:
        """Take the chosen column away; one always stays."""
        self._read()
        at = self._grid.currentRow()
        if at >= 0 and len(self._choices) > 1:
            self._choices.pop(at)
            self._fill(min(at, len(self._choices) - 1))

    def shift(self, steps: int) -> None:
        """Move the chosen column to the left (-1) or right (1)."""
        self._read()
        at = self._grid.currentRow()
        if at >= 0 and 0 <= at + steps < len(self._choices):
            self._choices.insert(at + steps, self._choices.pop(at))
            self._fill(at + steps)

    def _fill(self, current: int = 0) -> None:
        self._grid.setRowCount(len(self._choices))
        for row, choice in enumerate(self._choices):
            self._grid.setItem(row, 0, QTableWidgetItem(choice.column.title))
            self._grid.setItem(row, 1, QTableWidgetItem(choice.column.over))
            self._grid.setCellWidget(row, 2, _role_box(choice.column.role))
        self._grid.setCurrentCell(current, 0)

    def _read(self) -> None:
        for row, choice in enumerate(self._choices):
            box = self._grid.cellWidget(row, 2)
            role = box.currentData() if isinstance(box, QComboBox) else choice.column.role
            title, over = self._text(row, 0), self._text(row, 1)
            column = replace(choice.column, title=title, over=over, role=ColumnRole(role))
            self._choices[row] = replace(choice, column=column)

    def _text(self, row: int, column: int) -> str:
        item = self._grid.item(row, column)
        return clean_line(item.text()) if item is not None else ""


def _role_box(role: ColumnRole) -> QComboBox:
    box = QComboBox()
    for one, name in ROLE_NAMES.items():
        box.addItem(_(name), one.value)
    box.setCurrentIndex(list(ROLE_NAMES).index(role))
    box.setAccessibleName(_("Ý nghĩa của cột"))
    guard_wheel(box)
    return box
