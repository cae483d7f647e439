"""Looks over a whole dossier before it leaves: every paper must say the same; values only.

Each finding names its place: a paper, or a nominee.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.checks.finding import Severity as Severity
from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_papers import SUBMISSION
from tdkt_desktop.services.dossier_slot_finding import period_of
from tdkt_desktop.services.eligibility_views import Status
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.dossier_paper_data import DossierPaperData
    from tdkt_desktop.services.dossier_slot_finding import SlotView
    from tdkt_desktop.services.dossier_slots import DossierSlotService
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.eligibility import EligibilityService
    from tdkt_desktop.services.law_book import LawBookService
    from tdkt_desktop.services.legal import LegalService
    from tdkt_desktop.services.papers import PaperService
    from tdkt_desktop.services.proofreading import ProofreadingService
    from tdkt_desktop.services.school import SchoolService

_COUNTED: Final = re.compile(
    r"(\d+) trường hợp.{0,40}?(?:gồm|trong đó có) (\d+) cá nhân và (\d+) tập thể", re.DOTALL
)
_SHARE: Final = re.compile(r"^(\d+)/(\d+)$")
_PERCENT: Final = re.compile(r"^(\d+)(?:,(\d{1,2}))?$")
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """Something to look at before a dossier leaves; `where` names the place in words.

    `paper_id` or `slot` lead to a paper, `entry_id` to a nominee; all empty for the dossier
    itself.
    """

    severity: Severity
    where: str
    message: str
    paper_id: int | None = None
    entry_id: int | None = None
    slot: str = ""


class DossierCheckService:
    """Runs the checks over one dossier; nothing is changed."""

    def __init__(
        self,
        data: DossierPaperData,
        slots: DossierSlotService,
        papers: PaperService,
        eligibility: EligibilityService,
        law: LawBookService,
        legal: LegalService,
        proofreader: ProofreadingService,
        school: SchoolService,
    ) -> None:
        self._data, self._slots, self._papers = data, slots, papers
        self._eligibility, self._law, self._legal = eligibility, law, legal
        self._proofreader, self._school = proofreader, school

    def check(self, view: DossierView, today: date) -> tuple[DossierFinding, ...]:
        """Return what is wrong or doubtful in a dossier, the surest first."""
        slots = self._slots.slots(view)
        found = [
            *self._missing(view, slots, today),
            *self._nominees(view),
            *self._law_of(view),
            *self._stored(view, slots, today),
        ]
        once = dict.fromkeys(found)
        return tuple(sorted(once, key=lambda one: _ORDER.index(one.severity)))

    # --- what is there ---

    def _missing(
        self, view: DossierView, slots: tuple[SlotView, ...], today: date
    ) -> Iterator[DossierFinding]:
        left = view.days_left(today)
        due = ""
        if left is not None and view.form.deadline is not None:
            due = _(" trước {day}").format(day=short_date(view.form.deadline))
        for slot in slots:
            if slot.missing:
                yield DossierFinding(
                    Severity.ERROR,
                    _where(slot),
                    _("Còn thiếu{due}.").format(due=due),
                    entry_id=slot.entry_id,
                    slot=slot.key,
                )
        if left is not None and left < 0:
            yield DossierFinding(
                Severity.ERROR, view.form.name, _("Đã quá hạn {n} ngày.").format(n=-left)
            )
        if not view.form.receiver:
            yield DossierFinding(Severity.ERROR, view.form.name, _("Chưa ghi cơ quan nhận hồ sơ."))

    def _nominees(self, view: DossierView) -> Iterator[DossierFinding]:
        day = self._data.law_day(view)
        everybody = {
            one.candidate.subject: one
            for one in self._eligibility.check_all(view.year, received_on=day)
        }
        for entry in view.entries:
            if entry.candidate is None:
                yield _about(entry, Severity.ERROR, _("Không còn trong danh sách nhân sự."))
                continue
            if entry.vote is None:
                yield _about(entry, Severity.ERROR, _("Không thấy kết quả bỏ phiếu đã chốt."))
            checked = everybody.get(entry.subject)
            result = checked.result(entry.award) if checked else None
            if result is None or result.status is Status.ELIGIBLE:
                continue
            if entry.override_reason:
                yield _about(
                    entry,
                    Severity.NOTE,
                    _("Chưa đủ điều kiện trong sổ sách, đề nghị vì: {reason}").format(
                        reason=entry.override_reason
                    ),
                )
            else:
                severity = Severity.ERROR if result.status is Status.NOT_YET else Severity.WARNING
                first = next(iter((*result.unmet, *result.unclear)), None)
                yield _about(entry, severity, first.missing if first else "")

    def _law_of(self, view: DossierView) -> Iterator[DossierFinding]:
        book, day = self._law.book(), self._data.law_day(view)
        level = self._school.profile().level.value
        for award in view.awards:
            name = next(one.name for one in view.entries if one.award == award)
            version = book.version_on(award, day)
            if version is None:
                yield DossierFinding(
                    Severity.WARNING,
                    name,
                    _("Chưa có quy định áp dụng cho hồ sơ nhận ngày {day}.").format(
                        day=short_date(day)
                    ),
                )
                continue
            if version.recheck_from and day >= version.recheck_from:
                yield DossierFinding(Severity.WARNING, name, version.recheck_reason)
            decider = version.decider(level, day)
            if decider is None:
                yield DossierFinding(
                    Severity.WARNING, name, _("Chưa rõ cấp nào có thẩm quyền quyết định.")
                )
            elif not decider.verified:
                yield DossierFinding(
                    Severity.NOTE,
                    name,
                    _("Thẩm quyền “{who}” chưa kiểm chứng.").format(who=decider.who),
                )

    # --- what the papers say ---

    def _stored(
        self, view: DossierView, slots: tuple[SlotView, ...], today: date
    ) -> Iterator[DossierFinding]:
        days: list[tuple[date, str, int]] = []
        for slot in slots:
            for paper_id in slot.paper_ids:
                document = self._papers.paper(paper_id).document
                where = _where(slot)
                yield from self._paper(view, slot, paper_id, document, today)
                if document.issued_on:
                    days.append((document.issued_on, where, paper_id))
        yield from _day_order(view, days)

    def _paper(
        self,
        view: DossierView,
        slot: SlotView,
        paper_id: int,
        document: OfficialDocument,
        today: date,
    ) -> Iterator[DossierFinding]:
        def say(severity: Severity, message: str) -> DossierFinding:
            return DossierFinding(severity, _where(slot), message, paper_id, slot.entry_id)

        text = clean_line(to_text(document))
        yield from (say(Severity.ERROR, one) for one in _names(view, slot, text))
        yield from (say(Severity.ERROR, one) for one in _counts(view, text))
        yield from (say(Severity.ERROR, one) for one in _percentages(document))
        grounds = (ground.plain for ground in document.grounds)
        for doubt in self._legal.doubts(grounds, document.issued_on or today):
            yield say(Severity.WARNING, doubt)
        if slot.kind == SUBMISSION:
            yield from (say(Severity.ERROR, one) for one in self._authority(view, document))
        for one in self._proofreader.check_document(document, period_of(view)):
            if one.severity is not Severity.NOTE:
                yield say(one.severity, f"{one.place}: {one.message}")

    def _authority(self, view: DossierView, document: OfficialDocument) -> Iterator[str]:
        """Say where a submission is not signed by the head of the school, or goes elsewhere."""
        title = " ".join((*document.signature.authority, document.signature.title)).upper()
        if self._school.profile().principal_title.upper() not in title:
            yield _("Người ký không phải người đứng đầu trường ({title}).").format(title=title)
        if view.form.receiver and view.form.receiver not in document.addressees:
            yield _("Kính gửi không phải “{receiver}” như hồ sơ ghi.").format(
                receiver=view.form.receiver
            )


def _about(entry: EntryView, severity: Severity, message: str) -> DossierFinding:
    return DossierFinding(severity, f"{entry.who}, {entry.name}", message, entry_id=entry.id)


def _where(slot: SlotView) -> str:
    return f"{slot.name}, {slot.entry.who}" if slot.entry else slot.name


def _names(view: DossierView, slot: SlotView, text: str) -> Iterator[str]:
    """Say which nominee a paper does not name as the list of people does, and with which award."""
    if slot.entry is not None:
        wanted = [slot.entry]
    elif slot.kind == SUBMISSION:
        wanted = []
        for award in dict.fromkeys(one.name for one in view.entries):
            if award not in text:
                yield _("Không thấy danh hiệu “{award}”.").format(award=award)
    else:
        wanted = list(view.entries)
    for entry in wanted:
        if entry.who not in text:
            yield _("Không thấy tên “{name}”.").format(name=entry.who)
        elif slot.entry is not None and entry.name not in text:
            yield _("Không ghi danh hiệu “{award}” như hồ sơ.").format(award=entry.name)


def _counts(view: DossierView, text: str) -> Iterator[str]:
    """Say where a paper counts otherwise than the dossier holds."""
    people = len({one.subject for one in view.people})
    groups = len({one.subject for one in view.collectives})
    held = (len(view.entries), people, groups)
    for match in _COUNTED.finditer(text):
        said = tuple(map(int, match.groups()))
        if said != held:
            yield _("Ghi {said}, hồ sơ có {held} (trường hợp, cá nhân, tập thể).").format(
                said=" – ".join(map(str, said)), held=" – ".join(map(str, held))
            )


def _percentages(document: OfficialDocument) -> Iterator[str]:
    """Say where a per cent beside a count "8/9" is not what the count comes to."""
    blocks = [*document.body, *(block for annex in document.annexes for block in annex.blocks)]
    for block in blocks:
        if isinstance(block, Table):
            for group in block.groups:
                for row in group.rows:
                    yield from _row_percent([cell.plain.strip() for cell in row.cells])


def _row_percent(cells: list[str]) -> Iterator[str]:
    for place, cell in enumerate(cells[:-1]):
        count, said = _SHARE.match(cell), _PERCENT.match(cells[place + 1])
        if count is None or said is None or not int(count[2]):
            continue
        right = int(count[1]) * 10000 / int(count[2])
        written = int(said[1]) * 100 + int((said[2] or "0").ljust(2, "0"))
        if abs(right - written) > 1:
            yield _("{name}: {count} là {right}%, văn bản ghi {said}%.").format(
                name=cells[0],
                count=cell,
                right=f"{right / 100:.2f}".replace(".", ","),
                said=cells[place + 1],
            )


def _day_order(view: DossierView, days: list[tuple[date, str, int]]) -> Iterator[DossierFinding]:
    """Say which papers are dated after the dossier left or was decided."""
    last = view.sent_on or (view.decision.decided_on if view.decision else None)
    for day, where, paper_id in days:
        if last is not None and day > last:
            yield DossierFinding(
                Severity.ERROR,
                where,
                _("Đề ngày {day}, sau ngày gửi hồ sơ {sent}.").format(
                    day=short_date(day), sent=short_date(last)
                ),
                paper_id,
            )
