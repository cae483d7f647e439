"""The proof-reader under the printed page: a bar with counts, and the findings when it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _, ngettext
from tdkt_desktop.services.proofreading import Severity
from tdkt_desktop.ui.editors.finding_buttons import FindingButtons
from tdkt_desktop.ui.editors.findings_list import FindingsList
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = QSize(18, 18)


class FindingsPanel(QWidget):
    """Lists the findings and tells what a person wants done about the current one.

    `dismissed` carries whether it is for good; `opened` whether the list is wanted.
    """

    chosen = Signal()
    looked_at = Signal()
    repair_asked = Signal()
    dismissed = Signal(bool)
    reason_asked = Signal()
    opened = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._locked = self._wanted = False
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = FindingButtons(theme)
        self.list = FindingsList(theme, self.buttons)
        self._icon = QLabel()
        self._counts = ElidedLabel("", "label")
        self._hint = QLabel(_("F8: chỗ kế tiếp"))
        self._hint.setProperty("look", "hint")
        self._fold = tool_button(theme, "chevron-up", _("Mở danh sách soát lỗi"), self.toggle)
        self.head = self._head()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.list.looked_at.connect(self._looked_at)
        self.buttons.repair_asked.connect(self.repair_asked)
        self.buttons.dismissed.connect(self.dismissed)
        self.buttons.reason_asked.connect(self.reason_asked)
        self.list.dropped.connect(lambda: self.dismissed.emit(False))
        theme.changed.connect(self._recolour)
        self._recolour()
        self._arrange()

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("bar", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(8)
        name = QLabel(_("Soát lỗi"))
        name.setProperty("look", "strong")
        row.addWidget(self._icon)
        row.addWidget(name)
        row.addWidget(self._counts, 1)
        row.addWidget(self._hint)
        row.addWidget(self._fold)
        return head

    # --- what is shown ---

    def show_findings(self, findings: Sequence[Finding], *, locked: bool) -> None:
        """Show other findings; about those of a locked plan nothing can be done."""
        self._locked = locked
        self.list.show_findings(findings)
        words = count_words(findings)
        self._counts.setText(words)
        self._counts.setToolTip(words)
        self.setAccessibleName(f"{_('Soát lỗi')}: {words}")
        self._arrange()

    def _looked_at(self) -> None:
        finding = self.list.current
        if finding is not None:
            self.buttons.show_finding(finding, locked=self._locked)
        self.looked_at.emit()

    @property
    def counts(self) -> str:
        """What the bar says."""
        return self._counts.text()

    @property
    def is_open(self) -> bool:
        """Tell whether the list is to be seen; never while there is nothing in it."""
        return self._wanted and self.list.findings.rowCount() > 0

    def toggle(self) -> None:
        """Open or shut the list."""
        self.open(on=not self._wanted)

    def open(self, *, on: bool) -> None:
        """Show the list from now on, or only the bar."""
        if on != self._wanted:
            self._wanted = on
            self._arrange()
            self.opened.emit(on)

    def _arrange(self) -> None:
        some = self.list.findings.rowCount() > 0
        self.list.setVisible(self.is_open)
        self._hint.setVisible(some)
        self._fold.setVisible(some)
        words = _("Thu danh sách soát lỗi") if self._wanted else _("Mở danh sách soát lỗi")
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self._recolour()
        bar = self.head.sizeHint().height()
        self.setMinimumHeight(bar * 3 if self.is_open else bar)
        self.setMaximumHeight(16_777_215 if self.is_open else bar)

    def _recolour(self) -> None:
        self._icon.setPixmap(self._theme.icon("spellcheck").pixmap(_ICON))
        self._fold.setIcon(self._theme.icon("chevron-down" if self._wanted else "chevron-up"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or shut at a click on the bar."""
        if self.list.findings.rowCount():
            self.toggle()
        super().mousePressEvent(event)


def count_words(findings: Sequence[Finding]) -> str:
    """Return "1 lỗi · 2 cảnh báo", or that nothing was seen."""
    names = {
        Severity.ERROR: lambda n: ngettext("{count} lỗi", "{count} lỗi", n),
        Severity.WARNING: lambda n: ngettext("{count} cảnh báo", "{count} cảnh báo", n),
        Severity.NOTE: lambda n: ngettext("{count} gợi ý", "{count} gợi ý", n),
    }
    counts = {one: sum(found.severity is one for found in findings) for one in Severity}
    words = [names[one](count).format(count=count) for one, count in counts.items() if count]
    return " · ".join(words) or _("chưa thấy gì")
