"""The middle of the editor: the text and the forms of all other parts, as one document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tdkt_desktop.documents.document import Annex, Orientation
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.ui.editors.annex_form import AnnexForm, task_table
from tdkt_desktop.ui.editors.ending_forms import RecipientsForm, SignatureForm
from tdkt_desktop.ui.editors.grounds_form import GroundsForm
from tdkt_desktop.ui.editors.header_form import HeaderForm
from tdkt_desktop.ui.editors.part_form import PartForm
from tdkt_desktop.ui.editors.part_list import ANNEX, GROUNDS, HEADER, RECIPIENTS, SIGNATURE, TEXT
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.text_conversion import paragraphs_of, with_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph
    from tdkt_desktop.ui.theme.theme import Theme


class DocumentParts(QStackedWidget):
    """Edits a whole document part by part.

    `changed` comes with every change that a person makes; `shown` tells which part is in front.
    """

    changed = Signal()
    shown = Signal(str, int)
    annex_removal_asked = Signal(int)
    table_opened = Signal(object, int)
    pictures_refused = Signal()

    def __init__(
        self,
        theme: Theme,
        legal: LegalService,
        recognise: Callable[[str], tuple[EditedParagraph, ...]],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._document: OfficialDocument | None = None
        self._locked = False
        self._recognise = recognise
        self.text = self._last = PlanEditor(theme)
        self._connect_text(self.text)
        self.grounds = GroundsForm(theme, legal)
        self.header = HeaderForm()
        self._forms: dict[str, PartForm] = {
            HEADER: self.header,
            GROUNDS: self.grounds,
            RECIPIENTS: RecipientsForm(),
            SIGNATURE: SignatureForm(),
        }
        self._annexes: list[AnnexForm] = []
        self.addWidget(self.text)
        for form in self._forms.values():
            self.addWidget(form)
            form.changed.connect(self.changed)
        self.text.textChanged.connect(self.changed)

    # --- the document ---

    def load(self, document: OfficialDocument, *, locked: bool) -> None:
        """Show a document from its beginning."""
        self.blockSignals(True)
        self._document, self._locked = document, locked
        self.text.set_paragraphs(paragraphs_of(document))
        self.text.setReadOnly(locked)
        for form in self._forms.values():
            form.show_document(document)
            form.set_locked(locked=locked)
        self._show_annexes(document)
        self.blockSignals(False)
        self.show_part(TEXT)

    def document(self) -> OfficialDocument:
        """Return the document as it stands, without what is still being composed."""
        if self._document is None:
            raise RuntimeError("no document is shown")
        document = with_paragraphs(self._document, self.text.paragraphs())
        for form in self._forms.values():
            document = form.apply(document)
        return replace(document, annexes=tuple(form.annex() for form in self._annexes))

    # --- parts ---

    @property
    def part(self) -> tuple[str, int]:
        """Which part is in front, and the number of an annex (-1 for other parts)."""
        current = self.currentWidget()
        if isinstance(current, AnnexForm):
            return ANNEX, self._annexes.index(current)
        return next((key for key, form in self._forms.items() if form is current), TEXT), -1

    def show_part(self, key: str, number: int = -1) -> None:
        """Bring a part to the front and give it the focus."""
        if key == ANNEX:
            form: QWidget = self._annexes[number]
            target: QWidget = self._annexes[number].focus_target
        else:
            form = target = self._forms.get(key, self.text)
        self.setCurrentWidget(form)
        if self.isVisible():
            target.setFocus()
        self.shown.emit(*self.part)

    def show_in_form(self, key: str, document: OfficialDocument) -> None:
        """Let a form show what a document says in its part, as a change like any other."""
        form = self._forms[key]
        form.show_document(document)
        form.changed.emit()

    def go_to_field(self, path: tuple[str, ...]) -> None:
        """Put the cursor into the field of the form in front that holds a place."""
        form = self.currentWidget()
        if isinstance(form, PartForm):
            form.go_to(path)
        elif isinstance(form, AnnexForm) and path == ("title",):
            form.title.setFocus()

    @property
    def active_text(self) -> PlanEditor:
        """The text in which the cursor is or was: the plan's, or that of the annex in front."""
        current = self.currentWidget()
        of_annex = isinstance(current, AnnexForm) and self._last in (current.above, current.below)
        return self._last if of_annex else self.text

    def _connect_text(self, text: PlanEditor) -> None:
        text.set_recogniser(self._recognise)
        text.entered.connect(lambda: self._remember(text))
        text.table_opened.connect(lambda number: self.table_opened.emit(text, number))
        text.pictures_refused.connect(self.pictures_refused)

    def _remember(self, text: PlanEditor) -> None:
        self._last = text

    @property
    def annexes(self) -> tuple[AnnexForm, ...]:
        """The forms of the annexes in order."""
        return tuple(self._annexes)

    def add_annex(self, title: str) -> None:
        """Add an annex with an empty table of tasks and show it."""
        lie = Orientation.LANDSCAPE
        annex = Annex(RichText(title), (task_table(),), lie)
        document = self.document()
        self._insert(len(self._annexes), annex, document)
        self.changed.emit()
        self.show_part(ANNEX, len(self._annexes) - 1)

    def remove_annex(self, number: int) -> Annex:
        """Remove an annex and return it, so that it can come back."""
        form = self._annexes.pop(number)
        annex = form.annex()
        self.removeWidget(form)
        form.deleteLater()
        self.changed.emit()
        self.show_part(TEXT)
        return annex

    def put_back(self, number: int, annex: Annex) -> None:
        """Put a removed annex back to its place and show it."""
        self._insert(number, annex, self.document())
        self.changed.emit()
        self.show_part(ANNEX, number)

    def _show_annexes(self, document: OfficialDocument) -> None:
        for form in self._annexes:
            self.removeWidget(form)
            form.deleteLater()
        self._annexes = []
        for number, annex in enumerate(document.annexes):
            self._insert(number, annex, document)

    def _insert(self, number: int, annex: Annex, document: OfficialDocument) -> None:
        form = AnnexForm(self._theme)
        form.show_annex(annex, document)
        form.set_locked(locked=self._locked)
        form.changed.connect(self.changed)
        form.remove_asked.connect(lambda: self.annex_removal_asked.emit(self._annexes.index(form)))
        for text in (form.above, form.below):
            self._connect_text(text)
        self._annexes.insert(number, form)
        self.addWidget(form)
