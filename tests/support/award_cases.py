"""Facts about made-up people and collectives, as files for `awards check --facts` hold them."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.rules.evaluator import Evaluator
from tdkt_desktop.rules.facts_file import read_facts
from tdkt_desktop.rules.law_reader import shipped_book

if TYPE_CHECKING:
    from tdkt_desktop.rules.outcomes import AwardResult

TODAY: Final = date(2026, 11, 21)
YEAR: Final = "2025-2026"
RECEIVED: Final = "2026-05-28"
LEAVE_OUT: Final = object()

_TEACHER: Final[dict[str, Any]] = {
    "name": "Đỗ Thị Lụa", "sex": "F", "sector_since": "2008-09-01", "hired_on": "2008-09-01",
    "manager": False, "special_area_years": 0, "ratings": [{"year": YEAR, "rating": "HTTNV"}],
    "awards": [], "initiatives": [], "science_works": [], "leave": [], "discipline": [],
    "open_proceedings": False,
}  # fmt: skip
_GROUP: Final[dict[str, Any]] = {
    "name": "Tổ 4", "members": 20, "completed": 20, "ldtt": 17, "cstdcs": 2, "disciplined": 0,
    "ratings": [{"year": YEAR, "rating": "HTXSNV"}], "awards": [],
}  # fmt: skip


def person(*, year: str = YEAR, received_on: str | None = RECEIVED, **changes: Any) -> Any:
    """Return facts of a teacher of whom everything is known, with changes; LEAVE_OUT drops."""
    return _file("person", "individual", _TEACHER, year, received_on, changes)


def group(*, year: str = YEAR, received_on: str | None = RECEIVED, **changes: Any) -> Any:
    """Return facts of a collective, with changes."""
    return _file("collective", "collective", _GROUP, year, received_on, changes)


def rated(*codes: str | None, last: int = 2025) -> list[dict[str, str]]:
    """Return ratings of the years up to this one, the newest first; None leaves a year out."""
    return [
        {"year": school_year(last - back), "rating": code}
        for back, code in enumerate(codes)
        if code
    ]


def titles(code: str, *starts: int, **marks: Any) -> list[dict[str, Any]]:
    """Return awards of the school years that begin in these calendar years."""
    return [
        {"code": code, "year": school_year(start), "decided_on": f"{start + 1}-06-30", **marks}
        for start in starts
    ]


def work(year: str = YEAR, recognised: str | None = "CO_SO", reach: str | None = "CO_SO",
         *used: tuple[str, str], title: str = "Góc đọc mở") -> dict[str, Any]:  # fmt: skip
    """Return an initiative."""
    uses = [{"award": award, "year": of} for award, of in used] or None
    return {
        "title": title, "year": year, "recognised": recognised, "reach": reach, "used_for": uses,
    }  # fmt: skip


def science(year: str = YEAR, accepted: str = "CO_SO", reach: str | None = "CO_SO") -> Any:
    """Return a piece of research."""
    return {"title": "Đề tài đọc sách", "year": year, "accepted": accepted, "reach": reach}


def discipline(first: str, last: str | None, kind: str = "khien-trach") -> dict[str, Any]:
    """Return a measure of discipline."""
    return {"kind": kind, "from": first, "to": last}


def school_year(start: int) -> str:
    """Return a school year by the calendar year in which it begins."""
    return f"{start}-{start + 1}"


def answers(data: Any) -> dict[str, AwardResult]:
    """Return the answers of the shipped law by award."""
    book = shipped_book()
    facts = read_facts(data, book, TODAY)
    return {one.award: one for one in Evaluator(book).evaluate(facts)}


def _file(
    key: str, subject: str, base: dict[str, Any], year: str, received_on: str | None, changes: Any
) -> dict[str, Any]:
    own = deepcopy(base) | changes
    data = {"school_level": "TH", "province": None, "year": year, "subject": subject}
    if received_on is not None:
        data["received_on"] = received_on
    return data | {key: {name: one for name, one in own.items() if one is not LEAVE_OUT}}
