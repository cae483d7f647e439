"""Chips that tell where an entry of a library comes from."""

from __future__ import annotations

from typing import Protocol

from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import LEVEL_NAMES
from tdkt_desktop.ui.widgets.chip import Chip, ChipState


class LibraryEntry(Protocol):
    """What templates and clauses have in common."""

    @property
    def own(self) -> bool:
        """Whether the school made it."""

    @property
    def edited(self) -> bool:
        """Whether the school changed a shipped one."""

    @property
    def hidden(self) -> bool:
        """Whether the school took it off the lists."""


def origin_chip(entry: LibraryEntry) -> Chip:
    """Return the chip of an entry: hidden, the school's own, changed, or as shipped."""
    if entry.hidden:
        return Chip(ChipState.NOT_YET, _("Đang ẩn"), "eye-off-outline")
    if entry.own:
        return Chip(ChipState.IN_PROGRESS, _("Của trường"), "school-outline")
    if entry.edited:
        return Chip(ChipState.DRAFT, _("Trường đã sửa"))
    return Chip(ChipState.NOT_STARTED, _("Có sẵn"), "bookshelf")


def levels_text(levels: tuple[str, ...]) -> str:
    """Return the levels that an entry suits as words; every level where none is named."""
    known = {level.value: _(name) for level, name in LEVEL_NAMES.items()}
    named = [known[level] for level in levels if level in known]
    return ", ".join(named) if 0 < len(named) < len(known) else _("Mọi cấp")
