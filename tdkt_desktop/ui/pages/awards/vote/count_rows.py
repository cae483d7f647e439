"""The lines of the count: yes, no and blank of each nominee, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_counting import count_problems
from tdkt_desktop.services.vote_views import Nominee, NomineeResult, VoteMethod
from tdkt_desktop.ui.pages.awards.vote.words import outcome_chip
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion

if TYPE_CHECKING:
    from tdkt_desktop.services.votes import Marks
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews
    from tdkt_desktop.ui.widgets.chip import Chip

NAME, YES, NO, BLANK, SUM, SHARE, OUTCOME = range(1, 8)
_MOST: Final = 9999


@dataclass(frozen=True, slots=True)
class CountRow:
    """A nominee with the count; `problem` says what does not agree in the line.

    `named` also shows the award, which is left out where all stand for the same one.
    """

    nominee: Nominee
    needed: int
    base: int
    result: NomineeResult | None
    problem: str
    named: bool

    @property
    def is_counted(self) -> bool:
        """Whether yes and no have been entered."""
        return self.nominee.yes is not None and self.nominee.no is not None

    @property
    def total(self) -> int:
        """All votes of the line."""
        one = self.nominee
        return (one.yes or 0) + (one.no or 0) + (one.blank or 0)


def count_rows(news: RoundNews) -> tuple[CountRow, ...]:
    """Return the lines of a round."""
    view = news.view
    around = set(count_problems(replace(view, nominees=())))
    named = len({one.award for one in view.nominees}) > 1
    rows = []
    for nominee in view.nominees:
        own = count_problems(replace(view, nominees=(nominee,))) if not news.is_closed else ()
        problem = " ".join(one for one in own if one not in around)
        needed, base = news.needed(nominee)
        result = news.results.get(nominee.nomination_id)
        rows.append(CountRow(nominee, needed, base, result, problem, named))
    return tuple(rows)


def marks_of(rows: tuple[CountRow, ...]) -> dict[int, Marks]:
    """Return the counts by the ids of the nominations."""
    return {
        row.nominee.nomination_id: (row.nominee.yes, row.nominee.no, row.nominee.blank)
        for row in rows
    }


def count_columns(method: VoteMethod) -> tuple[EditColumn[CountRow], ...]:
    """Return the columns of the count."""
    secret = method is VoteMethod.SECRET
    return (
        EditColumn[CountRow](
            N_("Người, tập thể được đề nghị"), nominee_words, share=20, least="0" * 13
        ),
        EditColumn[CountRow](
            N_("Đồng ý"), lambda row: _figure(row.nominee.yes), _yes, is_number=True, share=2,
            least="0" * 5,
        ),
        EditColumn[CountRow](
            N_("Không đồng ý"), lambda row: _figure(row.nominee.no), _no, is_number=True,
            share=2, least="0" * 6,
        ),
        EditColumn[CountRow](
            N_("Không chọn") if secret else N_("Không biểu quyết"),
            lambda row: _figure(row.nominee.blank), _blank, is_number=True, share=2,
            least="0" * (6 if secret else 8),
        ),
        EditColumn[CountRow](
            N_("Tổng"), lambda row: str(row.total) if row.is_counted else "–", is_number=True,
            share=1, least="0" * 4,
        ),
        EditColumn[CountRow](
            N_("Tỷ lệ (cần)"), _percent, is_number=True, share=1, least="00,00 %", quiet=True,
        ),
        EditColumn[CountRow](N_("Kết quả"), _outcome_words, share=1, least="0" * 15),
    )  # fmt: skip


def outcome_of(row: CountRow) -> Chip | None:
    """Return the chip of what the line comes to; nothing while it does not agree."""
    return None if row.result is None or row.problem else outcome_chip(row.result.outcome)


def nominee_words(row: CountRow) -> str:
    """Return who is voted on, for what, and what a failed or passed vote may end with."""
    one = row.nominee
    lines = [one.name]
    if row.named:
        lines.append(one.award_name)
    if one.lower_name:
        lines.append(_("không đủ phiếu: xét {award}").format(award=one.lower_name))
    if one.higher_name:
        lines.append(_("đủ phiếu: trình {award}").format(award=one.higher_name))
    return "\n".join(lines)


def _outcome_words(row: CountRow) -> str:
    chip = outcome_of(row)
    return chip.text if chip else "–"


def _percent(row: CountRow) -> str:
    """Return the share reached, and how many yes are asked of how many."""
    share = f"{row.result.percent} %" if row.result and not row.problem else "–"
    return f"{share} ({row.needed}/{row.base})"


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _read(value: str | Suggestion) -> int | None:
    text = (value if isinstance(value, str) else value.text).strip()
    if not text:
        return None
    if not text.isdecimal() or int(text) > _MOST:
        raise InputError(
            _("“{text}” không phải số phiếu.").format(text=text),
            _("Xin ghi một số, hoặc để trống."),
        )
    return int(text)


def _yes(row: CountRow, value: str | Suggestion) -> CountRow:
    return replace(row, nominee=replace(row.nominee, yes=_read(value)))


def _no(row: CountRow, value: str | Suggestion) -> CountRow:
    return replace(row, nominee=replace(row.nominee, no=_read(value)))


def _blank(row: CountRow, value: str | Suggestion) -> CountRow:
    return replace(row, nominee=replace(row.nominee, blank=_read(value)))
