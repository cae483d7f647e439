"""The faces of a PDF hold every Vietnamese letter, and nothing is lost in silence."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest

from tdkt_desktop.documents.richtext import Mark, MarkStyle, RichText
from tdkt_desktop.exports.metrics import FACE_FILES, face
from tdkt_desktop.exports.pdf_fonts import SUBSTITUTE, Substitutions, font_name, register_fonts
from tdkt_desktop.resources import resource

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = sorted(
    {
        unicodedata.normalize("NFC", case(vowel) + tone)
        for vowel, tone, case in product("aăâeêioôơuưy", TONES, (str.lower, str.upper))
    }
    | {"đ", "Đ"}
)
"""The letters of Vietnamese; without the plain ones 134 are left."""


def test_there_are_134_letters_beyond_ascii() -> None:
    assert sum(not letter.isascii() for letter in LETTERS) == 134


@pytest.mark.parametrize("style", FACE_FILES)
def test_every_face_draws_every_vietnamese_letter(style: tuple[bool, bool]) -> None:
    assert [letter for letter in LETTERS if not face(*style).glyph(letter)] == []


def test_the_licence_lies_beside_the_fonts() -> None:
    text = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Red Hat, Inc." in text
    assert "Google Corporation" in text
    assert "TERMINATION" in text
    assert "DISCLAIMER" in text


def test_bold_and_italic_lead_to_the_bundled_faces() -> None:
    from reportlab.lib.fonts import tt2ps

    register_fonts()
    for bold, italic in FACE_FILES:
        assert tt2ps("LiberationSerif", int(bold), int(italic)) == font_name(bold, italic)


def test_a_letter_without_glyph_is_replaced_and_reported() -> None:
    substitutions = Substitutions()
    text = RichText("☐ đạt ☑ chưa 😀", (Mark(2, 5, MarkStyle.BOLD),))
    printed = substitutions.apply(text)
    assert printed.plain == f"□ đạt √ chưa {SUBSTITUTE}"
    assert printed.marks == text.marks
    warnings = substitutions.warnings()
    assert len(warnings) == 3
    assert any("U+1F600" in warning for warning in warnings)


def test_a_sign_that_shows_nothing_is_dropped_without_a_word() -> None:
    substitutions = Substitutions()
    assert substitutions.apply(RichText("a\ufe0fb")).plain == "a b"
    assert substitutions.warnings() == ()


def test_text_that_the_faces_can_print_is_left_alone() -> None:
    substitutions = Substitutions()
    text = RichText("Kế hoạch số 05/KH-THHP\nnăm học 2026\u00a0-\u00a02027 “…” – §")
    assert substitutions.apply(text) is text
    assert substitutions.warnings() == ()
