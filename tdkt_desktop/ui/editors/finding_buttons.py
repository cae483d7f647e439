"""What can be done about the current finding: repair it, leave it out, ask why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.theme.theme import Theme

_PADDING: Final = 52
"""What the repair button has around its words: margins, border and icon."""
_MARGINS: Final = (41, 4, 8, 8)
_SPACING: Final = 8


class FindingButtons(QWidget):
    """One row of buttons that moves from finding to finding.

    `dismissed` carries whether it is for good.
    """

    repair_asked = Signal()
    dismissed = Signal(bool)
    reason_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self._repair, self._why = QPushButton(_("Sửa")), QPushButton(_("Vì sao?"))
        self._dismiss = self._dismiss_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(_SPACING)
        for button in (self._repair, self._dismiss, self._why):
            row.addWidget(button)
        row.addStretch(1)
        self._repair.setProperty("kind", "primary")
        self._why.setProperty("kind", "quiet")
        self._repair.clicked.connect(self.repair_asked)
        self._why.clicked.connect(self.reason_asked)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_finding(self, finding: Finding, *, locked: bool) -> None:
        """Offer what can be done about a finding; of a locked plan only the reason."""
        shown = self._words = " ".join((finding.repair or "").split())
        self._repair.setToolTip(_("Sửa thành “{words}” (Alt+Enter)").format(words=shown))
        self._repair.setVisible(finding.repair is not None and not locked)
        self._dismiss.setVisible(not locked)
        self._fit()

    def _fit(self) -> None:
        """Show as much of the better words as there is room for."""
        font = QFont(self._repair.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        others = self._dismiss.sizeHint().width() + self._why.sizeHint().width() + 2 * _SPACING
        frame = metrics.horizontalAdvance(_("Sửa thành “{words}”").format(words="")) + _PADDING
        room = max(self.width() - _MARGINS[0] - _MARGINS[2] - others - frame, 0)
        short = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        told = short not in ("", "…")
        self._repair.setText(_("Sửa thành “{words}”").format(words=short) if told else _("Sửa"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dismiss_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "menu")
        button.setText(_("Bỏ qua") + " ▾")
        button.setAccessibleName(_("Bỏ qua chỗ này"))
        button.setToolTip(_("Không nhắc chỗ này nữa (Delete: chỉ trong kế hoạch này)"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for words, for_good in ((_("Trong kế hoạch này"), False), (_("Ở mọi văn bản"), True)):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, good=for_good: self.dismissed.emit(good))
        button.setMenu(menu)
        return button

    def _recolour(self) -> None:
        self._repair.setIcon(self._theme.icon("check", self._theme.tokens.on_accent))
