"""Use cases about the papers that a dossier must hold: found, written, attached, or not needed.

Which they are is said by the law's data for each award; a person's word covers what the store says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.dossier import DossierSlot
from tdkt_desktop.services.dossier_slot_finding import (
    SlotFinder,
    SlotKey,
    SlotView,
    period_of,
)
from tdkt_desktop.services.dossiers import find_dossier
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.services.kept_files import check_file, safe_name
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.rules.law_extras import Form
    from tdkt_desktop.services.dossier_paper_data import DossierPaperData
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.eligibility import EligibilityService
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.records import RecordService
    from tdkt_desktop.services.votes import VoteService


class DossierSlotService:
    """Says what a dossier must hold and what is there."""

    def __init__(
        self,
        store: Store,
        data: DossierPaperData,
        law: LawBookService,
        papers: PaperService,
        records: RecordService,
        votes: VoteService,
        eligibility: EligibilityService,
    ) -> None:
        self._store, self._data, self._law = store, data, law
        self._papers, self._records, self._votes = papers, records, votes
        self._eligibility = eligibility

    # --- asking ---

    def slots(self, view: DossierView) -> tuple[SlotView, ...]:
        """Return the papers of a dossier: those of the whole first, then nominee by nominee."""
        finder = self._finder(view)
        said = self._said(view.id)
        forms = self._law.book().forms
        common: list[SlotView] = []
        for key in self._data.form_keys(view):
            form = forms.get(key)
            if form is not None and not form.per_nominee:
                common.append(finder.slot(form, None, said.get((key, None))))
        own = (
            finder.slot(form, entry, said.get((form.id, entry.id)))
            for entry in view.entries
            for form in self._own_forms(view, entry)
        )
        return (*common, *own)

    def missing(self, view: DossierView) -> tuple[SlotView, ...]:
        """Return what a dossier still waits for."""
        return tuple(slot for slot in self.slots(view) if slot.missing)

    def require_complete(self, view: DossierView) -> None:
        """Raise InputError naming what is missing, unless nothing is."""
        missing = self.missing(view)
        if missing:
            names = ", ".join(dict.fromkeys(slot.name for slot in missing))
            raise InputError(
                _("Hồ sơ “{name}” còn thiếu {n} giấy tờ: {names}.").format(
                    name=view.form.name, n=len(missing), names=names
                ),
                _("Xin soạn, đính kèm, hoặc ghi “không cần” cho từng giấy tờ."),
            )

    # --- a person's word ---

    def attach(self, dossier_id: int, keys: Iterable[SlotKey], source: Path) -> Change:
        """Keep a file as some papers of a dossier; raises InputError for what cannot be kept."""
        check_file(source)
        with self._store.transaction(_("Đính kèm vào hồ sơ")) as act:
            kept = self._store.attachments.keep(source)
            for row in self._rows(act.session, dossier_id, keys):
                row.file_name, row.file_sha256 = safe_name(source.name), kept.sha256
                row.size, row.waived = kept.size, False
        return act.change

    def detach(self, dossier_id: int, keys: Iterable[SlotKey]) -> Change:
        """Take attached files out of a dossier again."""
        with self._store.transaction(_("Bỏ tệp đính kèm khỏi hồ sơ")) as act:
            for row in self._rows(act.session, dossier_id, keys):
                row.file_name, row.file_sha256, row.size = "", "", 0
        return act.change

    def waive(
        self, dossier_id: int, keys: Iterable[SlotKey], *, waived: bool = True, note: str = ""
    ) -> Change:
        """Say that papers are not needed, or are needed after all."""
        label = _("Ghi giấy tờ không cần") if waived else _("Ghi giấy tờ cần có")
        with self._store.transaction(label) as act:
            for row in self._rows(act.session, dossier_id, keys):
                row.waived, row.note = waived, clean_line(note)
        return act.change

    def write(self, view: DossierView, slot: SlotView, day: date) -> int:
        """Return the paper of a slot: the stored one, or a new draft of it.

        Raises InputError for a paper that comes from elsewhere.
        """
        if slot.paper_ids:
            return slot.paper_ids[0]
        if not slot.writable:
            raise InputError(
                _("“{name}” do nơi khác cấp, chương trình không soạn được.").format(name=slot.name),
                _("Xin đính kèm bản chụp."),
            )
        made, _doubts, _new = self._papers.draft_for(slot.kind, period_of(view), slot.about, day)
        return made

    def write_all(self, view: DossierView, day: date) -> int:
        """Write all papers that are missing and can be written, as one step; return how many."""
        slots = [slot for slot in self.missing(view) if slot.writable]
        with self._store.transaction(_("Soạn các giấy tờ của hồ sơ")):
            for slot in slots:
                self.write(view, slot, day)
        return len(slots)

    def file_of(self, slot: SlotView) -> Path:
        """Return where the kept file of a slot lies."""
        return self._store.attachments.path(slot.file_sha256)

    # --- inside ---

    def _finder(self, view: DossierView) -> SlotFinder:
        rounds = dict.fromkeys(one.vote.round_id for one in view.entries if one.vote)
        checked = self._eligibility.check_all(view.year, received_on=self._data.law_day(view))
        return SlotFinder(
            self._papers.papers(),
            {one: self._votes.round(one).meeting_id for one in rounds},
            self._records.histories(),
            {
                (one.candidate.subject, result.award)
                for one in checked
                for result in one.with_status(Status.ELIGIBLE)
            },
            view,
        )

    def _own_forms(self, view: DossierView, entry: EntryView) -> Iterator[Form]:
        book = self._law.book()
        version = book.version_on(entry.award, self._data.law_day(view))
        kind = "individual" if entry.subject.person_id is not None else "collective"
        for slot in version.slots_for(kind) if version else ():
            form = book.forms.get(slot.form)
            if form is not None and form.per_nominee:
                yield form

    def _said(self, dossier_id: int) -> dict[tuple[str, int | None], DossierSlot]:
        query = select(DossierSlot).where(DossierSlot.dossier_id == dossier_id)
        with self._store.read() as session:
            return {(row.key, row.entry_id): row for row in session.scalars(query)}

    def _rows(
        self, session: Session, dossier_id: int, keys: Iterable[SlotKey]
    ) -> Iterator[DossierSlot]:
        """Yield the rows of some papers; one that nobody touched before gets a row."""
        find_dossier(session, dossier_id)
        for key, entry_id in keys:
            query = select(DossierSlot).where(
                DossierSlot.dossier_id == dossier_id,
                DossierSlot.key == key,
                DossierSlot.entry_id == entry_id,
            )
            row = session.scalars(query).first()
            if row is None:
                row = DossierSlot(dossier_id=dossier_id, key=key, entry_id=entry_id)
                session.add(row)
            yield row
