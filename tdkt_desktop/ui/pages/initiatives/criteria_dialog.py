"""The school's own criteria sheet as a grid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton

from tdkt_desktop.errors import InputError, UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.rules.initiative_rules import CriteriaSheet, Criterion
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.initiatives.words import number, read_number
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, EditGridModel, Suggestion
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class CriteriaDialog(ActDialog):
    """Rounds that have begun keep the sheet they began with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Phiếu chấm sáng kiến"), _("Lưu phiếu chấm"), parent)
        self._desk = desk
        sheet = desk.context.scoring.sheet
        self._sheet = sheet
        self.name, self.mark = QLineEdit(sheet.name), QLineEdit(number(sheet.pass_mark))
        self.far = QLineEdit(number(sheet.far))
        self.model: EditGridModel[Criterion] = EditGridModel(
            _COLUMNS, lambda: Criterion("", "", 10.0), _("Gõ tên để thêm tiêu chí"), parent=self
        )
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Các tiêu chí"))
        self.grid.setMinimumHeight(self.fontMetrics().height() * 14)
        self._sum, self._fault = text_label("", "strong"), text_label("", "error", wrap=True)
        self.reset = QPushButton(_("Lấy lại phiếu có sẵn"))
        self.reset.setAutoDefault(False)
        self.reset.setEnabled(desk.context.scoring.has_own_sheet)
        self._lay_out()
        self.add_at_foot(self.reset)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)
        self.reset.clicked.connect(self._reset)
        self.model.edited.connect(self._edited)
        self.model.refused.connect(lambda error: self._tell(error.message))
        self.mark.textChanged.connect(lambda _text: self._check())
        self.far.textChanged.connect(lambda _text: self._check())
        self.model.show(sheet.criteria)
        self._check()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)

    def _lay_out(self) -> None:
        add_row(self.body, _("Tên phiếu"), self.name)
        mark = Field(_("Điểm đạt (trung bình)"), self.mark)
        hint = _("Lệch quá số phần trăm này của tổng điểm thì được lưu ý.")
        add_pair(self.body, ((mark, 1), (Field(_("Người chấm lệch xa (%)"), self.far, hint), 2)))
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._sum)
        self.body.addWidget(self._fault)
        if not self._sheet.verified:
            words = self._sheet.note or _("Chưa đối chiếu với văn bản quy định.")
            self.body.addWidget(
                text_label(_("Chưa kiểm chứng: {note}").format(note=words), "hint", wrap=True)
            )

    def sheet(self) -> CriteriaSheet:
        """Return the sheet as it stands; ValueError for figures that are none."""
        return replace(
            self._sheet,
            name=self.name.text(),
            criteria=self.model.items,
            pass_mark=read_number(self.mark.text()) or 0.0,
            far=read_number(self.far.text()) or 0.0,
        )

    def _edited(self, criteria: tuple[Criterion, ...]) -> None:
        self.model.show(criteria)
        self._check()

    def _check(self) -> None:
        total = sum(one.max for one in self.model.items)
        self._sum.setText(_("Tổng điểm: {total}").format(total=number(total)))
        try:
            self.sheet().checked()
        except InputError as error:
            self._tell(error.message)
        except ValueError:
            self._tell(_("Điểm phải là số."))
        else:
            self._tell("")

    def _tell(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.act.setEnabled(not fault)

    def _save(self) -> None:
        try:
            self._desk.context.scoring.save_sheet(self.sheet())
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self.accept()

    def _reset(self) -> None:
        self._desk.context.scoring.reset_sheet()
        self.accept()


def _named(one: Criterion, value: str | Suggestion) -> Criterion:
    return replace(one, name=value if isinstance(value, str) else value.text)


def _most(one: Criterion, value: str | Suggestion) -> Criterion:
    text = value if isinstance(value, str) else value.text
    try:
        points = read_number(text)
    except ValueError:
        points = None
    if points is None or points <= 0:
        raise InputError(_("Điểm tối đa phải là số lớn hơn 0."))
    return replace(one, max=points)


def _hinted(one: Criterion, value: str | Suggestion) -> Criterion:
    return replace(one, hint=value if isinstance(value, str) else value.text)


_COLUMNS = (
    EditColumn[Criterion](
        N_("Tiêu chí"), lambda one: one.name, _named, share=30, least="Khả năng áp dụng"
    ),
    EditColumn[Criterion](
        N_("Điểm tối đa"), lambda one: number(one.max), _most, is_number=True, share=4,
        least="Điểm tối đa",
    ),
    EditColumn[Criterion](
        N_("Gợi ý khi chấm"), lambda one: one.hint, _hinted, share=50, least="0" * 20, quiet=True
    ),
)  # fmt: skip
