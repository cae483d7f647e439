"""The first page: what to do today, and where the year stands; each thing leads to its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.documents.drawing import Drawing
from tdkt_desktop.documents.progress import legend, progress_drawing
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.overview import words
from tdkt_desktop.ui.pages.overview.awards_table import AwardsTable
from tdkt_desktop.ui.pages.overview.figures import FigureStrip
from tdkt_desktop.ui.printing import PrintService
from tdkt_desktop.ui.widgets.drawing_view import DrawingView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.line_list import LineList
from tdkt_desktop.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.files import FileKind
    from tdkt_desktop.services.overview_views import Overview
    from tdkt_desktop.ui.desk import Desk

_ONE_COLUMN: Final = 900
_AFTER_PAINT_MS: Final = 30
_LEFT, _RIGHT = 63, 37
_SPACE: Final = 12


class OverviewPage(Page):
    """Shows one year; the switch of years at the top says which."""

    KEY: ClassVar[str] = "overview"
    ICON: ClassVar[str] = "view-dashboard-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {
            "plan",
            "task",
            "council",
            "council_member",
            "duty",
            "paper",
            "person",
            "registration",
            "nomination",
            "group_review",
            "award_record",
            "school",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self._is_stale = True
        self.view: Overview | None = None
        self.subtitle = text_label("", "hint")
        self.print_button = IconButton(desk.theme, _("In một trang"), "printer-outline")
        self.strip = FigureStrip(desk.theme)
        self.to_do = LineList(desk.theme, _("Việc cần làm"))
        self.nothing_due = text_label(_("Không có việc trễ hạn hay đến hạn trong 14 ngày."), "hint")
        self.quarters = DrawingView(desk.theme)
        self.steps = LineList(desk.theme, _("Các bước của năm"))
        self.awards = AwardsTable()
        self.awards_panel = Panel(_("Thi đua, khen thưởng"), self._link(_("Mở Thi đua"), "awards"))
        self.empty = EmptyState(
            _("Năm này chưa có kế hoạch, chưa có người và chưa có việc nào."),
            _("Lập kế hoạch của năm"),
            _("Nhập danh sách nhân sự"),
        )
        self._board = self._make_board()
        self._printing = PrintService(desk, self, lambda _document: None)
        self._exporter = Exporter(desk, self)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return _("Tổng quan")

    def show_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self._show_if_seen()

    def refresh(self) -> None:
        self._show_if_seen()

    def entered(self) -> None:
        if self._is_stale and self.isVisible():
            self._show_now()
        self.to_do.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # At the start the window is painted first; reading would only keep it waiting.
        QTimer.singleShot(_AFTER_PAINT_MS, self._show_if_stale)

    def _show_if_stale(self) -> None:
        if self._is_stale and self.isVisible():
            self._show_now()

    def _show_if_seen(self) -> None:
        """Read the year anew if the page is in front; else when it comes there."""
        self._is_stale = True
        if self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        """Read the year beside the window: the first picture of the program waits for nothing."""
        self._is_stale = False
        context, today, year = self._desk.context, self._desk.today(), self._year
        self._desk.tasks.run(
            self,
            lambda _progress: read_year(context, year, today),
            lambda view: self._show_view(view, year),
            lambda error: self._desk.feedback.error(error, self),
            _("Đang đọc số liệu…"),
        )

    def _show_view(self, view: Overview, year: int | None) -> None:
        if year != self._year:
            return
        self.view = view
        self.subtitle.setText(words.subtitle(view))
        self.strip.show_figures(words.figures(view))
        lines = words.to_do(view)
        self.to_do.show_lines(lines)
        self.to_do.setVisible(bool(lines))
        self.nothing_due.setVisible(not lines)
        self.quarters.show_drawing(self._quarter_drawing)
        self.steps.show_lines(words.steps(view))
        self.steps.fit_height()
        self.awards.show_awards(words.award_groups(view))
        self._scroll.setVisible(not view.is_empty)
        self.print_button.setVisible(not view.is_empty)
        self.empty.setVisible(view.is_empty)

    def _quarter_drawing(self, width: float, measure: Measure) -> Drawing | None:
        if self.view is None or not self.view.quarters:
            return None
        sums = _("xong {done} / {total}")
        return progress_drawing(self.view.quarters, sums, width, measure)

    def _legend(self, width: float, measure: Measure) -> Drawing | None:
        names = tuple(_(name) for name in words.PART_NAMES)
        return Drawing(width, 5.0, legend(names, width, 3.9, measure), ", ".join(names))

    # --- arrangement ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.title(), "title"))
        head.addWidget(self.subtitle)
        head.addStretch(1)
        head.addWidget(self.print_button)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("frameless", True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._board)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.empty, 1)
        self._scroll = scroll
        self.empty.hide()

    def _make_board(self) -> QWidget:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACE)
        column.addWidget(self.strip)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_SPACE)
        self._columns.addLayout(self._left_column(), _LEFT)
        self._columns.addLayout(self._right_column(), _RIGHT)
        column.addLayout(self._columns, 1)
        return board

    def _left_column(self) -> QVBoxLayout:
        work = Panel(_("Việc cần làm"), self._link(_("Mở bảng tiến độ"), "work"))
        self.nothing_due.setContentsMargins(14, 12, 14, 12)
        work.body.addWidget(self.to_do, 1)
        work.body.addWidget(self.nothing_due, 0, Qt.AlignmentFlag.AlignTop)
        self.to_do.setMinimumHeight(220)
        key = DrawingView(self._desk.theme)
        key.setMinimumWidth(330)
        key.show_drawing(self._legend)
        quarters = Panel(_("Tiến độ theo quý"), key)
        quarters.body.setContentsMargins(14, 8, 14, 10)
        quarters.body.addWidget(self.quarters)
        column = QVBoxLayout()
        column.setSpacing(_SPACE)
        column.addWidget(work, 1)
        column.addWidget(quarters)
        return column

    def _right_column(self) -> QVBoxLayout:
        steps = Panel(_("Các bước của năm"))
        steps.body.addWidget(self.steps)
        self.awards_panel.body.addWidget(self.awards, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(_SPACE)
        column.addWidget(steps)
        column.addWidget(self.awards_panel, 1)
        return column

    def _link(self, text: str, page: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self._go(Place(page)))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        one = self.width() < _ONE_COLUMN
        self._columns.setDirection(directions.TopToBottom if one else directions.LeftToRight)

    # --- acts ---

    def _connect(self) -> None:
        self.strip.chosen.connect(self._go)
        self.to_do.chosen.connect(self._go)
        self.steps.chosen.connect(self._go)
        self.empty.act.connect(lambda: self._go(Place("plans", "new")))
        self.empty.other.connect(lambda: self._go(Place("people", "import")))
        self.print_button.clicked.connect(self.print_current)

    def _go(self, place: Place) -> None:
        self.place_wanted.emit(place)

    def can_print(self) -> bool:
        return self.view is not None and not self.view.is_empty

    def print_current(self) -> None:
        if self.view is not None:
            view, service = self.view, self._desk.context.overview
            self._printing.print_pages(
                self.title(), lambda: service.printed(view), lambda: self._save_pdf(view)
            )

    def export_current(self, kind: FileKind) -> None:
        if self.view is not None:
            self._save_pdf(self.view)

    def _save_pdf(self, view: Overview) -> None:
        """Keep the sheet as a file, to be printed elsewhere."""
        service = self._desk.context.overview
        self._exporter.export_made(
            _("Tổng quan {period}.pdf").format(period=view.period.name),
            _("Xuất tệp PDF"),
            _("Tệp PDF (*.pdf)"),
            lambda target, overwrite: service.export(view, target, overwrite=overwrite),
        )


def read_year(context: AppContext, year: int | None, today: date) -> Overview:
    """Read a year as things stand today; None is the year that runs."""
    years = context.years
    period = years.current(today) if year is None else years.period(year)
    return context.overview.overview(period, today)
