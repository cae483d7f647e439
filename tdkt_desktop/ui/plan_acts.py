"""What can be done with plans, from the list and from the editor alike.

Dialogs are loaded when they are first asked for, so that the start need not wait for them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.acts import Acts
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.printing import PrintService
from tdkt_desktop.ui.tables.plan_list_model import subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.services.comparing import Compared
    from tdkt_desktop.services.history import Change
    from tdkt_desktop.services.issuing import RegisterLine
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.desk import Desk


class PlanActs(Acts):
    """Runs acts on plans and tells their end: `changed` after each, `opening` for a new plan.

    `before` is called first, so that an editor can store what is still being typed.
    """

    changed = Signal()
    opening = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget, before: Callable[[], object]) -> None:
        super().__init__(desk, owner)
        self._before = before
        self.exporter = Exporter(desk, owner)
        self.printing = PrintService(
            desk, owner, lambda document: self.exporter.export(document, FileKind.PDF)
        )

    # --- on paper ---

    def export(self, plan_id: int, kind: FileKind) -> None:
        """Write a plan's Word or PDF file."""
        self._before()
        self.exporter.export(self._desk.context.plans.plan(plan_id).document, kind)

    def print(self, plan_id: int) -> None:
        """Print a plan."""
        self._before()
        self.printing.print(self._desk.context.plans.plan(plan_id).document)

    # --- states ---

    def submit(self, plan_id: int) -> None:
        """Say that a plan waits for its signature."""
        self._before()
        submit = self._desk.context.issuing.submit
        self._undoable(lambda: submit(plan_id), _("Đã chuyển kế hoạch sang chờ ký."))

    def take_back(self, plan_id: int) -> None:
        """Make a draft again of a plan that waits."""
        take_back = self._desk.context.issuing.take_back
        self._undoable(lambda: take_back(plan_id), _("Đã rút kế hoạch về bản nháp."))

    def issue(self, plan_id: int) -> None:
        """Ask for number and day, then issue; the Word file is made beside the window."""
        from tdkt_desktop.ui.dialogs.issue_dialog import IssueDialog

        self._before()
        dialog = IssueDialog(self._desk, self._desk.context.plans.plan(plan_id), self._owner)
        day = dialog.day() if self.accepted(dialog) else None
        if day is None:
            return
        number, issue = dialog.chosen_number(), self._desk.context.issuing.issue
        self._desk.tasks.run(
            self._owner,
            lambda _progress: issue(plan_id, day, number),
            self._issued,
            self.failed,
            _("Đang ban hành kế hoạch…"),
        )

    def _issued(self, line: RegisterLine) -> None:
        plan_id = line.plan_id
        self._desk.feedback.note(
            _("Đã ban hành kế hoạch số {number}/{symbol}.").format(
                number=line.number, symbol=line.symbol
            ),
            _("Xuất Word"),
            lambda: self.export(plan_id, FileKind.WORD) if plan_id is not None else None,
        )
        self.changed.emit()

    def revise(self, plan_id: int) -> None:
        """Ask for the reason and open the next version as a draft."""
        from tdkt_desktop.ui.dialogs.revise_dialog import ReviseDialog

        dialog = ReviseDialog(self._desk.context.plans.plan(plan_id).summary, self._owner)
        if not self.accepted(dialog):
            return
        revise = self._desk.context.issuing.revise
        made = self.tried(lambda: revise(plan_id, dialog.reason()))
        if made is not None:
            self._desk.feedback.note(_("Đã lập bản sửa đổi; bản cũ vẫn có hiệu lực."))
            self.changed.emit()
            self.opening.emit(made)

    def show_versions(self, plan_id: int) -> None:
        """Show the issued versions of a plan."""
        from tdkt_desktop.ui.dialogs.versions_dialog import VersionsDialog

        self.accepted(VersionsDialog(self._desk, plan_id, self.exporter, self._owner))

    def show_register(self) -> None:
        """Show the register of issued documents."""
        from tdkt_desktop.ui.dialogs.register_dialog import RegisterDialog

        self.accepted(RegisterDialog(self._desk, self._owner))

    # --- beside another plan ---

    def compare(self, plan_id: int) -> None:
        """Show a plan beside another one; a draft can take tasks over from it."""
        from tdkt_desktop.ui.dialogs.compare_dialog import CompareDialog

        self._before()
        locked = self._desk.context.plans.plan(plan_id).summary.is_locked
        adopt = None if locked else partial(self._adopt, plan_id)
        self.accepted(CompareDialog(self._desk, plan_id, adopt=adopt, parent=self._owner))

    def _adopt(self, plan_id: int, above: Compared) -> None:
        """Ask which tasks of the other plan ours takes over."""
        from tdkt_desktop.services.adopting import source_of
        from tdkt_desktop.ui.dialogs.compare_adopt_dialog import AdoptDialog

        service, plan = self._desk.context.adopting, self._desk.context.plans.plan(plan_id)
        asked = service.asked(plan_id, above.document)
        source = source_of(above.document, above.name)
        dialog = AdoptDialog(self._desk, asked, source, plan.summary.period, self._owner)
        if not self.accepted(dialog):
            return
        tasks, source = dialog.adopted(), dialog.source.text().strip()
        told = _("Đã lấy {n} nhiệm vụ vào phụ lục.").format(n=len(tasks))
        self._undoable(lambda: service.adopt(plan_id, source, tasks), told)

    # --- copies and the bin ---

    def duplicate(self, plan_id: int) -> None:
        """Copy a plan as a draft of the same year."""
        self._before()
        made = self.tried(lambda: self._desk.context.plans.duplicate(plan_id))
        if made is not None:
            self._desk.feedback.note(_("Đã nhân bản kế hoạch."), _("Mở"), self._opener(made))
            self.changed.emit()

    def throw_away(self, plans: Sequence[PlanSummary]) -> None:
        """Put plans into the bin; the note offers to take that back."""
        self._before()
        throw_away = self._desk.context.plans.throw_away
        thrown = [plan for plan in plans if self.tried(partial(throw_away, plan.id))]
        if thrown:
            one = _("Đã xoá kế hoạch “{subject}”.").format(subject=_short(subject_of(thrown[0])))
            many = _("Đã xoá {n} kế hoạch.").format(n=len(thrown))
            ids = [plan.id for plan in thrown]
            self._desk.feedback.note(
                one if len(thrown) == 1 else many, _("Hoàn tác"), lambda: self._bring_back(ids)
            )
        self.changed.emit()

    def _bring_back(self, ids: Sequence[int]) -> None:
        for plan_id in ids:
            self.tried(partial(self._desk.context.plans.bring_back, plan_id))
        self.changed.emit()

    def show_bin(self) -> None:
        """Show the bin."""
        from tdkt_desktop.ui.dialogs.bin_dialog import BinDialog

        self.accepted(BinDialog(self._desk, self._owner))
        self.changed.emit()

    # --- inside ---

    def _undoable(self, act: Callable[[], Change], told: str) -> None:
        change = self.tried(act)
        if change is not None:
            history = self._desk.context.history
            self._desk.feedback.note(
                told, _("Hoàn tác"), lambda: self._undone(lambda: history.take_back(change))
            )
            self.changed.emit()

    def _undone(self, act: Callable[[], object]) -> None:
        self.tried(act)
        self.changed.emit()

    def failed(self, error: UserError) -> None:
        super().failed(error)
        self.changed.emit()

    def _opener(self, plan_id: int) -> Callable[[], None]:
        return lambda: self.opening.emit(plan_id)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
