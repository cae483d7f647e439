"""Choices of the school about the program, by name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Record


class Setting(Record):
    """A named value (JSON) that belongs to the school's data, not to one machine."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(JSON)
