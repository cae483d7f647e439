"""The conditions of an award for one person: what the law asks, and what the records say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.eligibility_views import AwardResult, ConditionResult
    from tdkt_desktop.ui.theme.theme import Theme

_ICON: Final = 18
_SIDE: Final = 14
_TOP: Final = Qt.AlignmentFlag.AlignTop
_ICONS: Final = {
    True: ("check-circle", "done"),
    False: ("minus-circle-outline", "late"),
    None: ("account-question-outline", "soon"),
}
_SPOKEN: Final = {True: N_("đạt"), False: N_("chưa đạt"), None: N_("cần người xem")}


class _Line(QWidget):
    """One condition: a mark, what is asked and where, what was found and what is missing."""

    def __init__(self, theme: Theme, condition: ConditionResult) -> None:
        super().__init__()
        self._theme, self._condition = theme, condition
        self._mark = QLabel()
        self._mark.setFixedSize(QSize(_ICON, _ICON))
        self.setAccessibleName(_spoken(condition))
        layout = QGridLayout(self)
        layout.setContentsMargins(_SIDE, 8, _SIDE, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 5)
        layout.setColumnStretch(2, 5)
        layout.addWidget(self._mark, 0, 0, _TOP)
        layout.addWidget(_wrapped(condition.text, "strong"), 0, 1, _TOP)
        layout.addWidget(_wrapped(condition.found, ""), 0, 2, _TOP)
        layout.addWidget(_wrapped(condition.source, "hint"), 1, 1, _TOP)
        note = _missing(condition)
        if note:
            layout.addWidget(_wrapped(note, "hint"), 1, 2, _TOP)
        if not condition.verified:
            chip = ChipLabel(theme)
            layout.addWidget(chip, 2, 1, Qt.AlignmentFlag.AlignLeft)
            chip.show_chip(Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng")))
        self.recolour()

    def recolour(self) -> None:
        icon, ink = _ICONS[self._condition.met]
        if self._condition.attest:
            icon, ink = "information-outline", "text2"
        colour = getattr(self._theme.tokens, ink)
        self._mark.setPixmap(self._theme.icon(icon, colour).pixmap(_ICON, _ICON))


class ConditionList(QScrollArea):
    """Shows the conditions below one another; those of which one is enough stand under a word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[_Line] = []
        self.setWidgetResizable(True)
        self.setProperty("frameless", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Các điều kiện"))
        theme.changed.connect(self._recolour)

    def show_result(self, result: AwardResult | None) -> None:
        """Show the conditions of an answer."""
        self._lines = []
        content = QWidget()
        content.setProperty("ground", "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for head, conditions in _grouped(result.conditions if result else ()):
            if head:
                words = text_label(head, "label")
                words.setContentsMargins(_SIDE, 8, _SIDE, 0)
                column.addWidget(words)
            for condition in conditions:
                line = _Line(self._theme, condition)
                self._lines.append(line)
                column.addWidget(line)
                column.addWidget(across_line())
        column.addStretch(1)
        self.setWidget(content)

    def spoken(self) -> list[str]:
        """Return the conditions as they are read aloud."""
        return [line.accessibleName() for line in self._lines]

    def _recolour(self) -> None:
        for line in self._lines:
            line.recolour()


def _grouped(
    conditions: Sequence[ConditionResult],
) -> list[tuple[str, list[ConditionResult]]]:
    """Put what is an alternative under a common word, and attestations behind all."""
    groups: list[tuple[str, list[ConditionResult]]] = []
    alone = [one for one in conditions if not one.any_of and not one.attest]
    if alone:
        groups.append(("", alone))
    for key in dict.fromkeys(one.any_of for one in conditions if one.any_of):
        members = [one for one in conditions if one.any_of == key]
        groups.append((_("Đạt một trong các điều kiện sau là đủ"), members))
    attested = [one for one in conditions if one.attest and not one.any_of]
    if attested:
        groups.append((_("Hội đồng xác nhận, không có hồ sơ nào chứng minh được"), attested))
    return groups


def _missing(condition: ConditionResult) -> str:
    if condition.note:
        return condition.note
    if condition.met is True or not condition.needed:
        return ""
    return _("Cần: {needed}").format(needed=condition.needed)


def _spoken(condition: ConditionResult) -> str:
    parts = (condition.text, _(_SPOKEN[condition.met]), condition.found, condition.source)
    return ". ".join(filter(None, parts))


def _wrapped(text: str, look: str) -> QLabel:
    label = text_label(text, look)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
