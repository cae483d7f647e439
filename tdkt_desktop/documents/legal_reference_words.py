"""The words by which references to documents are known, as pieces of regular expressions."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    "Văn bản hợp nhất", "Thông tư liên tịch", "Hướng dẫn liên ngành", "Kế hoạch liên tịch",
    "Nghị quyết liên tịch", "Chương trình hành động", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết",
    "Nghị định", "Quyết định", "Thông tư", "Chỉ thị", "Kế hoạch", "Công văn", "Công điện",
    "Hướng dẫn", "Chương trình", "Đề án", "Thông báo", "Kết luận", "Quy định", "Quy chế",
    "Tờ trình", "Báo cáo", "Văn bản", "Lệnh",
)  # fmt: skip
_KIND_BY_SYMBOL: Final = {
    "KH": "Kế hoạch", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "QĐ": "Quyết định", "NQ": "Nghị quyết", "CT": "Chỉ thị", "HD": "Hướng dẫn", "TB": "Thông báo",
    "KL": "Kết luận", "CTR": "Chương trình", "BC": "Báo cáo", "TTR": "Tờ trình", "ĐA": "Đề án",
    "QC": "Quy chế", "CĐ": "Công điện", "VBHN": "Văn bản hợp nhất", "KHLT": "Kế hoạch liên tịch",
}  # fmt: skip
_BODIES: Final = (
    "Trường", "Nhà trường", "nhà trường", "trường", "Hội đồng", "UBND", "Ủy ban", "Uỷ ban", "Sở",
    "Phòng", "Ban", "Công đoàn", "Đảng uỷ", "Đảng ủy", "Chi bộ", "Liên đoàn",
)  # fmt: skip
_SUBJECT_OPENINGS: Final = (
    "về", "ban hành", "quy định", "phát động", "triển khai", "hướng dẫn", "sửa đổi", "bổ sung",
    "phê duyệt", "thực hiện", "tổ chức", "tổng kết", "công bố", "giao", "đẩy mạnh", "tiếp tục",
    "chỉ đạo", "công nhận", "kiện toàn", "thành lập", "điều chỉnh", "tăng cường", "v/v", "V/v",
    "đổi mới", "nâng cao", "hợp nhất", "bãi bỏ", "thay thế", "xét", "tặng", "phân công", "đề nghị",
)  # fmt: skip
_AFTER_LAW_NAME: Final = (
    "số", "ngày", "năm", "của", "được", "cho", "đến", "tới", "trong", "theo", "tại", "đã", "để",
    "nhằm", "đối với", "hiện hành", "có hiệu lực", "do", "khi", "phải", "quy định", "sửa đổi",
    "và các", "và những", "và nhà trường",
)  # fmt: skip

_UPPER: Final = "A-ZĐĂÂÊÔƠƯ"
_TOKEN: Final = rf"[{_UPPER}][\w&]*"
_SPACED: Final = rf"\s?[-–/_]\s?[{_UPPER}]{{2,}}(?!\w)"


def one_of(words: tuple[str, ...]) -> str:
    """Return a pattern for one of several words or phrases, any white space between them."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + ")"


def _either_case(words: tuple[str, ...]) -> str:
    """Return a pattern for phrases whose first letter may be small."""
    return one_of(tuple(form for word in words for form in (word, word[0].lower() + word[1:])))


KIND: Final = rf"(?:\b{_either_case(_KINDS)}\b)"
LAW: Final = r"\b(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\b"
_SYMBOL_REST: Final = rf"(?:[-–/_]{_TOKEN}|{_SPACED})*"
NUMBER: Final = (
    rf"\d{{1,5}}[a-z]?(?:(?:\s?/\s?(?:19|20)\d\d)?\s?/\s?{_TOKEN}{_SYMBOL_REST}"
    rf"|\s?[-–]\s?{_TOKEN}\s?/\s?{_TOKEN}{_SYMBOL_REST})"
)
BODY: Final = one_of(_BODIES)
SUBJECT_OPENING: Final = one_of(_SUBJECT_OPENINGS)
SUBJECT_GOES_ON: Final = one_of(("quy định", "hướng dẫn", "ban hành", "sửa đổi", "bổ sung"))
AFTER_LAW_NAME: Final = one_of(_AFTER_LAW_NAME)
NEXT_REFERENCE: Final = rf"(?:,|\bvà|\bcùng)\s+(?:các\s+)?(?:{KIND}\s+(?:số\s|\d)|{LAW}|số\s+\d)"
SENTENCE_END: Final = r"(?<!\bTP)(?<!\bQ)(?<!\bP)\.+(?=\s|$)"
LEAD: Final = (
    r"[-+•*\s]*(?:[Tt]iếp\s+tục\s+)?"
    r"(?:[Cc]ăn\s+cứ|[Tt]hực\s+hiện|[Tt]heo|[Xx]ét|[Tt]riển\s+khai|[Tt]hi\s+hành|[Cc]hấp\s+hành"
    r"|[Đđ]ể|[Nn]hằm|[Tt]rên\s+cơ\s+sở)\b"
)

_NAMES: Final = {kind.lower(): kind for kind in _KINDS}
_SYMBOL_START = re.compile(r"^\d+[a-z]?(?:/\d{4})?[-/]([^\W\d_]+)")


def kind_name(written: str) -> str:
    """Return the name of a kind in its usual spelling."""
    return _NAMES[" ".join(written.split()).lower()]


def kind_of_number(number: str, before: str) -> str:
    """Return the kind that a number tells, else the kind `before` it, else an official letter."""
    found = _SYMBOL_START.match(number)
    symbol = found[1].upper() if found else ""
    if symbol.startswith("QH"):
        return "Luật"
    return _KIND_BY_SYMBOL.get(symbol) or before or "Công văn"
