"""Understands what a paper of a dossier is made for, and gives its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.compose.check_sheet import check_sheet_content
from tdkt_desktop.compose.dossier_lists import (
    list_content,
    submission_content,
    summary_content,
)
from tdkt_desktop.compose.merit_report import collective_report_content, person_report_content
from tdkt_desktop.compose.prize_papers import commendation_content, payment_content
from tdkt_desktop.errors import InputError, UsageError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.award_papers import record_year
from tdkt_desktop.services.paper_views import About

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tdkt_desktop.compose.assembly import Content
    from tdkt_desktop.services.dossier_paper_data import DossierPaperData
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.period import PlanPeriod

SUBMISSION: Final = "to-trinh-khen-thuong"
NOMINEE_LIST: Final = "danh-sach-de-nghi"
PERSON_REPORT: Final = "bao-cao-thanh-tich-ca-nhan"
GROUP_REPORT: Final = "bao-cao-thanh-tich-tap-the"
SUMMARY: Final = "bang-tong-hop-de-nghi"
CHECK_SHEET: Final = "phieu-doi-chieu-dieu-kien"
COMMENDATION: Final = "qd-tang-giay-khen"
PAYMENT: Final = "danh-sach-nhan-thuong"
DOSSIER_KINDS: Final[Mapping[str, About]] = {
    SUBMISSION: About.DOSSIER,
    NOMINEE_LIST: About.DOSSIER,
    PERSON_REPORT: About.ENTRY,
    GROUP_REPORT: About.ENTRY,
    SUMMARY: About.DOSSIER,
    CHECK_SHEET: About.DOSSIER,
    COMMENDATION: About.DOSSIER,
    PAYMENT: About.DOSSIER,
}


class DossierPapers:
    """Makes the contents of the papers of dossiers."""

    def __init__(self, data: DossierPaperData) -> None:
        self._data = data

    def about(self, kind: str, period: PlanPeriod, written: str | None) -> dict[str, Any]:
        """Return what is stored of what a paper is made for; `written` as the command takes it.

        Without words the newest dossier of the year is meant, and its first person or collective.
        Raises UsageError for words that are no number, InputError where the year has nothing.
        """
        about = DOSSIER_KINDS[kind]
        if written is None:
            return {about.value: self._newest(kind, record_year(period))}
        if not written.strip().isdecimal():
            raise UsageError(
                _("“{text}” không phải mã của hồ sơ.").format(text=written),
                _("Xin ghi mã bằng chữ số."),
            )
        return {about.value: int(written)}

    def all_of(self, kind: str, period: PlanPeriod) -> tuple[dict[str, Any], ...]:
        """Return what each report of the newest dossier is made for; empty for other kinds."""
        if DOSSIER_KINDS[kind] is not About.ENTRY:
            return ()
        view = self._view_of_year(record_year(period))
        return tuple({About.ENTRY.value: one.id} for one in _fitting(kind, view))

    def content(self, kind: str, about: Mapping[str, Any], day: date) -> Content:
        """Return the data of a paper."""
        given = about[DOSSIER_KINDS[kind].value]
        if kind in (PERSON_REPORT, GROUP_REPORT):
            view, entry = self._data.entry(given)
            return self._report(kind, view, entry)
        view = self._data.dossier(given)
        if kind == CHECK_SHEET:
            return check_sheet_content(self._data.checks(view))
        facts = self._data.lists(view)
        if kind in (COMMENDATION, PAYMENT):
            money = self._data.prizes(view, day)
            make = commendation_content if kind == COMMENDATION else payment_content
            return make(facts, money)
        makers = {SUBMISSION: submission_content, NOMINEE_LIST: list_content}
        return makers.get(kind, summary_content)(facts)

    def _report(self, kind: str, view: DossierView, entry: EntryView) -> Content:
        facts = self._data.report(view, entry, self._data.report_years(view, entry))
        if kind == PERSON_REPORT:
            return person_report_content(facts)
        return collective_report_content(facts)

    def _newest(self, kind: str, year: str) -> int:
        view = self._view_of_year(year)
        if DOSSIER_KINDS[kind] is About.DOSSIER:
            return view.id
        found = _fitting(kind, view)
        if not found:
            raise InputError(
                _("Hồ sơ “{name}” không có trường hợp nào cần báo cáo này.").format(
                    name=view.form.name
                ),
                _("Xin chọn báo cáo thành tích của cá nhân hoặc của tập thể cho đúng."),
            )
        return found[0].id

    def _view_of_year(self, year: str) -> DossierView:
        view = self._data.newest(year)
        if view is None:
            raise InputError(
                _("Năm {year} chưa có hồ sơ đề nghị nào.").format(year=year),
                _("Xin lập hồ sơ từ những trường hợp Hội đồng đã thông qua."),
            )
        return view


def _fitting(kind: str, view: DossierView) -> tuple[EntryView, ...]:
    """Return the nominees of a dossier of whom a report of a kind is made."""
    return view.people if kind == PERSON_REPORT else view.collectives
