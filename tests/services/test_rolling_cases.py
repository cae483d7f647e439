"""What moves in a text when its plan is rolled to another year, and what must not."""

from __future__ import annotations

import pytest

from tdkt_desktop.documents.blocks import Column, ColumnRole, Paragraph, Row, RowGroup, Table
from tdkt_desktop.documents.document import DocumentKind, OfficialDocument
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.rules.legal_documents import load_catalogue
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.rolling_body_rules import shipped_rules
from tdkt_desktop.services.rolling_changes import Change, RollPlan, apply
from tdkt_desktop.services.rolling_engine import roll
from tdkt_desktop.services.rolling_frame import Frame
from tdkt_desktop.vietnamese.school_year import SchoolYear


def rolling(text: str, old: PlanPeriod, new: PlanPeriod, *, ground: bool = False) -> RollPlan:
    rich = RichText(text)
    document = OfficialDocument(
        DocumentKind.PLAN,
        "KẾ HOẠCH",
        RichText(),
        grounds=(rich,) if ground else (),
        body=() if ground else (Paragraph(rich),),
    )
    return roll(document, Frame(old, new, load_catalogue(), shipped_rules()))


def words_of(plan: RollPlan) -> str:
    document = apply(plan.document, plan.changes)
    if document.grounds:
        return document.grounds[0].plain
    block = document.body[0]
    assert isinstance(block, Paragraph)
    return block.text.plain


def year(text: str, old: int = 2026, new: int = 2027) -> RollPlan:
    return rolling(text, PlanPeriod(old), PlanPeriod(new))


def school_year(text: str, old: int = 2025, new: int = 2026) -> RollPlan:
    return rolling(text, PlanPeriod(old, SchoolYear(old)), PlanPeriod(new, SchoolYear(new)))


def due(text: str, old: int = 2026, new: int = 2027) -> Change | None:
    columns = (Column("Việc", ColumnRole.CONTENT), Column("Thời gian", ColumnRole.DUE))
    row = Row((RichText("Làm việc"), RichText(text)))
    document = OfficialDocument(
        DocumentKind.PLAN, "KẾ HOẠCH", RichText(), body=(Table(columns, (RowGroup((row,)),)),)
    )
    changes = roll(document, Frame(PlanPeriod(old), PlanPeriod(new))).changes
    return changes[0] if changes else None


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Công tác thi đua năm 2026", "Công tác thi đua năm 2027", "year"),
        ("KẾ HOẠCH NĂM 2026", "KẾ HOẠCH NĂM 2027", "year"),
        ("Quý I - 2026", "Quý I - 2027", "year"),
        ("QUÝ II/2026", "QUÝ II/2027", "year"),
        ("Quý III năm 2026", "Quý III năm 2027", "year"),
        ("Phát huy kết quả đạt được năm 2025", "Phát huy kết quả đạt được năm 2026", "year"),
        ("Dự thảo kế hoạch năm 2027", "Dự thảo kế hoạch năm 2028", "year"),
        ("năm học 2025 - 2026", "năm học 2026 - 2027", "school-year"),
        ("năm học 2025-2026", "năm học 2026-2027", "school-year"),
        ("năm học 2025 – 2026", "năm học 2026 – 2027", "school-year"),
        ("năm học 2025/2026", "năm học 2026/2027", "school-year"),
        ("năm học 2025-26", "năm học 2026-27", "school-year"),
        ("NH 25-26", "NH 26-27", "school-year"),
        ("HK I năm học 2026 - 2027", "HK I năm học 2027 - 2028", "school-year"),
        ("xong trước ngày 20/10/2026", "xong trước ngày 20/10/2027", "due"),
        ("từ ngày 5 tháng 3 năm 2026", "từ ngày 5 tháng 3 năm 2027", "due"),
        ("xong trong tháng 9/2026", "xong trong tháng 9/2027", "due"),
        ("xong trong tháng 9 năm 2026", "xong trong tháng 9 năm 2027", "due"),
        ("Thứ Hai, ngày 05/10/2026", "Thứ Ba, ngày 05/10/2027", "due"),
        ("thứ 2 ngày 05/10/2026", "thứ 3 ngày 05/10/2027", "due"),
        ("sáng thứ Hai (05/10)", "sáng thứ Ba (05/10)", "due"),
        ("đợt 15/10-20/11/2026", "đợt 15/10-20/11/2027", "due"),
        ("ngày     /     /2026", "ngày     /     /2027", "due"),
        ("Hè 2026", "Hè 2027", "year"),
        ("Phấn đấu đến hết năm 2026 đạt 90%", "Phấn đấu đến hết năm 2027 đạt 90%", "year"),
        ("mừng Xuân Bính Ngọ", "mừng Xuân Đinh Mùi", "can-chi"),
        ("Tết Nguyên đán Bính Ngọ (17/02/2026)", "Tết Nguyên đán Đinh Mùi (06/02/2027)", "can-chi"),
    ],
)
def test_what_is_bound_to_the_year_moves(before: str, after: str, kind: str) -> None:
    plan = year(before)
    assert words_of(plan) == after
    assert plan.changes[0].kind.value in {kind, "due"}


