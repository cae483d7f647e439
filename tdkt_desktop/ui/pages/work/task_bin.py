"""The bin of the year's work: added tasks and movements, to be taken back or removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Thrown:
    """A task or a movement in the bin."""

    id: int
    name: str
    year: int
    movement: bool


_COLUMNS: Final[tuple[TextColumn[Thrown], ...]] = (
    TextColumn(N_("Nội dung"), lambda one: one.name),
    TextColumn(N_("Loại"), lambda one: _("Phong trào") if one.movement else _("Nhiệm vụ")),
    TextColumn(N_("Năm"), lambda one: str(one.year), right=True, quiet=True),
)


class TaskBin(ActDialog):
    """Lists the bin; what is taken back goes to its old place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Việc đã xoá"), _("Lấy lại"), parent, leave=_("Đóng"))
        self._desk = desk
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Nhiệm vụ và phong trào đã xoá"))
        self._empty = text_label(_("Không có nhiệm vụ hay phong trào nào đã xoá."), "hint")
        self.remove = QPushButton(_("Xoá hẳn…"))
        self.remove.setProperty("kind", "danger")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.add_at_foot(self.remove)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._bring_back)
        self.view.selectionModel().selectionChanged.connect(lambda *_a: self._enable())
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 90, unit.height() * 20)
        self._fill()

    def _fill(self) -> None:
        context = self._desk.context
        tasks = (Thrown(one.id, one.title, one.year, False) for one in context.tasks.in_bin())
        movements = (
            Thrown(one.id, one.facts.name, one.year, True)
            for one in context.movements.movements(in_bin=True)
        )
        found = [*tasks, *movements]
        self.model.show(found)
        self.view.setVisible(bool(found))
        self._empty.setVisible(not found)
        if found:
            self.view.fit_columns()
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        for button in (self.act, self.remove):
            button.setEnabled(bool(self.view.rows()))

    def _chosen(self) -> list[Thrown]:
        return [self.model.item(row) for row in self.view.rows()]

    def _bring_back(self) -> None:
        context = self._desk.context
        for one in self._chosen():
            if one.movement:
                context.movements.bring_back(one.id)
            else:
                context.tasks.bring_back([one.id])
        self._fill()

    def _remove(self) -> None:
        chosen, context = self._chosen(), self._desk.context
        text = _("Xoá hẳn {n} mục đã chọn?").format(n=len(chosen))
        detail = _("Chỉ bản sao lưu mới lấy lại được.")
        question = Question(text, detail, _("Xoá hẳn"), _("Giữ lại"), dangerous=True)
        if not self._desk.feedback.ask(question, self):
            return
        for one in chosen:
            remove = context.movements if one.movement else context.tasks
            remove.remove_for_good(one.id)
        self._fill()
