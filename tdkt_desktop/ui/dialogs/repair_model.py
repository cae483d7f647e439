"""The rows of a restored scan: where it stood, what was read, how sure, what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.tables.headed_model import HeadedModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.repair_review import RepairReview, ReviewedLine
    from tdkt_desktop.ui.theme.theme import Theme

PLACE, SOURCE, STATE, TEXT = range(4)
_HEADS: Final = (N_("Dòng"), N_("Máy quét đọc"), N_("Độ chắc"), N_("Đề nghị"))
_ICONS: Final = {"look": "account-question-outline", "dropped": "eye-off-outline"}


class RepairModel(HeadedModel):
    """Shows all lines, or only those to look at; every choice tells `changed`."""

    changed = Signal()

    def __init__(self, review: RepairReview, theme: Theme) -> None:
        super().__init__(_HEADS)
        self._review, self._theme = review, theme
        self._only_unsure = False
        self._shown = [row.index for row in review.rows]

    def line(self, row: int) -> ReviewedLine:
        """Return what is shown in a row."""
        return self._review.rows[self._shown[row]]

    def next_unsure(self, row: int, step: int = 1) -> int | None:
        """Return the next row to look at, around the end."""
        rows = [n for n in range(len(self._shown)) if self.line(n).needs_look]
        if step > 0:
            return next((n for n in rows if n > row), rows[0] if rows else None)
        return next((n for n in reversed(rows) if n < row), rows[-1] if rows else None)

    def show_only_unsure(self, *, on: bool) -> None:
        """Show only the lines to look at as of now, or everything."""
        self._only_unsure = on
        self.beginResetModel()
        self._shown = [row.index for row in self._review.rows if row.needs_look or not on]
        self.endResetModel()

    def act(self, row: int, choose: Callable[[int], None]) -> None:
        """Make a choice about a row."""
        if 0 <= row < len(self._shown):
            choose(self._shown[row])
            self.tell()

    def tell(self) -> None:
        """Show the choices anew."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, TEXT))
        self.changed.emit()

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() == TEXT else plain

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        line = self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(line)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return line.text
        return self._look(line, index.column(), role)

    def _look(self, line: ReviewedLine, column: int, role: int) -> object:
        tokens = self._theme.tokens
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = line.dropped or column in (PLACE, SOURCE)
            return QColor(tokens.text3 if line.dropped else tokens.text2 if quiet else tokens.text)
        if role == Qt.ItemDataRole.FontRole and column == TEXT and line.needs_look:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            name = _ICONS["dropped"] if line.dropped else _ICONS["look"] if line.needs_look else ""
            return self._theme.icon(name or "check-circle")
        if role == Qt.ItemDataRole.ToolTipRole and line.line.kept:
            return _("Giữ nguyên như đã đọc: {words}").format(words=", ".join(line.line.kept))
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != TEXT:
            return False
        self.act(index.row(), lambda item: self._review.write(item, str(value)))
        return True


def _words(line: ReviewedLine) -> tuple[str, str, str, str]:
    page = line.line.source.lines[0].page
    number = str(line.line.line)
    place = _("tr. {page}, {line}").format(page=page, line=number) if page else number
    return (
        place,
        line.line.text,
        state_word(line),
        _("Bỏ, không nhập") if line.dropped else line.text,
    )


def state_word(line: ReviewedLine) -> str:
    """Return how sure a line is, or what the person chose, in words."""
    if line.dropped:
        return _("Bỏ")
    if line.is_as_read:
        return _("Giữ nguyên")
    if line.seen:
        return _("Đã xem")
    share = f"{line.line.score * 100:.0f} %"
    return _("Cần xem, {share}").format(share=share) if line.needs_look else share
