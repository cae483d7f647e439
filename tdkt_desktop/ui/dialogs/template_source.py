"""What a new template begins with: one that is there already, or one of the school's plans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.documents.template import Period, Template, TemplateMeta, as_template
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import add_row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk


class TemplateSource(ActDialog):
    """Asks for the source and the name."""

    def __init__(self, desk: Desk, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Tạo mẫu kế hoạch"), _("Tạo mẫu"), parent)
        self._desk = desk
        self.source = QComboBox()
        for entry in desk.context.templates.entries():
            self.source.addItem(_("Mẫu: {name}").format(name=entry.meta.name), entry.meta.key)
        for plan in desk.context.plans.plans():
            words = _("Kế hoạch: {subject} ({period})")
            name = words.format(subject=plan.subject, period=plan.period.name)
            self.source.addItem(name, plan.id)
        self.name = QLineEdit()
        add_row(self.body, _("Lấy từ"), self.source, _("Mẫu có sẵn, hoặc kế hoạch đã soạn."))
        add_row(self.body, _("Tên mẫu mới"), self.name)
        self.source.currentIndexChanged.connect(lambda _index: self._propose())
        self.name.textChanged.connect(lambda text: self.act.setEnabled(bool(text.strip())))
        self.source.setCurrentIndex(max(self.source.findData(chosen), 0))
        self._propose()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def template(self) -> Template:
        """Return the source as a template under the new name."""
        source, name = self.source.currentData(), self.name.text().strip()
        if isinstance(source, str):
            found = self._desk.context.templates.template(source)
            return replace(found, meta=replace(found.meta, name=name))
        plan = self._desk.context.plans.plan(source)
        period = Period.SCHOOL_YEAR if plan.summary.school_year else Period.WORKING_YEAR
        return as_template(TemplateMeta("", name, period=period), plan.document)

    def _propose(self) -> None:
        shown = self.source.currentText().partition(": ")[2]
        self.name.setText(_("{name} (của trường)").format(name=shown) if shown else "")
