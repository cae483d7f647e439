"""Who is put forward this year: filtered by award, put in order, withdrawn, added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout

from tdkt_desktop.i18n import _
from tdkt_desktop.services.nomination_views import NominationState, NominationView
from tdkt_desktop.ui.pages.awards.vote.insets import InsetLabel
from tdkt_desktop.ui.pages.awards.vote.nominee_list import (
    AWARD,
    OUTCOME,
    NominationList,
    NominationModel,
    moved_order,
)
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.theme.theme import Theme

_WIDTHS: Final = {AWARD: 30, OUTCOME: 26}
_SHORT_WIDTHS: Final = {AWARD: 12, OUTCOME: 16}
_SHORT_LETTERS: Final = 70
_FILTER_LETTERS: Final = 8


class NomineePanel(QFrame):
    """Tells by signals what is wanted of which nominations."""

    ordered = Signal(list)
    withdrawing = Signal(list)
    restoring = Signal(list)
    removing = Signal(list)
    record_wanted = Signal(object)
    check_wanted = Signal(object)
    adding = Signal(list)
    from_reviews = Signal()
    from_registrations = Signal()
    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.round_is_open: Callable[[], bool] = lambda: False
        self.nominations: tuple[NominationView, ...] = ()
        self.award = QComboBox()
        self.award.setAccessibleName(_("Lọc theo danh hiệu, hình thức"))
        self.award.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.award.setMinimumContentsLength(_FILTER_LETTERS)
        guard_wheel(self.award)
        self.add = IconButton(theme, _("Thêm"), "plus")
        self.add.setToolTip(_("Thêm đề nghị theo bình xét tổ hoặc theo đăng ký"))
        self.add.setMenu(self._sources())
        self.model = NominationModel()
        self.list = NominationList(theme, self.model)
        self.list.setAccessibleName(_("Danh sách đề nghị"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState(
            _("Chưa có đề nghị nào. Lấy từ bình xét tổ, từ đăng ký, hoặc từ bước Điều kiện."),
            _("Theo bình xét tổ"),
            _("Theo đăng ký"),
        )
        self.told = InsetLabel("hint", 4, 6)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_nominations(self, nominations: Sequence[NominationView]) -> None:
        """Show the nominations of a year; who was chosen stays chosen."""
        chosen = {one.id for one in self.chosen()}
        self.nominations = tuple(nominations)
        self._offer_awards()
        shown = self.shown()
        self.model.show(shown)
        self._fit()
        self.list.choose([row for row, one in enumerate(shown) if one.id in chosen])
        self._stack.setCurrentWidget(self.list if self.nominations else self.empty)
        self._tell()

    def shown(self) -> list[NominationView]:
        """Return what the filter leaves, in order."""
        award = self.award.currentData()
        return [one for one in self.nominations if award in (None, one.award)]

    def chosen(self) -> list[NominationView]:
        """Return what is selected, in order."""
        rows = self.list.rows()
        return [self.model.item(row) for row in rows if row < self.model.rowCount()]

    def for_round(self) -> list[int]:
        """Return whom a new round would vote on: several selected, or all that still stand."""
        chosen = self.chosen()
        found = chosen if len(chosen) > 1 else self.shown()
        return [one.id for one in found if one.stands]

    def select(self, nomination_id: int) -> None:
        """Bring one nomination to the front."""
        self.award.setCurrentIndex(0)
        self.show_nominations(self.nominations)
        self.list.choose([n for n, one in enumerate(self.shown()) if one.id == nomination_id])

    # --- what is shown ---

    def _offer_awards(self) -> None:
        before = self.award.currentData()
        awards = {one.award: one.name for one in self.nominations}
        self.award.clear()
        self.award.addItem(_("Mọi danh hiệu, hình thức"), None)
        for code, name in awards.items():
            self.award.addItem(name, code)
        self.award.setCurrentIndex(max(self.award.findData(before), 0) if before else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width; with one award chosen its column says nothing new."""
        self.model.short = self.width() < self.fontMetrics().averageCharWidth() * _SHORT_LETTERS
        self.list.setColumnHidden(AWARD, self.award.currentData() is not None)
        letters = _SHORT_WIDTHS if self.model.short else _WIDTHS
        for column, most in letters.items():
            self.list.resizeColumnToContents(column)
            widest = self.fontMetrics().averageCharWidth() * most
            self.list.setColumnWidth(column, min(self.list.columnWidth(column), widest))

    def _tell(self) -> None:
        waiting = sum(one.stands for one in self.nominations)
        withdrawn = sum(one.state is NominationState.WITHDRAWN for one in self.nominations)
        parts = [_("{n} / {all} đề nghị chờ xét").format(n=waiting, all=len(self.nominations))]
        if withdrawn:
            parts.append(_("{n} đã rút").format(n=withdrawn))
        self.told.setText(" · ".join(parts) if self.nominations else "")

    # --- acts ---

    def _sources(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Theo kết quả bình xét tổ"), self.from_reviews.emit)
        menu.addAction(_("Theo đăng ký"), self.from_registrations.emit)
        return menu

    def _move(self, rows: list[int], before: int) -> None:
        self.ordered.emit(
            moved_order(
                [one.id for one in self.nominations], [one.id for one in self.shown()], rows, before
            )
        )

    def _menu(self, place: QPoint) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, chosen)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def fill_menu(self, menu: QMenu, chosen: Sequence[NominationView]) -> None:
        """Offer what can be done with some nominations."""
        standing = [one for one in chosen if one.stands]
        proposed = [one for one in chosen if one.state is NominationState.PROPOSED]
        gone = [one for one in chosen if one.state is NominationState.WITHDRAWN]
        add = menu.addAction(
            _("Đưa vào vòng đang mở"), lambda: self.adding.emit([one.id for one in standing])
        )
        add.setEnabled(bool(standing) and self.round_is_open())
        menu.addSeparator()
        for words, act, there in (
            (_("Chuyển lên (Alt+↑)"), lambda: self.list.move_rows(-1), True),
            (_("Chuyển xuống (Alt+↓)"), lambda: self.list.move_rows(1), True),
            (_("Rút đề nghị…"), lambda: self.withdrawing.emit(proposed), bool(proposed)),
            (_("Đề nghị lại"), lambda: self.restoring.emit(gone), bool(gone)),
            (_("Xoá đề nghị (Delete)"), lambda: self.removing.emit(list(chosen)), True),
        ):
            menu.addAction(words, act).setEnabled(there)
        menu.addSeparator()
        only = chosen[0] if len(chosen) == 1 and chosen[0].candidate else None
        for words, act in (
            (_("Mở hồ sơ"), lambda: self.record_wanted.emit(only)),
            (_("Xem điều kiện"), lambda: self.check_wanted.emit(only)),
        ):
            menu.addAction(words, act).setEnabled(only is not None)

    # --- arrangement ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(8)
        head.addWidget(text_label(_("Đề nghị"), "section"))
        head.addWidget(self.award, 1)
        head.addWidget(self.add)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(across_line())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.award.activated.connect(lambda _row: self.show_nominations(self.nominations))
        self.award.activated.connect(lambda _row: self.chosen_changed.emit())
        self.list.moved.connect(self._move)
        self.list.removing.connect(lambda _rows: self.removing.emit(self.chosen()))
        self.list.opened.connect(lambda row: self.record_wanted.emit(self.model.item(row)))
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().selectionChanged.connect(
            lambda *_parts: self.chosen_changed.emit()
        )
        self.empty.act.connect(self.from_reviews)
        self.empty.other.connect(self.from_registrations)
