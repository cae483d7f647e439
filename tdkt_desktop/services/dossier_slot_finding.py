"""Looks in the store for what fills the papers of a dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_papers import DOSSIER_KINDS
from tdkt_desktop.services.dossier_views import EntryView, SlotState
from tdkt_desktop.services.paper_views import About, PaperStatus
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.record_views import History
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.school_year import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tdkt_desktop.models.dossier import DossierSlot
    from tdkt_desktop.rules.law_extras import Form
    from tdkt_desktop.services.dossier_views import DossierView
    from tdkt_desktop.services.paper_views import PaperSummary
    from tdkt_desktop.services.record_views import InitiativeView, Subject

_RECOGNITION: Final = "qd-cong-nhan-sang-kien"
_MINUTES: Final = "bien-ban-hop-xet"
_TALLY: Final = "bien-ban-kiem-phieu"

SlotKey = tuple[str, int | None]
"""A paper of a dossier: its form, and the nominee whose it is, None for the whole dossier's."""


@dataclass(frozen=True, slots=True)
class SlotView:
    """A paper of a dossier and whether it is there.

    `kind` and `about` say what the program would write for it, `kind` empty where it comes from
    elsewhere. `found` says what fills it, or why it is not needed.
    """

    key: str
    name: str
    entry: EntryView | None
    state: SlotState
    found: str = ""
    note: str = ""
    kind: str = ""
    about: str = ""
    paper_ids: tuple[int, ...] = ()
    file_name: str = ""
    file_sha256: str = ""

    @property
    def entry_id(self) -> int | None:
        """The nominee whose paper it is, None for one of the whole dossier."""
        return self.entry.id if self.entry else None

    @property
    def slot_key(self) -> SlotKey:
        """What names the paper within its dossier."""
        return self.key, self.entry_id

    @property
    def missing(self) -> bool:
        """Whether the dossier waits for it."""
        return self.state is SlotState.MISSING

    @property
    def writable(self) -> bool:
        """Whether the program can write it."""
        return bool(self.kind and self.about)


class SlotFinder:
    """Knows what one dossier's papers may be filled with; the store is read before, once."""

    def __init__(
        self,
        papers: Iterable[PaperSummary],
        meetings: Mapping[int, int],
        histories: Mapping[Subject, History],
        eligible: Collection[tuple[Subject, str]],
        view: DossierView,
    ) -> None:
        self._papers = list(papers)
        self._meetings, self._histories = meetings, histories
        self._eligible, self._view = eligible, view

    def slot(self, form: Form, entry: EntryView | None, said: DossierSlot | None) -> SlotView:
        """Return a slot with what fills it."""
        found = self._found(form, entry)
        if said is None:
            return found
        found = replace(found, note=said.note)
        if said.file_sha256:
            return replace(
                found,
                state=SlotState.ATTACHED,
                found=said.file_name,
                file_name=said.file_name,
                file_sha256=said.file_sha256,
            )
        if said.waived:
            return replace(found, state=SlotState.NOT_NEEDED, found=said.note)
        return found

    def _found(self, form: Form, entry: EntryView | None) -> SlotView:
        blank = SlotView(form.id, form.name, entry, SlotState.MISSING)
        if form.paper == _RECOGNITION and entry is not None:
            return self._recognition(blank, entry)
        if form.paper == _TALLY:
            return self._of_ids(blank, form.paper, About.VOTE, tuple(self._meetings))
        if form.paper == _MINUTES:
            meetings = tuple(dict.fromkeys(self._meetings.values()))
            return self._of_ids(blank, form.paper, About.MEETING, meetings)
        about = DOSSIER_KINDS.get(form.paper)
        if about is None:
            return blank
        own = entry.id if about is About.ENTRY and entry is not None else self._view.id
        return self._of_ids(blank, form.paper, about, (own,))

    def _of_ids(self, blank: SlotView, kind: str, about: About, ids: tuple[int, ...]) -> SlotView:
        """Return a slot that one paper about each of some things fills."""
        papers = [self._newest(kind, {about.value: one}) for one in ids]
        there = [paper for paper in papers if paper is not None]
        open_ids = [one for one, paper in zip(ids, papers, strict=True) if paper is None]
        slot = replace(blank, kind=kind, paper_ids=tuple(one.id for one in there))
        if open_ids or not ids:
            return replace(slot, paper_ids=(), about=str(open_ids[0]) if open_ids else "")
        return replace(
            slot,
            about=str(ids[0]),
            state=SlotState.READY,
            found="; ".join(map(_paper_words, there)),
        )

    def _newest(self, kind: str, about: dict[str, int]) -> PaperSummary | None:
        for paper in self._papers:
            own = {name: value for name, value in paper.about.items() if name in set(About)}
            if paper.kind == kind and own == about:
                return paper
        return None

    def _recognition(self, blank: SlotView, entry: EntryView) -> SlotView:
        """Return the slot of the decision on initiatives: not needed by who is eligible without."""
        history = self._histories.get(entry.subject, History())
        works = [
            one
            for one in history.initiatives
            if one.data.year == self._view.year and one.data.recognised
        ]
        decided = [one for one in works if one.data.number]
        if decided:
            words = "; ".join(map(_decision_words, decided))
            return replace(blank, state=SlotState.READY, found=words)
        if not works and (entry.subject, entry.award) in self._eligible:
            return replace(
                blank, state=SlotState.NOT_NEEDED, found=_("Đủ điều kiện không theo sáng kiến")
            )
        return blank


def period_of(view: DossierView) -> PlanPeriod:
    """Return the period of a dossier's year, as papers are stored by."""
    if "-" in view.year:
        school_year = SchoolYear.parse(view.year)
        return PlanPeriod(school_year.start, school_year)
    return PlanPeriod(int(view.year))


def _paper_words(paper: PaperSummary) -> str:
    if paper.status is PaperStatus.ISSUED and paper.number:
        day = f", {short_date(paper.issued_on)}" if paper.issued_on else ""
        return f"{paper.number}/{paper.symbol}{day}"
    return _("bản thảo") if paper.status is PaperStatus.DRAFT else _("đã ban hành")


def _decision_words(one: InitiativeView) -> str:
    day = f", {short_date(one.data.decided_on)}" if one.data.decided_on else ""
    return _("Quyết định số {number}{day}").format(number=one.data.number, day=day)
