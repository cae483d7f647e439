"""How the states of dossiers and of their papers are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.dossier_checks import Severity
from tdkt_desktop.services.dossier_views import (
    SLOT_NAMES,
    STATE_NAMES,
    DossierState,
    EntryResult,
    SlotState,
)
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.dossier_views import DossierView

_STATES: Final = {
    DossierState.DRAFT: ChipState.DRAFT,
    DossierState.COMPLETE: ChipState.IN_PROGRESS,
    DossierState.SENT: ChipState.WAITING,
    DossierState.RETURNED: ChipState.LATE,
    DossierState.DECIDED: ChipState.DONE,
    DossierState.REFUSED: ChipState.NOT_YET,
}
_SLOTS: Final = {
    SlotState.MISSING: ChipState.SOON,
    SlotState.READY: ChipState.DONE,
    SlotState.ATTACHED: ChipState.DONE,
    SlotState.NOT_NEEDED: ChipState.NOT_YET,
}
_SLOT_ICONS: Final = {SlotState.MISSING: "circle-outline", SlotState.ATTACHED: "paperclip"}
_SEVERITIES: Final = {
    Severity.ERROR: (ChipState.LATE, N_("Lỗi")),
    Severity.WARNING: (ChipState.NEEDS_PERSON, N_("Cần xem")),
    Severity.NOTE: (ChipState.NOT_YET, N_("Ghi chú")),
}
_SOON: Final = 7


def dossier_chip(view: DossierView) -> Chip:
    """Return the chip of a dossier's state."""
    return Chip(_STATES[view.state], _(STATE_NAMES[view.state]))


def slot_chip(state: SlotState) -> Chip:
    """Return the chip of a paper's state."""
    return Chip(_SLOTS[state], _(SLOT_NAMES[state]), _SLOT_ICONS.get(state, ""))


def severity_chip(severity: Severity) -> Chip:
    """Return the chip of a finding."""
    state, words = _SEVERITIES[severity]
    return Chip(state, _(words))


def result_chip(result: EntryResult | None) -> Chip | None:
    """Return the chip of what was decided about a nominee; None before anything was."""
    if result is None:
        return None
    granted = result is EntryResult.GRANTED
    return Chip(
        ChipState.DONE if granted else ChipState.NOT_YET, _("Được tặng") if granted else _("Không")
    )


def state_look(view: DossierView) -> str:
    """Return the theme's name of the look of a dossier's state."""
    return _STATES[view.state].value


def deadline_words(view: DossierView, today: date) -> tuple[str, str]:
    """Return how much time is left, and the ink for it; empty where nothing is due."""
    left = view.days_left(today)
    if left is None:
        return "", ""
    if left < 0:
        return _("quá {n} ngày").format(n=-left), "late"
    if left == 0:
        return _("hạn hôm nay"), "late"
    return _("còn {n} ngày").format(n=left), "soon" if left <= _SOON else "text2"


def facts_words(view: DossierView, today: date) -> str:
    """Return a dossier's facts in one line: to whom, until when, and what has happened."""
    form = view.form
    parts = [_("{n} trường hợp").format(n=len(view.entries))]
    if form.receiver:
        parts.append(_("gửi {receiver}").format(receiver=form.receiver))
    if form.deadline:
        left, _ink = deadline_words(view, today)
        tail = f" ({left})" if left else ""
        parts.append(_("hạn {day}{left}").format(day=short_date(form.deadline), left=tail))
    if view.sent_on:
        parts.append(_("đã gửi {day}").format(day=short_date(view.sent_on)))
    if view.decision:
        parts.append(
            _("Quyết định {number}, {day}").format(
                number=view.decision.number, day=short_date(view.decision.decided_on)
            )
        )
    return " · ".join(parts)
