"""The page of awards: its steps side by side, one of them in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.page import Page, Place
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.services.period import PlanPeriod

_LAYOUT: Final = "awards-part"
_YEAR_FROM: Final = 58
"""From this many text heights on, the head has room for the year."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A part before it is made."""

    key: str
    word: str
    make: Callable[[Desk], AwardsPart]


def _registration(desk: Desk) -> AwardsPart:
    from tdkt_desktop.ui.pages.awards.registration.part import RegistrationPart

    return RegistrationPart(desk)


def _review(desk: Desk) -> AwardsPart:
    from tdkt_desktop.ui.pages.awards.review.part import ReviewPart

    return ReviewPart(desk)


def _check(desk: Desk) -> AwardsPart:
    from tdkt_desktop.ui.pages.awards.check.part import CheckPart

    return CheckPart(desk)


def _vote(desk: Desk) -> AwardsPart:
    from tdkt_desktop.ui.pages.awards.vote.part import VotePart

    return VotePart(desk)


def _dossier(desk: Desk) -> AwardsPart:
    from tdkt_desktop.ui.pages.awards.dossier.part import DossierPart

    return DossierPart(desk)


_ENTRIES: Final = (
    _Entry("registration", N_("Đăng ký"), _registration),
    _Entry("review", N_("Bình xét tổ"), _review),
    _Entry("check", N_("Điều kiện"), _check),
    _Entry("vote", N_("Họp xét"), _vote),
    _Entry("dossier", N_("Hồ sơ"), _dossier),
)


class AwardsPage(Page):
    """Follows the year from registration to decision; each step is made when it is first shown."""

    KEY: ClassVar[str] = "awards"
    ICON: ClassVar[str] = "medal-outline"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self._parts: dict[str, AwardsPart] = {}
        self._stale: set[str] = set()
        choices = [Segment(entry.key, _(entry.word)) for entry in _ENTRIES]
        self.segments = Segments(_("Các bước thi đua"), choices, desk.theme)
        self._period_words = text_label("", "hint")
        self._head = FlowLayout()
        self._stack = FrontStack()
        self._body = QWidget()
        self.empty = EmptyState(
            _("Chưa có ai để đăng ký thi đua. Trước hết cần danh sách nhân sự của trường."),
            _("Nhập danh sách từ Excel"),
            _("Mở Nhân sự"),
        )
        self.empty.hide()
        self._lay_out()
        self.segments.chosen.connect(self.show_part)

    def title(self) -> str:
        return _("Thi đua")

    def show_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self._mark_stale()

    def entered(self) -> None:
        self._show_if_anybody()
        kept = self._desk.preferences.current.layouts.get(_LAYOUT, "")
        known = [entry.key for entry in _ENTRIES]
        self.show_part(self.part_key or (kept if kept in known else known[0]))

    def show_place(self, place: Place) -> None:
        if place.part:
            self.show_part(place.part)
            if place.record is not None:
                self._parts[place.part].show_record(place.record)

    def show_part(self, key: str) -> None:
        """Bring a step to the front, with the year that is chosen."""
        before = self.part
        part = self._parts.get(key) or self._made(key)
        if before is not None and before is not part:
            before.flush()
            _show_all(before.head_widgets(), shown=False)
        self._stack.setCurrentWidget(part)
        _show_all(part.head_widgets(), shown=True)
        self.segments.set_value(key)
        if key in self._stale:
            self._stale.discard(key)
            part.show_period(self._period())
        self._desk.preferences.keep_layout(_LAYOUT, key)

    @property
    def part(self) -> AwardsPart | None:
        """The step in front; None before the page was shown."""
        return self._parts.get(self.part_key)

    @staticmethod
    def part_keys() -> list[str]:
        """Return the keys of the steps in order."""
        return [entry.key for entry in _ENTRIES]

    @property
    def part_key(self) -> str:
        """The key of the step in front; empty before the page was shown."""
        current = self._stack.currentWidget()
        return next((key for key, part in self._parts.items() if part is current), "")

    def refresh(self) -> None:
        self._show_if_anybody()
        self._mark_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() > self.fontMetrics().height() * _YEAR_FROM
        self._period_words.setVisible(roomy)

    def _show_if_anybody(self) -> None:
        """Lead to the list of people as long as there is nobody to be registered."""
        there = bool(self._desk.context.people.rows())
        self._body.setVisible(there)
        self.empty.setVisible(not there)

    def on_changed(self, touched: AbstractSet[str]) -> None:
        if "person" in touched:
            self._show_if_anybody()
        for key, part in self._parts.items():
            if touched & part.SHOWS:
                self._stale.add(key)
        self._freshen()

    def flush(self) -> None:
        if self.part is not None:
            self.part.flush()

    def _mark_stale(self) -> None:
        self._stale.update(self._parts)
        self._freshen()

    def _freshen(self) -> None:
        """Read the step in front anew if it is seen; the others when they come to the front."""
        words = self._period().name
        self._period_words.setText(words[:1].upper() + words[1:])
        self.segments.setToolTip(self._period_words.text())
        part = self.part
        if part is not None and self.isVisible() and part.KEY in self._stale:
            self._stale.discard(part.KEY)
            part.show_period(self._period())

    def _made(self, key: str) -> AwardsPart:
        part = next(entry for entry in _ENTRIES if entry.key == key).make(self._desk)
        part.place_wanted.connect(self._go)
        self._parts[key] = part
        self._stale.add(key)
        self._stack.addWidget(part)
        for widget in part.head_widgets():
            self._head.add_at_right(widget)
        return part

    def _go(self, place: Place) -> None:
        if place.page == self.KEY:
            self.show_place(place)
        else:
            self.place_wanted.emit(place)

    def _period(self) -> PlanPeriod:
        years = self._desk.context.years
        if self._year is None:
            return years.current(self._desk.today())
        return years.period(self._year)

    def _lay_out(self) -> None:
        self._head.addWidget(text_label(self.title(), "title"))
        self._head.addWidget(self.segments)
        self._head.addWidget(self._period_words)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(self._head)
        inner.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.empty, 1)
        self.empty.act.connect(lambda: self.place_wanted.emit(Place("people", "import")))
        self.empty.other.connect(lambda: self.place_wanted.emit(Place("people")))


def _show_all(widgets: tuple[QWidget, ...], *, shown: bool) -> None:
    for widget in widgets:
        widget.setVisible(shown)
