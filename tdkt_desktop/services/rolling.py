"""Makes this year's draft out of last year's plan, and says what a person must decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.rules.legal_documents import load_catalogue
from tdkt_desktop.services.drafting import Draft
from tdkt_desktop.services.legal import LegalService
from tdkt_desktop.services.rolling_body_rules import read_rules, shipped_rules
from tdkt_desktop.services.rolling_changes import apply
from tdkt_desktop.services.rolling_engine import roll
from tdkt_desktop.services.rolling_frame import Frame
from tdkt_desktop.services.settings import SettingService

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.period import PlanPeriod

BODIES_SETTING: Final = "rolling.bodies"


def rolled(document: OfficialDocument, old: PlanPeriod, new: PlanPeriod) -> Draft:
    """Return a draft for a period with every change made, by the shipped law and bodies."""
    plan = roll(document, Frame(old, new, load_catalogue(), shipped_rules()))
    return Draft(apply(plan.document, plan.changes), new, "", plan.left)


def frame_of(store: Store, old: PlanPeriod, new: PlanPeriod) -> Frame:
    """Return the frame with the law and the bodies as the school has them."""
    entries = LegalService(store).entries(with_hidden=True)
    own: list[dict[str, Any]] | None = SettingService(store).get(BODIES_SETTING)
    rules = shipped_rules() if own is None else read_rules(own)
    return Frame(old, new, tuple(one.document for one in entries), rules)
