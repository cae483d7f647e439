"""The named styles of our Word files: one for each role, so that a file can be read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX: Final = "Tdkt"
RULE_STYLE: Final = "TdktRule"
"""The paragraph that carries nothing but a drawn line."""
SPACER_STYLE: Final = "TdktSpacer"
"""The tiny paragraph that Word asks for after a table."""

STYLE_IDS: Final[Mapping[Role, str]] = {
    role: _PREFIX + "".join(part.capitalize() for part in role.value.split("-")) for role in Role
}
"""Style id of each role: `heading-roman` is `TdktHeadingRoman`."""
ROLES_BY_STYLE: Final[Mapping[str, Role]] = {style: role for role, style in STYLE_IDS.items()}
"""The role that a style id stands for."""

STYLE_NAMES: Final[Mapping[Role, str]] = {
    Role.NATIONAL_NAME: "TĐKT Quốc hiệu",
    Role.MOTTO: "TĐKT Tiêu ngữ",
    Role.PARENT_BODY: "TĐKT Cơ quan chủ quản",
    Role.ISSUING_BODY: "TĐKT Cơ quan ban hành",
    Role.NUMBER: "TĐKT Số và ký hiệu",
    Role.PLACE_DATE: "TĐKT Địa danh và thời gian",
    Role.TITLE: "TĐKT Tên loại văn bản",
    Role.SUBJECT: "TĐKT Trích yếu",
    Role.ADDRESSEE: "TĐKT Kính gửi",
    Role.GROUND: "TĐKT Căn cứ",
    Role.AUTHORITY: "TĐKT Thẩm quyền ban hành",
    Role.RESOLUTION: "TĐKT Quyết định",
    Role.PREAMBLE: "TĐKT Mở đầu",
    Role.HEADING_PART: "TĐKT Phần",
    Role.HEADING_ROMAN: "TĐKT Đề mục I.",
    Role.HEADING_ARABIC: "TĐKT Đề mục 1.",
    Role.HEADING_DECIMAL: "TĐKT Đề mục 1.1.",
    Role.HEADING_LETTER: "TĐKT Đề mục a)",
    Role.CLAUSE_ARTICLE: "TĐKT Điều",
    Role.CLAUSE_ARABIC: "TĐKT Khoản 1.",
    Role.CLAUSE_DECIMAL: "TĐKT Khoản 1.1.",
    Role.CLAUSE_LETTER: "TĐKT Điểm a)",
    Role.CLAUSE_DASH: "TĐKT Gạch đầu dòng",
    Role.CLAUSE_PLUS: "TĐKT Dấu cộng",
    Role.PARAGRAPH: "TĐKT Đoạn văn",
    Role.CLOSING: "TĐKT Đoạn kết",
    Role.TABLE_HEAD: "TĐKT Đầu bảng",
    Role.TABLE_GROUP: "TĐKT Nhóm trong bảng",
    Role.TABLE_CELL: "TĐKT Ô bảng",
    Role.SIGNING_AUTHORITY: "TĐKT Quyền hạn ký",
    Role.SIGNER_TITLE: "TĐKT Chức vụ người ký",
    Role.SIGNER_OFFICE: "TĐKT Chức vụ chính quyền",
    Role.SIGNER_NAME: "TĐKT Họ tên người ký",
    Role.RECIPIENTS_HEAD: "TĐKT Nơi nhận",
    Role.RECIPIENT: "TĐKT Dòng nơi nhận",
    Role.ANNEX_LABEL: "TĐKT Phụ lục",
    Role.ANNEX_TITLE: "TĐKT Tên phụ lục",
    Role.ANNEX_REFERENCE: "TĐKT Dòng kèm theo",
    Role.PAGE_NUMBER: "TĐKT Số trang",
}
"""The name of each style as Word shows it; these are names in a file, not words of the window."""
RULE_NAME: Final = "TĐKT Đường kẻ"
SPACER_NAME: Final = "TĐKT Đoạn đệm"

OUTLINE: Final[Mapping[Role, int]] = {
    Role.HEADING_PART: 0,
    Role.ANNEX_LABEL: 0,
    Role.HEADING_ROMAN: 1,
    Role.HEADING_ARABIC: 2,
    Role.HEADING_DECIMAL: 3,
    Role.HEADING_LETTER: 4,
}
"""Depth in Word's navigation pane, from 0."""
