"""Every corner of what a school may choose gives a Word file that keeps the rules."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.exports.docx_writer import write_docx
from tests.support.docx_judge import Judge
from tests.support.export_cases import ExportCase, export_cases

if TYPE_CHECKING:
    from pathlib import Path

CASES = list(export_cases())
REFEREE = os.environ.get("TDKT_REFEREE", "")


def written(case: ExportCase) -> bytes:
    stream = io.BytesIO()
    write_docx(case.document, stream, case.page)
    return stream.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_word_file_keeps_the_rules_of_layout(case: ExportCase) -> None:
    assert Judge(written(case)).faults() == []


@pytest.mark.skipif(not REFEREE, reason="TDKT_REFEREE names no outside judge")
@pytest.mark.parametrize("case", CASES[::7], ids=lambda case: case.name)
def test_an_outside_judge_finds_no_error(case: ExportCase, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(written(case))
    result = subprocess.run(
        [sys.executable, REFEREE, str(target)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout
