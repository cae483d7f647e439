"""The names of what a paragraph may be, and the ladder of levels, for the review of an import."""

from __future__ import annotations

from typing import Final

from tdkt_desktop.documents.roles import CLAUSE_ROLES, HEADING_ROLES, Role
from tdkt_desktop.i18n import N_

TEXT_ROLES: Final = {
    Role.HEADING_PART: N_("Phần I."),
    Role.HEADING_ROMAN: N_("Mục I."),
    Role.HEADING_ARABIC: N_("Mục 1."),
    Role.HEADING_DECIMAL: N_("Mục 1.1."),
    Role.HEADING_LETTER: N_("Mục a)"),
    Role.CLAUSE_ARABIC: N_("Khoản 1."),
    Role.CLAUSE_DECIMAL: N_("Khoản 1.1."),
    Role.CLAUSE_LETTER: N_("Điểm a)"),
    Role.CLAUSE_DASH: N_("Gạch đầu dòng"),
    Role.CLAUSE_PLUS: N_("Dấu cộng"),
    Role.PARAGRAPH: N_("Đoạn văn"),
}
"""What a paragraph of the text or of an annex may be."""

PART_ROLES: Final = {
    Role.PARENT_BODY: N_("Cơ quan chủ quản"),
    Role.ISSUING_BODY: N_("Cơ quan ban hành"),
    Role.NUMBER: N_("Số, ký hiệu"),
    Role.PLACE_DATE: N_("Nơi và ngày"),
    Role.TITLE: N_("Tên loại"),
    Role.SUBJECT: N_("Trích yếu"),
    Role.ADDRESSEE: N_("Kính gửi"),
    Role.GROUND: N_("Căn cứ"),
    Role.PREAMBLE: N_("Đoạn mở đầu"),
    Role.CLOSING: N_("Đoạn kết"),
    Role.SIGNING_AUTHORITY: N_("Quyền hạn ký"),
    Role.SIGNER_TITLE: N_("Chức vụ"),
    Role.SIGNER_OFFICE: N_("Chức danh"),
    Role.SIGNER_NAME: N_("Người ký"),
    Role.RECIPIENT: N_("Nơi nhận"),
}
"""What a paragraph of the main document may be besides."""

ANNEX_ROLES: Final = {
    Role.ANNEX_TITLE: N_("Tên phụ lục"),
    Role.ANNEX_REFERENCE: N_("Dòng kèm theo"),
}
"""What a paragraph of an annex may be besides."""

FIXED_ROLES: Final = {
    Role.RECIPIENTS_HEAD: N_("Chữ “Nơi nhận”"),
    Role.ANNEX_LABEL: N_("Chữ “Phụ lục”"),
    Role.NATIONAL_NAME: N_("Quốc hiệu"),
    Role.MOTTO: N_("Tiêu ngữ"),
}
"""Parts that the program writes itself; a row may be one, but nothing is turned into one."""

ROLE_NAMES: Final = {**TEXT_ROLES, **PART_ROLES, **ANNEX_ROLES, **FIXED_ROLES}

_HEADINGS: Final = tuple(HEADING_ROLES.values())
_CLAUSES: Final = tuple(CLAUSE_ROLES.values())


def choices(*, in_annex: bool) -> tuple[Role, ...]:
    """Return what a paragraph may be turned into, where it stands."""
    return (*TEXT_ROLES, *(ANNEX_ROLES if in_annex else PART_ROLES))


def leveled(role: Role | None, step: int) -> Role | None:
    """Return the role one level deeper (step 1) or higher (-1); None where there are no levels.

    Titles go down to clauses and clauses up to titles, so that Tab alone reaches every level.
    """
    if role is Role.PARAGRAPH:
        return Role.CLAUSE_DASH if step > 0 else Role.CLAUSE_LETTER
    if role in _HEADINGS:
        place = _HEADINGS.index(role) + step
        return _HEADINGS[max(place, 0)] if place < len(_HEADINGS) else Role.CLAUSE_DASH
    if role in _CLAUSES:
        place = _CLAUSES.index(role) + step
        return _CLAUSES[min(place, len(_CLAUSES) - 1)] if place >= 0 else Role.HEADING_ROMAN
    return None
