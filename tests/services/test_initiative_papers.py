"""The papers about initiatives say what the store says, and agree with each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.services.initiative_papers import (
    DECISION_KIND,
    MINUTES_KIND,
    REPORT_KIND,
    REQUEST_KIND,
    SHEET_KIND,
)
from tdkt_desktop.services.initiative_views import Recognition
from tdkt_desktop.services.scoring_views import ScoreOutcome
from tests.support.initiative_year import PERIOD, READING, ROUND, YEAR, add_initiative_year, score

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext

DAY = date(2027, 4, 13)
TOTALS = {"Rèn ": (80.0, 84.0, 88.5), "Vườn": (90.0, 88.0, 86.0)}


@pytest.fixture
def ids(context: AppContext) -> dict[str, int]:
    return add_initiative_year(context)


def made(context: AppContext, kind: str, about: str | None = None) -> OfficialDocument:
    return context.papers.compose(kind, PERIOD, about, DAY).composed.document


def table_of(document: OfficialDocument) -> list[tuple[str, ...]]:
    blocks = [*document.body, *(one for annex in document.annexes for one in annex.blocks)]
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return [tuple(cell.plain for cell in row.cells) for group in table.groups for row in group.rows]


def test_the_request_names_authors_shares_and_headings(
    context: AppContext, ids: dict[str, int]
) -> None:
    document = made(context, REQUEST_KIND, str(ids["reading"]))
    assert document.addressees == ("Hội đồng Sáng kiến Trường Tiểu học Hoa Phượng",)
    assert table_of(document) == [
        ("Phạm Thu Hà", "03/05/1980", "Trường Tiểu học Hoa Phượng", "Giáo viên",
         "Đại học Sư phạm", "60"),
        ("Vũ Thị Ngân", "", "Trường Tiểu học An Bình", "Giáo viên", "", "40"),
    ]  # fmt: skip
    text = to_text(document)
    for words in ("Chúng tôi ghi tên", "14 tháng 9 năm 2026", READING["tinh-moi"], "Không có."):
        assert words in text
    assert (document.signature.title, document.signature.name) == (
        "ĐẠI DIỆN NHÓM TÁC GIẢ", "Phạm Thu Hà",
    )  # fmt: skip
    alone = made(context, REQUEST_KIND, str(ids["garden"]))
    assert alone.signature.title == "NGƯỜI NỘP ĐƠN"
    assert "Tôi ghi tên" in to_text(alone)


def test_the_description_has_its_headings_in_order_and_lists_the_files(
    context: AppContext, ids: dict[str, int], tmp_path: Path
) -> None:
    source = tmp_path / "bang.pdf"
    source.write_bytes(b"%PDF-1.4")
    context.initiative_files.attach(ids["reading"], source, "Bảng khảo sát đầu năm")
    document = made(context, REPORT_KIND, str(ids["reading"]))
    text = to_text(document)
    places = [text.index(words) for words in (*READING.values(), "Bảng khảo sát đầu năm")
              if "\n" not in words]  # fmt: skip
    assert places == sorted(places)
    assert document.co_signature is not None
    assert document.co_signature.name == "Lê Thị Minh Nguyệt"


def test_what_is_not_written_leaves_a_place_to_write(
    context: AppContext, ids: dict[str, int]
) -> None:
    card = context.initiatives.card(ids["garden"])
    context.initiatives.save(ids["garden"], replace(card.form, parts={}, field=""))
    text = to_text(made(context, REPORT_KIND, str(ids["garden"])))
    assert "Tính mới của giải pháp" in text
    assert "…" in text


def test_a_judges_sheet_has_points_and_sum_or_room_for_them(
    context: AppContext, ids: dict[str, int]
) -> None:
    entry = context.scoring.round(ids["round"]).entries[0]
    context.scoring.give(entry.id, {(0, "tinh-moi"): 24.5, (0, "hieu-qua"): 30.0})
    rows = table_of(made(context, SHEET_KIND, f"{entry.id}.1"))
    assert [row[1:] for row in rows] == [
        ("30", "24,5"), ("35", "30"), ("25", ""), ("10", ""), ("100", ""),
    ]  # fmt: skip
    score(context, ids["round"], TOTALS)
    context.scoring.remark(entry.id, 0, "Có số liệu")
    sheet = made(context, SHEET_KIND, f"{entry.id}.1")
    assert table_of(sheet)[-1][1:] == ("100", "80")
    assert "Có số liệu." in to_text(sheet)
    assert sheet.letterhead.issuing_body == ("Hội đồng Sáng kiến",)
    assert sheet.signature.name == "Lê Thị Minh Nguyệt"


def test_all_sheets_go_into_one_file_without_the_authors_own(
    context: AppContext, ids: dict[str, int], tmp_path: Path
) -> None:
    assert len(context.papers.score_sheets(PERIOD, ids["round"], DAY)) == 6
    path, _doubts = context.papers.export_made(SHEET_KIND, PERIOD, None, tmp_path / "p.pdf", DAY)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert sum("PHIẾU CHẤM SÁNG KIẾN" in page for page in pages) == 6


def test_the_minutes_give_averages_conflicts_and_conclusions(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], {**TOTALS, "Vườn": (50.0, 60.0, 70.0)})
    entry = context.scoring.round(ids["round"]).entries[0]
    context.scoring.conclude(entry.id, ScoreOutcome.PASSED, "Giới thiệu cho các tổ")
    document = made(context, MINUTES_KIND, str(ids["round"]))
    assert document.kind is DocumentKind.MINUTES
    assert document.number.symbol == "BB-HĐSK"
    assert [row[2:] for row in table_of(document)] == [
        ("3", "84,17", "80 - 88,5", "Đạt"), ("3", "60", "50 - 70", "Không đạt"),
    ]  # fmt: skip
    text = to_text(document)
    for words in (
        "14 giờ 00", "Phòng họp của trường", "từ 70 trở lên", "Phạm Thu Hà là tác giả",
        "Đề nghị công nhận 01 sáng kiến", "Giới thiệu cho các tổ.",
    ):  # fmt: skip
        assert words in text
    assert document.signature.name == "Lê Thị Minh Nguyệt"
    assert document.co_signature is not None
    assert document.co_signature.name == "Phạm Thu Hà"


def test_the_minutes_of_a_correction_say_why(context: AppContext, ids: dict[str, int]) -> None:
    score(context, ids["round"], TOTALS)
    context.scoring.close(ids["round"])
    again = context.scoring.correct(ids["round"], "Cộng nhầm điểm")
    assert "lý do: Cộng nhầm điểm" in to_text(made(context, MINUTES_KIND, str(again)))


def test_the_decision_lists_what_passed_with_the_same_scores_as_the_minutes(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], {**TOTALS, "Vườn": (50.0, 60.0, 70.0)})
    context.scoring.close(ids["round"])
    document = made(context, DECISION_KIND)
    (row,) = table_of(document)
    assert row == (
        "Rèn kĩ năng đọc thành tiếng cho học sinh lớp 1 qua góc đọc mở",
        "Phạm Thu Hà (60%)\nVũ Thị Ngân (40%)",
        "Giáo viên\nGiáo viên, Trường Tiểu học An Bình",
        "Tiếng Việt",
        "84,17",
    )
    text = to_text(document)
    assert "Biên bản họp Hội đồng Sáng kiến ngày 12 tháng 4 năm 2027" in text
    assert "Công nhận 01 sáng kiến cấp cơ sở" in text
    assert "của 02 tác giả" in text


def test_a_decision_of_chosen_initiatives_names_their_level(
    context: AppContext, ids: dict[str, int]
) -> None:
    works = [ids["reading"], ids["garden"]]
    given = Recognition("TINH", "TINH", "812/QĐ", DAY, "UBND tỉnh")
    context.initiatives.recognise(works, given)
    document = made(context, DECISION_KIND, ",".join(map(str, works)))
    assert "02 sáng kiến cấp tỉnh" in to_text(document)
    assert len(table_of(document)) == 2


def test_a_stored_decision_is_issued_and_told_when_its_data_changes(
    context: AppContext, ids: dict[str, int]
) -> None:
    score(context, ids["round"], TOTALS)
    context.scoring.close(ids["round"])
    about = f"{ids['reading']},{ids['garden']}"
    paper, _doubts = context.papers.add_draft(DECISION_KIND, PERIOD, about, DAY)
    assert context.papers.document_for(DECISION_KIND, PERIOD, about, DAY) == (
        context.papers.paper(paper).document
    )
    assert context.papers.issue(paper, DAY).number == "01"
    assert context.papers.out_of_date(2026) == ()
    card = context.initiatives.card(ids["garden"])
    context.initiatives.save(ids["garden"], replace(card.form, field="Khoa học"))
    assert [one.id for one in context.papers.out_of_date(2026)] == [paper]
    renewed, _more = context.papers.renew(paper, DAY)
    assert "Khoa học" in to_text(context.papers.paper(renewed).document)


@pytest.mark.parametrize(
    ("kind", "about"),
    [(REQUEST_KIND, "một"), (SHEET_KIND, "5"), (DECISION_KIND, "5;6"), (MINUTES_KIND, "5.1")],
)
@pytest.mark.usefixtures("ids")
def test_words_that_name_nothing_are_refused(context: AppContext, kind: str, about: str) -> None:
    with pytest.raises(UsageError):
        made(context, kind, about)


@pytest.mark.parametrize(
    "kind", [REQUEST_KIND, REPORT_KIND, SHEET_KIND, MINUTES_KIND, DECISION_KIND]
)
def test_a_year_without_initiatives_is_told(context: AppContext, kind: str) -> None:
    with pytest.raises(InputError):
        made(context, kind)


def test_a_missing_sheet_is_told(context: AppContext, ids: dict[str, int]) -> None:
    with pytest.raises(InputError):
        made(context, SHEET_KIND, "99.1")
    entry = context.scoring.round(ids["round"]).entries[0].id
    with pytest.raises(InputError):
        made(context, SHEET_KIND, f"{entry}.9")


def test_the_emulation_council_may_score_too(context: AppContext, ids: dict[str, int]) -> None:
    from tdkt_desktop.services.council_views import CouncilFacts, CouncilKind

    facts = CouncilFacts(CouncilKind.EMULATION)
    seats = context.councils.council(ids["council"]).seats
    council = context.councils.add(facts, PERIOD, [replace(one, id=None) for one in seats])
    made_round = context.scoring.open_round(council, YEAR, ROUND, [ids["garden"]])
    document = made(context, MINUTES_KIND, str(made_round))
    assert document.letterhead.issuing_body == ("Hội đồng Thi đua - Khen thưởng",)
