"""Binds controls to fields of the school's profile: each is stored when it is left."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_proposals import parent_lines, propose, tidy_body, tidy_person
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

    from tdkt_desktop.services.school_profile import SchoolProfile
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.settings.rows import Row
    from tdkt_desktop.ui.widgets.lines_edit import LinesEdit
    from tdkt_desktop.ui.widgets.segments import Segments

_TIDY: Final[dict[str, Callable[[Any], Any]]] = {
    "official_name": tidy_body,
    "parent_body": parent_lines,
    "principal": tidy_person,
    "deputy": tidy_person,
}
_LEADING: Final = frozenset({"official_name", "parent_body"})


class ProfileForm(QObject):
    """Reads the profile into controls and stores each value that changes.

    A value that is refused stays in its field, explained there, and is not stored. After the name
    or the parent body has changed, fields that are still empty are filled with proposals.
    """

    stored = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, Row] = {}
        self._show: dict[str, Callable[[Any], None]] = {}
        self._settle: dict[str, Callable[[], object]] = {}
        self._refused: set[str] = set()
        self.profile = desk.context.school.profile()

    # --- binding ---

    def bind_line(self, name: str, row: Row, line: QLineEdit) -> None:
        """Bind a line of text."""
        self._bind(name, row, lambda value: _write(line, value))
        self._settle[name] = lambda: self.keep(name, _taken(line))
        line.editingFinished.connect(self._settle[name])

    def bind_number(self, name: str, row: Row, line: QLineEdit) -> None:
        """Bind a line that holds a number, written with a decimal comma."""
        self._bind(name, row, lambda value: _write(line, f"{value:g}".replace(".", ",")))
        self._settle[name] = lambda: self._keep_number(name, _taken(line))
        line.editingFinished.connect(self._settle[name])

    def bind_lines(self, name: str, row: Row, lines: LinesEdit) -> None:
        """Bind a field of several lines."""
        self._bind(name, row, lambda value: _write_lines(lines, value))
        self._settle[name] = lambda: self.keep(name, lines.take())
        lines.finished.connect(self._settle[name])

    def bind_segments(self, name: str, row: Row, segments: Segments) -> None:
        """Bind a choice of which all are to be seen."""
        self._bind(name, row, segments.set_value)
        kind = type(getattr(self.profile, name))
        segments.chosen.connect(lambda value: self.keep(name, kind(value)))

    def bind_combo(self, name: str, row: Row, combo: QComboBox, values: Sequence[Any]) -> None:
        """Bind a list of choices, whose values stand in the order of its items."""
        self._bind(name, row, lambda value: combo.setCurrentIndex(values.index(value)))
        combo.activated.connect(lambda number: self.keep(name, values[number]))

    def bind_check(self, name: str, row: Row, box: QCheckBox) -> None:
        """Bind a yes or no."""
        self._bind(name, row, box.setChecked)
        box.clicked.connect(lambda on: self.keep(name, on))

    def _bind(self, name: str, row: Row, show: Callable[[Any], None]) -> None:
        self._rows[name], self._show[name] = row, show

    # --- reading and storing ---

    def load(self) -> None:
        """Show what is stored; what is being typed and a refused value stay."""
        self.profile = self._stored()
        for name, show in self._show.items():
            if name not in self._refused:
                show(getattr(self.profile, name))

    def _stored(self) -> SchoolProfile:
        return self._desk.context.school.profile()

    def flush(self) -> None:
        """Store what is still in a field."""
        for settle in self._settle.values():
            settle()

    def keep(self, name: str, value: Any) -> bool:
        """Store one value; False where it was refused.

        Only what differs from what was shown is stored, over whatever else has changed meanwhile.
        """
        tidy = _tidied(name, value)
        if tidy == getattr(self.profile, name):
            return self._accept(name)
        changed = replace(self._stored(), **{name: tidy})
        return self._keep(_completed(changed) if name in _LEADING else changed, name)

    def keep_all(self, values: Mapping[str, Any]) -> bool:
        """Store several values in one act, whatever stands in their fields."""
        self._refused -= set(values)
        for name in values:
            self._rows[name].set_error("")
        return self._keep(replace(self._stored(), **values), next(iter(values)))

    def _keep_number(self, name: str, text: str) -> bool:
        try:
            return self.keep(name, float(text.strip().removesuffix("mm").replace(",", ".")))
        except ValueError:
            return self._refuse(name, _("Xin ghi một số, ví dụ 20 hoặc 22,5."))

    def _keep(self, changed: SchoolProfile, name: str) -> bool:
        try:
            self._desk.context.school.save(changed)
        except UserError as error:
            return self._refuse(name, str(error))
        self._accept(name)
        self.stored.emit(self.profile)
        return True

    def _accept(self, name: str) -> bool:
        self._refused.discard(name)
        self._rows[name].set_error("")
        self.load()
        return True

    def _refuse(self, name: str, reason: str) -> bool:
        self._refused.add(name)
        self._rows[name].set_error(reason)
        return False


def _tidied(name: str, value: Any) -> Any:
    if name in _TIDY:
        return _TIDY[name](value)
    if type(value) is str:  # a choice is a text as well, and stays the choice it is
        return clean_line(value)
    if isinstance(value, tuple):
        return tuple(filter(None, map(clean_line, value)))
    return value


def _completed(profile: SchoolProfile) -> SchoolProfile:
    """Fill what is empty with what follows from the rest; the level is never changed here."""
    filled = {field.name for field in fields(profile) if getattr(profile, field.name)}
    return propose(profile, frozenset(filled | {"level"}))


def _taken(line: QLineEdit) -> str:
    """Return what is to be stored of a line, which then may show what became of it."""
    line.setModified(False)
    return line.text()


def _write(line: QLineEdit, value: str) -> None:
    # Typed and not stored yet, as when another window came to the front: nothing may replace it.
    if not line.hasFocus() and not line.isModified() and line.text() != value:
        line.setText(value)
        line.setCursorPosition(0)


def _write_lines(lines: LinesEdit, values: Sequence[str]) -> None:
    if not lines.is_modified():
        lines.set_lines(values)
