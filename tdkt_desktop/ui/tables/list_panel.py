"""The frame around a list: the rows, and under them a line of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.tables.list_view import ListView


def list_panel(view: ListView, count: QWidget, facts: QWidget | None = None) -> QFrame:
    """Return the frame of a list, with its count on the left and facts, if any, on the right."""
    panel = QFrame()
    panel.setProperty("panel", True)
    view.setProperty("frameless", True)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.setSpacing(0)
    layout.addWidget(view, 1)
    foot = QHBoxLayout()
    foot.setContentsMargins(12, 6, 12, 6)
    foot.addWidget(count)
    if facts is not None:
        foot.addStretch(1)
        foot.addWidget(facts)
    layout.addLayout(foot)
    return panel
