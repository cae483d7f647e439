"""Group review: which groups have met, and what each proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.part import AwardsPart
from tdkt_desktop.ui.pages.awards.review.review_form import ReviewForm
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.line_list import LineItem, LineList

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.review_views import ReviewFacts, ReviewView
    from tdkt_desktop.ui.desk import Desk

_LIST, _FORM = 260, 900


class ReviewPart(AwardsPart):
    """The groups at the left, the review of one at the right."""

    KEY: ClassVar[str] = "review"
    SHOWS: ClassVar[frozenset[str]] = frozenset({"group_review", "staff_group", "person", "rating"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group_id: int | None = None
        self._is_picked = False
        self._reviews: dict[int, ReviewView] = {}
        self.groups = LineList(desk.theme, _("Các tổ"), keeps_choice=True)
        self.form = ReviewForm(desk)
        self.empty = EmptyState(
            _("Tổ này chưa có biên bản bình xét của năm."), _("Lập biên bản bình xét")
        )
        self.nominate = IconButton(desk.theme, _("Đề nghị theo kết quả bình xét"), "check")
        panel = QFrame()
        panel.setProperty("panel", True)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.groups)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.empty)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(panel)
        splitter.addWidget(right)
        splitter.setSizes([_LIST, _FORM])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._connect()

    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.nominate,)

    def refresh(self) -> None:
        # What is being typed must not be lost to a change made elsewhere.
        self.form.flush()
        reviews = self.desk.context.group_reviews.reviews(self.year)
        self._reviews = {one.facts.group_id: one for one in reviews}
        groups = [one for one in self._candidates() if not one.is_person and not one.whole_school]
        self.groups.show_lines([self._line(one) for one in groups])
        ids = [one.group_id for one in groups]
        if not self._is_picked or self.group_id not in ids:
            begun = [one for one in ids if one in self._reviews]
            self.group_id = next(iter(begun or ids), None)
        self._show_group()

    def show_record(self, record: int) -> None:
        self.form.flush()
        self.group_id, self._is_picked = record, True
        self._show_group()

    def flush(self) -> None:
        self.form.flush()

    # --- what is shown ---

    def _candidates(self) -> tuple[Candidate, ...]:
        return self.desk.context.eligibility.candidates(self.year) if self.year else ()

    def _line(self, group: Candidate) -> LineItem:
        review = self._reviews.get(group.group_id or 0)
        if review is None:
            return LineItem(group.name, "not_started", left=_("chưa"), target=group.group_id)
        day = review.facts.held_on
        when = f"{day:%d/%m}" if day else _("đã lập")
        return LineItem(group.name, "done", left=when, tone="text2", target=group.group_id)

    def _show_group(self) -> None:
        self.groups.mark(self.group_id)
        review = self._reviews.get(self.group_id or 0)
        self.form.setVisible(review is not None)
        self.empty.setVisible(review is None)
        if review is not None:
            members = tuple(one for one in self._candidates() if one.group_id == self.group_id)
            self.form.show_review(review.group_name, review.facts, members)

    # --- acts ---

    def _connect(self) -> None:
        self.groups.chosen.connect(self.show_record)
        self.empty.act.connect(self._begin)
        self.form.edited.connect(self._save)
        self.form.removing.connect(self._remove)
        self.form.paper_wanted.connect(lambda: self._try(self._draft))
        self.nominate.clicked.connect(self._nominate)

    def _begin(self) -> None:
        if self.group_id is not None:
            service, group = self.desk.context.group_reviews, self.group_id
            self._try(lambda: service.add(service.blank(group, self.year)))
            self.refresh()

    def _save(self, facts: ReviewFacts) -> None:
        review = self._reviews.get(facts.group_id)
        if review is not None:
            self._try(lambda: self.desk.context.group_reviews.save(review.id, facts))

    def _remove(self) -> None:
        review = self._reviews.get(self.group_id or 0)
        if review is None:
            return
        self._try(lambda: self.desk.context.group_reviews.throw_away(review.id))
        self.desk.feedback.note(
            _("Đã xoá biên bản bình xét của {group}.").format(group=review.group_name),
            _("Hoàn tác"),
            self.desk.context.history.undo,
        )
        self.refresh()

    def _nominate(self) -> None:
        self.form.flush()
        nominations = self.desk.context.nominations
        before = len(nominations.nominations(self.year))
        self._try(lambda: nominations.add_from_reviews(self.year))
        added = len(nominations.nominations(self.year)) - before
        self.desk.feedback.note(
            _("Đã thêm {n} đề nghị.").format(n=added)
            if added
            else _("Không có ai mới để thêm vào danh sách đề nghị.")
        )

    def _draft(self) -> None:
        self.form.flush()
        if self.period is not None and self.group_id is not None:
            made, _doubts, _new = self.desk.context.papers.draft_for(
                "bien-ban-binh-xet-to", self.period, str(self.group_id), self.desk.today()
            )
            self.place_wanted.emit(Place("papers", "paper", made))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self.desk.feedback.error(error, self)
