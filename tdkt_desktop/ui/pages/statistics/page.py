"""The page of statistics: the tables at the left, one of them with its picture at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.documents.charts import picture_of
from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.statistics.table_view import NumbersView
from tdkt_desktop.ui.widgets.drawing_view import DrawingView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.line_list import LineItem, LineList

if TYPE_CHECKING:
    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.documents.drawing import Drawing
    from tdkt_desktop.services.files import FileKind
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.statistic_tables import StatisticTable
    from tdkt_desktop.ui.desk import Desk

_LIST, _TABLE = 280, 900
_KIND = "bao-cao-thong-ke"


class StatisticsPage(Page):
    """Shows the numbers of one year; the report and the workbook have all of them."""

    KEY: ClassVar[str] = "statistics"
    ICON: ClassVar[str] = "chart-bar"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"award_record", "registration", "person", "staff_group", "law_rule_edit"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self._is_stale = True
        self._tables: tuple[StatisticTable, ...] = ()
        self._key = ""
        self.subtitle = text_label("", "hint")
        self.report = IconButton(desk.theme, _("Soạn báo cáo"), "file-document-outline")
        self.excel = IconButton(desk.theme, _("Xuất Excel"), "export-variant")
        self.list = LineList(desk.theme, _("Các bảng số liệu"), keeps_choice=True)
        self.name = text_label("", "section")
        self.sentence = text_label("", "")
        self.sentence.setWordWrap(True)
        self.picture = DrawingView(desk.theme)
        self.numbers = NumbersView()
        self.empty = EmptyState(
            _("Năm này chưa có đăng ký hay khen thưởng nào để thống kê."),
            _("Mở Thi đua"),
            _("Nhập khen thưởng ở Nhân sự"),
        )
        self._exporter = Exporter(desk, self)
        self._body = self._make_body()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return _("Thống kê")

    def show_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self.refresh()

    def refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show_now()

    def entered(self) -> None:
        if self._is_stale:
            self._show_now()
        self.list.setFocus()

    def can_print(self) -> bool:
        return bool(self._tables)

    def print_current(self) -> None:
        self._draft()

    def export_current(self, kind: FileKind) -> None:
        self._draft()

    # --- what is shown ---

    @property
    def period(self) -> PlanPeriod:
        """The year in front."""
        years = self._desk.context.years
        if self._year is None:
            return years.current(self._desk.today())
        return years.period(self._year)

    @property
    def table(self) -> StatisticTable | None:
        """The table in front."""
        return next((one for one in self._tables if one.key == self._key), None)

    def _show_now(self) -> None:
        self._is_stale = False
        name = self.period.name
        self.subtitle.setText(name[:1].upper() + name[1:])
        self._tables = self._desk.context.statistic_reports.tables(self.period)
        self.list.show_lines([LineItem(one.title, target=one.key) for one in self._tables])
        there = bool(self._tables)
        self._body.setVisible(there)
        self.empty.setVisible(not there)
        self.report.setEnabled(there)
        self.excel.setEnabled(there)
        if there and self.table is None:
            self._key = self._tables[0].key
        self._show_table()

    def show_table(self, key: str) -> None:
        """Bring a table to the front."""
        self._key = key
        self._show_table()

    def _show_table(self) -> None:
        table = self.table
        if table is None:
            return
        self.list.mark(table.key)
        self.name.setText(table.title)
        self.sentence.setText(table.sentence)
        self.sentence.setVisible(bool(table.sentence))
        self.picture.show_drawing(self._draw)
        self.numbers.show_table(table.table)

    def _draw(self, width: float, measure: Measure) -> Drawing | None:
        return picture_of(self.table.table, width, measure) if self.table else None

    # --- acts ---

    def _draft(self) -> None:
        try:
            made, _doubts, _new = self._desk.context.papers.draft_for(
                _KIND, self.period, None, self._desk.today()
            )
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self.place_wanted.emit(Place("papers", "paper", made))

    def _export(self) -> None:
        reports, period = self._desk.context.statistic_reports, self.period
        self._exporter.export_made(
            _("Thống kê thi đua {period}.xlsx").format(period=period.name),
            _("Xuất Excel"),
            _("Tệp Excel (*.xlsx)"),
            lambda target, overwrite: reports.export(period, target, overwrite=overwrite),
        )

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_table)
        self.report.clicked.connect(self._draft)
        self.excel.clicked.connect(self._export)
        self.empty.act.connect(lambda: self.place_wanted.emit(Place("awards")))
        self.empty.other.connect(lambda: self.place_wanted.emit(Place("people")))

    # --- arrangement ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.title(), "title"))
        head.addWidget(self.subtitle)
        head.addStretch(1)
        head.addWidget(self.excel)
        head.addWidget(self.report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.empty, 1)
        self.empty.hide()

    def _make_body(self) -> QWidget:
        left = QFrame()
        left.setProperty("panel", True)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.list)
        content = QWidget()
        content.setProperty("ground", "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        for part in (self.name, self.sentence, self.picture, self.numbers):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("frameless", True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        right = QFrame()
        right.setProperty("panel", True)
        framed = QVBoxLayout(right)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(scroll)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([_LIST, _TABLE])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        return splitter
