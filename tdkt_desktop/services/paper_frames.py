"""What stands around documents whose issuer or year is not simply the school's."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentNumber, Letterhead
from tdkt_desktop.models.council import CouncilKind

if TYPE_CHECKING:
    from tdkt_desktop.compose.facts import CouncilFacts, Frame
    from tdkt_desktop.services.school_profile import SchoolProfile

OWN_SHORT_NAME: Final = "viet_tat_hoi_dong"
"""The placeholder of the letters that the issuing council has in symbols."""


def initials_of(name: str) -> str:
    """Return "HĐSK" of "Hội đồng Sáng kiến"."""
    return "".join(word[0].upper() for word in re.findall(r"\w+", name))


def issued_by_council(frame: Frame, council: CouncilFacts, profile: SchoolProfile) -> Frame:
    """Put a council over what it issues; that of emulation is the one the profile names."""
    if council.kind is CouncilKind.EMULATION:
        return frame
    short = initials_of(council.name)
    kind_of_paper = frame.number.symbol.partition("-")[0]
    return replace(
        frame,
        letterhead=Letterhead((profile.official_name,), (council.name,)),
        number=DocumentNumber("", f"{kind_of_paper}-{short}"),
        values={
            **frame.values,
            OWN_SHORT_NAME: short,
            "ten_hoi_dong_day_du": f"{council.name} {profile.official_name}".strip(),
        },
    )
