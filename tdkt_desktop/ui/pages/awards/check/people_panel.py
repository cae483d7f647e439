"""Everybody whom an award concerns, with the answer for each; filtered by answer and by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.ui.pages.awards.check.words import STATUS_WORDS, chip_of
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.ui.pages.awards.check.reader import CheckRow
    from tdkt_desktop.ui.theme.theme import Theme

_ORDER = tuple(STATUS_WORDS)
_ALL, _ONE_STEP, _REGISTERED, _NOMINATED = "all", "one-step", "registered", "nominated"


class PeoplePanel(QFrame):
    """The list of an award; `chosen` tells that another row is the current one."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows: list[CheckRow] = []
        self.setProperty("panel", True)
        self.setMinimumWidth(300)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Tìm người, tổ…"))
        self.words.setAccessibleName(_("Tìm người, tổ"))
        self.words.setClearButtonEnabled(True)
        self.filter = QComboBox()
        self.filter.setAccessibleName(_("Lọc theo kết quả"))
        guard_wheel(self.filter)
        self.count = text_label("", "hint")
        self.model = _model()
        self.view = ListView(theme, self.model, stretched=0)
        self.view.setAccessibleName(_("Người và tập thể"))
        self._fill_filter()
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 10, 8)
        head.setSpacing(8)
        head.addWidget(self.words, 1)
        head.addWidget(self.filter)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.words.textChanged.connect(lambda _text: self._show())
        self.filter.activated.connect(lambda _row: self._show())
        self.view.selectionModel().selectionChanged.connect(lambda *_args: self.chosen.emit())

    def show_rows(self, rows: list[CheckRow]) -> None:
        """Show the answers of another award; whoever was chosen stays so."""
        self._rows = rows
        self._show()

    def current(self) -> CheckRow | None:
        """Return the row in front; the last one of several."""
        rows = self.view.rows()
        index = self.view.currentIndex().row()
        if index in rows:
            return self.model.item(index)
        return self.model.item(rows[0]) if rows else None

    def selected(self) -> list[CheckRow]:
        """Return the chosen rows in order."""
        return [self.model.item(row) for row in self.view.rows()]

    def select(self, subject: Subject) -> None:
        """Choose a person or a collective; the filter gives way where it hides them."""
        if not self._select_shown(subject):
            self.words.clear()
            self.filter.setCurrentIndex(0)
            self._show()
            self._select_shown(subject)

    def select_person(self, person_id: int) -> None:
        """Choose a person by id, where the award concerns people."""
        for row in self._rows:
            if row.candidate.subject.person_id == person_id:
                self.select(row.candidate.subject)

    def _select_shown(self, subject: Subject) -> bool:
        for number in range(self.model.rowCount()):
            if self.model.item(number).candidate.subject == subject:
                self.view.selectRow(number)
                self.view.scrollTo(self.model.index(number, 0))
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the answers in sight when the panel has got narrower."""
        super().resizeEvent(event)
        if not self.view.widths_set:
            self.view.fit_columns()

    def _show(self) -> None:
        before = self.current()
        words = fold(self.words.text()).split()
        kept = [row for row in self._rows if self._takes(row, words)]
        self.model.show(kept)
        self.view.fit_columns()
        self.count.setText(_("Hiện {shown} / {all}").format(shown=len(kept), all=len(self._rows)))
        if before is None or not self._select_shown(before.candidate.subject):
            self.view.selectRow(0)
        self.chosen.emit()

    def _takes(self, row: CheckRow, words: list[str]) -> bool:
        searched = fold(f"{row.candidate.name} {row.candidate.group_name}")
        if not all(word in searched for word in words):
            return False
        wanted = str(self.filter.currentData())
        ways = {
            _ALL: True,
            _ONE_STEP: row.one_step,
            _REGISTERED: row.registered,
            _NOMINATED: row.nomination is not None,
        }
        return ways.get(wanted, row.result.status.value == wanted)

    def _fill_filter(self) -> None:
        self.filter.addItem(_("Mọi kết quả"), _ALL)
        for status in Status:
            self.filter.addItem(_(STATUS_WORDS[status]), status.value)
        self.filter.addItem(_("Còn 1 bước"), _ONE_STEP)
        self.filter.addItem(_("Đã đăng ký"), _REGISTERED)
        self.filter.addItem(_("Đã đề nghị"), _NOMINATED)


def _model() -> StateColumnsModel[CheckRow]:
    columns: tuple[TextColumn[CheckRow], ...] = (
        TextColumn(
            N_("Họ và tên"),
            lambda row: row.candidate.name,
            lambda row: name_key(row.candidate.name),
        ),
        TextColumn(
            N_("Điều kiện"),
            lambda row: chip_of(row).text,
            lambda row: (_ORDER.index(row.result.status), not row.one_step),
        ),
        TextColumn(N_("Tổ"), lambda row: row.candidate.group_name, quiet=True),
        TextColumn(N_("Đăng ký"), lambda row: _("có") if row.registered else "", quiet=True),
        TextColumn(N_("Đề nghị"), lambda row: _("có") if row.nomination else ""),
    )
    chips = {1: chip_of, 4: _nominated_chip}
    return StateColumnsModel(columns, chips)


def _nominated_chip(row: CheckRow) -> Chip | None:
    if row.nomination is None:
        return None
    return Chip(ChipState.IN_PROGRESS, _("Đề nghị"), "check")
