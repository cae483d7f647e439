"""The head of a document's editor: the way back, its name and state, and what leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.papers.paper_words import in_sentence, paper_chip
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.paper_views import PaperSummary
    from tdkt_desktop.ui.theme.theme import Theme

_WORDS_FROM: Final = 58
_LEAST_LETTERS: Final = 80


class PaperHead(QFrame):
    """Tells by `wanted`: "back", "renew", "print", "word", "pdf", "issue", "duplicate"."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("bar", "head")
        self._name = ElidedLabel("", "section")
        self._chip = ChipLabel(theme)
        self.renew = self._button(_("Soạn lại"), "renew")
        self.print = self._button(_("In"), "print")
        self.word = self._button(_("Word"), "word")
        self.pdf = self._button(_("PDF"), "pdf")
        self.issue = self._button(_("Ban hành…"), "issue")
        self.issue.setProperty("kind", "primary")
        self.renew.setToolTip(_("Lập lại từ dữ liệu hiện nay; xem trước những chỗ sẽ thay đổi"))
        self.word.setToolTip(_("Xuất tệp Word (Ctrl+E)"))
        self.pdf.setToolTip(_("Xuất tệp PDF (Ctrl+Shift+E)"))
        self._icons = {
            self.renew: "refresh",
            self.print: "printer-outline",
            self.word: "file-word-outline",
            self.pdf: "file-pdf-box",
            self.issue: "file-sign",
        }
        self._words = {button: button.text() for button in self._icons}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 16, 7)
        row.setSpacing(8)
        back = _("Về danh sách văn bản")
        row.addWidget(tool_button(theme, "chevron-left", back, lambda: self.wanted.emit("back")))
        row.addWidget(self._name, 1)
        row.addWidget(self._chip)
        for button in self._icons:
            row.addWidget(button)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_paper(self, paper: PaperSummary, *, stale: bool) -> None:
        """Show the state of a document."""
        issued = paper.status is PaperStatus.ISSUED
        self._chip.show_chip(paper_chip(paper, stale=stale and not issued))
        self.issue.setVisible(not issued)
        self._words[self.renew] = _("Soạn bản thay thế") if issued else _("Soạn lại")
        self._fit()

    def rename(self, title: str, subject: str) -> None:
        """Show another name, while it is typed."""
        name = in_sentence(title, subject)
        self._name.setText(name)
        self._name.setToolTip(name)

    def _button(self, text: str, key: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setIconSize(BESIDE_WORDS)
        button.clicked.connect(lambda: self.wanted.emit(key))
        return button

    def _fit(self) -> None:
        """Show the quiet buttons by their icons alone where there is little room."""
        wide = self.width() > self.fontMetrics().height() * _WORDS_FROM
        for button, words in self._words.items():
            button.setText(words if wide or button is self.issue else "")
            button.setAccessibleName(words)
            if not button.toolTip():
                button.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the buttons need without their words."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        for button, icon in self._icons.items():
            colour = tokens.on_accent if button is self.issue else tokens.text
            button.setIcon(self._theme.icon(icon, colour))
