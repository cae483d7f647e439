"""The words and chips of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from tdkt_desktop.ui.pages.awards.check.reader import CheckRow

STATUS_WORDS: Final = {
    Status.ELIGIBLE: N_("Đủ"),
    Status.NEEDS_PERSON: N_("Cần người xem"),
    Status.NOT_YET: N_("Chưa đủ"),
}
_STATES: Final = {
    Status.ELIGIBLE: ChipState.DONE,
    Status.NEEDS_PERSON: ChipState.NEEDS_PERSON,
    Status.NOT_YET: ChipState.NOT_YET,
}


def chip_of(row: CheckRow) -> Chip:
    """Return the chip of an answer; who lacks but one thing is said to."""
    if row.one_step:
        return Chip(ChipState.NOT_YET, _("Còn 1 bước"), "star-outline")
    return Chip(_STATES[row.result.status], _(STATUS_WORDS[row.result.status]))


def counts_of(row: CheckRow) -> str:
    """Say how many conditions are met, are open and are not met, and by the law of which day."""
    conditions = [one for one in row.result.conditions if not one.attest]
    words = [
        _("đạt {n}").format(n=sum(one.met is True for one in conditions)),
        _("cần người xem {n}").format(n=len(row.result.unclear)),
        _("chưa đạt {n}").format(n=len(row.result.unmet)),
    ]
    day = f"{row.checked.received_on:%d/%m/%Y}"
    words.append(_("quy định áp dụng cho hồ sơ nhận ngày {day}").format(day=day))
    sentence = " · ".join(words)
    return sentence[:1].upper() + sentence[1:]
