"""Tells what cannot be in a group's review: people of another group, more votes than voters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.review_views import ReviewMethod

if TYPE_CHECKING:
    from collections.abc import Collection

    from tdkt_desktop.services.record_views import Subject
    from tdkt_desktop.services.review_views import ReviewEntry, ReviewFacts


def require_sound(facts: ReviewFacts, members: Collection[Subject]) -> None:
    """Raise InputError for what cannot be, naming whom it is about."""
    if facts.members is not None and (facts.present or 0) > facts.members:
        raise InputError(
            _("Có mặt {present} người nhưng tổ chỉ có {members} người.").format(
                present=facts.present, members=facts.members
            ),
            _("Xin xem lại số người có mặt."),
        )
    seen = set()
    for entry in facts.entries:
        if entry.subject not in members:
            raise InputError(
                _("“{name}” không thuộc tổ này trong năm {year}.").format(
                    name=entry.name, year=facts.year
                ),
                _("Xin bỏ dòng này, hoặc chuyển người về đúng tổ."),
            )
        key = (entry.subject, entry.what, entry.code)
        if key in seen:
            raise InputError(
                _("“{name}” có hai dòng “{words}”.").format(name=entry.name, words=entry.words),
                _("Xin bỏ bớt một dòng."),
            )
        seen.add(key)
        _require_votes(facts, entry)


def _require_votes(facts: ReviewFacts, entry: ReviewEntry) -> None:
    if entry.yes is None and entry.no is None:
        return
    if facts.method is ReviewMethod.CONSENT:
        raise InputError(
            _("“{name}” có số phiếu nhưng tổ không bỏ phiếu.").format(name=entry.name),
            _("Xin chọn hình thức bỏ phiếu, hoặc để trống số phiếu."),
        )
    yes, no = entry.yes or 0, entry.no or 0
    if min(yes, no) < 0 or (facts.present is not None and yes + no > facts.present):
        raise InputError(
            _("“{name}”: {yes} đồng ý và {no} không đồng ý, nhưng chỉ có {n} người dự.").format(
                name=entry.name, yes=yes, no=no, n=facts.present
            ),
            _("Xin xem lại số phiếu hoặc số người có mặt."),
        )