@pytest.mark.parametrize(
    "text",
    [
        "Luật Thi đua, khen thưởng số 06/2022/QH15",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
        "Đề án giai đoạn 2021-2025",
        "Đề án giai đoạn 2025 - 2026",
        "nhiệm kỳ 2025 - 2030",
        "Chương trình phát triển giáo dục đến năm 2030",
        "Trường được thành lập năm 2025",
        "Trường đạt chuẩn quốc gia mức độ 2 năm 2025",
        "Ông A sinh năm 1985",
        "từ năm 1975 đến nay",
        "Ngày 20/11/1982 và ngày 02/9/1945",
        "Luật Giáo dục năm 2019",
        "thực hiện Đề án 2018-2026",
        "gồm 2026 học sinh",
        "thidua2026@truong.edu.vn",
        "Hướng tới kỷ niệm 20 năm Ngày thành lập trường (06/11/2007 - 06/11/2027)",
        "Số 12/BC-THBH ngày 25/12/2025",
        "Chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng năm 2026",
        "từ năm 2026 đến năm 2030",
        "Nhà trường không nhắc năm nào",
    ],
)
def test_what_is_not_bound_to_the_year_stays(text: str) -> None:
    assert words_of(year(text)) == text
    assert year(text).changes == ()


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        (
            "kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)",
            "kỷ niệm 45 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2027)",
            False,
        ),
        ("kỷ niệm 44 năm Ngày Nhà giáo Việt Nam", "kỷ niệm 45 năm Ngày Nhà giáo Việt Nam", False),
        (
            "kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)",
            "kỷ niệm 97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027)",
            True,
        ),
        ("kỷ niệm 20 năm Ngày thành lập trường", "kỷ niệm 21 năm Ngày thành lập trường", True),
    ],
)
def test_anniversaries_are_recomputed_and_asked_unless_round(
    before: str, after: str, *, asked: bool
) -> None:
    plan = year(before)
    assert words_of(plan) == after
    (change,) = plan.changes
    assert (change.kind.value, change.asked) == ("anniversary", asked)


def test_an_anniversary_that_is_not_round_may_be_left_out() -> None:
    plan = year("Chào mừng kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026), ngày 08/3")
    changes = [one.with_offer() for one in plan.changes]
    document = apply(plan.document, changes)
    assert document.body == (Paragraph(RichText("Chào mừng ngày 08/3")),)


def test_round_anniversaries_of_the_new_year_are_offered() -> None:
    offers = [one for one in year("Không nhắc năm nào").left if "45 năm" in one]
    assert any("Nhà giáo Việt Nam" in one for one in offers)
    mentioned = year("kỷ niệm 44 năm Ngày Nhà giáo Việt Nam").left
    assert not any("Nhà giáo Việt Nam" in one for one in mentioned)


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("Tháng 02/2026", "Tháng 02/2027", False),
        ("Trước ngày 30/9/2026", "Trước ngày 30/9/2027", False),
        ("Từ 02/11 đến 12/11/2026", "Từ 02/11 đến 12/11/2027", False),
        ("Trước ngày 28/02/2026", "Trước ngày 28/02/2027", True),
        ("Tháng 02/2025", "Tháng 02/2026", True),
        ("Trước ngày 15/8/2025", "Trước ngày 15/8/2026", True),
        ("Tháng 12/2025", "Tháng 12/2026", False),
    ],
)
def test_a_due_moves_and_is_asked_where_it_cannot_stand(
    before: str, after: str, *, asked: bool
) -> None:
    change = due(before)
    assert change is not None
    assert (change.kind.value, change.before, change.after) == ("due", before, after)
    assert change.asked is asked


def test_a_sunday_is_kept_and_the_working_day_before_it_offered() -> None:
    change = due("Trước ngày 28/02/2026")
    assert change is not None
    assert change.offer_text == "Trước ngày 26/02/2027"


def test_a_leap_day_becomes_the_last_of_february() -> None:
    change = due("Ngày 29/02/2028", 2028, 2029)
    assert change is not None
    assert (change.after, change.asked) == ("Ngày 28/02/2029", True)


