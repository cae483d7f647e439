"""Which lower award too few votes still give a nominee, and which higher one it is sent for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from tdkt_desktop.i18n import _
from tdkt_desktop.services.years import days_of
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.form import add_row, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.vote_views import Nominee
    from tdkt_desktop.ui.desk import Desk


class EndingsDialog(ActDialog):
    """Offers the awards of those the nominee is one of: people, or collectives."""

    def __init__(
        self, desk: Desk, nominee: Nominee, year: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Mức thấp hơn, mức cao hơn"), _("Lưu"), parent)
        self._desk, self._nominee, self._year = desk, nominee, year
        self.lower_award, self.higher_award = QComboBox(), QComboBox()
        about = _("{name}: {award}").format(name=nominee.name, award=nominee.award_name)
        self.body.addWidget(text_label(about, "strong", wrap=True))
        self._fill(self.lower_award, nominee.lower)
        self._fill(self.higher_award, nominee.higher)
        add_row(
            self.body,
            _("Không đủ phiếu thì xét"),
            self.lower_award,
            _("Đạt mức này nếu số phiếu đồng ý đủ mức phiếu của danh hiệu, hình thức đó."),
        )
        add_row(
            self.body,
            _("Đủ phiếu thì trình cấp trên xét"),
            self.higher_award,
            _("Ghi trong biên bản và hồ sơ; Hội đồng chỉ đề nghị."),
        )
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def lower_code(self) -> str:
        """Return the lower award, empty for none."""
        return str(self.lower_award.currentData())

    def higher_code(self) -> str:
        """Return the higher award, empty for none."""
        return str(self.higher_award.currentData())

    def _fill(self, combo: QComboBox, code: str) -> None:
        combo.addItem(_("Không"), "")
        person = self._nominee.subject.person_id is not None
        for word in self._desk.context.registrations.awards.on(days_of(self._year)[1]):
            fits = word.individual if person else word.collective
            if fits and word.code != self._nominee.award:
                combo.addItem(word.name, word.code)
        combo.setCurrentIndex(max(combo.findData(code), 0))
