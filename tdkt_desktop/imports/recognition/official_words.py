"""The words by which the parts of an official document are known."""

from __future__ import annotations

import re
from typing import Final

from tdkt_desktop.documents.document import DocumentKind
from tdkt_desktop.vietnamese.text import fold

KIND_TITLES: Final = {
    "ke hoach": DocumentKind.PLAN,
    "quyet dinh": DocumentKind.DECISION,
    "to trinh": DocumentKind.SUBMISSION,
    "bien ban": DocumentKind.MINUTES,
    "bao cao": DocumentKind.REPORT,
    "thong bao": DocumentKind.NOTICE,
    "giay moi": DocumentKind.INVITATION,
    "chuong trinh": DocumentKind.PLAN,
    "phuong an": DocumentKind.PLAN,
    "huong dan": DocumentKind.PLAN,
    "de an": DocumentKind.PLAN,
}
"""What may stand as the title, folded; other kinds of plan are plans."""

NATIONAL_NAME: Final = re.compile(
    r"c[ộo]ng\s*h[òoó][aà]?\s+x[ãa]\s+h[ộo]i\s+ch[ủu]\s+ngh[ĩi]a\s+vi[ệe]t\s+nam", re.IGNORECASE
)
MOTTO: Final = re.compile(
    r"đ[ộo]c\s+l[ậa]p\s*[-–—.]?\s*t[ựu]\s+do\s*[-–—.]?\s*h[ạa]nh\s+ph[úu]c", re.IGNORECASE
)
PARTY_NAME: Final = re.compile(r"đảng\s+cộng\s+sản\s+việt\s+nam$", re.IGNORECASE)
"""What stands above a paper of the Party, where others have the name of the state."""
NUMBER_LINE: Final = re.compile(
    r"[Ss][ốỐôÔoO]\s*[:.]?\s*(?P<value>[\d.…_ \t\u00a0]*)\s*"
    r"(?:/|(?P<dash>[-–])(?=\s?[A-ZĐ]{2,4}\s?/))\s*"
    r"(?P<symbol>[A-ZĐ][\w&]+(?:\s?[-_–/]\s?[A-ZĐ\d][\w&.]*)+|[A-ZĐ&]{2,}[\w-]*)"
)
NO_NUMBER: Final = re.compile(r"[Ss][ốỐ]\s*:[\s.…_/]*")
PLACE_DATE: Final = re.compile(
    r"(?P<place>[^\W\d_][^,;:\d]{0,60}?)?\s*,?\s*ng[àa]y(?:(?P<day>[\s.…_\d]{0,30}?)th[áa]ng(?P<month>[\s.…_\d]{0,30}?)"
    r"n[ăa]m\s*(?P<year>\d{4}|[.…_\s\d]{0,12})|\s*(?P<short>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}))\s*\.?",
    re.IGNORECASE,
)
ADDRESSEE: Final = re.compile(r"k[íi]nh\s+g[ửu]i\s*:?\s*", re.IGNORECASE)
RECIPIENTS: Final = re.compile(r"n[ơo]i\s+nh[ậa]n\s*(?::\s*|$)", re.IGNORECASE)
FILED: Final = re.compile(r"-?\s*l[ưu]u\s*[:.,;]?\s", re.IGNORECASE)
AUTHORITY: Final = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|Q)\s?\.?\s?[^\W\d_]{2,}", re.IGNORECASE)
_STRICT_AUTHORITY: Final = re.compile(r"(?:TM|KT|TL|TUQ)\s?\.\s?\w|T/M\s|K/T\s|Q\.\s?[A-ZĐ]{2,}")
OFFICES: Final = (
    "chu tich", "pho chu tich", "hieu truong", "pho hieu truong", "giam doc", "pho giam doc",
    "truong phong", "pho truong phong", "truong ban", "pho truong ban", "chanh van phong",
    "pho chanh van phong", "bi thu", "pho bi thu", "tong giam doc", "cuc truong", "vu truong",
    "truong doan", "thu ky", "chu toa", "chu tri", "chu nhiem", "pho chu nhiem", "to truong",
    "quyen hieu truong", "ke toan", "nguoi lap", "chi cuc truong", "tong phu trach",
    "bo truong", "thu truong", "truong cum", "pho truong cum", "cum truong", "khoi truong",
)  # fmt: skip
_SIGNING_HEADS: Final = (
    "tm ", "bch ", "ban chap hanh", "cong doan", "ban giam hieu", "duyet", "phe duyet", "xac nhan",
    "nguoi duyet", "chi bo", "chi doan", "doan thanh nien", "lien doi", "dai dien",
)  # fmt: skip
"""What stands above a signature and is no office of a person, folded."""
_SURNAMES: Final = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "an",
        "au",
        "bach",
        "be",
        "cao",
        "chau",
        "chu",
        "cu",
        "cung",
        "dam",
        "dao",
        "dau",
        "dinh",
        "doan",
        "dong",
        "giang",
        "ha",
        "han",
        "hua",
        "khuat",
        "kieu",
        "kim",
        "la",
        "lai",
        "lam",
        "lo",
        "loc",
        "luc",
        "luong",
        "luu",
        "lu",
        "ma",
        "mac",
        "mai",
        "nghiem",
        "nong",
        "ong",
        "phi",
        "phung",
        "quach",
        "quan",
        "son",
        "ta",
        "tang",
        "thach",
        "thai",
        "than",
        "tieu",
        "to",
        "ton",
        "tong",
        "trieu",
        "trinh",
        "truong",
        "tu",
        "vi",
        "vien",
        "vuong",
    ]
)
DRAFT_MARK: Final = re.compile(
    r"[\[(]?\s*(?:bản\s+)?dự\s+thảo(?:\s+lần)?(?:\s+(?:thứ\s+)?[\w/.]{1,10})?\s*[\])]?",
    re.IGNORECASE,
)
SIGNING_NOTE: Final = re.compile(
    r"[\[(]?\s*(?:đã\s+k[ýí]|(?:chữ\s+)?k[ýí]\b[^)\]]{0,50})\s*[\])]?\.?",
    re.IGNORECASE,
)
ANNEX: Final = re.compile(
    r"(?:danh\s+mục\s+)?ph[ụu]\s+l[ụu]c\b\s*(?:s[ốo]\s*)?(?P<number>[IVXivx]{1,5}|\d{1,2}|[A-Z])?(?![\w/])"
    r"\s*[.:)\-–—]?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
ANNEX_REFERENCE: Final = re.compile(
    r"[\[(]?\s*(?:ban\s+hành\s+)?k[èe]m\s+theo\b.*", re.IGNORECASE | re.DOTALL
)
GROUND: Final = re.compile(
    r"(?:căn\s+cứ\b|theo\s+(?:đề\s+nghị|chỉ\s+đạo|hướng\s+dẫn|tinh\s+thần|kế\s+hoạch|công\s+văn|quyết)"
    r"|xét\s+(?:đề\s+nghị|tình|điều|kết|nhu|yêu)"
    r"|(?:tiếp\s+tục\s+|tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai)\s+(?:theo\s+|nội\s+dung\s+|tinh\s+thần\s+)?"
    r"(?:kế\s+hoạch|chỉ\s+thị|công\s+văn|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|hướng\s+dẫn"
    r"|luật|đề\s+án|chương\s+trình|sự\s+chỉ\s+đạo|nhiệm\s+vụ|văn\s+bản|quy\s+chế|phương\s+hướng))",
    re.IGNORECASE,
)
NEXT_GROUND: Final = re.compile(r"[;.]\s+(?=Căn cứ\b|Xét đề nghị\b|Theo đề nghị\b)")
CLOSING: Final = re.compile(
    r"trên\s+đây\s+là|tr[êe]n\s+c[ơo]\s+s[ởo]\s+k[ếe]\s+ho[ạa]ch|yêu\s+cầu\s+(?:các|toàn|cán)"
    r"|đề\s+nghị\s+(?:các|toàn|cán|thủ)|kế\s+hoạch\s+này|trong\s+quá\s+trình\s+(?:triển|thực|tổ)"
    r"|nhận\s+được\s+kế\s+hoạch|căn\s+cứ\s+(?:vào\s+)?kế\s+hoạch\s+này|mọi\s+vướng\s+mắc"
    r"|.{3,90}?\s(?:đề\s+nghị|yêu\s+cầu)\s.{3,}?kế\s+hoạch",
    re.IGNORECASE | re.DOTALL,
)
NAMED_SUBJECT: Final = re.compile(
    r"(?:ban\s+hành|xây\s+dựng|trên\s+đây\s+là|lập)\s+kế\s+hoạch\s+"
    r"(?P<subject>[^;.:/]{4,200}?năm(?:\s+học)?\s+\d{4}(?:\s*[-–]\s*\d{4})?)",
    re.IGNORECASE,
)
BODY_WORDS: Final = (
    "ubnd", "uy ban", "so ", "phong ", "truong ", "hoi dong", "bo ", "ban ", "trung tam",
    "cong doan", "dang uy", "doan ", "lien doan", "ldld", "cdcs",
    "cum ", "to ", "chi bo", "dang bo", "cuc ",
)  # fmt: skip


def is_authority(text: str) -> bool:
    """Tell whether a line is `TM. …` or `KT. …`, the power by which somebody signs."""
    return bool(_STRICT_AUTHORITY.match(text)) and len(text.split()) <= _LONGEST_TITLE


def is_office(text: str) -> bool:
    """Tell whether a line names the office of a signer."""
    folded = fold(text).strip(" .:,")
    short = len(folded.split()) <= _LONGEST_TITLE
    return short and any(folded == o or folded.startswith(o + " ") for o in OFFICES)


def is_person(text: str) -> bool:
    """Tell whether a line looks like a person's name: two to six words, each with a capital."""
    bare = re.sub(r"^(?:(?:ThS|TS|PGS|GS|CN|NGƯT|NGND)\s*\.\s*)+", "", text.strip(" .,;"))
    parts = bare.split()
    return 2 <= len(parts) <= _LONGEST_NAME and all(
        part[0].isupper() and _APOSTROPHES.sub("", part).isalpha() for part in parts
    )


def is_name(text: str) -> bool:
    """Tell whether a line is surely a person's name; in capitals only with a known surname."""
    surname = fold(text.strip()).partition(" ")[0]
    return is_person(text) and (not text.isupper() or surname in _SURNAMES)


def opens_signature(text: str) -> bool:
    """Tell whether a line stands above a signature: a power, an office, or a body in capitals."""
    if is_authority(text):
        return True
    heads = fold(text).replace(".", " ").startswith(_SIGNING_HEADS)
    return text.isupper() and (is_office(text) or (heads and len(text.split()) <= _LONGEST_TITLE))


_APOSTROPHES = re.compile(r"[’‘'-]")
_LONGEST_TITLE = 14
_LONGEST_NAME = 6
