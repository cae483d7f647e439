"""What is done from the conditions: nominate, override, withdraw, try out, look who is near."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import Field, text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.check.reader import CheckNews, CheckRow


class CheckActs:
    """The acts of the part; each is one step that undo takes back."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def nominate(self, rows: Sequence[CheckRow]) -> None:
        """Put forward all chosen who meet the conditions and do not stand yet."""
        fit = [r for r in rows if r.result.status is Status.ELIGIBLE and r.nomination is None]
        left = [r for r in rows if r not in fit and r.nomination is None]
        for row in fit:
            self._try(partial(self._add, row, ""))
        if fit:
            self._desk.feedback.note(
                _("Đã đề nghị {n}: {award}.").format(n=len(fit), award=fit[0].result.name)
            )
        if left and len(rows) > 1:
            names = ", ".join(row.candidate.name for row in left)
            self._desk.feedback.note(
                _("Chưa đề nghị vì chưa đủ điều kiện: {names}.").format(names=names)
            )

    def override(self, row: CheckRow | None) -> None:
        """Put somebody forward against the comparison, with a reason that is printed."""
        if row is None:
            return
        reason = self._ask_reason(
            _("Vẫn đề nghị"),
            _("{name}: {award}").format(name=row.candidate.name, award=row.result.name),
            _("Lý do được in trong phiếu đối chiếu và lưu trong nhật ký."),
        )
        if reason:
            self._try(lambda: self._add(row, reason))

    def withdraw(self, row: CheckRow | None) -> None:
        """Take a nomination back, with a reason."""
        if row is None or row.nomination is None:
            return
        nomination = row.nomination.id
        reason = self._ask_reason(
            _("Rút đề nghị"),
            _("{name}: {award}").format(name=row.candidate.name, award=row.result.name),
            _("Đề nghị đã rút vẫn được lưu cùng lý do."),
        )
        if reason:
            nominations = self._desk.context.nominations
            self._try(lambda: nominations.withdraw([nomination], reason))

    def confirm_no_proceedings(self, rows: Sequence[CheckRow]) -> None:
        """Keep that nothing is being looked into for the chosen people."""
        people = [r.candidate.subject.person_id for r in rows]
        known = [person for person in people if person is not None]
        self._try(lambda: self._desk.context.eligibility.confirm_no_proceedings(known))

    def try_out(self, row: CheckRow | None) -> None:
        """Show what would be if the records said something else."""
        from tdkt_desktop.ui.pages.awards.check.suppose_dialog import SupposeDialog

        if row is not None:
            dialog = SupposeDialog(self._desk, row, self._owner)
            dialog.exec()
            dialog.deleteLater()

    def show_near(self, news: CheckNews | None, go: Callable[[Subject, str], None]) -> None:
        """List who is one step from what."""
        from tdkt_desktop.ui.pages.awards.check.near_dialog import NearDialog

        if news is None:
            return
        dialog = NearDialog(self._desk.theme, tuple(news.near.values()), self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        near = dialog.chosen()
        dialog.deleteLater()
        if accepted and near is not None:
            go(near.candidate.subject, near.award)

    def _add(self, row: CheckRow, reason: str) -> object:
        return self._desk.context.nominations.add(
            row.candidate.subject, row.result.award, row.checked.year, override_reason=reason
        )

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._desk.feedback.error(error, self._owner)

    def _ask_reason(self, title: str, about: str, hint: str) -> str:
        dialog = ReasonDialog(title, about, hint, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason()
        dialog.deleteLater()
        return reason if accepted else ""


class ReasonDialog(ActDialog):
    """Asks for a reason; without one there is nothing to do."""

    def __init__(self, title: str, about: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(title, title, parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.body.addWidget(text_label(about, "strong"))
        self.body.addWidget(Field(_("Lý do"), self.text, hint))
        self.text.textChanged.connect(self._allow)
        self.resize(480, 260)
        self._allow()

    def reason(self) -> str:
        """Return what was written."""
        return " ".join(self.text.toPlainText().split())

    def _allow(self) -> None:
        self.act.setEnabled(bool(self.reason()))
