"""What one row of a staff list says, and the question about it where somebody has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_preview import NEW_PERSON, SKIP, Choice, RowOutcome
from tdkt_desktop.ui.widgets.form import text_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.services.people_preview import PreviewRow


class RowDetail(QFrame):
    """`answered` carries the row and what was decided of it."""

    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._row: PreviewRow | None = None
        self._choices: list[Choice] = []
        self.answers = QButtonGroup(self)
        self.answers.idClicked.connect(self._answer)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(12, 8, 12, 8)
        self._lines.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)
        self.setFixedHeight(self.fontMetrics().height() * 8)

    def show_row(self, row: PreviewRow | None, chosen: Choice | None) -> None:
        """Show a row, or nothing."""
        self._row = row
        self._clear()
        if row is not None:
            title = _("Dòng {number}: {name}").format(number=row.number, name=row.name or "–")
            self._lines.addWidget(text_label(title, "strong", wrap=True))
            if row.outcome is RowOutcome.DOUBTFUL:
                self._ask(row, chosen)
            for line, look in _lines_of(row):
                self._lines.addWidget(text_label(line, look, wrap=True))
        self._lines.addStretch(1)

    def _ask(self, row: PreviewRow, chosen: Choice | None) -> None:
        self._lines.addWidget(text_label(_("Dòng này là của ai?"), "label"))
        offered = [(one.label, Choice(one.id)) for one in row.candidates]
        offered += [(_("Người mới, chưa có trong danh sách"), NEW_PERSON), (_("Bỏ qua"), SKIP)]
        for number, (text, choice) in enumerate(offered):
            button = QRadioButton(text)
            self.answers.addButton(button, number)
            button.setChecked(choice == chosen)
            self._choices.append(choice)
            self._lines.addWidget(button)

    def _answer(self, number: int) -> None:
        if self._row is not None:
            self.answered.emit(self._row, self._choices[number])

    def _clear(self) -> None:
        self._choices = []
        for button in self.answers.buttons():
            self.answers.removeButton(button)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _lines_of(row: PreviewRow) -> Iterator[tuple[str, str]]:
    for problem in row.problems:
        yield f"•  {problem[:1].upper()}{problem[1:]}", "error"
    for remark in row.remarks:
        yield f"•  {remark[:1].upper()}{remark[1:]}", "warning"
    for change in row.changes:
        yield f"•  {change.title}: {change.before} → {change.after}", ""
    for year, code in row.ratings:
        yield "•  " + _("Xếp loại {year}: {code}").format(year=year, code=code), ""
