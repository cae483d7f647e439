"""Numbers of documents as NĐ 30 forms them."""

from __future__ import annotations

import pytest

from tdkt_desktop.documents.document import DocumentNumber
from tests.support.proof import plan, quotes

FIRES = (
    ("Thực hiện Kế hoạch số 05/KH_UBND ngày 05/01/2026 về thi đua.", "05/KH_UBND"),
    ("Theo Nghị định số 30/2020/ND-CP của Chính phủ.", "30/2020/ND-CP"),
    (
        "Theo Kế hoạch số 07/KH-SGDĐT ngày 05/01/2026 của Hội đồng Thi đua phường.",
        "07/KH-SGDĐT",
    ),
    ("Theo Kế hoạch số 12/QĐ-UBND ngày 05/01/2026.", "12/QĐ-UBND"),
    ("Theo Nghị định số 30/NĐ-CP của Chính phủ.", "30/NĐ-CP"),
)
QUIET = (
    "Thực hiện Kế hoạch số 05/KH-UBND ngày 05/01/2026 của UBND phường.",
    "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ.",
    "Chỉ thị số 34-CT/TW của Bộ Chính trị.",
    "Công văn số 15/UBND-VX ngày 05/01/2026.",
    "Nghị quyết số 29-NQ/TW về đổi mới.",
)


@pytest.mark.parametrize(("text", "quote"), FIRES)
def test_a_badly_formed_number_is_found(text: str, quote: str) -> None:
    assert quotes("symbol", plan(text)) == (quote,)


@pytest.mark.parametrize("text", QUIET)
def test_a_well_formed_number_is_left_alone(text: str) -> None:
    assert quotes("symbol", plan(text)) == ()


def test_the_own_symbol_begins_with_the_kind() -> None:
    assert quotes("symbol", plan(number=DocumentNumber("05", "QĐ-THĐT"))) == ("QĐ-THĐT",)
    assert quotes("symbol", plan(number=DocumentNumber("05", "KH_THĐT"))) == ("KH_THĐT",)
    assert quotes("symbol", plan()) == ()
