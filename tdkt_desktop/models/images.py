"""Images of rows: the values of columns as JSON, and back."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date
from sqlalchemy import Enum as EnumType

from tdkt_desktop.models.base import LONG, UtcDateTime

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

Image = dict[str, Any]


def encoded(value: Any) -> Any:
    """Return a column's value as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def decoded(column: Column[Any], value: Any) -> Any:
    """Return the value of a column from its image."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, EnumType) and column.type.enum_class is not None:
        return column.type.enum_class(value)
    return value


def decoded_row(table: Table, image: Image) -> dict[str, Any]:
    """Return an image as values for an insert or an update of `table`."""
    return {name: decoded(table.c[name], value) for name, value in image.items()}


def digest(table: Table, image: Image | None) -> Image | None:
    """Return an image for the audit, with a length and a fingerprint in place of long text."""
    if image is None:
        return None
    return {
        name: _summary(value) if table.c[name].info.get(LONG) else value
        for name, value in image.items()
    }


def _summary(text: str | None) -> Any:
    if not text:
        return text
    fingerprint = hashlib.sha256(text.encode()).hexdigest()[:16]
    return {"length": len(text), "sha256": fingerprint}
