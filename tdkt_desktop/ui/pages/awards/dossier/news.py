"""Reads one dossier with its papers and its money, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.services.dossier_slot_finding import SlotView
from tdkt_desktop.services.dossier_views import DossierView
from tdkt_desktop.services.prizes import PrizeSheet

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class DossierNews:
    """A dossier as the pane shows it."""

    view: DossierView
    slots: tuple[SlotView, ...]
    sheet: PrizeSheet


def read_news(context: AppContext, dossier_id: int, today: date) -> DossierNews:
    """Return a dossier with what is there of its papers, and the money."""
    view = context.dossiers.dossier(dossier_id)
    return DossierNews(view, context.dossier_slots.slots(view), context.prizes.sheet(view, today))
