"""The table of years on a card: each cell an award with its decision below the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
)

from tdkt_desktop.ui.tables.award_years import (
    AWARD_ROLE,
    COMMENDATION_COLUMN,
    DETAIL_ROLE,
    TITLE_COLUMN,
    YEAR_COLUMN,
    AwardYearsModel,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tdkt_desktop.services.record_views import AwardView
    from tdkt_desktop.ui.theme.theme import Theme

_SIDE: Final = 9
_ABOVE: Final = 7
_SMALL: Final = 10 / 10.5
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class AwardYearsView(QTableView):
    """One cell is chosen at a time: Enter opens it, Delete removes what is in it."""

    opened = Signal(object)
    removing = Signal(object)

    def __init__(self, theme: Theme, model: AwardYearsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_YearDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setProperty("frameless", True)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        for column in (TITLE_COLUMN, COMMENDATION_COLUMN):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(YEAR_COLUMN, QHeaderView.ResizeMode.ResizeToContents)
        heads.sectionResized.connect(lambda *_a: rows.resizeSections())
        self.doubleClicked.connect(lambda index: self.opened.emit(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.opened.emit(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removing.emit(index)
        else:
            super().keyPressEvent(event)


class _YearDelegate(QStyledItemDelegate):
    """Paints the name over as many lines as it needs, and the decision in quiet words below."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text = QFontMetricsF(self._font(strong=index.column() == YEAR_COLUMN))
        quiet = QFontMetricsF(self._small())
        name, detail = str(index.data() or ""), str(index.data(DETAIL_ROLE) or "")
        if index.column() == YEAR_COLUMN:
            wide = max(text.horizontalAdvance(name), quiet.horizontalAdvance(detail))
            high = text.height() + quiet.height()
            return QSize(int(wide) + 2 * _SIDE + 2, int(high) + 2 * _ABOVE)
        room = QRectF(0, 0, self._view.columnWidth(index.column()) - 2 * _SIDE, 10_000)
        needed = text.boundingRect(room, _WRAP, name or "–").height()
        low = quiet.boundingRect(room, _WRAP, detail).height() if detail else 0
        return QSize(60, int(needed + low) + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, box = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.soft if selected else tokens.hover if hovered else tokens.surface
        painter.save()
        painter.fillRect(box, QColor(ground))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        if selected and self._view.hasFocus():
            painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(tokens.accent))
        inner = QRectF(box).adjusted(_SIDE, _ABOVE, -_SIDE, 0)
        self._paint_words(painter, inner, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, inner: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._theme.tokens
        award: AwardView | None = index.data(AWARD_ROLE)
        in_year = index.column() == YEAR_COLUMN
        name = str(index.data() or ("" if in_year else "–"))
        font = self._font(strong=in_year)
        font.setStrikeOut(award is not None and award.data.revoked)
        painter.setFont(font)
        quiet = award is None and not in_year
        painter.setPen(QColor(tokens.text3 if quiet else tokens.text))
        used = painter.drawText(inner, _WRAP, name)
        painter.setFont(self._small())
        needed = award is not None and not award.data.number and not award.data.revoked
        painter.setPen(QColor(tokens.states.needs_person.ink if needed else tokens.text2))
        below = QRectF(inner)
        below.setTop(used.bottom() if used is not None else inner.top())
        painter.drawText(below, _WRAP, str(index.data(DETAIL_ROLE) or ""))

    def _font(self, *, strong: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(max(10.0, font.pointSizeF() * _SMALL))
        return font
