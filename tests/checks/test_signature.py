"""The signature must be whole and of the issuer."""

from __future__ import annotations

import pytest

from tdkt_desktop.checks.repairing import repair
from tdkt_desktop.documents.document import Letterhead, Signature
from tests.support.proof import look, plan

COUNCIL = Letterhead(
    ("TRƯỜNG TIỂU HỌC ĐỒI THÔNG",), ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",)
)  # fmt: skip
CHAIR = Signature(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "HIỆU TRƯỞNG", "Lâm Thu Sương")


@pytest.mark.parametrize(
    ("signature", "words"),
    [
        (Signature(title="", name="Lâm Thu Sương"), "chức vụ"),
        (Signature(title="HIỆU TRƯỞNG", name=""), "họ tên"),
        (Signature(title="PHÓ HIỆU TRƯỞNG", name="Lâm Thu Sương"), "KT."),
        (Signature(("KT HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG", name="Lâm Thu Sương"), "dấu chấm"),
        (Signature(title="HIỆU TRƯỞNG", name="ThS. Lâm Thu Sương"), "học vị"),
        (Signature(("TM. NHÀ TRƯỜNG",), "HIỆU TRƯỞNG", name="Lâm Thu Sương"), "thủ trưởng"),
    ],
)
def test_a_faulty_signature_is_found(signature: Signature, words: str) -> None:
    (finding,) = look("signature", plan(signature=signature))
    assert words in finding.message


def test_a_council_is_signed_for_by_its_chair() -> None:
    assert look("signature", plan(letterhead=COUNCIL, signature=CHAIR)) == ()
    bare = Signature(title="HIỆU TRƯỞNG", name="Lâm Thu Sương")
    assert len(look("signature", plan(letterhead=COUNCIL, signature=bare))) == 1


@pytest.mark.parametrize(
    "signature",
    [
        Signature(title="HIỆU TRƯỞNG", name="Lâm Thu Sương"),
        Signature(("KT. HIỆU TRƯỞNG",), "PHÓ HIỆU TRƯỞNG", name="Đinh Gia Khiêm"),
    ],
)
def test_a_good_signature_is_left_alone(signature: Signature) -> None:
    assert look("signature", plan(signature=signature)) == ()


def test_a_degree_is_taken_off_with_one_click() -> None:
    document = plan(signature=Signature(title="HIỆU TRƯỞNG", name="ThS. Lâm Thu Sương"))
    (finding,) = look("signature", document)
    assert repair(document, finding).signature.name == "Lâm Thu Sương"
