"""How many words of a scanned plan are right before and after its repair, and how long it takes.

Pages are printed, turned, blurred and made noisy, read by tesseract - once by its English data,
which garbles Vietnamese as old scans are garbled, once by its Vietnamese - and repaired. What is
measured is never learnt from: the model leaves the plan's own template out. `TDKT_SAMPLES` names a
folder of real plans as .txt to measure too.

Figures: `pytest tests/benchmarks/test_repair_figures.py --benchmark-enable -s`.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from PIL import Image, ImageFilter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tdkt_desktop.documents.markup import parse_template
from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.exports.pdf_writer import write_pdf
from tdkt_desktop.resources import resource
from tdkt_desktop.services.repair import Repairer
from tdkt_desktop.services.repair_model import shipped_model
from tdkt_desktop.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

TEMPLATE = "nam-cong-tac.tdkt.md"
SAMPLES = os.environ.get("TDKT_SAMPLES", "")
PAGES = 4
DPI = 150
_EDGE = ".,;:()“”\"'«»‘’-–—~+!?*… "

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


@dataclass(frozen=True)
class Share:
    """How many of the words were right."""

    whole: int
    before: int
    after: int


def printed_template() -> bytes:
    """The pages of a template's plan, its annex left out: columns have no one order of words."""
    text = resource("templates", TEMPLATE).read_text(encoding="utf-8")
    text = re.sub(r"\{\{[^}]*\}\}", "2026", text)
    document = parse_template(text, TEMPLATE).document
    stream = BytesIO()
    write_pdf(replace(document, annexes=()), stream, PageSettings())
    return stream.getvalue()


def printed_text(path: Path) -> bytes:
    font = resource("fonts", "LiberationSerif-Regular.ttf")
    pdfmetrics.registerFont(TTFont("Printed", str(font)))
    style = ParagraphStyle("a", fontName="Printed", fontSize=14, leading=20, alignment=4)
    stream = BytesIO()
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    text = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines if line]
    SimpleDocTemplate(stream, leftMargin=85).build([Paragraph(line, style) for line in text])
    return stream.getvalue()


def scanned(pdf: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Yield the words of each page and what a bad scanner sees of it."""
    chance = random.Random(7)
    with pdfplumber.open(BytesIO(pdf)) as file:
        for page in file.pages[:PAGES]:
            image = page.to_image(resolution=DPI).original.convert("L")
            image = image.rotate(chance.uniform(-1, 1), Image.Resampling.BICUBIC, fillcolor=255)
            image = image.filter(ImageFilter.GaussianBlur(0.8))
            noise = Image.effect_noise(image.size, 60)
            yield clean(page.extract_text()), Image.blend(image, noise, 0.18)


def read(image: Image.Image, language: str) -> str:
    stream = BytesIO()
    image.save(stream, "PNG")
    command = ["tesseract", "-", "-", "-l", language, "--psm", "4"]
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def measured(pdf: bytes, language: str, repairer: Repairer) -> Share:
    whole = before = after = 0
    for meant, image in scanned(pdf):
        seen = read(image, language)
        lines = repairer.repair_text(seen)
        proposed = "\n".join(line.proposal for line in lines if not line.dropped)
        whole += len(words(meant))
        before += right(words(meant), words(seen))
        after += right(words(meant), words(proposed))
    return Share(whole, before, after)


def words(text: str) -> list[str]:
    return [bare for word in text.split() if (bare := word.strip(_EDGE))]


def right(meant: list[str], read: list[str]) -> int:
    """Return how many of the words come in the same order, as they are meant."""
    blocks = SequenceMatcher(None, meant, read, autojunk=False).get_matching_blocks()
    in_order = sum(block.size for block in blocks)
    return min(in_order, (Counter(meant) & Counter(read)).total())


@needs_tesseract
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", ["eng", "vie"])
def test_the_share_of_words_right_rises(language: str) -> None:
    repairer = Repairer(model=shipped_model(without=TEMPLATE))
    own = measured(printed_template(), language, repairer)
    tell(f"own plan, {language}", own)
    for path in sorted(Path(SAMPLES).glob("*.txt")) if SAMPLES else ():
        tell(f"{path.stem}, {language}", measured(printed_text(path), language, repairer))
    # A good reading has next to nothing to repair: it must not become worse by more than noise.
    assert own.after > own.before - 0.01 * own.whole
    assert own.after / own.whole > 0.9


def tell(name: str, share: Share) -> None:
    before, after = (f"{100 * part / share.whole:.1f} %" for part in (share.before, share.after))
    print(f"\n{name}: {share.whole} words, right {before} -> {after}")  # noqa: T201


def test_a_page_of_garbled_text_is_restored(benchmark: BenchmarkFixture) -> None:
    from garbling import HELD_OUT, garbled

    page = "\n\n".join(garbled(text, seed) for seed, text in enumerate(HELD_OUT * 3))
    assert len(page.split()) > 350
    repairer = Repairer()
    benchmark.pedantic(lambda: Repairer().repair_text(page), rounds=3)
    assert repairer.repair_text(page)
