"""How long a Word file of a 12-page plan takes, beside docxtpl rendering the same content.

Figures: `pytest tests/benchmarks/test_docx_speed.py --benchmark-enable`.
"""

from __future__ import annotations

import io
from time import perf_counter
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docxtpl import DocxTemplate

from tdkt_desktop.documents.page_settings import PageSettings, layout_for
from tdkt_desktop.exports.docx_writer import write_docx
from tdkt_desktop.exports.flow import flow_of
from tdkt_desktop.exports.pieces import Line, RowKind, TableSheet
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 5


PLAN = sample_plan()


def ours() -> bytes:
    stream = io.BytesIO()
    write_docx(PLAN, stream, PageSettings())
    return stream.getvalue()


def _template() -> bytes:
    """A template such as an office would draw: a loop of paragraphs, a loop of rows."""
    template = docx.Document()
    for tag in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        template.add_paragraph(tag)
    table = template.add_table(rows=4, cols=6)
    texts = (
        ("TT", "Nội dung", "Chủ trì", "Thực hiện", "Phối hợp", "Thời gian"),
        ("{%tr for row in rows %}",),
        tuple(f"{{{{ row[{place}] }}}}" for place in range(6)),
        ("{%tr endfor %}",),
    )
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def _context() -> dict[str, Any]:
    flow = flow_of(PLAN, layout_for(PageSettings()))
    pieces = [*flow.pieces, *flow.annexes[0].pieces]
    lines = [piece.printed.plain for piece in pieces if isinstance(piece, Line)]
    (table,) = (piece for piece in pieces if isinstance(piece, TableSheet))
    rows = [[c.text.plain for c in r.cells] for r in table.rows if r.kind is RowKind.ROW]
    return {"lines": lines, "rows": rows}


@pytest.fixture(scope="module")
def theirs() -> Callable[[], bytes]:
    template, context = _template(), _context()

    def render() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return render


@pytest.mark.benchmark(group="docx of a 12-page plan")
def test_our_writer(benchmark: BenchmarkFixture) -> None:
    assert benchmark(ours).startswith(b"PK")


@pytest.mark.benchmark(group="docx of a 12-page plan")
def test_docxtpl_with_the_same_content(
    benchmark: BenchmarkFixture, theirs: Callable[[], bytes]
) -> None:
    assert benchmark(theirs).startswith(b"PK")


def _best(make: Callable[[], bytes]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        make()
        times.append(perf_counter() - start)
    return min(times)


def test_our_writer_is_no_slower_than_docxtpl(theirs: Callable[[], bytes]) -> None:
    assert _best(ours) <= _best(theirs)
