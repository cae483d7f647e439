"""Turns the entries of the law's data into the book of values; says which entry does not fit."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.rules import raw_law
from tdkt_desktop.rules.conditions import KINDS
from tdkt_desktop.rules.field_reading import bad_entry, build
from tdkt_desktop.rules.law_book import LawBook
from tdkt_desktop.rules.law_extras import (
    BonusRule,
    Cap,
    Comparison,
    Count,
    Deadline,
    Form,
    FormNumber,
    FormSpan,
    Question,
    RatingCap,
    Salary,
    SpanKind,
    Tie,
    Transition,
)
from tdkt_desktop.rules.law_values import (
    Award,
    Bonus,
    Decider,
    Exclusion,
    Rule,
    Slot,
    Source,
    UpperVote,
    Version,
)
from tdkt_desktop.rules.legal_documents import LegalDocument, load_catalogue
from tdkt_desktop.rules.ratings import load_ratings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")
_DAYS: Final = {"from": "first_day", "to": "last_day"}
# What an entry says for those who keep the data; the values have no use for it.
_ASIDE: Final = ("off", "seen", "verification", "superseded")
_RULE_KEYS: Final = frozenset({
    "id", "kind", "text", "sources", "verified", "verification", "any_of", "part_of", "subject",
    "note", "seen", "off", "effect", "levels", "superseded",
})  # fmt: skip


@cache
def shipped_book() -> LawBook:
    """Return the law as it is shipped."""
    return book_of(raw_law.shipped_entries())


def book_of(entries: raw_law.Entries) -> LawBook:
    """Return the book of entries; raises InputError naming the first entry that does not fit."""
    return _Reader(entries).book()


class _Reader:
    """Reads the entries of one book; what is switched off is left out."""

    def __init__(self, entries: raw_law.Entries) -> None:
        self._entries = {key: one for key, one in entries.items() if not one.get("off")}
        self._documents = {one.id: one for one in load_catalogue()}

    def book(self) -> LawBook:
        """Return the whole book."""
        levels, ratings = _levels(), load_ratings()
        return LawBook(
            awards={one.code: one for one in self._awards()},
            exclusions={one.id: one for one in self._exclusions()},
            caps=self._all(Cap, "cap"),
            rating_caps=self._all(RatingCap, "rating_cap"),
            ties=self._all(Tie, "tie"),
            bonus=next(iter(self._all(BonusRule, "bonus")), None),
            salaries=self._all(Salary, "salary"),
            forms={one.id: one for one in self._forms()},
            deadlines=self._all(Deadline, "deadline"),
            transitions=self._all(Transition, "transition"),
            comparisons=self._all(Comparison, "comparison"),
            questions=self._all(Question, "question"),
            counts={one.id: one for one in self._all(Count, "count")},
            disciplines={one.id: one for one in self._all(SpanKind, "discipline")},
            leaves={one.id: one for one in self._all(SpanKind, "leave")},
            levels={one["code"]: one["rank"] for one in levels},
            level_names={one["code"]: one["name"] for one in levels},
            ratings=ratings,
            ranks={one.code: one.rank for one in ratings.words},
        )

    # --- awards ---

    def _awards(self) -> Iterable[Award]:
        conditions = self._conditions()
        versions: dict[str, list[Version]] = defaultdict(list)
        for name, values in self._section(raw_law.VERSION):
            code = name.partition("/")[0]
            version = self._version(f"{raw_law.VERSION}:{name}", code, values)
            versions[code].append(replace(version, conditions=tuple(conditions[name])))
        for code, values in self._section(raw_law.AWARD):
            plain = {name: one for name, one in values.items() if name != "off"}
            award = build(Award, {**plain, "code": code}, f"{raw_law.AWARD}:{code}")
            yield replace(award, versions=tuple(versions[code]))

    def _version(self, key: str, code: str, values: Mapping[str, Any]) -> Version:
        aside = ("bonus", "conditions", "off", "verification")
        plain = {name: one for name, one in values.items() if name not in aside}
        bonus = values.get("bonus")
        made = build(Version, {
            **plain,
            "award": code,
            "sources": self._sources(values, key),
            "decided_by": self._parts(Decider, values.get("decided_by", ()), key),
            "slots": self._parts(Slot, values.get("slots", ()), key),
            "votes": self._parts(UpperVote, values.get("votes", ()), key),
        }, key)  # fmt: skip
        return replace(made, bonus=build(Bonus, bonus, key)) if bonus else made

    def _conditions(self) -> dict[str, list[Rule]]:
        """Return the conditions by version, each with the parts that it is made of."""
        below: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
        for name, values in self._section(raw_law.CONDITION):
            version = name.rpartition("/")[0]
            below[version, values.get("part_of", "")].append((name, values))
        whole: dict[str, list[Rule]] = defaultdict(list)
        for (version, parent), entries in below.items():
            if not parent:
                whole[version] = [self._with_parts(below, version, one) for one in entries]
        return whole

    def _with_parts(
        self, below: Mapping[Any, list[Any]], version: str, entry: tuple[str, Mapping[str, Any]]
    ) -> Rule:
        name, values = entry
        own = name.rpartition("/")[2]
        parts = tuple(
            self._with_parts(below, version, one) for one in below.get((version, own), ())
        )
        return replace(self._rule(f"{raw_law.CONDITION}:{name}", values), parts=parts)

    def _rule(self, key: str, values: Mapping[str, Any]) -> Rule:
        kind = KINDS.get(values.get("kind", ""))
        if kind is None:
            raise bad_entry(
                key, _("không có loại điều kiện {kind}").format(kind=values.get("kind"))
            )
        check = {name: one for name, one in values.items() if name not in _RULE_KEYS}
        rule = {
            name: values[name]
            for name in ("kind", "text", "any_of", "subject", "note", "verified", "verification")
            if name in values
        }
        seen = tuple(values.get("seen", ()))
        made = {**rule, "key": key, "sources": self._sources(values, key), "seen": seen}
        return _checked_rule(made, build(kind, check, key), key)

    # --- the rest ---

    def _exclusions(self) -> Iterable[Exclusion]:
        for name, values in self._section("exclusion"):
            key = f"exclusion:{name}"
            known = ("effect", "text", "verified", "levels", "superseded", "note")
            plain = {one: values[one] for one in known if one in values}
            made = build(
                Exclusion, {**plain, "id": name, "sources": self._sources(values, key)}, key
            )
            yield replace(made, rule=self._rule(key, values)) if "kind" in values else made

    def _forms(self) -> Iterable[Form]:
        for name, values in self._section("form"):
            key = f"form:{name}"
            plain = {one: value for one, value in values.items() if one not in _ASIDE}
            yield build(Form, {
                **plain,
                "id": name,
                "numbers": self._parts(FormNumber, values.get("numbers", ()), key),
                "spans": self._parts(FormSpan, values.get("spans", ()), key),
            }, key)  # fmt: skip

    def _all(self, cls: type[T], section: str) -> tuple[T, ...]:
        """Return the entries of a section that need no more than their own fields."""
        return tuple(
            self._part(cls, {**values, "id": name}, f"{section}:{name}")
            for name, values in self._section(section)
        )

    def _parts(self, cls: type[T], entries: Iterable[Mapping[str, Any]], key: str) -> tuple[T, ...]:
        return tuple(self._part(cls, entry, key) for entry in entries)

    def _part(self, cls: type[T], values: Mapping[str, Any], key: str) -> T:
        plain = {_DAYS.get(one, one): value for one, value in values.items() if one not in _ASIDE}
        if "superseded" in values and "superseded" in getattr(cls, "__slots__", ()):
            plain["superseded"] = values["superseded"]
        if "sources" in plain:
            plain["sources"] = self._sources(values, key)
        return build(cls, plain, key)

    def _section(self, section: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
        return raw_law.section_of(self._entries, section).items()

    def _sources(self, values: Mapping[str, Any], key: str) -> tuple[Source, ...]:
        return tuple(self._source(one, key) for one in values.get("sources", ()))

    def _source(self, place: Mapping[str, str], key: str) -> Source:
        """Return a place in the law as a sentence names it, with the document's time."""
        name = place.get("document", "")
        if not name:
            return build(Source, {"text": place.get("text", "")}, key)
        document = self._documents.get(name)
        if document is None:
            raise bad_entry(key, _("không có văn bản {name} trong danh mục").format(name=name))
        article = place.get("article", "")
        text = ", ".join(part for part in (_title(document), article) if part)
        return Source(text, name, article, document.effective_from, document.effective_to)


def _checked_rule(values: dict[str, Any], check: Any, key: str) -> Rule:
    """Return a rule; raises InputError for one without words or without a source."""
    if not values.get("text") or not values["sources"]:
        raise bad_entry(key, _("điều kiện phải có lời và có nguồn"))
    if "verified" not in values:
        raise bad_entry(key, _("thiếu {field}").format(field="verified"))
    return Rule(**values, check=check)


def _title(document: LegalDocument) -> str:
    """Return a document's kind and number, or its kind and subject where it has none."""
    return f"{document.kind} {document.number or document.subject}"


@cache
def _levels() -> tuple[Mapping[str, Any], ...]:
    text = resource("law", "initiatives.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["levels"])
