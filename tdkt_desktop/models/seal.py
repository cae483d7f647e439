"""Rows that never change again once a column of theirs is set, such as a closed vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

SEALS: Final = "seals"
"""The mark, in `info`, of the column that seals its row when it is set."""


class SealedRowError(InputError):
    """A row that is sealed was to be changed or removed."""

    def __init__(self) -> None:
        super().__init__(
            _("Kết quả bỏ phiếu đã chốt nên không sửa, không xoá được nữa."),
            _("Nếu có sai sót, xin mở một lượt bỏ phiếu mới để đính chính và ghi rõ lý do."),
        )


def seal_of(table: Table) -> Column[Any] | None:
    """Return the column that seals the rows of a table; None where rows are never sealed."""
    return next((column for column in table.c if column.info.get(SEALS)), None)
