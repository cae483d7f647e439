"""The papers of a dossier say what the records, the law's data and the count say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.services.dossier_views import Decision, DossierLevel
from tdkt_desktop.services.people_views import PersonData, Sex
from tdkt_desktop.services.record_views import (
    Author,
    AwardData,
    AwardKind,
    InitiativeData,
    Subject,
)
from tests.support.dossier_year import DECIDED_ON, MADE_ON, RECEIVER, SENT_ON, add_dossier_year
from tests.support.vote_year import PERIOD, YEAR

if TYPE_CHECKING:
    from tdkt_desktop.services.context import AppContext
    from tests.support.dossier_year import DossierYear


@pytest.fixture
def year(context: AppContext) -> DossierYear:
    made = add_dossier_year(context)
    an = made.vote.people["Lý Thu An"]
    data = context.people.person(an).data
    context.people.save(
        an,
        PersonData(
            data.full_name,
            birth_date=date(1988, 3, 5),
            sex=Sex.FEMALE,
            group_id=data.group_id,
            position=data.position,
            hired_on=data.hired_on,
            qualifications="Đại học sư phạm",
        ),
    )
    context.records.rate(YEAR, {Subject.of_person(an): "HTXSNV"})
    award = AwardData(
        kind=AwardKind.TITLE,
        name="Lao động tiên tiến",
        code="LDTT",
        year="2024-2025",
        number="25/QĐ-UBND",
        decided_on=date(2025, 6, 13),
        body=RECEIVER,
    )
    context.records.add_award(Subject.of_person(an), award)
    initiative = InitiativeData(
        title="Góc đọc mở",
        year=YEAR,
        recognised="CO_SO",
        number="12/QĐ-THHP",
        decided_on=date(2026, 4, 2),
        authors=(Author(person_id=an),),
    )
    context.records.add_initiative(initiative)
    return made


def text(context: AppContext, kind: str, about: int | None = None) -> str:
    written = None if about is None else str(about)
    return to_text(context.papers.compose(kind, PERIOD, written, MADE_ON).composed.document)


def entry(context: AppContext, year: DossierYear, award: str) -> int:
    entries = context.dossiers.dossier(year.dossier).entries
    return next(one.id for one in entries if one.award == award)


def test_the_submission_counts_each_award_and_lists_what_goes_along(
    context: AppContext, year: DossierYear
) -> None:
    said = text(context, "to-trinh-khen-thuong", year.dossier)
    assert f"Kính gửi: {RECEIVER}" in said
    assert "03 trường hợp sau đây, gồm 01 cá nhân và 01 tập thể" in said
    assert "3. Tập thể lao động tiên tiến: 01 tập thể." in said
    assert "- Biên bản kiểm phiếu;" in said
    assert "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 28 tháng 5 năm 2026." in said


def test_the_list_shows_rating_initiative_earlier_award_and_votes(
    context: AppContext, year: DossierYear
) -> None:
    said = text(context, "danh-sach-de-nghi", year.dossier)
    row = next(line for line in said.splitlines() if "| Lý Thu An |" in line)
    for part in (
        "05/03/1988", "nữ", "Hoàn thành xuất sắc nhiệm vụ", "Góc đọc mở (12/QĐ-THHP, 02/4/2026)",
        "2024-2025: Lao động tiên tiến (25/QĐ-UBND)", "7/9", "77,78",
    ):  # fmt: skip
        assert part in row, part


@pytest.mark.parametrize(
    ("award", "years"),
    [("CSTDCS", ["2025-2026"]), ("CSTD_TINH", ["2023-2024", "2024-2025", "2025-2026"])],
)
def test_a_report_covers_the_years_that_the_award_asks_for(
    context: AppContext, year: DossierYear, award: str, years: list[str]
) -> None:
    view = context.dossiers.dossier(year.dossier)
    data = context.dossier_data
    (one,) = (found for found in view.entries if found.award == "CSTDCS")
    other = replace(one, award=award)
    facts = data.report(view, other, data.report_years(view, other))
    assert [line.year for line in facts.years] == years


def test_a_report_is_filled_from_the_records(context: AppContext, year: DossierYear) -> None:
    said = text(context, "bao-cao-thanh-tich-ca-nhan", entry(context, year, "CSTDCS"))
    assert "Trình độ chuyên môn: Đại học sư phạm" in said
    assert "2025-2026 | Hoàn thành xuất sắc nhiệm vụ | Góc đọc mở" in said
    assert "2024-2025 | Lao động tiên tiến | Quyết định số 25/QĐ-UBND ngày 13/06/2025" in said
    assert "Tôi cam đoan" in said


def test_a_report_does_not_count_the_award_that_it_asks_for(
    context: AppContext, year: DossierYear
) -> None:
    context.dossiers.mark_complete(year.dossier, MADE_ON)
    context.dossiers.send(year.dossier, SENT_ON, RECEIVER)
    context.dossiers.decide(year.dossier, Decision("123/QĐ-UBND", DECIDED_ON, RECEIVER))
    said = text(context, "bao-cao-thanh-tich-ca-nhan", entry(context, year, "CSTDCS"))
    assert "123/QĐ-UBND" not in said


def test_the_check_sheet_prints_a_persons_word_against_the_rules(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    nomination = view.entries[1].nomination_id or 0
    context.nominations.save(nomination, override_reason="Đã có xác nhận của phường", note="")
    said = text(context, "phieu-doi-chieu-dieu-kien", year.dossier)
    assert "01 trường hợp do người có trách nhiệm quyết định" in said
    assert "Người có trách nhiệm quyết định đề nghị: Đã có xác nhận của phường." in said
    assert "Luật 06/2022/QH15, Điều 23" in said


def test_money_is_the_days_base_salary_times_the_multiplier_rounded_up(
    context: AppContext, year: DossierYear
) -> None:
    context.dossiers.mark_complete(year.dossier, MADE_ON)
    context.dossiers.send(year.dossier, SENT_ON, RECEIVER)
    context.dossiers.decide(year.dossier, Decision("123/QĐ-UBND", DECIDED_ON, RECEIVER))
    said = text(context, "danh-sach-nhan-thuong", year.dossier)
    # 0.3 x 2,340,000 is 702,000: rounded up to ten thousands.
    assert "| 0,3 | 710.000 |" in said
    assert "| 1,0 | 2.340.000 |" in said
    assert "Tổng số tiền: 4.930.000 đồng (Bốn triệu chín trăm ba mươi nghìn đồng)" in said
    assert f"Quyết định số 123/QĐ-UBND ngày 20 tháng 6 năm 2026 của {RECEIVER}" in said


def test_the_base_salary_is_that_of_the_decision_and_the_schools_own_sum_comes_first(
    context: AppContext, year: DossierYear
) -> None:
    view = context.dossiers.dossier(year.dossier)
    context.dossiers.set_prize(view.entries[0].id, 500_000)
    sheet = context.prizes.sheet(context.dossiers.dossier(year.dossier), date(2024, 6, 30))
    assert sheet.salary == 1_800_000
    assert [one.amount for one in sheet.prizes] == [500_000, 1_800_000, 1_440_000]
    with pytest.raises(InputError, match="không được âm"):
        context.dossiers.set_prize(view.entries[0].id, -1)


def test_the_schools_own_decision_has_articles_and_a_list_with_sums(context: AppContext) -> None:
    own = add_dossier_year(context, DossierLevel.SCHOOL)
    document = context.papers.compose(
        "qd-tang-giay-khen", PERIOD, str(own.dossier), MADE_ON
    ).composed.document
    said = to_text(document)
    assert "Điều 1. Tặng giấy khen cho 01 cá nhân, 01 tập thể" in said
    assert "Lý Thu An | Giáo viên, Tổ 1 | Chiến sĩ thi đua cơ sở | 2.340.000" in said
    assert len(document.annexes) == 1


def test_a_year_without_a_dossier_says_what_to_do(context: AppContext) -> None:
    with pytest.raises(InputError, match="chưa có hồ sơ đề nghị nào"):
        text(context, "to-trinh-khen-thuong")
    with pytest.raises(UsageError, match="không phải mã của hồ sơ"):
        context.papers.compose("to-trinh-khen-thuong", PERIOD, "abc", MADE_ON)
