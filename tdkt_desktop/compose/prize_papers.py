"""The school's own decision to commend, and the list by which the money is paid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.compose.assembly import Content, dashes
from tdkt_desktop.compose.dossier_lists import dossier_values
from tdkt_desktop.documents.blocks import (
    Block,
    Column,
    ColumnRole,
    Row,
    RowGroup,
    RowMarker,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText, Run
from tdkt_desktop.vietnamese.money import dong, dong_in_words

if TYPE_CHECKING:
    from tdkt_desktop.compose.dossier_facts import DossierFacts, PrizeFacts, PrizeLine

_LIST: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Họ và tên, tập thể", ColumnRole.OTHER, width=4.6),
    Column("Chức vụ, đơn vị", ColumnRole.OTHER, width=4.6),
    Column("Hình thức khen thưởng", ColumnRole.OTHER, width=3.6),
    Column("Tiền thưởng (đồng)", ColumnRole.COUNT, width=2.4),
)
_PAY: Final = (
    Column("TT", ColumnRole.NUMBER, width=1.0),
    Column("Họ và tên, tập thể", ColumnRole.OTHER, width=3.6),
    Column("Chức vụ, đơn vị", ColumnRole.OTHER, width=3.0),
    Column("Danh hiệu, hình thức khen thưởng", ColumnRole.OTHER, width=3.2),
    Column("Hệ số", ColumnRole.COUNT, width=1.2),
    Column("Số tiền (đồng)", ColumnRole.COUNT, width=2.3),
    Column("Ký nhận", ColumnRole.OTHER, width=2.2),
)


def commendation_content(facts: DossierFacts, prizes: PrizeFacts) -> Content:
    """Return the data of the decision with its list."""
    rows = tuple(_list_row(line) for line in prizes.lines)
    return Content(
        {**dossier_values(facts), **_values(prizes)},
        {"bang_khen_thuong_truong": (Table(_LIST, (RowGroup(rows or _empty(_LIST)),)),)},
    )


def payment_content(facts: DossierFacts, prizes: PrizeFacts) -> Content:
    """Return the data of the list by which the money is paid out."""
    rows = tuple(_pay_row(line) for line in prizes.lines)
    whole = ("Tổng cộng", "", "", "", _amount(prizes.total), "")
    total = Row(tuple(RichText.from_runs([Run(cell, bold=True)]) for cell in whole), RowMarker.NONE)
    table: Block = Table(_PAY, (RowGroup((*rows, total)),), RowNumbering.CONTINUOUS)
    blocks = {
        "bang_nhan_thuong": (table,),
        "cach_tinh_thuong": dashes(_reckoning(prizes)),
    }
    return Content({**dossier_values(facts), **_values(prizes)}, blocks)


def _values(prizes: PrizeFacts) -> dict[str, str]:
    total = prizes.total
    return {
        "tong_tien_thuong": dong(total) if total else "",
        "tong_tien_bang_chu": dong_in_words(total) if total else "",
        "so_quyet_dinh_khen": prizes.decision,
        "muc_luong_co_so": dong(prizes.salary) if prizes.salary else "",
    }


def _reckoning(prizes: PrizeFacts) -> tuple[str, ...]:
    said = []
    if prizes.salary:
        said.append(f"Mức lương cơ sở tại ngày ra quyết định: {dong(prizes.salary)} đồng.")
    if prizes.payer:
        said.append(f"Nguồn chi: {prizes.payer}.")
    said += [f"Lưu ý: {doubt}" for doubt in prizes.doubts]
    return tuple(said)


def _list_row(line: PrizeLine) -> Row:
    cells = (line.name, line.position, line.award, _amount(line.amount))
    return Row(tuple(map(RichText, cells)))


def _pay_row(line: PrizeLine) -> Row:
    cells = (line.name, line.position, line.award, line.multiplier, _amount(line.amount), "")
    return Row(tuple(map(RichText, cells)))


def _amount(amount: int | None) -> str:
    return dong(amount) if amount is not None else ""


def _empty(columns: tuple[Column, ...]) -> tuple[Row, ...]:
    return (Row((RichText(),) * (len(columns) - 1)),)
