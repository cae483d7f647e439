"""What a person should look at before a plan is issued; nothing here forbids it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.i18n import _
from tdkt_desktop.vietnamese.dates import short_date, weekday_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.plan_views import PlanView

_OPEN: Final = re.compile(r"«[^»]+»|\{\{|\.{4,}|…{2,}|_{3,}")
_SUNDAY: Final = 6


def issue_checks(context: AppContext, plan: PlanView, day: date, number: int) -> tuple[str, ...]:
    """Return sentences about what is missing or unusual in a plan to be issued on a day."""
    grounds = (ground.plain for ground in plan.document.grounds)
    return (
        *_missing(plan.document),
        *_open_places(plan.document),
        *context.legal.doubts(grounds, day),
        *_about_the_day(context, plan, day, number),
    )


def _missing(document: OfficialDocument) -> Iterator[str]:
    if not document.subject:
        yield _("Chưa có trích yếu.")
    if not document.number.symbol:
        yield _("Chưa có ký hiệu văn bản; xin điền chữ viết tắt của trường trong Cài đặt.")
    if not document.signature.name:
        yield _("Chưa có tên người ký.")
    if not document.recipients:
        yield _("Chưa có nơi nhận.")
    if not document.body:
        yield _("Kế hoạch chưa có nội dung.")


def _open_places(document: OfficialDocument) -> Iterator[str]:
    places = [str(node.place) for node in nodes(document) if _OPEN.search(node.text.plain)]
    if places:
        yield _("Còn {n} chỗ để trống, đầu tiên ở: {place}.").format(n=len(places), place=places[0])


def _about_the_day(context: AppContext, plan: PlanView, day: date, number: int) -> Iterator[str]:
    """Say where the day does not fit the week or the order of the register."""
    if day.weekday() == _SUNDAY:
        yield _("Ngày {day} là {weekday}.").format(
            day=short_date(day), weekday=weekday_name(day).lower()
        )
    symbol = plan.document.number.symbol
    lines = [line for line in context.issuing.register(day.year) if line.symbol == symbol]
    later = [
        line
        for line in lines
        if (int(line.number) < number and line.issued_on > day)
        or (int(line.number) > number and line.issued_on < day)
    ]
    for line in later[:1]:
        yield _("Số {number} trong sổ đã ghi ngày {day}; số và ngày không theo thứ tự.").format(
            number=line.number, day=short_date(line.issued_on)
        )
