"""The meetings of a council: the list, the chosen one, and its documents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
)

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.councils.meeting_form import MeetingForm
from tdkt_desktop.ui.tables.columns_model import ColumnsModel, TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.empty_state import EmptyState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.front_stack import FrontStack
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QResizeEvent

    from tdkt_desktop.services.council_views import CouncilView, MeetingFacts, MeetingView
    from tdkt_desktop.services.paper_views import PaperKind
    from tdkt_desktop.ui.desk import Desk

_ICONS: Final = {
    "giay-moi-hop": "email-outline",
    "bien-ban-hop": "file-document-outline",
    "tb-ket-luan-hop": "bullhorn-outline",
}
_GAP: Final = 8
_SIDE: Final = 12
_LIST_SHARE, _FORM_SHARE = 360, 640
_LEAST: Final = QSize(200, 120)


class MeetingsPane(QSplitter):
    """Tells which meetings are to be removed and which document of the chosen one is wanted."""

    added = Signal()
    removing = Signal(list)
    paper_asked = Signal(str, int)

    def __init__(self, desk: Desk, store: Callable[[int, MeetingFacts], object]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = desk.theme
        self._council: CouncilView | None = None
        self.model: ColumnsModel[MeetingView] = ColumnsModel(_columns())
        self.list = ListView(desk.theme, self.model, 1)
        self.list.setAccessibleName(_("Cuộc họp của Hội đồng"))
        self.list.setProperty("frameless", True)
        self.form = MeetingForm(desk.today, store)
        self.empty = EmptyState(
            _("Chưa có cuộc họp nào. Ghi cuộc họp để lập giấy mời, biên bản, thông báo kết luận."),
            _("Thêm cuộc họp"),
        )
        self._paper_row = QHBoxLayout()
        self._quick: list[IconButton] = []
        self._kind_actions: list[QAction] = []
        self.more = QToolButton()
        self._right = FrontStack()
        self._right.addWidget(self._form_panel())
        self._right.addWidget(self.empty)
        left = self._list_panel(desk)
        left.setMinimumSize(_LEAST)
        self.addWidget(left)
        self.addWidget(self._right)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setSizes([_LIST_SHARE, _FORM_SHARE])
        self.setHandleWidth(12)
        self.setProperty("gap", True)
        self.setChildrenCollapsible(False)
        self.empty.act.connect(self.added)
        self.list.selectionModel().selectionChanged.connect(lambda *_a: self._show_chosen())
        self.list.removing.connect(lambda _rows: self._remove())
        self.list.opened.connect(lambda _row: self.form.subject.setFocus())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._context_menu)

    def _list_panel(self, desk: Desk) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        head = QHBoxLayout()
        head.setContentsMargins(14, 5, 6, 5)
        head.addWidget(text_label(_("Cuộc họp"), "section"), 1)
        for icon, words, act in (
            ("plus", _("Thêm cuộc họp"), self.added.emit),
            ("trash-can-outline", _("Xoá cuộc họp (Delete)"), self._remove),
        ):
            head.addWidget(tool_button(desk.theme, icon, words, act))
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        return panel

    def _form_panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.form, 1)
        foot = QFrame()
        foot.setProperty("bar", "foot")
        row = self._paper_row
        foot.setLayout(row)
        row.setContentsMargins(_SIDE, 8, _SIDE, 8)
        row.setSpacing(_GAP)
        layout.addWidget(foot)
        return panel

    # --- what is shown ---

    def offer(self, kinds: Sequence[PaperKind]) -> None:
        """Offer the documents that a meeting can have: the usual ones as buttons, all in a menu."""
        menu = QMenu(self.more)
        for kind in kinds:
            ask = partial(self._ask, kind.key)
            menu.addAction(kind.name, ask)
            if kind.key in _ICONS:
                button = IconButton(self._theme, kind.name, _ICONS[kind.key])
                button.setToolTip(kind.description)
                button.clicked.connect(lambda _on=False, act=ask: act())
                self._quick.append(button)
                self._paper_row.addWidget(button)
        self._kind_actions = menu.actions()
        self.more.setMenu(menu)
        self.more.setProperty("kind", "menu")
        self.more.setText(_("Văn bản của cuộc họp") + " ▾")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._paper_row.addWidget(self.more)
        self._paper_row.addStretch(1)

    def show_meetings(self, council: CouncilView, meetings: Sequence[MeetingView]) -> None:
        """Show the meetings of a council; the chosen one stays chosen."""
        chosen = self.current
        other = self._council is None or self._council.id != council.id
        self._council = council
        # A new reading of the list must not look like another choice, which would store the form.
        self.list.selectionModel().blockSignals(True)
        self.model.show(meetings)
        self.list.selectionModel().blockSignals(False)
        ids = [one.id for one in meetings]
        at = ids.index(chosen) if chosen in ids else len(ids) - 1
        if at >= 0:
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(
                self.model.index(at, 0), flags.ClearAndSelect | flags.Rows
            )
        self._right.setCurrentIndex(0 if meetings else 1)
        if other:
            self.list.fit_columns()
        self._show_chosen()

    @property
    def current(self) -> int | None:
        """The meeting on the form."""
        return self.form.meeting.id if self.form.meeting else None

    def select(self, meeting_id: int, *, naming: bool = False) -> None:
        """Go to a meeting; with `naming` its name is there to be typed over."""
        for row in range(self.model.rowCount()):
            if self.model.item(row).id == meeting_id:
                self.list.selectRow(row)
        if naming:
            self.form.subject.setFocus()
            self.form.subject.selectAll()

    def _show_chosen(self) -> None:
        rows = self.list.rows()
        if self._council is None or not rows:
            if not self.model.rowCount():
                self.form.forget()
            return
        meeting = self.model.item(rows[0])
        if self.form.meeting is not None and self.form.meeting.id != meeting.id:
            self.form.flush()
        self.form.show_meeting(meeting, self._council)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = sum(button.sizeHint().width() + _GAP for button in (*self._quick, self.more))
        roomy = self.width() > _LEAST.width() + self.handleWidth() + row + 2 * _SIDE
        for button in self._quick:
            button.setVisible(roomy)

    # --- acts ---

    def _context_menu(self, place: QPoint) -> None:
        """Offer the documents of the chosen meeting, and its removal."""
        if not self.list.rows():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self.list.rows()) == 1:
            menu.addActions(self._kind_actions)
            menu.addSeparator()
        menu.addAction(_("Xoá cuộc họp"), self._remove)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _remove(self) -> None:
        ids = [self.model.item(row).id for row in self.list.rows()]
        if ids:
            self.removing.emit(ids)

    def _ask(self, kind: str) -> None:
        self.form.flush()
        if self.current is not None:
            self.paper_asked.emit(kind, self.current)


def _columns() -> tuple[TextColumn[MeetingView], ...]:
    return (
        TextColumn(N_("Ngày"), _day, lambda one: str(one.facts.held_on or ""), right=True),
        TextColumn(N_("Cuộc họp"), lambda one: one.facts.subject),
    )


def _day(meeting: MeetingView) -> str:
    return f"{meeting.facts.held_on:%d/%m/%Y}" if meeting.facts.held_on else ""
