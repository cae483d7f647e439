"""The form of a group's review: the meeting above, what is proposed below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.review_views import METHOD_NAMES, ReviewEntry, ReviewFacts, ReviewMethod
from tdkt_desktop.ui.pages.awards.review.entry_columns import EntryColumns
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditGridModel
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.ui.desk import Desk

_PAUSE_MS: Final = 800
_MOST: Final = 999
_COLUMNS: Final = 3
_OPINION_LINES: Final = 3
_GRID_LINES: Final = 8


class ReviewForm(QFrame):
    """Tells by `edited` the review as it shall be, a moment after the typing has stopped."""

    edited = Signal(object)
    paper_wanted = Signal()
    removing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: ReviewFacts | None = None
        self._filling = False
        self.setProperty("panel", True)
        self.name = text_label("", "section")
        self.held_on = DateEdit(desk.today())
        self.starts_at, self.ends_at = QLineEdit(), QLineEdit()
        self.venue, self.chair, self.secretary = QLineEdit(), QLineEdit(), QLineEdit()
        self.method = QComboBox()
        self.members, self.present = QSpinBox(), QSpinBox()
        self.opinions = QPlainTextEdit()
        self.paper = IconButton(desk.theme, _("Biên bản"), "file-document-outline")
        self.remove = IconButton(desk.theme, _("Xoá"), "trash-can-outline")
        columns = EntryColumns(desk.context, "2000", ())
        self.model: EditGridModel[ReviewEntry] = EditGridModel(
            columns.columns(), columns.blank, _("Gõ tên để thêm dòng"), parent=self
        )
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Kết quả bình xét"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self._lay_out()
        self._connect()

    def show_review(self, name: str, facts: ReviewFacts, members: tuple[Candidate, ...]) -> None:
        """Show another review."""
        self._timer.stop()
        self._facts, self._filling = facts, True
        self.name.setText(name)
        self.held_on.set_day(facts.held_on)
        texts = (
            (self.starts_at, facts.starts_at),
            (self.ends_at, facts.ends_at),
            (self.venue, facts.venue),
            (self.chair, facts.chair),
            (self.secretary, facts.secretary),
        )
        for field, text in texts:
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self.method.setCurrentIndex(self.method.findData(facts.method))
        self.members.setValue(facts.members or 0)
        self.present.setValue(facts.present or 0)
        opinions = "\n".join(facts.opinions)
        if self.opinions.toPlainText() != opinions:
            self.opinions.setPlainText(opinions)
        columns = EntryColumns(self._desk.context, facts.year, members)
        self.model.columns = columns.columns()
        self.model.show(facts.entries)
        self._show_votes(facts.method)
        self._filling = False

    def flush(self) -> None:
        """Tell what was typed, if anything was."""
        self._timer.stop()
        facts = self._read()
        if facts is not None and facts != self._facts:
            self._facts = facts
            self.edited.emit(facts)

    def _read(self) -> ReviewFacts | None:
        if self._facts is None:
            return None
        lines = (line.strip() for line in self.opinions.toPlainText().splitlines())
        return replace(
            self._facts,
            method=ReviewMethod(self.method.currentData()),
            held_on=self.held_on.day(),
            starts_at=self.starts_at.text().strip(),
            ends_at=self.ends_at.text().strip(),
            venue=self.venue.text().strip(),
            chair=self.chair.text().strip(),
            secretary=self.secretary.text().strip(),
            members=self.members.value() or None,
            present=self.present.value() or None,
            opinions=tuple(line for line in lines if line),
        )

    def _edit_entries(self, entries: tuple[ReviewEntry, ...]) -> None:
        """Keep whole rows at once; a row without a name or words waits in the grid."""
        facts = self._read()
        if facts is None:
            return
        self._timer.stop()
        self.model.show(entries)
        whole = tuple(entry for entry in entries if entry.name and entry.code)
        self._facts = replace(facts, entries=whole)
        self.edited.emit(self._facts)

    def _show_votes(self, method: ReviewMethod) -> None:
        """Hide the columns of votes where the group simply agreed."""
        for column in (3, 4):
            self.grid.setColumnHidden(column, method is ReviewMethod.CONSENT)

    # --- arrangement ---

    def _lay_out(self) -> None:
        for method, words in METHOD_NAMES.items():
            self.method.addItem(_(words), method)
        for box in (self.members, self.present):
            box.setRange(0, _MOST)
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            box.setProperty("bare", True)
        self.opinions.setTabChangesFocus(True)
        self.opinions.setFixedHeight(self.fontMetrics().height() * _OPINION_LINES + 14)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.remove)
        head.addWidget(self.paper)
        fields = (
            Field(_("Ngày họp"), self.held_on),
            Field(_("Từ giờ"), self.starts_at),
            Field(_("Đến giờ"), self.ends_at),
            Field(_("Địa điểm"), self.venue),
            Field(_("Chủ trì"), self.chair),
            Field(_("Thư ký"), self.secretary),
            Field(_("Có mặt"), self.present),
            Field(_("Tổng số"), self.members),
            Field(_("Cách quyết định"), self.method),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, field in enumerate(fields):
            grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
        self.grid.setMinimumHeight(self.fontMetrics().height() * _GRID_LINES)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.grid, 1)
        column.addWidget(Field(_("Ý kiến (mỗi dòng một ý kiến)"), self.opinions))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        head.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 10, 1, 1)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def _connect(self) -> None:
        for field in (self.starts_at, self.ends_at, self.venue, self.chair, self.secretary):
            field.textEdited.connect(lambda _text: self._later())
        for box in (self.members, self.present):
            box.valueChanged.connect(lambda _value: self._later())
        self.held_on.date_changed.connect(lambda _day: self._later())
        self.opinions.textChanged.connect(self._later)
        self.method.activated.connect(lambda _row: self._choose_method())
        self.model.edited.connect(self._edit_entries)
        self.model.refused.connect(lambda error: self._desk.feedback.error(error, self))
        self.paper.clicked.connect(self.paper_wanted)
        self.remove.clicked.connect(self.removing)

    def _choose_method(self) -> None:
        self._show_votes(ReviewMethod(self.method.currentData()))
        self.flush()

    def _later(self) -> None:
        if not self._filling:
            self._timer.start()