@pytest.mark.parametrize("text", ["Hằng tháng", "Trước ngày 15/9", "Theo văn bản của cấp trên"])
def test_a_due_without_a_year_stays(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Căn cứ Kế hoạch số 05/KH-UBND ngày 10/01/2026 của Uỷ ban nhân dân xã về công tác "
            "thi đua, khen thưởng năm 2026",
            "Căn cứ Kế hoạch số «…»/KH-UBND ngày «…» của Uỷ ban nhân dân xã về công tác "
            "thi đua, khen thưởng năm 2027",
        ),
        (
            "Căn cứ Quyết định số 1234/QĐ-UBND ngày 15/8/2025 của Uỷ ban nhân dân tỉnh ban hành "
            "Kế hoạch thời gian năm học 2025 - 2026",
            "Căn cứ Quyết định số «…»/QĐ-UBND ngày «…» của Uỷ ban nhân dân tỉnh ban hành "
            "Kế hoạch thời gian năm học 2026 - 2027",
        ),
        (
            "Căn cứ Hướng dẫn số 12/HD-SGDĐT ngày 15 tháng 12 năm 2025 của Sở Giáo dục và Đào tạo",
            "Căn cứ Hướng dẫn số «…»/HD-SGDĐT ngày «…» của Sở Giáo dục và Đào tạo",
        ),
    ],
)
def test_yearly_documents_from_above_are_blanked_and_asked(before: str, after: str) -> None:
    plan = rolling(before, PlanPeriod(2026), PlanPeriod(2027), ground=True)
    (change,) = plan.changes
    assert (change.kind.value, change.asked) == ("basis", True)
    assert (words_of(plan), change.after) == (after, after)


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 02/KH-UBND ngày 10/12/2020 của Uỷ ban nhân dân tỉnh về công tác thi "
        "đua, khen thưởng giai đoạn 2021-2025",
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 10/01/2026 của Uỷ ban nhân dân xã về quy chế",
    ],
)
def test_other_grounds_stay(text: str) -> None:
    assert rolling(text, PlanPeriod(2026), PlanPeriod(2027), ground=True).changes == ()


def test_a_law_that_was_replaced_is_cited_as_what_is_in_force() -> None:
    text = (
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Thi đua, khen thưởng"
    )
    plan = rolling(text, PlanPeriod(2023), PlanPeriod(2024), ground=True)
    (change,) = plan.changes
    assert change.kind.value == "basis"
    assert "98/2023/NĐ-CP" in words_of(plan)
    assert "91/2017" not in words_of(plan)


def test_a_document_named_shortly_is_updated_shortly() -> None:
    plan = year("Thực hiện Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ")
    after = words_of(plan)
    assert after.startswith("Thực hiện Thông tư số 15/2025/TT-BNV ngày 04/8/2025 của ")
    assert "quy định" not in after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("gửi Phòng GD&ĐT quận Bến Hạc", "gửi Phòng Văn hoá - Xã hội «tên xã, phường»"),
        ("do UBND huyện Bến Hạc giao", "do UBND «tên xã, phường» giao"),
        ("do UBND huyện Ứng Sơn Hạ giao", "do UBND «tên xã, phường» giao"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "PHÒNG VĂN HOÁ - XÃ HỘI «TÊN XÃ, PHƯỜNG»"),
        ("do UBND Quận Bến Hạc giao", "do UBND «tên xã, phường» giao"),
        ("theo Huyện uỷ", "theo Đảng uỷ «tên xã, phường»"),
    ],
)
def test_bodies_of_districts_are_asked_about_once_they_are_gone(before: str, after: str) -> None:
    plan = year(before, 2025, 2026)
    assert words_of(plan) == after
    assert [(one.kind.value, one.asked) for one in plan.changes] == [("body", True)]
    assert year(before, 2023, 2024).changes == ()


def test_a_school_year_plan_moves_both_its_years() -> None:
    plan = school_year(
        "từ 05/9/2025 đến 31/5/2026, năm học 2025 - 2026, kết quả năm học 2024 - 2025"
    )
    assert words_of(plan) == (
        "từ 05/9/2026 đến 31/5/2027, năm học 2026 - 2027, kết quả năm học 2025 - 2026"
    )


def test_what_only_a_person_knows_is_told() -> None:
    plan = year("Năm 2026 là năm thứ hai thực hiện Nghị quyết; chủ đề năm 2026 “Kỷ cương”")
    assert any("Chủ đề năm" in one for one in plan.left)
    assert any("năm thứ hai thực hiện" in one for one in plan.left)
