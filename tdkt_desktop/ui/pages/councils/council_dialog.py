"""What is said of a council itself: its kind and name, its decision, and how long it sits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import KIND_NAMES, CouncilFacts, CouncilKind
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.council_views import CouncilView


class CouncilDialog(ActDialog):
    """For a council that is there, or a new one, empty or from that of an earlier year."""

    def __init__(
        self,
        facts: CouncilFacts,
        today: date,
        parent: QWidget | None = None,
        *,
        earlier: Sequence[CouncilView] | None = None,
    ) -> None:
        new = earlier is not None
        title = _("Hội đồng mới") if new else _("Sửa hội đồng")
        super().__init__(title, _("Lập hội đồng") if new else _("Lưu"), parent)
        self._facts, self._earlier, self._new = facts, tuple(earlier or ()), new
        self.kind, self.source = QComboBox(), QComboBox()
        for kind, name in KIND_NAMES.items():
            self.kind.addItem(_(name), kind.value)
        self.kind.setCurrentIndex(list(KIND_NAMES).index(facts.kind))
        self.name, self.number = QLineEdit(facts.name), QLineEdit(facts.decision_number)
        self.decided = DateEdit(today, facts.decided_on)
        self.starts = DateEdit(today, facts.starts_on)
        self.ends = DateEdit(today, facts.ends_on)
        self.notes = LinesField(3)
        self.notes.setPlainText(facts.notes)
        self._dates: list[tuple[DateEdit, Field]] = []
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _row: self._kind_chosen())
        self.number.textChanged.connect(lambda _text: self._check())
        self._kind_chosen()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 74)

    def _lay_out(self) -> None:
        kind = Field(_("Loại"), self.kind)
        kind.setEnabled(self._new)
        self.body.addWidget(kind)
        self._source_field = Field(
            _("Thành viên, nhiệm vụ"), self.source, _("Người đã rời trường được bỏ ra và nêu tên.")
        )
        self.body.addWidget(self._source_field)
        self._source_field.setVisible(self._new)
        add_row(self.body, _("Tên gọi"), self.name)
        decided = self._date_field(_("Ngày quyết định"), self.decided)
        number = Field(_("Số quyết định (nếu đã có)"), self.number)
        add_pair(self.body, ((number, 1), (decided, 1)))
        starts = self._date_field(_("Từ ngày"), self.starts)
        ends = self._date_field(_("Đến ngày"), self.ends)
        add_pair(self.body, ((starts, 1), (ends, 1)))
        add_row(self.body, _("Ghi chú (nếu cần)"), self.notes)

    def _date_field(self, words: str, edit: DateEdit) -> Field:
        field = Field(words, edit)
        edit.textChanged.connect(lambda _text: self._check())
        self._dates.append((edit, field))
        return field

    # --- what was said ---

    def facts(self) -> CouncilFacts:
        """Return what stands in the fields."""
        return CouncilFacts(
            kind=CouncilKind(self.kind.currentData()),
            name=clean_line(self.name.text()),
            decision_number=clean_line(self.number.text()),
            decided_on=self.decided.day(),
            starts_on=self.starts.day(),
            ends_on=self.ends.day(),
            notes=self.notes.toPlainText(),
        )

    def cloned(self) -> int | None:
        """Return the council that the new one is made from, None for an empty one."""
        chosen = self.source.currentData()
        return int(chosen) if chosen is not None else None

    # --- inside ---

    def _kind_chosen(self) -> None:
        kind = CouncilKind(self.kind.currentData())
        usual = {_(name) for name in KIND_NAMES.values()} | {""}
        if self.name.text() in usual:
            self.name.setText(_(KIND_NAMES[kind]))
        self.source.clear()
        for council in self._earlier:
            if council.facts.kind is kind:
                words = _("Lấy từ năm {year}: {name}, {n} người")
                self.source.addItem(
                    words.format(
                        year=council.school_year or council.year,
                        name=council.facts.name,
                        n=len(council.members),
                    ),
                    council.id,
                )
        self.source.addItem(_("Danh sách trống"), None)

    def _check(self) -> None:
        for edit, field in self._dates:
            field.set_error(edit.fault())
        starts, ends = self.starts.day(), self.ends.day()
        turned = starts is not None and ends is not None and ends < starts
        if turned:
            self._dates[-1][1].set_error(_("Ngày kết thúc ở trước ngày bắt đầu."))
        self.act.setEnabled(not turned and not any(edit.is_wrong() for edit, _f in self._dates))
        if self.isVisible():
            self.fit()
