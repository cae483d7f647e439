"""The law's data as entries by section and id, with the school's own words laid over them.

An entry's key is "section:id": "award:…", "version:CODE/2024", "condition:CODE/2024/name",
"exclusion:…", "cap:…" and so on. What the school says replaces single fields only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

AWARD: Final = "award"
VERSION: Final = "version"
CONDITION: Final = "condition"
_FILES: Final = {
    "exclusions.toml": {"exclusions": "exclusion"},
    "caps.toml": {"caps": "cap", "rating_caps": "rating_cap"},
    "ties.toml": {"ties": "tie"},
    "bonus.toml": {"bonus": "bonus", "salaries": "salary"},
    "forms.toml": {"forms": "form"},
    "deadlines.toml": {"deadlines": "deadline"},
    "transitions.toml": {"transitions": "transition"},
    "comparisons.toml": {"comparisons": "comparison", "questions": "question"},
    "collectives.toml": {"counts": "count", "disciplines": "discipline", "leaves": "leave"},
}
SECTIONS: Final = (
    AWARD, VERSION, CONDITION,
    *(section for names in _FILES.values() for section in names.values()),
)  # fmt: skip

Entries = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class LawEdit:
    """What the school says about an entry: the fields that it set; `own` is an entry of its own."""

    key: str
    values: Mapping[str, Any]
    own: bool = False
    note: str = ""


@cache
def shipped_entries() -> Entries:
    """Return the shipped entries by key, in their order; callers do not change them."""
    return entries_in(resource("law"))


def entries_in(folder: Path) -> Entries:
    """Return the entries of a folder of law data; raises InputError for a file that is broken."""
    entries: Entries = {}
    for path in sorted((folder / "awards").glob("*.toml")):
        _add_award(entries, _read(path))
    for name, sections in _FILES.items():
        data = _read(folder / name)
        for table, section in sections.items():
            for values in data.get(table, ()):
                entries[f"{section}:{values['id']}"] = values
    return entries


def edited_entries(shipped: Entries, edits: Iterable[LawEdit]) -> Entries:
    """Return the entries under what the school says; edits of what is gone are left out."""
    entries = dict(shipped)
    for edit in edits:
        if edit.own or edit.key in entries:
            entries[edit.key] = {**entries.get(edit.key, {}), **edit.values}
    return entries


def section_of(entries: Entries, section: str) -> dict[str, dict[str, Any]]:
    """Return the entries of a section by their ids."""
    mark = f"{section}:"
    return {
        key.removeprefix(mark): values for key, values in entries.items() if key.startswith(mark)
    }


def _add_award(entries: Entries, data: dict[str, Any]) -> None:
    """Take an award's file apart into the award, its versions and their conditions."""
    code = data["code"]
    entries[f"{AWARD}:{code}"] = {key: value for key, value in data.items() if key != "versions"}
    for version in data.get("versions", ()):
        name = f"{code}/{version['version']}"
        conditions = version.get("conditions", ())
        entries[f"{VERSION}:{name}"] = {
            key: value for key, value in version.items() if key != "conditions"
        }
        for condition in conditions:
            entries[f"{CONDITION}:{name}/{condition['id']}"] = condition


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise InputError(
            _("Không đọc được dữ liệu luật {path}: {reason}.").format(path=path, reason=error),
            _("Xin cài lại chương trình, hoặc sửa lại tệp này."),
        ) from error
