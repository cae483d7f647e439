"""The form of a movement: who launched it, when, what for, who answers for it, what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.movements import MovementFacts
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.work.details_fields import Words
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk


class MovementForm(QWidget):
    """`left` comes when a field is left, so that a page may store what differs."""

    left = Signal()

    def __init__(self, desk: Desk, *, results: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._kept = MovementFacts("")
        self.name, self.launched_by, self.responsible = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts, self.ends = DateEdit(desk.today()), DateEdit(desk.today())
        self.targets, self.half, self.final = Words(4), Words(3), Words(3)
        self._name_field = Field(_("Tên phong trào"), self.name)
        self._starts_field = Field(_("Từ ngày"), self.starts)
        self._ends_field = Field(_("Đến ngày"), self.ends)
        self._arrange(results=results)
        lines = (self.name, self.launched_by, self.responsible, self.starts, self.ends)
        for line in lines:
            line.editingFinished.connect(self.left)
        for words in (self.targets, self.half, self.final):
            words.left.connect(self.left)

    def show_facts(self, facts: MovementFacts) -> None:
        """Show a movement; a field that is being typed into keeps its words."""
        self._kept = facts
        self._offer_people()
        for line, text in (
            (self.name, facts.name),
            (self.launched_by, facts.launched_by),
            (self.responsible, facts.responsible),
        ):
            if not line.hasFocus():
                line.setText(text)
        for edit, day in ((self.starts, facts.starts_on), (self.ends, facts.ends_on)):
            if not edit.hasFocus():
                edit.set_day(day)
        for words, text in (
            (self.targets, facts.targets),
            (self.half, facts.half_year_result),
            (self.final, facts.final_result),
        ):
            if not words.hasFocus() and words.toPlainText() != text:
                words.setPlainText(text)

    def facts(self) -> MovementFacts:
        """Return what is written; whom the words name is looked up among people and groups."""
        responsible = self.responsible.text().strip()
        person_id, group_id = self._named(responsible)
        return MovementFacts(
            name=self.name.text().strip(),
            launched_by=self.launched_by.text().strip(),
            starts_on=self.starts.day(),
            ends_on=self.ends.day(),
            targets=self.targets.toPlainText().strip(),
            responsible=responsible,
            person_id=person_id,
            group_id=group_id,
            half_year_result=self.half.toPlainText().strip(),
            final_result=self.final.toPlainText().strip(),
        )

    def is_changed(self) -> bool:
        """Tell whether what is written differs from what was shown."""
        found = self.facts()
        if found.responsible == self._kept.responsible:
            kept = self._kept
            found = replace(found, person_id=kept.person_id, group_id=kept.group_id)
        return found != self._kept

    def faults(self) -> bool:
        """Tell beside the fields what is wrong, and whether anything is."""
        self._starts_field.set_error(self.starts.fault())
        self._ends_field.set_error(self.ends.fault())
        nameless = "" if self.name.text().strip() else _("Xin ghi tên phong trào.")
        self._name_field.set_error(nameless)
        return bool(nameless or self.starts.fault() or self.ends.fault())

    def show_error(self, error: UserError) -> None:
        """Say beside the dates why the movement cannot be kept."""
        self._ends_field.set_error(f"{error.message} {error.hint}".strip())

    def _arrange(self, *, results: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._name_field)
        hint = _("Ví dụ: Bộ Giáo dục và Đào tạo, Công đoàn, nhà trường")
        layout.addWidget(Field(_("Nơi phát động"), self.launched_by, hint))
        add_pair(layout, ((self._starts_field, 1), (self._ends_field, 1)))
        layout.addWidget(Field(_("Phụ trách"), self.responsible))
        layout.addWidget(Field(_("Chỉ tiêu, nội dung"), self.targets))
        half, final = (
            Field(_("Kết quả học kỳ I"), self.half),
            Field(_("Kết quả cả năm"), self.final),
        )
        for field in (half, final):
            layout.addWidget(field)
            field.setVisible(results)

    def _offer_people(self) -> None:
        completer = QCompleter(sorted(self._everybody()), self.responsible)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.responsible.setCompleter(completer)

    def _everybody(self) -> dict[str, tuple[int | None, int | None]]:
        context = self._desk.context
        people = {
            row.full_name: (row.id, None)
            for row in context.people.rows()
            if row.state is PersonState.WORKING
        }
        groups: dict[str, tuple[int | None, int | None]] = {
            group.name: (None, group.id) for group in context.groups.groups()
        }
        return groups | people

    def _named(self, words: str) -> tuple[int | None, int | None]:
        wanted = fold(words)
        everybody = self._everybody().items()
        return next((ids for name, ids in everybody if fold(name) == wanted), (None, None))


class AddMovementDialog(ActDialog):
    """Asks for a new movement; what cannot be kept is told, and the dialog stays open."""

    def __init__(self, desk: Desk, period: PlanPeriod, parent: QWidget | None = None) -> None:
        super().__init__(_("Thêm phong trào"), _("Thêm"), parent)
        self._desk, self._period = desk, period
        self.movement_id: int | None = None
        self.form = MovementForm(desk, results=False)
        facts = MovementFacts("", starts_on=period.first_day, ends_on=period.last_day)
        self.form.show_facts(facts)
        self.body.addWidget(self.form)
        self.act.clicked.disconnect()
        self.act.clicked.connect(self._keep)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)
        self.form.name.setFocus()

    def _keep(self) -> None:
        if self.form.faults():
            return
        movements = self._desk.context.movements
        try:
            self.movement_id = movements.add(self.form.facts(), self._period)
        except UserError as error:
            self.form.show_error(error)
            return
        self.accept()
