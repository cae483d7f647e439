"""The titles and commendations that a form can offer, with who receives and who grants them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.merit import AwardKind

if TYPE_CHECKING:
    from tdkt_desktop.rules.law_book import LawBook

LEVEL_NAMES: Final = {
    "CO_SO": N_("Cơ sở (nhà trường)"),
    "XA": N_("Xã, phường"),
    "SO": N_("Sở, ngành của tỉnh"),
    "TINH": N_("Tỉnh, thành phố"),
    "BO": N_("Bộ, ngành trung ương"),
    "TINH_BO": N_("Tỉnh hoặc Bộ"),
    "CHINH_PHU": N_("Chính phủ"),
    "THU_TUONG": N_("Thủ tướng Chính phủ"),
    "CHU_TICH_NUOC": N_("Chủ tịch nước"),
    "TOAN_QUOC": N_("Toàn quốc"),
}
_INDIVIDUAL, _COLLECTIVE = "individual", "collective"


@dataclass(frozen=True, slots=True)
class KnownAward:
    """An award of the law's data: its code, its name, its kind, and the level that grants."""

    code: str
    name: str
    kind: AwardKind
    level: str


class KnownAwards:
    """The awards that records can be of; a record may also bear a name that is not among them."""

    def __init__(self, book: LawBook | None = None) -> None:
        from tdkt_desktop.rules.law_reader import shipped_book

        self._book = book or shipped_book()

    def of(self, kind: AwardKind, *, collective: bool) -> tuple[KnownAward, ...]:
        """Return the titles or the commendations of people or of collectives, in their order."""
        subject = _COLLECTIVE if collective else _INDIVIDUAL
        awards = sorted(self._book.awards.values(), key=lambda one: (one.place, one.code))
        return tuple(
            KnownAward(one.code, one.name, kind, one.level)
            for one in awards
            if subject in one.subjects and _kind(one.kind) is kind
        )


def level_name(code: str) -> str:
    """Return what a level is called; the code itself where nobody knows."""
    return _(LEVEL_NAMES[code]) if code in LEVEL_NAMES else code


def _kind(written: str) -> AwardKind:
    """Return which of the two an award counts as; medals and honours are commendations here."""
    return AwardKind.TITLE if written == AwardKind.TITLE else AwardKind.COMMENDATION
