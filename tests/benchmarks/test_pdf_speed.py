"""How long a plan takes to become a PDF: for a file, and for the preview that follows the cursor.

`pytest tests/benchmarks --benchmark-enable` prints the figures.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.blocks import Column, ColumnRole, Row, RowGroup, Table
from tdkt_desktop.documents.document import Annex, Orientation
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.pdf_writer import PdfReport, write_pdf
from tests.support.parity import SOFFICE, office_pdf
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from tdkt_desktop.documents.document import OfficialDocument

PATIENCE = float(os.environ.get("TDKT_PATIENCE", "4"))
"""How many times slower than a quiet machine a run may be before a test fails."""


def _write(document: OfficialDocument) -> PdfReport:
    return write_pdf(document, io.BytesIO(), PageSettings())


def _seconds(document: OfficialDocument) -> float:
    """Return the best of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        _write(document)
        times.append(time.perf_counter() - start)
    return min(times)


def test_a_plan_with_46_tasks(benchmark: BenchmarkFixture) -> None:
    report = benchmark(_write, sample_plan())
    assert report.pages >= 12


def test_the_preview_is_drawn_within_300_ms() -> None:
    assert _seconds(sample_plan()) < 0.2 * PATIENCE


def test_a_thousand_rows_of_eight_columns(benchmark: BenchmarkFixture) -> None:
    columns = tuple(Column(f"Cột {n}", ColumnRole.OTHER) for n in range(8))
    rows = tuple(Row((RichText("Nguyễn Thị Mẫu Đơn"),) * 8) for _ in range(1000))
    annex = Annex(
        RichText("Danh sách"), (Table(columns, (RowGroup(rows),)),), Orientation.LANDSCAPE
    )
    plan = replace(sample_plan(), annexes=(annex,))
    report = benchmark.pedantic(_write, (plan,), rounds=3)
    assert report.pages > 20
    assert _seconds(plan) < 1.0 * PATIENCE


def test_a_command_that_needs_no_pdf_does_not_load_the_library() -> None:
    code = "import sys, tdkt_desktop.exports.pdf_writer; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.soffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
def test_ten_times_faster_than_printing_the_word_file(tmp_path: Path) -> None:
    plan, word = sample_plan(), tmp_path / "plan.docx"
    with word.open("wb") as stream:
        write_docx(plan, stream, PageSettings())
    office_pdf([word], tmp_path)  # the first start sets its profile up
    start = time.perf_counter()
    office_pdf([word], tmp_path)
    assert _seconds(plan) * 10 < time.perf_counter() - start
