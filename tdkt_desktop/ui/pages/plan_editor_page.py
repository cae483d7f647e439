"""The plan's editor: outline, text and printed page side by side, stored by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.drafting import placeholder_values
from tdkt_desktop.ui.editors.annex_form import task_table
from tdkt_desktop.ui.editors.anniversary_panel import AnniversaryPanel
from tdkt_desktop.ui.editors.autosave import Autosave
from tdkt_desktop.ui.editors.clause_panel import ClausePanel
from tdkt_desktop.ui.editors.document_parts import DocumentParts
from tdkt_desktop.ui.editors.duty_filling import fill_duties
from tdkt_desktop.ui.editors.editor_actions import LEVELS, make_commands
from tdkt_desktop.ui.editors.editor_head import EditorHead
from tdkt_desktop.ui.editors.editor_panes import EditorPanes, step_focus
from tdkt_desktop.ui.editors.editor_status import status_text
from tdkt_desktop.ui.editors.editor_toolbar import EditorToolBar
from tdkt_desktop.ui.editors.find_bar import FindBar
from tdkt_desktop.ui.editors.outline_entries import address, outline_entries
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, TEXT, PartList
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.preview import Preview, PreviewMaker
from tdkt_desktop.ui.editors.printed_pane import BODY, PrintedPane
from tdkt_desktop.ui.editors.proofing import Proofing
from tdkt_desktop.ui.editors.search_targets import TextTarget
from tdkt_desktop.ui.editors.table_dialog import TableDialog
from tdkt_desktop.ui.editors.text_conversion import EditedParagraph, edited, printed_place
from tdkt_desktop.ui.editors.undo_focus import UndoFocus
from tdkt_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from tdkt_desktop.documents.blocks import Block, Level
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.plan_views import PlanView
    from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle
    from tdkt_desktop.ui.editors.search_targets import SearchTarget
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.preferences import PreferencesFile
    from tdkt_desktop.ui.theme.theme import Theme

_OUTLINE_MS: Final = 150
_PREVIEW_MS: Final = 300


class PlanEditorPage(QWidget):
    """Edits one plan at a time; everything typed is stored by itself.

    `saved` carries the time of the last save, `place_changed` the words of the status bar (page,
    place, words), `undo_changed` comes when what undo would take back has another name.
    """

    back_asked = Signal()
    print_asked = Signal(int)
    export_asked = Signal(int, str)
    submit_asked = Signal(int)
    take_back_asked = Signal(int)
    issue_asked = Signal(int)
    revise_asked = Signal(int)
    compare_asked = Signal(int)
    saved = Signal(object)
    place_changed = Signal(str)
    undo_changed = Signal()

    def __init__(
        self, context: AppContext, theme: Theme, feedback: Feedback, preferences: PreferencesFile
    ) -> None:
        super().__init__()
        self._context, self._theme, self._feedback = context, theme, feedback
        self._view: PlanView | None = None
        self._page_words, self._word_count = "", 0
        self.parts = DocumentParts(theme, context.legal, self._recognise)
        self.text = self.parts.text
        self.outline = PartList(theme)
        self.pages = PrintedPane(theme)
        self.clauses = ClausePanel(theme, context.clauses, self._school_level(), self._values)
        self.anniversaries = AnniversaryPanel(theme)
        self.head = EditorHead(theme)
        self.commands = make_commands(self, theme, self._acts())
        self.tools = EditorToolBar(self.commands)
        bring = partial(self.parts.setCurrentWidget, self.text)
        self._text_target = TextTarget(self.text, theme, bring)
        self.find_bar = FindBar(theme, self._search_targets)
        self.autosave = Autosave(self.document, self._store, self)
        self._maker = PreviewMaker(context.files.print, self)
        self.proof = Proofing(self.parts, context.proofreader, theme, feedback, preferences)
        self.undo_focus = UndoFocus(self.parts, self)
        self._outline_timer = _single_shot(self, _OUTLINE_MS, self._refresh_outline)
        self._preview_timer = _single_shot(self, _PREVIEW_MS, self._refresh_preview)
        self._lay_out(preferences)
        self._connect()

    # --- building ---

    def _lay_out(self, preferences: PreferencesFile) -> None:
        self._right = QStackedWidget()
        self._proofed = self.proof.beneath(self.pages)
        for pane in (self._proofed, self.clauses, self.anniversaries):
            self._right.addWidget(pane)
        self.panes = EditorPanes(self.outline, self.parts, self._right, preferences)
        self._banner = Banner(self._theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.tools, self.find_bar, self._banner):
            column.addWidget(part)
        column.addWidget(self.panes, 1)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self.head.back.connect(self.back_asked)
        self.head.print_asked.connect(self.print_plan)
        self.head.compare_asked.connect(lambda: self._ask(self.compare_asked))
        self.head.export_asked.connect(self.export_plan)
        self.head.primary.connect(self._ask_next_step)
        self.head.take_back_asked.connect(lambda: self._ask(self.take_back_asked))
        self.tools.style_chosen.connect(self._set_style)
        self.tools.level_chosen.connect(self._set_level)
        self.text.style_changed.connect(self.tools.show_style)
        self.text.cursorPositionChanged.connect(self._outline_timer.start)
        self.parts.table_opened.connect(self._edit_table)
        self.parts.pictures_refused.connect(self._tell_no_pictures)
        self.parts.changed.connect(self._note_change)
        self.parts.shown.connect(self._part_shown)
        self.parts.annex_removal_asked.connect(self.remove_annex)
        self.outline.chosen.connect(self.show_part)
        self.outline.annex_asked.connect(self.add_annex)
        self.outline.folded.connect(self.panes.toggle_outline)
        self.outline.tree.chosen.connect(self._go_to)
        self.outline.tree.move_asked.connect(self._move_section)
        self.clauses.inserted.connect(self._insert_clause)
        self.anniversaries.inserted.connect(self._insert_phrase)
        for panel in (self.clauses, self.anniversaries):
            panel.closed.connect(self._close_panel)
        self.find_bar.closed.connect(self.text.setFocus)
        self.pages.page_changed.connect(self._page_turned)
        self.panes.arranged.connect(self._show_panes)
        self.autosave.saved.connect(self.saved)
        self.autosave.failed.connect(self._feedback.error)
        self._maker.made.connect(self._show_preview)
        self._maker.failed.connect(self._feedback.error)
        self.proof.found.connect(self._mark_outline)
        self.undo_focus.changed.connect(self.undo_changed)
        self._add_level_keys()

    def _add_level_keys(self) -> None:
        for number, (level, _words, _name) in enumerate(LEVELS, start=1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda one=level: self._set_level(one))

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "outdent": lambda: self._in_text(lambda text: text.change_level(-1)),
            "indent": lambda: self._in_text(lambda text: text.change_level(1)),
            "up": lambda: self._in_text(lambda text: text.move_paragraphs(-1)),
            "down": lambda: self._in_text(lambda text: text.move_paragraphs(1)),
            "bold": lambda: self._in_text(PlanEditor.toggle_bold),
            "italic": lambda: self._in_text(PlanEditor.toggle_italic),
            "clauses": self.open_clauses,
            "anniversaries": self.open_anniversaries,
            "duties": lambda: fill_duties(self, self._context, self._theme, self._feedback),
            "grounds": lambda: self.show_part(GROUNDS),
            "find": lambda: self._open_find(replacing=False),
            "replace": lambda: self._open_find(replacing=True),
            "find-next": lambda: self.find_bar.next(),
            "find-previous": lambda: self.find_bar.previous(),
            "finding-next": lambda: self.proof.step(1),
            "finding-previous": lambda: self.proof.step(-1),
            "finding-repair": lambda: self.proof.repair(),
            "table": self.add_table,
            "outline": lambda: self.panes.toggle_outline(),
            "pages": lambda: self.panes.toggle_pages(),
            "next-pane": lambda: self._next_pane(1),
            "previous-pane": lambda: self._next_pane(-1),
            "larger": lambda: self.text.zoom(1),
            "smaller": lambda: self.text.zoom(-1),
        }

    # --- opening and leaving ---

    def open_plan(self, plan_id: int) -> None:
        """Show a plan by its id; the one before is stored first."""
        self.flush()
        self._show(self._context.plans.plan(plan_id))

    def reload(self) -> None:
        """Show the plan anew, after its state was changed elsewhere."""
        if self._view is not None:
            self.open_plan(self._view.summary.id)

    @property
    def plan_id(self) -> int | None:
        """Which plan is open."""
        return self._view.summary.id if self._view is not None else None

    @property
    def is_locked(self) -> bool:
        """Tell whether the plan may only be read."""
        return self._view is not None and self._view.summary.is_locked

    def document(self) -> OfficialDocument:
        """Return the document as it stands, without what is still being composed."""
        return self.parts.document()

    def flush(self) -> None:
        """Store at once whatever was typed; called before the page is left or closed."""
        if self._view is not None and not self.is_locked:
            self.autosave.flush()

    def hand_over(self) -> None:
        """Store beside the window whatever was typed; the text of a long plan takes a moment."""
        if self._view is not None and not self.is_locked:
            self.autosave.hand_over()

    def _show(self, view: PlanView) -> None:
        same = self._view is not None and self._view.summary.id == view.summary.id
        number = self.text.textCursor().blockNumber() if same else 0
        if not same:
            self.pages.start_over()
        self._view = view
        locked = view.summary.is_locked
        self.parts.load(view.document, locked=locked)
        self.autosave.begin(self.document())
        self.head.show_plan(view.summary)
        self._arm_tools()
        self.outline.set_locked(locked=locked)
        if locked:
            words = _("Kế hoạch đã ban hành nên đã khoá; chỉ đọc, in và xuất được.")
            revise = _("Lập bản sửa đổi")
            self._banner.tell(words, revise, lambda: self._ask(self.revise_asked))
        self._banner.setVisible(locked)
        self.find_bar.hide()
        self._close_panel()
        if number:
            self.text.go_to(number)
        self._refresh_outline()
        self._refresh_preview()
        self.proof.open_plan(view.summary)

    def _arm_tools(self) -> None:
        """Switch off what changes text where there is none to change, or it may only be read."""
        on = not self.is_locked and self.parts.part[0] in (TEXT, ANNEX)
        self.tools.set_writable(on=on)
        for key in ("outdent", "indent", "up", "down", "bold", "italic", "table"):
            self.commands[key].setEnabled(on)

    def _store(self, document: OfficialDocument) -> object:
        plan_id = self.plan_id
        return self._context.plans.save_document(plan_id, document) if plan_id else None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shut_down()
        super().closeEvent(event)

    def shut_down(self) -> None:
        """Store what is left and end the threads; called when the window closes."""
        self.flush()
        self._preview_timer.stop()
        self._outline_timer.stop()
        self._maker.stop()
        self.proof.stop()
        self.autosave.stop()
        self.pages.stop()

    # --- what leaves the house ---

    def print_plan(self) -> None:
        """Ask for the plan to be printed."""
        self._ask(self.print_asked)

    def export_plan(self, ending: str = ".docx") -> None:
        """Ask for a file of the plan."""
        self.flush()
        if self.plan_id is not None:
            self.export_asked.emit(self.plan_id, ending)

    def _ask_next_step(self, step: str) -> None:
        steps = {"submit": self.submit_asked, "issue": self.issue_asked}
        self._ask(steps.get(step, self.revise_asked))

    def _ask(self, signal: SignalInstance) -> None:
        """Tell a wish about the plan, with everything stored before."""
        self.flush()
        if self.plan_id is not None:
            signal.emit(self.plan_id)

    # --- changes ---

    def _note_change(self) -> None:
        if self._view is not None and not self.is_locked:
            self.autosave.note()
            self._outline_timer.start()
            self._preview_timer.start()
            self.proof.note_change()

    def _refresh_outline(self) -> None:
        """Bring outline, status and the page's bar to where the text stands."""
        if self._view is None:
            return
        paragraphs, labels = self.text.paragraphs(), self.text.mirror.labels()
        self.outline.tree.show_entries(outline_entries(paragraphs, labels))
        self._mark_outline()
        self._word_count = sum(len(item.text.plain.split()) for item in paragraphs)
        number = self.text.textCursor().blockNumber()
        if self.parts.part[0] == TEXT:
            self.outline.tree.follow(number)
            self.pages.point_at(BODY, printed_place(paragraphs, number))
        self.tell_place()

    def _mark_outline(self) -> None:
        self.outline.show_worst(self.proof.worst_by_paragraph())

    def _refresh_preview(self) -> None:
        if self._view is None:
            return
        document = self.document()
        self.outline.show_document(document, len(self.parts.grounds.doubts()))
        self.head.rename(document.title, document.subject.plain)
        self._maker.request(document)

    def _show_preview(self, preview: Preview) -> None:
        self.pages.show_pages(preview.pages)

    def _page_turned(self, page: int, count: int) -> None:
        words = _("Trang {page} / {count}").format(page=page + 1, count=count)
        self._page_words = words if count else ""
        self.tell_place()

    def tell_place(self) -> None:
        """Say where the cursor is, for the status bar."""
        styles, labels = self.text.mirror.styles(), self.text.mirror.labels()
        where = address(styles, labels, self.text.textCursor().blockNumber())
        self.place_changed.emit(status_text(self._page_words, where, self._word_count))

    # --- parts ---

    def show_part(self, key: str, number: int = -1) -> None:
        """Bring a part of the document to the middle."""
        self.panes.show_middle()
        self.parts.show_part(key, number)

    def _part_shown(self, key: str, number: int) -> None:
        self.outline.mark(key, number)
        self._arm_tools()
        self.pages.point_at_part(key, number)
        self._outline_timer.start()
        self.undo_changed.emit()

    def _go_to(self, number: int) -> None:
        self.show_part(TEXT)
        self.text.go_to(number)

    def _move_section(self, first: int, last: int, before: int) -> None:
        if not self.is_locked:
            self.text.move_range(first, last, before)
            self._refresh_outline()

    def add_annex(self) -> None:
        """Add an annex with an empty table of tasks."""
        self.parts.add_annex(_("Phụ lục mới"))
        self._refresh_preview()

    def remove_annex(self, number: int) -> None:
        """Remove an annex; the note offers it back."""
        annex = self.parts.remove_annex(number)
        self._refresh_preview()

        def put_back() -> None:
            self.parts.put_back(number, annex)
            self._refresh_preview()

        name = annex.title.plain or _("chưa có tên")
        self._feedback.note(
            _("Đã xoá phụ lục “{name}”.").format(name=name), _("Hoàn tác"), put_back
        )

    # --- the text ---

    def _in_text(self, act: Callable[[PlanEditor], object]) -> None:
        """Do something to the text in front: the plan's, or that of an annex."""
        text = self.parts.active_text
        if text is self.text and self.parts.part[0] != TEXT:
            self.show_part(TEXT)
        act(text)
        text.setFocus()

    def _set_style(self, style: ParagraphStyle) -> None:
        self._in_text(lambda text: text.set_style(style))

    def _set_level(self, level: Level) -> None:
        if not self.is_locked:
            self._in_text(lambda text: text.set_level(level))

    def _recognise(self, text: str) -> tuple[EditedParagraph, ...]:
        return tuple(edited(self._context.reading.recognise_text(text)))

    def _tell_no_pictures(self) -> None:
        self._feedback.note(_("Kế hoạch chỉ giữ chữ và bảng nên không dán được ảnh."))

    def _edit_table(self, text: PlanEditor, number: int) -> None:
        """Edit a table of a text as a sheet."""
        dialog = TableDialog(self._theme, text.table_at(number), self)
        if dialog.exec() and not self.is_locked:
            text.replace_table(number, dialog.sheet.table)
        dialog.deleteLater()

    def add_table(self) -> None:
        """Insert an empty table below the cursor and open it."""
        table = tuple(edited((task_table(),)))
        self._in_text(lambda text: text.insert_paragraphs(table, _("thêm bảng")))
        text = self.parts.active_text
        self._edit_table(text, text.textCursor().blockNumber())

    # --- panels ---

    def open_clauses(self) -> None:
        """Show the clause library over the printed page."""
        self._show_panel(self.clauses)
        self.clauses.open()

    def open_anniversaries(self) -> None:
        """Show the days of the plan's period over the printed page."""
        if self._view is not None:
            period = self._view.summary.period
            self._show_panel(self.anniversaries)
            self.anniversaries.open(period.first_day, period.last_day)

    def _show_panel(self, panel: QWidget) -> None:
        self._right.setCurrentWidget(panel)
        self.panes.show_right()

    def _close_panel(self) -> None:
        self._right.setCurrentWidget(self._proofed)
        self.text.setFocus()

    def _insert_clause(self, blocks: tuple[Block, ...]) -> None:
        items = tuple(edited(blocks))
        self._in_text(lambda text: text.insert_paragraphs(items, _("chèn điều khoản")))

    def _insert_phrase(self, words: str) -> None:
        self._in_text(lambda text: text.insert_words(words, _("chèn ngày kỷ niệm")))

    def _school_level(self) -> str:
        return self._context.school.profile().level.value

    def _values(self) -> dict[str, str]:
        """Return what fills the blanks of a clause."""
        if self._view is None:
            return {}
        return placeholder_values(self._context.school.profile(), self._view.summary.period)

    # --- search ---

    def _search_targets(self) -> tuple[SearchTarget, ...]:
        sheets = (
            form.search_target(partial(self.parts.setCurrentWidget, form))
            for form in self.parts.annexes
            if form.has_table
        )
        return (self._text_target, *sheets)

    def _open_find(self, *, replacing: bool) -> None:
        words = self.text.textCursor().selectedText()
        self.find_bar.open(words, replacing=replacing and not self.is_locked)

    # --- panes ---

    def _show_panes(self, outline: bool, pages: bool) -> None:
        self.commands["outline"].setChecked(outline)
        self.commands["pages"].setChecked(pages)

    def _next_pane(self, steps: int) -> None:
        """Go round the panes that can be seen."""
        right = (self.pages, self.proof.panel.list, self.clauses, self.anniversaries)
        step_focus((self.outline.tree, self.parts.currentWidget(), *right, self.head), steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tools.fit(self.width())


def _single_shot(parent: QWidget, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
