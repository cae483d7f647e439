"""The closed vocabulary of conditions: what the law's data may ask, by its name there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.rules.conditions.awards import (
    AwardHeld,
    AwardsInRow,
    AwardsInRun,
    FreshBlock,
    OnceOnly,
    YearsAfterAward,
)
from tdkt_desktop.rules.conditions.collectives import Number, Share
from tdkt_desktop.rules.conditions.conduct import (
    NoDisciplineInYear,
    NoProceedings,
    NoRunningDiscipline,
)
from tdkt_desktop.rules.conditions.ratings import RatingYears
from tdkt_desktop.rules.conditions.service import (
    LeaveCounts,
    MonthsSinceHired,
    ServiceYears,
    Transfer,
)
from tdkt_desktop.rules.conditions.whole import (
    AllParts,
    AnyPart,
    Attestation,
    Manual,
    Meets,
    SameAs,
)
from tdkt_desktop.rules.conditions.works import Initiatives, ScienceWorks

if TYPE_CHECKING:
    from tdkt_desktop.rules.law_values import Check

KINDS: Final[dict[str, type[Check]]] = {
    "rating": RatingYears,
    "awards_in_row": AwardsInRow,
    "award_held": AwardHeld,
    "awards_in_run": AwardsInRun,
    "fresh_block": FreshBlock,
    "years_after_award": YearsAfterAward,
    "once_only": OnceOnly,
    "initiatives": Initiatives,
    "science_works": ScienceWorks,
    "service_years": ServiceYears,
    "months_since_hired": MonthsSinceHired,
    "transfer": Transfer,
    "leave_counts": LeaveCounts,
    "no_proceedings": NoProceedings,
    "no_running_discipline": NoRunningDiscipline,
    "no_discipline_in_year": NoDisciplineInYear,
    "share": Share,
    "number": Number,
    "meets": Meets,
    "same_as": SameAs,
    "all": AllParts,
    "any": AnyPart,
    "attestation": Attestation,
    "manual": Manual,
}
