"""The columns of the list of members, and what may be written into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import CouncilKind, CouncilRole, SeatFacts, role_name
from tdkt_desktop.services.people_views import PersonState
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, Suggestion
from tdkt_desktop.ui.widgets.date_edit import understood_date
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tdkt_desktop.services.people_views import PersonRow


class MemberColumns:
    """Knows the people who may be chosen and the words of the roles in the council shown."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._people: dict[int, PersonRow] = {}
        self._offered: tuple[Suggestion, ...] = ()
        self._kind = CouncilKind.EMULATION

    def set_people(self, people: Sequence[PersonRow]) -> None:
        """Say who may be chosen: those who work at the school now."""
        working = [one for one in people if one.state is PersonState.WORKING]
        self._people = {one.id: one for one in working}
        self._offered = tuple(
            Suggestion(one.full_name, _where(one), one.id, one.folded) for one in working
        )

    def set_kind(self, kind: CouncilKind) -> None:
        """Say whose words the roles are called by."""
        self._kind = kind

    def columns(self) -> tuple[EditColumn[SeatFacts], ...]:
        """Return the columns from the left."""
        return (
            EditColumn(
                N_("Họ và tên"),
                lambda seat: seat.name,
                self._name,
                suggestions=lambda _seat: self._offered,
                share=22,
                least="Nguyễn Thị Hồng Hà",
            ),
            EditColumn(
                N_("Vai trò"),
                lambda seat: _(role_name(self._kind, seat.role)),
                self._role,
                choices=self._role_names,
                share=10,
                least="Uỷ viên thường",
            ),
            EditColumn(
                N_("Chức vụ"),
                lambda seat: seat.position,
                lambda seat, text: replace(seat, position=clean_line(_plain(text))),
                share=18,
                least="Phó Hiệu trưởng",
            ),
            EditColumn(
                N_("Từ ngày"),
                lambda seat: _day(seat.starts_on),
                lambda seat, text: replace(seat, starts_on=self._date(text)),
                is_date=True,
                share=2,
                least="00/00/0000",
                quiet=True,
                optional=True,
            ),
            EditColumn(
                N_("Đến ngày"),
                lambda seat: _day(seat.ends_on),
                self._end,
                is_date=True,
                share=2,
                least="00/00/0000",
                quiet=True,
                optional=True,
            ),
        )

    def _role_names(self) -> list[str]:
        return [_(role_name(self._kind, role)) for role in CouncilRole]

    def _name(self, seat: SeatFacts, value: str | Suggestion) -> SeatFacts:
        name = clean_line(_plain(value))
        if name == seat.name and isinstance(value, str):
            return seat
        if not name:
            raise InputError(
                _("Thành viên phải có họ tên."),
                _("Muốn bỏ người này, xin xoá cả dòng (Ctrl+-)."),
            )
        person = self._people.get(value.key or 0) if isinstance(value, Suggestion) else None
        person = person or self._only(name)
        if person is None:
            return replace(seat, name=name, person_id=None)
        position = seat.position or person.position or person.job_title
        return replace(seat, name=person.full_name, person_id=person.id, position=position)

    def _only(self, name: str) -> PersonRow | None:
        """Return the one person of a name, None where there is none or more than one."""
        wanted = fold(name)
        found = [one for one in self._people.values() if fold(one.full_name) == wanted]
        exact = [one for one in found if one.full_name == name]
        found = exact or found
        return found[0] if len(found) == 1 else None

    def _role(self, seat: SeatFacts, value: str | Suggestion) -> SeatFacts:
        written = fold(_plain(value))
        if not written:
            return replace(seat, role=CouncilRole.MEMBER)
        for role in CouncilRole:
            if fold(_(role_name(self._kind, role))) == written:
                return replace(seat, role=role)
        raise InputError(
            _("Không có vai trò “{role}”.").format(role=_plain(value)),
            _("Xin chọn một trong: {roles}.").format(roles=", ".join(self._role_names())),
        )

    def _end(self, seat: SeatFacts, value: str | Suggestion) -> SeatFacts:
        day = self._date(value)
        if day and seat.starts_on and day < seat.starts_on:
            raise InputError(
                _("“{name}” thôi tham gia ngày {end}, trước ngày bắt đầu {start}.").format(
                    name=seat.name, end=short_date(day), start=short_date(seat.starts_on)
                )
            )
        return replace(seat, ends_on=day)

    def _date(self, value: str | Suggestion) -> date | None:
        text = _plain(value).strip()
        day = understood_date(text, self._today()) if text else None
        if text and day is None:
            raise InputError(
                _("Không có ngày “{text}”.").format(text=text),
                _("Xin ghi ngày dạng 05/09/{year}.").format(year=self._today().year),
            )
        return day


def _plain(value: str | Suggestion) -> str:
    return value.text if isinstance(value, Suggestion) else value


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _where(person: PersonRow) -> str:
    parts = (person.position or person.job_title, person.group_name)
    return ", ".join(part for part in parts if part)
