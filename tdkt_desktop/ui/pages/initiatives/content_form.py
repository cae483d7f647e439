"""What the authors say of an initiative: title, field, authors, and the headings of its papers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.initiative_views import InitiativeForm
from tdkt_desktop.services.record_views import WORK_KIND_NAMES, WorkKind
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.pages.initiatives.author_grid import AuthorGrid
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, guard_wheel, text_label
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.initiative_views import InitiativeCard
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tables.edit_grid_model import Suggestion

_PAUSE_MS: Final = 900
_LEAST_LINES: Final = 3
_MOST_LINES: Final = 16


class PartEdit(QPlainTextEdit):
    """A text that grows with what is written, up to some lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), _LEAST_LINES), _MOST_LINES)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)


class ContentForm(QScrollArea):
    """Tells by `edited` that what is written should be stored; a pause in typing is enough."""

    edited = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self._shown: InitiativeCard | None = None
        self.title, self.notes = LinesField(2), PartEdit()
        self.year, self.field = QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        guard_wheel(self.kind)
        for kind, name in WORK_KIND_NAMES.items():
            self.kind.addItem(_(name), kind.value)
        self.applied = DateEdit(desk.today())
        self.authors = AuthorGrid(desk)
        self.parts = {part.key: PartEdit() for part in desk.context.initiatives.law.parts}
        self.missing = text_label("", "hint", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out(desk)
        self._connect()

    def _lay_out(self, desk: Desk) -> None:
        inner = QWidget()
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * 130)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(13)
        add_row(column, _("Tên sáng kiến"), self.title)
        self._applied_field = Field(_("Ngày áp dụng lần đầu, áp dụng thử"), self.applied)
        add_pair(
            column,
            (
                (Field(_("Năm"), self.year), 2),
                (Field(_("Lĩnh vực"), self.field), 3),
                (self._applied_field, 3),
                (Field(_("Loại"), self.kind), 3),
            ),
        )
        column.addWidget(self.authors)
        column.addWidget(text_label(_("Mô tả"), "section"))
        for part in desk.context.initiatives.law.parts:
            add_row(column, part.name, self.parts[part.key], part.hint)
        add_row(column, _("Ghi chú (không in)"), self.notes)
        column.addWidget(_line())
        column.addWidget(self.missing)
        column.addStretch(1)
        self.setWidget(inner)

    def _connect(self) -> None:
        texts = (self.title, self.notes, *self.parts.values())
        for text in texts:
            text.textChanged.connect(self._pause.start)
        for line in (self.year, self.field, self.applied):
            line.textEdited.connect(lambda _text: self._pause.start())
            line.editingFinished.connect(self._left)
        self.applied.textChanged.connect(
            lambda _text: self._applied_field.set_error(self.applied.fault())
        )
        self.kind.activated.connect(lambda _row: self._pause.start())
        self.authors.edited.connect(self._pause.start)
        self.authors.refused.connect(self.refused)
        self._pause.timeout.connect(self.edited)

    # --- what is shown ---

    def show_card(self, card: InitiativeCard, people: Sequence[Suggestion]) -> None:
        """Show an initiative; what is being typed into stays as it is typed."""
        same = self._shown is not None and self._shown.row.id == card.row.id
        self._shown = card
        self.authors.set_people(people)
        row = card.row
        self._put(self.title, row.title, same=same)
        self._put(self.notes, card.notes, same=same)
        for key, edit in self.parts.items():
            self._put(edit, card.parts.get(key, ""), same=same)
        for line, text in ((self.year, row.year), (self.field, row.field)):
            if not (same and line.hasFocus()) and line.text() != text:
                line.setText(text)
        if not (same and self.applied.hasFocus()):
            self.applied.set_day(row.applied_on)
        self.kind.setCurrentIndex(self.kind.findData(row.kind.value))
        if not same or not self.authors.fault():
            self.authors.show_authors(row.authors)
        self._pause.stop()
        if not same:
            self.verticalScrollBar().setValue(0)

    def tell_missing(self, sentences: Sequence[str]) -> None:
        """Say what the papers still lack."""
        if not sentences:
            self.missing.setText(_("Đã đủ các mục của đơn và bản mô tả."))
            return
        words = "\n".join(f"•  {one}" for one in sentences)
        self.missing.setText(_("Còn thiếu để lập hồ sơ:") + f"\n{words}")

    def form(self) -> InitiativeForm:
        """Return what is written; shares that make no whole yet are as they were stored."""
        kept = dict(self._shown.parts) if self._shown else {}
        written = {key: edit.toPlainText() for key, edit in self.parts.items()}
        stored = tuple(one.as_author for one in self._shown.row.authors) if self._shown else ()
        day = self._shown.row.applied_on if self._shown and self.applied.is_wrong() else None
        title = self._shown.row.title if self._shown else ""
        return InitiativeForm(
            title=clean_line(self.title.toPlainText()) or title,
            year=self.year.text(),
            kind=WorkKind(self.kind.currentData()),
            field=clean_line(self.field.text()),
            applied_on=self.applied.day() or day,
            authors=stored if self.authors.fault() else self.authors.authors(),
            parts=MappingProxyType({k: text for k, text in (kept | written).items() if text}),
            notes=self.notes.toPlainText(),
        )

    @property
    def is_waiting(self) -> bool:
        """Tell whether something is written that has not been stored."""
        return self._pause.isActive()

    def taken(self) -> None:
        """Know that what is written is being stored."""
        self._pause.stop()

    # --- inside ---

    def _left(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.edited.emit()

    @staticmethod
    def _put(edit: QPlainTextEdit, text: str, *, same: bool) -> None:
        """Show a text, never into a field that somebody types into."""
        if edit.toPlainText() != text and not (same and edit.hasFocus()):
            edit.setPlainText(text)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "h")
    return line
