"""The front matter of a template: TOML between two `+++` lines."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tdkt_desktop.documents.document import DocumentKind, Orientation
from tdkt_desktop.documents.markup_text import MarkupFault
from tdkt_desktop.documents.template import LEVELS, Issuer, Period, TemplateMeta
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

FENCE: Final = "+++"

_Choice = TypeVar("_Choice", bound="StrEnum")
_CHOICES: Final[dict[str, type[StrEnum]]] = {
    "kind": DocumentKind,
    "period": Period,
    "issuer": Issuer,
    "orientation": Orientation,
}
_TEXTS: Final = ("key", "name", "description")
_NEEDED: Final = ("key", "name")
_KNOWN: Final = (*_TEXTS, *_CHOICES, "levels")
_TOML_LINE = re.compile(r"at line (\d+)")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def write_meta(meta: TemplateMeta) -> str:
    """Write the front matter, fences included."""
    import tomli_w

    fields = {
        "key": meta.key,
        "kind": str(meta.kind),
        "levels": list(meta.levels),
        "name": meta.name,
        "description": meta.description,
        "period": str(meta.period),
        "issuer": str(meta.issuer),
        "orientation": str(meta.orientation),
    }
    return f"{FENCE}\n{tomli_w.dumps(fields)}{FENCE}"


def read_meta(first: int, lines: Sequence[str]) -> TemplateMeta:
    """Read the lines between the fences, the first of which is line `first` of the file."""
    try:
        fields = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = first + int(found[1]) - 1 if found else first + len(lines) - 1
        reason = _("phần khai báo giữa hai dòng +++ viết chưa đúng; chữ phải đặt trong ngoặc kép")
        raise MarkupFault(line, reason) from error
    return _MetaReader(first, lines, fields).read()


class _MetaReader:
    """Checks the fields one by one and knows the line of each."""

    def __init__(self, first: int, lines: Sequence[str], fields: dict[str, Any]) -> None:
        self._first = first
        self._lines = lines
        self._fields = fields

    def read(self) -> TemplateMeta:
        for key in self._fields:
            if key not in _KNOWN:
                raise self._fault(
                    key, _("không có khoá “{key}”; chỉ có {known}"), known=_joined(_KNOWN)
                )
        for key in _NEEDED:
            if not self._fields.get(key):
                raise self._fault(key, _("phần khai báo thiếu khoá “{key}”"))
        read: dict[str, Any] = {**self._texts(), **self._choices(), "levels": self._levels()}
        return TemplateMeta(**read)

    def _texts(self) -> dict[str, str]:
        texts: dict[str, str] = {key: self._fields[key] for key in _TEXTS if key in self._fields}
        for key, value in texts.items():
            if not isinstance(value, str):
                raise self._fault(key, _("giá trị của “{key}” phải là chữ trong ngoặc kép"))
        if not _KEY.fullmatch(texts["key"]):
            raise self._fault("key", _("“{key}” chỉ gồm chữ thường không dấu, số và dấu -"))
        return texts

    def _choices(self) -> dict[str, Any]:
        chosen = {}
        for key, choices in _CHOICES.items():
            if key not in self._fields:
                continue
            values = [str(choice) for choice in choices]
            if self._fields[key] not in values:
                raise self._fault(
                    key, _("“{key}” phải là một trong: {known}"), known=_joined(values)
                )
            chosen[key] = choices(self._fields[key])
        return chosen

    def _levels(self) -> tuple[str, ...]:
        levels = self._fields.get("levels", [])
        if not isinstance(levels, list) or not all(level in LEVELS for level in levels):
            known = _joined(LEVELS)
            raise self._fault(
                "levels", _("“{key}” phải là danh sách các cấp học: {known}"), known=known
            )
        return tuple(levels)

    def _fault(self, key: str, reason: str, **words: str) -> MarkupFault:
        written = (
            index for index, line in enumerate(self._lines) if line.split("=")[0].strip() == key
        )
        return MarkupFault(self._first + next(written, 0), reason.format(key=key, **words))


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words)
