"""The rows of the list: documents of every kind and the plans, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.paper_choices import names_of_about
from tdkt_desktop.services.paper_views import About, PaperStatus
from tdkt_desktop.services.plan_views import PlanStatus
from tdkt_desktop.ui.pages.papers.paper_words import (
    in_sentence,
    kind_names,
    paper_chip,
    stale_chip,
)
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.widgets.chip import Chip, plan_chip
from tdkt_desktop.vietnamese.text import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.left_behind import LeftBehind
    from tdkt_desktop.services.paper_views import PaperSummary
    from tdkt_desktop.services.plan_views import PlanSummary

PLANS: Final = "plans"
"""The key under which plans stand among the kinds."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A row: a document, or a plan, which has its own page."""

    id: int
    kind: str
    name: str
    number: str
    symbol: str
    day: date | None
    chip: Chip
    issued: bool
    exported_at: datetime | None
    updated_at: datetime
    is_plan: bool = False
    stale: bool = False

    @property
    def folded(self) -> str:
        """What a filter looks in."""
        return fold(f"{self.name} {self.number}/{self.symbol} {self.chip.text}")


def lines_of(context: AppContext, year: int | None, stale: LeftBehind) -> tuple[PaperLine, ...]:
    """Return the documents and plans of a year, or of all: drafts first, then the newest number."""
    names, about = kind_names(context.papers.kinds()), names_of_about(context)
    old_papers = {one.id for one in stale.papers}
    old_plans = {one.id for one in stale.plans}
    papers = [_of_paper(one, names, about, old_papers) for one in context.papers.papers(year)]
    plans = [_of_plan(one, stale=one.id in old_plans) for one in context.plans.plans(year=year)]
    return tuple(sorted((*papers, *plans), key=_order, reverse=True))


def _order(line: PaperLine) -> tuple[bool, str, int, str]:
    day = line.day.isoformat() if line.issued and line.day else ""
    number = int(line.number) if line.issued and line.number.isdecimal() else 0
    return (not line.issued, day, number, line.updated_at.isoformat())


def _of_paper(
    paper: PaperSummary,
    names: dict[str, str],
    about: dict[tuple[str, int], str],
    stale: Collection[int],
) -> PaperLine:
    whom = next((about[item] for item in paper.about.items() if _is_known(item, about)), "")
    kind = names.get(paper.kind, paper.title.capitalize())
    month = paper.about.get(About.MONTH.value, "")
    name = f"{kind}: {whom}" if whom else in_sentence(paper.title, paper.subject)
    return PaperLine(
        id=paper.id,
        kind=paper.kind,
        name=f"{kind} {month[5:]}/{month[:4]}" if month else name,
        number=paper.number,
        symbol=paper.symbol,
        day=paper.issued_on,
        chip=paper_chip(paper, stale=paper.id in stale),
        issued=paper.status is PaperStatus.ISSUED,
        exported_at=paper.exported_at,
        updated_at=paper.updated_at,
        stale=paper.id in stale,
    )


def _is_known(item: tuple[str, object], about: dict[tuple[str, int], str]) -> bool:
    return isinstance(item[1], int) and (item[0], item[1]) in about


def _of_plan(plan: PlanSummary, *, stale: bool) -> PaperLine:
    issued = plan.status in (PlanStatus.ISSUED, PlanStatus.REVISED)
    return PaperLine(
        id=plan.id,
        kind=PLANS,
        name=in_sentence(plan.title, plan.subject),
        number=plan.number,
        symbol=plan.symbol,
        day=plan.issued_on,
        chip=stale_chip(issued=issued) if stale else plan_chip(plan),
        issued=issued,
        exported_at=None,
        updated_at=plan.updated_at,
        is_plan=True,
        stale=stale,
    )


COLUMNS: Final[tuple[TextColumn[PaperLine], ...]] = (
    TextColumn(N_("Số"), lambda line: line.number, lambda line: line.number.zfill(6), right=True),
    TextColumn(N_("Ký hiệu"), lambda line: line.symbol, quiet=True),
    TextColumn(
        N_("Ngày"),
        lambda line: f"{line.day:%d/%m/%Y}" if line.day else "",
        lambda line: str(line.day or ""),
        right=True,
        quiet=True,
    ),
    TextColumn(N_("Văn bản"), lambda line: line.name, lambda line: sort_key(line.name)),
    TextColumn(N_("Trạng thái"), lambda line: line.chip.text),
    TextColumn(
        N_("Xuất lần cuối"),
        lambda line: f"{line.exported_at.astimezone():%d/%m/%Y %H:%M}" if line.exported_at else "",
        lambda line: str(line.exported_at or ""),
        quiet=True,
    ),
)
NAME_COLUMN: Final = 3
STATE_COLUMN: Final = 4
EXPORT_COLUMN: Final = 5


def count_words(shown: int, total: int) -> str:
    """Return how many of how many are shown."""
    return _("Hiện {n} / {all} văn bản").format(n=shown, all=total)
