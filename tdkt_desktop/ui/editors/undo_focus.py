"""One undo for the whole editor: it acts on what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tdkt_desktop.ui.editors.annex_form import AnnexForm
from tdkt_desktop.ui.editors.plan_editor import PlanEditor

if TYPE_CHECKING:
    from tdkt_desktop.ui.editors.document_parts import DocumentParts


class UndoFocus(QObject):
    """Finds whose step undo would take back, and says its name."""

    changed = Signal()

    def __init__(self, parts: DocumentParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        parts.text.undo_names.changed.connect(self.changed)
        parts.changed.connect(self.changed)

    def undo(self) -> None:
        """Take back the last step of what has the focus."""
        field = _field()
        if field is not None:
            field.undo()
        else:
            self._target().undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        field = _field()
        if field is not None:
            field.redo()
        else:
            self._target().redo()

    @property
    def undo_text(self) -> str:
        """The name of what undo would take back; empty when there is nothing."""
        return self._target().undo_name

    @property
    def redo_text(self) -> str:
        """The name of what redo would do again; empty when there is nothing."""
        return self._target().redo_name

    def _target(self) -> _TextSteps | _SheetSteps:
        current = self._parts.currentWidget()
        focus = QApplication.focusWidget()
        if isinstance(focus, PlanEditor) and self._parts.isAncestorOf(focus):
            return _TextSteps(focus)
        if isinstance(current, AnnexForm):
            return _SheetSteps(current)
        return _TextSteps(self._parts.text)


class _TextSteps:
    """The steps of a text."""

    def __init__(self, text: PlanEditor) -> None:
        self._text = text

    def undo(self) -> None:
        if not self._text.isReadOnly():
            self._text.undo()

    def redo(self) -> None:
        if not self._text.isReadOnly():
            self._text.redo()

    @property
    def undo_name(self) -> str:
        return self._text.undo_names.undo_name

    @property
    def redo_name(self) -> str:
        return self._text.undo_names.redo_name


class _SheetSteps:
    """The steps of a sheet."""

    def __init__(self, form: AnnexForm) -> None:
        self._stack = form.sheet.sheet.undo_stack

    def undo(self) -> None:
        self._stack.undo()

    def redo(self) -> None:
        self._stack.redo()

    @property
    def undo_name(self) -> str:
        return self._stack.undoText()

    @property
    def redo_name(self) -> str:
        return self._stack.redoText()


def _field() -> QLineEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
