"""Use cases about dossiers: made of who passed the vote, sent, returned, decided.

What a decision grants becomes the records of the people in the same step; undo takes both back.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.dossier import Dossier, DossierEntry, DossierSlot
from tdkt_desktop.services.dossier_decisions import grant, refuse_all
from tdkt_desktop.services.dossier_reading import entries_of, proposable_of, view
from tdkt_desktop.services.dossier_views import (
    STATE_NAMES,
    DossierLevel,
    DossierState,
    Step,
)
from tdkt_desktop.services.years import read_year
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.award_words import AwardWords
    from tdkt_desktop.services.dossier_views import (
        Decision,
        DossierForm,
        DossierView,
        Proposable,
    )
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.votes import VoteService

_FROM: Final = {
    DossierState.DRAFT: (DossierState.COMPLETE,),
    DossierState.COMPLETE: (DossierState.DRAFT, DossierState.RETURNED),
    DossierState.SENT: (DossierState.COMPLETE,),
    DossierState.RETURNED: (DossierState.SENT,),
    DossierState.REFUSED: (DossierState.SENT,),
}
"""From which states a dossier comes into another; a decision has rules of its own."""


class DossierService:
    """Keeps dossiers; each change is one undo step."""

    def __init__(
        self, store: Store, awards: AwardWords, law: LawBookService, votes: VoteService
    ) -> None:
        self._store, self._awards, self._law, self._votes = store, awards, law, votes

    # --- asking ---

    def dossiers(self, year: str | None = None, *, in_bin: bool = False) -> tuple[DossierView, ...]:
        """Return the dossiers of a year, or of all, in the order they were made."""
        query = select(Dossier).where(Dossier.deleted_at.is_not(None) == in_bin)
        if year is not None:
            query = query.where(Dossier.year == read_year(year))
        with self._store.read() as session:
            rows = session.scalars(query.order_by(Dossier.year, Dossier.id)).all()
            return tuple(view(session, row, self._votes) for row in rows)

    def dossier(self, dossier_id: int) -> DossierView:
        """Return a dossier; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return view(session, find_dossier(session, dossier_id), self._votes)

    def dossier_of_entry(self, entry_id: int) -> DossierView:
        """Return the dossier that a nominee belongs to."""
        with self._store.read() as session:
            row = _find_entry(session, entry_id)
            return view(session, find_dossier(session, row.dossier_id), self._votes)

    def proposable(self, year: str) -> tuple[Proposable, ...]:
        """Return who passed the council's vote of a year, and for what."""
        with self._store.read() as session:
            return proposable_of(session, read_year(year), self._awards)

    # --- making and filling ---

    def make(self, year: str, form: DossierForm, chosen: Sequence[Proposable], day: date) -> int:
        """Store a dossier of nominees that passed and return its id.

        Raises InputError where nobody is chosen, or somebody is in another dossier for that award.
        """
        if not chosen:
            raise InputError(
                _("Chưa chọn ai để lập hồ sơ."),
                _("Xin chọn trong những người, tập thể đã được Hội đồng thông qua."),
            )
        with self._store.transaction(_("Lập hồ sơ đề nghị")) as act:
            row = Dossier(year=read_year(year), steps=[])
            _write(row, form)
            _come_to(row, DossierState.DRAFT, day)
            act.session.add(row)
            act.session.flush()
            self._put_in(act.session, row, chosen)
            return row.id

    def save(self, dossier_id: int, form: DossierForm) -> Change:
        """Store what a form says about a dossier."""
        with self._store.transaction(_("Sửa hồ sơ đề nghị")) as act:
            _write(find_dossier(act.session, dossier_id), form)
        return act.change

    def add(self, dossier_id: int, chosen: Sequence[Proposable]) -> Change:
        """Put more nominees into a dossier that is still in the making."""
        with self._store.transaction(_("Thêm vào hồ sơ")) as act:
            row = _find_open(act.session, dossier_id)
            self._put_in(act.session, row, chosen)
        return act.change

    def take_out(self, entry_ids: Iterable[int]) -> Change:
        """Take nominees out of a dossier that is still in the making."""
        with self._store.transaction(_("Bỏ khỏi hồ sơ")) as act:
            for entry_id in entry_ids:
                entry = _find_entry(act.session, entry_id)
                _find_open(act.session, entry.dossier_id)
                own = select(DossierSlot).where(DossierSlot.entry_id == entry_id)
                for slot in act.session.scalars(own):
                    act.session.delete(slot)
                act.session.flush()
                act.session.delete(entry)
        return act.change

    def put_in_order(self, entry_ids: Sequence[int]) -> Change:
        """Say in which order the papers name the nominees."""
        with self._store.transaction(_("Sắp xếp hồ sơ")) as act:
            for place, entry_id in enumerate(entry_ids):
                _find_entry(act.session, entry_id).place = place
        return act.change

    def set_prize(self, entry_id: int, amount: int | None) -> Change:
        """Say what the school pays to a nominee; None goes back to what the law's data come to."""
        if amount is not None and amount < 0:
            raise InputError(_("Tiền thưởng không được âm."), _("Xin nhập lại số tiền."))
        with self._store.transaction(_("Ghi tiền thưởng")) as act:
            _find_entry(act.session, entry_id).prize = amount
        return act.change

    # --- states ---

    def mark_complete(self, dossier_id: int, day: date) -> Change:
        """Say that nothing is missing any more."""
        return self._move(dossier_id, DossierState.COMPLETE, day, _("Đánh dấu đủ hồ sơ"))

    def reopen(self, dossier_id: int, day: date) -> Change:
        """Go back to work on a dossier that was complete."""
        return self._move(dossier_id, DossierState.DRAFT, day, _("Sửa tiếp hồ sơ"))

    def send(self, dossier_id: int, day: date, to: str, received_on: date | None = None) -> Change:
        """Note that a dossier left: when, to whom, and when it was taken in if that is known."""
        whom = clean_line(to)
        if not whom:
            raise InputError(_("Chưa ghi nơi nhận hồ sơ."), _("Xin ghi cơ quan đã nhận hồ sơ."))
        with self._store.transaction(_("Ghi đã gửi hồ sơ")) as act:
            row = find_dossier(act.session, dossier_id)
            _require(row, DossierState.SENT)
            row.sent_on, row.sent_to = day, whom
            row.received_on = received_on or row.received_on
            _come_to(row, DossierState.SENT, day, whom)
        return act.change

    def give_back(self, dossier_id: int, day: date, reason: str) -> Change:
        """Note that a dossier came back, and why; everything in it stays as it is."""
        said = _reason(reason, _("Chưa ghi lý do bị trả lại."))
        with self._store.transaction(_("Ghi hồ sơ bị trả lại")) as act:
            row = find_dossier(act.session, dossier_id)
            _require(row, DossierState.RETURNED)
            row.returned_on, row.returned_reason = day, said
            _come_to(row, DossierState.RETURNED, day, said)
        return act.change

    def resume(self, dossier_id: int, day: date) -> Change:
        """Go on with a dossier that came back, where it was before it left."""
        return self._move(dossier_id, DossierState.COMPLETE, day, _("Làm tiếp hồ sơ bị trả lại"))

    def refuse(self, dossier_id: int, day: date, reason: str) -> Change:
        """Note that nothing of a dossier was granted, and why."""
        said = _reason(reason, _("Chưa ghi lý do không được duyệt."))
        with self._store.transaction(_("Ghi hồ sơ không được duyệt")) as act:
            row = find_dossier(act.session, dossier_id)
            _require(row, DossierState.REFUSED)
            refuse_all(act.session, row.id, self._store.clock())
            _come_to(row, DossierState.REFUSED, day, said)
        return act.change

    def decide(
        self, dossier_id: int, decision: Decision, granted: Collection[int] | None = None
    ) -> Change:
        """Note a decision; those it grants get the award among their records.

        `granted` are ids of nominees, None all of them. A decision that was noted already is
        corrected, and the records with it. Raises InputError for a dossier that never left, unless
        the school itself decides.
        """
        number, body = clean_line(decision.number), clean_line(decision.body)
        if not number or not body:
            raise InputError(
                _("Quyết định phải có số và cơ quan quyết định."), _("Xin ghi đủ rồi lưu lại.")
            )
        with self._store.transaction(_("Ghi quyết định khen thưởng")) as act:
            row = find_dossier(act.session, dossier_id)
            _require_decidable(row)
            row.number, row.decided_on, row.body = number, decision.decided_on, body
            _come_to(row, DossierState.DECIDED, decision.decided_on, number)
            grant(act.session, row, self._law.book(), granted, self._store.clock())
        return act.change

    # --- the bin ---

    def throw_away(self, dossier_ids: Iterable[int]) -> Change:
        """Put dossiers into the bin; one that was decided stays and raises InputError."""
        with self._store.transaction(_("Xoá hồ sơ đề nghị")) as act:
            for dossier_id in dossier_ids:
                row = find_dossier(act.session, dossier_id)
                if row.state is DossierState.DECIDED:
                    raise InputError(
                        _("Hồ sơ “{name}” đã có quyết định nên không xoá.").format(name=row.name),
                        _("Xin giữ hồ sơ này để tra cứu."),
                    )
                row.deleted_at = self._store.clock()
        return act.change

    def bring_back(self, dossier_ids: Iterable[int]) -> Change:
        """Take dossiers out of the bin."""
        with self._store.transaction(_("Lấy lại hồ sơ đề nghị")) as act:
            for dossier_id in dossier_ids:
                find_dossier(act.session, dossier_id, in_bin=True).deleted_at = None
        return act.change

    # --- inside ---

    def _move(self, dossier_id: int, state: DossierState, day: date, label: str) -> Change:
        with self._store.transaction(label) as act:
            row = find_dossier(act.session, dossier_id)
            _require(row, state)
            _come_to(row, state, day)
        return act.change

    def _put_in(self, session: Session, row: Dossier, chosen: Sequence[Proposable]) -> None:
        known = {
            (one.candidate.subject, one.award): one.dossier_id
            for one in proposable_of(session, row.year, self._awards)
        }
        place = len(entries_of(session, row.id))
        for offset, one in enumerate(chosen):
            if known.get((one.candidate.subject, one.award)) is not None:
                raise InputError(
                    _("“{name}” đã có trong một hồ sơ đề nghị {award} của năm.").format(
                        name=one.candidate.name, award=one.name
                    ),
                    _("Mỗi người chỉ vào một hồ sơ cho một danh hiệu; xin bỏ chọn người này."),
                )
            session.add(
                DossierEntry(
                    dossier_id=row.id,
                    nomination_id=one.nomination_id,
                    person_id=one.candidate.subject.person_id,
                    group_id=one.candidate.subject.group_id,
                    award=one.award,
                    name=one.name,
                    place=place + offset,
                )
            )
        session.flush()


