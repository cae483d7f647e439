"""Annexes and headings of another body betray a copied file."""

from __future__ import annotations

import pytest

from tdkt_desktop.documents.richtext import RichText
from tests.support.proof import annex, look, plan, quotes

CODE = "issuer-mismatch"
ROWS = [("Họp", "Tháng 5")]


def with_reference(reference: str) -> tuple[str, ...]:
    document = plan("Phụ lục kèm theo.", annexes=(annex(ROWS, reference=reference),))
    return quotes(CODE, document)


@pytest.mark.parametrize(
    ("reference", "quote"),
    [
        (
            "(Kèm theo Kế hoạch số 05/KH-THĐT của Hội đồng Thi đua quận Long Sơn)",
            "Hội đồng Thi đua quận Long Sơn",
        ),
        ("(Kèm theo Kế hoạch số 17/KH-UBND)", "số 17/KH-UBND"),
        (
            "(Kèm theo Kế hoạch số 05/KH-THĐT ngày 12/01/2025)",
            "(Kèm theo Kế hoạch số 05/KH-THĐT ngày 12/01/2025)",
        ),
    ],
)
def test_a_reference_to_another_document_is_found(reference: str, quote: str) -> None:
    assert with_reference(reference) == (quote,)


def test_a_reference_to_this_document_is_left_alone() -> None:
    own = "(Kèm theo Kế hoạch số 05/KH-THĐT ngày 12/01/2026 của Trường Tiểu học Đồi Thông)"
    assert with_reference(own) == ()
    assert with_reference("(Kèm theo Kế hoạch này)") == ()


def test_another_school_in_the_closing_is_found() -> None:
    closing = (RichText("Trên đây là Kế hoạch của Trường Tiểu học Suối Mơ."),)
    assert quotes(CODE, plan(closing=closing)) == ("Trường Tiểu học Suối Mơ",)
    closing = (RichText("Trên đây là Kế hoạch của Trường Tiểu học Đồi Thông."),)
    assert quotes(CODE, plan(closing=closing)) == ()


def test_a_school_that_is_a_partner_is_left_alone() -> None:
    assert quotes(CODE, plan("Giao lưu với Trường Tiểu học Suối Mơ.")) == ()


def test_a_table_led_by_a_body_above_is_found() -> None:
    rows = [(f"Việc {n}", "Tháng 5") for n in range(6)]
    copied = annex(rows, lead="Hội đồng TĐKT quận")
    own = annex(rows, lead="Hội đồng TĐKT nhà trường")
    assert len(look(CODE, plan("Phụ lục kèm theo.", annexes=(copied,)))) == 1
    assert look(CODE, plan("Phụ lục kèm theo.", annexes=(own,))) == ()
