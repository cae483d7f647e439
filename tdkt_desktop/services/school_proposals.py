"""What can be guessed of a school from the little that somebody has said: a help, never a rule."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.body_names import name_in_sentence
from tdkt_desktop.i18n import _
from tdkt_desktop.services.school_profile import SchoolLevel
from tdkt_desktop.vietnamese.names import strip_address, title_case
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.services.school_profile import SchoolProfile

_SHAPES: Final = frozenset("\u0302\u0306\u031b")
_QUOTES: Final = "\"'“”‘’.,;:()"
_LEVEL_WORDS: Final = (
    (SchoolLevel.NURSERY, re.compile(r"\b(mam non|mau giao|nha tre|mn|mg)\b")),
    (SchoolLevel.PRIMARY, re.compile(r"\b(tieu hoc|th)\b")),
    (SchoolLevel.LOWER_SECONDARY, re.compile(r"\b(trung hoc co so|thcs)\b")),
    (SchoolLevel.UPPER_SECONDARY, re.compile(r"\b(trung hoc pho thong|thpt)\b")),
)
_SHORT_FORMS: Final = (
    ("Trung học phổ thông", "THPT"),
    ("Trung học cơ sở", "THCS"),
    ("Tiểu học", "TH"),
    ("Mầm non", "MN"),
    ("Mẫu giáo", "MG"),
    ("Phổ thông dân tộc bán trú", "PTDTBT"),
    ("Phổ thông dân tộc nội trú", "PTDTNT"),
)
_COMMITTEE: Final = re.compile(r"^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s*", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(
    r"^Sở\s+(?:Giáo dục và Đào tạo|Giáo dục & Đào tạo|GD\s?&\s?ĐT|GDĐT)\s*", re.IGNORECASE
)
_BODY: Final = re.compile(r"^(UBND|Ủy ban|Uỷ ban|Sở|Phòng|Trường|Đại học|Bộ)\b", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(phường|xã|đặc khu|thị trấn|thị xã|tỉnh|thành phố|tp\.?|quận|huyện)\s+(.+)$", re.IGNORECASE
)
# Units named after a person or by a number are written with their kind (NĐ 30, PL I, II.4.a).
_FULL_NAMES: Final = frozenset({"ho chi minh"})
_STUBS: Final = frozenset({"ubnd", "uy ban nhan dan", "so giao duc va dao tao", "so gddt"})
_STUB_UNITS: Final = frozenset({"", "phuong", "xa", "dac khu", "tinh", "thanh pho", "thi tran"})


def tidy_body(text: str) -> str:
    """Return a body's name as a sentence writes it, whether typed in capitals or without any."""
    name = clean_line(text)
    if name and name == name.lower():
        name = name.upper()
    written = name_in_sentence([name]).replace("Đặc Khu", "đặc khu")
    return written if _UNIT.match(written) else f"{written[:1].upper()}{written[1:]}"


def tidy_person(text: str) -> str:
    """Return a person's name with its capitals and without degrees or forms of address."""
    name = strip_address(text)
    return title_case(name) if name in (name.upper(), name.lower()) else name


def level_of(name: str) -> SchoolLevel | None:
    """Return the level that a school's name tells, None where it tells none."""
    folded = fold(name)
    found = [level for level, words in _LEVEL_WORDS if words.search(folded)]
    if len(found) > 1:
        return SchoolLevel.COMBINED
    return found[0] if found else None


def abbreviation_of(name: str) -> str:
    """Return the initials that stand in the symbol of a document: `THHP`, `TH&THCSBM` (L23)."""
    words = [word.strip(_QUOTES) for word in tidy_body(name).replace("-", " ").split()]
    if words and fold(words[0]) == "truong":
        words = words[1:]
    return "".join(map(_initial, words))


def _initial(word: str) -> str:
    if fold(word) in ("va", "&"):
        return "&"
    if word[:1].isdecimal():
        return "".join(filter(str.isdecimal, word))
    if len(word) > 1 and word.isupper():
        return word
    letter = unicodedata.normalize("NFD", word[:1].upper())
    return unicodedata.normalize("NFC", letter[:1] + "".join(_SHAPES.intersection(letter[1:])))


