"""What the status bar says about the place in a plan."""

from __future__ import annotations

from tdkt_desktop.i18n import _


def status_text(page: str, where: str, words: int) -> str:
    """Return page, place and number of words, parted by wide gaps."""
    count = _("{count} từ").format(count=f"{words:,}".replace(",", "."))
    return "     ".join(filter(None, (page, where, count)))
