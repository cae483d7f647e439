"""Proof-reads while somebody types: looks beside the window, marks, goes, repairs, leaves out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QSplitter, QTextEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.proofreading import Dismissal, Severity, plan_key
from tdkt_desktop.ui.editors.finding_help import FindingHelp
from tdkt_desktop.ui.editors.finding_repair import repair_in_editor
from tdkt_desktop.ui.editors.finding_spots import SheetSpot, TextSpot, spot_of
from tdkt_desktop.ui.editors.findings_list import colour_of, heading
from tdkt_desktop.ui.editors.findings_panel import FindingsPanel
from tdkt_desktop.ui.editors.part_list import ANNEX, TEXT
from tdkt_desktop.ui.live_work import LiveWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.services.proofreading import Finding, ProofreadingService
    from tdkt_desktop.ui.editors.document_parts import DocumentParts
    from tdkt_desktop.ui.editors.finding_spots import FormSpot, Spot
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.preferences import PreferencesFile
    from tdkt_desktop.ui.theme.theme import Theme

PAUSE_MS: Final = 600
_MARK: Final = "proofreading"
_CURRENT: Final = "proofreading-current"
_LAYOUT: Final = "plan-editor-findings"
_OPEN: Final = "open"
_SHARES: Final = (3, 2)


class Proofing(QObject):
    """Keeps the findings about the plan in the editor in step with what stands there.

    Every change begins a pause; after it the document is looked at on a thread, and what comes
    back counts only if nothing was typed meanwhile. `found` comes with each new list.
    """

    found = Signal()

    def __init__(
        self,
        parts: DocumentParts,
        proofreader: ProofreadingService,
        theme: Theme,
        feedback: Feedback,
        preferences: PreferencesFile,
    ) -> None:
        super().__init__(parts)
        self._parts, self._proofreader, self._theme = parts, proofreader, theme
        self._feedback, self._preferences = feedback, preferences
        self._plan: PlanSummary | None = None
        self._stamp = 0
        self._spots: dict[Finding, Spot] = {}
        self.panel = FindingsPanel(theme)
        self._work = LiveWork(self, pause=0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.panel.open(on=preferences.current.layouts.get(_LAYOUT) == _OPEN)
        self._connect()

    def _connect(self) -> None:
        self._work.done.connect(self._take)
        self._theme.changed.connect(self._mark)
        self.panel.opened.connect(self._keep_open)
        self.panel.chosen.connect(self.show_current)
        self.panel.looked_at.connect(self._mark_current)
        self.panel.repair_asked.connect(self.repair)
        self.panel.dismissed.connect(self.dismiss)
        self.panel.reason_asked.connect(self._explain)

    def beneath(self, pages: QWidget) -> QSplitter:
        """Return the printed pages with the panel below them."""
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        for pane, share in zip((pages, self.panel), _SHARES, strict=True):
            split.addWidget(pane)
            split.setStretchFactor(split.indexOf(pane), share)
        split.setChildrenCollapsible(False)
        split.setSizes([share * 1000 for share in _SHARES])
        return split

    # --- looking ---

    def open_plan(self, plan: PlanSummary) -> None:
        """Look at another plan, or at one whose state has changed."""
        if self._plan is None or self._plan.id != plan.id:
            self._show(())
        self._plan = plan
        self.note_change()

    def note_change(self) -> None:
        """Look again after a pause; what is under way no longer counts."""
        self._stamp += 1
        self._timer.start()

    def stop(self) -> None:
        """End the thread; nothing is looked at any more."""
        self._timer.stop()
        self._work.stop()

    @property
    def is_idle(self) -> bool:
        """Tell whether the list says what there is to say about the text as it stands."""
        return not self._timer.isActive() and self._work.is_idle

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings as they are listed."""
        return self.panel.list.findings.findings

    def _look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        if plan.is_locked:
            check = partial(self._proofreader.check_plan, plan.id)
        else:
            document, key = self._parts.document(), plan_key(plan.id)
            check = partial(self._proofreader.check_document, document, plan.period, key)
        stamp = self._stamp
        self._work.request(lambda: (stamp, check()))

    def _take(self, outcome: tuple[int, tuple[Finding, ...]]) -> None:
        stamp, findings = outcome
        if stamp == self._stamp:
            self._show(findings)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._spots = {one: spot_of(self._parts, one) for one in findings}
        self.panel.show_findings(tuple(self._spots), locked=self._is_locked)
        self._mark()
        self.found.emit()

    @property
    def _is_locked(self) -> bool:
        return self._plan is not None and self._plan.is_locked

    # --- marks in the text ---

    def worst_by_paragraph(self) -> dict[int, Severity]:
        """Return the gravest finding of each paragraph of the plan's text."""
        worst: dict[int, Severity] = {}
        for finding in self.findings:
            spot = self._spots.get(finding)
            if isinstance(spot, TextSpot) and spot.number < 0:
                worst.setdefault(spot.cursor.blockNumber(), finding.severity)
        return worst

    def _texts(self) -> list[PlanEditor]:
        annexes = self._parts.annexes
        return [self._parts.text, *(text for one in annexes for text in (one.above, one.below))]

    def _mark(self) -> None:
        for text in self._texts():
            marks = [
                self._underline(finding, spot)
                for finding, spot in self._spots.items()
                if isinstance(spot, TextSpot) and spot.text is text and spot.cursor.hasSelection()
            ]
            text.mark(_MARK, marks)
        self._mark_current()

    def _underline(self, finding: Finding, spot: TextSpot) -> QTextEdit.ExtraSelection:
        one = QTextEdit.ExtraSelection()
        one.cursor = spot.cursor
        style = QTextCharFormat.UnderlineStyle
        note = finding.severity is Severity.NOTE
        one.format.setUnderlineStyle(style.DotLine if note else style.WaveUnderline)
        one.format.setUnderlineColor(QColor(colour_of(finding.severity, self._theme.tokens)))
        return one

    def _mark_current(self) -> None:
        current = self.panel.list.current
        spot = self._spots.get(current) if current is not None else None
        for text in self._texts():
            marks = []
            if isinstance(spot, TextSpot) and spot.text is text and spot.cursor.hasSelection():
                one = QTextEdit.ExtraSelection()
                one.cursor = spot.cursor
                one.format.setBackground(QColor(self._theme.tokens.mark))
                marks.append(one)
            text.mark(_CURRENT, marks)

    # --- going ---

    def step(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1), from the end on to the beginning."""
        count, row = len(self.findings), self.panel.list.row
        if not count:
            self._feedback.note(_("Chưa thấy chỗ nào cần sửa."))
            return
        self.panel.open(on=True)
        self.panel.list.go_to((row + by) % count if row >= 0 else min(by, 0) % count)
        self.show_current()
        current = self.panel.list.current
        if current is not None and not self.panel.isVisible():
            self._feedback.note(f"{heading(current)}: {current.message}")

    def show_current(self) -> None:
        """Bring the place of the current finding to sight and put the cursor there."""
        finding = self.panel.list.current
        spot = self._spots.get(finding) if finding is not None else None
        if isinstance(spot, TextSpot):
            self._go_to_text(spot)
        elif isinstance(spot, SheetSpot):
            self._parts.show_part(ANNEX, spot.number)
            self._parts.annexes[spot.number].sheet.go_to(spot.line, spot.column)
        elif spot is not None:
            self._go_to_field(spot)

    def _go_to_text(self, spot: TextSpot) -> None:
        self._parts.show_part(TEXT if spot.number < 0 else ANNEX, spot.number)
        if spot.number >= 0:
            self._parts.annexes[spot.number].show_texts()
        spot.text.go_to(spot.cursor.blockNumber())
        cursor = spot.text.textCursor()
        cursor.setPosition(spot.cursor.selectionEnd())
        spot.text.setTextCursor(cursor)
        spot.text.ensureCursorVisible()
        spot.text.setFocus()

    def _go_to_field(self, spot: FormSpot) -> None:
        self._parts.show_part(spot.key, spot.number)
        self._parts.go_to_field(spot.path)

    # --- repairing and leaving out ---

    def repair(self) -> None:
        """Put the certain proposal of the current finding into the editor; the note undoes it."""
        finding = self.panel.list.current
        if finding is None or finding.repair is None or self._is_locked:
            return
        take_back = repair_in_editor(self._parts, finding, self._spots[finding])
        if take_back is None:
            self._feedback.note(_("Chỗ này vừa được viết khác đi nên chương trình để nguyên."))
            return
        self._drop(lambda one: one == finding)
        words = _("Đã sửa “{words}”.").format(words=heading(finding))
        self._feedback.note(words, _("Hoàn tác"), take_back)

    def dismiss(self, for_good: bool) -> None:
        """Leave the current finding out: of this plan, or for good; the note brings it back."""
        finding, plan = self.panel.list.current, self._plan
        if finding is None or plan is None or self._is_locked:
            return
        key = "" if for_good else plan_key(plan.id)
        self._proofreader.dismiss(finding, key)
        self._drop(lambda one: one.mark == finding.mark)

        def bring_back() -> None:
            self._proofreader.restore(Dismissal(finding.mark, key))
            self.note_change()

        words = _("Đã bỏ qua “{words}”.").format(words=heading(finding))
        self._feedback.note(words, _("Hoàn tác"), bring_back)

    def _drop(self, gone: Callable[[Finding], bool]) -> None:
        """Take findings off the list at once and go on to the one that comes up."""
        row = self.panel.list.row
        self._spots = {one: spot for one, spot in self._spots.items() if not gone(one)}
        self.panel.show_findings(tuple(self._spots), locked=self._is_locked)
        if self._spots:
            self.panel.list.go_to(min(row, len(self._spots) - 1))
        self._mark()
        self.found.emit()
        self.note_change()

    def _explain(self) -> None:
        finding = self.panel.list.current
        if finding is not None:
            page = FindingHelp(finding.code, self.panel.window())
            page.exec()
            page.deleteLater()

    def _keep_open(self, on: bool) -> None:
        self._preferences.keep_layout(_LAYOUT, _OPEN if on else "")
