"""References to documents are found as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdkt_desktop.documents.legal_reference import LegalReference, find_references, legal_bases


def only(text: str) -> LegalReference:
    (reference,) = find_references(text)
    return reference


NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "kind", "number", "issued"),
    [
        ("Kế hoạch số 02/KH-HĐTĐKT ngày 30/01/2023", "Kế hoạch", "02/KH-HĐTĐKT", "2023-01-30"),
        (
            "kế hoạch số 5/KH_PGDDT ngày 15 tháng 02 năm 2023",
            "Kế hoạch",
            "5/KH_PGDDT",
            "2023-02-15",
        ),
        ("Kế hoạch 63/KH-HĐTĐKT", "Kế hoạch", "63/KH-HĐTĐKT", None),
        ("Kế hoạch số 90-KH/QU ngày 14-01-2022", "Kế hoạch", "90-KH/QU", "2022-01-14"),
        ("Kế hoạch số 02 /KH-UBND, ngày 5.2.2026", "Kế hoạch", "02/KH-UBND", "2026-02-05"),
        ("Kế hoạch số: 8/KH - UBND ký ngày 05/02/2026", "Kế hoạch", "8/KH-UBND", "2026-02-05"),
        (f"Kế hoạch số{NBSP}8/KH-UBND ngày{NBSP}05/02/2026", "Kế hoạch", "8/KH-UBND", "2026-02-05"),
        ("Nghị định số 152/2025/NĐ-CP", "Nghị định", "152/2025/NĐ-CP", None),
        ("Quyết định số 45/QĐ-THĐT (ngày 05/9/2025)", "Quyết định", "45/QĐ-THĐT", "2025-09-05"),
        ("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Luật", "", "2022-06-15"),
        ("Luật số 06/2022/QH15", "Luật", "06/2022/QH15", None),
        ("Hướng dẫn số 12/HD- LĐLĐ ngày 31/02/2026", "Hướng dẫn", "12/HD-LĐLĐ", None),
        ("Công văn số 1234/SGDĐT-GDTrH", "Công văn", "1234/SGDĐT-GDTrH", None),
        ("văn bản hợp nhất số 10/VBHN-BNV", "Văn bản hợp nhất", "10/VBHN-BNV", None),
        ("Kế hoạch số 05 ngày 01/02/2026", "Kế hoạch", "05", "2026-02-01"),
        ("nội dung tại số 77/SNV-TĐKT", "Công văn", "77/SNV-TĐKT", None),
    ],
)
def test_kinds_numbers_and_dates_are_read(
    text: str, kind: str, number: str, issued: str | None
) -> None:
    found = only(f"Theo tinh thần {text}")
    assert (found.kind, found.number) == (kind, number)
    assert found.issued_on == (date.fromisoformat(issued) if issued else None)


def test_issuer_and_subject_follow_the_date() -> None:
    text = (
        "Thực hiện Kế hoạch số 02/KH-UBND ngày 05/02/2026 của UBND phường Vạn Lộc về công tác thi "
        "đua, khen thưởng năm 2026, Trường Tiểu học Đồi Thông ban hành kế hoạch như sau:"
    )
    found = only(text)
    assert found.issuer == "UBND phường Vạn Lộc"
    assert found.subject == "về công tác thi đua, khen thưởng năm 2026"
    assert text[found.start : found.end] == text[10 : text.index(", Trường")]


@pytest.mark.parametrize(
    ("issuer", "rest"),
    [
        ("Hội đồng thi đua, khen thưởng quận", " phát động phong trào thi đua"),
        ("Bộ trưởng Bộ Văn hoá, Thể thao và Du lịch", " quy định chi tiết việc khen"),
        ("Ban tổ chức Hội thi cấp xã", " về thể lệ"),
        ("Sở Giáo dục và Đào tạo", ""),
        ("Chủ tịch UBND TP. Bến Hạc", ". Nhà trường xây dựng kế hoạch"),
        ("Hiệu trưởng", " và Quyết định số 6/QĐ-THĐT"),
    ],
)
def test_the_name_of_the_issuer_ends_where_something_else_begins(issuer: str, rest: str) -> None:
    found = find_references(f"Căn cứ Quyết định số 5/QĐ-UB ngày 01/02/2026 của {issuer}{rest}")
    assert found[0].issuer == issuer


def test_the_name_of_a_law_is_its_subject() -> None:
    found = find_references("Luật Giáo dục, Luật Viên chức và Luật Thi đua, khen thưởng năm 2022")
    assert [law.subject for law in found] == ["Giáo dục", "Viên chức", "Thi đua, khen thưởng"]
    with_number = only("Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022 của Quốc hội")
    assert with_number.number == "06/2022/QH15"
    assert (with_number.subject, with_number.issuer) == ("Thi đua, khen thưởng", "Quốc hội")


def test_an_issuer_may_stand_before_the_number() -> None:
    assert only("Kế hoạch của UBND phường số 18/KH-UBND").issuer == "UBND phường"


def test_a_number_without_kind_goes_on_with_the_kind_before_it() -> None:
    found = find_references("các Nghị định số 98/2023/NĐ-CP và số 152/2025/NĐ-CP của Chính phủ")
    assert [(each.kind, each.number) for each in found] == [
        ("Nghị định", "98/2023/NĐ-CP"),
        ("Nghị định", "152/2025/NĐ-CP"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "đạt 30% ở 5/7 lớp trong ngày 20/11",
        "đơn vị Cụm thi đua số 1 - Bộ GDĐT",
        "Nghị quyết Đại hội đại biểu lần thứ XIII",
        "xây dựng kế hoạch công tác năm 2026",
        "pháp luật về thi đua, khen thưởng",
        "Số điện thoại 024/3.825",
    ],
)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert find_references(text) == ()


def bases(*preamble: str) -> list[str]:
    return [base.number or base.subject for base in legal_bases((), preamble)]


def test_several_references_in_one_sentence_are_all_bases() -> None:
    text = (
        "Thực hiện Kế hoạch số 1/KH-UBND ngày 02/02/2026 của UBND phường; Chủ đề năm “Kỷ cương”; "
        "Kế hoạch số 2-KH/ĐU của Đảng uỷ triển khai chủ đề năm; số 3/KH-PVH về thi đua. "
        "Kế hoạch số 4/KH-UBND vẫn còn hiệu lực."
    )
    assert bases(text) == ["1/KH-UBND", "2-KH/ĐU", "3/KH-PVH"]


def test_what_a_paragraph_only_mentions_is_no_base() -> None:
    assert bases("Năm 2026 là năm thực hiện Nghị quyết số 9-NQ/ĐU của Đảng bộ phường.") == []
    assert bases("Phát huy kết quả của Kế hoạch số 8/KH-UBND, nhà trường xây dựng kế hoạch.") == []


def test_a_reference_in_the_subject_of_another_is_only_mentioned() -> None:
    text = (
        "Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ quy định về phân cấp trong thi đua; quy "
        "định chi tiết một số điều của Luật Thi đua, khen thưởng"
    )
    assert [base.number for base in legal_bases((text,), ())] == ["152/2025/NĐ-CP"]
    assert len(find_references(text)) == 2


def test_every_base_is_given_once_grounds_first() -> None:
    ground = "Quy chế số 7/QC-THĐT của nhà trường"
    again = "Thực hiện Quy chế số 7/QC-THĐT; Kế hoạch số 1/KH-UBND"
    assert [b.number for b in legal_bases((ground,), (again,))] == ["7/QC-THĐT", "1/KH-UBND"]


_PIECES = st.sampled_from(
    ("Kế hoạch ", "số ", "12/KH-UBND ", "Luật ", "Thi đua", ", ", "; ", "của ", "ngày ", "05/9/26",
     "05/9/2026", " về ", "UBND ", "và ", ". ", "(", "“", "{{nam}}", "\n", "Căn cứ ")
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_positions_lie_in_the_text_in_order(text: str) -> None:
    found = find_references(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert each.number.split("/", maxsplit=1)[0] in text[each.start : each.end]
    assert len(legal_bases((text,), (text,))) <= len(found)
