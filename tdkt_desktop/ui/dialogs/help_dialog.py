"""The help of a page, in the language of the interface."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

from tdkt_desktop.i18n import _, current_language
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SIZE: Final = QSize(640, 560)


class HelpDialog(QDialog):
    """Shows what a page is for and which keys it knows."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hướng dẫn nhanh"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Hướng dẫn nhanh"))
        self.text.setMarkdown(help_text(page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(_SIZE)


def help_text(page: str) -> str:
    """Return the help of a page as Markdown."""
    return _read(current_language(), page)


def help_sections(page: str) -> list[str]:
    """Return the heads of the help of a page."""
    return [line.lstrip("# ") for line in help_text(page).splitlines() if line.startswith("#")]


@cache
def _read(language: str, page: str) -> str:
    return resource("help", language, f"{page}.md").read_text("utf-8")
