"""The clause library: paragraphs to choose from, by heading and level of school."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents.markup import parse_blocks
from tdkt_desktop.documents.template import LEVELS
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import clean, clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tdkt_desktop.documents.blocks import Block

EVERY_LEVEL: Final = "all"
"""What a clause names that suits every level of school."""

_MANY_LEVELS: Final = "LIEN_CAP"
_TEXTS: Final = ("key", "heading", "text")
_LISTS: Final = ("levels", "tags")


@dataclass(frozen=True, slots=True)
class LibraryClause:
    """A clause of the library; `text` is written in the plan text format."""

    key: str
    heading: str
    levels: tuple[str, ...]
    text: str
    tags: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The clause as blocks of a document, placeholders still in them."""
        return parse_blocks(self.text, self.key)

    def suits(self, level: str) -> bool:
        """Tell whether a school of `level` can use it; one of many levels takes them all."""
        return level == _MANY_LEVELS or bool({level, EVERY_LEVEL} & set(self.levels))

    def speaks_of(self, words: str) -> bool:
        """Tell whether all of the words occur, whatever their marks and case."""
        where = _folded(self)
        return all(word in where for word in fold(words).split())


@cache
def shipped_clauses() -> tuple[LibraryClause, ...]:
    """Read the library that comes with the program, heading by heading."""
    files = sorted(resource("clauses").glob("*.toml"))
    return tuple(clause for path in files for clause in read_clauses(path))


def read_clauses(path: Path) -> tuple[LibraryClause, ...]:
    """Read one file of clauses; raises InputError that says which clause is bad and why."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(path, str(error)) from error
    entries = data.get("clause", [])
    if not isinstance(entries, list):
        raise _fault(path, _("mỗi đoạn phải là một mục [[clause]]"))
    clauses = tuple(_clause(entry, place, path) for place, entry in enumerate(entries, 1))
    for key, count in Counter(clause.key for clause in clauses).items():
        if count > 1:
            raise _fault(path, _("hai đoạn cùng có mã {key}").format(key=key))
    return clauses


def find_clauses(
    clauses: Iterable[LibraryClause], words: str = "", level: str = "", heading: str = ""
) -> tuple[LibraryClause, ...]:
    """Return the clauses that speak of `words`, suit `level` and stand under `heading`."""
    return tuple(
        clause
        for clause in clauses
        if (not level or clause.suits(level))
        and (not heading or clause.heading == heading)
        and clause.speaks_of(words)
    )


@cache
def _folded(clause: LibraryClause) -> str:
    """Fold a clause once: a search runs at every key that is pressed."""
    return fold(" ".join((clause.heading, clause.text, *clause.tags)))


def _clause(entry: Any, place: int, path: Path) -> LibraryClause:
    """Build a clause from its entry after looking at every field."""
    if not isinstance(entry, dict):
        raise _fault(path, _("mỗi đoạn phải là một mục [[clause]]"))
    name = str(entry.get("key", place))
    for field in _TEXTS:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise _fault(path, _("đoạn {key} thiếu {field}").format(key=name, field=field))
    for field in _LISTS:
        if not _is_list_of_texts(entry.get(field, [])):
            raise _fault(path, _("đoạn {key} ghi {field} sai").format(key=name, field=field))
    levels = tuple(entry.get("levels", [EVERY_LEVEL]))
    if not levels or set(levels) - {*LEVELS, EVERY_LEVEL}:
        raise _fault(path, _("đoạn {key} ghi cấp học không có").format(key=name))
    tags = tuple(clean_line(tag) for tag in entry.get("tags", []))
    heading = clean_line(entry["heading"])
    clause = LibraryClause(clean_line(entry["key"]), heading, levels, clean(entry["text"]), tags)
    if not clause.blocks:
        raise _fault(path, _("đoạn {key} không có chữ").format(key=name))
    return clause


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _fault(path: Path, reason: str) -> InputError:
    return InputError(
        _("Không đọc được thư viện đoạn văn {path}: {reason}.").format(path=path, reason=reason),
        _("Sửa tệp này theo tệp README.md trong thư mục clauses rồi mở lại."),
    )
