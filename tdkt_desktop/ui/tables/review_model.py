"""The rows of an import under review: source, mark, part, text as it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.review_levels import ROLE_NAMES, choices
from tdkt_desktop.services.review_rows import ReviewMark
from tdkt_desktop.ui.tables.headed_model import HeadedModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.documents.roles import Role
    from tdkt_desktop.services.import_review import ImportReview
    from tdkt_desktop.services.review_rows import ReviewRow

SOURCE, MARK, ROLE, CONTENT = range(4)
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_HEADS: Final = (N_("Bản gốc"), "", N_("Hiểu là"), N_("Nội dung sẽ nhập"))
_MARK_WORDS: Final = {
    ReviewMark.DOUBT: N_("Cần người xem"),
    ReviewMark.WARNING: N_("Đã đánh số lại"),
    ReviewMark.REPAIRED: N_("Đã sửa khi đọc"),
    ReviewMark.LEFT_OUT: N_("Bỏ qua"),
    ReviewMark.NONE: "",
}


class ReviewModel(HeadedModel):
    """Shows all rows of a review, or only those to look at; every change tells `changed`."""

    changed = Signal(int)

    def __init__(self, review: ImportReview) -> None:
        super().__init__(_HEADS)
        self._review = review
        self._only_doubtful = False
        self._shown = [row.index for row in review.rows]

    def row(self, row: int) -> ReviewRow:
        """Return what is shown in a row."""
        return self._review.rows[self._shown[row]]

    def row_of(self, item: int) -> int:
        """Return the row that shows an item, or the nearest one before it."""
        before = [n for n, shown in enumerate(self._shown) if shown <= item]
        return before[-1] if before else 0

    def show_only_doubtful(self, *, on: bool) -> None:
        """Show only what a person should look at, or everything."""
        self._only_doubtful = on
        self._rebuild()

    def next_doubtful(self, row: int, step: int) -> int | None:
        """Return the next row to look at, forwards (1) or backwards (-1), around the end."""
        rows = [n for n in range(len(self._shown)) if self.row(n).needs_look]
        if step > 0:
            return next((n for n in rows if n > row), rows[0] if rows else None)
        return next((n for n in reversed(rows) if n < row), rows[-1] if rows else None)

    # --- putting right ---

    def set_role(self, row: int, role: Role | None) -> None:
        """Say what a row is; None leaves it out."""
        self._do(row, lambda item: self._review.set_role(item, role))

    def shift_level(self, row: int, step: int) -> None:
        """Move a row one level down or up."""
        self._do(row, lambda item: self._review.shift_level(item, step))

    def join(self, row: int) -> None:
        """Join a row with the paragraph before it."""
        self._do(row, self._review.join_with_previous)

    def split(self, row: int, at: int) -> None:
        """Split a row before a character of its text."""
        self._do(row, lambda item: self._review.split(item, at))

    def undo(self, row: int) -> None:
        """Take the last change back."""
        self._do(row, lambda _item: self._review.undo())

    def redo(self, row: int) -> None:
        """Make the last change that was taken back again."""
        self._do(row, lambda _item: self._review.redo())

    def _do(self, row: int, act: Callable[[int], int | None]) -> None:
        if not 0 <= row < len(self._shown):
            return
        item = self._shown[row]
        place = act(item)
        self._rebuild()
        self.changed.emit(item if place is None else place)

    def _rebuild(self) -> None:
        rows = self._review.rows
        shown = [row.index for row in rows if row.needs_look or not self._only_doubtful]
        if shown == self._shown:
            last = self.index(max(len(shown) - 1, 0), CONTENT)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    # --- Qt's questions ---

    def length(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index.row())
        editable = index.column() == ROLE or (
            index.column() == CONTENT and not row.left_out and not row.is_table
        )
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if editable else plain

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            texts = (row.source, mark_word(row), role_word(row), content_words(row))
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == MARK:
            return row.note or mark_word(row)
        return None


def mark_word(row: ReviewRow) -> str:
    """Return the mark of a row in words, for the ear and the tooltip."""
    word = _MARK_WORDS[row.mark]
    return _(word) if word else ""


def role_word(row: ReviewRow) -> str:
    """Return what a row is understood as."""
    if row.left_out:
        return _("Bỏ qua")
    if row.is_table:
        return _("Phụ lục (bảng)") if row.in_annex else _("Bảng")
    return _(ROLE_NAMES[row.role]) if row.role in ROLE_NAMES else _("Phần khác")


def content_words(row: ReviewRow) -> str:
    """Return number and text as they will be, and the note under them."""
    text = f"{row.label} {row.text}".strip()
    return f"{text}\n{row.note}" if row.note else text


def role_choices(row: ReviewRow) -> list[tuple[str, Role | None]]:
    """Return what a row can be turned into, leaving it out last."""
    if row.is_table:
        return [(_("Lấy vào"), None)] if row.left_out else []
    return [(_(ROLE_NAMES[role]), role) for role in choices(in_annex=row.in_annex)]
