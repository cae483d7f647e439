"""Conditions: everybody before an award at the left, one of them in full at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.check.acts import CheckActs
from tdkt_desktop.ui.pages.awards.check.cap_bar import CapBar
from tdkt_desktop.ui.pages.awards.check.details import CheckDetails
from tdkt_desktop.ui.pages.awards.check.people_panel import PeoplePanel
from tdkt_desktop.ui.pages.awards.check.reader import CheckNews, CheckRow, read_news
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.widgets.form import guard_wheel
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.ui.desk import Desk

_LIST, _DETAILS = 460, 700


class CheckPart(AwardsPart):
    """Compares the records with the law of each award; the answers are read beside the window."""

    KEY: ClassVar[str] = "check"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"person", "staff_group", "rating", "award_record", "initiative", "leave", "discipline"}
        | {"registration", "nomination", "law_edit", "initiative_author"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.news: CheckNews | None = None
        self._wanted: int | None = None
        self.award = QComboBox()
        self.award.setAccessibleName(_("Danh hiệu, hình thức"))
        self.award.setMinimumContentsLength(24)
        guard_wheel(self.award)
        self.near = IconButton(desk.theme, _("Ai sắp đủ?"), "star-outline")
        self.cap = CapBar(desk.theme)
        self.people = PeoplePanel(desk.theme)
        self.details = CheckDetails(desk.theme)
        self.acts = CheckActs(desk, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.people)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 4)
        self._splitter.setStretchFactor(1, 7)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([_LIST, _DETAILS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.cap)
        layout.addWidget(self._splitter, 1)
        self._connect()

    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.award, self.near)

    def refresh(self) -> None:
        context, year = self.desk.context, self.year
        self.desk.tasks.run(
            self,
            lambda _progress: read_news(context, year),
            self._show_news,
            lambda error: self.desk.feedback.error(error, self),
            _("Đang đối chiếu điều kiện…"),
        )

    def show_record(self, record: int) -> None:
        self._wanted = record
        if self.news is not None:
            self._show_rows()

    # --- what is shown ---

    @property
    def row(self) -> CheckRow | None:
        """The answer in front."""
        return self.people.current()

    def _show_news(self, news: CheckNews) -> None:
        if news.year != self.year:
            return
        self.news = news
        before = self.award.currentData()
        self.award.blockSignals(True)
        self.award.clear()
        for word in news.awards:
            self.award.addItem(word.name, word.code)
        self.award.setCurrentIndex(max(self.award.findData(before), 0))
        self.award.blockSignals(False)
        self._show_rows()

    def _show_rows(self) -> None:
        if self.news is None:
            return
        self.people.show_rows(self.news.rows(str(self.award.currentData())))
        if self._wanted is not None:
            self.people.select_person(self._wanted)
            self._wanted = None
        self._show_caps()
        self.details.show_row(self.row)

    def _show_caps(self) -> None:
        if self.news is None:
            return
        caps = self.desk.context.eligibility.caps(self.news.year, self.news.chosen())
        own = [cap for cap in caps if cap.award == self.award.currentData()]
        self.cap.show_cap(own[0] if own else None)

    # --- wiring ---

    def _connect(self) -> None:
        acts = self.acts
        self.award.activated.connect(lambda _row: self._show_rows())
        self.people.chosen.connect(lambda: self.details.show_row(self.row))
        self.near.clicked.connect(lambda: acts.show_near(self.news, self._go_to))
        self.details.record_wanted.connect(self._open_record)
        self.details.trying.connect(lambda: acts.try_out(self.row))
        self.details.confirming.connect(lambda: acts.confirm_no_proceedings(self.people.selected()))
        self.details.nominating.connect(lambda: acts.nominate(self.people.selected()))
        self.details.overriding.connect(lambda: acts.override(self.row))
        self.details.withdrawing.connect(lambda: acts.withdraw(self.row))

    def _open_record(self, subject: Subject) -> None:
        if subject.person_id is not None:
            self.place_wanted.emit(Place("people", "person", subject.person_id))
        elif subject.group_id is not None:
            self.place_wanted.emit(Place("people", "group", subject.group_id))

    def _go_to(self, subject: Subject, award: str) -> None:
        """Show somebody before another award."""
        self.award.setCurrentIndex(max(self.award.findData(award), 0))
        self._show_rows()
        self.people.select(subject)
