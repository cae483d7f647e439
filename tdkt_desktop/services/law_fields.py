"""The fields of an entry of the law's data as people read and write them.

Which fields there are follows from the values that the rules are built of, so that a new kind of
condition is edited without a line here.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.rules import law_extras, law_values, raw_law
from tdkt_desktop.rules.conditions import KINDS
from tdkt_desktop.rules.legal_documents import load_catalogue
from tdkt_desktop.services.law_field_names import FIELD_NAMES, HINTS
from tdkt_desktop.vietnamese.dates import read_date
from tdkt_desktop.vietnamese.text import clean, clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tdkt_desktop.services.law_book import LawBookService, LawEntry

_CLASSES: Final[Mapping[str, Any]] = {
    raw_law.AWARD: law_values.Award,
    raw_law.VERSION: law_values.Version,
    "exclusion": law_values.Exclusion,
    "cap": law_extras.Cap,
    "rating_cap": law_extras.RatingCap,
    "tie": law_extras.Tie,
    "bonus": law_extras.BonusRule,
    "salary": law_extras.Salary,
    "form": law_extras.Form,
    "deadline": law_extras.Deadline,
    "transition": law_extras.Transition,
    "comparison": law_extras.Comparison,
    "question": law_extras.Question,
    "count": law_extras.Count,
    "discipline": law_extras.SpanKind,
    "leave": law_extras.SpanKind,
}
_RAW_NAMES: Final = {"first_day": "from", "last_day": "to"}
# What names an entry, or is kept elsewhere, is not edited as a field of it.
_ASIDE: Final = ("id", "versions", "conditions", "rule", "seen", "sources", "verified", "note")
_NAMING: Final = {raw_law.AWARD: "code", raw_law.VERSION: "version"}
_COMMON: Final = ("sources", "verified", "note")
_LONG: Final = ("text", "note", "old", "now", "next", "recheck_reason", "payer", "accumulation")
_AWARDS: Final = ("award", "awards", "barred_by", "of")
_BONUS: Final = "bonus"
_YES, _NO = "có", "không"


class FieldShape(StrEnum):
    """How a field is written."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    DECIMAL = "decimal"
    DAY = "day"
    FLAG = "flag"
    CODES = "codes"
    SOURCES = "sources"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class LawField:
    """A field: its name in the data, its words, and what it says now."""

    name: str
    label: str
    shape: FieldShape
    text: str = ""
    hint: str = ""
    required: bool = False


