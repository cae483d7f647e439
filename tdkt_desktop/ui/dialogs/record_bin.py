"""The bin of one kind of records: taken back to their places, or removed for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
    bring_back: Callable[[Sequence[Item]], object]
    remove_for_good: Callable[[Sequence[Item]], object]
    empty: str


@dataclass(frozen=True, slots=True)
class BinWords:
    """What a bin says of its records; `sure` asks before {n} of them go for good."""

    title: str = field(default_factory=lambda: _("Thùng rác"))
    name: str = field(default_factory=lambda: _("Những gì đã xoá"))
    sure: str = field(default_factory=lambda: _("Xoá hẳn {n} mục?"))
    detail: str = field(
        default_factory=lambda: _("Không hoàn tác được; chỉ còn trong các bản sao lưu.")
    )
    keep: str = ""


def one_by_one(act: Callable[[int], object]) -> Callable[[Sequence[Thrown]], None]:
    """Return an act on several records, made of the one on a record's id."""

    def on_all(items: Sequence[Thrown]) -> None:
        for item in items:
            act(item.id)

    return on_all


class RecordBin(ActDialog, Generic[Item]):
    """Lists what was thrown away; several may be chosen."""

    def __init__(
        self,
        desk: Desk,
        access: BinAccess[Item],
        columns: Sequence[TextColumn[Item]],
        parent: QWidget | None = None,
        words: BinWords | None = None,
    ) -> None:
        self._words = words or BinWords()
        super().__init__(self._words.title, _("Lấy lại"), parent, leave=_("Đóng"))
        self._desk, self._access = desk, access
        self.model: ColumnsModel[Item] = ColumnsModel(columns)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(self._words.name)
        self._empty = text_label(access.empty, "hint")
        self.remove = QPushButton(_("Xoá hẳn…"))
        self.remove.setProperty("kind", "danger")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.add_at_foot(self.remove)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(lambda: self._do(access.bring_back))
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

    def _chosen(self) -> list[Item]:
        return [self.model.item(row) for row in self.view.rows()]

    def _remove(self) -> None:
        words = self._words
        text = words.sure.format(n=len(self._chosen()))
        question = Question(text, words.detail, _("Xoá hẳn"), words.keep, dangerous=True)
        if self._desk.feedback.ask(question, self):
            self._do(self._access.remove_for_good)

    def _do(self, act: Callable[[Sequence[Item]], object]) -> None:
        try:
            act(self._chosen())
        except UserError as error:
            self._desk.feedback.error(error, self)
        self._fill()
