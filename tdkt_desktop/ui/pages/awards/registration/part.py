"""Registration: one grid for a group or the whole school; at year's end the results beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.pages.awards.registration.rows import GridRow, RegistrationColumns, changed
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.segments import Segment, Segments
from tdkt_desktop.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.registration_views import RegistrationGrid, YearRow
    from tdkt_desktop.ui.desk import Desk

_GRID: Final = "grid"
_RESULTS: Final = "results"
_WIDE_COLUMNS: Final = (3, 4)


class RegistrationPart(AwardsPart):
    """Who means to earn what; not having registered is a reminder and blocks nothing."""

    KEY: ClassVar[str] = "registration"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"registration", "nomination", "award_record", "person", "staff_group", "setting"}
    )

    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: RegistrationGrid | None = None
        self.group = QComboBox()
        self.group.setAccessibleName(_("Tổ"))
        guard_wheel(self.group)
        self.closing = DateEdit(desk.today())
        self.closing.setAccessibleName(_("Hạn đăng ký"))
        self.last_year = IconButton(desk.theme, _("Lấy đăng ký năm trước"), "history")
        self.paper = IconButton(desk.theme, _("Danh sách đăng ký"), "file-document-outline")
        self.views = Segments(
            _("Cách xem"),
            (Segment(_GRID, _("Đăng ký")), Segment(_RESULTS, _("So với kết quả"))),
            desk.theme,
        )
        self.told = ElidedLabel("", "hint")
        self._stack = FrontStack()
        self.model: EditGridModel[GridRow] | None = None
        self.grid: EditGrid | None = None
        self.results_model = _results_model()
        self.results = ListView(desk.theme, self.results_model, stretched=2)
        self.results.setAccessibleName(_("Đăng ký, đề nghị, quyết định"))
        self._panel = QFrame()
        self._panel.setProperty("panel", True)
        self.views.set_value(_GRID)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._show_groups()
        service, group = self.desk.context.registrations, self.group.currentData()
        self._shown = service.grid(self.year, group)
        self.closing.set_day(self._shown.closing)
        self._show_grid(self._shown)
        self.results_model.show(service.comparison(self.year, group))
        self._fit_results()
        self._tell(self._shown)

    # --- what is shown ---

    def _show_groups(self) -> None:
        before = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(_("Cả trường"), None)
        for group in self.desk.context.groups.groups():
            self.group.addItem(group.name, group.id)
        self.group.setCurrentIndex(max(self.group.findData(before), 0))
        self.group.blockSignals(False)

    def _show_grid(self, shown: RegistrationGrid) -> None:
        columns = self._columns()
        rows = [columns.row(row) for row in shown.rows]
        if self.model is None:
            self.model = EditGridModel(columns.columns(), parent=self)
            self.grid = EditGrid(self.desk.theme, self.model, self.desk.today, _("Đăng ký thi đua"))
            self.model.edited.connect(self._edit)
            self.model.refused.connect(lambda error: self.desk.feedback.error(error, self))
            self._stack.insertWidget(0, self.grid)
            self._stack.setCurrentIndex(0)
        self.model.columns = columns.columns()
        self.model.show(rows)

    def _columns(self) -> RegistrationColumns:
        eligibility, words = self.desk.context.eligibility, self.desk.context.registrations.awards
        return RegistrationColumns(words, eligibility.received_on(self.year))

    def _tell(self, shown: RegistrationGrid) -> None:
        people = [row for row in shown.rows if row.candidate.is_person]
        without = len(shown.without)
        late = sum(one.late for row in shown.rows for one in row.registered)
        parts = [_("{n} / {all} người đã đăng ký").format(n=len(people) - without, all=len(people))]
        if without:
            parts.append(_("{n} người chưa đăng ký (chỉ nhắc, không cản)").format(n=without))
        if late:
            parts.append(_("{n} đăng ký bổ sung sau hạn").format(n=late))
        self.told.setText(" · ".join(parts))
        self.told.setToolTip(self.told.text())

    # --- acts ---

    def _edit(self, rows: tuple[GridRow, ...]) -> None:
        if self._shown is None:
            return
        columns = self._columns()
        edits = changed([columns.row(row) for row in self._shown.rows], rows)
        service = self.desk.context.registrations
        if edits:
            self._try(lambda: service.set_many(self.year, edits, self.desk.today()))
        # What was refused or only moved is shown as it is kept.
        self.refresh()

    def _take_last_year(self) -> None:
        service, group = self.desk.context.registrations, self.group.currentData()
        self._try(lambda: service.start_from_last_year(self.year, self.desk.today(), group))

    def _close_on(self) -> None:
        service, day = self.desk.context.registrations, self.closing.day()
        if self._shown is not None and day != self._shown.closing:
            self._try(lambda: service.set_closing_day(self.year, day))

    def _draft(self) -> None:
        """Draft the list of the group in front, or of the whole school."""
        group = self.group.currentData()
        kind = "danh-sach-dang-ky" if group is None else "danh-sach-dang-ky-to"
        self._try(lambda: self._drafted(kind, None if group is None else str(group)))

    def _drafted(self, kind: str, about: str | None) -> None:
        if self.period is None:
            return
        papers = self.desk.context.papers
        made, _doubts, _new = papers.draft_for(kind, self.period, about, self.desk.today())
        self.place_wanted.emit(Place("papers", "paper", made))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self.desk.feedback.error(error, self)

    # --- arrangement ---

    def _lay_out(self) -> None:
        until = QWidget()
        dated = QHBoxLayout(until)
        dated.setContentsMargins(0, 0, 0, 0)
        dated.setSpacing(8)
        dated.addWidget(text_label(_("Hạn đăng ký"), "label"))
        dated.addWidget(self.closing)
        bar = FlowLayout()
        bar.addWidget(self.group)
        bar.addWidget(self.views)
        bar.add_at_right(until)
        bar.add_at_right(self.last_year)
        bar.add_at_right(self.paper)
        self._stack.addWidget(self.results)
        inner = QVBoxLayout(self._panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._panel, 1)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.group.activated.connect(lambda _row: self.refresh())
        self.views.chosen.connect(self._show_view)
        self.last_year.clicked.connect(self._take_last_year)
        self.paper.clicked.connect(self._draft)
        self.closing.editingFinished.connect(self._close_on)

    def _fit_results(self) -> None:
        """Share the width: no list of awards may push the decisions out of sight."""
        self.results.fit_columns()
        for column in _WIDE_COLUMNS:
            width = min(self.results.columnWidth(column), self.width() // 4)
            self.results.setColumnWidth(column, width)

    def _show_view(self, view: str) -> None:
        front: QWidget | None = self.results if view == _RESULTS else self.grid
        if front is not None:
            self._stack.setCurrentWidget(front)


def _results_model() -> StateColumnsModel[YearRow]:
    columns: Sequence[TextColumn[YearRow]] = (
        TextColumn(
            N_("Họ và tên, tập thể"),
            lambda row: row.candidate.name,
            lambda row: name_key(row.candidate.name),
        ),
        TextColumn(N_("Tổ"), lambda row: row.candidate.group_name, quiet=True),
        TextColumn(N_("Đăng ký"), lambda row: ", ".join(one.name for one in row.registered)),
        TextColumn(N_("Đề nghị"), lambda row: ", ".join(_proposed(row))),
        TextColumn(N_("Quyết định"), lambda row: ", ".join(name for _code, name in row.decided)),
        TextColumn(N_("Đạt"), lambda row: "" if row.reached is None else str(row.reached)),
    )
    return StateColumnsModel(columns, {5: _reached_chip})


def _proposed(row: YearRow) -> list[str]:
    return [
        f"{one.name} ({one.outcome_name.lower()})" if one.outcome_name else one.name
        for one in row.proposed
        if not one.withdrawn
    ]


def _reached_chip(row: YearRow) -> Chip | None:
    if row.reached is None:
        return None
    if row.reached:
        return Chip(ChipState.DONE, _("Đạt"))
    return Chip(ChipState.NOT_YET, _("Chưa đạt"))
