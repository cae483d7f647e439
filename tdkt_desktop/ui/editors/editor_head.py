"""The head of the editor: the way back, the plan's name and state, and what leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.chip import ChipLabel, plan_chip
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.ui.theme.theme import Theme

_WORD, _PDF = ".docx", ".pdf"


class EditorHead(QFrame):
    """Tells what is wanted; the page and the window do it.

    `primary` is the next step of the plan: "submit", "issue" or "revise". `export_asked` carries
    the ending of the wanted file.
    """

    back = Signal()
    print_asked = Signal()
    export_asked = Signal(str)
    primary = Signal(str)
    take_back_asked = Signal()
    compare_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("bar", "head")
        self._name = ""
        self._step = "submit"
        self._title = QLabel()
        self._title.setProperty("look", "section")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chip = ChipLabel(theme)
        self._print, self._next = QPushButton(_("In")), QPushButton()
        self._withdraw = QPushButton(_("Rút về nháp"))
        self._export = self._export_button()
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 16, 7)
        row.setSpacing(8)
        back = tool_button(self._theme, "chevron-left", _("Về danh sách kế hoạch"), self.back.emit)
        self._print.setToolTip(_("In kế hoạch (Ctrl+P)"))
        self._withdraw.setProperty("kind", "quiet")
        self._next.setProperty("kind", "primary")
        row.addWidget(back)
        row.addWidget(self._title, 1)
        words = _("Đối chiếu với kế hoạch khác")
        compare = tool_button(self._theme, "file-compare", words, self.compare_asked.emit)
        widgets = (self._chip, self._withdraw, compare, self._print, self._export, self._next)
        for widget in widgets:
            row.addWidget(widget)
            if isinstance(widget, QPushButton):
                widget.setIconSize(BESIDE_WORDS)
        self._print.clicked.connect(self.print_asked)
        self._withdraw.clicked.connect(self.take_back_asked)
        self._next.clicked.connect(lambda: self.primary.emit(self._step))

    def _export_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "menu")
        button.setText(_("Xuất .docx"))
        button.setToolTip(_("Xuất tệp Word hoặc PDF (Ctrl+E)"))
        button.setAccessibleName(_("Xuất tệp"))
        put_beside(button)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(button)
        for words, ending in ((_("Tệp Word (.docx)"), _WORD), (_("Tệp PDF (.pdf)"), _PDF)):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, e=ending: self.export_asked.emit(e))
        button.setMenu(menu)
        button.clicked.connect(lambda: self.export_asked.emit(_WORD))
        return button

    def show_plan(self, summary: PlanSummary) -> None:
        """Show a plan's name and state, and the step that comes next."""
        state = summary.status.value
        self._name = f"{summary.title.capitalize()} {summary.subject}".strip()
        self._chip.show_chip(plan_chip(summary))
        steps = {"draft": ("submit", _("Trình ký")), "waiting": ("issue", _("Ban hành"))}
        self._step, name = steps.get(state, ("revise", _("Lập bản sửa đổi")))
        self._next.setText(name)
        self._next.setVisible(state != "revised")
        self._withdraw.setVisible(state == "waiting")
        self._row.activate()
        self._elide()

    def rename(self, title: str, subject: str) -> None:
        """Show another name, while it is typed."""
        self._name = f"{title.capitalize()} {subject}".strip()
        self._elide()

    def _elide(self) -> None:
        right = Qt.TextElideMode.ElideRight
        self._title.ensurePolished()
        room = max(self._title.width(), 80)
        self._title.setText(self._title.fontMetrics().elidedText(self._name, right, room))
        self._title.setToolTip(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _recolour(self) -> None:
        self._print.setIcon(self._theme.icon("printer-outline"))
        self._export.setIcon(self._theme.icon("file-word-outline"))
        self._next.setIcon(self._theme.icon("file-sign", self._theme.tokens.on_accent))
