"""What would be if: a rating, an initiative, an award that the records do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.eligibility_views import (
    AwardYear,
    HeldAward,
    Supposition,
    Work,
    YearRating,
)
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.awards.check.condition_list import ConditionList
from tdkt_desktop.ui.pages.awards.check.reader import CheckRow
from tdkt_desktop.ui.pages.awards.check.words import chip_of
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.form import Field, guard_wheel, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.desk import Desk

_LEVELS: Final = (
    ("CO_SO", N_("cấp cơ sở công nhận")),
    ("TINH", N_("cấp tỉnh công nhận")),
    ("BO", N_("cấp bộ công nhận")),
    ("TOAN_QUOC", N_("phạm vi toàn quốc")),
)


class SupposeDialog(ActDialog):
    """Shows the answer anew with every choice; nothing is stored."""

    def __init__(self, desk: Desk, row: CheckRow, parent: QWidget | None = None) -> None:
        super().__init__(_("Thử: nếu…"), _("Đóng"), parent)
        self._desk, self._row = desk, row
        self.leave.hide()
        self.rating, self.work, self.award = QComboBox(), QComboBox(), QComboBox()
        self.clear = QCheckBox(_("Không có việc đang xem xét kỷ luật, đơn thư"))
        self.chip = ChipLabel(desk.theme)
        self.conditions = ConditionList(desk.theme)
        self._fill()
        words = _("{name}: {award}").format(name=row.candidate.name, award=row.result.name)
        head = QHBoxLayout()
        head.addWidget(text_label(words, "strong"))
        head.addWidget(self.chip)
        head.addStretch(1)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(Field(_("Xếp loại năm nay là"), self.rating))
        fields.addWidget(Field(_("Có sáng kiến"), self.work))
        fields.addWidget(Field(_("Năm nay được"), self.award))
        self.body.addLayout(head)
        self.body.addLayout(fields)
        self.body.addWidget(self.clear)
        self.body.addWidget(self.conditions, 1)
        self.body.addWidget(text_label(_("Chỉ để xem; hồ sơ không thay đổi."), "hint"))
        for combo in (self.rating, self.work, self.award):
            guard_wheel(combo)
            combo.currentIndexChanged.connect(lambda _row: self._show())
        self.clear.toggled.connect(lambda _on: self._show())
        self.resize(860, 600)
        self._show()

    def supposed(self) -> Supposition:
        """Return what is tried."""
        year = AwardYear.parse(self._row.checked.year)
        rating, level, award = (box.currentData() for box in (self.rating, self.work, self.award))
        work = Work(_("Sáng kiến giả định"), year, level, level) if level else None
        return Supposition(
            ratings=(YearRating(year, rating),) if rating else (),
            initiatives=(work,) if work else (),
            awards=(HeldAward(award, year),) if award else (),
            open_proceedings=False if self.clear.isChecked() else None,
        )

    def _fill(self) -> None:
        context, day = self._desk.context, self._row.checked.received_on
        for box in (self.rating, self.work, self.award):
            box.addItem(_("như trong hồ sơ"), "")
        for word in context.records.rating_words.on(day):
            self.rating.addItem(word.name, word.code)
        for code, words in _LEVELS:
            self.work.addItem(_(words), code)
        individual = self._row.candidate.is_person
        for award in context.registrations.awards.on(day):
            if award.individual if individual else award.collective:
                self.award.addItem(award.name, award.code)

    def _show(self) -> None:
        row = self._row
        checked = self._desk.context.eligibility.check(
            row.checked.year, row.candidate.subject, suppose=self.supposed()
        )
        result = checked.result(row.result.award)
        self.conditions.show_result(result)
        if result is not None:
            self.chip.show_chip(chip_of(CheckRow(checked, result, row.registered, row.nomination)))
