"""Use cases about the scoring of initiatives: the criteria sheet, rounds, points, their end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import Initiative, InitiativeState
from tdkt_desktop.models.scoring import RoundEntry, ScoreOutcome, ScoreSheet, ScoringRound
from tdkt_desktop.rules.initiative_rules import CriteriaSheet, load_criteria, sheet_of
from tdkt_desktop.services.council_views import MeetingFacts
from tdkt_desktop.services.initiatives import find
from tdkt_desktop.services.score_results import check_points
from tdkt_desktop.services.scoring_reading import judge_values, rounds_of
from tdkt_desktop.services.scoring_views import EntryView, Judge, RoundFacts, RoundView
from tdkt_desktop.services.years import read_year
from tdkt_desktop.vietnamese.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store
    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.councils import CouncilService
    from tdkt_desktop.services.settings import SettingService

SHEET_KEY: Final = "initiative.criteria"
Given = dict[tuple[int, str], float | None]
"""Points by judge and criterion; None takes them away."""


class ScoringService:
    """Keeps the criteria sheet and the rounds in which a council scores initiatives."""

    def __init__(self, store: Store, settings: SettingService, councils: CouncilService) -> None:
        self._store, self._settings, self._councils = store, settings, councils

    # --- the criteria sheet ---

    @property
    def sheet(self) -> CriteriaSheet:
        """The school's criteria sheet, or the shipped one where the school has none."""
        stored = self._settings.get(SHEET_KEY)
        return sheet_of(stored) if stored else load_criteria()

    @property
    def has_own_sheet(self) -> bool:
        """Tell whether the school has changed the shipped sheet."""
        return bool(self._settings.get(SHEET_KEY))

    def save_sheet(self, sheet: CriteriaSheet) -> Change:
        """Keep the school's own sheet; rounds that have begun keep theirs."""
        values = sheet.checked().as_values()
        return self._settings.set(SHEET_KEY, values, step=_("Sửa phiếu chấm sáng kiến"))

    def reset_sheet(self) -> Change:
        """Go back to the shipped sheet."""
        return self._settings.set(SHEET_KEY, None, step=_("Lấy lại phiếu chấm có sẵn"))

    # --- asking ---

    def rounds(self, year: str | None = None) -> tuple[RoundView, ...]:
        """Return the rounds of a year or of all years, the newest first."""
        query = select(ScoringRound).where(ScoringRound.deleted_at.is_(None))
        if year is not None:
            query = query.where(ScoringRound.year == year)
        query = query.order_by(ScoringRound.year.desc(), ScoringRound.id.desc())
        with self._store.read() as session:
            return rounds_of(session, session.scalars(query), self.sheet)

    def round(self, round_id: int) -> RoundView:
        """Return a round; raises InputError where there is none of that id."""
        with self._store.read() as session:
            return rounds_of(session, [_find(session, round_id)], self.sheet)[0]

    def last_of(self, initiative_id: int) -> EntryView | None:
        """Return an initiative in the newest round that it is part of."""
        query = (
            select(RoundEntry)
            .join(ScoringRound, ScoringRound.id == RoundEntry.round_id)
            .where(RoundEntry.initiative_id == initiative_id, ScoringRound.deleted_at.is_(None))
            .order_by(RoundEntry.round_id.desc())
        )
        with self._store.read() as session:
            entry = session.scalars(query).first()
            return self.round(entry.round_id).entry(entry.id) if entry is not None else None

    # --- a round ---

    def open_round(
        self,
        council_id: int,
        year: str,
        facts: RoundFacts,
        ids: Iterable[int],
        judges: Collection[int] | None = None,
    ) -> int:
        """Begin a round of a council with some initiatives and return its id.

        `judges` are ids of seats, all members in office where nobody is named; the other members
        count as absent. A meeting of the council is stored along. Raises InputError for a round
        without judges or without initiatives.
        """
        council = self._councils.council(council_id)
        scoring = _judges(council, judges)
        with self._store.transaction(_("Mở đợt chấm sáng kiến")) as act:
            chosen = [find(act.session, one).id for one in ids]
            _require_some(scoring, chosen)
            sheet = self.sheet
            row = ScoringRound(
                council_id=council_id,
                year=read_year(year),
                criteria=[_criterion_values(one) for one in sheet.criteria],
                pass_mark=sheet.pass_mark,
                judges=[judge_values(one) for one in scoring],
            )
            row.meeting_id = self._councils.add_meeting(
                council_id, _meeting(facts, council, scoring)
            )
            _write_facts(row, facts)
            act.session.add(row)
            act.session.flush()
            _add_entries(act.session, row.id, chosen, 0)
            return row.id

    def save_round(self, round_id: int, facts: RoundFacts) -> Change:
        """Keep what is said of an open round, and of its meeting."""
        with self._store.transaction(_("Sửa đợt chấm sáng kiến")) as act:
            row = _find_open(act.session, round_id)
            _write_facts(row, facts)
            if row.meeting_id is not None:
                meeting = self._councils.meeting(row.meeting_id).facts
                self._councils.save_meeting(row.meeting_id, _with_facts(meeting, facts))
        return act.change

    def add_to_round(self, round_id: int, ids: Iterable[int]) -> Change:
        """Put more initiatives into an open round."""
        with self._store.transaction(_("Thêm sáng kiến vào đợt chấm")) as act:
            row = _find_open(act.session, round_id)
            there = {entry.initiative_id for entry in _entries(act.session, row.id)}
            new = [find(act.session, one).id for one in ids if one not in there]
            _add_entries(act.session, row.id, new, len(there))
        return act.change

    def take_from_round(self, entry_ids: Iterable[int]) -> Change:
        """Take initiatives with their points out of an open round."""
        with self._store.transaction(_("Bỏ sáng kiến khỏi đợt chấm")) as act:
            for one in entry_ids:
                entry = _find_entry(act.session, one)
                for sheet in _sheets(act.session, entry.id):
                    act.session.delete(sheet)
                act.session.flush()
                act.session.delete(entry)
        return act.change

    def throw_away(self, round_id: int) -> Change:
        """Put an open round into the bin; undo brings it back. A closed one stays."""
        with self._store.transaction(_("Xoá đợt chấm sáng kiến")) as act:
            _find_open(act.session, round_id).deleted_at = self._store.clock()
        return act.change

    # --- points ---

    def give(self, entry_id: int, given: Given) -> Change:
        """Store points of one initiative as one step, as typed into a cell or pasted as a block.

        Raises InputError for points outside a criterion, or from a judge who is an author.
        """
        label, key = _("Ghi điểm sáng kiến"), f"scores:{entry_id}"
        with self._store.transaction(label, merge_key=key) as act:
            entry = _find_entry(act.session, entry_id)
            view = self.round(entry.round_id)
            _check(view, view.entry(entry_id), given)
            _put_points(act.session, entry_id, given)
        return act.change

    def remark(self, entry_id: int, judge: int, words: str) -> Change:
        """Store what a judge says of an initiative."""
        label, key = _("Ghi nhận xét sáng kiến"), f"remark:{entry_id}:{judge}"
        with self._store.transaction(label, merge_key=key) as act:
            _find_entry(act.session, entry_id)
            _sheet(act.session, entry_id, judge).note = clean_line(words)
        return act.change

    def conclude(self, entry_id: int, outcome: ScoreOutcome, words: str = "") -> Change:
        """Store what the council concludes of an initiative, where it is not left to the average.

        A conclusion against the average needs its reason.
        """
        with self._store.transaction(_("Ghi kết luận của Hội đồng")) as act:
            entry = _find_entry(act.session, entry_id)
            passes = self.round(entry.round_id).entry(entry_id).result.passes
            against = passes is not None and outcome is not _outcome(passes)
            if outcome is not ScoreOutcome.OPEN and against and not clean_line(words):
                raise InputError(
                    _("Kết luận khác với điểm trung bình nên cần ghi lý do."),
                    _("Xin ghi lý do vào ô kết luận."),
                )
            entry.outcome, entry.conclusion = outcome, clean_line(words)
        return act.change

    # --- the end of a round ---

    def close(self, round_id: int) -> Change:
        """Close a round: its figures are kept, its initiatives are scored, nothing changes it.

        Raises InputError while a judge has begun a sheet and not finished it, or nobody scored.
        """
        with self._store.transaction(_("Chốt đợt chấm sáng kiến")) as act:
            row = _find_open(act.session, round_id)
            for entry in self.round(round_id).entries:
                _require_whole(entry, self.round(round_id).judges)
                _close_entry(act.session, entry)
            row.closed_at = self._store.clock()
        return act.change

    def correct(self, round_id: int, reason: str) -> int:
        """Begin a new round with the judges, initiatives and points of a closed one.

        The closed one stays as it was; `reason` says why it is done again. Returns the new id.
        """
        if not clean_line(reason):
            raise InputError(_("Chưa ghi lý do chấm lại."), _("Xin ghi lý do rồi làm lại."))
        with self._store.transaction(_("Chấm lại sáng kiến")) as act:
            old = _find(act.session, round_id)
            if old.closed_at is None:
                raise InputError(
                    _("Đợt chấm này chưa chốt nên sửa thẳng được."), _("Không cần mở đợt mới.")
                )
            row = _copy(old, clean_line(reason))
            act.session.add(row)
            act.session.flush()
            for entry in _entries(act.session, old.id):
                _copy_entry(act.session, entry, row.id)
            return row.id


