"""Certificates: on printed blanks only what is not printed there, moved as the blank needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pdfplumber
import pytest

from tdkt_desktop.exports.certificate_pdf import Offset, certificate_layout
from tdkt_desktop.services.dossier_views import Decision, DossierLevel
from tests.support.dossier_year import DECIDED_ON, MADE_ON, add_dossier_year

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.dossier_views import DossierView


@pytest.fixture
def view(context: AppContext) -> DossierView:
    year = add_dossier_year(context, DossierLevel.SCHOOL)
    context.dossiers.mark_complete(year.dossier, MADE_ON)
    first, _second, third = context.dossiers.dossier(year.dossier).entries
    decision = Decision("05/QĐ-THHP", DECIDED_ON, "Trường Tiểu học Hoa Phượng")
    context.dossiers.decide(year.dossier, decision, [first.id, third.id])
    return context.dossiers.dossier(year.dossier)


def words_of(path: Path) -> list[str]:
    with pdfplumber.open(path) as pdf:
        return [page.extract_text() or "" for page in pdf.pages]


def place_of(path: Path, word: str) -> tuple[float, float]:
    with pdfplumber.open(path) as pdf:
        found = next(one for one in pdf.pages[0].extract_words() if one["text"] == word)
    return found["x0"], found["top"]


def test_a_plain_certificate_names_giver_receiver_merit_and_decision_in_their_order(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    path = context.certificates.export(
        view, view.entries, tmp_path / "giấy khen.pdf", on_blank=False
    )
    pages = words_of(path)
    assert len(pages) == 2
    order = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "HIỆU TRƯỞNG",
        "TRƯỜNG TIỂU HỌC HOA PHƯỢNG", "TẶNG", "GIẤY KHEN", "Lý Thu An", "Giáo viên, Tổ 1",
        "thành tích xuất sắc", "Quyết định số: 05/QĐ-THHP", "Lê Thị Minh Nguyệt",
    ]  # fmt: skip
    places = [pages[0].find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Tổ 1\nTrường Tiểu học Hoa Phượng" in pages[1]


def test_on_a_blank_only_the_variable_lines_are_printed(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    path = context.certificates.export(
        view, view.entries[:1], tmp_path / "phôi.pdf", on_blank=True, reason="Dạy giỏi cấp trường"
    )
    (page,) = words_of(path)
    assert "GIẤY KHEN" not in page
    assert "CỘNG HÒA" not in page
    assert "Dạy giỏi cấp trường" in page


def test_the_offset_moves_the_print_by_so_many_millimetres(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    before = context.certificates.export(view, view.entries, tmp_path / "a.pdf", on_blank=True)
    context.certificates.set_offset(Offset(4.0, -2.5))
    after = context.certificates.export(view, view.entries, tmp_path / "b.pdf", on_blank=True)
    first, second = place_of(before, "An"), place_of(after, "An")
    assert (second[0] - first[0]) / 72 * 25.4 == pytest.approx(4.0, abs=0.01)
    assert (second[1] - first[1]) / 72 * 25.4 == pytest.approx(-2.5, abs=0.01)
    context.history.undo()
    assert context.certificates.offset() == Offset(0.0, 0.0)


def test_the_test_sheet_names_the_place_of_every_line_of_a_blank(
    context: AppContext, tmp_path: Path
) -> None:
    (page,) = words_of(context.certificates.export_test_sheet(tmp_path / "thử.pdf"))
    for name in ("Họ và tên, tên tập thể", "Thành tích (hai dòng)", "Họ tên người ký"):
        assert name in page


def test_a_long_merit_gets_two_lines_and_stays_on_its_place(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    long = "Đã có nhiều thành tích xuất sắc trong phong trào thi đua dạy tốt, học tốt " * 3
    path = context.certificates.export(
        view, view.entries[:1], tmp_path / "dài.pdf", on_blank=False, reason=long.strip()
    )
    field = next(one for one in certificate_layout().fields if one.key == "thanh-tich")
    with pdfplumber.open(path) as pdf:
        lines = [one for one in pdf.pages[0].extract_text_lines() if "phong trào" in one["text"]]
    assert len(lines) == 2
    assert all((one["x1"] - one["x0"]) / 72 * 25.4 <= field.width + 0.5 for one in lines)
