"""The one door through which the program speaks to the person: notes, questions and errors."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.errors import UserError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose answer is a verb; the safe answer has the focus.

    `dangerous` marks an act that cannot be taken back.
    """

    text: str
    detail: str
    act: str
    leave: str = ""
    dangerous: bool = False


class Feedback(QObject):
    """Shows notes, questions and errors of one window; tests put a recorder in its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None

    def note(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what was done, without asking for an answer."""
        _log.info("note shown")
        if self._toast is None:
            self._toast = Toast(self._window)
        self._toast.tell(text, action, act)

    def error(self, error: UserError, parent: QWidget | None = None) -> None:
        """Say what went wrong and what to do now."""
        _log.warning("error shown: %s", type(error).__name__)
        box = self._box(QMessageBox.Icon.Warning, error.message, error.hint, parent)
        box.addButton(_("Đóng"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def ask(self, question: Question, parent: QWidget | None = None) -> bool:
        """Ask before an act that leaves the house or cannot be taken back."""
        box = self._box(QMessageBox.Icon.Question, question.text, question.detail, parent)
        role = QMessageBox.ButtonRole
        act = box.addButton(
            question.act, role.DestructiveRole if question.dangerous else role.AcceptRole
        )
        leave = box.addButton(question.leave or _("Huỷ"), role.RejectRole)
        act.setProperty("kind", "danger" if question.dangerous else "primary")
        box.setDefaultButton(leave if question.dangerous else act)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is act

    def pick(
        self, text: str, detail: str, answers: Sequence[str], parent: QWidget | None = None
    ) -> int | None:
        """Ask which of several ways to go; the first has the focus, None is to leave it."""
        box = self._box(QMessageBox.Icon.Question, text, detail, parent)
        role = QMessageBox.ButtonRole.ActionRole
        buttons = [box.addButton(answer, role) for answer in answers]
        buttons[0].setProperty("kind", "primary")
        leave = box.addButton(_("Huỷ"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(leave)
        box.exec()
        clicked = box.clickedButton()
        return next((n for n, button in enumerate(buttons) if button is clicked), None)

    def report(self, text: str, report: str) -> None:
        """Tell of something unforeseen, with a report that can be copied."""
        promise = _("Báo cáo dưới đây không có dữ liệu của trường.")
        box = self._box(QMessageBox.Icon.Critical, text, promise, None)
        box.setDetailedText(report)
        copy = box.addButton(_("Chép báo cáo"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Đóng"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(report)

    def _box(
        self, icon: QMessageBox.Icon, text: str, detail: str, parent: QWidget | None
    ) -> QMessageBox:
        box = QMessageBox(parent or self._window)
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Thi đua - Khen thưởng"))
        box.setText(text)
        box.setInformativeText(detail)
        return box
