"""Keys that a page takes before the window's own commands do."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def claims_new(event: QEvent) -> bool:
    """Claim Ctrl+N for the page that asks, and tell whether that was its chance to."""
    asks = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.New)
    if asks and event.type() is QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    return False
