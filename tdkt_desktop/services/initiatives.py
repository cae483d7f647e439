"""Use cases about initiatives: written, submitted, recognised or refused, and what each served."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import AwardKind, Initiative, InitiativePart, InitiativeState
from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.rules.initiative_rules import InitiativeLaw, load_initiative_law
from tdkt_desktop.services.initiative_reading import (
    award_names,
    files_of,
    parts_of,
    rows_of,
)
from tdkt_desktop.services.initiative_views import (
    InitiativeCard,
    InitiativeForm,
    InitiativeRow,
    LedgerLine,
    Recognition,
)
from tdkt_desktop.services.known_awards import KnownAwards
from tdkt_desktop.services.record_views import InitiativeData, initiative_view
from tdkt_desktop.services.record_writing import shares_fault, write_initiative
from tdkt_desktop.services.years import read_year
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.overlap import FoldedText, dump_sketch
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store


class InitiativeService:
    """Keeps the initiatives; each change is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def law(self) -> InitiativeLaw:
        """The levels, and the headings of a description."""
        return load_initiative_law()

    # --- asking ---

    def rows(self, year: str | None = None, *, in_bin: bool = False) -> tuple[InitiativeRow, ...]:
        """Return the initiatives of a year ("2025-2026") or of all years, the newest first."""
        there = Initiative.deleted_at.is_not(None) if in_bin else Initiative.deleted_at.is_(None)
        query = select(Initiative).where(there)
        if year is not None:
            query = query.where(Initiative.year == year)
        query = query.order_by(Initiative.year.desc(), Initiative.id.desc())
        with self._store.read() as session:
            return rows_of(session, session.scalars(query))

    def row(self, initiative_id: int) -> InitiativeRow:
        """Return one initiative as lists show it."""
        with self._store.read() as session:
            return rows_of(session, [find(session, initiative_id)])[0]

    def card(self, initiative_id: int) -> InitiativeCard:
        """Return all of an initiative; raises InputError where there is none of that id."""
        with self._store.read() as session:
            row = find(session, initiative_id)
            (shown,) = rows_of(session, [row])
            files = files_of(session, initiative_id, self._store.attachments.has)
            return InitiativeCard(shown, parts_of(session, initiative_id), row.notes, files)

    def years(self) -> tuple[str, ...]:
        """Return the years that have initiatives, the newest first."""
        query = select(Initiative.year).where(Initiative.deleted_at.is_(None)).distinct()
        with self._store.read() as session:
            return tuple(sorted(session.scalars(query), reverse=True))

    def missing(self, form: InitiativeForm) -> tuple[str, ...]:
        """Return a sentence for each thing that the papers of an initiative still lack."""
        return tuple(_missing(form, self.law))

    # --- writing ---

    def add(self, form: InitiativeForm) -> int:
        """Store a new initiative and return its id."""
        with self._store.transaction(_("Thêm sáng kiến")) as act:
            row = Initiative()
            data = InitiativeData(title=form.title, year=form.year)
            _write(act.session, row, data, form)
            return row.id

    def save(self, initiative_id: int, form: InitiativeForm) -> Change:
        """Store what its authors say; saves that follow each other closely are one undo step."""
        label, key = _("Sửa sáng kiến"), f"initiative:{initiative_id}"
        with self._store.transaction(label, merge_key=key) as act:
            row = find(act.session, initiative_id)
            _write(act.session, row, initiative_view(row, []).data, form)
        return act.change

    # --- states ---

    def submit(self, ids: Iterable[int]) -> Change:
        """Say that initiatives were handed in; InputError for one without authors and shares."""
        with self._store.transaction(_("Nộp sáng kiến")) as act:
            for shown in rows_of(act.session, [find(act.session, one) for one in ids]):
                _require_authors(shown)
                row = find(act.session, shown.id)
                if row.state is InitiativeState.DRAFT:
                    row.state = InitiativeState.SUBMITTED
        return act.change

    def take_back(self, ids: Iterable[int]) -> Change:
        """Make drafts again of initiatives; what a level has recognised or scored stays so."""
        with self._store.transaction(_("Đưa sáng kiến về nháp")) as act:
            for one in ids:
                row = find(act.session, one)
                if row.state in (InitiativeState.SUBMITTED, InitiativeState.REFUSED):
                    row.state = InitiativeState.DRAFT
        return act.change

    def refuse(self, ids: Iterable[int], reason: str) -> Change:
        """Say that initiatives were not recognised, and why; the reason joins the notes."""
        if not clean_line(reason):
            raise InputError(
                _("Chưa ghi lý do không công nhận."), _("Xin ghi lý do để tác giả được biết.")
            )
        with self._store.transaction(_("Không công nhận sáng kiến")) as act:
            for one in ids:
                row = find(act.session, one)
                _forget_recognition(row)
                row.state = InitiativeState.REFUSED
                row.notes = _joined(row.notes, clean_line(reason))
        return act.change

    def recognise(self, ids: Iterable[int], given: Recognition) -> Change:
        """Recognise initiatives by one decision; an earlier decision is kept in their notes.

        Raises InputError for a level that nobody knows or a decision without number or date.
        """
        recognition = self._checked(given)
        with self._store.transaction(_("Công nhận sáng kiến")) as act:
            for one in ids:
                row = find(act.session, one)
                row.notes = _joined(row.notes, self._earlier(row, recognition))
                row.recognised, row.reach = recognition.level, recognition.reach
                row.number, row.body = recognition.number, recognition.body
                row.decided_on = recognition.decided_on
                row.state = InitiativeState.RECOGNISED
        return act.change

    def take_recognition_back(self, ids: Iterable[int]) -> Change:
        """Take the recognition of initiatives back; they are as they were handed in."""
        with self._store.transaction(_("Bỏ công nhận sáng kiến")) as act:
            for one in ids:
                row = find(act.session, one)
                if row.state is InitiativeState.RECOGNISED:
                    _forget_recognition(row)
                    row.state = InitiativeState.SUBMITTED
        return act.change

    def confirm_reach(self, ids: Iterable[int], reach: str) -> Change:
        """Say how far the effect of recognised initiatives was confirmed."""
        self._known(reach)
        with self._store.transaction(_("Ghi phạm vi ảnh hưởng")) as act:
            for one in ids:
                find(act.session, one).reach = reach
        return act.change

    # --- the ledger ---

    def ledger(self, year: str | None = None) -> tuple[LedgerLine, ...]:
        """Return where initiatives were used, by the year of the award, the newest first."""
        names = self.awards_known()
        with self._store.read():
            lines = [
                LedgerLine(
                    row.id, row.title, row.year, row.author_names,
                    use.award, names.get(use.award, use.award), use.year,
                )
                for row in self.rows()
                for use in row.used_for
                if year is None or use.year == year
            ]  # fmt: skip
        return tuple(sorted(lines, key=lambda line: line.award_year, reverse=True))

    def awards_known(self) -> dict[str, str]:
        """Return the awards of people by their codes, those of the school's records included."""
        known = KnownAwards()
        shipped = (*known.of(AwardKind.TITLE, collective=False),)
        shipped += known.of(AwardKind.COMMENDATION, collective=False)
        with self._store.read() as session:
            return {one.code: one.name for one in shipped} | award_names(session)

    def use(self, ids: Iterable[int], award: str, year: str) -> Change:
        """Note that initiatives were used for an award of a year.

        Raises InputError for one that is not recognised, or that was used for the same already.
        """
        entry = {"award": clean_line(award), "year": read_year(year)}
        if not entry["award"]:
            raise InputError(_("Chưa chọn danh hiệu, hình thức khen thưởng."))
        with self._store.transaction(_("Ghi sử dụng sáng kiến")) as act:
            for one in ids:
                row = find(act.session, one)
                _require_free(row, entry)
                row.used_for = [*row.used_for, entry]
        return act.change

    def release(self, initiative_id: int, award: str, year: str) -> Change:
        """Take a use of an initiative out of the ledger."""
        entry = {"award": award, "year": year}
        with self._store.transaction(_("Bỏ ghi sử dụng sáng kiến")) as act:
            row = find(act.session, initiative_id)
            row.used_for = [use for use in row.used_for if use != entry]
        return act.change

    # --- the bin ---

    def throw_away(self, ids: Iterable[int]) -> Change:
        """Put initiatives into the bin."""
        with self._store.transaction(_("Xoá sáng kiến")) as act:
            for one in ids:
                find(act.session, one).deleted_at = self._store.clock()
        return act.change

    def bring_back(self, ids: Iterable[int]) -> Change:
        """Take initiatives out of the bin."""
        with self._store.transaction(_("Lấy lại sáng kiến")) as act:
            for one in ids:
                find(act.session, one, in_bin=True).deleted_at = None
        return act.change

    def remove_for_good(self, initiative_id: int) -> Change:
        """Remove an initiative that lies in the bin; only a back-up can bring it back."""
        with self._store.transaction(_("Xoá hẳn sáng kiến"), undoable=False) as act:
            remove_for_good(act.session, find(act.session, initiative_id, in_bin=True))
        return act.change

    # --- small steps ---

    def _checked(self, given: Recognition) -> Recognition:
        self._known(given.level)
        self._known(given.reach)
        if not clean_line(given.number) or given.decided_on is None:
            raise InputError(
                _("Quyết định công nhận chưa có số hoặc ngày."), _("Xin ghi đủ số và ngày.")
            )
        return replace(given, number=clean_line(given.number), body=clean_line(given.body))

    def _known(self, code: str) -> None:
        if self.law.level(code) is None:
            raise InputError(
                _("Không có phạm vi, cấp công nhận “{code}”.").format(code=code),
                _("Các mã dùng được: {codes}.").format(
                    codes=", ".join(one.code for one in self.law.levels)
                ),
            )

    def _earlier(self, row: Initiative, new: Recognition) -> str:
        """Return the words for the decision that a later one takes the place of."""
        same = (row.recognised, row.number) == (new.level, new.number)
        if not row.recognised or not row.number or same:
            return ""
        return _("Đã được công nhận {level} theo Quyết định số {number} ngày {day}.").format(
            level=self.law.recogniser_name(row.recognised),
            number=row.number,
            day=short_date(row.decided_on) if row.decided_on else "…",
        )


