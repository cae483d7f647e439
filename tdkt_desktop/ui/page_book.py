"""The pages of the window in the order of the rail, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the rail before it is made: its key, its word, its icon and how to make it."""

    key: str
    word: str
    icon: str
    make: Callable[[], Page]
    at_foot: bool = False


class PageBook:
    """Makes the pages as they are asked for, so that the start stays quick."""

    def __init__(self, entries: Sequence[PageEntry], arrived: Callable[[Page], None]) -> None:
        self.entries = tuple(entries)
        self._by_key = {entry.key: entry for entry in entries}
        self._made: dict[str, Page] = {}
        self._arrived = arrived

    def __iter__(self) -> Iterator[Page]:
        """Go through the pages that are made."""
        return iter(tuple(self._made.values()))

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a page of this key."""
        return key in self._by_key

    def __getitem__(self, key: str) -> Page:
        """Return a page, made now if it was not."""
        if key not in self._made:
            page = self._by_key[key].make()
            self._made[key] = page
            self._arrived(page)
        return self._made[key]

    def keys(self) -> list[str]:
        """Return the keys of the pages in the order of the rail."""
        return [entry.key for entry in self.entries]
