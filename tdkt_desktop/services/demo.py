"""Use cases about the sample school: a store with something true to show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.demo_awards import add_sample_awards
from tdkt_desktop.services.demo_initiatives import add_sample_initiatives
from tdkt_desktop.services.demo_people import add_sample_people
from tdkt_desktop.services.demo_work import add_sample_work
from tdkt_desktop.services.school_profile import Planning, SchoolLevel, SchoolProfile

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext

SAMPLE_SCHOOL: Final = SchoolProfile(
    level=SchoolLevel.PRIMARY,
    official_name="Trường Tiểu học Hoa Phượng",
    short_name="Trường TH Hoa Phượng",
    abbreviation="THHP",
    parent_body=("UBND phường An Thịnh",),
    parent_name="Uỷ ban nhân dân phường An Thịnh",
    education_authority="Phòng Văn hoá - Xã hội phường An Thịnh",
    place="An Thịnh",
    principal="Lê Thị Minh Nguyệt",
    deputy="Trần Quốc Bảo",
    planning=Planning.SCHOOL_YEAR,
    recipients=(
        "UBND phường An Thịnh (để b/c)",
        "Các thành viên Hội đồng TĐKT (để t/h)",
        "Các tổ chuyên môn, tổ Văn phòng (để t/h)",
        "Lưu: VT, HĐTĐKT",
    ),
)
SAMPLE_TEMPLATE: Final = "th-nam-hoc"
SAMPLE_YEAR: Final = 2026
_ISSUED_ON: Final = (9, 15)


def fill_with_sample(context: AppContext) -> tuple[int, ...]:
    """Fill an empty store with the sample school and three years of its life.

    Returns the ids of the plans, the newest first; that one is still a draft. Raises InputError
    where the store already holds a school, plans or people.
    """
    if context.school.profile().is_named or context.plans.plans() or context.people.rows():
        raise InputError(
            _("Kho dữ liệu đã có trường, kế hoạch hoặc nhân sự nên không điền trường mẫu."),
            _("Xin chọn một thư mục còn trống."),
        )
    context.school.save(SAMPLE_SCHOOL)
    add_sample_people(context)
    add_sample_initiatives(context)
    plans = [_add(context, year) for year in range(SAMPLE_YEAR - 2, SAMPLE_YEAR + 1)]
    for plan_id, year in zip(plans[:-1], (SAMPLE_YEAR - 2, SAMPLE_YEAR - 1), strict=True):
        context.issuing.issue(plan_id, date(year, *_ISSUED_ON))
    add_sample_work(context)
    add_sample_awards(context)
    # Nobody did these acts, so nobody is offered to take them back one by one.
    context.store.forget_undo()
    return tuple(reversed(plans))


def sample_folder(store_folder: Path) -> Path:
    """Return where the sample school's own store lies: beside the real one."""
    return store_folder.with_name(f"{store_folder.name}-truong-mau")


def make_sample(folder: Path) -> Path:
    """Make sure that a folder holds the sample school's store, and return it.

    What somebody has tried out there before stays. Raises StoreError where it cannot be written.
    """
    from tdkt_desktop.services.context import AppContext

    with AppContext.open(folder) as context:
        if not context.school.profile().is_named:
            fill_with_sample(context)
    return folder


def _add(context: AppContext, year: int) -> int:
    draft = context.drafting.draft(SAMPLE_TEMPLATE, year)
    return context.plans.add_draft(draft.document, draft.period, template_key=draft.template_key)
