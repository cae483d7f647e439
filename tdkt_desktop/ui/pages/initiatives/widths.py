"""Widths of columns to begin with: what the content asks for, but no more than has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tdkt_desktop.ui.tables.list_view import ListView


def fit_widths(view: ListView, most: Mapping[int, int]) -> None:
    """Fit all columns to their content, some of them to so many letters at most.

    The first column takes what is left, as long as the others leave something.
    """
    view.fit_columns()
    letter = view.fontMetrics().averageCharWidth()
    for column, letters in most.items():
        view.setColumnWidth(column, min(view.columnWidth(column), letter * letters))
    # Fitting has given the first column a width of its own; only a new mode takes that back.
    view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
