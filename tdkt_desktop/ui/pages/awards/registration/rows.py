"""The rows of the registration grid: titles and commendations in columns of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.record_views import AwardKind
from tdkt_desktop.services.registration_views import RegistrationEdit, RegistrationRow
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tdkt_desktop.services.award_words import AwardWord, AwardWords

_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person or collective with the codes registered, kind by kind, and the note."""

    source: RegistrationRow
    titles: tuple[str, ...]
    commendations: tuple[str, ...]
    note: str

    @property
    def edit(self) -> RegistrationEdit:
        """What the row asks for."""
        codes = (*self.titles, *self.commendations)
        return RegistrationEdit(self.source.candidate.subject, codes, self.note)


class RegistrationColumns:
    """Reads and writes the cells by the words of the awards of a day."""

    def __init__(self, words: AwardWords, day: date) -> None:
        self._words, self._day = words, day
        self._known = {word.code: word for word in words.on(day)}

    def row(self, source: RegistrationRow) -> GridRow:
        """Return the row of somebody; codes that no longer are stay among the titles."""
        codes = source.codes
        commendations = tuple(code for code in codes if self._kind(code) is AwardKind.COMMENDATION)
        titles = tuple(code for code in codes if code not in commendations)
        note = next((one.note for one in source.registered if one.note), "")
        return GridRow(source, titles, commendations, note)

    def columns(self) -> tuple[EditColumn[GridRow], ...]:
        """Return the columns of the grid."""
        return (
            EditColumn[GridRow](
                N_("Họ và tên, tập thể"), lambda row: row.source.candidate.name, least="0" * 16
            ),
            EditColumn[GridRow](
                N_("Tổ"),
                lambda row: row.source.candidate.group_name,
                quiet=True,
                optional=True,
                share=6,
            ),
            EditColumn[GridRow](
                N_("Danh hiệu thi đua"),
                lambda row: self._shown(row.titles),
                self._write_titles,
                suggestions=lambda row: self._offered(row, AwardKind.TITLE),
                share=16,
                least="0" * 14,
            ),
            EditColumn[GridRow](
                N_("Hình thức khen thưởng"),
                lambda row: self._shown(row.commendations),
                self._write_commendations,
                suggestions=lambda row: self._offered(row, AwardKind.COMMENDATION),
                share=16,
                least="0" * 14,
            ),
            EditColumn[GridRow](N_("Ngày đăng ký"), _registered_on, quiet=True, share=5),
            EditColumn[GridRow](N_("Năm trước"), self._last_year, quiet=True, optional=True),
            EditColumn[GridRow](
                N_("Ghi chú"),
                lambda row: row.note,
                lambda row, text: replace(row, note=_text(text)),
                optional=True,
            ),
        )

    def _write_titles(self, row: GridRow, text: str | Suggestion) -> GridRow:
        return replace(row, titles=self._read(row, text))

    def _write_commendations(self, row: GridRow, text: str | Suggestion) -> GridRow:
        return replace(row, commendations=self._read(row, text))

    def _read(self, row: GridRow, text: str | Suggestion) -> tuple[str, ...]:
        """Return the codes that a cell names; raises InputError for words nobody understands."""
        collective = not row.source.candidate.is_person
        return self._words.read(_text(text), self._day, collective=collective)

    def _offered(self, row: GridRow, kind: AwardKind) -> tuple[Suggestion, ...]:
        person = row.source.candidate.is_person
        return tuple(
            Suggestion(word.name, word.code)
            for word in self._known.values()
            if word.kind is kind and _is_for(word, person=person)
        )

    def _last_year(self, row: GridRow) -> str:
        return _BETWEEN.join(one.name for one in row.source.last_year)

    def _shown(self, codes: Iterable[str]) -> str:
        return _BETWEEN.join(self._words.name(code, self._day) for code in codes)

    def _kind(self, code: str) -> AwardKind | None:
        word = self._known.get(code)
        return word.kind if word else None


def _registered_on(row: GridRow) -> str:
    """Say when somebody registered first, and whether something came after the closing day."""
    days = [one.registered_on for one in row.source.registered if one.registered_on]
    if not days:
        return ""
    day = f"{min(days):%d/%m/%Y}"
    late = any(one.late for one in row.source.registered)
    return _("{day}, bổ sung").format(day=day) if late else day


def changed(before: Sequence[GridRow], after: Sequence[GridRow]) -> list[RegistrationEdit]:
    """Return what was changed, whatever the order of the rows."""
    known = {row.source.candidate.subject: row for row in before}
    return [row.edit for row in after if known.get(row.source.candidate.subject) != row]


def _is_for(word: AwardWord, *, person: bool) -> bool:
    return word.individual if person else word.collective


def _text(value: str | Suggestion) -> str:
    return value.text if isinstance(value, Suggestion) else value
