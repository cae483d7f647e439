"""The school whose store this is."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import JsonList, Lines, Record


class School(Record):
    """The profile of the school; a store holds one.

    Choices (`level`, `planning`, `issuer`, `signer`, `tone_marks`) are kept by the stable values of
    the services' enums. `parent_body` and `issuing_lines` are printed lines, margins millimetres,
    `letterhead_presets` and `signature_presets` lists of objects with a `name` each.
    """

    __tablename__ = "school"

    level: Mapped[str] = mapped_column(default="TH")
    levels: Mapped[Lines]
    official_name: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    abbreviation: Mapped[str] = mapped_column(default="")
    parent_body: Mapped[Lines]
    parent_name: Mapped[str] = mapped_column(default="")
    education_authority: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    principal: Mapped[str] = mapped_column(default="")
    principal_title: Mapped[str] = mapped_column(default="HIỆU TRƯỞNG")
    deputy: Mapped[str] = mapped_column(default="")
    deputy_title: Mapped[str] = mapped_column(default="PHÓ HIỆU TRƯỞNG")
    planning: Mapped[str] = mapped_column(default="school-year")
    issuer: Mapped[str] = mapped_column(default="school")
    signer: Mapped[str] = mapped_column(default="principal")
    council_name: Mapped[str] = mapped_column(default="")
    council_abbreviation: Mapped[str] = mapped_column(default="")
    council_uses_seal: Mapped[bool] = mapped_column(default=True)
    issuing_lines: Mapped[Lines]
    recipients: Mapped[Lines]
    letterhead_presets: Mapped[JsonList]
    signature_presets: Mapped[JsonList]
    size_preset: Mapped[str] = mapped_column(default="A13")
    margin_top: Mapped[float] = mapped_column(default=20.0)
    margin_bottom: Mapped[float] = mapped_column(default=20.0)
    margin_left: Mapped[float] = mapped_column(default=30.0)
    margin_right: Mapped[float] = mapped_column(default=15.0)
    tone_marks: Mapped[str] = mapped_column(default="")
