"""Use cases about documents other than plans: drafted from data, edited, issued, exported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.documents.codec import from_json, to_json
from tdkt_desktop.documents.compare import Change as Difference
from tdkt_desktop.documents.compare import compare
from tdkt_desktop.documents.document import FORMS, DocumentNumber, OfficialDocument
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.paper import Paper, PaperStatus
from tdkt_desktop.models.register import next_number
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.services.initiative_papers import SHEET_KIND
from tdkt_desktop.services.paper_making import Making
from tdkt_desktop.services.paper_views import About, PaperSummary, PaperView, summary_of
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.registering import Registrar, body_of, take_number, written_number
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.files import FileService
    from tdkt_desktop.services.paper_making import Made, PaperMaker
    from tdkt_desktop.services.paper_views import PaperKind

_DAY = "day"


@dataclass(frozen=True, slots=True)
class Redraft:
    """A document made anew, what is other in it than in the stored one, and what to look at."""

    document: OfficialDocument
    changes: tuple[Difference, ...]
    doubts: tuple[str, ...]


class PaperService:
    """Keeps the documents. A draft may be changed; an issued one is locked."""

    def __init__(self, store: Store, files: FileService, maker: PaperMaker) -> None:
        self._store, self._files, self._maker = store, files, maker
        self._registrar = Registrar(store, files)

    # --- asking ---

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds of document that the program makes."""
        return self._maker.kinds()

    def papers(
        self, year: int | None = None, kind: str = "", *, in_bin: bool = False
    ) -> tuple[PaperSummary, ...]:
        """Return the stored documents of a year, or of all, the newest first."""
        there = Paper.deleted_at.is_not(None) if in_bin else Paper.deleted_at.is_(None)
        query = select(Paper).where(there).order_by(Paper.year.desc(), Paper.id.desc())
        if year is not None:
            query = query.where(Paper.year == year)
        if kind:
            query = query.where(Paper.kind == kind)
        with self._store.read() as session:
            return tuple(map(summary_of, session.scalars(query)))

    def paper(self, paper_id: int) -> PaperView:
        """Return a document with its tree; raises InputError where there is none of that id."""
        with self._store.read() as session:
            row = find(session, paper_id)
            return PaperView(summary_of(row), from_json(row.document))

    def out_of_date(self, year: int | None = None) -> tuple[PaperSummary, ...]:
        """Return the documents whose data has changed since they were made.

        To be asked after duties, members, meetings or tasks were changed: of the issued and the
        exported ones a person may want to make a new edition, of drafts a new draft.
        """
        papers = self.papers(year)
        with self._store.read() as session:
            rows = [find(session, one.id) for one in papers]
            kept = [(row.fingerprint, _making_of(row)) for row in rows]
        now = self._maker.fingerprints([making for _print, making in kept])
        pairs = zip(papers, kept, now, strict=True)
        return tuple(paper for paper, (before, _making), after in pairs if after != before)

    # --- making ---

    def compose(self, kind: str, period: PlanPeriod, about: str | None, day: date) -> Made:
        """Make a document without storing it; `about` is an id, or a month for monthly reports."""
        return self._maker.make(self._maker.making(kind, period, about, day))

    def document_for(
        self, kind: str, period: PlanPeriod, about: str | None, day: date
    ) -> OfficialDocument:
        """Return the newest stored document of a kind about something, or one made now."""
        making = self._maker.making(kind, period, about, day)
        stored = self._stored(making)
        if stored is not None:
            return self.paper(stored).document
        return self._maker.make(making).composed.document

    def score_sheets(
        self, period: PlanPeriod, round_id: int | None, day: date
    ) -> list[OfficialDocument]:
        """Make every judge's sheet of a round, of the newest of the year where none is named."""
        made = self._maker.make_score_sheets(period, round_id, day)
        return [one.composed.document for one in made]

    def add_draft(
        self, kind: str, period: PlanPeriod, about: str | None, day: date
    ) -> tuple[int, tuple[str, ...]]:
        """Store a new document as a draft; return its id and what a person still has to look at."""
        making = self._maker.making(kind, period, about, day)
        made = self._maker.make(making)
        with self._store.transaction(_("Soạn văn bản mới")) as act:
            row = Paper(kind=kind, year=period.year, fingerprint=made.fingerprint)
            row.school_year = str(period.school_year) if period.school_year else None
            row.about = {**making.about, _DAY: day.isoformat()}
            _write(row, made.composed.document)
            act.session.add(row)
            act.session.flush()
            paper_id = row.id
        return paper_id, _doubts(made)

    def draft_for(
        self, kind: str, period: PlanPeriod, about: str | None, day: date
    ) -> tuple[int, tuple[str, ...], bool]:
        """Return the newest stored document of a kind about something, or a new draft of it.

        With the id come what a person has to look at, and whether it is new.
        """
        stored = self._stored(self._maker.making(kind, period, about, day))
        if stored is not None:
            return stored, (), False
        return *self.add_draft(kind, period, about, day), True

    def refresh(self, paper_id: int, day: date) -> tuple[str, ...]:
        """Make a draft anew out of the data as it is; what was edited by hand is lost, undo aside.

        Returns what a person still has to look at.
        """
        with self._store.transaction(_("Lập lại văn bản từ dữ liệu")) as act:
            row = _find_draft(act.session, paper_id)
            made = self._maker.make(replace(_making_of(row), day=day))
            row.about = {**row.about, _DAY: day.isoformat()}
            row.fingerprint = made.fingerprint
            _write(row, made.composed.document)
        return _doubts(made)

    def sheets(self, period: PlanPeriod, day: date) -> tuple[OfficialDocument, ...]:
        """Make the task sheets of all people of the school, in the order of their names."""
        return tuple(one.composed.document for one in self._maker.make_sheets(period, day))

    def redrafted(self, paper_id: int, day: date) -> Redraft:
        """Return a document as it would be made of the data now, and what that changes in it."""
        with self._store.read() as session:
            row = find(session, paper_id)
            making, old = replace(_making_of(row), day=day), from_json(row.document)
        made = self._maker.make(making)
        fresh = replace(made.composed.document, number=old.number, issued_on=old.issued_on)
        return Redraft(fresh, compare(old, fresh), _doubts(made))

    def confirm(self, paper_id: int) -> Change:
        """Say that a document agrees with the data as it is, though the data has changed since."""
        with self._store.transaction(_("Đối chiếu văn bản với dữ liệu")) as act:
            row = find(act.session, paper_id)
            row.fingerprint = self._maker.fingerprint(_making_of(row))
        return act.change

    def duplicate(self, paper_id: int) -> int:
        """Store a copy of a document as a draft, without number and date, and return its id."""
        with self._store.transaction(_("Nhân bản văn bản")) as act:
            old = find(act.session, paper_id)
            row = Paper(kind=old.kind, year=old.year, fingerprint=old.fingerprint)
            row.school_year, row.about = old.school_year, dict(old.about)
            document = from_json(old.document)
            number = replace(document.number, value="")
            _write(row, replace(document, number=number, issued_on=None))
            act.session.add(row)
            act.session.flush()
            return row.id

    def renew(self, paper_id: int, day: date) -> tuple[int, tuple[str, ...]]:
        """Bring a document to the data as it is: a draft itself, an issued one by a new draft.

        Returns the id of the draft and what a person still has to look at.
        """
        with self._store.read() as session:
            row = find(session, paper_id)
            issued, making = row.status is PaperStatus.ISSUED, _making_of(row)
        if not issued:
            return paper_id, self.refresh(paper_id, day)
        about = next(iter(making.about.values()), None)
        return self.add_draft(
            making.kind, making.period, None if about is None else str(about), day
        )

    def save_document(self, paper_id: int, document: OfficialDocument) -> Change:
        """Keep an edited document; saves that follow each other closely are one undo step."""
        with self._store.transaction(_("Sửa văn bản"), merge_key=f"paper:{paper_id}") as act:
            _write(_find_draft(act.session, paper_id), document)
        return act.change

    # --- going out ---

    def next_number(self, paper_id: int, day: date) -> str:
        """Return the number that the register of the issuing body would give on a day."""
        with self._store.read() as session:
            document = from_json(find(session, paper_id).document)
            return written_number(next_number(session, body_of(document), day.year))

    def issue(self, paper_id: int, day: date, number: int | None = None) -> PaperSummary:
        """Issue a document: date, number, register, lock; a form has neither number nor line.

        Raises InputError where the number is taken or the document has been issued already.
        """
        with self._store.transaction(_("Ban hành văn bản")) as act:
            row = _find_draft(act.session, paper_id)
            document = replace(from_json(row.document), issued_on=day)
            if document.kind not in FORMS:
                given = take_number(act.session, body_of(document), day.year, number)
                symbol = document.number.symbol
                document = replace(document, number=DocumentNumber(written_number(given), symbol))
                line = self._registrar.line(document, given)
                act.session.add(line)
                act.session.flush()
                row.register_id = line.id
            _write(row, document)
            row.status = PaperStatus.ISSUED
            act.session.flush()
            return summary_of(row)

    def export(self, paper_id: int, target: Path, *, overwrite: bool = False) -> Path:
        """Write a stored document to a .docx or .pdf file, note that it went out, return the path.

        A store that is open for reading only notes nothing.
        """
        path = self._files.export(self.paper(paper_id).document, target, overwrite=overwrite)
        self.note_exported([paper_id])
        return path

    def note_exported(self, paper_ids: Iterable[int]) -> None:
        """Note that documents went out; a store that is open for reading only notes nothing."""
        if self._store.read_only:
            return
        with self._store.transaction(_("Xuất văn bản"), undoable=False) as act:
            for paper_id in paper_ids:
                find(act.session, paper_id).exported_at = self._store.clock()

    def export_made(
        self,
        kind: str,
        period: PlanPeriod,
        about: str | None,
        target: Path,
        day: date,
        *,
        overwrite: bool = False,
    ) -> tuple[Path, tuple[str, ...]]:
        """Write a document of a kind: the stored one if there is any, else one made now.

        Without `about`, the task sheets of all people go into one file, and so do the judges'
        sheets of the year's newest round and the papers of all groups. Returns the path and what
        a person has to look at.
        """
        if kind == "phieu-giao-viec" and about is None:
            made = self._maker.make_sheets(period, day)
            if not made:
                raise InputError(
                    _("Chưa có ai trong danh sách nhân sự để lập phiếu giao việc."),
                    _("Xin nhập nhân sự trước."),
                )
            documents = [one.composed.document for one in made]
            return self._files.export_several(documents, target, overwrite=overwrite), ()
        if kind == SHEET_KIND and about is None:
            sheets = self.score_sheets(period, None, day)
            return self._files.export_several(sheets, target, overwrite=overwrite), ()
        several = self._maker.make_of_groups(kind, period, day) if about is None else []
        if several:
            documents = [one.composed.document for one in several]
            return self._files.export_several(documents, target, overwrite=overwrite), ()
        making = self._maker.making(kind, period, about, day)
        stored = self._stored(making)
        if stored is not None:
            return self.export(stored, target, overwrite=overwrite), ()
        one = self._maker.make(making)
        path = self._files.export(one.composed.document, target, overwrite=overwrite)
        return path, _doubts(one)

    def _stored(self, making: Making) -> int | None:
        """Return the newest stored document of a kind, a year, and what it is about."""
        for one in self.papers(making.period.year, making.kind):
            about = {name: value for name, value in one.about.items() if name != _DAY}
            if about == making.about:
                return one.id
        return None

    # --- the bin ---

    def throw_away(self, paper_id: int) -> Change:
        """Put a draft into the bin; an issued document stays where it is and raises InputError."""
        with self._store.transaction(_("Xoá văn bản")) as act:
            _find_draft(act.session, paper_id).deleted_at = self._store.clock()
        return act.change

    def bring_back(self, paper_id: int) -> Change:
        """Take a document out of the bin."""
        with self._store.transaction(_("Lấy lại văn bản")) as act:
            find(act.session, paper_id, in_bin=True).deleted_at = None
        return act.change

    def remove_for_good(self, paper_id: int) -> Change:
        """Remove a document that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn văn bản"), undoable=False) as act:
            remove_for_good(act.session, find(act.session, paper_id, in_bin=True))
        return act.change


def find(session: Session, paper_id: int, *, in_bin: bool = False) -> Paper:
    """Return the row of a document; raises InputError where there is none."""
    row = session.get(Paper, paper_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có văn bản số {id}.").format(id=paper_id),
            _("Xin xem danh sách văn bản để chọn số đúng."),
        )
    return row


def _find_draft(session: Session, paper_id: int) -> Paper:
    row = find(session, paper_id)
    if row.status is PaperStatus.ISSUED:
        raise InputError(
            _("Văn bản “{subject}” đã ban hành nên đã khoá.").format(subject=row.subject),
            _("Xin lập văn bản mới để thay thế."),
        )
    return row


def _making_of(row: Paper) -> Making:
    school_year = SchoolYear.parse(row.school_year) if row.school_year else None
    about = {name: value for name, value in row.about.items() if name in set(About)}
    day = date.fromisoformat(row.about[_DAY])
    return Making(row.kind, PlanPeriod(row.year, school_year), about, day)


def _write(row: Paper, document: OfficialDocument) -> None:
    row.title = document.title
    row.subject = document.subject.plain
    row.number, row.symbol = document.number.value, document.number.symbol
    row.issued_on = document.issued_on
    row.document = to_json(document)
    row.folded = fold(to_text(document))


def _doubts(made: Made) -> tuple[str, ...]:
    open_points = [_("Còn để trống: {label}.").format(label=one) for one in made.composed.missing]
    return (*open_points, *made.doubts)
