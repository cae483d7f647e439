"""The tabs of a card that list records: awards by year, ratings, initiatives, times away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.known_awards import level_name
from tdkt_desktop.services.record_views import (
    DISCIPLINE_NAMES,
    LEAVE_NAMES,
    AwardKind,
    AwardView,
    DisciplineView,
    LeaveView,
    RatingView,
)
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.people.record_panel import RecordPanel
from tdkt_desktop.ui.tables.award_years import (
    AWARD_ROLE,
    COMMENDATION_COLUMN,
    AwardYearsModel,
)
from tdkt_desktop.ui.tables.award_years_view import AwardYearsView
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.record_views import History, InitiativeView, Subject
    from tdkt_desktop.ui.pages.people.record_acts import RecordActs
    from tdkt_desktop.ui.theme.theme import Theme

Span = LeaveView | DisciplineView


class AwardsTab(RecordPanel):
    """A line for each year; an empty place is where an award of that year and kind is added."""

    def __init__(self, theme: Theme, acts: RecordActs) -> None:
        self.model = AwardYearsModel()
        self.table = AwardYearsView(theme, self.model)
        empty = _("Chưa ghi danh hiệu thi đua, hình thức khen thưởng hay xếp loại năm nào.")
        super().__init__(theme, self.table, _("Khen thưởng theo năm"), empty)
        self._acts = acts
        self._subject: Subject | None = None
        self._who, self._year = "", ""
        self.add = self.add_verb(_("Thêm khen thưởng"), "plus", self._add)
        self.add_verb(_("Sửa"), "pencil-outline", self._edit, needs_one=True, quiet=True)
        self.add_verb(_("Xoá"), "trash-can-outline", self._remove, needs_one=True, quiet=True)
        self.table.opened.connect(self._open)
        self.table.removing.connect(lambda _index: self._remove())
        self.table.selectionModel().currentChanged.connect(lambda *_a: self._enable())

    def show_history(self, subject: Subject, who: str, history: History, year: str) -> None:
        """Show the records of somebody; new ones are proposed for a year."""
        award = self._award()
        kept = award.id if award is not None and subject == self._subject else None
        self._subject, self._who, self._year = subject, who, year
        self.model.show(history)
        self.show_empty(empty=not self.model.rowCount())
        place = self.model.place_of(kept) if kept is not None else None
        if place is not None:
            self.table.setCurrentIndex(self.model.index(*place))
        self._enable()

    def _award(self) -> AwardView | None:
        found: AwardView | None = self.table.currentIndex().data(AWARD_ROLE)
        return found

    def _enable(self) -> None:
        self.enable(chosen=self._award() is not None)

    def _open(self, index: QModelIndex) -> None:
        if self._award() is not None:
            self._edit()
        elif index.column():
            self._add()

    def _add(self) -> None:
        """Add to the year and the side of the table that the bar is at."""
        index = self.table.currentIndex()
        kinds = {COMMENDATION_COLUMN: AwardKind.COMMENDATION}
        kind = kinds.get(index.column(), AwardKind.TITLE)
        at_gap = index.isValid() and index.column() > 0 and self._award() is None
        year = self.model.line(index.row()).year if at_gap else self._year
        if self._subject is not None:
            self._acts.add_award(self._subject, self._who, year, kind)

    def _edit(self) -> None:
        award = self._award()
        if award is not None:
            self._acts.edit_award(award, self._who)

    def _remove(self) -> None:
        award = self._award()
        if award is not None:
            self._acts.remove(award)


def _rating_columns() -> tuple[TextColumn[RatingView], ...]:
    return (
        TextColumn(N_("Năm"), lambda one: one.year),
        TextColumn(N_("Xếp loại"), lambda one: one.code),
        TextColumn(N_("Cách gọi của năm đó"), lambda one: one.words, quiet=True),
    )


class RatingsTab(RecordPanel):
    """The yearly ratings, each in the words of its time."""

    def __init__(self, theme: Theme, acts: RecordActs) -> None:
        self.model = ColumnsModel(_rating_columns())
        self.list = ListView(theme, self.model, 2)
        super().__init__(theme, self.list, _("Xếp loại theo năm"), _("Chưa ghi xếp loại năm nào."))
        self._acts = acts
        self._subject: Subject | None = None
        self._who, self._year = "", ""
        self.add = self.add_verb(_("Ghi xếp loại"), "plus", lambda: self._rate(self._year))
        self.add_verb(_("Sửa"), "pencil-outline", self._edit, needs_one=True, quiet=True)
        self.add_verb(_("Xoá"), "trash-can-outline", self._remove, needs_one=True, quiet=True)
        self.list.opened.connect(lambda _row: self._edit())
        self.list.removing.connect(lambda _rows: self._remove())
        self.list.selectionModel().selectionChanged.connect(lambda *_a: self._enable())

    def show_history(self, subject: Subject, who: str, history: History, year: str) -> None:
        """Show the ratings of somebody."""
        self._subject, self._who, self._year = subject, who, year
        self.model.show(history.ratings)
        self.list.fit_columns()
        self.show_empty(empty=not history.ratings)
        self._enable()

    def _enable(self) -> None:
        self.enable(chosen=bool(self.list.rows()))

    def _rate(self, year: str, code: str = "") -> None:
        if self._subject is not None:
            self._acts.rate(self._subject, self._who, year, code)

    def _edit(self) -> None:
        for row in self.list.rows()[:1]:
            rating = self.model.item(row)
            self._rate(rating.year, rating.code)

    def _remove(self) -> None:
        for row in self.list.rows()[:1]:
            self._acts.remove(self.model.item(row))


def _initiative_columns() -> tuple[TextColumn[InitiativeView], ...]:
    return (
        TextColumn(N_("Năm"), lambda one: one.data.year),
        TextColumn(N_("Tên sáng kiến"), lambda one: one.data.title),
        TextColumn(N_("Công nhận"), lambda one: level_name(one.data.recognised), quiet=True),
    )


class InitiativesTab(RecordPanel):
    """The initiatives that somebody has a part in; they are written on their own page."""

    place_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self.model = ColumnsModel(_initiative_columns())
        self.list = ListView(theme, self.model, 1)
        super().__init__(theme, self.list, _("Sáng kiến"), _("Chưa có sáng kiến nào đứng tên."))
        self.add_verb(_("Mở trang Sáng kiến"), "lightbulb-on-outline", self._go)
        self.list.opened.connect(self._open)

    def show_history(self, history: History) -> None:
        """Show the initiatives of somebody."""
        self.model.show(history.initiatives)
        self.list.fit_columns()
        self.show_empty(empty=not history.initiatives)

    def _go(self) -> None:
        rows = self.list.rows()
        if rows:
            self._open(rows[0])
        else:
            self.place_wanted.emit(Place("initiatives"))

    def _open(self, row: int) -> None:
        self.place_wanted.emit(Place("initiatives", "initiative", self.model.item(row).id))


def _day(day: date | None) -> str:
    return short_date(day, padded=True) if day else ""


def _span_name(span: Span) -> str:
    if isinstance(span, LeaveView):
        return _(LEAVE_NAMES[span.data.kind])
    return _("Kỷ luật: {name}").format(name=_(DISCIPLINE_NAMES[span.data.kind]).lower())


def _span_columns() -> tuple[TextColumn[Span], ...]:
    return (
        TextColumn(N_("Loại"), _span_name),
        TextColumn(N_("Từ"), lambda one: _day(one.data.starts_on), right=True),
        TextColumn(N_("Đến"), lambda one: _day(one.data.ends_on), right=True),
        TextColumn(N_("Ghi chú"), lambda one: one.data.note, quiet=True),
    )


class SpansTab(RecordPanel):
    """Times away from work and measures of discipline."""

    def __init__(self, theme: Theme, acts: RecordActs) -> None:
        self.model: ColumnsModel[Span] = ColumnsModel(_span_columns())
        self.list = ListView(theme, self.model, 3)
        empty = _("Không có thời gian nghỉ dài ngày và không có kỷ luật nào được ghi.")
        super().__init__(theme, self.list, _("Thời gian nghỉ và kỷ luật"), empty)
        self._acts = acts
        self._person_id, self._who = 0, ""
        self.add = self.add_verb(
            _("Thêm thời gian nghỉ"), "plus", lambda: acts.add_leave(self._person_id, self._who)
        )
        self.punish = self.add_verb(
            _("Thêm kỷ luật"), "plus", lambda: acts.add_discipline(self._person_id, self._who)
        )
        self.add_verb(_("Sửa"), "pencil-outline", self._edit, needs_one=True, quiet=True)
        self.add_verb(_("Xoá"), "trash-can-outline", self._remove, needs_one=True, quiet=True)
        self.list.opened.connect(lambda _row: self._edit())
        self.list.removing.connect(lambda _rows: self._remove())
        self.list.selectionModel().selectionChanged.connect(lambda *_a: self._enable())

    def show_history(self, person_id: int, who: str, history: History) -> None:
        """Show the times away of somebody, the newest first."""
        self._person_id, self._who = person_id, who
        spans: list[Span] = [*history.leaves, *history.disciplines]
        self.model.show(sorted(spans, key=lambda one: one.data.starts_on, reverse=True))
        self.list.fit_columns()
        self.show_empty(empty=not spans)
        self._enable()

    def _enable(self) -> None:
        self.enable(chosen=bool(self.list.rows()))

    def _edit(self) -> None:
        for row in self.list.rows()[:1]:
            self._acts.edit_span(self.model.item(row), self._who)

    def _remove(self) -> None:
        for row in self.list.rows()[:1]:
            self._acts.remove(self.model.item(row))