def find(session: Session, initiative_id: int, *, in_bin: bool = False) -> Initiative:
    """Return the row of an initiative; raises InputError where there is none."""
    row = session.get(Initiative, initiative_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có sáng kiến số {id}.").format(id=initiative_id),
            _("Sáng kiến này có thể đã được xoá; xin xem lại danh sách."),
        )
    return row


def _write(session: Session, row: Initiative, data: InitiativeData, form: InitiativeForm) -> None:
    """Put a form into its rows; what a council or a level has said of it stays."""
    said = replace(
        data,
        title=form.title,
        year=form.year,
        kind=form.kind,
        field=form.field,
        authors=form.authors,
        notes=form.notes,
    )
    row.applied_on = form.applied_on
    write_initiative(session, row, said)
    parts = {key: clean(text).strip() for key, text in form.parts.items()}
    _write_parts(session, row.id, parts)
    row.sketch = dump_sketch(FoldedText(parts).sketch())


def _write_parts(session: Session, initiative_id: int, parts: Mapping[str, str]) -> None:
    query = select(InitiativePart).where(InitiativePart.initiative_id == initiative_id)
    rows = {row.key: row for row in session.scalars(query)}
    for key, text in parts.items():
        row = rows.pop(key, None)
        if row is None and text:
            session.add(InitiativePart(initiative_id=initiative_id, key=key, text=text))
        elif row is not None:
            row.text = text
    for row in rows.values():
        session.delete(row)


