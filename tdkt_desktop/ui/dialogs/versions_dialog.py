"""The issued versions of a plan, and what each changed of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import VersionView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.exporting import Exporter


class VersionsDialog(ActDialog):
    """Versions at the left, the newest first; the changes of the chosen one at the right."""

    def __init__(
        self, desk: Desk, plan_id: int, exporter: Exporter, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Các bản đã ban hành"), _("Đóng"), parent)
        self.leave.hide()
        self._desk, self._plan_id, self._exporter = desk, plan_id, exporter
        self._versions = tuple(reversed(desk.context.issuing.versions(plan_id)))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Các bản"))
        self.list.setSpacing(3)
        self.list.addItems([_name(version) for version in self._versions])
        self.reason = text_label("", "hint", wrap=True)
        self.head = text_label("", "section")
        self.changes = QListWidget()
        self.changes.setWordWrap(True)
        self.changes.setSpacing(3)
        self.changes.setAccessibleName(_("Những chỗ đã sửa"))
        self._arrange()
        self._add_files()
        self.list.currentRowChanged.connect(self._show)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 120, unit.height() * 26)
        if self._versions:
            self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        right = QVBoxLayout()
        for part in (self.head, self.reason):
            right.addWidget(part)
        right.addWidget(self.changes, 1)
        right.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 3)
        row.addLayout(right, 5)
        self.body.addLayout(row, 1)

    def _add_files(self) -> None:
        for kind, word in ((FileKind.WORD, _("Xuất Word bản này")), (FileKind.PDF, _("Xuất PDF"))):
            button = QPushButton(word)
            button.setAutoDefault(False)
            button.setEnabled(bool(self._versions))
            button.clicked.connect(lambda _checked=False, k=kind: self._export(k))
            self.add_at_foot(button)

    def _show(self, row: int) -> None:
        version = self._versions[row]
        first = row == len(self._versions) - 1
        count = len(version.changes)
        self.head.setText(_("Bản đầu tiên") if first else _("Đã sửa {n} chỗ").format(n=count))
        self.reason.setText(
            _("Lý do: {reason}").format(reason=version.reason) if version.reason else ""
        )
        self.reason.setVisible(bool(version.reason))
        self.changes.clear()
        self.changes.addItems(list(version.changes))
        self.changes.setVisible(not first)

    def _export(self, kind: FileKind) -> None:
        version = self._versions[self.list.currentRow()].version
        document = self._desk.context.issuing.version_document(self._plan_id, version)
        self._exporter.export(document, kind)


def _name(version: VersionView) -> str:
    day = short_date(version.issued_on, padded=True) if version.issued_on else "–"
    return _("Bản {n} · số {number} · {day}").format(
        n=version.version, number=version.number, day=day
    )