def find_dossier(session: Session, dossier_id: int, *, in_bin: bool = False) -> Dossier:
    """Return the row of a dossier; raises InputError where there is none."""
    row = session.get(Dossier, dossier_id)
    if row is None or row.in_bin != in_bin:
        raise InputError(
            _("Không có hồ sơ số {id}.").format(id=dossier_id), _("Xin xem lại danh sách hồ sơ.")
        )
    return row


def _find_open(session: Session, dossier_id: int) -> Dossier:
    row = find_dossier(session, dossier_id)
    if row.state is not DossierState.DRAFT:
        raise InputError(
            _("Hồ sơ “{name}” không còn ở bước lập.").format(name=row.name),
            _("Xin chuyển hồ sơ về “Đang lập” trước khi thêm, bớt."),
        )
    return row


def _find_entry(session: Session, entry_id: int) -> DossierEntry:
    row = session.get(DossierEntry, entry_id)
    if row is None:
        raise InputError(
            _("Không có dòng hồ sơ số {id}.").format(id=entry_id), _("Xin mở lại hồ sơ.")
        )
    return row


def _write(row: Dossier, form: DossierForm) -> None:
    if not clean_line(form.name):
        raise InputError(_("Tên hồ sơ không được để trống."), _("Xin nhập tên rồi lưu lại."))
    row.name, row.receiver = clean_line(form.name), clean_line(form.receiver)
    row.level, row.deadline = form.level, form.deadline
    row.received_on, row.note = form.received_on, clean(form.note)


