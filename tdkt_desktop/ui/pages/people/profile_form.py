"""The profile of one person: fields in groups, each stored when it is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_views import SEX_NAMES, PersonData
from tdkt_desktop.ui.pages.people.profile_fields import Bound, ChoiceBox, bound, is_wrong
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, text_label
from tdkt_desktop.ui.widgets.masked_edit import MaskedEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.people_views import GroupView, PersonView
    from tdkt_desktop.ui.desk import Desk

_MOST_YEARS: Final = 50


class ProfileForm(QScrollArea):
    """Stores what was changed when a field is left; what cannot be is said and stays as typed."""

    stored = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: PersonView | None = None
        self._fields: dict[str, Bound] = {}
        self.identity = MaskedEdit(desk.theme, self._reveal)
        self.problem = text_label("", "error", wrap=True)
        self.setWidgetResizable(True)
        inside = QWidget()
        self._form = QVBoxLayout(inside)
        self._form.setContentsMargins(16, 12, 16, 16)
        self._form.setSpacing(10)
        self._form.addWidget(self.problem)
        self.problem.hide()
        self._arrange()
        self._form.addStretch(1)
        self.setWidget(inside)

    def __getitem__(self, name: str) -> Any:
        """Return the widget of a field of the data."""
        return self._fields[name].widget

    # --- what is shown ---

    def show_groups(self, groups: Sequence[GroupView]) -> None:
        """Offer the collectives there are."""
        choices = [(group.name, group.id) for group in groups]
        self["group_id"].offer([(_("Chưa xếp tổ"), None), *choices])

    def show_person(self, view: PersonView) -> None:
        """Show a person; what is being typed about the same person stays."""
        before = self._view if self._view is not None and self._view.id == view.id else None
        self._view = view
        for name, field in self._fields.items():
            typed = before is not None and self._is_changed(field, before.data)
            if not typed:
                field.write(getattr(view.data, name))
                field.frame.set_error("")
        if before is None or before.identity != view.identity or self.identity.typed() is None:
            self.identity.show_mask(view.identity)
        if before is None:
            self._tell("")

    def focus_name(self) -> None:
        """Go to the first field with its words selected."""
        self["full_name"].setFocus()
        self["full_name"].selectAll()

    # --- storing ---

    def flush(self) -> None:
        """Store what was typed and not yet stored."""
        if self._view is not None:
            self._store()

    def _store(self) -> None:
        """Store all changed fields as one act; a date that is none waits until it is one."""
        if self._view is None:
            return
        changed = {
            name: field.read()
            for name, field in self._fields.items()
            if self._is_changed(field, self._view.data) and not is_wrong(field)
        }
        for field in self._fields.values():
            fault = field.widget.fault() if isinstance(field.widget, DateEdit) else ""
            field.frame.set_error(fault)
        number = self.identity.typed()
        if not changed and number is None:
            self._tell("")
            return
        self._save(replace(self._view.data, **changed, identity_number=number))

    def _save(self, data: PersonData) -> None:
        if self._view is None:
            return
        try:
            self._desk.context.people.save(self._view.id, data)
        except UserError as error:
            self._tell(str(error))
            return
        self._tell("")
        self.show_person(self._desk.context.people.person(self._view.id))
        self.stored.emit(datetime.now().astimezone())

    def _is_changed(self, field: Bound, data: PersonData) -> bool:
        return is_wrong(field) or field.read() != getattr(data, field.name)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.ensureWidgetVisible(self.problem)

    def _reveal(self) -> str:
        if self._view is None:
            return ""
        return self._desk.context.people.identity_number(self._view.id)

    # --- making ---

    def _arrange(self) -> None:
        today = self._desk.today()
        unknown = (_("Chưa rõ"), None)
        self._line("full_name", _("Họ và tên"))
        self._pair(
            ("birth_date", _("Ngày sinh"), DateEdit(today)),
            ("sex", _("Giới tính"), ChoiceBox([unknown, *_sexes()])),
        )
        identity = Field(_("Số định danh cá nhân (nếu cần)"), self.identity)
        self._form.addWidget(identity)
        self.identity.finished.connect(self._store)
        self._section(_("Công việc"))
        self._pair(
            ("group_id", _("Tổ"), ChoiceBox([(_("Chưa xếp tổ"), None)])),
            ("position", _("Chức vụ"), QLineEdit()),
        )
        self._line("job_title", _("Chức danh nghề nghiệp"))
        self._pair(
            (
                "manager",
                _("Quản lý hay trực tiếp"),
                ChoiceBox([unknown, (_("Quản lý"), True), (_("Trực tiếp"), False)]),
            ),
            (
                "party_member",
                _("Đảng viên"),
                ChoiceBox([unknown, (_("Có"), True), (_("Không"), False)]),
            ),
        )
        self._pair(
            ("sector_since", _("Ngày vào ngành"), DateEdit(today)),
            ("hired_on", _("Ngày về trường"), DateEdit(today)),
        )
        self._section(_("Trình độ"))
        self._line("qualifications", _("Trình độ chuyên môn"))
        self._line("political_theory", _("Lý luận chính trị"))
        self._section(_("Nghỉ, chuyển đi và trở lại"))
        self._pair(
            ("left_on", _("Ngày nghỉ, chuyển đi"), DateEdit(today)),
            ("returned_on", _("Ngày trở lại"), DateEdit(today)),
        )
        self._line("left_reason", _("Lý do nghỉ, chuyển đi"))
        self._section(_("Điều kiện khi xét thi đua"))
        years = QSpinBox()
        years.setRange(0, _MOST_YEARS)
        years.setSpecialValueText(_("Không có"))
        self._form.addWidget(
            self._bind("special_area_years", _("Số năm ở vùng đặc biệt khó khăn"), years)
        )
        proceedings = ChoiceBox([unknown, (_("Có"), True), (_("Không"), False)])
        self._form.addWidget(
            self._bind("open_proceedings", _("Đang bị xem xét kỷ luật, điều tra"), proceedings)
        )
        notes = QPlainTextEdit()
        notes.setTabChangesFocus(True)
        notes.setMaximumHeight(self.fontMetrics().height() * 5)
        self._form.addWidget(self._bind("notes", _("Ghi chú"), notes))

    def _section(self, title: str) -> None:
        self._form.addSpacing(6)
        self._form.addWidget(text_label(title, "section"))

    def _line(self, name: str, label: str) -> None:
        self._form.addWidget(self._bind(name, label, QLineEdit()))

    def _pair(self, *parts: tuple[str, str, QWidget]) -> None:
        add_pair(self._form, [(self._bind(*part), 1) for part in parts])

    def _bind(self, name: str, label: str, widget: QWidget) -> Field:
        frame = Field(label, widget)
        self._fields[name] = bound(name, widget, frame)
        if isinstance(widget, QLineEdit | QSpinBox):
            widget.editingFinished.connect(self._store)
        elif isinstance(widget, QComboBox):
            widget.activated.connect(lambda _index: self._store())
        else:
            widget.installEventFilter(self)
        return frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store the notes when they are left, which a text field does not tell."""
        if event.type() is QEvent.Type.FocusOut:
            self._store()
        return super().eventFilter(watched, event)


def _sexes() -> list[tuple[str, object]]:
    return [(_(name), sex) for sex, name in SEX_NAMES.items()]
