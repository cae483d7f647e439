"""The list of findings: severity, quote, place and reason; the current one holds its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.proofreading import NAMES, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.theme.theme import Theme
    from tdkt_desktop.ui.theme.tokens import Tokens

FINDING: Final = Qt.ItemDataRole.UserRole + 1
ICONS: Final = {
    Severity.ERROR: "alert-octagon",
    Severity.WARNING: "alert-outline",
    Severity.NOTE: "information-outline",
}
_Index = QModelIndex | QPersistentModelIndex
_LEFT, _PAD, _RIGHT, _ICON, _GAP = 41, 8, 14, 18, 3
_TELLING: Final = 4
_PLACE_SHARE: Final = 0.42
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


def colour_of(severity: Severity, tokens: Tokens) -> str:
    """Return the colour of a severity."""
    colours = {Severity.ERROR: tokens.late, Severity.WARNING: tokens.soon}
    return colours.get(severity, tokens.accent)


def heading(finding: Finding) -> str:
    """Return the words in question; where they say little, after the name of the check."""
    words, name = " ".join(finding.quote.split()), _(NAMES[finding.code])
    if len(words) >= _TELLING:
        return words
    return f"{name}: {words}" if words else name


def reason(finding: Finding) -> str:
    """Return why, and what could stand there."""
    words = finding.suggestion.strip()
    says_nothing = not any(letter.isalnum() for letter in words)
    if says_nothing or words in finding.message:
        return finding.message
    proposal = _("Đề nghị: {words}").format(words=words)
    return f"{finding.message} {proposal}"


class FindingsModel(QAbstractListModel):
    """The findings, the gravest first, those of one severity in reading order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings as they are listed."""
        return self._findings

    def show(self, findings: Sequence[Finding]) -> None:
        """List other findings."""
        order = list(Severity)
        self.beginResetModel()
        self._findings = tuple(sorted(findings, key=lambda one: order.index(one.severity)))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        place, why = finding.place.label, reason(finding)
        if role == FINDING:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading(finding)}. {place}. {why}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{_(NAMES[finding.code])} · {place}"
        return None


class _FindingDelegate(QStyledItemDelegate):
    """Paints a finding; the current one is higher by the height of its buttons."""

    def __init__(self, theme: Theme, view: FindingsList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        fonts = self._fonts()
        why = self._reason_box(index.data(FINDING), width)
        height = _PAD + fonts[0].height() + _GAP + why.height() + _PAD
        buttons = self._view.buttons_height if index.row() == self._view.row else 0
        return QSize(min(width, 100), height + buttons)

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._bold()), QFontMetrics(self._view.font())

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _reason_box(self, finding: Finding, width: int) -> QRect:
        room = QRect(0, 0, max(width - _LEFT - _RIGHT, 60), 10_000)
        return self._fonts()[1].boundingRect(room, _WRAP, reason(finding))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, box = self._theme.tokens, option.rect
        finding: Finding = index.data(FINDING)
        if index.row() == self._view.row:
            painter.fillRect(box, QColor(tokens.soft))
            painter.fillRect(QRect(box.topLeft(), QSize(3, box.height())), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        icon = self._theme.icon(ICONS[finding.severity], colour_of(finding.severity, tokens))
        icon.paint(painter, QRect(box.topLeft() + QPoint(13, _PAD), QSize(_ICON, _ICON)))
        self._words(painter, box, finding)

    def _words(self, painter: QPainter, box: QRect, finding: Finding) -> None:
        tokens, (bold, plain) = self._theme.tokens, self._fonts()
        room = box.width() - _LEFT - _RIGHT
        right = Qt.TextElideMode.ElideRight
        place = plain.elidedText(finding.place.label, right, int(room * _PLACE_SHARE))
        taken = plain.horizontalAdvance(place) + 12
        line = QRect(box.left() + _LEFT, box.top() + _PAD, room, bold.height())
        painter.setFont(self._view.font())
        painter.setPen(QColor(tokens.text2))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, place)
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.text))
        words = bold.elidedText(heading(finding), right, room - taken)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        why = QRect(line.left(), line.bottom() + 1 + _GAP, room, 10_000)
        painter.setFont(self._view.font())
        painter.setPen(QColor(tokens.text2))
        painter.drawText(why, _WRAP, reason(finding))


class FindingsList(QListView):
    """Tells where to go; the arrow keys only look, Enter and a click go, Delete leaves out.

    `buttons` is one widget that lies in the row of the current finding.
    """

    chosen = Signal()
    looked_at = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        buttons.setParent(self.viewport())
        buttons.hide()
        self.findings = FindingsModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(_FindingDelegate(theme, self))
        self.setProperty("frameless", True)
        self.setAccessibleName(_("Các chỗ soát được"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(lambda _index: self.chosen.emit())
        theme.changed.connect(self.viewport().update)

    @property
    def row(self) -> int:
        """The row of the current finding, -1 for none."""
        return self.currentIndex().row()

    @property
    def current(self) -> Finding | None:
        """The current finding."""
        found = self.findings.findings
        return found[self.row] if 0 <= self.row < len(found) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List other findings; the current one stays so where it is still there."""
        kept, bar = self.current, self.verticalScrollBar().value()
        self.findings.show(findings)
        same = [
            row
            for row, one in enumerate(self.findings.findings)
            if kept is not None and one.mark == kept.mark and one.place == kept.place
        ]
        self._current_changed()
        if same:
            self.go_to(same[0])
        self.verticalScrollBar().setValue(bar)

    def go_to(self, row: int) -> None:
        """Make a finding the current one."""
        self.setCurrentIndex(self.findings.index(row))

    def _current_changed(self) -> None:
        self.looked_at.emit()
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    # --- the buttons lie in the lower part of the current row ---

    @property
    def buttons_height(self) -> int:
        """How much higher the current row is than the others."""
        return self._buttons.sizeHint().height()

    def _place_buttons(self) -> None:
        row = self.visualRect(self.currentIndex())
        self._buttons.setVisible(self.current is not None)
        top = row.bottom() - self.buttons_height
        self._buttons.setGeometry(0, top, self.viewport().width(), self.buttons_height)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
