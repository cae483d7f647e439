"""The head of the page: which council, what it is by, its documents, and the ways to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.theme.icons import BESIDE_WORDS
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.paper_views import PaperKind
    from tdkt_desktop.ui.theme.theme import Theme


class CouncilHead(QWidget):
    """Tells by `wanted`: "new", "edit", "remove", "bin", "sheets", or "paper:" and its kind."""

    wanted = Signal(str)
    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.council = QComboBox()
        self.council.setAccessibleName(_("Hội đồng đang xem"))
        guard_wheel(self.council)
        self._told = ElidedLabel("", "hint")
        self.papers = _menu_button(_("Văn bản"))
        self.more = _menu_button("")
        put_beside(self.more, words=False)
        self.more.setAccessibleName(_("Việc khác với hội đồng"))
        self.more.setToolTip(_("Việc khác với hội đồng"))
        self.new = QPushButton(_("Hội đồng mới"))
        self.new.setProperty("kind", "primary")
        self.new.setIconSize(BESIDE_WORDS)
        self.new.clicked.connect(lambda: self.wanted.emit("new"))
        self._of_council = self._fill_more()
        self._lay_out()
        self.council.activated.connect(self._choose)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(_("Hội đồng"), "title"))
        row.addSpacing(8)
        row.addWidget(self.council, 20)
        row.addStretch(1)
        for part in (self.papers, self.more, self.new):
            row.addWidget(part)
        self.council.setMinimumContentsLength(10)
        self.council.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.council.setMaximumWidth(self.fontMetrics().averageCharWidth() * 52)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._told)

    def _fill_more(self) -> list[QAction]:
        menu = QMenu(self.more)
        actions = []
        for text, key in (
            (_("Sửa số quyết định, thời gian…"), "edit"),
            (_("Xoá hội đồng này"), "remove"),
            (_("Thùng rác…"), "bin"),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, k=key: self.wanted.emit(k))
            actions.append(action)
        self.more.setMenu(menu)
        return actions[:2]

    def offer(self, kinds: Sequence[PaperKind]) -> None:
        """Offer the documents that a council can have."""
        menu = QMenu(self.papers)
        for kind in kinds:
            action = menu.addAction(kind.name)
            action.setToolTip(kind.description)
            action.triggered.connect(lambda _on=False, k=kind.key: self.wanted.emit(f"paper:{k}"))
        menu.addSeparator()
        sheets = menu.addAction(_("Phiếu giao việc của mọi người…"))
        sheets.triggered.connect(lambda: self.wanted.emit("sheets"))
        self.papers.setMenu(menu)

    def show_councils(
        self, councils: Sequence[CouncilView], current: CouncilView | None, year: str
    ) -> None:
        """Show which councils the year has, and which one is looked at."""
        self.council.blockSignals(True)
        self.council.clear()
        for council in councils:
            self.council.addItem(council.facts.name, council.id)
            if current is not None and council.id == current.id:
                self.council.setCurrentIndex(self.council.count() - 1)
        self.council.blockSignals(False)
        name = year[:1].upper() + year[1:]
        self._told.setText(f"{name} · {told_of(current)}" if current else "")
        self._told.setToolTip(current.facts.notes if current else "")
        for part in (self.council, self.papers, self._told):
            part.setVisible(current is not None)
        self.new.setVisible(current is not None)
        for action in self._of_council:
            action.setEnabled(current is not None)

    def _choose(self, row: int) -> None:
        self.chosen.emit(int(self.council.itemData(row)))

    def _recolour(self) -> None:
        self.papers.setIcon(self._theme.icon("file-document-outline"))
        self.more.setIcon(self._theme.icon("dots-horizontal"))
        self.new.setIcon(self._theme.icon("plus", self._theme.tokens.on_accent))


def told_of(council: CouncilView) -> str:
    """Return the decision and the time of a council in a line."""
    facts = council.facts
    decided = f"{facts.decided_on:%d/%m/%Y}" if facts.decided_on else ""
    number = facts.decision_number
    parts = []
    if number and decided:
        parts.append(_("Quyết định số {number} ngày {day}").format(number=number, day=decided))
    elif number:
        parts.append(_("Quyết định số {number}").format(number=number))
    else:
        parts.append(_("Chưa có số quyết định"))
    if facts.starts_on:
        parts.append(_("từ {day}").format(day=f"{facts.starts_on:%d/%m/%Y}"))
    if facts.ends_on:
        parts.append(_("đến {day}").format(day=f"{facts.ends_on:%d/%m/%Y}"))
    return " · ".join(parts)


def _menu_button(text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "menu")
    button.setText(f"{text} ▾" if text else "")
    put_beside(button)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
