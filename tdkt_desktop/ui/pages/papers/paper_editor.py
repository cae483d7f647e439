"""The editor of a document: its parts, its text and the printed page, stored by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.ui.editors.annex_form import task_table
from tdkt_desktop.ui.editors.autosave import Autosave
from tdkt_desktop.ui.editors.document_parts import DocumentParts
from tdkt_desktop.ui.editors.editor_actions import LEVELS, make_commands
from tdkt_desktop.ui.editors.editor_panes import EditorPanes, step_focus
from tdkt_desktop.ui.editors.editor_toolbar import EditorToolBar
from tdkt_desktop.ui.editors.find_bar import FindBar
from tdkt_desktop.ui.editors.outline_entries import outline_entries
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, TEXT, PartList
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.preview import Preview, PreviewMaker
from tdkt_desktop.ui.editors.printed_pane import BODY, PrintedPane
from tdkt_desktop.ui.editors.search_targets import TextTarget
from tdkt_desktop.ui.editors.table_dialog import TableDialog
from tdkt_desktop.ui.editors.text_conversion import edited, printed_place
from tdkt_desktop.ui.editors.undo_focus import UndoFocus
from tdkt_desktop.ui.pages.papers.paper_head import PaperHead
from tdkt_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.documents.blocks import Level
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.paper_views import PaperView
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.editors.paragraph_style import ParagraphStyle
    from tdkt_desktop.ui.editors.search_targets import SearchTarget
    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph

_OUTLINE_MS: Final = 150
_PREVIEW_MS: Final = 300


class PaperEditor(QWidget):
    """Edits one document at a time; everything typed is stored by itself.

    `wanted` carries what is asked for at the head, `saved` the time of the last save.
    """

    wanted = Signal(str)
    saved = Signal(object)
    undo_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: PaperView | None = None
        context, theme = desk.context, desk.theme
        self.parts = DocumentParts(theme, context.legal, self._recognise)
        self.text = self.parts.text
        self.outline = PartList(theme)
        self.pages = PrintedPane(theme)
        self.head = PaperHead(theme)
        self.commands = make_commands(self, theme, self._acts())
        self.tools = EditorToolBar(self.commands)
        bring = partial(self.parts.setCurrentWidget, self.text)
        self._text_target = TextTarget(self.text, theme, bring)
        self.find_bar = FindBar(theme, self._search_targets)
        self.autosave = Autosave(self.document, self._store, self)
        self._maker = PreviewMaker(context.files.print, self)
        self.undo_focus = UndoFocus(self.parts, self)
        self._outline_timer = _single_shot(self, _OUTLINE_MS, self._refresh_outline)
        self._preview_timer = _single_shot(self, _PREVIEW_MS, self._refresh_preview)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.text)

    # --- building ---

    def _lay_out(self) -> None:
        self.panes = EditorPanes(self.outline, self.parts, self.pages, self._desk.preferences)
        self.banner = Banner(self._desk.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.tools, self.find_bar, self.banner):
            column.addWidget(part)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.head.wanted.connect(self._ask)
        self.tools.style_chosen.connect(self._set_style)
        self.tools.level_chosen.connect(self._set_level)
        self.text.style_changed.connect(self.tools.show_style)
        self.text.cursorPositionChanged.connect(self._outline_timer.start)
        self.parts.table_opened.connect(self._edit_table)
        self.parts.changed.connect(self._note_change)
        self.parts.shown.connect(self._part_shown)
        self.parts.annex_removal_asked.connect(self._remove_annex)
        self.parts.pictures_refused.connect(self._tell_no_pictures)
        self.outline.chosen.connect(self.show_part)
        self.outline.annex_asked.connect(self._add_annex)
        self.outline.folded.connect(self.panes.toggle_outline)
        self.outline.tree.chosen.connect(self._go_to)
        self.outline.tree.move_asked.connect(self._move_section)
        self.find_bar.closed.connect(self.text.setFocus)
        self.panes.arranged.connect(self._show_panes)
        self.autosave.saved.connect(self._saved)
        self.autosave.failed.connect(self._desk.feedback.error)
        self._maker.made.connect(self._show_preview)
        self._maker.failed.connect(self._desk.feedback.error)
        self.undo_focus.changed.connect(self.undo_changed)
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
            "grounds": lambda: self.show_part(GROUNDS),
            "find": lambda: self._open_find(replacing=False),
            "replace": lambda: self._open_find(replacing=True),
            "find-next": lambda: self.find_bar.next(),
            "find-previous": lambda: self.find_bar.previous(),
            "table": self._add_table,
            "outline": lambda: self.panes.toggle_outline(),
            "pages": lambda: self.panes.toggle_pages(),
            "next-pane": lambda: self._next_pane(1),
            "previous-pane": lambda: self._next_pane(-1),
            "larger": lambda: self.text.zoom(1),
            "smaller": lambda: self.text.zoom(-1),
        }

    # --- opening and leaving ---

    def open_paper(self, view: PaperView, *, stale: bool = False) -> None:
        """Show a document; the one before is stored first."""
        self.flush()
        same = self._view is not None and self._view.summary.id == view.summary.id
        number = self.text.textCursor().blockNumber() if same else 0
        self._view = view
        if not same:
            self.pages.start_over()
        locked = self.is_locked
        self.parts.load(view.document, locked=locked)
        self.autosave.begin(self.document())
        self.head.show_paper(view.summary, stale=stale)
        self._arm_tools()
        self.outline.set_locked(locked=locked)
        self._tell_state(stale=stale)
        self.find_bar.hide()
        if number:
            self.text.go_to(number)
        self._refresh_outline()
        self._refresh_preview()

    def _arm_tools(self) -> None:
        """Switch off what changes text where there is none to change, or it may only be read."""
        on = not self.is_locked and self.parts.part[0] in (TEXT, ANNEX)
        self.tools.set_writable(on=on)
        for key in ("outdent", "indent", "up", "down", "bold", "italic", "table"):
            self.commands[key].setEnabled(on)

    def tell_stale(self, *, stale: bool) -> None:
        """Say whether the data has left the document in front behind."""
        if self._view is not None:
            self.head.show_paper(self._view.summary, stale=stale)
            self._tell_state(stale=stale)

    def _tell_state(self, *, stale: bool) -> None:
        """Say that a document is locked, or that the data has left it behind."""
        self.banner.hide()
        if stale:
            told = _("Dữ liệu đã thay đổi từ khi soạn văn bản này.")
            self.banner.tell(told, _("Xem những chỗ khác"), lambda: self._ask("renew"))
        elif self.is_locked:
            told = _("Văn bản đã ban hành nên đã khoá; chỉ đọc, in và xuất được.")
            self.banner.tell(told, _("Nhân bản thành nháp"), lambda: self._ask("duplicate"))

    @property
    def paper_id(self) -> int | None:
        """Which document is open."""
        return self._view.summary.id if self._view is not None else None

    @property
    def is_locked(self) -> bool:
        """Tell whether the document may only be read."""
        return self._view is not None and self._view.summary.status is PaperStatus.ISSUED

    def document(self) -> OfficialDocument:
        """Return the document as it stands, without what is still being composed."""
        return self.parts.document()

    def flush(self) -> None:
        """Store at once whatever was typed; called before the page is left or closed."""
        if self._view is not None and not self.is_locked:
            self.autosave.flush()

    def forget(self) -> None:
        """Let the document go without storing anything; it is not there any more."""
        self._view = None

    def shut_down(self) -> None:
        """Store what is left and end the threads; called when the window closes."""
        self.flush()
        self._preview_timer.stop()
        self._outline_timer.stop()
        self._maker.stop()
        self.autosave.stop()
        self.pages.stop()

    def _store(self, document: OfficialDocument) -> object:
        paper_id = self.paper_id
        papers = self._desk.context.papers
        return papers.save_document(paper_id, document) if paper_id else None

    def _saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def _ask(self, key: str) -> None:
        """Tell a wish about the document, with everything stored before."""
        self.flush()
        self.wanted.emit(key)

    # --- changes ---

    def _note_change(self) -> None:
        if self._view is not None and not self.is_locked:
            self.autosave.note()
            self._outline_timer.start()
            self._preview_timer.start()

    def _refresh_outline(self) -> None:
        if self._view is None:
            return
        paragraphs, labels = self.text.paragraphs(), self.text.mirror.labels()
        self.outline.tree.show_entries(outline_entries(paragraphs, labels))
        number = self.text.textCursor().blockNumber()
        if self.parts.part[0] == TEXT:
            self.outline.tree.follow(number)
            self.pages.point_at(BODY, printed_place(paragraphs, number))

    def _refresh_preview(self) -> None:
        if self._view is None:
            return
        document = self.document()
        self.outline.show_document(document, len(self.parts.grounds.doubts()))
        self.head.rename(document.title, document.subject.plain)
        self._maker.request(document)

    def _show_preview(self, preview: Preview) -> None:
        self.pages.show_pages(preview.pages)

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

    def _add_annex(self) -> None:
        self.parts.add_annex(_("Phụ lục mới"))
        self._refresh_preview()

    def _remove_annex(self, number: int) -> None:
        annex = self.parts.remove_annex(number)
        self._refresh_preview()

        def put_back() -> None:
            self.parts.put_back(number, annex)
            self._refresh_preview()

        name = annex.title.plain or _("chưa có tên")
        told = _("Đã xoá phụ lục “{name}”.").format(name=name)
        self._desk.feedback.note(told, _("Hoàn tác"), put_back)

    # --- the text ---

    def _in_text(self, act: Callable[[PlanEditor], object]) -> None:
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
        return tuple(edited(self._desk.context.reading.recognise_text(text)))

    def _tell_no_pictures(self) -> None:
        self._desk.feedback.note(_("Văn bản chỉ giữ chữ và bảng nên không dán được ảnh."))

    def _edit_table(self, text: PlanEditor, number: int) -> None:
        dialog = TableDialog(self._desk.theme, text.table_at(number), self)
        if dialog.exec() and not self.is_locked:
            text.replace_table(number, dialog.sheet.table)
        dialog.deleteLater()

    def _add_table(self) -> None:
        table = tuple(edited((task_table(),)))
        self._in_text(lambda text: text.insert_paragraphs(table, _("thêm bảng")))
        text = self.parts.active_text
        self._edit_table(text, text.textCursor().blockNumber())

    # --- search and panes ---

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

    def _show_panes(self, outline: bool, pages: bool) -> None:
        self.commands["outline"].setChecked(outline)
        self.commands["pages"].setChecked(pages)

    def _next_pane(self, steps: int) -> None:
        panes = (self.outline.tree, self.parts.currentWidget(), self.pages, self.head)
        step_focus(panes, steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tools.fit(self.width())


def _single_shot(parent: QWidget, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
