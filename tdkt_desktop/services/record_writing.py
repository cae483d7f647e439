"""Checks what is said about awards, initiatives, leave and discipline, and puts it into rows."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.merit import InitiativeAuthor, InitiativeState
from tdkt_desktop.services.years import read_year
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import clean, clean_line, fold

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.merit import AwardRecord, Initiative
    from tdkt_desktop.models.person import Discipline, Leave
    from tdkt_desktop.services.record_views import (
        Author,
        AwardData,
        DisciplineData,
        InitiativeData,
        LeaveData,
    )

_WHOLE: Final = 100.0
_ROUNDING: Final = 0.05
"""Shares of three equal authors sum to 99.99 or 100.02."""


def write_award(row: AwardRecord, data: AwardData) -> None:
    """Put an award into its row; raises InputError for one without a name or a year."""
    _require(data.name, _("Tên danh hiệu, hình thức khen thưởng không được để trống."))
    _put(row, data)
    row.year = read_year(data.year)


def write_leave(row: Leave, data: LeaveData) -> None:
    """Put a time away into its row; raises InputError if it ends before it begins."""
    _require_order(data.starts_on, data.ends_on)
    _put(row, data)


def write_discipline(row: Discipline, data: DisciplineData) -> None:
    """Put a measure of discipline into its row; raises InputError if it ends before it begins."""
    _require_order(data.starts_on, data.ends_on)
    _put(row, data)


def write_initiative(session: Session, row: Initiative, data: InitiativeData) -> None:
    """Put an initiative and its authors into their rows; InputError for impossible shares.

    Its state follows from whether a level has recognised it.
    """
    _require(data.title, _("Tên sáng kiến không được để trống."))
    _require_shares(data.authors)
    _put(row, data, leaving={"authors", "used_for", "notes"})
    row.year = read_year(data.year)
    row.folded, row.notes = fold(row.title), clean(data.notes)
    row.used_for = [asdict(use) for use in data.used_for]
    if row.recognised:
        row.state = InitiativeState.RECOGNISED
    elif row.state is InitiativeState.RECOGNISED:
        row.state = InitiativeState.DRAFT
    session.add(row)
    session.flush()
    _write_authors(session, row.id, data.authors)


def _put(row: Any, data: Any, leaving: set[str] | None = None) -> None:
    for field in fields(data):
        if field.name not in (leaving or ()):
            value = getattr(data, field.name)
            plain = isinstance(value, str) and type(value) is str
            setattr(row, field.name, clean_line(value) if plain else value)


def _write_authors(session: Session, initiative_id: int, authors: tuple[Author, ...]) -> None:
    """Change the rows of the authors that are there, add the new ones, remove the rest."""
    query = select(InitiativeAuthor).where(InitiativeAuthor.initiative_id == initiative_id)
    rows = list(session.scalars(query.order_by(InitiativeAuthor.place, InitiativeAuthor.id)))
    for row in rows[len(authors) :]:
        session.delete(row)
    for place, author in enumerate(authors):
        row = rows[place] if place < len(rows) else InitiativeAuthor(initiative_id=initiative_id)
        row.person_id, row.name = author.person_id, clean_line(author.name)
        row.share, row.place = author.share, place
        row.position, row.workplace = clean_line(author.position), clean_line(author.workplace)
        session.add(row)


def _require(text: str, message: str) -> None:
    if not clean_line(text):
        raise InputError(message, _("Xin nhập rồi lưu lại."))


def _require_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise InputError(
            _("Ngày kết thúc {last} trước ngày bắt đầu {first}.").format(
                last=short_date(last), first=short_date(first)
            ),
            _("Xin xem lại hai ngày này."),
        )


def _require_shares(authors: tuple[Author, ...]) -> None:
    """Raise InputError unless the authors are known and their shares, where said, make a whole."""
    fault, hint = shares_fault(authors)
    if fault:
        raise InputError(fault, hint)


def shares_fault(authors: tuple[Author, ...]) -> tuple[str, str]:
    """Return what is wrong with authors and their shares, and what to do; empty where all is well.

    Shares that nobody has said yet are no fault.
    """
    if any(one.person_id is None and not clean_line(one.name) for one in authors):
        return _("Có tác giả chưa có tên."), _("Xin nhập tên hoặc bỏ dòng đó.")
    shares = [author.share for author in authors if author.share is not None]
    if any(not 0 < share <= _WHOLE for share in shares):
        return _("Tỉ lệ đóng góp phải lớn hơn 0 và không quá 100%."), _("Xin sửa lại tỉ lệ.")
    total = sum(shares)
    short = len(shares) == len(authors) and shares and total < _WHOLE - _ROUNDING
    if total > _WHOLE + _ROUNDING or short:
        fault = _("Tỉ lệ đóng góp của các tác giả cộng lại là {total:g}%, phải bằng 100%.")
        return fault.format(total=round(total, 2)), _("Xin sửa lại tỉ lệ của các tác giả.")
    return "", ""