def _judges(council: CouncilView, chosen: Collection[int] | None) -> list[Judge]:
    return [
        Judge(seat.id, seat.person_id, seat.name, seat.position, seat.role)
        for seat in council.members
        if chosen is None or seat.id in chosen
    ]


def _require_some(judges: list[Judge], ids: list[int]) -> None:
    if not judges:
        raise InputError(
            _("Đợt chấm chưa có thành viên Hội đồng nào."),
            _("Xin chọn người chấm, hoặc thêm thành viên vào hội đồng."),
        )
    if not ids:
        raise InputError(_("Đợt chấm chưa có sáng kiến nào."), _("Xin chọn sáng kiến để chấm."))


def _meeting(facts: RoundFacts, council: CouncilView, judges: list[Judge]) -> MeetingFacts:
    there = {judge.member for judge in judges}
    away = tuple(seat.id for seat in council.members if seat.id not in there and seat.id)
    bare = MeetingFacts(subject=clean_line(facts.name) or _("Chấm sáng kiến"), absent=away)
    return _with_facts(bare, facts)


def _with_facts(meeting: MeetingFacts, facts: RoundFacts) -> MeetingFacts:
    return replace(
        meeting,
        subject=clean_line(facts.name) or meeting.subject,
        held_on=facts.held_on,
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        venue=facts.venue,
    )


