"""What drafting a document anew would change in it, before it is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.compare import ChangeKind
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, EditGridModel
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.compare import Change
    from tdkt_desktop.ui.theme.theme import Theme

KIND_NAMES: Final = {
    ChangeKind.NEW: N_("Thêm"),
    ChangeKind.GONE: N_("Bỏ"),
    ChangeKind.CHANGED: N_("Đổi"),
    ChangeKind.MOVED: N_("Chuyển chỗ"),
}


class RedraftDialog(ActDialog):
    """Lists each change with the words before and after; nothing is done until it is wanted."""

    def __init__(
        self,
        theme: Theme,
        changes: Sequence[Change],
        told: str,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(verb, verb, parent)
        self.model: EditGridModel[Change] = EditGridModel(_columns(), parent=self)
        never = date.max
        self.grid = EditGrid(theme, self.model, lambda: never, _("Những chỗ sẽ thay đổi"))
        self._count = text_label("", "strong")
        self.body.addWidget(self._count)
        self.body.addWidget(text_label(told, "hint", wrap=True))
        self.body.addWidget(self.grid, 1)
        self.show_changes(changes)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 128, unit.height() * 28)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show other changes; without any there is nothing to do."""
        self.model.show(tuple(changes))
        self._count.setText(_("{n} chỗ sẽ thay đổi.").format(n=len(changes)))
        self.act.setEnabled(bool(changes))


def _columns() -> tuple[EditColumn[Change], ...]:
    return (
        EditColumn(
            N_("Việc"), lambda one: _(KIND_NAMES[one.kind]), share=1, least="Chuyển chỗ", quiet=True
        ),
        EditColumn(N_("Chỗ"), _place, share=6, least="II.3.2, bảng", quiet=True),
        EditColumn(N_("Đang ghi"), lambda one: one.old, share=14, least="0" * 20),
        EditColumn(N_("Sẽ ghi"), lambda one: one.new, share=14, least="0" * 20),
    )


def _place(change: Change) -> str:
    place = change.after or change.before
    return place.label if place else ""
