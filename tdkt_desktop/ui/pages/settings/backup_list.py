"""The back-ups of the store: look inside, check, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.inside_dialog import InsideDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.live_work import LiveWork
from tdkt_desktop.ui.pages.settings.backup_words import (
    CheckedBackup,
    checked_backups,
    fault_chip,
    moment_text,
    size_text,
)
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from tdkt_desktop.services.backups import Inside
    from tdkt_desktop.ui.desk import Desk

_REASON, _STATE = 1, 4
_MOST_ROWS: Final = 9


class BackupList(QWidget):
    """Lists the back-ups, each looked through beside the window; `restored` tells of a restore."""

    restored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._checks = LiveWork(self, pause=0)
        self._checks.done.connect(self._show)
        today = desk.today()
        columns = (
            TextColumn[CheckedBackup](
                N_("Bản sao lưu"),
                lambda one: moment_text(one.line.made, today),
                lambda one: one.line.name,
            ),
            TextColumn[CheckedBackup](N_("Lý do"), lambda one: one.line.reason),
            TextColumn[CheckedBackup](
                N_("Cỡ"),
                lambda one: size_text(one.line.size),
                lambda one: one.line.size,
                right=True,
            ),
            TextColumn[CheckedBackup](
                N_("Kế hoạch"),
                lambda one: str(one.line.plans),
                lambda one: one.line.plans,
                right=True,
            ),
            TextColumn[CheckedBackup](N_("Kiểm tra"), lambda one: fault_chip(one).text),
        )
        self.model = StateColumnsModel(columns, {_STATE: fault_chip})
        self.view = ListView(desk.theme, self.model, _REASON)
        self.view.setAccessibleName(_("Các bản sao lưu"))
        self.view.opened.connect(lambda _row: self.look_inside())
        self.view.selectionModel().selectionChanged.connect(lambda *_parts: self._enable())
        self._empty = text_label(_("Đang xem các bản sao lưu…"), "hint", wrap=True)
        self.inside = self._button(_("Xem bên trong"), self.look_inside)
        self.check = self._button(_("Kiểm tra lại"), self.refresh)
        self.restore_button = self._button(_("Khôi phục…"), self.restore)
        self.restore_button.setProperty("kind", "danger")
        self._lay_out()

    @property
    def is_idle(self) -> bool:
        """Tell whether all back-ups have been looked through."""
        return self._checks.is_idle

    def refresh(self) -> None:
        """Look the back-ups through again."""
        service = self._desk.context.backups
        self._checks.request(lambda: checked_backups(service))

    def stop(self) -> None:
        """End the thread."""
        self._checks.stop()

    # --- acts ---

    def chosen(self) -> CheckedBackup | None:
        """Return the back-up that is chosen, None unless it is just one."""
        rows = self.view.rows()
        return self.model.item(rows[0]) if len(rows) == 1 else None

    def look_inside(self) -> None:
        """Show what the chosen back-up holds."""
        one = self.chosen()
        if one is None:
            return
        service = self._desk.context.backups
        self._desk.tasks.run(
            self,
            lambda _progress: service.look_inside(one.line.name),
            lambda inside: self._show_inside(one, inside),
            lambda error: self._desk.feedback.error(error, self),
            _("Đang mở bản sao lưu…"),
        )

    def restore(self) -> None:
        """Make the chosen back-up the present data, if the person really wants it."""
        one = self.chosen()
        if one is None:
            return
        when = moment_text(one.line.made, self._desk.today())
        question = Question(
            _("Khôi phục dữ liệu về bản “{when}”?").format(when=when),
            _(
                "Thay đổi sau lúc đó không còn trong dữ liệu đang mở. "
                "Dữ liệu hiện tại được sao lưu trước, nên vẫn lấy lại được."
            ),
            _("Khôi phục"),
            dangerous=True,
        )
        if not self._desk.feedback.ask(question, self):
            return
        service = self._desk.context.backups
        self._desk.tasks.run(
            self,
            lambda _progress: service.restore(one.line.name),
            lambda _change: self._restored(when),
            lambda error: self._desk.feedback.error(error, self),
            _("Đang khôi phục…"),
        )

    def _restored(self, when: str) -> None:
        self._desk.feedback.note(_("Đã khôi phục dữ liệu bản “{when}”.").format(when=when))
        self.refresh()
        self.restored.emit()

    def _show_inside(self, one: CheckedBackup, inside: Inside) -> None:
        when = moment_text(one.line.made, self._desk.today())
        dialog = InsideDialog(self._desk, when, inside, one.fault, self)
        dialog.exec()
        dialog.deleteLater()

    # --- what is shown ---

    def _show(self, backups: tuple[CheckedBackup, ...]) -> None:
        self.model.show(backups)
        self.view.fit_columns()
        self._empty.setText(_("Chưa có bản sao lưu nào."))
        self._empty.setVisible(not backups)
        self.view.setVisible(bool(backups))
        row = self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(row * (min(len(backups), _MOST_ROWS) + 1) + 4)
        if backups:
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        one = self.chosen()
        self.inside.setEnabled(one is not None)
        self.restore_button.setEnabled(one is not None and not one.fault)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setContentsMargins(12, 8, 12, 10)
        acts.setSpacing(8)
        acts.addWidget(self.inside)
        acts.addWidget(self.check)
        acts.addStretch(1)
        acts.addWidget(self.restore_button)
        self._empty.setContentsMargins(16, 12, 16, 4)
        self.view.setProperty("frameless", True)
        self.view.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty)
        layout.addWidget(self.view)
        layout.addLayout(acts)
        self._enable()

    @staticmethod
    def _button(text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        return button