class LawFields:
    """Turns values into text and text into values; award codes are shown as names."""

    def __init__(self, book: LawBookService) -> None:
        self._book = book
        self._documents = {one.id: one for one in load_catalogue()}

    def of(self, entry: LawEntry) -> tuple[LawField, ...]:
        """Return the fields of an entry with what they say."""
        found = self.blank(entry.section, str(entry.values.get("kind", "")))
        naming = _NAMING.get(entry.section)
        return tuple(
            replace(one, text=self._written(one, _value_of(entry.values, one.name)))
            for one in found
            if one.name != naming
        )

    def blank(self, section: str, kind: str = "") -> tuple[LawField, ...]:
        """Return the fields that an entry of a section can have; conditions differ by kind."""
        return tuple(
            LawField(
                name,
                _(FIELD_NAMES.get(name, name)),
                shape,
                _blank_text(name, shape),
                hint=_(HINTS[name]) if name in HINTS else _(_SHAPE_HINTS.get(shape, "")),
                required=required,
            )
            for name, shape, required in _shapes(section, kind)
        )

    def changes(
        self, before: Mapping[str, Any], shown: Iterable[LawField], texts: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the values of those fields whose text has become another.

        Raises InputError for what is not understood, and for a field that may not be empty.
        """
        found: dict[str, Any] = {}
        for field in shown:
            text = texts.get(field.name, field.text).strip()
            if field.required and not text:
                raise InputError(
                    _("Chưa ghi “{field}”.").format(field=field.label),
                    field.hint or _("Xin ghi rồi lưu lại."),
                )
            if text != field.text.strip():
                value = self.read(field, text)
                whole, _dot, part = field.name.partition(".")
                if part:
                    value = {**(before.get(whole) or {}), **found.get(whole, {}), part: value}
                found[whole] = value
        return found

    def read(self, field: LawField, text: str) -> Any:
        """Return the value that a text says, None for nothing; raises InputError."""
        said = clean(text).strip()
        if field.shape is FieldShape.FLAG:
            return said == _YES
        if not said:
            return _EMPTY.get(field.shape)
        try:
            return self._value(field, said)
        except (ValueError, InvalidOperation):
            raise InputError(
                _("Không hiểu “{text}” ở mục “{field}”.").format(text=said, field=field.label),
                field.hint or _("Xin xem lại cách ghi của mục này."),
            ) from None

    def offered(self, name: str) -> tuple[str, ...]:
        """Return what a field may be filled with, as far as that is a list of awards."""
        if name not in ("award", "of"):
            return ()
        return tuple(one.name for one in self._book.award_words())

    def sources(self, values: Mapping[str, Any]) -> str:
        """Return where an entry comes from, in one line."""
        return "; ".join(self._source(one) for one in values.get("sources", ()))

    # --- to text ---

    def _written(self, field: LawField, value: Any) -> str:
        if field.shape is FieldShape.FLAG:
            return _YES if value else _NO
        if value is None:
            return ""
        if field.shape is FieldShape.SOURCES:
            return "\n".join(self._source(one) for one in value)
        if field.shape is FieldShape.TABLE:
            return "\n".join(map(_toml, value))
        if field.shape is FieldShape.CODES:
            return "\n".join(self._named(field, one) for one in value)
        return self._named(field, _plain(value))

    def _named(self, field: LawField, code: str) -> str:
        if field.name not in _AWARDS:
            return code
        return next((one.name for one in self._book.award_words() if one.code == code), code)

    def _source(self, place: Mapping[str, str]) -> str:
        document = self._documents.get(place.get("document", ""))
        if document is None:
            return place.get("text", "") or place.get("document", "")
        name = f"{document.kind} {document.number or document.subject}"
        return ": ".join(filter(None, (name, place.get("article", ""))))

    # --- to values ---

    def _value(self, field: LawField, text: str) -> Any:
        shape = field.shape
        if shape is FieldShape.NUMBER:
            return int(text.replace(".", "").replace(" ", ""))
        if shape is FieldShape.DECIMAL:
            return _decimal(text)
        if shape is FieldShape.DAY:
            return _day(text)
        if shape is FieldShape.SOURCES:
            return [self._read_source(line) for line in _lines(text)]
        if shape is FieldShape.TABLE:
            return _table(text)
        if shape is FieldShape.CODES:
            return [self._code(field, line) for line in _lines(text)]
        return self._code(field, text) if field.name in _AWARDS else text

    def _code(self, field: LawField, text: str) -> str:
        if field.name not in _AWARDS:
            return text
        wanted = fold(text)
        for one in self._book.award_words():
            if wanted in (fold(one.code), fold(one.name)):
                return one.code
        return text

    def _read_source(self, line: str) -> dict[str, str]:
        name, _colon, article = line.partition(":")
        wanted = fold(clean_line(name))
        for one in self._documents.values():
            if wanted in (fold(one.id), fold(f"{one.kind} {one.number or one.subject}")):
                place = {"document": one.id}
                return {**place, "article": clean_line(article)} if article.strip() else place
        return {"text": line}


_SHAPE_HINTS: Final = {
    FieldShape.NUMBER: N_("Một số."),
    FieldShape.DECIMAL: N_("Phần trên 1: ghi 0,15 hoặc 15%."),
    FieldShape.DAY: N_("Ngày dạng 30/6/2026."),
    FieldShape.CODES: N_("Mỗi dòng một mục."),
    FieldShape.SOURCES: N_("Mỗi dòng một nguồn: tên văn bản, dấu hai chấm, điều khoản."),
    FieldShape.TABLE: N_("Mỗi dòng một mục, theo cách ghi của tệp dữ liệu luật."),
}
_EMPTY: Final[Mapping[FieldShape, Any]] = {
    FieldShape.LINE: "",
    FieldShape.PARAGRAPH: "",
    FieldShape.CODES: [],
    FieldShape.SOURCES: [],
    FieldShape.TABLE: [],
}


def _blank_text(name: str, shape: FieldShape) -> str:
    """Return what a new entry says before anybody writes: the school knows its own rules."""
    if shape is not FieldShape.FLAG:
        return ""
    return _YES if name == "verified" else _NO


def _shapes(section: str, kind: str) -> Iterator[tuple[str, FieldShape, bool]]:
    """Yield name, shape and need of each field: the words first, source and note last."""
    if section == raw_law.CONDITION:
        yield "text", FieldShape.PARAGRAPH, True
        yield from _of_class(KINDS[kind]) if kind in KINDS else ()
        yield "any_of", FieldShape.LINE, False
        yield from _common(("sources", "verified", "note"))
        return
    shape = _CLASSES[section]
    yield from _of_class(shape)
    if section == "exclusion" and kind in KINDS:
        yield from _of_class(KINDS[kind])
    yield from _common(one.name for one in fields(shape) if one.name in _COMMON)


def _common(names: Iterable[str]) -> Iterator[tuple[str, FieldShape, bool]]:
    shapes = {"sources": FieldShape.SOURCES, "verified": FieldShape.FLAG}
    for name in sorted(names, key=_COMMON.index):
        yield name, shapes.get(name, FieldShape.PARAGRAPH), name == "sources"


def _of_class(shape: Any) -> Iterator[tuple[str, FieldShape, bool]]:
    for one in fields(shape):
        if one.name in _ASIDE or (shape is law_values.Version and one.name == "award"):
            continue
        name = _RAW_NAMES.get(one.name, one.name)
        if name == _BONUS:
            yield from _bonus()
            continue
        needed = one.default is MISSING and one.default_factory is MISSING
        yield name, _shape_of(name, str(one.type)), needed


def _bonus() -> Iterator[tuple[str, FieldShape, bool]]:
    for one in fields(law_values.Bonus):
        if one.name not in _ASIDE:
            name = f"{_BONUS}.{one.name}"
            yield name, _shape_of(name, str(one.type)), False


def _shape_of(name: str, kind: str) -> FieldShape:
    plain = kind.removesuffix(" | None")
    shapes = {
        "int": FieldShape.NUMBER,
        "Decimal": FieldShape.DECIMAL,
        "date": FieldShape.DAY,
        "bool": FieldShape.FLAG,
        "tuple[str, ...]": FieldShape.CODES,
        "str": FieldShape.PARAGRAPH if name in _LONG else FieldShape.LINE,
    }
    return shapes.get(plain, FieldShape.TABLE)


def _value_of(values: Mapping[str, Any], name: str) -> Any:
    whole, _dot, part = name.partition(".")
    value = values.get(whole)
    return (value or {}).get(part) if part else value


def _lines(text: str) -> list[str]:
    return [line for line in map(clean_line, text.splitlines()) if line]


def _plain(value: Any) -> str:
    """Return a single value as people write it."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal | float):
        return f"{Decimal(str(value)).normalize():f}".replace(".", ",")
    if isinstance(value, str) and _is_day(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return str(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return "-" in text


def _toml(value: Any) -> str:
    """Return a nested value in the notation of the data's own files."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int | Decimal) else json.dumps(value, ensure_ascii=False)


def _table(text: str) -> list[Any]:
    """Read nested values, one a line; raises ValueError where the notation is not kept."""
    found: list[Any] = tomllib.loads(
        "rows = [" + ", ".join(_lines(text)) + "]", parse_float=Decimal
    )["rows"]
    return found


def _decimal(text: str) -> Decimal:
    if text.endswith("%"):
        return Decimal(text.removesuffix("%").strip().replace(",", ".")) / 100
    return Decimal(text.replace(",", "."))


def _day(text: str) -> date:
    found = read_date(text)
    if found is None:
        raise ValueError(text)
    return found
