"""Use cases about two plans side by side: of two years, a draft and its issue, ours and above's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.compare import AlignedRow, ChangeKind, aligned
from tdkt_desktop.documents.document import OfficialDocument
from tdkt_desktop.documents.word_changes import Stretch, WordChange, word_changes
from tdkt_desktop.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tdkt_desktop.exports.change_report import Piece
    from tdkt_desktop.services.issuing import IssuingService
    from tdkt_desktop.services.plan_views import PlanSummary
    from tdkt_desktop.services.plans import PlanService
    from tdkt_desktop.services.reading import ReadingService

__all__ = [
    "KIND_NAMES", "AlignedRow", "ChangeKind", "CompareService", "Compared", "Comparison",
    "Stretch", "WordChange", "word_changes",
]  # fmt: skip

KIND_NAMES: Final = {
    ChangeKind.CHANGED: N_("Đã sửa"),
    ChangeKind.NEW: N_("Mới"),
    ChangeKind.GONE: N_("Đã bỏ"),
    ChangeKind.MOVED: N_("Chuyển chỗ"),
    ChangeKind.SAME: N_("Giữ nguyên"),
}
_WIDTHS: Final = (25, 62, 85, 85)


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison: a name for people, and the document."""

    name: str
    document: OfficialDocument


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side, row by row in reading order."""

    old: Compared
    new: Compared
    rows: tuple[AlignedRow, ...]

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many rows there are of each kind."""
        counted = Counter(row.kind for row in self.rows)
        return {kind: counted[kind] for kind in ChangeKind}

    @property
    def changed(self) -> tuple[AlignedRow, ...]:
        """The rows that are not the same in both."""
        return tuple(row for row in self.rows if row.kind is not ChangeKind.SAME)


class CompareService:
    """Compares plans of the store, issued versions and files; nothing is stored."""

    def __init__(
        self, plans: PlanService, issuing: IssuingService, reading: ReadingService
    ) -> None:
        self._plans, self._issuing, self._reading = plans, issuing, reading

    def plan(self, plan_id: int) -> Compared:
        """Return a plan of the store as a side of a comparison."""
        view = self._plans.plan(plan_id)
        return Compared(plan_name(view.summary), view.document)

    def version(self, plan_id: int, version: int) -> Compared:
        """Return a plan as it was once issued."""
        view = self._plans.plan(plan_id)
        name = _("{plan}, bản đã ban hành lần {n}").format(plan=plan_name(view.summary), n=version)
        return Compared(name, self._issuing.version_document(plan_id, version))

    def versions(self, plan_id: int) -> tuple[int, ...]:
        """Return the versions of a plan that were issued."""
        return tuple(one.version for one in self._issuing.versions(plan_id))

    def file(self, path: Path) -> Compared:
        """Return a file as a side of a comparison; raises InputError where it cannot be read."""
        return Compared(path.name, self._reading.read_plan(path).document)

    def origin(self, plan_id: int) -> int | None:
        """Return the plan that a plan was made from, else the one of the year before."""
        view = self._plans.plan(plan_id).summary
        made_from = self._plans.rolled_from(plan_id)
        earlier = (one.id for one in self._plans.plans() if one.year < view.year)
        return made_from if made_from is not None else next(earlier, None)

    def compare(self, old: Compared, new: Compared) -> Comparison:
        """Return two documents side by side."""
        return Comparison(old, new, aligned(old.document, new.document))

    def export(self, comparison: Comparison, target: Path, *, overwrite: bool = False) -> Path:
        """Write the changes and the marked text to a .docx file and return its path."""
        from tdkt_desktop.exports.change_report import ChangeReport, write_change_report
        from tdkt_desktop.exports.gateway import write_file

        report = ChangeReport(
            _("ĐỐI CHIẾU HAI VĂN BẢN"),
            (
                _("Bản gốc: {name}").format(name=comparison.old.name),
                _("Bản mới: {name}").format(name=comparison.new.name),
                counts_in_words(comparison),
            ),
            (_("Thay đổi"), _("Nơi"), _("Bản gốc"), _("Bản mới")),
            _WIDTHS,
            tuple(map(_report_row, comparison.changed)),
            tuple(map(marked, comparison.rows)),
        )
        return write_file(
            target, lambda stream: write_change_report(report, stream), overwrite=overwrite
        )


def plan_name(plan: PlanSummary) -> str:
    """Return what a plan is called in a comparison: number, subject and period."""
    number = f"{plan.number}/{plan.symbol} " if plan.number else ""
    return f"{number}{plan.subject or plan.title} ({plan.period.name})"


def counts_in_words(comparison: Comparison) -> str:
    """Return "12 chỗ đã sửa, 3 mới, ..." or that nothing changed."""
    counts = comparison.counts
    told = [
        f"{counts[kind]} {_(name).lower()}"
        for kind, name in KIND_NAMES.items()
        if kind is not ChangeKind.SAME and counts[kind]
    ]
    return ", ".join(told) if told else _("Hai văn bản giống nhau.")


def _report_row(row: AlignedRow) -> tuple[str, ...]:
    place = row.after or row.before
    return _(KIND_NAMES[row.kind]), str(place) if place else "", row.old, row.new


def marked(row: AlignedRow) -> tuple[Piece, ...]:
    """Return a row as one paragraph with its changes marked."""
    from tdkt_desktop.exports.change_report import Piece, PieceKind

    if row.kind is ChangeKind.MOVED:
        return (Piece(row.new, PieceKind.MOVED),)
    return tuple(Piece(one.text, PieceKind(one.change.value)) for one in _stretches(row))


def _stretches(row: AlignedRow) -> Iterable[Stretch]:
    if row.kind is ChangeKind.NEW:
        return (Stretch(row.new, WordChange.INSERTED),)
    if row.kind is ChangeKind.GONE:
        return (Stretch(row.old, WordChange.DELETED),)
    return word_changes(row.old, row.new) if row.kind is ChangeKind.CHANGED else (Stretch(row.new),)
