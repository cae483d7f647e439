"""Reads facts from a file's JSON value; what is wrong is told with the place where it stands.

A key that is left out is unknown. Of the entries of awards, `revoked`, `proposed` and `thematic`
left out are no, and an initiative without `used_for` was not used.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.rules.award_years import AwardYear
from tdkt_desktop.rules.conditions.collectives import MEMBERS
from tdkt_desktop.rules.facts import (
    Facts,
    HeldAward,
    Span,
    SubjectKind,
    Use,
    Work,
    YearRating,
    decision_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tdkt_desktop.rules.law_book import LawBook

_MISSING: Final = object()
_LISTS: Final = (
    "ratings", "awards", "initiatives", "science_works", "leave", "discipline",
)  # fmt: skip
_TOP: Final = frozenset({
    "school_level", "province", "year", "received_on", "subject", "person", "collective",
})  # fmt: skip
_PERSON: Final = frozenset({
    "name", "sex", "sector_since", "hired_on", "manager", "special_area_years",
    "open_proceedings", *_LISTS,
})  # fmt: skip


def read_facts(data: Any, book: LawBook, today: date) -> Facts:
    """Return the facts of a file's value; raises InputError for what cannot be understood."""
    return _FactsReader(book, today).read(data)


def unknown_words(data: Mapping[str, Any], book: LawBook) -> tuple[str, ...]:
    """Return the keys and award codes of a file that the rules do not know, and so do not use."""
    subject = data.get("person") or data.get("collective") or {}
    known = _PERSON | {MEMBERS, *book.counts}
    words = [key for key in data if key not in _TOP]
    words += [key for key in subject if key not in known]
    codes = (one.get("code") for one in subject.get("awards") or ())
    return tuple(dict.fromkeys([*words, *(code for code in codes if code not in book.awards)]))