def _write_facts(row: ScoringRound, facts: RoundFacts) -> None:
    row.name = clean_line(facts.name) or _("Đợt chấm sáng kiến {year}").format(year=row.year)
    row.held_on, row.notes = facts.held_on, clean(facts.notes).strip()


def _criterion_values(one: Any) -> dict[str, Any]:
    return {"key": one.key, "name": one.name, "max": one.max, "hint": one.hint}


def _add_entries(session: Session, round_id: int, ids: Iterable[int], first: int) -> None:
    for place, initiative_id in enumerate(dict.fromkeys(ids), start=first):
        session.add(RoundEntry(round_id=round_id, initiative_id=initiative_id, place=place))
    session.flush()


def _check(view: RoundView, entry: EntryView, given: Given) -> None:
    """Raise InputError for points that nobody may give."""
    criteria = {one.key: one for one in view.sheet.criteria}
    for (judge, key), points in given.items():
        if judge in entry.barred and points is not None:
            raise InputError(
                _("{name} là tác giả của sáng kiến này nên không chấm.").format(
                    name=view.judges[judge].name
                ),
                _("Điểm của người khác vẫn tính bình thường."),
            )
        check_points(criteria[key], points)


def _put_points(session: Session, entry_id: int, given: Given) -> None:
    by_judge: dict[int, dict[str, float | None]] = {}
    for (judge, key), points in given.items():
        by_judge.setdefault(judge, {})[key] = points
    for judge, changed in by_judge.items():
        sheet = _sheet(session, entry_id, judge)
        merged: Mapping[str, float | None] = {**sheet.points, **changed}
        sheet.points = {key: points for key, points in merged.items() if points is not None}


