"""The card of one initiative: what it says, its scores, what it is like, its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.initiative_views import InitiativeState
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.initiatives.content_form import ContentForm
from tdkt_desktop.ui.pages.initiatives.files_view import FilesView
from tdkt_desktop.ui.pages.initiatives.rounds_list import RoundsList
from tdkt_desktop.ui.pages.initiatives.similarity_view import SimilarityView
from tdkt_desktop.ui.pages.initiatives.words import state_chip
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tdkt_desktop.services.initiative_views import InitiativeCard, InitiativeRow
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tables.edit_grid_model import Suggestion

CONTENT: Final = 0
SCORES: Final = 1
SIMILAR: Final = 2
FILES: Final = 3
_COMPACT_BELOW: Final = 56
"""From so many heights of a letter on, the buttons of the head have words."""
_STEPS: Final = (
    ("submit", N_("Nộp"), "send-outline"),
    ("take_back", N_("Đưa về nháp"), "undo-variant"),
    ("recognise", N_("Công nhận…"), "file-sign"),
    ("unrecognise", N_("Bỏ công nhận"), "undo-variant"),
    ("use", N_("Ghi sử dụng…"), "medal-outline"),
)
_PAPERS: Final = (
    ("request-word", N_("Đơn yêu cầu công nhận (Word)…"), "file-word-outline"),
    ("request-pdf", N_("Đơn yêu cầu công nhận (PDF)…"), "file-pdf-box"),
    ("report-word", N_("Bản mô tả sáng kiến (Word)…"), "file-word-outline"),
    ("report-pdf", N_("Bản mô tả sáng kiến (PDF)…"), "file-pdf-box"),
    ("decision-word", N_("Quyết định công nhận (Word)…"), "file-word-outline"),
    ("decision-pdf", N_("Quyết định công nhận (PDF)…"), "file-pdf-box"),
)


class InitiativeCardView(QWidget):
    """`acted` tells an act by name, `back` that the list is wanted, `turned` which tab is shown."""

    acted = Signal(str)
    back = Signal()
    turned = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: InitiativeRow | None = None
        self.title, self.chip = ElidedLabel("", "title"), ChipLabel(desk.theme)
        self._decision = text_label("", "hint", wrap=True)
        self.content, self.rounds = ContentForm(desk), RoundsList(desk)
        self.similar, self.files = SimilarityView(desk), FilesView(desk)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Phần của sáng kiến"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = FrontStack()
        for words, part in (
            (_("Nội dung"), self.content),
            (_("Điểm"), self.rounds),
            (_("Đối chiếu kho"), self.similar),
            (_("Tệp kèm theo"), self.files),
        ):
            self.tabs.addTab(words)
            self._stack.addWidget(part)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 20, 4)
        head.setSpacing(8)
        theme = self._desk.theme
        head.addWidget(tool_button(theme, "arrow-left", _("Về danh sách (Esc)"), self.back.emit))
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        self._buttons: dict[str, IconButton] = {}
        for key, words, icon in _STEPS:
            button = IconButton(theme, _(words), icon)
            button.setToolTip(_(words))
            button.setAccessibleName(_(words))
            button.clicked.connect(lambda _checked=False, k=key: self.acted.emit(k))
            self._buttons[key] = button
            head.addWidget(button)
        head.addWidget(self._papers_button())
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 20, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self._decision)
        line = QFrame()
        line.setProperty("line", "h")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)

    def _papers_button(self) -> QToolButton:
        self.papers = QToolButton()
        self.papers.setProperty("kind", "menu")
        self.papers.setText(_("Văn bản") + " ▾")
        self.papers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.papers)
        for key, words, icon in _PAPERS:
            action = menu.addAction(self._desk.theme.icon(icon), _(words))
            action.triggered.connect(lambda _checked=False, k=key: self.acted.emit(k))
        self.papers.setMenu(menu)
        return self.papers

    # --- what is shown ---

    def show_card(self, card: InitiativeCard, people: Sequence[Suggestion]) -> None:
        """Show an initiative."""
        row = card.row
        self._row = row
        self.title.setText(row.title)
        self.title.setToolTip(row.title)
        self.chip.show_chip(state_chip(row))
        self._decision.setText(self._decision_words(row))
        self.content.show_card(card, people)
        self.content.tell_missing(self._desk.context.initiatives.missing(card.form))
        self.files.show_files(card.files)
        self.tabs.setTabText(FILES, _("Tệp kèm theo ({n})").format(n=len(card.files)))
        recognised = row.state is InitiativeState.RECOGNISED
        shown = {
            "submit": row.state is InitiativeState.DRAFT,
            "take_back": row.state in (InitiativeState.SUBMITTED, InitiativeState.REFUSED),
            "recognise": not recognised,
            "unrecognise": recognised,
            "use": recognised,
        }
        for key, button in self._buttons.items():
            button.setVisible(shown[key])

    def turn_to(self, tab: int) -> None:
        """Bring a part to the front."""
        self.tabs.setCurrentIndex(tab)

    @property
    def tab(self) -> int:
        """The part in front."""
        return self.tabs.currentIndex()

    # --- inside ---

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self.turned.emit(tab)

    def _decision_words(self, row: InitiativeRow) -> str:
        given = row.recognition
        if not given.level:
            return ""
        law = self._desk.context.initiatives.law
        day = short_date(given.decided_on, padded=True) if given.decided_on else ""
        parts = (
            _("Công nhận {level}").format(level=law.recogniser_name(given.level)),
            _("số {number}").format(number=given.number) if given.number else "",
            day,
            _("phạm vi {reach}").format(reach=law.reach_name(given.reach)) if given.reach else "",
        )
        return " · ".join(part for part in parts if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < self.fontMetrics().height() * _COMPACT_BELOW
        for key, words, _icon in _STEPS:
            self._buttons[key].setText("" if compact else _(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)
