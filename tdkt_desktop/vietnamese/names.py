"""Personal names: their parts, their capitals, and the titles that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tdkt_desktop.vietnamese.text import NBSP, clean_line, fold

# Family names of two syllables; everything else has one.
_LONG_FAMILIES = frozenset({"ton that", "ton nu", "au duong", "hoang phu"})
# Longer titles stand first, since the first that fits is taken.
_DEGREES = (
    r"phó\s+giáo\s+sư|giáo\s+sư|tiến\s+s[ĩỹ](?:\s+khoa\s+học)?|thạc\s+s[ĩỹ]|cử\s+nhân|bác\s+s[ĩỹ]|"
    r"kỹ\s+sư|luật\s+sư|nhà\s+giáo\s+nhân\s+dân|nhà\s+giáo\s+ưu\s+tú|anh\s+hùng\s+lao\s+động|"
    r"p\.?gs|gs|ts\.?kh|ts|th\.?s|bs(?:ck)?|ks|ls|cn|ngnd|ngưt|nsnd|nsưt"
)
_DEGREE = re.compile(rf"^(?:{_DEGREES})(?:[.,:;\-–/]+\s*|\s+)", re.IGNORECASE)
_DEGREE_AFTER = re.compile(rf"\s*[,(–-]\s*(?:{_DEGREES})\.?\s*\)?$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:ông\s*(?:/\s*bà|\(\s*bà\s*\))|ông|bà|thầy\s+giáo|cô\s+giáo|thầy|cô|đồng\s+chí|đ\s*/\s*c)"
    r"(?:[.,:]\s*|\s+)(?=\S+\s+\S)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ONE_LETTER_PREFIX = re.compile(r"\b[^\W\d_]['’]$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name in its three parts; each may be empty."""

    family: str
    middle: str
    given: str

    @property
    def full(self) -> str:
        """Return the parts as one name."""
        return " ".join(part for part in (self.family, self.middle, self.given) if part)


def split_name(full_name: str) -> PersonName:
    """Split a name into family, middle and given name; a single word is a given name."""
    words = clean_line(full_name).replace(NBSP, " ").split()
    if len(words) < 2:
        return PersonName("", "", "".join(words))
    long = len(words) > 2 and fold(" ".join(words[:2])) in _LONG_FAMILIES
    cut = 2 if long else 1
    return PersonName(" ".join(words[:cut]), " ".join(words[cut:-1]), words[-1])


def title_case(full_name: str) -> str:
    """Return a name with a capital at each syllable: "NGUYỄN THỊ LÊ" as "Nguyễn Thị Lê"."""
    return _WORD.sub(_capitalised, clean_line(full_name))


def _capitalised(match: re.Match[str]) -> str:
    """Return one word with its capital; after an apostrophe only in names such as H'Hen."""
    before = match.string[: match.start()]
    follows_apostrophe = before.endswith(("'", "’"))
    if follows_apostrophe and not _ONE_LETTER_PREFIX.search(before):
        return match[0].lower()
    return match[0][0].upper() + match[0][1:].lower()


def strip_titles(name: str) -> str:
    """Return the name without degrees and honours, which official signatures leave out.

    Decree 30/2020 (annex I, II.7.c) wants the bare name under a signature.
    """
    name = clean_line(name)
    while (shorter := _DEGREE_AFTER.sub("", _DEGREE.sub("", name))) not in (name, ""):
        name = shorter
    return name


def has_titles(name: str) -> bool:
    """Tell whether a degree or an honour stands at the name."""
    return strip_titles(name) != clean_line(name)


def strip_address(name: str) -> str:
    """Return the name without ông, bà, thầy, cô, đồng chí and without degrees.

    At least two words must follow, since "Ông" is also a (rare) family name.
    """
    return strip_titles(_ADDRESS.sub("", clean_line(name), count=1))
