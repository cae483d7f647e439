"""The sheet into which the votes are entered: digits only, Enter goes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QRegularExpression, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QStyle

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.pages.awards.vote.count_rows import OUTCOME, SUM, CountRow, outcome_of
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_delegate import EditGridDelegate
from tdkt_desktop.ui.tables.edit_grid_model import ITEM_ROLE, EditColumn, EditGridModel
from tdkt_desktop.ui.widgets.chip import ChipPainter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from tdkt_desktop.ui.theme.theme import Theme

DIGITS: Final = QRegularExpression(r"\d{0,4}")
_HEAD_LINES: Final = 2
_PAD: Final = 7
_ICON: Final = 15


class CountDelegate(EditGridDelegate):
    """Paints what a line comes to as a chip, and a sum that does not agree in red with a sign."""

    def __init__(self, theme: Theme, today: Callable[[], date], view: QWidget) -> None:
        super().__init__(theme, today, view)
        self._view, self._look = view, theme
        self._chips = ChipPainter(theme)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ITEM_ROLE)
        if not isinstance(row, CountRow) or index.column() not in (SUM, OUTCOME):
            super().paint(painter, option, index)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self._look.tokens
        painter.fillRect(option.rect, QColor(tokens.soft if selected else tokens.surface))
        if index.column() == OUTCOME:
            self._paint_chip(painter, option, row, selected=selected)
        else:
            self._paint_sum(painter, option, row)

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, row: CountRow, *, selected: bool
    ) -> None:
        chip = outcome_of(row)
        box = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        if chip is not None:
            self._chips.paint(painter, box, chip, option.font, selected=selected)
        else:
            painter.setPen(QColor(self._look.tokens.text2))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, "–")

    def _paint_sum(self, painter: QPainter, option: QStyleOptionViewItem, row: CountRow) -> None:
        if not row.is_counted:
            return
        tokens, box = self._look.tokens, option.rect.adjusted(_PAD, 7, -_PAD, -7)
        wrong = bool(row.problem)
        icon, ink = ("alert-octagon", tokens.late) if wrong else ("check", tokens.states.done.ink)
        place = QRectF(box.left(), box.top() + 2, _ICON, _ICON)
        self._look.icons.draw(painter, icon, ink, place)
        painter.save()
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if wrong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink if wrong else tokens.text))
        sides = Qt.AlignmentFlag
        painter.drawText(box, int(sides.AlignRight | sides.AlignTop), str(row.total))
        painter.restore()

    def _editor(
        self,
        column: EditColumn[object],
        parent: QWidget,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super()._editor(column, parent, index)
        if isinstance(editor, QLineEdit):
            editor.setValidator(QRegularExpressionValidator(DIGITS, editor))
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor


class CountGrid(EditGrid):
    """The heads take two lines."""

    def __init__(
        self, theme: Theme, model: EditGridModel[CountRow], today: Callable[[], date]
    ) -> None:
        super().__init__(theme, model, today, _("Kết quả kiểm phiếu"))
        self.setItemDelegate(CountDelegate(theme, today, self))

    def _fit_head(self) -> None:
        super()._fit_head()
        head = self.horizontalHeader()
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(Qt.AlignmentFlag(int(sides) | int(Qt.TextFlag.TextWordWrap)))
        head.setFixedHeight(_HEAD_LINES * self.fontMetrics().lineSpacing() + 12)
