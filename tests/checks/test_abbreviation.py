"""One thing is abbreviated in one way, and an unusual one explained."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.finding import Severity
from tdkt_desktop.checks.repairing import repair
from tests.support.proof import look, plan, quotes

CODE = "abbreviation"


@pytest.mark.parametrize(
    ("texts", "quote"),
    [
        (("Hội đồng TĐKT họp.", "Hội đồng TDKT xét."), "TDKT"),
        (("Công tác TĐKT.", "Công tác TĐKT.", "Ban TĐ-KT."), "TĐ-KT"),
        (("HĐTĐKT họp.", "HĐTĐ KT xét."), "HĐTĐ KT"),
        (("Phòng QLNKT phối hợp.",), "QLNKT"),
    ],
)
def test_an_odd_abbreviation_is_found(texts: tuple[str, ...], quote: str) -> None:
    assert quotes(CODE, plan(*texts)) == (quote,)


@pytest.mark.parametrize(
    "texts",
    [
        ("Hội đồng TĐKT họp.", "Hội đồng TĐKT xét."),
        ("UBND, THCS, CNTT, GD&ĐT.",),
        ("Quản lý năng khiếu (QLNKT) gồm ba tổ.", "QLNKT báo cáo."),
        ("Theo Kế hoạch số 05/KH-QLNKT ngày 05/01/2026 của phòng.",),
        ("HKI và HKII, phần III.",),
    ],
)
def test_a_usual_or_explained_one_is_left_alone(texts: tuple[str, ...]) -> None:
    assert quotes(CODE, plan(*texts)) == ()


def test_a_wrong_letter_is_repaired_with_one_click() -> None:
    document = plan("Hội đồng TĐKT họp.", "Hội đồng TDKT xét.")
    (finding,) = look(CODE, document)
    assert finding.severity is Severity.WARNING
    assert look(CODE, repair(document, finding)) == ()
