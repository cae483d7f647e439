"""The columns of a review: for whom, what is proposed, and the votes for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.record_views import Subject
from tdkt_desktop.services.review_views import ReviewEntry, ReviewSubject
from tdkt_desktop.services.years import days_of
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tdkt_desktop.services.candidates import Candidate
    from tdkt_desktop.services.context import AppContext

_NOBODY = Subject(None, None)


class EntryColumns:
    """Reads and writes the cells for one group and year."""

    def __init__(self, context: AppContext, year: str, members: Sequence[Candidate]) -> None:
        self._context, self._year = context, year
        self._members = tuple(members)
        self._last = days_of(year)[1]

    def blank(self) -> ReviewEntry:
        """Return an entry that says nothing yet."""
        return ReviewEntry(_NOBODY, "", ReviewSubject.AWARD, "", "")

    def columns(self) -> tuple[EditColumn[ReviewEntry], ...]:
        """Return the columns of the grid."""
        return (
            EditColumn[ReviewEntry](
                N_("Họ và tên, tập thể"),
                lambda one: one.name,
                self._write_name,
                suggestions=lambda _one: self._people(),
                share=12,
                least="0" * 16,
            ),
            EditColumn[ReviewEntry](
                N_("Xếp loại, danh hiệu đề nghị"),
                lambda one: one.words,
                self._write_words,
                suggestions=lambda one: self._offered(one),
                share=16,
                least="0" * 18,
            ),
            _votes(N_("Đồng ý"), lambda one: one.yes, lambda one, n: replace(one, yes=n)),
            _votes(N_("Không đồng ý"), lambda one: one.no, lambda one, n: replace(one, no=n)),
            EditColumn[ReviewEntry](
                N_("Ghi chú"),
                lambda one: one.note,
                lambda one, text: replace(one, note=_text(text)),
                optional=True,
            ),
        )

    def _people(self) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(one.name, one.position, place) for place, one in enumerate(self._members)
        )

    def _write_name(self, entry: ReviewEntry, text: str | Suggestion) -> ReviewEntry:
        if isinstance(text, Suggestion) and text.key is not None:
            found = self._members[text.key]
        else:
            found = self._named(_text(text))
        return replace(entry, subject=found.subject, name=found.name)

    def _named(self, text: str) -> Candidate:
        wanted = fold(text)
        found = [one for one in self._members if fold(one.name) == wanted]
        if len(found) != 1:
            raise InputError(
                _("Không có một người duy nhất tên “{name}” trong tổ.").format(name=text),
                _("Xin chọn trong danh sách hiện ra khi gõ."),
            )
        return found[0]

    def _write_words(self, entry: ReviewEntry, text: str | Suggestion) -> ReviewEntry:
        """Take a rating or an award by its words; raises InputError for what is neither."""
        words = _text(text)
        if not words:
            return replace(entry, code="", words="")
        ratings = self._context.records.rating_words
        code = ratings.code_of(words)
        if code is not None:
            name = ratings.name(code, self._last)
            return replace(entry, what=ReviewSubject.RATING, code=code, words=name)
        awards = self._context.registrations.awards
        collective = entry.subject.group_id is not None
        codes = awards.read(words, self._last, collective=collective)
        if len(codes) != 1:
            raise InputError(
                _("Mỗi dòng ghi một xếp loại hoặc một danh hiệu, hình thức."),
                _("Xin thêm dòng khác cho danh hiệu thứ hai."),
            )
        name = awards.name(codes[0], self._last)
        return replace(entry, what=ReviewSubject.AWARD, code=codes[0], words=name)

    def _offered(self, entry: ReviewEntry) -> tuple[Suggestion, ...]:
        collective = entry.subject.group_id is not None
        ratings = self._context.records.rating_words.on(self._last)
        awards = self._context.registrations.awards.on(self._last)
        fitting = [one for one in awards if (one.collective if collective else one.individual)]
        return (
            *(Suggestion(one.name, _("xếp loại")) for one in ratings),
            *(Suggestion(one.name) for one in fitting),
        )


def _votes(
    head: str,
    value: Callable[[ReviewEntry], int | None],
    write: Callable[[ReviewEntry, int | None], ReviewEntry],
) -> EditColumn[ReviewEntry]:
    return EditColumn[ReviewEntry](
        head,
        lambda one: "" if value(one) is None else str(value(one)),
        lambda one, text: write(one, _count(_text(text))),
        is_number=True,
        share=2,
        least="0" * 12,
    )


def _count(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise InputError(
            _("“{text}” không phải số phiếu.").format(text=text),
            _("Xin ghi một số, hoặc để trống."),
        )
    return int(text)


def _text(value: str | Suggestion) -> str:
    return (value.text if isinstance(value, Suggestion) else value).strip()