def _come_to(row: Dossier, state: DossierState, day: date, note: str = "") -> None:
    row.state = state
    step = asdict(Step(state, day, note)) | {"state": state.value, "day": day.isoformat()}
    row.steps = [*row.steps, step]


def _require(row: Dossier, state: DossierState) -> None:
    if row.state not in _FROM[state]:
        raise InputError(
            _("Hồ sơ “{name}” đang ở bước “{now}”, không chuyển sang “{then}” được.").format(
                name=row.name, now=_(STATE_NAMES[row.state]), then=_(STATE_NAMES[state])
            ),
            _("Xin làm lần lượt từng bước của hồ sơ."),
        )


def _require_decidable(row: Dossier) -> None:
    allowed = [DossierState.SENT, DossierState.DECIDED]
    if row.level is DossierLevel.SCHOOL:
        allowed.append(DossierState.COMPLETE)
    if row.state not in allowed:
        raise InputError(
            _("Hồ sơ “{name}” chưa gửi đi nên chưa ghi quyết định được.").format(name=row.name),
            _("Xin ghi ngày gửi và nơi nhận trước."),
        )


def _reason(text: str, message: str) -> str:
    said = clean_line(text)
    if not said:
        raise InputError(message, _("Xin ghi lý do rồi lưu lại."))
    return said
