"""What the wizard knows of the school so far: what was said, and what follows from it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from tdkt_desktop.services.school_profile import SchoolProfile
from tdkt_desktop.services.school_proposals import parent_lines, propose, tidy_body, tidy_person
from tdkt_desktop.vietnamese.text import clean_line


class SchoolDraft(QObject):
    """A profile under way; fields that nobody has written follow the others."""

    changed = Signal()

    def __init__(self, stored: SchoolProfile) -> None:
        super().__init__()
        blank = SchoolProfile()
        names = (field.name for field in fields(SchoolProfile))
        self._own = {name for name in names if getattr(stored, name) != getattr(blank, name)}
        self._said = stored

    @property
    def profile(self) -> SchoolProfile:
        """The school as it would be stored now."""
        return propose(self._tidied(), frozenset(self._own))

    def value(self, name: str) -> Any:
        """Return what a field should show: as typed, or as proposed."""
        return getattr(self._said if name in self._own else self.profile, name)

    def is_own(self, name: str) -> bool:
        """Tell whether somebody wrote a field."""
        return name in self._own

    def say(self, name: str, value: Any) -> None:
        """Take what somebody wrote; a field that was emptied follows the others again."""
        if type(value) is str:  # a choice is a text as well, and stays the choice it is
            value = clean_line(value)
        if value == self.value(name):
            return
        self._said = replace(self._said, **{name: value})
        if value == "" or value == ():
            self._own.discard(name)
        else:
            self._own.add(name)
        self.changed.emit()

    def _tidied(self) -> SchoolProfile:
        """Return what was said as it will be stored."""
        said = self._said
        return replace(
            said,
            official_name=tidy_body(said.official_name),
            parent_body=parent_lines(said.parent_body),
            principal=tidy_person(said.principal),
            deputy=tidy_person(said.deputy),
        )
