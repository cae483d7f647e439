"""Who is one step from which award, and what that step is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.eligibility_views import Near
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.theme.theme import Theme


class NearDialog(ActDialog):
    """A list to search and to sort; opening a line goes to its conditions."""

    def __init__(self, theme: Theme, found: Sequence[Near], parent: QWidget | None = None) -> None:
        super().__init__(_("Ai sắp đủ điều kiện?"), _("Xem điều kiện"), parent, leave=_("Đóng"))
        self._found = tuple(found)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Tìm người, danh hiệu…"))
        self.words.setAccessibleName(_("Tìm người, danh hiệu"))
        self.model = ColumnsModel[Near](
            (
                TextColumn(
                    N_("Họ và tên"),
                    lambda one: one.candidate.name,
                    lambda one: name_key(one.candidate.name),
                ),
                TextColumn(N_("Danh hiệu, hình thức"), lambda one: one.name),
                TextColumn(N_("Còn thiếu"), lambda one: one.step),
            )
        )
        self.view = ListView(theme, self.model, stretched=2)
        self.view.opened.connect(lambda _row: self.accept())
        nobody = _("Không có ai chỉ còn thiếu một bước.")
        self.body.addWidget(text_label("" if found else nobody, "hint"))
        self.body.addWidget(self.words)
        self.body.addWidget(self.view, 1)
        self.words.textChanged.connect(lambda _text: self._show())
        self.resize(940, 520)
        self._show()
        self.words.setFocus()

    def chosen(self) -> Near | None:
        """Return the line that was chosen."""
        rows = self.view.rows()
        return self.model.item(rows[0]) if rows else None

    def _show(self) -> None:
        wanted = fold(self.words.text()).split()
        kept = [
            one
            for one in self._found
            if all(word in fold(f"{one.candidate.name} {one.name} {one.step}") for word in wanted)
        ]
        self.model.show(kept)
        self.view.setColumnWidth(0, self.width() // 5)
        self.view.setColumnWidth(1, self.width() // 4)
        self.view.selectRow(0)
        self.act.setEnabled(bool(kept))
