"""A title or a commendation that was received: what, when, by which decision of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QScrollArea, QWidget
from PySide6.QtWidgets import QVBoxLayout as Column

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.known_awards import LEVEL_NAMES
from tdkt_desktop.services.record_views import AWARD_KIND_NAMES, AwardData, AwardKind
from tdkt_desktop.services.years import read_year
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, guard_wheel, text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from tdkt_desktop.services.known_awards import KnownAward, KnownAwards
    from tdkt_desktop.ui.desk import Desk


class AwardDialog(ActDialog):
    """The name may be chosen, which says code and level as well, or be any other words."""

    def __init__(
        self,
        desk: Desk,
        data: AwardData,
        who: str,
        parent: QWidget | None = None,
        *,
        collective: bool = False,
        new: bool = True,
    ) -> None:
        title = _("Thêm khen thưởng") if new else _("Sửa khen thưởng")
        super().__init__(title, _("Thêm") if new else _("Lưu"), parent)
        self._known: KnownAwards = desk.context.records.known_awards
        self._offered: tuple[KnownAward, ...] = ()
        self._data, self._collective = data, collective
        kinds = [Segment(kind.value, _(AWARD_KIND_NAMES[kind])) for kind in AwardKind]
        self.kind = Segments(_("Loại"), kinds, desk.theme)
        self.name = QComboBox()
        self.year = QLineEdit(data.year)
        self.level = QComboBox()
        self.number = QLineEdit(data.number)
        self.date = DateEdit(desk.today(), data.decided_on)
        self.awarding_body = QLineEdit(data.body)
        self.thematic = QCheckBox(_("Khen chuyên đề hoặc đột xuất"))
        self.revoked = QCheckBox(_("Đã bị huỷ bỏ hoặc thu hồi"))
        self.reason = QLineEdit(data.revoked_reason)
        self.note = QLineEdit(data.note)
        self._arrange(who)
        self._fill()
        self._connect()
        self._check()
        self.name.setFocus()

    def data(self) -> AwardData:
        """Return what the fields say."""
        named = fold(self._named())
        known = next((one for one in self._offered if fold(one.name) == named), None)
        return AwardData(
            kind=AwardKind(self.kind.value()),
            name=self._named(),
            year=read_year(self.year.text()),
            code=known.code if known else self._kept_code(),
            level=self.level.currentData() or "",
            number=self.number.text(),
            decided_on=self.date.day(),
            body=self.awarding_body.text(),
            thematic=self.thematic.isChecked(),
            revoked=self.revoked.isChecked(),
            revoked_reason=self.reason.text() if self.revoked.isChecked() else "",
            note=self.note.text(),
        )

    def _named(self) -> str:
        return clean_line(self.name.currentText())

    def _kept_code(self) -> str:
        """Return the code of the record as it was, unless it is called something else now."""
        return self._data.code if self._named() == self._data.name else ""

    # --- making ---

    def _arrange(self, who: str) -> None:
        self.body.addWidget(text_label(who, "section", wrap=True))
        inside = QWidget()
        form = Column(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setSpacing(10)
        form.addWidget(self.kind)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.name.model(), self.name)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        add_row(form, _("Tên"), self.name)
        self.year.setPlaceholderText(_("2025-2026 hoặc 2025"))
        self._year = Field(_("Năm"), self.year)
        add_pair(form, ((self._year, 1), (Field(_("Cấp khen"), self.level), 1)))
        self._date = Field(_("Ngày quyết định (nếu có)"), self.date)
        number = Field(_("Số quyết định (nếu có)"), self.number)
        add_pair(form, ((number, 1), (self._date, 1)))
        add_row(form, _("Cơ quan quyết định (nếu có)"), self.awarding_body)
        form.addWidget(self.thematic)
        form.addWidget(self.revoked)
        self._reason = add_row(form, _("Lý do huỷ bỏ, thu hồi"), self.reason)
        add_row(form, _("Ghi chú (nếu cần)"), self.note)
        form.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        unit = self.fontMetrics()
        self.resize(unit.averageCharWidth() * 76, inside.sizeHint().height() + unit.height() * 9)

    def _fill(self) -> None:
        guard_wheel(self.level)
        self.level.addItem(_("Chưa rõ"), "")
        for code, name in LEVEL_NAMES.items():
            self.level.addItem(_(name), code)
        self.level.setCurrentIndex(max(0, self.level.findData(self._data.level)))
        self.kind.set_value(self._data.kind.value)
        self.thematic.setChecked(self._data.thematic)
        self.revoked.setChecked(self._data.revoked)
        self._offer()
        self.name.setCurrentText(self._data.name)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._offer())
        self.name.activated.connect(self._take)
        self.name.editTextChanged.connect(lambda _text: self._check())
        self.year.textChanged.connect(lambda _text: self._check())
        self.date.textChanged.connect(lambda _text: self._check())
        self.revoked.toggled.connect(lambda _on: self._check())

    # --- inside ---

    def _offer(self) -> None:
        """Offer the awards of the kind; words of somebody's own stay."""
        typed = self.name.currentText()
        kind = AwardKind(self.kind.value())
        self._offered = self._known.of(kind, collective=self._collective)
        self.name.blockSignals(True)
        self.name.clear()
        self.name.addItems([one.name for one in self._offered])
        self.name.setCurrentText(typed)
        self.name.blockSignals(False)
        self.thematic.setVisible(kind is AwardKind.COMMENDATION)

    def _take(self, place: int) -> None:
        """Say the level of an award that was chosen."""
        level = self.level.findData(self._offered[place].level)
        self.level.setCurrentIndex(max(0, level))

    def _check(self) -> None:
        """Let the verb wait until there is a name and a year; say what is wrong with the rest."""
        try:
            read_year(self.year.text())
            fault = ""
        except UserError as error:
            fault = error.message if self.year.text().strip() else ""
        whole = bool(self.year.text().strip()) and not fault and bool(self._named())
        self._year.set_error(fault)
        self._date.set_error(self.date.fault())
        self._reason.setVisible(self.revoked.isChecked())
        self.act.setEnabled(whole and not self.date.is_wrong())
        self.act.setToolTip("" if whole else _("Xin nhập tên và năm."))
