"""Vietnamese typed with the fonts of before Unicode: TCVN3 (ABC, .VnTime) and VNI (VNI-Times)."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final


class LegacyCode(StrEnum):
    """An old way to put Vietnamese letters into the places of Latin ones."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


_TCVN3_BYTES: Final = bytes.fromhex(
    "A1A2A3A4A5A6A7 A8A9AAABACADAE B5B6B7B8B9 BBBCBDBEC6 C7C8C9CACB"
    "CCCECFD0D1 D2D3D4D5D6 D7D8DCDDDE DFE1E2E3E4 E5E6E7E8E9 EAEBECEDEE"
    "EFF1F2F3F4 F5F6F7F8F9 FAFBFCFDFE"
)
_TCVN3_LETTERS: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ" "àảãáạằẳẵắặầẩẫấậ" "èẻẽéẹềểễếệìỉĩíị" "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)  # fmt: skip
_TCVN3: Final = dict(zip(_TCVN3_BYTES, _TCVN3_LETTERS, strict=True))
"""Code point of the look-alike in Latin-1 -> letter. The tones of capitals are small letters in a
font of capitals (.VnTimeH)."""

_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_VNI_MARKS: Final = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS: Final = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI_PAIR: Final = re.compile(
    f"([aeiouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE
)

_UNICODE_ONLY: Final = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")

# Words of official Vietnamese whose letters differ in every code; enough to tell codes apart.
_COMMON_TEXT: Final = (
    "và của các được có cho trong thi thưởng năm học trường công tác thực hiện kế hoạch hội đồng "
    "giáo dục đào tạo nhà nước về với những để đến ngày tháng số nội dung nhiệm vụ tổ chức thời "
    "độc lập tự hạnh phúc cộng hoà hòa xã chủ nghĩa việt lượng chất đơn vị cán bộ sở phòng căn cứ "
    "mục đích yêu cầu điều quyết định nghị đua khen"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMON_WORDS: Final = frozenset(_WORD.findall(_COMMON_TEXT))
_SAMPLE: Final = 20_000


def from_tcvn3(text: str) -> str:
    """Return the letters that text in a TCVN3 font shows."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return the letters that text in a VNI font shows."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def is_legacy_font(font: str) -> bool:
    """Tell whether a font shows Vietnamese in the places of Latin letters, by its name."""
    return font.rpartition("+")[2].casefold().startswith((".vn", "vni-", "vni "))


def is_unicode(text: str) -> bool:
    """Tell whether a text has letters that only Unicode has: its font's name means nothing then."""
    return bool(_UNICODE_ONLY.search(text))


def from_font(text: str, font: str) -> str:
    """Return what `text` shows in an old font."""
    name = font.rpartition("+")[2].casefold()
    if not name.startswith(".vn"):
        return from_vni(text)
    shown = from_tcvn3(text)
    return shown.upper() if name.endswith("h") else shown


def vietnamese_score(text: str) -> float:
    """Return which share of the words of `text` are common Vietnamese words with diacritics."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    hits = sum(word in _COMMON_WORDS and not word.isascii() for word in words)
    return hits / len(words) if words else 0.0


def legacy_code(text: str) -> LegacyCode | None:
    """Return the old code in which `text`, wrongly read as Latin, was typed; None if in none."""
    best = vietnamese_score(text)
    found = None
    for code in LegacyCode:
        score = vietnamese_score(decode(text, code))
        if score > max(2 * best, 0.05):
            best, found = score, code
    return found


def decode(text: str, code: LegacyCode) -> str:
    """Return the letters that text of an old code shows."""
    return from_tcvn3(text) if code is LegacyCode.TCVN3 else from_vni(text)


def _vni_letter(found: re.Match[str]) -> str:
    base, mark, alone = found.groups()
    if alone:
        letter = _VNI_LETTERS[alone.lower()]
        return letter.upper() if alone.isupper() else letter
    carrier = _VNI_LETTERS.get(base.lower(), base.lower())
    letter = unicodedata.normalize("NFC", carrier + _VNI_MARKS[mark.lower()])
    return letter.upper() if base.isupper() else letter
