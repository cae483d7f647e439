"""A decision that came as a spreadsheet is read against the dossier that it answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from tdkt_desktop.errors import InputError
from tests.support.dossier_year import add_dossier_year

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.dossier_views import DossierView


@pytest.fixture
def view(context: AppContext) -> DossierView:
    return context.dossiers.dossier(add_dossier_year(context).dossier)


def listed(path: Path, rows: list[list[Any]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_heads_under_a_title_are_found_and_rows_matched_by_name_and_award(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    path = listed(
        tmp_path / "QĐ.xlsx",
        [
            ["DANH SÁCH KHEN THƯỞNG"],
            [],
            ["TT", "Họ và tên, tập thể", "Danh hiệu", "Số QĐ", "Ngày ký", "Cơ quan ban hành"],
            [1, "LÝ THU AN", "Chiến sĩ thi đua cơ sở", "88/QĐ-UBND", date(2026, 6, 20), "UBND"],
            [2, "Tổ 1", "Tập thể lao động tiên tiến", "88/QĐ-UBND", date(2026, 6, 20), "UBND"],
            [3, "Trần Người Lạ", "Lao động tiên tiến", "88/QĐ-UBND", date(2026, 6, 20), "UBND"],
        ],
    )
    found = context.decision_lists.read(view, path)
    assert found.granted == (view.entries[1].id, view.entries[2].id)
    assert found.left == ("Lý Thu An",)
    assert found.unknown == ("Trần Người Lạ",)
    assert (found.number, found.decided_on, found.body) == (
        "88/QĐ-UBND", date(2026, 6, 20), "UBND",
    )  # fmt: skip


def test_a_row_that_says_no_grants_nothing(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    path = listed(
        tmp_path / "QĐ.xlsx",
        [["Họ và tên", "Kết quả"], ["Lý Thu An", "Không đạt"], ["Tổ 1", "Được tặng"]],
    )
    assert context.decision_lists.read(view, path).granted == (view.entries[2].id,)


def test_a_sheet_without_names_is_refused_with_what_to_do(
    context: AppContext, view: DossierView, tmp_path: Path
) -> None:
    path = listed(tmp_path / "khác.xlsx", [["Tháng", "Số tiền"], ["5", 100]])
    with pytest.raises(InputError, match="không có cột họ và tên"):
        context.decision_lists.read(view, path)
