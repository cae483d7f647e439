"""A staff list before it is taken in: each row with what would come of it, to be looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_preview import RowOutcome
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.people_import_detail import RowDetail
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.tables.check_delegate import CheckDelegate
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.people_preview_model import (
    DETAIL_COLUMN,
    TAKE_COLUMN,
    PreviewModel,
)
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.people_preview import Choice, PeoplePreview, PreviewRow
    from tdkt_desktop.ui.desk import Desk

_ALL: Final = "all"
_SHOWN: Final = (
    (RowOutcome.NEW, N_("Thêm mới")),
    (RowOutcome.UPDATE, N_("Cập nhật")),
    (RowOutcome.DOUBTFUL, N_("Chưa rõ")),
    (RowOutcome.FAILED, N_("Lỗi")),
    (RowOutcome.UNCHANGED, N_("Không đổi")),
)


class PeopleImportDialog(ActDialog):
    """Nothing is stored before the verb; what was decided is in `choices`."""

    def __init__(self, desk: Desk, preview: PeoplePreview, parent: QWidget | None = None) -> None:
        super().__init__(_("Nhập danh sách nhân sự"), "", parent)
        self._desk, self.preview = desk, preview
        self.model = PreviewModel(preview)
        self.view = ListView(desk.theme, self.model, DETAIL_COLUMN)
        self.view.setItemDelegate(CheckDelegate(desk.theme, self.view))
        self.detail = RowDetail()
        self.kinds = Segments(_("Các dòng hiện"), self._segments(), desk.theme)
        self.failed = QPushButton(_("Ghi các dòng chưa nhập được ra tệp…"))
        self._exporter = Exporter(desk, self)
        self._arrange()
        self._connect()
        self._turn(_ALL)
        self._count()

    @property
    def choices(self) -> Mapping[int, Choice]:
        """What was decided, by the numbers of the rows."""
        return self.model.choices

    # --- making ---

    def _segments(self) -> list[Segment]:
        counts = self.preview.counts
        found = [Segment(_ALL, _("Tất cả {n}").format(n=len(self.preview.rows)))]
        found += [
            Segment(outcome.value, f"{_(word)} {counts[outcome]}")
            for outcome, word in _SHOWN
            if counts[outcome]
        ]
        return found

    def _arrange(self) -> None:
        self.kinds.set_value(_ALL)
        self.view.setAccessibleName(_("Các dòng của danh sách"))
        self.body.addWidget(text_label(self._source(), "section", wrap=True))
        for line, look in self._facts():
            self.body.addWidget(text_label(line, look, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.detail)
        self.failed.setAutoDefault(False)
        self.add_at_foot(self.failed)
        self.view.fit_columns(34)
        unit = self.fontMetrics()
        room = self.screen().availableGeometry()
        self.resize(
            min(unit.averageCharWidth() * 130, room.width() - 40),
            min(unit.height() * 38, room.height() - 60),
        )

    def _source(self) -> str:
        preview = self.preview
        sheet = _("trang “{sheet}”").format(sheet=preview.sheet) if preview.sheet else ""
        return ", ".join(part for part in (preview.source, sheet) if part)

    def _facts(self) -> list[tuple[str, str]]:
        """Return what has to be known of the whole list."""
        preview = self.preview
        facts = [(note, "hint") for note in preview.notes]
        if preview.unknown:
            names = ", ".join(f"“{name}”" for name in preview.unknown)
            facts.append((_("Cột không hiểu nên bỏ qua: {names}.").format(names=names), "warning"))
        if preview.new_groups:
            names = ", ".join(preview.new_groups)
            facts.append((_("Sẽ tạo tổ mới: {names}.").format(names=names), "hint"))
        return facts

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._turn)
        self.model.decided.connect(self._count)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().currentChanged.connect(lambda *_a: self._show_detail())
        self.detail.answered.connect(self.model.choose)
        self.failed.clicked.connect(self._write_failed)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._toggle(self._chosen()))

    # --- inside ---

    def _turn(self, which: str) -> None:
        self.model.show_only(None if which == _ALL else RowOutcome(which))
        if self.model.rowCount():
            self.view.selectRow(0)
        self._show_detail()

    def _chosen(self) -> list[PreviewRow]:
        return [self.model.row(place) for place in self.view.rows()]

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == TAKE_COLUMN:
            row = self.model.row(index.row())
            chosen = self._chosen()
            self._toggle(chosen if row in chosen else [row])

    def _toggle(self, rows: list[PreviewRow]) -> None:
        """Leave the rows out, or take them in where all of them are left out."""
        out = {self.model.outcome(row) is None for row in rows}
        self.model.take(rows, taken=out == {True})
        self._show_detail()

    def _show_detail(self) -> None:
        index = self.view.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        chosen = self.choices.get(row.number) if row is not None else None
        self.detail.show_row(row, chosen)

    def _count(self) -> None:
        """Say on the verb how many would come in, and why it may be off."""
        count = sum(1 for _row in self.model.taken())
        left_out = sum(1 for _row in self.preview.left_out(self.choices))
        self.act.setText(_("Nhập {n} người").format(n=count) if count else _("Nhập"))
        self.act.setEnabled(bool(count))
        self.act.setToolTip("" if count else _("Không có dòng nào mới hoặc khác với đã lưu."))
        self.failed.setVisible(bool(left_out))

    def _write_failed(self) -> None:
        write_left_out(self._desk, self._exporter, self.preview, self.choices)


def write_left_out(
    desk: Desk, exporter: Exporter, preview: PeoplePreview, choices: Mapping[int, Choice]
) -> None:
    """Ask for a name and write the rows that were not taken in, each with the reason."""
    files, decided = desk.context.people_files, dict(choices)

    def write(target: Path, overwrite: bool) -> Path:
        return files.write_left_out(preview, target, decided, overwrite=overwrite)

    exporter.export_made(
        _("Các dòng chưa nhập được.xlsx"),
        _("Ghi các dòng chưa nhập được"),
        _("Tệp Excel (*.xlsx)"),
        write,
    )