def short_name_of(name: str) -> str:
    """Return the name as it is said where it comes again: "Trường TH Hoa Phượng"."""
    short = tidy_body(name)
    for long, form in _SHORT_FORMS:
        short = re.sub(rf"\b{long}\b", form, short, flags=re.IGNORECASE)
    return re.sub(r"\b([A-Z]+) và ([A-Z]+)\b", r"\1&\2", short)


def is_under_department(level: SchoolLevel, name: str = "") -> bool:
    """Tell whether a Sở stands above the school, as it does above every upper secondary one."""
    folded = fold(name)
    combined = level is SchoolLevel.COMBINED and _LEVEL_WORDS[3][1].search(folded) is not None
    return level is SchoolLevel.UPPER_SECONDARY or combined


def parent_stub(level: SchoolLevel, name: str = "") -> str:
    """Return how the parent body's name begins, to be completed by the person."""
    return "Sở Giáo dục và Đào tạo " if is_under_department(level, name) else "UBND phường "


def parent_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the parent body's lines, tidied; a name that was only begun is none."""
    tidied = tuple(filter(None, map(tidy_body, lines)))
    return () if len(tidied) == 1 and _is_stub(tidied[0]) else tidied


def _is_stub(line: str) -> bool:
    folded = fold(line)
    begun = next((stub for stub in _STUBS if folded.startswith(stub)), "")
    return bool(begun) and folded.removeprefix(begun).strip() in _STUB_UNITS


def direct_parent(lines: Sequence[str]) -> str:
    """Return the body right above: the last one named, its broken name on one line again."""
    starts = [place for place, line in enumerate(lines) if _BODY.match(line)]
    return " ".join(lines[starts[-1] if starts else 0 :])


def parent_name_of(lines: Sequence[str]) -> str:
    """Return the direct parent as running text names it, "Uỷ ban nhân dân phường …"."""
    name = direct_parent(lines)
    name = _COMMITTEE.sub("Uỷ ban nhân dân ", name)
    return _DEPARTMENT.sub("Sở Giáo dục và Đào tạo ", name).strip()


def place_of(lines: Sequence[str]) -> str:
    """Return the place that stands before the date, from the parent body's name (L24)."""
    name = direct_parent(lines)
    found = (_UNIT.search(one) for one in (name, *reversed(lines)))
    unit = next(filter(None, found), None)
    if unit is None:
        return _DEPARTMENT.sub("", name).strip() if _DEPARTMENT.match(name) else ""
    kind, proper = unit[1], unit[2].strip()
    if fold(kind).rstrip(".") == "tp":
        kind = "thành phố"
    whole = proper.isdecimal() or fold(proper) in _FULL_NAMES
    return f"{kind[:1].upper()}{kind[1:].lower()} {proper}" if whole else proper


def education_authority_of(lines: Sequence[str]) -> str:
    """Return who is in charge of education there: the ward's office, or the Sở itself."""
    name = direct_parent(lines)
    if _DEPARTMENT.match(name):
        return parent_name_of(lines)
    unit = _COMMITTEE.sub("", name).strip()
    below = fold(unit).startswith(("phuong", "xa ", "dac khu"))
    return f"Phòng Văn hoá - Xã hội {unit}" if _COMMITTEE.match(name) and below else ""


def recipients_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the usual recipients of a plan of emulation work."""
    parent = direct_parent(lines)
    above = (_("{body} (để b/c)").format(body=parent),) if parent else ()
    return (
        *above,
        "Các thành viên Hội đồng TĐKT (để t/h)",
        "Các tổ chuyên môn, tổ Văn phòng (để t/h)",
        "Lưu: VT, HĐTĐKT",
    )


def propose(profile: SchoolProfile, own: frozenset[str]) -> SchoolProfile:
    """Return the profile with everything filled in that follows from what the person said.

    `own` names the fields that somebody has written; those are never touched.
    """
    told_level = level_of(profile.official_name)
    lines = profile.parent_body
    guesses: dict[str, object] = {
        "level": told_level or profile.level,
        "abbreviation": abbreviation_of(profile.official_name),
        "short_name": short_name_of(profile.official_name),
        "parent_name": parent_name_of(lines),
        "education_authority": education_authority_of(lines),
        "place": place_of(lines),
        "recipients": recipients_of(lines) if profile.official_name else (),
    }
    wanted = {name: value for name, value in guesses.items() if name not in own}
    return replace(profile, **wanted)  # type: ignore[arg-type] # fields by name