class _FactsReader:
    """Reads one file; `place` in its methods is where a value stands."""

    def __init__(self, book: LawBook, today: date) -> None:
        self._book = book
        self._today = today

    def read(self, data: Any) -> Facts:
        """Return the facts of the whole value."""
        top = _object(data, "")
        subject = self._subject(top)
        key = "collective" if subject is SubjectKind.COLLECTIVE else "person"
        own = _object(top.get(key, {}), key)
        return Facts(
            year=_year(_required(top, "year", ""), "year"),
            received_on=_day(top.get("received_on"), "received_on") or self._today,
            subject=subject,
            name=_string(own.get("name"), f"{key}.name"),
            school_level=_string(top.get("school_level"), "school_level"),
            sex=_string(own.get("sex"), f"{key}.sex"),
            manager=_truth(own.get("manager"), f"{key}.manager"),
            sector_since=_day(own.get("sector_since"), f"{key}.sector_since"),
            hired_on=_day(own.get("hired_on"), f"{key}.hired_on"),
            special_area_years=_years(own.get("special_area_years"), f"{key}.special_area_years"),
            ratings=self._ratings(own, key),
            awards=self._list(own, key, "awards", self._award),
            initiatives=self._list(own, key, "initiatives", self._initiative),
            science_works=self._list(own, key, "science_works", self._science_work),
            leave=self._list(own, key, "leave", self._leave),
            discipline=self._list(own, key, "discipline", self._measure),
            open_proceedings=_truth(own.get("open_proceedings"), f"{key}.open_proceedings"),
            counts=self._counts(own, key),
        )

    def _subject(self, top: Mapping[str, Any]) -> SubjectKind:
        default = SubjectKind.COLLECTIVE if "collective" in top else SubjectKind.INDIVIDUAL
        try:
            return SubjectKind(top.get("subject", default))
        except ValueError:
            raise _wrong("subject", top["subject"]) from None

    def _list(
        self, own: Mapping[str, Any], key: str, name: str, read: Callable[[Any, str], Any]
    ) -> Any:
        """Return a list's entries, None for one that is left out."""
        entries = own.get(name)
        if entries is None:
            return None
        place = f"{key}.{name}"
        if not isinstance(entries, list):
            raise _wrong(place, entries)
        return tuple(read(entry, f"{place}[{n}]") for n, entry in enumerate(entries))

    def _ratings(self, own: Mapping[str, Any], key: str) -> tuple[YearRating, ...] | None:
        """Return the ratings; raises InputError for a year that is rated in two ways."""
        ratings: tuple[YearRating, ...] | None = self._list(own, key, "ratings", self._rating)
        known: dict[AwardYear, str] = {}
        for one in ratings or ():
            if known.setdefault(one.year, one.rating) != one.rating:
                raise _wrong(f"{key}.ratings", str(one.year))
        return ratings

    def _rating(self, entry: Any, place: str) -> YearRating:
        values = _object(entry, place)
        said = _string(_required(values, "rating", place), f"{place}.rating")
        code = self._book.ratings.code_of(said)
        if code is None:
            raise _wrong(f"{place}.rating", said)
        return YearRating(_entry_year(values, place), code)

    def _award(self, entry: Any, place: str) -> HeldAward:
        values = _object(entry, place)
        decided_on = _day(values.get("decided_on"), f"{place}.decided_on")
        return HeldAward(
            _string(_required(values, "code", place), f"{place}.code"),
            _entry_year(values, place),
            where=decision_text("", decided_on),
            **{
                name: bool(_truth(values.get(name), f"{place}.{name}"))
                for name in ("proposed", "thematic", "revoked")
            },
        )

    def _initiative(self, entry: Any, place: str) -> Work:
        return self._work(entry, place, "recognised")

    def _science_work(self, entry: Any, place: str) -> Work:
        return self._work(entry, place, "accepted")

    def _work(self, entry: Any, place: str, recognised: str) -> Work:
        values = _object(entry, place)
        return Work(
            title=_string(values.get("title"), f"{place}.title"),
            year=_entry_year(values, place),
            recognised=self._level(values, recognised, place),
            reach=self._level(values, "reach", place),
            used_for=self._uses(values, place),
        )

    def _level(self, values: Mapping[str, Any], name: str, place: str) -> str | None:
        """Return a level: None for one that is left out, empty for null."""
        level = values.get(name, _MISSING)
        if level is _MISSING:
            return None
        said = _string(level, f"{place}.{name}")
        if said and said not in self._book.levels:
            raise _wrong(f"{place}.{name}", said)
        return said

    def _uses(self, values: Mapping[str, Any], place: str) -> tuple[Use, ...]:
        entries = values.get("used_for") or []
        place = f"{place}.used_for"
        if not isinstance(entries, list):
            raise _wrong(place, entries)
        return tuple(self._use(entry, f"{place}[{n}]") for n, entry in enumerate(entries))

    def _use(self, entry: Any, place: str) -> Use:
        values = _object(entry, place)
        award = _string(_required(values, "award", place), f"{place}.award")
        return Use(award, _entry_year(values, place))

    def _leave(self, entry: Any, place: str) -> Span:
        return self._span(entry, place, self._book.leaves)

    def _measure(self, entry: Any, place: str) -> Span:
        return self._span(entry, place, self._book.disciplines)

    def _span(self, entry: Any, place: str, kinds: Mapping[str, Any]) -> Span:
        values = _object(entry, place)
        kind = _string(_required(values, "kind", place), f"{place}.kind")
        if kind not in kinds:
            raise _wrong(f"{place}.kind", kind)
        first = _day(_required(values, "from", place), f"{place}.from")
        last = _day(values.get("to"), f"{place}.to")
        if first is None or (last is not None and last < first):
            raise _wrong(place, f"{values.get('from')} - {values.get('to')}")
        return Span(kind, first, last, open_end="to" not in values)

    def _counts(self, own: Mapping[str, Any], key: str) -> Mapping[str, int]:
        """Return the numbers of a collective; none of its parts is greater than the whole."""
        names = (MEMBERS, *self._book.counts)
        counts = {
            name: _number(own[name], f"{key}.{name}") for name in names if own.get(name) is not None
        }
        members = counts.get(MEMBERS)
        for name, count in counts.items():
            if members is not None and count > members:
                raise _wrong(f"{key}.{name}", count)
        return counts


def _object(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(place or "{}", value)
    return value


def _required(values: Mapping[str, Any], name: str, place: str) -> Any:
    value = values.get(name)
    if value is None:
        where = f"{place}.{name}" if place else name
        raise InputError(
            _("Tệp dữ kiện thiếu “{place}”.").format(place=where),
            _("Xin ghi thêm mục này rồi chạy lại."),
        )
    return value


def _entry_year(values: Mapping[str, Any], place: str) -> AwardYear:
    return _year(_required(values, "year", place), f"{place}.year")


def _year(value: Any, place: str) -> AwardYear:
    try:
        return AwardYear.parse(str(value))
    except ValueError:
        raise _wrong(place, value) from None


def _day(value: Any, place: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(place, value) from None


def _string(value: Any, place: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong(place, value)
    return value


def _truth(value: Any, place: str) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise _wrong(place, value)


def _number(value: Any, place: str) -> int:
    if type(value) is not int or value < 0:
        raise _wrong(place, value)
    return value


def _years(value: Any, place: str) -> int | None:
    """Return whole years of a number that may have a part of one."""
    if value is None:
        return None
    if type(value) not in (int, float) or value < 0:
        raise _wrong(place, value)
    return int(value)


def _wrong(place: str, value: Any) -> InputError:
    return InputError(
        _("Tệp dữ kiện có “{place}” không đúng: {value}.").format(place=place, value=value),
        _("Xin xem lại cách ghi: năm 2025-2026 hoặc 2025, ngày 2026-05-28, mã theo dữ liệu luật."),
    )
