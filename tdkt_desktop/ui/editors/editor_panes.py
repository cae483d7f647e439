"""Three panes side by side: outline, what is edited, printed page; fewer where there is no room."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QSplitter,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.preferences import PreferencesFile

TWO_PANES_BELOW: Final = 1010
ONE_PANE_BELOW: Final = 910
_NAME: Final = "plan-editor"
_SIZES: Final = (214, 498, 502)


class EditorPanes(QSplitter):
    """Keeps the widths that a person chose; `arranged` tells which panes are to be seen.

    Where only one pane has room, showing the printed page hides the text, and the other way.
    """

    arranged = Signal(bool, bool)

    def __init__(
        self, outline: QWidget, middle: QWidget, right: QWidget, keep: PreferencesFile
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._outline, self._middle, self._right, self._keep = outline, middle, right, keep
        self._wanted = {"outline": True, "pages": True}
        self._one_shows_pages = False
        for pane, least in ((outline, 150), (middle, 300), (right, 260)):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setStretchFactor(2, 1)
        self.setSizes(list(_SIZES))
        state = keep.current.layouts.get(_NAME, "")
        if state:
            self.restoreState(QByteArray.fromBase64(state.encode()))
        self.splitterMoved.connect(self._remember)

    def toggle_outline(self) -> None:
        """Show or hide the outline."""
        self._wanted["outline"] = not self._outline.isVisible()
        self.arrange()

    def toggle_pages(self) -> None:
        """Show or hide the printed page; where there is room for one pane, change panes."""
        if self._is_single:
            self._one_shows_pages = not self._one_shows_pages
        else:
            self._wanted["pages"] = self._right.isHidden()
        self.arrange()

    def show_right(self) -> None:
        """Make sure that the right pane can be seen."""
        if self._is_single:
            self._one_shows_pages = True
        self._wanted["pages"] = True
        self.arrange()

    def show_middle(self) -> None:
        """Make sure that what is edited can be seen."""
        self._one_shows_pages = False
        self.arrange()

    @property
    def _is_single(self) -> bool:
        return self.width() < ONE_PANE_BELOW

    def arrange(self) -> None:
        """Show as many panes as are wanted and have room."""
        single = self._is_single
        pages = self._one_shows_pages if single else self._wanted["pages"]
        room = self.width() >= TWO_PANES_BELOW or (not pages and not single)
        outline = self._wanted["outline"] and room
        self._outline.setVisible(outline)
        self._right.setVisible(pages)
        self._middle.setVisible(not (single and pages))
        self.arranged.emit(outline, pages)

    def _remember(self) -> None:
        state = base64.b64encode(self.saveState().data()).decode()
        self._keep.keep_layout(_NAME, state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()


def step_focus(panes: Iterable[QWidget | None], steps: int) -> None:
    """Go round the panes that can be seen, by the keyboard's focus."""
    seen = [pane for pane in panes if pane is not None and pane.isVisible()]
    within = [n for n, pane in enumerate(seen) if _has_focus(pane)]
    target = seen[((within[0] if within else 0) + steps) % len(seen)]
    inside = target if target.focusPolicy() else target.findChild(QAbstractScrollArea)
    (inside or target).setFocus()


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
