"""What is shown is what is printed: the Word file breaks into the same pages as the PDF.

`pytest tests/benchmarks/test_page_parity.py -s` prints the share of pages with the same text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.layout_profile import Margins
from tdkt_desktop.documents.markup import parse_template
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.imports.plan_import import import_plan
from tdkt_desktop.resources import resource
from tests.support.parity import SOFFICE, compare, summary
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument

PLANS = Path(__file__).parents[1] / "imports" / "plans"
MARGINS = {"usual": None, "wide": Margins(25, 20, 35, 20), "even": Margins(22, 23, 30, 20)}
LINES = {"A13": None, "A12": 1.0}
SETTINGS = {
    f"{margins}-{preset}": PageSettings(
        portrait=MARGINS[margins], landscape=MARGINS[margins], preset=preset, line=LINES[preset]
    )
    for margins in MARGINS
    for preset in LINES
}


def _documents() -> dict[str, OfficialDocument]:
    found = {"sample": sample_plan()}
    for path in sorted(resource("templates").glob("*.tdkt.md")):
        found[path.name.split(".")[0]] = parse_template(path.read_text("utf-8"), path.name).document
    for path in sorted(PLANS.iterdir()):
        found[path.stem] = import_plan(path).document
    return found


@pytest.mark.soffice
@pytest.mark.timeout(600)
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
def test_95_of_100_pages_carry_the_same_text(tmp_path: Path) -> None:
    printed = {
        f"{name}-{key}": (document, page)
        for name, document in _documents().items()
        for key, page in SETTINGS.items()
    }
    results = compare(printed, tmp_path)
    print(summary(results))  # noqa: T201 - the figure that the test is for
    assert sum(r.same for r in results) >= 0.95 * sum(r.pages for r in results)
