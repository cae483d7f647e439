"""A field whose content is shown only on request: an identity number behind an eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class MaskedEdit(QWidget):
    """While it is masked it cannot be typed into; an empty one can always be.

    `reveal` is asked for the whole content when somebody presses the eye. `finished` comes when
    something was typed and the field is left.
    """

    finished = Signal()

    def __init__(self, theme: Theme, reveal: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._reveal = theme, reveal
        self._mask, self._typed = "", False
        self.edit = QLineEdit()
        self.eye = QToolButton()
        self.eye.setProperty("kind", "tool")
        self.eye.setIconSize(_ICON)
        self.eye.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.eye)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._note_typing)
        self.edit.editingFinished.connect(self._finish)
        self.eye.toggled.connect(self._turn)
        theme.changed.connect(self._show_eye)
        self.show_mask("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def show_mask(self, mask: str) -> None:
        """Show that there is something, or an empty field where there is nothing."""
        self._mask, self._typed = mask, False
        self.eye.blockSignals(True)
        self.eye.setChecked(False)
        self.eye.blockSignals(False)
        self.edit.setText(mask)
        self.edit.setReadOnly(bool(mask))
        self.eye.setVisible(bool(mask))
        self._show_eye()

    def typed(self) -> str | None:
        """Return what was typed, None where nothing was."""
        return self.edit.text() if self._typed else None

    def _turn(self, shown: bool) -> None:
        if shown:
            self.edit.setText(self._reveal())
            self.edit.setReadOnly(False)
        elif not self._typed:
            self.show_mask(self._mask)
        self._show_eye()

    def _note_typing(self) -> None:
        self._typed = True

    def _finish(self) -> None:
        if self._typed:
            self.finished.emit()

    def _show_eye(self) -> None:
        shown = self.eye.isChecked()
        self.eye.setIcon(self._theme.icon("eye-off-outline" if shown else "eye-outline"))
        words = _("Che số") if shown else _("Hiện số để xem, sửa")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
