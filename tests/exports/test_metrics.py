"""Widths are those of the bundled faces, and the faces hold every Vietnamese letter."""

from __future__ import annotations

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.exports.metrics import FACE_FILES, face, text_width, word_widths
from tdkt_desktop.resources import resource

VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES) + "đĐ"
)
ASCII = "".join(map(chr, range(32, 127)))
OTHERS = "\u00a0–—“”‘’…•×°§"


@pytest.mark.parametrize(("bold", "italic"), FACE_FILES)
def test_widths_agree_with_another_reader_of_the_same_faces(bold: bool, italic: bool) -> None:
    path = resource("fonts", FACE_FILES[bold, italic])
    font = TTFont(f"judge-{bold}-{italic}", str(path))
    for char in ASCII + LETTERS + OTHERS:
        expected = font.stringWidth(char, 1000)
        assert face(bold, italic).char_width(char) * 1000 == pytest.approx(expected, abs=1), char


@pytest.mark.parametrize(("bold", "italic"), FACE_FILES)
def test_no_vietnamese_letter_is_missing(bold: bool, italic: bool) -> None:
    assert [char for char in LETTERS if not face(bold, italic).glyph(char)] == []
    assert face(bold, italic).glyph("☐") == 0
    assert face(bold, italic).glyph("\U0001f600") == 0


def test_the_motto_is_as_long_as_it_was_measured_to_be() -> None:
    motto = "Độc lập - Tự do - Hạnh phúc"
    assert text_width(motto, 14, bold=True) == pytest.approx(60.5, abs=0.1)
    assert text_width(motto, 13, bold=True) == pytest.approx(56.1, abs=0.1)


def test_words_are_measured_in_the_face_of_their_marks() -> None:
    ((plain, marked),) = word_widths(RichText.from_markup("iii **iii**"), 12)
    assert plain == pytest.approx(text_width("iii", 12))
    assert marked == pytest.approx(text_width("iii", 12, bold=True))
    assert [len(line) for line in word_widths(RichText("a b\n\nc"), 12)] == [2, 1, 1]
