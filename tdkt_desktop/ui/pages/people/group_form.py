"""What a collective is called, what it is, who heads it; stored when a field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import GROUP_KIND_NAMES
from tdkt_desktop.ui.pages.people.profile_fields import ChoiceBox
from tdkt_desktop.ui.widgets.form import add_row, text_label
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.people_views import GroupView, PersonRow
    from tdkt_desktop.ui.desk import Desk


class GroupForm(QScrollArea):
    """The head is whoever's position says so; choosing another changes the positions of both."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._group: GroupView | None = None
        self._head: int | None = None
        self.name = QLineEdit()
        self.kind = ChoiceBox([(_(name), kind) for kind, name in GROUP_KIND_NAMES.items()])
        self.head = ChoiceBox()
        self.parent_group = ChoiceBox()
        self.notes = QPlainTextEdit()
        self.problem = text_label("", "error", wrap=True)
        self.problem.hide()
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(16, 12, 16, 16)
        form.setSpacing(10)
        form.addWidget(self.problem)
        add_row(form, _("Tên"), self.name)
        add_row(form, _("Loại"), self.kind)
        hint = _("Ghi “Tổ trưởng” vào chức vụ của người được chọn.")
        self._head_field = add_row(form, _("Tổ trưởng"), self.head, hint)
        add_row(form, _("Thuộc"), self.parent_group)
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(self.fontMetrics().height() * 5)
        self.notes.installEventFilter(self)
        add_row(form, _("Ghi chú"), self.notes)
        form.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.name.editingFinished.connect(self._store)
        for box in (self.kind, self.parent_group):
            box.activated.connect(lambda _index: self._store())
        self.head.activated.connect(lambda _index: self._store_head())

    def show_group(
        self,
        group: GroupView,
        groups: Sequence[GroupView],
        members: Sequence[PersonRow],
        head: PersonRow | None,
    ) -> None:
        """Show a collective; a name that is being typed stays."""
        same = self._group is not None and self._group.id == group.id
        typing = same and self._group is not None and self.name.text() != self._group.name
        self._group, self._head = group, head.id if head else None
        if not typing:
            self.name.setText(group.name)
            self._tell("")
        self.kind.choose(group.kind)
        others = [(one.name, one.id) for one in groups if one.id != group.id]
        self.parent_group.offer([(_("Không thuộc tập thể nào"), None), *others])
        self.parent_group.choose(group.parent_id)
        self.head.offer([(_("Chưa có"), None), *((row.full_name, row.id) for row in members)])
        self.head.choose(self._head)
        self._head_field.setVisible(bool(members))
        if not (same and self.notes.hasFocus()):
            self.notes.setPlainText(group.notes)

    def flush(self) -> None:
        """Store what was typed and not yet stored."""
        self._store()

    def _store(self) -> None:
        group = self._group
        if group is None:
            return
        said = (
            clean_line(self.name.text()),
            self.kind.value(),
            self.parent_group.value(),
            clean(self.notes.toPlainText()),
        )
        if said != (group.name, group.kind, group.parent_id, group.notes):
            self._tried(lambda: self._desk.context.groups.save(group.id, *said))

    def _store_head(self) -> None:
        group, chosen = self._group, self.head.value()
        if group is not None and chosen != self._head:
            self._tried(lambda: self._desk.context.groups.set_head(group.id, chosen))

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._tell(str(error))
        else:
            self._tell("")

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store the notes when they are left, which a text field does not tell."""
        if event.type() is QEvent.Type.FocusOut:
            self._store()
        return super().eventFilter(watched, event)
