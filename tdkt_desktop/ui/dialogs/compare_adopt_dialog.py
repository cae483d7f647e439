"""Tasks of the plan from above: which to take into our annex, who does them, how much earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.compare_adopt_model import EXECUTOR, LEAD, AdoptModel
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.adopting import Adopted, Asked
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk

_MOST_DAYS = 60


class AdoptDialog(ActDialog):
    """Accepted with the ticked tasks; `source` stands behind each of them in our annex."""

    def __init__(
        self,
        desk: Desk,
        asked: Sequence[Asked],
        source: str,
        period: PlanPeriod,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Lấy nhiệm vụ vào phụ lục"), "", parent)
        self.model = AdoptModel(asked, period, desk.theme)
        self.view = WrappedTable(self.model, _("Nhiệm vụ cấp trên giao"), (0, 6, 3, 3, 3, 3))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.view.installEventFilter(self)
        self.earlier = QSpinBox()
        self.earlier.setRange(0, _MOST_DAYS)
        self.earlier.setSuffix(" " + _("ngày"))
        self.lead, self.executor = QLineEdit(), QLineEdit()
        self.source = QLineEdit(source)
        self._arrange()
        self._connect()
        self._recount()
        self.view.go_to(0)
        self.view.setFocus()

    def adopted(self) -> tuple[Adopted, ...]:
        """The tasks as they are to stand in our annex."""
        return self.model.adopted()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(_("Hạn của trường sớm hơn"), self.earlier))
        row.addWidget(Field(_("Chủ trì (các dòng đã chọn)"), self.lead), 1)
        row.addWidget(Field(_("Thực hiện (các dòng đã chọn)"), self.executor), 1)
        row.addWidget(Field(_("Ghi nguồn"), self.source), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        self.foot.insertWidget(0, text_label(_("Phím cách: chọn dòng · F2: sửa ô"), "hint"), 1)
        for words, on in ((_("Chọn tất cả"), True), (_("Bỏ chọn"), False)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, tick=on: self._tick_all(on=tick))
            self.foot.insertWidget(1, button)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(room.width() - 60, 1200), min(room.height() - 60, 720))

    def _connect(self) -> None:
        self.earlier.valueChanged.connect(self.model.put_earlier)
        self.lead.textEdited.connect(lambda text: self.model.put(self._chosen(), LEAD, text))
        self.executor.textEdited.connect(
            lambda text: self.model.put(self._chosen(), EXECUTOR, text)
        )
        self.model.changed.connect(self._recount)
        self.source.textChanged.connect(lambda _text: self._recount())

    def _chosen(self) -> tuple[int, ...]:
        """Return the ticked rows, those that are selected where none is ticked."""
        selected = {index.row() for index in self.view.selectionModel().selectedRows()}
        return self.model.ticked or tuple(sorted(selected))

    def _tick_all(self, *, on: bool) -> None:
        self.model.tick(range(self.model.rowCount()), on=on)

    def _recount(self) -> None:
        count = len(self.model.ticked)
        self.act.setText(_("Lấy {n} nhiệm vụ").format(n=count))
        self.act.setEnabled(bool(count) and bool(self.source.text().strip()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.view
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
            self.model.tick(rows, on=not set(rows) <= set(self.model.ticked))
            return True
        return super().eventFilter(watched, event)
