"""A section that is a list: a filter above, acts beside it, and what can be taken back told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.pages.settings.section import Section
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tables.state_columns import StateColumnsModel

Item = TypeVar("Item")
_COLUMN_LETTERS: Final = 30


class ListSection(Section, Generic[Item]):
    """The frame of the lists of templates, clauses and legal documents."""

    FILLS = True

    def __init__(self, desk: Desk, model: StateColumnsModel[Item], stretched: int) -> None:
        super().__init__(desk)
        self.model = model
        self.view = ListView(desk.theme, model, stretched)
        self.view.setSelectionMode(ListView.SelectionMode.SingleSelection)
        self.view.opened.connect(lambda _row: self.edit())
        self.view.selectionModel().selectionChanged.connect(lambda *_parts: self.enable())
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.with_hidden = QCheckBox(_("Hiện cả mục đã ẩn"))
        self.with_hidden.toggled.connect(lambda _on: self.refresh())
        self.count = text_label("", "hint")
        self.acts = FlowLayout()
        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)

    def lay_out(self) -> None:
        """Put the parts in their places, once a section has added its own."""
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        self.filters.insertWidget(0, self.filter, 1)
        self.filters.addWidget(self.with_hidden)
        self.column.addLayout(self.filters)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.count)
        self.column.addLayout(self.acts)
        self.place("filter", self.filter)

    def button(self, text: str, act: Callable[[], object], icon: str = "") -> IconButton:
        """Add an act below the list."""
        button = IconButton(self.desk.theme, text, icon)
        button.clicked.connect(lambda _checked=False: self.attempt(act))
        self.acts.addWidget(button)
        return button

    def chosen(self) -> Item | None:
        """Return what is chosen in the list, None where nothing is."""
        rows = self.view.rows()
        return self.model.item(rows[0]) if rows else None

    def show_items(self, items: Sequence[Item], total: int) -> None:
        """Show what the filter leaves; the same row stays chosen as far as it can."""
        rows = self.view.rows()
        self.model.show(items)
        self._fit_columns()
        if items:
            self.view.selectRow(min(rows[0] if rows else 0, len(items) - 1))
        told = _("Hiện {n} / {all}") if items else _("Không có mục nào như vậy.")
        self.count.setText(told.format(n=len(items), all=total))
        self.enable()

    def _fit_columns(self) -> None:
        """Fit the columns to what they show, none of them wider than a few words."""
        self.view.fit_columns()
        widest = self.fontMetrics().averageCharWidth() * _COLUMN_LETTERS
        for column in range(self.model.columnCount()):
            if self.view.columnWidth(column) > widest:
                self.view.setColumnWidth(column, widest)

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something; what hinders is told."""
        try:
            act()
        except UserError as error:
            self.desk.feedback.error(error, self)

    def told(self, change: Change, text: str) -> None:
        """Say what was done, with the way back."""
        self.refresh()
        self.desk.feedback.note(
            text, _("Hoàn tác"), lambda: self.attempt(lambda: self._take_back(change))
        )

    def _take_back(self, change: Change) -> None:
        self.desk.context.history.take_back(change)
        self.refresh()

    def edit(self) -> None:
        """Open what is chosen."""

    def enable(self) -> None:
        """Let only those acts be done that can be."""
