"""Knows the headings of staff lists, however they are worded, capitalised or accented."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Field(StrEnum):
    """What a column of a staff list says."""

    ORDER = "order"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    BIRTH = "birth_date"
    BIRTH_OF_MEN = "birth_of_men"
    BIRTH_OF_WOMEN = "birth_of_women"
    SEX = "sex"
    IS_WOMAN = "is_woman"
    IS_MAN = "is_man"
    IDENTITY = "identity_number"
    GROUP = "group_name"
    POSITION = "position"
    JOB_TITLE = "job_title"
    PARTY = "party_member"
    MANAGER = "manager"
    DIRECT = "direct"
    SECTOR_SINCE = "sector_since"
    HIRED_ON = "hired_on"
    LEFT_ON = "left_on"
    LEFT_REASON = "left_reason"
    RETURNED_ON = "returned_on"
    SPECIAL_AREA = "special_area_years"
    QUALIFICATIONS = "qualifications"
    POLITICAL = "political_theory"
    NOTES = "notes"
    REASON = "reason"


_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SIGNS: Final = re.compile(r"[^a-z0-9]+")
# In order: the first pattern that is found decides, so what is narrower stands first.
_PATTERNS: Final[tuple[tuple[Field, tuple[str, ...]], ...]] = (
    (Field.REASON, (r"^ly do (khong|chua) nhap",)),
    (Field.BIRTH_OF_MEN, (r"^(ngay|nam|sinh)\b.*\bsinh (cua )?nam$", r"^sinh (cua )?nam$")),
    (Field.BIRTH_OF_WOMEN, (r"^(ngay|nam|sinh)\b.*\bsinh (cua )?nu$", r"^sinh (cua )?nu$")),
    (Field.BIRTH, (r"^(?!.*\b(noi|que|hoc|sinh vien|sinh hoat)\b).*\bsinh\b", r"^ns$", r"^dob$")),
    (Field.IS_WOMAN, (r"^(gioi tinh |phai )?nu$",)),
    (Field.IS_MAN, (r"^(gioi tinh |phai )?nam$",)),
    (Field.SEX, (r"^(gioi( tinh)?|phai|gt)( nam nu| nu nam)?$", r"^(nam nu|nu nam)$")),
    (Field.IDENTITY, (r"\b(cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh)\b",)),
    (Field.POLITICAL, (r"\b(llct|ly luan|chinh tri)\b(?!.*\bchuyen mon)",)),
    (Field.PARTY, (r"\b(dang vien|vao dang|ket nap)\b", r"^(dang|dv)$")),
    (
        Field.SECTOR_SINCE,
        (
            r"\b(vao|tuyen dung vao|trong) nganh\b",
            r"\bcong tac\b.*\bnganh\b",
            r"^nganh$",
            r"\bvao nghe\b",
            r"^(ngay|nam|thoi gian)( bat dau)? tuyen dung\b",
        ),
    ),
    (Field.RETURNED_ON, (r"\btro (lai|ve)\b",)),
    (Field.LEFT_REASON, (r"^ly do$", r"^ly do\b.*\b(nghi|chuyen|thoi)\b")),
    (
        Field.LEFT_ON,
        (
            r"\b(ngay|thoi gian|nam|tu)\b.*\b(nghi|chuyen (di|cong tac)|thoi viec|roi truong)\b",
            r"^(nghi huu|nghi viec|chuyen di)$",
        ),
    ),
    (
        Field.HIRED_ON,
        (
            r"\b(ve|vao|den|cong tac tai|nhan cong tac|nhan viec)\b.*\b(truong|don vi)\b",
            r"^truong$",
            r"^(ngay|nam) (ve|nhan) (cong tac|viec)$",
        ),
    ),
    (Field.SPECIAL_AREA, (r"\b(vung kho|dac biet kho khan|vung sau|hai dao|dbkk)\b",)),
    (Field.DIRECT, (r"^((nguoi )?lao dong |ld )?truc tiep$",)),
    (Field.MANAGER, (r"\bquan ly\b", r"^(cbql|doi tuong|loai lao dong)$")),
    (
        Field.QUALIFICATIONS,
        (
            r"\b(trinh do|bang cap|chuyen nganh|van bang|hoc van|cmnv|hoc vi)\b",
            r"^chuyen mon( nghiep vu)?( dao tao)?$",
        ),
    ),
    (Field.POSITION, (r"\b(chuc vu|nhiem vu|cong viec)\b", r"^cv$")),
    (
        Field.JOB_TITLE,
        (r"\b(chuc danh|nghe nghiep|ngach|cdnn|vi tri viec lam|vtvl)\b",),
    ),
    (
        Field.GROUP,
        (
            r"^(ten )?(to|nhom|bo phan|khoi|don vi|phong ban|ban)\b",
            r"\bto (chuyen mon|cm|van phong|bo mon|khoi)\b",
        ),
    ),
    (Field.FAMILY_NAME, (r"^ho( va| ten| va ten)? (chu )?(dem|lot)\b", r"^ho$")),
    (
        Field.FULL_NAME,
        (
            r"\bho( va)?( chu)?( dem)?( va)? ten\b",
            r"^ten (giao vien|nhan vien|can bo|gv|nv|cb|vien chuc|cong chuc|day du)\b",
            r"^(can bo|giao vien|vien chuc|nhan vien|cb|gv|nv|cbgvnv| )+$",
            r"^(full )?name$",
        ),
    ),
    (Field.GIVEN_NAME, (r"^ten( goi)?$",)),
    (Field.NOTES, (r"^ghi chu", r"^(gc|notes?)$")),
    (Field.ORDER, (r"^(stt|tt|so tt|so thu tu|thu tu|no|s tt)$",)),
)
_COMPILED: Final = tuple((field, re.compile("|".join(words))) for field, words in _PATTERNS)
_NAMES: Final = frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME})
_LONGEST: Final = 80


def heading_of(text: str) -> Field | None:
    """Return what a heading announces, None where it is none that is known."""
    if len(text) > _LONGEST:
        return None
    bare = plain(_ASIDE.sub(" ", text)) or plain(text)
    return next((field for field, pattern in _COMPILED if pattern.search(bare)), None)


def plain(text: str) -> str:
    """Return lower-case words without diacritics and signs."""
    return _SIGNS.sub(" ", fold(text)).strip()


def columns_of(headings: Sequence[str]) -> dict[int, Field]:
    """Return what each column says; of two columns with one meaning the first has it.

    "Họ và tên" over two columns is the family name with the middle name, and the given name.
    """
    found: dict[int, Field] = {}
    taken: set[Field] = set()
    for place, text in enumerate(headings):
        field = heading_of(text) if text else None
        if field is None:
            continue
        if field is Field.FULL_NAME and found.get(place - 1) is Field.FULL_NAME:
            found[place - 1], found[place] = Field.FAMILY_NAME, Field.GIVEN_NAME
            taken |= {Field.FAMILY_NAME, Field.GIVEN_NAME}
        elif field not in taken:
            found[place] = field
            taken.add(field)
    return found


def names_people(columns: Mapping[int, Field]) -> bool:
    """Tell whether columns say who a person is."""
    fields = set(columns.values())
    return Field.FULL_NAME in fields or {Field.FAMILY_NAME, Field.GIVEN_NAME} <= fields
