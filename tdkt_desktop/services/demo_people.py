"""The people of the sample school with three years of ratings, awards and initiatives."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from tdkt_desktop.i18n import _
from tdkt_desktop.models.person import DisciplineKind, GroupKind, LeaveKind, Sex
from tdkt_desktop.resources import resource
from tdkt_desktop.services.people_views import PersonData
from tdkt_desktop.services.record_views import (
    Author,
    AwardData,
    AwardKind,
    AwardUse,
    DisciplineData,
    InitiativeData,
    LeaveData,
    Subject,
)

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext

_PERSON_KEYS = (
    "full_name", "birth_date", "position", "job_title", "party_member", "manager", "sector_since",
    "hired_on", "qualifications", "political_theory", "left_on", "left_reason",
    "open_proceedings",
)  # fmt: skip


def add_sample_people(context: AppContext) -> None:
    """Fill a store with the sample school's people and their years."""
    data = tomllib.loads(resource("demo", "people.toml").read_text("utf-8"))
    with context.store.transaction(_("Điền nhân sự trường mẫu"), undoable=False):
        _SamplePeople(context, data).add_all()


class _SamplePeople:
    """Puts the file's entries into the store; names in it stand for ids."""

    def __init__(self, context: AppContext, data: dict[str, Any]) -> None:
        self._context = context
        self._data = data
        self._subjects: dict[str, Subject] = {}

    def add_all(self) -> None:
        """Add groups and people first, then what speaks of them."""
        for entry in self._data["groups"]:
            self._add_group(entry)
        for entry in self._data["people"]:
            self._add_person(entry)
        self._rate()
        for entry in self._data["commendations"]:
            self._add_commendation(entry)
        for entry in self._data["initiatives"]:
            self._add_initiative(entry)
        for entry in self._data["leaves"]:
            self._add_leave(entry)
        for entry in self._data["disciplines"]:
            self._add_discipline(entry)

    def _add_group(self, entry: dict[str, Any]) -> None:
        school = next(iter(self._subjects.values()), Subject()).group_id
        group_id = self._context.groups.add(entry["name"], GroupKind(entry["kind"]), school)
        self._subjects[entry["name"]] = Subject.of_group(group_id)

    def _add_person(self, entry: dict[str, Any]) -> None:
        values: dict[str, Any] = {"open_proceedings": False}
        values |= {key: entry[key] for key in _PERSON_KEYS if key in entry}
        group = self._subjects[entry["group"]].group_id
        data = PersonData(**values, sex=Sex(entry["sex"]), group_id=group)
        self._subjects[data.full_name] = Subject.of_person(self._context.people.add(data))

    def _rate(self) -> None:
        """Store the ratings and the titles of each year."""
        owners = [(self._subjects[one["name"]], one) for one in self._data["groups"]]
        owners += [(self._subjects[one["full_name"]], one) for one in self._data["people"]]
        for place, year in enumerate(self._data["years"]):
            rated = {owner: one["ratings"][place] for owner, one in owners}
            self._context.records.rate(year, {key: code for key, code in rated.items() if code})
            for owner, one in owners:
                if one["titles"][place]:
                    self._add_title(owner, one["titles"][place], place)

    def _add_title(self, owner: Subject, code: str, place: int) -> None:
        data = AwardData(
            **self._named(code),
            code=code,
            year=self._data["years"][place],
            decided_on=self._data["decided_on"][place],
            number=self._data["awards"][code]["numbers"][place],
        )
        self._context.records.add_award(owner, data)

    def _add_commendation(self, entry: dict[str, Any]) -> None:
        owner = self._subjects[entry.get("person") or entry["group"]]
        values = {key: value for key, value in entry.items() if key not in ("person", "group")}
        self._context.records.add_award(owner, AwardData(**self._named(entry["code"]), **values))

    def _named(self, code: str) -> dict[str, Any]:
        award = {
            **self._data["awards"][code],
            "kind": AwardKind(self._data["awards"][code]["kind"]),
        }
        award.pop("numbers", None)
        return award

    def _add_initiative(self, entry: dict[str, Any]) -> None:
        authors = tuple(
            Author(self._subjects[one["name"]].person_id, share=one["share"])
            for one in entry["authors"]
        )
        used = tuple(AwardUse(**use) for use in entry.get("used_for", ()))
        values = {**entry, "authors": authors, "used_for": used}
        self._context.records.add_initiative(InitiativeData(**values))

    def _add_leave(self, entry: dict[str, Any]) -> None:
        values = {**entry, "kind": LeaveKind(entry["kind"])}
        person_id = self._subjects[values.pop("person")].person_id
        self._context.records.add_leave(person_id or 0, LeaveData(**values))

    def _add_discipline(self, entry: dict[str, Any]) -> None:
        values = {**entry, "kind": DisciplineKind(entry["kind"])}
        person_id = self._subjects[values.pop("person")].person_id
        self._context.records.add_discipline(person_id or 0, DisciplineData(**values))
