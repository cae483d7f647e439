"""The columns of a member's duties, and what may be written into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import DutyFacts, DutyKind
from tdkt_desktop.services.duty_ties import DUTY_NAMES, DutyTie, tie_of, untied
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Sequence


class DutyColumns:
    """Knows what a duty can be tied to in the year shown."""

    def __init__(self) -> None:
        self._ties: tuple[DutyTie, ...] = ()
        self._by_offer: dict[Suggestion, DutyTie] = {}

    def set_ties(self, ties: Sequence[DutyTie]) -> None:
        """Say what duties can be tied to."""
        self._ties = tuple(ties)
        self._by_offer = {_offer(tie): tie for tie in ties}

    def columns(self) -> tuple[EditColumn[DutyFacts], ...]:
        """Return the columns from the left."""
        return (
            EditColumn(
                N_("Loại"),
                lambda duty: _(DUTY_NAMES[duty.kind]),
                self._kind,
                choices=lambda: [_(name) for name in DUTY_NAMES.values()],
                share=1,
                least="Theo dõi tổ",
                quiet=True,
            ),
            EditColumn(
                N_("Nhiệm vụ"),
                lambda duty: duty.text,
                lambda duty, text: replace(duty, text=clean_line(_plain(text))),
                share=20,
                least="Theo dõi, đôn đốc việc",
            ),
            EditColumn(
                N_("Gắn với"),
                self.tied_to,
                self._tie,
                suggestions=self._offers,
                share=4,
                least="Tổ chuyên môn",
                quiet=True,
            ),
        )

    def tied_to(self, duty: DutyFacts) -> str:
        """Return the name of what a duty is tied to."""
        tie = tie_of(duty, self._ties)
        return tie.name if tie else ""

    def _offers(self, duty: DutyFacts) -> list[Suggestion]:
        free = duty.kind is DutyKind.AREA
        return [one for one, tie in self._by_offer.items() if free or tie.kind is duty.kind]

    def _kind(self, duty: DutyFacts, value: str | Suggestion) -> DutyFacts:
        written = fold(_plain(value))
        for kind, name in DUTY_NAMES.items():
            if fold(_(name)) == written:
                same = kind is duty.kind
                return duty if same else replace(untied(duty), kind=kind)
        raise InputError(
            _("Không có loại nhiệm vụ “{kind}”.").format(kind=_plain(value)),
            _("Xin chọn một trong: {kinds}.").format(
                kinds=", ".join(_(name) for name in DUTY_NAMES.values())
            ),
        )

    def _tie(self, duty: DutyFacts, value: str | Suggestion) -> DutyFacts:
        if not _plain(value).strip():
            return untied(duty)
        tie = self._by_offer.get(value) if isinstance(value, Suggestion) else self._named(value)
        if tie is None:
            raise InputError(
                _("Không có tổ, phong trào hay nhiệm vụ nào tên “{name}”.").format(
                    name=_plain(value)
                ),
                _("Xin chọn trong danh sách gợi ý, hoặc để trống."),
            )
        return tie.tied(duty)

    def _named(self, words: str) -> DutyTie | None:
        wanted = fold(words)
        return next((tie for tie in self._ties if fold(tie.name) == wanted), None)


def _offer(tie: DutyTie) -> Suggestion:
    return Suggestion(tie.name, _(DUTY_NAMES[tie.kind]), tie.id)


def _plain(value: str | Suggestion) -> str:
    return value.text if isinstance(value, Suggestion) else value
