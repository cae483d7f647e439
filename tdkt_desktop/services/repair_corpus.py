"""What the program itself says, as the sentences that the reading of scans learns from."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.resources import resource
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NUMBER: Final = "#"
"""Stands for every number, date and year."""
_FOLDERS: Final = ("templates", "clauses", "duties", "law", "calendar", "checks", "help/vi")
_MARKUP: Final = re.compile(r"^\s*(?:\[[^\]]*\]|@\w+|#+|\|[-| ]+\||\+\+\+)\s*|\*+|`[^`]*`|<[^>]*>")
_KEY: Final = re.compile(r"\w*_\w*")
_FIELD: Final = re.compile(r"\{\{[^}]*\}\}|«[^»]*»")
_PIECE: Final = re.compile(r"\d[\d/.,]*|[^\W\d_]+")
_STOP: Final = re.compile(r"[.;:!?()\[\]|=\n\t]+")


def shipped_sentences(*, without: str = "") -> Iterator[list[str]]:
    """Yield the pieces of every sentence of templates, clauses, duties, law and help.

    `without` names a file to leave out: what is measured on a text must not have learnt from it.
    """
    for folder in _FOLDERS:
        for path in sorted(resource(*folder.split("/")).rglob("*")):
            if path.name != without:
                yield from sentences(_texts(path))


def word_list() -> Iterator[list[str]]:
    """Yield the pieces of the common words and names that are shipped for this purpose."""
    text = resource("repair", "words.txt").read_text(encoding="utf-8")
    kept = (line for line in text.splitlines() if not line.startswith("#"))
    for line in kept:
        yield from (_PIECE.findall(words) for words in line.split(",") if words.strip())


def sentences(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the pieces of each sentence; numbers become one sign, capitals stay."""
    for text in texts:
        for part in _STOP.split(_FIELD.sub(" 0 ", clean(text))):
            pieces = [NUMBER if one[0].isdigit() else one for one in _PIECE.findall(part)]
            if pieces:
                yield pieces


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".md":
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (_MARKUP.sub("", line) for line in lines)
    elif path.suffix == ".toml":
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # Keys and what is meant for programmers carry no diacritics.
        if not value.isascii():
            yield _KEY.sub(" ", value)
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
