"""The columns of staff lists that go out, which are those that are understood when they come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.exports.sheet_table import Align, SheetColumn
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_views import SEX_NAMES
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.services.people_views import PersonData, Sex

YES, NO = N_("Có"), N_("Không")
MANAGER, DIRECT = N_("Quản lý"), N_("Trực tiếp")
IDENTITY: Final = "identity_number"
GROUP: Final = "group_name"
_DAY: Final = N_("Ghi dạng ngày/tháng/năm, ví dụ 05/9/1980.")


@dataclass(frozen=True, slots=True)
class PeopleColumn:
    """A column by the field it shows; its title is Vietnamese in every language, as files are."""

    field: str
    title: str
    width: float = 14.0
    align: Align = Align.LEFT
    choices: tuple[str, ...] = ()
    advice: str = ""


COLUMNS: Final = (
    PeopleColumn("full_name", "Họ và tên", 22, advice=N_("Họ, chữ đệm và tên trong một ô.")),
    PeopleColumn("birth_date", "Ngày sinh", 11, Align.CENTER, advice=_DAY),
    PeopleColumn("sex", "Giới tính", 7, Align.CENTER, tuple(SEX_NAMES.values())),
    PeopleColumn(
        IDENTITY, "Số định danh cá nhân", 15, Align.CENTER,
        advice=N_("Không bắt buộc. Ghi đủ 12 chữ số để lần sau khớp đúng người."),
    ),
    PeopleColumn(GROUP, "Tổ", 13, advice=N_("Tổ chưa có sẽ được tạo mới.")),
    PeopleColumn("position", "Chức vụ", 14, advice=N_("Ví dụ: Tổ trưởng, Giáo viên, Kế toán.")),
    PeopleColumn(
        "job_title", "Chức danh nghề nghiệp", 16, advice=N_("Ví dụ: Giáo viên tiểu học hạng III.")
    ),
    PeopleColumn("party_member", "Đảng viên", 7, Align.CENTER, (YES, NO)),
    PeopleColumn(
        "manager", "Quản lý hay trực tiếp", 10, Align.CENTER, (MANAGER, DIRECT),
        N_("Quản lý: hiệu trưởng, phó hiệu trưởng. Trực tiếp: những người khác."),
    ),
    PeopleColumn("sector_since", "Ngày vào ngành", 11, Align.CENTER, advice=_DAY),
    PeopleColumn("hired_on", "Ngày về trường", 11, Align.CENTER, advice=_DAY),
    PeopleColumn(
        "special_area_years", "Số năm ở vùng đặc biệt khó khăn", 9, Align.CENTER,
        advice=N_("Chỉ ghi số năm, ví dụ 5."),
    ),
    PeopleColumn(
        "qualifications", "Trình độ chuyên môn", 18,
        advice=N_("Ví dụ: Đại học Giáo dục tiểu học."),
    ),
    PeopleColumn("political_theory", "Trình độ lý luận chính trị", 10),
    PeopleColumn("left_on", "Ngày nghỉ, chuyển đi", 11, Align.CENTER, advice=_DAY),
    PeopleColumn(
        "left_reason", "Lý do nghỉ, chuyển đi", 12, advice=N_("Ví dụ: Nghỉ hưu, Chuyển trường.")
    ),
    PeopleColumn("returned_on", "Ngày trở lại", 11, Align.CENTER, advice=_DAY),
    PeopleColumn("notes", "Ghi chú", 16),
)  # fmt: skip
TITLES: Final = {column.field: column.title for column in COLUMNS}


def sheet_columns(
    columns: Iterable[PeopleColumn], groups: Sequence[str] = (), *, advise: bool = False
) -> tuple[SheetColumn, ...]:
    """Return the columns as a sheet has them; groups can be chosen where there are any."""
    found = []
    for column in columns:
        choices = tuple(groups) if column.field == GROUP else column.choices
        advice = _(column.advice) if advise and column.advice else ""
        found.append(
            SheetColumn(column.title, column.width, column.align, choices if advise else (), advice)
        )
    return tuple(found)


def written(field: str, value: Any) -> Any:
    """Return a field's value as a cell holds it: words for sex and for yes and no."""
    if value is None or value == "":
        return None
    if field == "sex":
        return sex_word(value)
    if isinstance(value, bool):
        words = (MANAGER, DIRECT) if field == "manager" else (YES, NO)
        return words[0] if value else words[1]
    return value


def sex_word(sex: Sex) -> str:
    """Return "Nam" or "Nữ", as files say it."""
    return SEX_NAMES[sex]


def said(field: str, value: Any) -> str:
    """Return a field's value in words, for a sentence about what changes."""
    word = written(field, value)
    if word is None:
        return _("(trống)")
    return short_date(word) if isinstance(word, date) else str(word)


def cells_of(
    data: PersonData, group_name: str, identity: str, columns: Iterable[PeopleColumn]
) -> list[Any]:
    """Return a person as the cells of a row."""
    named = {IDENTITY: identity, GROUP: group_name}
    return [
        written(
            column.field,
            named[column.field] if column.field in named else getattr(data, column.field),
        )
        for column in columns
    ]


def rating_column(year: str) -> PeopleColumn:
    """Return the column of the ratings of a year."""
    kind = "năm học" if "-" in year else "năm"
    return PeopleColumn(year, f"Xếp loại {kind} {year}", 10, Align.CENTER)
