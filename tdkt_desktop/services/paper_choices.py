"""What a document of each kind can be made for in a year, and where a kind belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.award_papers import AWARD_KINDS, record_year
from tdkt_desktop.services.dossier_papers import DOSSIER_KINDS, PERSON_REPORT
from tdkt_desktop.services.initiative_papers import INITIATIVE_KINDS
from tdkt_desktop.services.paper_views import About
from tdkt_desktop.services.people_views import PersonState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.paper_views import PaperKind
    from tdkt_desktop.services.period import PlanPeriod

COUNCIL, WORK, AWARDS, INITIATIVES, OTHER = (
    N_("Hội đồng"),
    N_("Công việc, báo cáo"),
    N_("Xét thi đua"),
    N_("Sáng kiến"),
    N_("Văn bản khác"),
)
GROUP_NAMES: Final = (COUNCIL, WORK, AWARDS, INITIATIVES, OTHER)
"""The parts of the list of kinds, in their order."""

NEEDS: Final = {
    About.COUNCIL: N_("Cần một hội đồng của năm."),
    About.MEETING: N_("Cần một cuộc họp đã ghi ở trang Hội đồng."),
    About.PERSON: N_("Cần người trong danh sách nhân sự."),
    About.MONTH: N_("Lập cho một tháng của năm."),
    About.YEAR: N_("Lập cho cả năm."),
    About.INITIATIVE: N_("Cần một sáng kiến của năm."),
    About.SCORES: N_("Cần một đợt chấm sáng kiến."),
    About.ROUND: N_("Cần một đợt chấm sáng kiến."),
    About.RECOGNISED: N_("Lập cho các sáng kiến đã có kết quả chấm."),
    About.GROUP: N_("Cần tổ đã đăng ký hoặc bình xét."),
    About.VOTE: N_("Cần một lượt bỏ phiếu."),
    About.DOSSIER: N_("Cần một hồ sơ đề nghị của năm."),
    About.ENTRY: N_("Cần người, tập thể trong một hồ sơ đề nghị."),
}


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Something that a document can be made for, as the papers' service takes it.

    `about` None means the newest of the year, whatever that is.
    """

    about: str | None
    name: str


def group_of(kind: PaperKind) -> str:
    """Return the part of the list in which a kind stands."""
    if kind.key in AWARD_KINDS or kind.key in DOSSIER_KINDS:
        return AWARDS
    if kind.key in INITIATIVE_KINDS:
        return INITIATIVES
    if kind.about in (About.COUNCIL, About.MEETING):
        return COUNCIL
    work = (About.PERSON, About.MONTH)
    return WORK if kind.about in work or kind.kind is DocumentKind.REPORT else OTHER


def needs_of(kind: PaperKind) -> str:
    """Return in a sentence what has to be there for a document of a kind."""
    return _(NEEDS[kind.about]) if kind.about in NEEDS else ""


def paper_choices(
    context: AppContext, kind: PaperKind, period: PlanPeriod
) -> tuple[PaperChoice, ...]:
    """Return what a document of a kind can be made for in a year; empty where nothing is there."""
    if kind.about is About.ENTRY:
        return tuple(_entries(context, period, people=kind.key == PERSON_REPORT))
    read = _READERS.get(kind.about)
    if read is None:
        return (PaperChoice(None, period.name),)
    return tuple(read(context, period))


def names_of_about(context: AppContext) -> dict[tuple[str, int], str]:
    """Return the names of the people and groups that documents are about, by what is stored."""
    people = {(About.PERSON.value, one.id): one.full_name for one in context.people.rows()}
    groups = {(About.GROUP.value, one.id): one.name for one in context.groups.groups()}
    return people | groups


def _councils(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.councils.councils(period.year):
        yield PaperChoice(str(one.id), one.facts.name)


def _meetings(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for council in context.councils.councils(period.year):
        for one in context.councils.meetings(council.id):
            day = f"{one.facts.held_on:%d/%m/%Y}: " if one.facts.held_on else ""
            yield PaperChoice(str(one.id), f"{day}{one.facts.subject}")


def _people(context: AppContext, _period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.people.rows():
        if one.state is PersonState.WORKING:
            where = ", ".join(part for part in (one.position, one.group_name) if part)
            name = f"{one.full_name} – {where}" if where else one.full_name
            yield PaperChoice(str(one.id), name)


def _months(_context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    first, last = period.first_day, period.last_day
    for month in range(first.year * 12 + first.month, last.year * 12 + last.month + 1):
        year, number = divmod(month - 1, 12)
        name = _("tháng {month}/{year}").format(month=f"{number + 1:02d}", year=year)
        yield PaperChoice(f"{year:04d}-{number + 1:02d}", name)


def _groups(context: AppContext, _period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.groups.groups():
        yield PaperChoice(str(one.id), one.name)


def _votes(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.votes.rounds(year=record_year(period)):
        yield PaperChoice(str(one.id), _("Lượt {n}").format(n=one.number))


def _dossiers(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.dossiers.dossiers(record_year(period)):
        yield PaperChoice(str(one.id), one.form.name)


def _entries(context: AppContext, period: PlanPeriod, *, people: bool) -> Iterable[PaperChoice]:
    for view in context.dossiers.dossiers(record_year(period)):
        for one in view.people if people else view.collectives:
            yield PaperChoice(str(one.id), f"{one.who} – {one.name}")


def _initiatives(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for one in context.initiatives.rows(record_year(period)):
        yield PaperChoice(str(one.id), one.title)


def _rounds(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for number, one in enumerate(reversed(context.scoring.rounds(record_year(period))), start=1):
        yield PaperChoice(str(one.id), _("Đợt chấm {n}").format(n=number))


def _score_sheets(context: AppContext, period: PlanPeriod) -> Iterable[PaperChoice]:
    for scoring in context.scoring.rounds(record_year(period)):
        for entry in scoring.entries:
            for place, judge in enumerate(scoring.judges):
                if place not in entry.barred:
                    name = f"{judge.name}: {entry.initiative.title}"
                    yield PaperChoice(f"{entry.id}.{place + 1}", name)


_READERS: Final[Mapping[About, Callable[[AppContext, PlanPeriod], Iterable[PaperChoice]]]] = {
    About.COUNCIL: _councils,
    About.MEETING: _meetings,
    About.PERSON: _people,
    About.MONTH: _months,
    About.GROUP: _groups,
    About.VOTE: _votes,
    About.DOSSIER: _dossiers,
    About.INITIATIVE: _initiatives,
    About.ROUND: _rounds,
    About.SCORES: _score_sheets,
}
