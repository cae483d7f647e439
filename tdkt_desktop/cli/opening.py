"""Opens the store that a command works on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import current_language, use_language
from tdkt_desktop.services.folders import default_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

_WAIT_SECONDS: Final = 3.0
LANGUAGE_SETTING: Final = "language"


def folder_of(options: argparse.Namespace) -> Path:
    """Return the store's folder: the option, the environment, or the user's data folder."""
    chosen: Path | None = getattr(options, "data", None)
    return chosen if chosen is not None else default_folder()


@contextmanager
def opened(options: argparse.Namespace, *, read_only: bool = False) -> Iterator[AppContext]:
    """Open the store; a command that only reads does not mind that a window has it open."""
    with _context(folder_of(options), read_only=read_only) as context:
        if not getattr(options, "lang", ""):
            use_language(context.settings.get(LANGUAGE_SETTING, current_language()))
        yield context


def _context(folder: Path, *, read_only: bool) -> AppContext:
    """Open a store; one of an earlier version is brought up to date, which needs writing.

    What opens stores is loaded here, so that a command without one need not wait for it.
    """
    from tdkt_desktop.services.context import AppContext, OlderStoreError

    try:
        return AppContext.open(folder, read_only=read_only, wait=_WAIT_SECONDS)
    except OlderStoreError:
        return AppContext.open(folder, wait=_WAIT_SECONDS)
