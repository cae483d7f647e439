"""Documents are made from data, edited, issued, exported, and known to be out of date."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from pypdf import PdfReader

from tdkt_desktop.documents.blocks import Clause, Level, Table
from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.services.council_views import DutyFacts
from tdkt_desktop.services.paper_views import About, PaperStatus
from tdkt_desktop.services.period import PlanPeriod
from tdkt_desktop.services.task_views import TaskQuery, TaskState
from tdkt_desktop.services.tasks import TaskReport
from tests.support.council_year import add_year
from tests.support.vote_year import add_votes
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    return add_year(context)


def composed(context: AppContext, kind: str, about: str | None = None) -> OfficialDocument:
    return context.papers.compose(kind, PERIOD, about, DAY).composed.document


def text(context: AppContext, kind: str, about: str | None = None) -> str:
    return to_text(composed(context, kind, about))


def test_every_kind_is_made_without_a_place_left_open(
    context: AppContext, ids: dict[str, int]
) -> None:
    add_votes(context, ids)
    for kind in context.papers.kinds():
        about = "1" if kind.about is About.PERSON else None
        made = context.papers.compose(kind.key, PERIOD, about, DAY)
        assert made.composed.missing == (), kind.key
        assert "{{" not in to_text(made.composed.document)
        assert "«" not in to_text(made.composed.document)
        assert made.composed.document.kind is kind.kind


@pytest.mark.usefixtures("ids")
def test_the_decision_of_the_principal_lists_the_members(context: AppContext) -> None:
    document = composed(context, "qd-thanh-lap-hoi-dong")
    assert document.authority == "HIỆU TRƯỞNG Trường Tiểu học Hoa Phượng"
    assert document.signature.title == "HIỆU TRƯỞNG"
    assert document.signature.authority == ()
    assert document.number.symbol == "QĐ-THHP"
    assert document.grounds[-1].plain.startswith("Theo đề nghị của")
    articles = [b for b in document.body if isinstance(b, Clause) and b.level is Level.ARTICLE]
    assert len(articles) == 3
    table, count = document.annexes[0].blocks
    assert isinstance(table, Table)
    names = [row.cells[0].plain for row in table.groups[0].rows]
    assert names == [
        "Lê Thị Minh Nguyệt", "Trần Quốc Bảo", "Phạm Thu Hà", "Đỗ Văn Lâm", "Ngô Thị Mai",
    ]  # fmt: skip
    assert "05 người" in to_text(replace(document, annexes=(document.annexes[0],)))
    assert count


@pytest.mark.usefixtures("ids")
def test_the_notice_of_duties_says_what_each_is_charged_with(context: AppContext) -> None:
    document = composed(context, "tb-phan-cong-nhiem-vu")
    assert document.number.symbol == "TB-HĐTĐKT"
    assert document.signature.authority == ("TM. HỘI ĐỒNG",)
    written = to_text(document)
    assert "Quyết định số 15/QĐ-THHP ngày 08 tháng 9 năm 2026" in written
    assert "Ghi biên bản, dự thảo thông báo kết luận" in written


@pytest.mark.usefixtures("ids")
def test_the_meeting_gives_invitation_minutes_and_conclusions(context: AppContext) -> None:
    invitation = text(context, "giay-moi-hop")
    assert "Trưởng ban đại diện cha mẹ học sinh" in invitation
    assert "14 giờ 00, thứ Sáu, ngày 18 tháng 9 năm 2026" in invitation
    minutes = composed(context, "bien-ban-hop")
    assert minutes.co_signature is not None
    assert (minutes.co_signature.title, minutes.co_signature.name) == ("THƯ KÝ", "Phạm Thu Hà")
    assert (minutes.signature.title, minutes.signature.name) == ("CHỦ TOẠ", "Lê Thị Minh Nguyệt")
    written = to_text(minutes)
    assert "Thành phần tham dự: 04/05 thành viên" in written
    assert "Vắng mặt: Ngô Thị Mai" in written
    assert "Cuộc họp kết thúc vào 16 giờ 15, ngày 18 tháng 9 năm 2026./." in written
    notice = text(context, "tb-ket-luan-hop")
    assert "2. Giữ lịch thao giảng./." not in notice
    assert "2. Giữ lịch thao giảng." in notice


def test_a_sheet_tells_one_person_duties_and_tasks(
    context: AppContext, ids: dict[str, int]
) -> None:
    document = composed(context, "phieu-giao-viec", str(ids["Phạm Thu Hà"]))
    assert document.kind is DocumentKind.FORM
    written = to_text(document)
    assert "Họ và tên: Phạm Thu Hà" in written
    assert "Nhiệm vụ trong Hội đồng: Thư ký" in written
    assert "Họp Hội đồng đầu năm | Thực hiện | Trước ngày 25/9/2026" in written
    assert "Cập nhật minh chứng | Chủ trì | Hằng tháng" in written
    assert "./." not in written
    with pytest.raises(InputError, match="mã 999"):
        composed(context, "phieu-giao-viec", "999")


@pytest.mark.usefixtures("ids")
def test_reports_count_and_tell_the_tasks_of_their_time(context: AppContext) -> None:
    september = text(context, "bao-cao-thang", "9")
    opening = "Trong tháng 09 năm 2026 có 3 việc phải hoàn thành; đã xong 2 việc, đạt 66,7%"
    assert f"{opening}; quá hạn 0 việc." in september
    assert "(xong ngày 05/9/2026): 100% lớp ký giao ước." in september
    november = text(context, "bao-cao-thang", "2026-11")
    assert "(xong muộn, ngày 28/9/2026)" not in november
    assert "Thao giảng vòng một: Mưa bão." in november
    assert "Thăm học sinh vùng lũ (hạn 10/11/2026; Công đoàn)." in november
    assert "Cập nhật minh chứng (hạn 30/9/2026; Thư ký Hội đồng): Đã làm 0/3 lần." in november
    half = text(context, "bao-cao-hoc-ky-1")
    assert "Phong trào “Mỗi ngày một trang sách”: 96% lớp có góc đọc." in half
    assert half.count("Cập nhật minh chứng") <= 4


@pytest.mark.usefixtures("ids")
def test_a_report_speaks_as_of_its_own_time(context: AppContext) -> None:
    later = context.tasks.tasks(TaskQuery(year=2026, words="nộp hồ sơ"), DAY)[0]
    report = TaskReport(state=TaskState.DONE, result="Nộp đủ 12 bộ")
    context.tasks.report([later.id], report, date(2026, 12, 3))
    assert "Nộp đủ 12 bộ" not in text(context, "bao-cao-thang", "11")
    december = context.papers.compose("bao-cao-thang", PERIOD, "12", date(2026, 12, 31))
    assert "Nộp đủ 12 bộ" in to_text(december.composed.document)


def test_a_changed_duty_tells_which_documents_are_out_of_date(
    context: AppContext, ids: dict[str, int], tmp_path: Path
) -> None:
    duties, _doubts = context.papers.add_draft("tb-phan-cong-nhiem-vu", PERIOD, None, DAY)
    sheet, _doubts = context.papers.add_draft(
        "phieu-giao-viec", PERIOD, str(ids["Phạm Thu Hà"]), DAY
    )
    decision, _doubts = context.papers.add_draft("qd-thanh-lap-hoi-dong", PERIOD, None, DAY)
    context.papers.issue(duties, DAY)
    context.papers.export(sheet, tmp_path / "phieu.pdf")
    assert context.papers.out_of_date() == ()
    seat = context.councils.council(ids["council"]).members[2]
    assert seat.id is not None
    context.councils.set_duties(seat.id, [*seat.duties, DutyFacts("Giữ sổ vàng")])
    out = {one.id: one for one in context.papers.out_of_date(2026)}
    assert set(out) == {duties, sheet}
    assert out[duties].status is PaperStatus.ISSUED
    assert out[sheet].exported_at is not None
    context.papers.refresh(sheet, DAY)
    assert {one.id for one in context.papers.out_of_date()} == {duties}
    assert "Giữ sổ vàng" in to_text(context.papers.paper(sheet).document)
    context.councils.throw_away(ids["council"])
    assert decision in {one.id for one in context.papers.out_of_date()}


@pytest.mark.usefixtures("ids")
def test_numbers_come_from_the_register_of_the_issuing_body(context: AppContext) -> None:
    first, _doubts = context.papers.add_draft("qd-thanh-lap-hoi-dong", PERIOD, None, DAY)
    second, _doubts = context.papers.add_draft("giay-moi-hop", PERIOD, None, DAY)
    third, _doubts = context.papers.add_draft("bien-ban-hop", PERIOD, None, DAY)
    assert context.papers.next_number(first, DAY) == "01"
    assert context.papers.issue(first, DAY).number == "01"
    assert context.papers.issue(second, DAY, number=7).number == "07"
    assert context.papers.issue(third, DAY).number == "08"
    lines = context.issuing.register(2026)
    assert [(line.number, line.symbol) for line in lines] == [
        ("07", "GM-HĐTĐKT"),
        ("08", "BB-HĐTĐKT"),
        ("01", "QĐ-THHP"),
    ]
    assert context.issuing.kept_path(lines[0]).read_bytes().startswith(b"PK")
    with pytest.raises(InputError, match="đã khoá"):
        context.papers.issue(first, DAY)
    other, _doubts = context.papers.add_draft("tb-ket-luan-hop", PERIOD, None, DAY)
    with pytest.raises(InputError, match="Số 7"):
        context.papers.issue(other, DAY, number=7)
    assert context.papers.paper(other).summary.status is PaperStatus.DRAFT


def test_a_form_is_issued_without_a_number(context: AppContext, ids: dict[str, int]) -> None:
    sheet, _doubts = context.papers.add_draft(
        "phieu-giao-viec", PERIOD, str(ids["Đỗ Văn Lâm"]), DAY
    )
    issued = context.papers.issue(sheet, DAY)
    assert (issued.number, issued.register_id, issued.issued_on) == ("", None, DAY)
    assert context.issuing.register() == ()


@pytest.mark.usefixtures("ids")
def test_an_edited_document_is_what_is_exported(context: AppContext, tmp_path: Path) -> None:
    paper, _doubts = context.papers.add_draft("giay-moi-hop", PERIOD, None, DAY)
    view = context.papers.paper(paper)
    edited = replace(view.document, closing=(RichText("Kính mong đại biểu đến đúng giờ"),))
    context.papers.save_document(paper, edited)
    path, doubts = context.papers.export_made(
        "giay-moi-hop", PERIOD, None, tmp_path / "giấy mời.pdf", DAY
    )
    words = PdfReader(path).pages[0].extract_text()
    assert "Kính mong đại biểu đến đúng giờ./." in words.replace("\n", " ")
    assert doubts == ()
    context.papers.throw_away(paper)
    assert context.papers.papers() == ()
    context.papers.bring_back(paper)
    context.papers.throw_away(paper)
    context.papers.remove_for_good(paper)
    assert context.papers.papers(in_bin=True) == ()


@pytest.mark.usefixtures("ids")
def test_the_sheets_of_all_go_into_one_file(context: AppContext, tmp_path: Path) -> None:
    target = tmp_path / "phiếu.pdf"
    context.papers.export_made("phieu-giao-viec", PERIOD, None, target, DAY)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert sum("PHIẾU GIAO VIỆC" in page for page in pages) == 5
    word = tmp_path / "phiếu.docx"
    context.papers.export_made("phieu-giao-viec", PERIOD, None, word, DAY)
    document = Document(io.BytesIO(word.read_bytes()))
    assert len(document.sections) == 5
    style = "TĐKT Tên loại văn bản"
    titles = [p.text for p in document.paragraphs if p.style and p.style.name == style]
    assert titles == ["PHIẾU GIAO VIỆC"] * 5


@pytest.mark.parametrize(
    ("kind", "about", "error", "words"),
    [
        ("thu-la", None, UsageError, "Các loại hiện có"),
        ("bao-cao-thang", "13", UsageError, "tháng"),
        ("phieu-giao-viec", "Hà", UsageError, "chữ số"),
        ("phieu-giao-viec", None, UsageError, "--for"),
        ("qd-thanh-lap-hoi-dong", None, InputError, "chưa có Hội đồng"),
        ("qd-thanh-lap-hoi-dong", "77", InputError, "số 77"),
        ("bien-ban-hop", None, InputError, "chưa có cuộc họp"),
        ("bien-ban-hop", "77", InputError, "số 77"),
    ],
)
def test_what_cannot_be_made_is_told(
    context: AppContext, kind: str, about: str | None, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        context.papers.compose(kind, PERIOD, about, DAY)


def test_an_empty_year_still_has_a_report(context: AppContext) -> None:
    period = PlanPeriod(2030, None)
    document = context.papers.compose("bao-cao-nam", period, None, DAY).composed.document
    assert "không có việc đến hạn" in to_text(document)


@pytest.mark.usefixtures("ids")
def test_the_schools_own_wording_of_a_template_is_used(context: AppContext) -> None:
    template = context.templates.template("giay-moi-hop")
    own = replace(template.document, closing=(RichText("Trân trọng kính mời"),))
    context.templates.save(replace(template, document=own))
    assert composed(context, "giay-moi-hop").closing == (RichText("Trân trọng kính mời"),)
    assert "giay-moi-hop" not in {one.meta.key for one in context.templates.entries()}


def test_a_paper_of_a_meeting_is_dated_in_the_meetings_own_year(
    context: AppContext, ids: dict[str, int]
) -> None:
    meeting = replace(context.councils.meeting(ids["meeting"]).facts, held_on=date(2027, 5, 28))
    context.councils.save_meeting(ids["meeting"], meeting)
    assert composed(context, "giay-moi-hop").year == 2027
    assert composed(context, "tb-phan-cong-nhiem-vu").year == 2026
