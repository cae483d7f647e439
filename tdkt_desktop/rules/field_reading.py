"""Builds frozen values from entries of the law's data, and says which entry is wrong and why."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def bad_entry(key: str, reason: str) -> InputError:
    """Return the error for an entry of the law's data."""
    return InputError(
        _("Dữ liệu luật có mục {key} sai: {reason}.").format(key=key, reason=reason),
        _("Xin sửa mục đó, hoặc trả nó về bản gốc của chương trình."),
    )


def build(cls: type[T], values: Mapping[str, Any], key: str) -> T:
    """Build a dataclass from an entry; raises InputError for what is missing or does not fit."""
    shape: Any = cls
    kinds, required = _shape(shape)
    for name in values:
        if name not in kinds:
            raise bad_entry(key, _("không hiểu {field}").format(field=name))
    for name in required:
        if name not in values:
            raise bad_entry(key, _("thiếu {field}").format(field=name))
    return cls(**{name: _fitted(values[name], kinds[name], key, name) for name in values})


@cache
def _shape(cls: Any) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the fields of a dataclass with their annotations, and those without a default."""
    known = fields(cls)
    required = tuple(
        one.name for one in known if one.default is MISSING and one.default_factory is MISSING
    )
    return {one.name: str(one.type) for one in known}, required


def _fitted(value: Any, kind: str, key: str, name: str) -> Any:
    """Return a value as a field's annotation wants it."""
    if value is None and kind.endswith("| None"):
        return None
    try:
        return _converted(value, kind.removesuffix(" | None"))
    except (TypeError, ValueError, InvalidOperation):
        raise bad_entry(key, _("giá trị của {field} không đúng").format(field=name)) from None


def _converted(value: Any, kind: str) -> Any:
    """Return a value of TOML or JSON as the kind that is wanted; ValueError where it is not."""
    if kind == "Decimal" and type(value) in (int, float, Decimal, str):
        return Decimal(str(value))
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    if kind.startswith("tuple[str"):
        return tuple(_text(one) for one in _list(value))
    if kind.startswith("tuple["):
        return tuple(_list(value))
    if type(value) is {"str": str, "int": int, "bool": bool, "date": date}.get(kind):
        return value
    raise ValueError(kind)


def _list(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return value
    raise ValueError


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError
