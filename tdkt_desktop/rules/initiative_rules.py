"""What the law's data says of initiatives: levels, headings, and how a council scores."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

REQUEST: Final = "don"
REPORT: Final = "mo-ta"
_SIGNS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Level:
    """How far an initiative reaches, or who recognised it; the wider the higher the rank."""

    code: str
    rank: int
    name: str
    recognised: str
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartHeading:
    """A heading of an initiative's papers; `otherwise` is printed where nothing is written."""

    key: str
    name: str
    hint: str = ""
    papers: tuple[str, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeLaw:
    """Levels by rank, and headings in their order."""

    levels: tuple[Level, ...]
    parts: tuple[PartHeading, ...]

    def level(self, code: str) -> Level | None:
        """Return the level of a code, None for one that nobody knows."""
        return next((one for one in self.levels if one.code == code), None)

    def reach_name(self, code: str) -> str:
        """Return how a reach is called; the code itself where nobody knows."""
        level = self.level(code)
        return level.name if level else code

    def recogniser_name(self, code: str) -> str:
        """Return how the level that recognised is called; the code itself where nobody knows."""
        level = self.level(code)
        return level.recognised if level else code

    def of_paper(self, paper: str) -> tuple[PartHeading, ...]:
        """Return the headings of the request, or of the report."""
        return tuple(part for part in self.parts if paper in part.papers)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the criteria sheet: what is judged, and the most points it can get."""

    key: str
    name: str
    max: float
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CriteriaSheet:
    """How a council scores: the criteria, the mark that passes, and when a judge stands far off.

    `far` is in per cent of the full marks. `basis`, `verified` and `note` say where it comes from.
    """

    name: str
    criteria: tuple[Criterion, ...]
    pass_mark: float
    far: float = 15.0
    basis: str = ""
    verified: bool = False
    note: str = field(default="")

    @property
    def full_marks(self) -> float:
        """The most points that an initiative can get."""
        return sum(one.max for one in self.criteria)

    def checked(self) -> CriteriaSheet:
        """Return the sheet with clean words and a key for each criterion.

        Raises InputError for a sheet that nobody could score with.
        """
        if not self.criteria:
            raise _unfit(_("Phiếu chấm chưa có tiêu chí nào."))
        criteria = tuple(_with_keys(self.criteria))
        if not 0 <= self.pass_mark <= self.full_marks:
            raise _unfit(
                _("Điểm đạt {mark:g} phải nằm trong khoảng từ 0 đến tổng điểm {full:g}.").format(
                    mark=self.pass_mark, full=self.full_marks
                )
            )
        return CriteriaSheet(
            clean_line(self.name) or _("Phiếu chấm sáng kiến"),
            criteria,
            float(self.pass_mark),
            float(self.far),
            clean_line(self.basis),
            self.verified,
            clean_line(self.note),
        )

    def as_values(self) -> dict[str, Any]:
        """Return the sheet as it is stored."""
        return asdict(self)


def sheet_of(values: Mapping[str, Any]) -> CriteriaSheet:
    """Return the sheet of stored or shipped values."""
    known = {name: values[name] for name in CriteriaSheet.__slots__ if name in values}
    return CriteriaSheet(**known | {"criteria": criteria_of(values["criteria"])})


def criteria_of(entries: Iterable[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """Return the criteria of stored entries."""
    return tuple(
        Criterion(str(one["key"]), str(one["name"]), float(one["max"]), str(one.get("hint", "")))
        for one in entries
    )


@cache
def load_initiative_law(path: Path | None = None) -> InitiativeLaw:
    """Read the levels and headings; InputError says what is wrong with the file."""
    data = _read(path or resource("law", "initiatives.toml"))
    try:
        levels = tuple(Level(**entry) for entry in data["levels"])
        parts = tuple(
            PartHeading(**{**entry, "papers": tuple(entry.get("papers", ()))})
            for entry in data["parts"]
        )
    except (KeyError, TypeError) as error:
        raise _bad_file(path or resource("law", "initiatives.toml"), error) from error
    return InitiativeLaw(tuple(sorted(levels, key=lambda one: one.rank)), parts)


@cache
def load_criteria(path: Path | None = None) -> CriteriaSheet:
    """Read the shipped criteria sheet; InputError says what is wrong with the file."""
    data = _read(path or resource("law", "initiative_criteria.toml"))
    try:
        return sheet_of(data).checked()
    except (KeyError, TypeError, ValueError) as error:
        raise _bad_file(path or resource("law", "initiative_criteria.toml"), error) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise _bad_file(path, error) from error


def _bad_file(path: Path, error: Exception) -> InputError:
    return InputError(
        _("Không đọc được quy định về sáng kiến {path}: {reason}.").format(path=path, reason=error),
        _("Sửa lại tệp này theo phần hướng dẫn ở đầu tệp."),
    )


def _unfit(message: str) -> InputError:
    return InputError(message, _("Xin sửa phiếu chấm rồi lưu lại."))


def _with_keys(criteria: Iterable[Criterion]) -> Iterable[Criterion]:
    """Yield the criteria with clean names; a new one gets a key from its name."""
    taken: set[str] = set()
    for place, one in enumerate(criteria, start=1):
        name = clean_line(one.name)
        if not name:
            raise _unfit(_("Tiêu chí thứ {n} chưa có tên.").format(n=place))
        if not one.max > 0:
            raise _unfit(_("Tiêu chí “{name}” phải có điểm tối đa lớn hơn 0.").format(name=name))
        key = one.key or _SIGNS.sub("-", fold(name)).strip("-") or "tieu-chi"
        while key in taken:
            key = f"{key}-{place}"
        taken.add(key)
        yield Criterion(key, name, float(one.max), clean_line(one.hint))
