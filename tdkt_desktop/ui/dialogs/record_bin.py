"""The bin of one kind of records: taken back to their places, or removed for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class Thrown(Protocol):
    """Something that can lie in a bin."""

    @property
    def id(self) -> int:
        """Its id."""


Item = TypeVar("Item", bound=Thrown)


# Without slots: in Python 3.11 a frozen, slotted generic cannot be made as BinAccess[X](...).
@dataclass(frozen=True)
class BinAccess(Generic[Item]):
    """How a bin is read and emptied; `empty` is said where nothing lies in it."""

    read: Callable[[], Sequence[Item]]
    bring_back: Callable[[int], object]
    remove_for_good: Callable[[int], object]
    empty: str


class RecordBin(ActDialog, Generic[Item]):
    """Lists what was thrown away; several may be chosen."""

    def __init__(
        self,
        desk: Desk,
        access: BinAccess[Item],
        columns: Sequence[TextColumn[Item]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Thùng rác"), _("Lấy lại"), parent, leave=_("Đóng"))
        self._desk, self._access = desk, access
        self.model: ColumnsModel[Item] = ColumnsModel(columns)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Những gì đã xoá"))
        self._empty = text_label(access.empty, "hint")
        self.remove = QPushButton(_("Xoá hẳn…"))
        self.remove.setProperty("kind", "danger")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.add_at_foot(self.remove)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(lambda: self._each(access.bring_back))
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 100, unit.height() * 22)
        self._fill()

    def _fill(self) -> None:
        items = tuple(self._access.read())
        self.model.show(items)
        self.view.setVisible(bool(items))
        self._empty.setVisible(not items)
        if items:
            self.view.fit_columns()
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = bool(self.view.rows())
        self.act.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _remove(self) -> None:
        question = Question(
            _("Xoá hẳn {n} mục?").format(n=len(self.view.rows())),
            _("Không hoàn tác được; chỉ còn trong các bản sao lưu."),
            _("Xoá hẳn"),
            dangerous=True,
        )
        if self._desk.feedback.ask(question, self):
            self._each(self._access.remove_for_good)

    def _each(self, act: Callable[[int], object]) -> None:
        try:
            for item in [self.model.item(row) for row in self.view.rows()]:
                act(item.id)
        except UserError as error:
            self._desk.feedback.error(error, self)
        self._fill()
