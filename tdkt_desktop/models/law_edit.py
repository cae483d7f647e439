"""What the school says otherwise than the shipped law's data."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from tdkt_desktop.models.base import Binned, JsonObject, Record


class LawRuleEdit(Binned, Record):
    """The school's word on one entry of the law: an award, its version, a condition, another rule.

    `key` names the entry by its section and id. `values` holds only the fields that the
    school set, so that an update of the shipped data reaches all others; an entry that the shipped
    data does not know has all of its fields here (`own`). An entry is switched off by its field
    `off`, as in the shipped data.
    """

    __tablename__ = "law_rule_edit"

    key: Mapped[str] = mapped_column(unique=True)
    own: Mapped[bool] = mapped_column(default=False)
    values: Mapped[JsonObject]
    note: Mapped[str] = mapped_column(default="")
