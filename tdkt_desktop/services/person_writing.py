"""Checks what is said about a person, and puts it into a row."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean, clean_line, fold, name_key

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_IDENTITY_LENGTHS: Final = (9, 12)
_FIRST_BIRTH: Final = date(1900, 1, 1)
_PLAIN: Final = frozenset(field.name for field in fields(PersonData)) - {"identity_number"}


def write_person(session: Session, person: Person, data: PersonData) -> None:
    """Put checked values into a row; raises InputError for what cannot be."""
    check_person(data)
    if data.identity_number is not None:
        person.identity_number = _own_identity(session, person, data.identity_number)
    if data.group_id is not None and session.get(StaffGroup, data.group_id) is None:
        raise InputError(_("Không có tổ số {id}.").format(id=data.group_id))
    for name in _PLAIN:
        value = getattr(data, name)
        tidy = clean if name == "notes" else clean_line
        setattr(person, name, tidy(value) if isinstance(value, str) else value)
    refresh_keys(person)


def refresh_keys(person: Person) -> None:
    """Work out what lists sort by and search in, after a name or a position has changed."""
    person.name_key = name_key(person.full_name)
    person.folded = fold(f"{person.full_name} {person.position} {person.job_title}")


def check_person(data: PersonData) -> None:
    """Raise InputError for a nameless person and for days that contradict each other."""
    name = clean_line(data.full_name)
    if not name:
        raise InputError(_("Họ và tên không được để trống."), _("Xin nhập họ và tên rồi lưu lại."))
    if data.birth_date is not None and data.birth_date < _FIRST_BIRTH:
        raise _odd(name, _("ngày sinh"), data.birth_date)
    for label, day, after in (
        (_("ngày vào ngành"), data.sector_since, data.birth_date),
        (_("ngày về trường"), data.hired_on, data.birth_date),
        (_("ngày nghỉ"), data.left_on, data.hired_on),
        (_("ngày trở lại"), data.returned_on, data.left_on),
    ):
        if day is not None and after is not None and day < after:
            raise _odd(name, label, day)


def _odd(name: str, label: str, day: date) -> InputError:
    return InputError(
        _("{name}: {label} {day} không hợp lý.").format(
            name=name, label=label, day=short_date(day)
        ),
        _("Xin xem lại các ngày của người này rồi lưu lại."),
    )


def _own_identity(session: Session, person: Person, text: str) -> str:
    """Return an identity number without spaces; raises InputError if it is another person's."""
    number = "".join(clean_line(text).split())
    if not number:
        return ""
    if not number.isdecimal() or len(number) not in _IDENTITY_LENGTHS:
        raise InputError(
            _("Số định danh phải có 9 hoặc 12 chữ số."), _("Xin sửa lại hoặc để trống.")
        )
    same = select(Person).where(Person.identity_number == number, Person.deleted_at.is_(None))
    with session.no_autoflush:
        other = next((one for one in session.scalars(same) if one is not person), None)
    if other is not None:
        raise InputError(
            _("Số định danh này đã ghi cho {name}.").format(name=other.full_name),
            _("Xin kiểm tra lại số của cả hai người."),
        )
    return number
