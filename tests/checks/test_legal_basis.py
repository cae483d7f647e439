"""Grounds must be in force, rightly dated and cited in one way."""

from __future__ import annotations

from datetime import date

from tdkt_desktop.checks.facts import KnownLaw
from tdkt_desktop.documents.richtext import RichText
from tests.support.proof import look, plan, quotes

CODE = "legal-basis"
OLD = KnownLaw(
    name="Nghị định số 11/2019/NĐ-CP", number="11/2019/NĐ-CP", issued=date(2019, 5, 6),
    effective_from=date(2019, 7, 1), effective_to=date(2024, 12, 31),
    successor="Nghị định số 77/2024/NĐ-CP",
)  # fmt: skip
NEW = KnownLaw(
    name="Nghị định số 77/2024/NĐ-CP", number="77/2024/NĐ-CP", issued=date(2024, 11, 5),
    effective_from=date(2025, 1, 1),
)  # fmt: skip


class Book:
    def cited(self, text: str) -> tuple[KnownLaw, ...]:
        return tuple(law for law in (OLD, NEW) if law.number in text)


def grounds(*texts: str, on: date | None = date(2026, 1, 12)) -> tuple[str, ...]:
    document = plan(grounds=tuple(RichText(text) for text in texts), issued_on=on)
    return tuple(one.suggestion or one.quote for one in look(CODE, document, law=Book()))


def test_a_replaced_ground_is_found_with_its_successor() -> None:
    assert grounds("Căn cứ Nghị định số 11/2019/NĐ-CP của Chính phủ") == (OLD.successor,)


def test_a_ground_with_a_wrong_date_is_found() -> None:
    wrong = "Căn cứ Nghị định số 77/2024/NĐ-CP ngày 06 tháng 11 năm 2024 của Chính phủ"
    assert grounds(wrong) == (NEW.name,)


def test_a_ground_that_is_not_yet_in_force_is_found() -> None:
    text = "Căn cứ Nghị định số 77/2024/NĐ-CP"
    assert grounds(text, on=date(2024, 12, 1)) == ("Nghị định số 77/2024/NĐ-CP",)


def test_good_grounds_and_old_law_inside_a_subject_are_left_alone() -> None:
    right = "Căn cứ Nghị định số 77/2024/NĐ-CP ngày 05 tháng 11 năm 2024 của Chính phủ"
    inside = f"{right} sửa đổi, bổ sung Nghị định số 11/2019/NĐ-CP"
    assert grounds(right) == ()
    assert grounds(inside) == ()
    assert grounds(right, on=None) == ()


def test_one_document_cited_in_two_ways_is_found() -> None:
    document = plan(
        "Theo Kế hoạch số 05/KH-HĐTĐKT ngày 05/01/2026 của Hội đồng.",
        "Thực hiện Kế hoạch số 05/KH-HĐTDKT ngày 05/01/2026 của Hội đồng.",
    )
    (finding,) = look(CODE, document)
    assert finding.suggestion == "05/KH-HĐTĐKT"


def test_two_documents_of_one_number_are_not_one() -> None:
    document = plan(
        "Theo Kế hoạch số 05/KH-UBND ngày 05/01/2026 của UBND phường.",
        "Thực hiện Kế hoạch số 05/KH-UBND ngày 07/01/2025 của UBND phường.",
    )
    assert quotes(CODE, document) == ()