def _require_whole(entry: EntryView, judges: tuple[Judge, ...]) -> None:
    """Raise InputError while an entry's sheets are half done."""
    for mark in entry.result.marks:
        if mark.begun and mark.total is None and not mark.barred:
            raise InputError(
                _("{name} chưa chấm đủ các tiêu chí của “{title}”.").format(
                    name=judges[mark.judge].name, title=entry.initiative.title
                ),
                _("Xin chấm nốt, hoặc xoá các ô đã ghi nếu người này không chấm."),
            )
    if not entry.result.scored:
        raise InputError(
            _("Chưa ai chấm “{title}”.").format(title=entry.initiative.title),
            _("Xin chấm, hoặc bỏ sáng kiến này khỏi đợt."),
        )


def _close_entry(session: Session, view: EntryView) -> None:
    entry = session.get_one(RoundEntry, view.id)
    entry.average = view.result.average
    if entry.outcome is ScoreOutcome.OPEN:
        entry.outcome = _outcome(passes=bool(view.result.passes))
    row = session.get_one(Initiative, view.initiative.id)
    if row.state in (InitiativeState.DRAFT, InitiativeState.SUBMITTED):
        row.state = InitiativeState.SCORED


def _outcome(passes: bool) -> ScoreOutcome:
    return ScoreOutcome.PASSED if passes else ScoreOutcome.NOT_PASSED


def _copy(old: ScoringRound, reason: str) -> ScoringRound:
    return ScoringRound(
        council_id=old.council_id,
        meeting_id=old.meeting_id,
        year=old.year,
        name=old.name,
        held_on=old.held_on,
        criteria=old.criteria,
        judges=old.judges,
        pass_mark=old.pass_mark,
        corrects=old.id,
        reason=reason,
        notes=old.notes,
    )


def _copy_entry(session: Session, old: RoundEntry, round_id: int) -> None:
    entry = RoundEntry(round_id=round_id, initiative_id=old.initiative_id, place=old.place)
    session.add(entry)
    session.flush()
    for sheet in _sheets(session, old.id):
        copy = ScoreSheet(entry_id=entry.id, judge=sheet.judge, points=sheet.points)
        copy.note = sheet.note
        session.add(copy)


def _entries(session: Session, round_id: int) -> list[RoundEntry]:
    query = select(RoundEntry).where(RoundEntry.round_id == round_id)
    return list(session.scalars(query.order_by(RoundEntry.place, RoundEntry.id)))


def _sheets(session: Session, entry_id: int) -> list[ScoreSheet]:
    return list(session.scalars(select(ScoreSheet).where(ScoreSheet.entry_id == entry_id)))


def _sheet(session: Session, entry_id: int, judge: int) -> ScoreSheet:
    """Return a judge's sheet of an entry, a new one where there is none."""
    found = next((one for one in _sheets(session, entry_id) if one.judge == judge), None)
    if found is None:
        found = ScoreSheet(entry_id=entry_id, judge=judge, points={})
        session.add(found)
    return found


def _find(session: Session, round_id: int) -> ScoringRound:
    row = session.get(ScoringRound, round_id)
    if row is None or row.in_bin:
        raise InputError(
            _("Không có đợt chấm số {id}.").format(id=round_id),
            _("Xin xem danh sách đợt chấm để chọn số đúng."),
        )
    return row


def _find_open(session: Session, round_id: int) -> ScoringRound:
    row = _find(session, round_id)
    if row.closed_at is not None:
        raise InputError(
            _("Đợt chấm “{name}” đã chốt nên không sửa được.").format(name=row.name),
            _("Nếu có sai sót, xin chấm lại thành đợt mới và ghi rõ lý do."),
        )
    return row


def _find_entry(session: Session, entry_id: int) -> RoundEntry:
    """Return an entry of an open round."""
    entry = session.get(RoundEntry, entry_id)
    if entry is None:
        raise InputError(_("Sáng kiến này không còn trong đợt chấm."), _("Xin mở lại đợt chấm."))
    _find_open(session, entry.round_id)
    return entry
