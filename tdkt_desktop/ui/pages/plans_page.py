"""The page of plans: the list, and the editor over it once a plan is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.importing import Importer, readable_file
from tdkt_desktop.ui.page import Page
from tdkt_desktop.ui.pages.plan_list import PlanList
from tdkt_desktop.ui.plan_acts import PlanActs
from tdkt_desktop.ui.widgets.banner import Banner
from tdkt_desktop.ui.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tdkt_desktop.errors import UserError
    from tdkt_desktop.services.drafting import Draft
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.services.rolling_review import RollReview
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Place, UndoSteps
    from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage


class PlansPage(Page):
    """Lists plans and opens them; `place_changed` carries the words of the status bar."""

    KEY: ClassVar[str] = "plans"
    ICON: ClassVar[str] = "file-document-edit-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset({"plan"})

    place_changed = Signal(str)
    plan_shown = Signal(int)
    year_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.year: int | None = None
        self._editor: PlanEditorPage | None = None
        self.list = PlanList(desk)
        self.banner = Banner(desk.theme)
        self.acts = PlanActs(desk, self, self.flush)
        self.importer = Importer(desk, self)
        self._stack = FrontStack()
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setAcceptDrops(True)
        self._connect()
        self.refresh()

    def title(self) -> str:
        return _("Kế hoạch")

    def refresh(self) -> None:
        self.list.show_plans(self._desk.context.plans.plans(year=self.year), self.year)

    def show_year(self, year: int | None) -> None:
        """List the plans of one year, or of all years."""
        if year != self.year:
            self.year = year
            self.refresh()
            self.year_changed.emit()

    def show_place(self, place: Place) -> None:
        if place.part == "new":
            self.new_from_template()
        elif place.record is not None:
            self.open_plan(place.record)

    def undo_steps(self) -> UndoSteps | None:
        return self.editor.undo_focus if self.is_editing else None

    def on_changed(self, touched: AbstractSet[str]) -> None:
        # While the editor is in front, every save would read the whole list for nobody.
        if not self.is_editing:
            super().on_changed(touched)

    def entered(self) -> None:
        self.refresh()
        if self.is_editing:
            self.editor.tell_place()
        if QApplication.focusWidget() is None:
            (self.list.view if self.list.model.total else self.list.empty.button).setFocus()

    def flush(self) -> None:
        if self._editor is not None:
            self._editor.flush()

    def shut_down(self) -> None:
        self.list.keep_layout()
        if self._editor is not None:
            self._editor.shut_down()

    # --- the plan in front ---

    @property
    def current_plan(self) -> int | None:
        """The plan in the editor, or else the one chosen in the list; None where there is none."""
        if self.is_editing and self._editor is not None:
            return self._editor.plan_id
        chosen = self.list.selected()
        return chosen[0].id if len(chosen) == 1 else None

    @property
    def is_editing(self) -> bool:
        """Tell whether the editor is in front."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    @property
    def editor(self) -> PlanEditorPage:
        """The editor; it is made when the first plan is opened, so that the start stays quick."""
        if self._editor is None:
            self._editor = self._made_editor()
            self._stack.addWidget(self._editor)
        return self._editor

    def open_plan(self, plan_id: int) -> None:
        """Open a plan in the editor."""
        if plan_id != self.editor.plan_id:
            self.banner.hide()
        self.editor.open_plan(plan_id)
        self._stack.setCurrentWidget(self.editor)
        self.editor.setFocus()
        self.plan_shown.emit(plan_id)

    def show_list(self) -> None:
        """Go back to the list, where the plan that was open is the chosen one."""
        before = self.current_plan
        self.banner.hide()
        self._stack.setCurrentWidget(self.list)
        self.refresh()
        if before is not None:
            self.list.select(before)
        self.list.view.setFocus()
        self.place_changed.emit("")
        self.undo_changed.emit()
        # Last, since it works beside the window; what it stores is then shown like any change.
        if self._editor is not None:
            self._editor.hand_over()

    def can_print(self) -> bool:
        return self.current_plan is not None

    def print_current(self) -> None:
        """Print the plan in front."""
        self.flush()
        if self.current_plan is not None:
            self.acts.print(self.current_plan)

    def export_current(self, kind: FileKind = FileKind.WORD) -> None:
        """Write the file of the plan in front."""
        self.flush()
        if self.current_plan is not None:
            self.acts.export(self.current_plan, kind)

    # --- new plans ---

    def new_from_template(self) -> None:
        """Ask for a template and a year, and open the draft that is made of it."""
        from tdkt_desktop.ui.dialogs.new_plan_dialog import NewPlanDialog

        dialog = NewPlanDialog(self._desk, self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        key, period = dialog.key(), dialog.chosen_period()
        dialog.deleteLater()
        if not accepted or not key:
            return
        context = self._desk.context
        template = context.templates.template(key)
        self._desk.tasks.run(
            self,
            lambda _progress: context.drafting.draft_from(template, period),
            self._store_draft,
            self._tell,
            _("Đang soạn kế hoạch…"),
        )

    def _store_draft(self, draft: Draft) -> None:
        plans = self._desk.context.plans
        made = plans.add_draft(draft.document, draft.period, template_key=draft.template_key)
        self._arrived(made, draft.doubts, _("Đã tạo kế hoạch {period}."))

    def new_from_last_year(self, proposed: int | None = None) -> None:
        """Ask which plan to take over into which year, and open the copy."""
        from tdkt_desktop.ui.dialogs.roll_dialog import RollDialog

        plans = self._desk.context.plans.plans()
        if not plans:
            self._desk.feedback.note(_("Chưa có kế hoạch nào để lấy lại."))
            return
        dialog = RollDialog(plans, self._desk.today(), self)
        if proposed is not None:
            dialog.propose(proposed)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        plan_id, period = dialog.plan_id(), dialog.period.period()
        dialog.deleteLater()
        if accepted:
            self._roll(plan_id, period)

    def _roll(self, plan_id: int, period: PlanPeriod) -> None:
        """Find what changes beside the window, then let the person choose."""
        rolling = self._desk.context.rolling
        self._desk.tasks.run(
            self,
            lambda _progress: rolling.review(plan_id, period),
            lambda review: self._choose_changes(plan_id, period, review),
            self._tell,
            _("Đang chuyển sang năm mới…"),
        )

    def _choose_changes(self, plan_id: int, period: PlanPeriod, review: RollReview) -> None:
        from tdkt_desktop.ui.dialogs.roll_changes_dialog import RollChangesDialog

        rolling = self._desk.context.rolling
        council = rolling.council_to_clone(plan_id, period)
        told = _("Lấy cả {council} và phân công nhiệm vụ sang {period}")
        words = told.format(council=council.facts.name, period=period.name) if council else ""
        dialog = RollChangesDialog(self._desk, review, council=words, parent=self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        with_council = dialog.with_council
        dialog.deleteLater()
        if accepted:
            made, left = rolling.store(plan_id, period, review, with_council=with_council)
            self._arrived(made, left, _("Đã tạo kế hoạch {period}."), compared=True)

    def import_file(self) -> None:
        """Ask for a file and read it into a new plan."""
        self.importer.choose()

    def _arrived(
        self, plan_id: int, doubts: Sequence[str], told: str, *, compared: bool = False
    ) -> None:
        """Open a plan that has just come, and say what is still to be done with it.

        With `compared` the note offers to look at it beside the plan that it comes from.
        """
        period = self._desk.context.plans.plan(plan_id).summary.period
        if self.year is not None and self.year != period.year:
            self.show_year(None)
        self.refresh()
        self.open_plan(plan_id)
        self._desk.feedback.note(
            told.format(period=period.name),
            _("Xem chỗ đã đổi") if compared else "",
            (lambda: self.acts.compare(plan_id)) if compared else None,
        )
        if doubts:
            self.banner.tell(
                _("Còn {n} chỗ cần xem trong kế hoạch này.").format(n=len(doubts)),
                _("Xem danh sách"),
                lambda: self._show_doubts(doubts),
            )

    def _show_doubts(self, doubts: Sequence[str]) -> None:
        from tdkt_desktop.ui.dialogs.doubts_dialog import DoubtsDialog

        dialog = DoubtsDialog(doubts, self)
        dialog.exec()
        dialog.deleteLater()

    # --- wiring ---

    def _connect(self) -> None:
        self.list.acted.connect(self._act)
        self.list.opened.connect(self.open_plan)
        self.list.all_years.connect(lambda: self.show_year(None))
        self.list.head.wanted.connect(self._wanted)
        self.list.empty.act.connect(self.new_from_template)
        self.list.empty.other.connect(self.import_file)
        self.acts.changed.connect(self._changed)
        self.acts.opening.connect(self.open_plan)
        self.importer.imported.connect(
            lambda made, doubts: self._arrived(made, doubts, _("Đã nhập kế hoạch {period}."))
        )

        self.importer.roll_wanted.connect(self.new_from_last_year)

    def _wanted(self, key: str) -> None:
        self.flush()
        ways: dict[str, Callable[[], object]] = {
            "template": self.new_from_template,
            "roll": self.new_from_last_year,
            "file": self.import_file,
            "register": self.acts.show_register,
            "bin": self.acts.show_bin,
        }
        ways[key]()

    def _act(self, key: str, plans: list[PlanSummary]) -> None:
        self.flush()
        acts, first = self.acts, plans[0].id
        ways: dict[str, Callable[[], object]] = {
            "open": lambda: self.open_plan(first),
            "word": lambda: acts.export(first, FileKind.WORD),
            "pdf": lambda: acts.export(first, FileKind.PDF),
            "print": lambda: acts.print(first),
            "submit": lambda: acts.submit(first),
            "take_back": lambda: acts.take_back(first),
            "issue": lambda: acts.issue(first),
            "revise": lambda: acts.revise(first),
            "versions": lambda: acts.show_versions(first),
            "compare": lambda: acts.compare(first),
            "duplicate": lambda: acts.duplicate(first),
            "remove": lambda: acts.throw_away(plans),
        }
        ways[key]()

    def _made_editor(self) -> PlanEditorPage:
        from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage

        desk, acts = self._desk, self.acts
        editor = PlanEditorPage(desk.context, desk.theme, desk.feedback, desk.preferences)
        editor.back_asked.connect(self.show_list)
        editor.print_asked.connect(acts.print)
        editor.compare_asked.connect(acts.compare)
        editor.export_asked.connect(lambda made, ending: acts.export(made, FileKind(ending)))
        editor.submit_asked.connect(acts.submit)
        editor.take_back_asked.connect(acts.take_back)
        editor.issue_asked.connect(acts.issue)
        editor.revise_asked.connect(acts.revise)
        editor.saved.connect(self.saved)
        editor.place_changed.connect(self.place_changed)
        editor.undo_changed.connect(self.undo_changed)
        return editor

    def _changed(self) -> None:
        """Show what an act has changed, in the list and in the open editor."""
        self.refresh()
        if not self.is_editing or self._editor is None:
            return
        shown = {plan.id for plan in self._desk.context.plans.plans()}
        if self._editor.plan_id in shown:
            self._editor.reload()
            if self._editor.is_locked:
                self.banner.hide()
        else:
            self.show_list()

    def _tell(self, error: UserError) -> None:
        self._desk.feedback.error(error, self)

    # --- files dropped on the page ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if readable_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = readable_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.importer.read(path)
