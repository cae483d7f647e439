"""The sheet of one initiative in a round: judges down, criteria across."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import role_name
from tdkt_desktop.services.score_results import JudgeMark, Points, check_points
from tdkt_desktop.ui.pages.initiatives.words import number, read_number
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from tdkt_desktop.rules.initiative_rules import Criterion
    from tdkt_desktop.services.council_views import CouncilKind
    from tdkt_desktop.services.scoring import Given
    from tdkt_desktop.services.scoring_views import EntryView, RoundView

_HEAD_LINES: Final = 4
_NOTHING: Final = ("", "-", "–", "x", "X")


class ScoreGrid(EditGrid):
    """The heads are names of criteria, which take several lines."""

    def _fit_head(self) -> None:
        super()._fit_head()
        head = self.horizontalHeader()
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(Qt.AlignmentFlag(int(sides) | int(Qt.TextFlag.TextWordWrap)))
        head.setFixedHeight(_HEAD_LINES * self.fontMetrics().lineSpacing() + 12)


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """A line of the sheet; `mark` is what the points came to when they were last stored."""

    judge: int
    name: str
    role: str
    points: Points
    remark: str
    mark: JudgeMark

    @property
    def barred(self) -> bool:
        """Tell whether the judge is an author."""
        return self.mark.barred


def judge_rows(view: RoundView, entry: EntryView, kind: CouncilKind) -> tuple[JudgeRow, ...]:
    """Return the lines of an initiative's sheet."""
    return tuple(
        JudgeRow(
            place,
            judge.name,
            _(role_name(kind, judge.role)),
            entry.points.get(place, {}),
            entry.remarks.get(place, ""),
            entry.result.marks[place],
        )
        for place, judge in enumerate(view.judges)
    )


def score_columns(view: RoundView) -> tuple[EditColumn[JudgeRow], ...]:
    """Return the columns of a round's sheets."""
    return (
        EditColumn[JudgeRow](N_("Người chấm"), _judge, share=12, least="Nguyễn Thị Hồng"),
        *(_criterion_column(one) for one in view.sheet.criteria),
        EditColumn[JudgeRow](
            N_("Tổng"), lambda row: number(row.mark.total), is_number=True, share=1, least="000,00"
        ),
        EditColumn[JudgeRow](
            N_("Lệch"), _off, is_number=True, share=2, least="xa −00,0", quiet=True
        ),
        EditColumn[JudgeRow](
            N_("Nhận xét"), lambda row: row.remark, _remarked, share=14, least="0" * 12,
            quiet=True, optional=True,
        ),
    )  # fmt: skip


def changes(
    before: tuple[JudgeRow, ...], after: tuple[JudgeRow, ...]
) -> tuple[Given, dict[int, str]]:
    """Return which points and which remarks are others than before; rows never come or go."""
    given: Given = {}
    remarks: dict[int, str] = {}
    known = {row.judge: row for row in before}
    for row in after:
        old = known[row.judge]
        for key in {*old.points, *row.points}:
            if old.points.get(key) != row.points.get(key):
                given[row.judge, key] = row.points.get(key)
        if old.remark != row.remark:
            remarks[row.judge] = row.remark
    return given, remarks


def _criterion_column(one: Criterion) -> EditColumn[JudgeRow]:
    head = f"{one.name} ({number(one.max)})"
    return EditColumn[JudgeRow](
        head,
        lambda row: number(row.points.get(one.key)),
        partial(_scored, one),
        is_number=True,
        share=5,
        least="0" * 8,
    )


def _scored(one: Criterion, row: JudgeRow, value: str | Suggestion) -> JudgeRow:
    text = (value if isinstance(value, str) else value.text).strip()
    if text in _NOTHING:
        kept = {key: points for key, points in row.points.items() if key != one.key}
        return replace(row, points=kept)
    if row.barred:
        raise InputError(
            _("{name} là tác giả của sáng kiến này nên không chấm.").format(name=row.name)
        )
    try:
        points = read_number(text)
    except ValueError:
        raise InputError(
            _("“{text}” không phải điểm.").format(text=text), _("Xin ghi số, ví dụ 24 hoặc 24,5.")
        ) from None
    check_points(one, points)
    return replace(row, points={**row.points, one.key: points or 0.0})


def _remarked(row: JudgeRow, value: str | Suggestion) -> JudgeRow:
    return replace(row, remark=clean_line(value if isinstance(value, str) else value.text))


def _judge(row: JudgeRow) -> str:
    return f"{row.name}\n{_('Tác giả, không chấm') if row.barred else row.role}"


def _off(row: JudgeRow) -> str:
    """Return how far a judge stands from the others: "+3,5", "xa −26"."""
    if row.mark.total is None or not row.mark.from_others:
        return ""
    sign = "+" if row.mark.from_others > 0 else "−"
    figure = f"{sign}{number(abs(row.mark.from_others))}"
    return _("xa {figure}").format(figure=figure) if row.mark.far else figure
