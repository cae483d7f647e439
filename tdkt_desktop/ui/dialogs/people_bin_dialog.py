"""The bin of people and collectives, to be taken back or removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.feedback import Question
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class _Thrown:
    """Somebody, or a collective, in the bin."""

    id: int
    name: str
    detail: str
    is_group: bool = False


_COLUMNS: Final[tuple[TextColumn[_Thrown], ...]] = (
    TextColumn(N_("Tên"), lambda one: one.name),
    TextColumn(N_("Là"), lambda one: _("Tổ") if one.is_group else _("Người"), quiet=True),
    TextColumn(N_("Chức vụ, tổ"), lambda one: one.detail, quiet=True),
)


class PeopleBinDialog(ActDialog):
    """What is taken back has its records again, as they were."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Thùng rác nhân sự"), _("Lấy lại"), parent, leave=_("Đóng"))
        self._desk = desk
        self.model = ColumnsModel(_COLUMNS)
        self.view = ListView(desk.theme, self.model, 0)
        self.view.setAccessibleName(_("Người và tổ đã xoá"))
        self._empty = text_label(_("Thùng rác không có ai và không có tổ nào."), "hint")
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
        self.resize(unit.averageCharWidth() * 96, unit.height() * 22)
        self._fill()

    def _fill(self) -> None:
        thrown = list(self._thrown())
        self.model.show(thrown)
        self.view.setVisible(bool(thrown))
        self._empty.setVisible(not thrown)
        if thrown:
            self.view.fit_columns()
            self.view.selectRow(0)
        self._enable()

    def _thrown(self) -> Iterator[_Thrown]:
        context = self._desk.context
        for row in context.people.rows(in_bin=True):
            detail = ", ".join(part for part in (row.position, row.group_name) if part)
            yield _Thrown(row.id, row.full_name, detail)
        for group in context.groups.groups(in_bin=True):
            yield _Thrown(group.id, group.name, "", is_group=True)

    def _enable(self) -> None:
        chosen = bool(self.view.rows())
        self.act.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _chosen(self) -> tuple[list[int], list[int]]:
        """Return the chosen people and the chosen collectives."""
        chosen = [self.model.item(row) for row in self.view.rows()]
        people = [one.id for one in chosen if not one.is_group]
        return people, [one.id for one in chosen if one.is_group]

    def _bring_back(self) -> None:
        context = self._desk.context
        self._each(context.people.bring_back, context.groups.bring_back)

    def _remove(self) -> None:
        question = Question(
            _("Xoá hẳn {n} mục cùng xếp loại, danh hiệu đã ghi?").format(n=len(self.view.rows())),
            _("Không hoàn tác được; chỉ còn trong các bản sao lưu."),
            _("Xoá hẳn"),
            dangerous=True,
        )
        if self._desk.feedback.ask(question, self):
            context = self._desk.context
            self._each(context.people.remove_for_good, context.groups.remove_for_good)

    def _each(
        self, with_people: Callable[[list[int]], object], with_group: Callable[[int], object]
    ) -> None:
        people, groups = self._chosen()
        try:
            if people:
                with_people(people)
            for group_id in groups:
                with_group(group_id)
        except UserError as error:
            self._desk.feedback.error(error, self)
        self._fill()