def _require_authors(row: InitiativeRow) -> None:
    if not row.authors:
        raise InputError(
            _("Sáng kiến “{title}” chưa có tác giả.").format(title=row.title),
            _("Xin thêm tác giả rồi nộp."),
        )
    if any(one.share is None for one in row.authors):
        raise InputError(
            _("Sáng kiến “{title}” chưa ghi tỉ lệ đóng góp của từng tác giả.").format(
                title=row.title
            ),
            _("Xin ghi tỉ lệ, cộng lại bằng 100%."),
        )


def _require_free(row: Initiative, entry: dict[str, str]) -> None:
    if not row.recognised:
        raise InputError(
            _("Sáng kiến “{title}” chưa được công nhận nên chưa dùng để xét được.").format(
                title=row.title
            ),
            _("Xin ghi quyết định công nhận trước."),
        )
    if entry in row.used_for:
        raise InputError(
            _("Sáng kiến “{title}” đã ghi dùng cho {award} năm {year}.").format(
                title=row.title, **entry
            )
        )


def _forget_recognition(row: Initiative) -> None:
    row.recognised = row.reach = row.number = row.body = ""
    row.decided_on = None


def _joined(notes: str, words: str) -> str:
    return "\n".join(part for part in (notes.strip(), words) if part)


def _missing(form: InitiativeForm, law: InitiativeLaw) -> Iterator[str]:
    if not form.authors:
        yield _("Chưa có tác giả.")
    fault, _hint = shares_fault(form.authors)
    if fault:
        yield fault
    elif any(one.share is None for one in form.authors):
        yield _("Chưa ghi đủ tỉ lệ đóng góp.")
    if form.applied_on is None:
        yield _("Chưa ghi ngày áp dụng lần đầu.")
    for part in law.parts:
        if not part.otherwise and not form.parts.get(part.key, "").strip():
            yield _("Chưa viết mục “{name}”.").format(name=part.name)
